"""Every figure of every feature, from whatever evidence a survey carries (METHODS §15)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.coefficients import (
    Strength,
    better,
    better_interval,
    category_strength,
    coefficient_base,
    is_combination,
    total_strength,
    worse,
    worse_interval,
)
from kano_app.analysis.continuous import Continuous, continuous
from kano_app.analysis.figure import Blank, Count, Figure, Interval
from kano_app.analysis.importance import Stated, stated_importance
from kano_app.analysis.lead import Lead, lead
from kano_app.analysis.sensitivity import Sensitivity, sensitivity
from kano_app.analysis.stability import Stability, stability
from kano_app.analysis.tally import category_counts, pairs_counted
from kano_app.analysis.verdict import Verdict, verdict
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evidence import CategoryCounts, CategoryShares, PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class FeatureResult:
    """Every figure of one feature."""

    feature: Feature
    counts: Mapping[Category, int] | None
    """Answers in each of the six categories, or ``None`` where the survey gives shares without n."""
    shares: Mapping[Category, float] | Blank
    """Share of N in each of the six categories, as given or as counted."""
    n: Count
    """N, the complete pairs, all six categories."""
    incomplete: int | None
    """Pairs with one half only, or ``None`` where the evidence does not know."""
    verdict: Verdict | Blank
    n_coefficients: Count
    """n' = A + P + M + I."""
    better: Figure
    worse: Figure
    better_interval: Interval | Blank
    worse_interval: Interval | Blank
    stability: Stability | Blank
    lead: Lead | Blank
    continuous: Continuous | Blank
    category_strength: Strength | Blank
    total_strength: Figure
    sensitivity: Sensitivity | Blank
    importance: Stated | Blank

    @property
    def category(self) -> Category | None:
        """The category, or ``None`` where nobody answered a pair that counts for one."""
        return None if isinstance(self.verdict, Blank) else self.verdict.category

    @property
    def is_combination(self) -> bool:
        """Whether no one category describes the feature, see ``coefficients.is_combination``."""
        return is_combination(self.category_strength, self.total_strength)

    def share(self, category: Category) -> Figure:
        """Return the share of N that fell into a category."""
        return self.shares if isinstance(self.shares, Blank) else self.shares[category]


def feature_results(survey: Survey, settings: AnalysisSettings) -> tuple[FeatureResult, ...]:
    """Return the figures of every feature, in the order of the survey."""
    counted = pairs_counted(survey.evidence)
    if counted is None:
        assert isinstance(survey.evidence, CategoryShares)  # noqa: S101 - the only evidence without counts
        given = zip(survey.features, survey.evidence.shares, strict=True)
        return tuple(_from_shares(feature, row, settings) for feature, row in given)
    return counted_results(survey, counted, settings)


def counted_results(
    survey: Survey, counted: PairTally | CategoryCounts, settings: AnalysisSettings
) -> tuple[FeatureResult, ...]:
    """Return the figures of every feature of a survey that has been counted."""
    rows = category_counts(counted, settings.table)
    features = len(survey.features)
    pairs = counted if isinstance(counted, PairTally) else None
    incomplete = [None] * features if pairs is None else [int(n) for n in pairs.incomplete]
    cells = [None] * features if pairs is None else list(pairs.counts)
    sensitive = sensitivity(counted, settings)
    every = map(_Counted, survey.features, rows, cells, incomplete, sensitive, stated_importance(survey))
    return tuple(_from_counts(one, settings) for one in every)


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """What the counts say of one feature."""

    feature: Feature
    row: NDArray[np.int64]
    """The six counts."""
    cells: NDArray[np.int64] | None
    """The 25 counts, where there are any."""
    incomplete: int | None
    sensitivity: Sensitivity
    importance: Stated | Blank


def _from_counts(one: _Counted, settings: AnalysisSettings) -> FeatureResult:
    counts = {category: int(count) for category, count in zip(CATEGORIES, one.row, strict=True)}
    n = sum(counts.values())
    found = verdict(counts, n, settings)
    return FeatureResult(
        feature=one.feature,
        counts=MappingProxyType(counts),
        shares=MappingProxyType({key: count / n for key, count in counts.items()}) if n else Blank.NO_ANSWERS,
        n=n,
        incomplete=one.incomplete,
        verdict=found or _why_no_verdict(n),
        n_coefficients=int(coefficient_base(counts)),
        better=better(counts),
        worse=worse(counts),
        better_interval=better_interval(counts, settings.confidence),
        worse_interval=worse_interval(counts, settings.confidence),
        stability=stability(counts, found.category, settings) if found else _why_no_verdict(n),
        lead=_lead(counts, n),
        continuous=Blank.NEEDS_PAIRS if one.cells is None else continuous(one.cells),
        category_strength=category_strength(counts, n),
        total_strength=total_strength(counts, n),
        sensitivity=one.sensitivity,
        importance=one.importance,
    )


def _lead(counts: Mapping[Category, int], n: int) -> Lead | Blank:
    if n == counts[Category.QUESTIONABLE]:
        return Blank.NO_COEFFICIENT_ANSWERS if n else Blank.NO_ANSWERS
    return lead(counts)


def _from_shares(feature: Feature, row: NDArray[np.float64], settings: AnalysisSettings) -> FeatureResult:
    shares = {category: float(share) for category, share in zip(CATEGORIES, row, strict=True)}
    total = sum(shares.values())
    # Whole millionths: in binary fractions .40 − .35 is not .05, and a tie would be a matter of chance.
    exact = {category: round(share * _MILLION) for category, share in shares.items()}
    return FeatureResult(
        feature=feature,
        counts=None,
        shares=MappingProxyType(shares) if total else Blank.NO_ANSWERS,
        n=Blank.NEEDS_COUNTS,
        incomplete=None,
        verdict=verdict(exact, _MILLION, settings) or _why_no_verdict(total),
        n_coefficients=Blank.NEEDS_COUNTS,
        better=better(shares),
        worse=worse(shares),
        better_interval=Blank.NEEDS_COUNTS,
        worse_interval=Blank.NEEDS_COUNTS,
        stability=Blank.NEEDS_COUNTS,
        lead=Blank.NEEDS_COUNTS,
        continuous=Blank.NEEDS_PAIRS,
        category_strength=Blank.NEEDS_COUNTS,
        total_strength=Blank.NEEDS_COUNTS,
        sensitivity=Blank.NEEDS_COUNTS,
        importance=Blank.NEEDS_PEOPLE,
    )


def _why_no_verdict(total: float) -> Blank:
    return Blank.NO_COEFFICIENT_ANSWERS if total else Blank.NO_ANSWERS
