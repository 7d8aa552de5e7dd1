"""Where the importers gather what they met on the way: problems of one file, in the order they were found."""

from collections.abc import Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.problem import Code, Fact, Problem, Unusable

LISTED_ROWS = 20
"""Rows named in one problem; the count says how many there are."""


LISTED_VALUES = 7
"""Unknown answers or counts named in one problem."""


class Findings:
    """The problems of one file, or of one of its sheets."""

    def __init__(self, file: str, sheet: str = "") -> None:
        """Start with none."""
        self.file = file
        self.sheet = sheet
        self.problems: list[Problem] = []

    def problem(
        self, code: Code, *, row: int | None = None, column: str = "", value: str | None = None, **facts: Fact
    ) -> Problem:
        """Return a problem placed in this file."""
        return Problem(code, self.file, self.sheet, row, column, value, MappingProxyType(facts))

    def say(
        self, code: Code, *, row: int | None = None, column: str = "", value: str | None = None, **facts: Fact
    ) -> None:
        """Note a problem."""
        self.problems.append(self.problem(code, row=row, column=column, value=value, **facts))

    def say_rows(self, code: Code, rows: NDArray[np.int64], *, column: str = "", **facts: Fact) -> None:
        """Note one problem of several rows, unless there are none."""
        if rows.size:
            facts |= {"rows": first_rows(rows), "count": int(rows.size)}
            self.problems.append(
                Problem(code, self.file, self.sheet, int(rows[0]), column, None, MappingProxyType(facts))
            )

    def unusable(
        self, code: Code, *, row: int | None = None, column: str = "", value: str | None = None, **facts: Fact
    ) -> Unusable:
        """Return the exception that ends the reading of this file."""
        return Unusable(self.problem(code, row=row, column=column, value=value, **facts))


def first_rows(rows: NDArray[np.int64] | Sequence[int]) -> tuple[int, ...]:
    """Return as many rows as one problem names."""
    return tuple(int(row) for row in rows[:LISTED_ROWS])
