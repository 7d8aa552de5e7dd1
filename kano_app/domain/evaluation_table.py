"""The five-by-five evaluation table: which category a pair of answers means."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS
from kano_app.domain.category import BY_LETTER, CATEGORIES, Category

_CORNERS = (
    (1, 1, Category.QUESTIONABLE),
    (1, LEVELS, Category.PERFORMANCE),
    (LEVELS, 1, Category.REVERSE),
    (LEVELS, LEVELS, Category.QUESTIONABLE),
)
_FLIPPED = {"wanted": "R", "R": "wanted", "I": "I", "Q": "Q"}


def _kind(category: Category) -> str:
    """Return the letter of a category, or that it is one of those in which the feature is wanted."""
    return "wanted" if category.letter in "APM" else category.letter


@dataclass(frozen=True, slots=True)
class EvaluationTable:
    """A named table; ``rows[f - 1][d - 1]`` is the letter for functional answer f and dysfunctional answer d.

    Raises:
        ValueError: if there are not five rows of five letters out of M, P (or O), A, I, R, Q.

    """

    name: str
    rows: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a table of another shape or with another letter."""
        if len(self.rows) != LEVELS or any(len(row) != LEVELS for row in self.rows):
            raise ValueError("an evaluation table has five rows of five letters")
        unknown = sorted(set("".join(self.rows)) - set(BY_LETTER))
        if unknown:
            raise ValueError(f"not letters of a category: {' '.join(unknown)}")

    def corner_hints(self) -> tuple[tuple[int, int, Category], ...]:
        """Return corners (functional, dysfunctional, what is usual there) in which another category stands.

        Like and like, or dislike and dislike, contradict each other; like and dislike is performance, dislike and like
        the reverse of it, in every published table.
        """
        return tuple(
            (functional, dysfunctional, usual)
            for functional, dysfunctional, usual in _CORNERS
            if self.category(functional, dysfunctional) is not usual
        )

    def symmetry_hints(self) -> tuple[tuple[int, int], ...]:
        """Return cells (functional, dysfunctional), functional ≤ dysfunctional, whose mirror image does not fit.

        Whoever answers the flipped statement swaps the halves: what was attractive, performance or must-be becomes
        reverse, and indifferent and questionable stay what they are.
        """
        answers = range(1, LEVELS + 1)
        return tuple(
            (functional, dysfunctional)
            for functional in answers
            for dysfunctional in answers[functional - 1 :]
            if _kind(self.category(functional, dysfunctional))
            != _FLIPPED[_kind(self.category(dysfunctional, functional))]
        )

    def category(self, functional: int, dysfunctional: int) -> Category:
        """Return the category of the pair (functional, dysfunctional), both 1–5."""
        return BY_LETTER[self.rows[functional - 1][dysfunctional - 1]]

    def indices(self) -> NDArray[np.intp]:
        """Return the table as a (5, 5) array of positions in ``CATEGORIES``."""
        return np.array([[CATEGORIES.index(BY_LETTER[letter]) for letter in row] for row in self.rows], dtype=np.intp)


BERGER = EvaluationTable(
    "berger",
    (  # dysfunctional: like, expect, neutral, tolerate, dislike
        "QAAAP",  # functional: like
        "RIIIM",  # expect
        "RIIIM",  # neutral
        "RIIIM",  # tolerate
        "RRRRQ",  # dislike
    ),
)
"""Berger et al. 1993, the default."""

POULIOT = EvaluationTable(
    "pouliot",
    (
        "QAAAP",
        "RQIIM",
        "RIIIM",
        "RIIQM",
        "RRRRQ",
    ),
)
"""Pouliot in Berger et al. 1993, p. 33: (expect, expect) and (tolerate, tolerate) are questionable."""

TABLES: dict[str, EvaluationTable] = {table.name: table for table in (BERGER, POULIOT)}
"""The tables that have a name of their own."""
