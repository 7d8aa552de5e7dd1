"""A figure is a number or the reason why there is none; it is never a zero that stands for nothing."""

from enum import StrEnum


class Blank(StrEnum):
    """Why a figure is undefined."""

    NO_ANSWERS = "no-answers"
    """Nobody answered both halves: N is 0."""
    NO_COEFFICIENT_ANSWERS = "no-coefficient-answers"
    """Every answer is reverse or questionable: n' is 0."""
    NEEDS_COUNTS = "needs-counts"
    """The survey gives shares without n."""


Figure = float | Blank
"""A number, or why it is undefined."""

Count = int | Blank
"""A whole number, or why it is undefined."""


def number(figure: Figure | Count) -> float | None:
    """Return the number, or ``None`` where the figure is undefined."""
    return None if isinstance(figure, Blank) else figure
