"""Dates of answers as months: they tell one wave from the next, and nothing of the person."""

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kano_app.importers.columns import IdColumn, Rows, TextColumn
from kano_app.importers.readers.grid import Coded

_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.年](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTHS = 12


class MomentColumn(TextColumn):
    """The month of each row, "2026-03"; given up where dates cannot be told apart from each other.

    Where the year comes last, one number above twelve anywhere in the column tells days from months; where there is
    none, 3/4/2026 could be either, and nothing is guessed.
    """

    reason = "administrative"

    def __init__(self, salt: str = "") -> None:
        """Start empty; with a salt the moments themselves are kept too, as digests."""
        super().__init__()
        self.moments = IdColumn(salt) if salt else None

    def add(self, coded: Coded, rows: Rows) -> None:
        """Add the cells of a chunk, of each only the day."""
        if self.moments is not None:
            self.moments.add(coded, rows)
        super().add(replace(coded, values=[_day(value) for value in coded.values]), rows)

    def settle(self) -> None:
        """Give up a column of fewer than two months: it makes no waves."""
        self.given_up = self.given_up or len(self._months()) < 2

    @property
    def levels(self) -> tuple[str, ...]:
        """The different months."""
        return self._months()

    def codes(self) -> NDArray[np.int32]:
        """Return the month of every row."""
        months = self._months()
        of_days = [_month(day, self._month_first()) for day in super().levels]
        table = np.array([*(months.index(month) if month else -1 for month in of_days), -1], dtype=np.int32)
        return table[super().codes()]

    def _months(self) -> tuple[str, ...]:
        found = {_month(day, self._month_first()) for day in super().levels}
        return tuple(sorted(month for month in found if month))

    def _month_first(self) -> bool | None:
        """Return whether the month stands before the day, ``None`` where nothing tells."""
        days = [match for day in super().levels if (match := _YEAR_LAST.match(day))]
        if any(int(match[2]) > _MONTHS for match in days):
            return True
        return False if any(int(match[1]) > _MONTHS for match in days) else None


def _day(value: str) -> str:
    """Return the day of a moment, without the time."""
    match = _YEAR_FIRST.match(value)
    if match and 1 <= int(match[2]) <= _MONTHS:
        return f"{match[1]}-{int(match[2]):02}"
    match = _YEAR_LAST.match(value)
    return match[0].strip() if match else ""


def _month(day: str, month_first: bool | None) -> str:  # noqa: FBT001 - one of three states
    if _YEAR_FIRST.match(day):
        return day
    match = _YEAR_LAST.match(day)
    if match is None or month_first is None:
        return ""
    month = int(match[1] if month_first else match[2])
    return f"{match[3]}-{month:02}" if 1 <= month <= _MONTHS else ""
