"""The score: in which band a feature competes, and what it is worth there."""

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
    def order(self) -> tuple[int, int, float]:
        """Sort key: by band; inside it those with an effort first, by value for effort; the others by value."""
        ratio = self.value_for_effort
        if ratio is not None:
            return (self.band, 0, -ratio)
        return (self.band, 1, -(number(self.value) or 0.0))


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
