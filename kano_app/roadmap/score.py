"""The score: in which band a feature competes, and what it is worth there."""

from collections.abc import Mapping
from dataclasses import dataclass

from kano_app.analysis.analysis import FeatureResult
from kano_app.analysis.figure import Blank, Figure, number
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


_WEIGHED_BANDS = 3
"""Must-be, performance and attractive."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a feature brings into the ordering."""

    result: FeatureResult
    value: Figure
    """Must-be: |Worse|; performance: Better + |Worse|; attractive: Better; others: the share of their category."""
    effort: float | None

    @property
    def band(self) -> int:
        """0 must-be … 5 questionable, 6 without a category; bands are never mixed."""
        return len(CATEGORIES) if self.result.category is None else CATEGORIES.index(self.result.category)

    @property
    def horizon(self) -> Horizon:
        """Where the category alone would put the feature."""
        return _HORIZONS[self.result.category]

    @property
    def value_for_effort(self) -> float | None:
        """Value per unit of effort, where both are known."""
        value = number(self.value)
        return None if value is None or self.effort is None else value / self.effort

    @property
    def weighs_effort(self) -> bool:
        """Whether effort matters at all: a feature that is not to be built needs none."""
        return self.band < _WEIGHED_BANDS


def ranked(scores: Mapping[str, Score]) -> list[str]:
    """Return features band after band: by value for effort in a band whose efforts are all known, else by value.

    A band in which one effort is missing cannot be weighed: a guess would put it before or behind all others.
    """
    weighed = {one.band for one in scores.values() if one.weighs_effort}
    weighed -= {one.band for one in scores.values() if one.value_for_effort is None}

    def key(feature: str) -> tuple[int, float]:
        one = scores[feature]
        ratio = one.value_for_effort if one.band in weighed else None
        return (one.band, -(ratio if ratio is not None else number(one.value) or 0.0))

    return sorted(scores, key=key)


def score(result: FeatureResult, effort: float | None) -> Score:
    """Return the score of one feature."""
    return Score(result, _value(result), effort)


def _value(result: FeatureResult) -> Figure:
    better, worse = result.better, result.worse
    match result.category:
        case None:
            return Blank.NO_ANSWERS
        case Category.MUST_BE:
            return worse if isinstance(worse, Blank) else -worse
        case Category.ATTRACTIVE:
            return better
        case Category.PERFORMANCE:
            return better if isinstance(better, Blank) else better - (number(worse) or 0.0)
        case category:
            return result.share(category)
