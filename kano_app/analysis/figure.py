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
    NEEDS_PAIRS = "needs-pairs"
    """The survey gives categories, not the pairs of answers they came from."""
    NEEDS_PEOPLE = "needs-people"
    """The survey gives counts, not answers of people."""
    NOT_ASKED = "not-asked"
    """The survey did not ask for it."""
    TOO_FEW = "too-few"
    """So few answers that resampling them would call anything certain."""
    SMALL_GROUP = "small-group"
    """So few people of a group that a figure of theirs would tell what one of them said."""
    BY_HAND = "by-hand"
    """Somebody set its place, so resampling has no say."""
    NO_VOTES = "no-votes"
    """Nobody named a category for the feature directly."""
    ONE_ANSWER = "one-answer"
    """A single answer has no spread."""
    ALL_ALIKE = "all-alike"
    """All features are called equally important, or only one was asked about."""
    OUTSIDE_CYCLE = "outside-cycle"
    """Reverse and questionable features stand outside the life cycle."""
    NOTHING_TO_COMPARE = "nothing-to-compare"
    """Fewer than two groups, or fewer than two categories, hold an answer."""
    ONE_WAVE = "one-wave"
    """The feature was asked in one of the two waves."""
    MATCHED_PEOPLE = "matched-people"
    """The waves share people, so that a test of independent ones does not hold: resampled instead."""


FEWEST_OF_A_GROUP = 5
"""Answers of a group from which on it has figures of its own."""

Figure = float | Blank
"""A number, or why it is undefined."""

Count = int | Blank
"""A whole number, or why it is undefined."""


Interval = tuple[float, float]
"""The lower and the upper end."""


def number(figure: Figure | Count) -> float | None:
    """Return the number, or ``None`` where the figure is undefined."""
    return None if isinstance(figure, Blank) else figure
