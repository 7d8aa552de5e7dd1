"""Text tables: the head with the csv module, the body in chunks with pandas, in one agreed encoding and delimiter."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.encoding import BLOCK, detect
from kano_app.importers.findings import Findings
from kano_app.importers.grid import HEAD_RECORDS, Chunk, Coded, Grid, Progress, Row, StartAgain, chunk_rows

_DELIMITERS = ",;\t|"
_SNIFFED_RECORDS = 60
_SNIFFED_TEXT = 1 << 18
_ROOM = 50
"""Cells beyond the head's widest record that are still looked at; a longer row is named all the same."""


@dataclass(slots=True)
class _TextTable:
    """A text table and what was found out about it."""

    path: Path
    findings: Findings
    encoding: str
    delimiter: str = ","
    width: int = 1
    ragged: bool = False
    literal: set[int] = field(default_factory=set)
    """Columns read as plain text: pandas would turn categories that are all numbers into numbers, and 01 into 1."""

    @contextmanager
    def text(self) -> Iterator[tuple[io.BufferedReader, io.TextIOWrapper]]:
        """Open the file as bytes and, over them, as text."""
        with self.path.open("rb") as raw, io.TextIOWrapper(raw, self.encoding, newline="") as text:
            yield raw, text

    def records(self, text: io.TextIOWrapper) -> Iterator[list[str]]:
        """Yield the records of the file one by one."""
        lines: list[str] = []
        last: list[str] = []
        row = 0
        try:
            for record in csv.reader(_noted(text, lines), delimiter=self.delimiter):
                row += 1
                yield record
                last, lines[:] = [*lines], []
        except csv.Error:
            # The lenient reader complains of a cell without end alone: a quote was never closed.
            raise self.findings.unusable(Code.FILE_UNREADABLE, row=row + 1, reason="quote") from None
        if _is_open(last, self.delimiter):
            raise self.findings.unusable(Code.FILE_UNREADABLE, row=row, reason="quote")

    def chunks(self, progress: Progress) -> Iterator[Chunk]:
        """Yield all records in chunks of coded columns."""
        import pandas as pd  # noqa: PLC0415 - heavy, and only files pay for it

        size = max(self.path.stat().st_size, 1)
        row = 1
        with self.text() as (raw, text):
            try:
                reader = pd.read_csv(
                    text,
                    sep=self.delimiter,
                    header=None,
                    names=range(self.width),
                    usecols=range(self.width) if self.ragged else None,
                    index_col=False,
                    dtype={column: object if column in self.literal else "category" for column in range(self.width)},
                    keep_default_na=False,
                    na_filter=False,
                    skip_blank_lines=False,
                    chunksize=chunk_rows(self.width),
                )
                for frame in reader:
                    yield Chunk(row, len(frame), [self._coded(column, frame[column]) for column in range(self.width)])
                    row += len(frame)
                    progress(min(raw.tell() / size, 1.0))
            except pd.errors.ParserError as error:
                raise self._parse_failure(str(error), row) from None

    def _coded(self, column: int, cells: Any) -> Coded:  # noqa: ANN401 - pandas brings no types
        """Return a column of a pandas frame as a coded column."""
        if column in self.literal:
            codes, values = _factorize(cells.to_numpy())
            return Coded(values, codes)
        categories = list(cells.array.categories)
        if not all(isinstance(value, str) for value in categories):
            self.literal.add(column)
            raise StartAgain
        return Coded(categories, cells.array.codes)

    def _parse_failure(self, message: str, row: int) -> Exception:
        longer = re.search(r"Expected \d+ fields", message)
        if longer and not self.ragged:
            with self.text() as (_, text):
                widest = max((len(record) for record in self.records(text)), default=self.width)
            self.width = min(widest, self.width + _ROOM)
            self.ragged = True
            return StartAgain()
        quote = re.search(r"EOF inside string starting at row (\d+)", message)
        if quote:
            return self.findings.unusable(Code.FILE_UNREADABLE, row=int(quote[1]) + 1, reason="quote")
        return self.findings.unusable(Code.FILE_UNREADABLE, row=row, reason="rows")


def _noted(text: Iterable[str], lines: list[str]) -> Iterator[str]:
    """Yield lines and note them down, so that the last record can be looked at again."""
    for line in text:
        lines.append(line)
        yield line


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Return whether a record ends inside quotes; only a strict reader tells."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _factorize(cells: NDArray[np.object_]) -> tuple[NDArray[np.integer], list[str]]:
    import pandas as pd  # noqa: PLC0415 - heavy, and only files pay for it

    codes, values = pd.factorize(cells)
    return codes, list(values)


def grid(path: Path, findings: Findings) -> Grid:
    """Return the grid of a text table.

    Raises:
        Unusable: if it is not text, holds nothing, or cannot be split into records.

    """
    try:
        return _grid(path, findings)
    except OSError:
        raise findings.unusable(Code.FILE_UNREADABLE, reason="system") from None


def _grid(path: Path, findings: Findings) -> Grid:
    encoding, assumed = detect(path)
    if not encoding.startswith(("utf-16", "utf-32")) and _has_nul(path):
        raise findings.unusable(Code.FILE_NOT_A_TABLE, what="binary")
    if assumed and encoding.startswith("utf"):
        raise findings.unusable(Code.FILE_UNREADABLE, reason="encoding")
    table = _TextTable(path, findings, encoding)
    with table.text() as (_, text):
        sample = text.read(_SNIFFED_TEXT)
    if not sample.strip():
        raise _empty(path, findings)
    if assumed:
        findings.say(Code.ENCODING_ASSUMED, encoding=_NAMES.get(encoding, encoding))
    told = re.match(r"sep=(.)\r?\n", sample)
    table.delimiter = told[1] if told else _delimiter(sample)
    with table.text() as (_, text):
        head: tuple[Row, ...] = tuple(tuple(record) for record in islice(table.records(text), HEAD_RECORDS))
    if told:
        head = ((), *head[1:])
    table.width = max(1, *(len(record) for record in head))
    table.literal = {column for column in range(table.width) if _all_numbers(head, column)}
    return Grid(findings.file, "", head, table.chunks, encoding)


def _all_numbers(head: tuple[Row, ...], column: int) -> bool:
    """Return whether a column may come out as numbers; the first record is left aside, it may be the heading."""
    cells = {record[column] for record in head[1:] if column < len(record)}
    return all(_NUMBER.fullmatch(cell.strip()) for cell in cells)


_NUMBER = re.compile(r"[-+]?[\d.,eE+]*|true|false|nan|inf", re.IGNORECASE)
_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "cp1252": "Windows-1252", "mac_roman": "Mac Roman"}


def _empty(path: Path, findings: Findings) -> Unusable:
    """Return the problem of a file of blanks; one that begins with much white space is no table either."""
    blank = path.stat().st_size <= _SNIFFED_TEXT
    return findings.unusable(Code.FILE_EMPTY) if blank else findings.unusable(Code.FILE_NOT_A_TABLE, what="binary")


def _has_nul(path: Path) -> bool:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            if b"\x00" in block:
                return True
    return False


def _delimiter(sample: str) -> str:
    """Return the delimiter under which the most records have the same number of cells."""

    def fit(delimiter: str) -> tuple[float, int]:
        try:
            # A cell without end is found, and said, when the head is read.
            widths = Counter(
                len(record)
                for record in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), _SNIFFED_RECORDS)
                if any(record)
            )
        except csv.Error:
            return 0.0, 0
        width, records = max(widths.items(), key=lambda found: (found[1], found[0]), default=(1, 0))
        return (records / widths.total(), width) if width > 1 else (0.0, 0)

    return max(_DELIMITERS, key=fit)
