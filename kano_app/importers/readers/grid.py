"""A raw grid: what every reader of files hands over, and all that layouts and builders ever see of a file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Row = tuple[str, ...]
Progress = Callable[[float], None]

HEAD_RECORDS = 1000
"""A layout is recognised from this many records; the rest of a file is only ever streamed."""
CELLS_PER_CHUNK = 600_000


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column as its few distinct texts and, per cell, a position in them; −1 is an empty cell."""

    values: Sequence[str]
    codes: NDArray[np.integer]

    def take(self, keep: NDArray[np.bool_]) -> "Coded":
        """Return the column with only the kept cells."""
        return Coded(self.values, self.codes[keep])


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Some records one after the other; ``first_row`` counts from 1 as a spreadsheet does."""

    first_row: int
    length: int
    columns: Sequence[Coded]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A sheet or a text table: its first records, and a way to stream all of them, the head included."""

    file: str
    sheet: str
    head: tuple[Row, ...]
    chunks: Callable[[Progress], Iterator[Chunk]]
    encoding: str = ""


class StartAgain(Exception):  # noqa: N818 - reads as what it asks for: call chunks() again
    """Raised by a stream that found rows longer than the head had; the next stream makes room for them."""


def standing(progress: Progress, done: float) -> Progress:
    """Return a progress that goes on being called, so that reading can be ended, and always tells the same."""
    return lambda _: progress(done)


def chunk_rows(width: int) -> int:
    """Return how many records of this width make a chunk."""
    return min(max(CELLS_PER_CHUNK // max(width, 1), 500), 50_000)


def column_letters(index: int) -> str:
    """Return the letters a spreadsheet gives to a column counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
