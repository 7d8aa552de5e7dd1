"""Groups of people side by side: the figures of each, and whether they differ by more than chance (METHODS §9)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.features import FeatureResult, feature_results
from kano_app.analysis.figure import FEWEST_OF_A_GROUP, Blank, Figure
from kano_app.domain.category import CATEGORIES
from kano_app.domain.feature import Feature
from kano_app.domain.settings import AnalysisSettings, Correction
from kano_app.domain.survey import Survey
from kano_app.statistics.corrections import benjamini_hochberg, holm
from kano_app.statistics.independence import Independence, independence

_COMPARED = 4
"""M, P, A and I; reverse and questionable answers stand outside."""
_PERMUTATIONS = 10
"""Tables drawn for each resample that was asked for: a p that several features share needs finer steps."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Who belongs where: ``codes`` of shape (people,) point into ``levels``, −1 is not known."""

    names: tuple[str, ...]
    """The traits, or nothing where the groups are camps."""
    levels: tuple[tuple[str, ...], ...]
    """Per group one level of each trait."""
    codes: NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one group, and every figure of theirs."""

    levels: tuple[str, ...]
    """One of each trait; nothing for the people of whom a trait is not known."""
    people: int
    features: tuple[FeatureResult, ...]


@dataclass(frozen=True, slots=True)
class FeatureComparison:
    """One feature over all groups that are known."""

    feature: Feature
    test: Independence | Blank
    adjusted_p: Figure
    """Corrected over the features."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All groups over all features."""

    names: tuple[str, ...]
    groups: tuple[Group, ...]
    """In the order of their levels; people of whom a trait is not known come last and are in no test."""
    features: tuple[FeatureComparison, ...]
    correction: Correction
    split: Feature | None = None
    """The feature whose categories made the groups, where they are camps."""

    @property
    def known(self) -> tuple[Group, ...]:
        """The groups that are drawn and tested: neither not known nor so small that one could be told from them."""
        return tuple(group for group in self.groups if group.levels and group.people >= FEWEST_OF_A_GROUP)


def compare(survey: Survey, groups: Groups, settings: AnalysisSettings) -> Comparison:
    """Return the figures of every group, and for every feature whether the groups differ.

    Groups × {M, P, A, I}: χ² with Cramér's V, by permutation where an expected count is below five, p corrected over
    the features. A group that nobody answered for is shown and not tested; of a feature that fewer than
    ``FEWEST_OF_A_GROUP`` of a group answered, the answers are counted and nothing else is told, tested or drawn.
    """
    found = [_group(survey, levels, groups.codes == place, settings) for place, levels in enumerate(groups.levels)]
    unknown = groups.codes < 0
    tests = [_test([group.features[place] for group in found], settings) for place in range(len(survey.features))]
    adjusted = corrected([Blank.NOTHING_TO_COMPARE if isinstance(one, Blank) else one.p for one in tests], settings)
    if unknown.any():
        found.append(_group(survey, (), unknown, settings))
    features = tuple(map(FeatureComparison, survey.features, tests, adjusted))
    return Comparison(groups.names, tuple(found), features, settings.correction)


def corrected(p: Sequence[Figure], settings: AnalysisSettings) -> list[Figure]:
    """Return p corrected over those that are defined, by the chosen correction."""
    known = [one for one in p if not isinstance(one, Blank)]
    adjust = holm if settings.correction is Correction.HOLM else benjamini_hochberg
    found = iter(adjust(known))
    return [one if isinstance(one, Blank) else next(found) for one in p]


def _group(survey: Survey, levels: tuple[str, ...], mask: NDArray[np.bool_], settings: AnalysisSettings) -> Group:
    part = survey.of(mask)
    results = feature_results(part, settings)
    return Group(levels, part.respondents or 0, tuple(_withheld(one) if _is_small(one) else one for one in results))


def _is_small(result: FeatureResult) -> bool:
    return not isinstance(result.n, Blank) and 0 < result.n < FEWEST_OF_A_GROUP


def _withheld(result: FeatureResult) -> FeatureResult:
    """Return a feature of which nothing is told but how many answered: a figure would be what one of them said."""
    why = Blank.SMALL_GROUP
    return FeatureResult(
        feature=result.feature,
        counts=None,
        shares=why,
        n=result.n,
        incomplete=result.incomplete,
        verdict=why,
        n_coefficients=why,
        better=why,
        worse=why,
        better_interval=why,
        worse_interval=why,
        stability=why,
        lead=why,
        continuous=why,
        category_strength=why,
        total_strength=why,
        sensitivity=why,
        importance=why,
    )


def _test(results: Sequence[FeatureResult], settings: AnalysisSettings) -> Independence | Blank:
    table = np.array(
        [[(result.counts or {}).get(one, 0) for one in CATEGORIES[:_COMPARED]] for result in results], dtype=np.int64
    ).reshape(-1, _COMPARED)
    found = independence(table, _PERMUTATIONS * settings.resamples, (settings.seed,))
    return Blank.NOTHING_TO_COMPARE if found is None else found
