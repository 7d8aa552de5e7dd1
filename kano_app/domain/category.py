"""The six categories a pair of answers, and then a feature, can fall into."""

from enum import StrEnum


class Category(StrEnum):
    """A Kano category; the order is the precedence that breaks ties, M > P > A > I > R > Q."""

    MUST_BE = "must-be"
    PERFORMANCE = "performance"
    ATTRACTIVE = "attractive"
    INDIFFERENT = "indifferent"
    REVERSE = "reverse"
    QUESTIONABLE = "questionable"

    @property
    def letter(self) -> str:
        """The letter the printed evaluation table uses: M, P, A, I, R or Q."""
        return self.value[0].upper()


CATEGORIES: tuple[Category, ...] = tuple(Category)
"""The six, in precedence order; the order of every array axis that holds categories."""

BY_LETTER: dict[str, Category] = {category.letter: category for category in CATEGORIES} | {"O": Category.PERFORMANCE}
"""Letter → category; O (one-dimensional) is the literature's letter for performance."""
