"""The score: in which band a feature competes, and what it is worth there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.plan import Horizon

_HORIZONS = {
    Category.MUST_BE: Horizon.NOW,
    Category.PERFORMANCE: Horizon.NEXT,
    Category.ATTRACTIVE: Horizon.LATER,
    Category.INDIFFERENT: Horizon.NOT_PLANNED,
    Category.REVERSE: Horizon.DO_NOT_BUILD,
    Category.QUESTIONABLE: Horizon.ASK_AGAIN,
    None: Horizon.ASK_AGAIN,
}


WEIGHED_BANDS = 3
"""Must-be, performance and attractive."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a feature brings into the ordering."""

    name: str
    category: Category | None
    value: float
    """Must-be: |Worse|; performance: Better + |Worse|; attractive: Better; others: the share of their category."""
    effort: float | None
    delights: bool
    """Whether more people are satisfied by it than would rather not have it."""

    @property
    def band(self) -> int:
        """0 must-be … 5 questionable, 6 without a category; bands are never mixed."""
        return len(CATEGORIES) if self.category is None else CATEGORIES.index(self.category)

    @property
    def horizon(self) -> Horizon:
        """Where the category alone would put the feature."""
        return _HORIZONS[self.category]

    @property
    def value_for_effort(self) -> float | None:
        """Value per unit of effort, where there is an effort."""
        return None if self.effort is None else self.value / self.effort

    @property
    def weighs_effort(self) -> bool:
        """Whether effort matters at all: a feature that is not to be built needs none."""
        return self.band < WEIGHED_BANDS


def ranked(scores: Mapping[str, Score]) -> list[str]:
    """Return features band after band: by value for effort in a band whose efforts are all known, else by value.

    A band in which one effort is missing cannot be weighed: a guess would put it before or behind all others.
    """
    weighed = {one.band for one in scores.values() if one.weighs_effort}
    weighed -= {one.band for one in scores.values() if one.value_for_effort is None}

    def key(feature: str) -> tuple[int, float]:
        one = scores[feature]
        ratio = one.value_for_effort if one.band in weighed else None
        # Twelve digits: what is equal in decimal fractions must not be ordered by what binary ones make of it.
        return (one.band, -round(one.value if ratio is None else ratio, 12))

    return sorted(scores, key=key)


def score(result: FeatureResult, effort: float | None) -> Score:
    """Return the score of one feature."""
    known = result.counts or result.shares
    weights = [0.0] * len(CATEGORIES) if isinstance(known, Blank) else [known[one] for one in CATEGORIES]
    return weighed(result.feature.name, result.category, weights, effort)


def weighed(name: str, category: Category | None, weights: Sequence[float], effort: float | None) -> Score:
    """Return the score of a feature of a category from its six counts or shares, in the order of ``CATEGORIES``."""
    m, p, a, i, r, q = weights
    base, total = m + p + a + i, m + p + a + i + r + q
    match category:
        case None:
            value = 0.0
        case Category.MUST_BE:
            value = (p + m) / base
        case Category.PERFORMANCE:
            value = (a + 2 * p + m) / base
        case Category.ATTRACTIVE:
            value = (a + p) / base
        case _:
            value = weights[CATEGORIES.index(category)] / total
    return Score(name, category, value, effort, a + p > r)
