"""The five-by-five evaluation table: which category a pair of answers means."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS
from kano_app.domain.category import BY_LETTER, CATEGORIES, Category


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
