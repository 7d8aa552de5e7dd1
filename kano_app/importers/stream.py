"""The body of a grid flowing into columns: blank rows set aside, over-long rows named, memory kept small."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.mapping import RowRule
from kano_app.domain.problem import Code
from kano_app.importers.columns import Buffer, Column, Rows
from kano_app.importers.findings import LISTED_ROWS, Findings
from kano_app.importers.head import Head, matches
from kano_app.importers.readers.grid import Chunk, Coded, Progress, StartAgain

_ATTEMPTS = 100
"""Each new start knows one more column or width; a file cannot surprise more often than it has columns."""


@dataclass(slots=True)
class Flow:
    """What was counted while a body went by."""

    rows: Rows
    """The row numbers of the records that were kept."""
    empty: int = 0
    """Blank rows between others."""


def pour(
    head: Head, columns: Callable[[], Mapping[int, Column]], findings: Findings, progress: Progress
) -> tuple[Mapping[int, Column], Flow]:
    """Stream all records under the headings into columns.

    Args:
        head: the grid and where its headings stand.
        columns: makes fresh columns, by position; called again if the stream has to start again.
        findings: takes rows that are longer than the headings.
        progress: told how much of the file has been read.

    """
    for _ in range(_ATTEMPTS):
        filling = columns()
        try:
            return filling, _pour(head, filling, findings, progress)
        except StartAgain:
            continue
    raise findings.unusable(Code.FILE_UNREADABLE, reason="rows")


def _pour(head: Head, columns: Mapping[int, Column], findings: Findings, progress: Progress) -> Flow:
    numbers = Buffer(np.int64)
    sifted = {rule: Sifted() for rule in head.frame.rules}
    too_long: list[int] = []
    long_count = empty = pending = 0
    for chunk in head.grid.chunks(progress):
        rows = np.arange(chunk.first_row, chunk.first_row + chunk.length, dtype=np.int64)
        under = rows > head.frame.first_row
        keep = under & ~_blank(chunk.columns, chunk.length)
        for number in _filled_beyond(chunk, len(head.headings), keep):
            long_count += 1
            if len(too_long) < LISTED_ROWS:
                too_long.append(number)
        if keep.any():
            last = int(np.flatnonzero(keep)[-1])
            empty += pending + int((under & ~keep)[:last].sum())
            pending = int((under & ~keep)[last:].sum())
        else:
            pending += int((under & ~keep).sum())
        for rule, found in sifted.items():
            keep &= ~found.add(rule, chunk, rows, keep)
        everything = bool(keep.all())
        kept = rows if everything else rows[keep]
        numbers.append(kept)
        for position, column in columns.items():
            coded = chunk.columns[position] if position < len(chunk.columns) else _nothing(chunk.length)
            column.add(coded if everything else coded.take(keep), kept)
    if long_count:
        width = len(head.headings)
        findings.say(Code.ROW_TOO_LONG, row=too_long[0], rows=tuple(too_long), count=long_count, columns=width)
    for rule, found in sifted.items():
        found.say(rule, head.name(rule.position), findings)
    return Flow(numbers.array(), empty)


@dataclass(slots=True)
class Sifted:
    """The rows that one rule leaves out."""

    rows: list[int] = field(default_factory=list)
    """The first of them."""
    count: int = 0

    def add(self, rule: RowRule, chunk: Chunk, rows: Rows, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which of the rows that are still there the rule leaves out, and note them."""
        coded = chunk.columns[rule.position] if rule.position < len(chunk.columns) else _nothing(chunk.length)
        table = np.array([*(matches(rule, value) for value in coded.values), matches(rule, "")], dtype=np.bool_)
        out: NDArray[np.bool_] = keep & table[coded.codes]
        self.count += int(out.sum())
        self.rows += rows[out][: LISTED_ROWS - len(self.rows)].tolist()
        return out

    def say(self, rule: RowRule, column: str, findings: Findings) -> None:
        """Note how many rows were left out and why."""
        if self.count:
            findings.say(
                Code.ROWS_LEFT_OUT,
                row=self.rows[0],
                column=column,
                rows=tuple(self.rows),
                count=self.count,
                reason=rule.reason,
            )


def _nothing(length: int) -> Coded:
    return Coded((), np.full(length, -1, dtype=np.int8))


def _blank(columns: Sequence[Coded], length: int) -> NDArray[np.bool_]:
    """Return which records are blank from end to end."""
    blank = np.ones(length, dtype=np.bool_)
    # The column with the fewest different texts first: it is looked at soonest, and where it is full no other is.
    for coded in sorted(columns, key=lambda one: len(one.values)):
        blank &= _blank_cells(coded)
        if not blank.any():
            break
    return blank


def _blank_cells(coded: Coded) -> NDArray[np.bool_]:
    table = np.array([*(not value.strip() for value in coded.values), True], dtype=np.bool_)
    blank: NDArray[np.bool_] = table[coded.codes]
    return blank


def _filled_beyond(chunk: Chunk, width: int, keep: NDArray[np.bool_]) -> list[int]:
    """Return the rows in which something stands beyond the last heading."""
    beyond = np.zeros(chunk.length, dtype=np.bool_)
    for coded in chunk.columns[width:]:
        beyond |= ~_blank_cells(coded)
    return [chunk.first_row + int(at) for at in np.flatnonzero(beyond & keep)]
