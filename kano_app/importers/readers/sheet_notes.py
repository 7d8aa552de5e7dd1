"""What a sheet holds beside its values: how far it reaches, what was never computed, what is hidden."""

from dataclasses import dataclass, field

from kano_app.importers.findings import LISTED_ROWS
from kano_app.importers.readers import limits

_SHOWN = 500_000
"""Cells that are shown otherwise than they are stored; more are left as they are stored."""


@dataclass(slots=True)
class RowCount:
    """How many rows, and the first of them, counted from 1."""

    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, row: int, count: int = 1) -> None:
        """Note a row, or one thing more in a row."""
        self.count += count
        if len(self.rows) < LISTED_ROWS and row not in self.rows[-1:]:
            self.rows.append(row)


@dataclass(slots=True)
class SheetNotes:
    """What was found in a sheet before its values are laid out in memory; rows and columns count from 0."""

    name: str = ""
    top: int = -1
    left: int = -1
    bottom: int = -1
    right: int = -1
    uncomputed: RowCount = field(default_factory=RowCount)
    """Cells with a formula and no value."""
    uncomputed_column: int = 0
    hidden: RowCount = field(default_factory=RowCount)
    shown: dict[int, dict[int, str]] = field(default_factory=dict)
    """By row and column what a person sees where it is not what is stored: errors and percentages."""
    _shown: int = 0

    @property
    def cells(self) -> int:
        """The cells from the first to the last filled one."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1) if self.bottom >= 0 else 0

    @property
    def is_too_large(self) -> bool:
        """Whether the sheet is larger than is read."""
        return self.cells > limits.CELLS or self.right >= limits.COLUMNS or self.bottom >= limits.ROWS

    def fill(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Note filled cells."""
        self.top = row if self.top < 0 else min(self.top, row)
        self.left = column if self.left < 0 else min(self.left, column)
        self.bottom = max(self.bottom, row + rows - 1)
        self.right = max(self.right, column + columns - 1)

    def show(self, row: int, column: int, text: str) -> None:
        """Note what a person sees in a cell."""
        self._shown += 1
        if text and self._shown <= _SHOWN:
            self.shown.setdefault(row, {})[column] = text

    def lacks(self, row: int, column: int) -> None:
        """Note a cell with a formula and no value."""
        if not self.uncomputed.count:
            self.uncomputed_column = column
        self.uncomputed.add(row + 1)


def as_percent(number: bytes) -> str:
    """Return a number as a percentage, 0.25 as 25%; nothing for what is no number."""
    try:
        return f"{float(number) * 100:.10g}%"
    except ValueError:
        return ""
