"""Text tables: the head with the csv module, the body in chunks with pandas, in one agreed encoding and delimiter."""

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.encoding import detect, is_wide
from kano_app.importers.readers.grid import Chunk, Coded, Grid, Progress, Row, StartAgain, chunk_rows, standing
from kano_app.importers.readers.limits import head_records, too_wide
from kano_app.importers.readers.lines import Flow, Lines, TooLongError, check_bytes
from kano_app.importers.readers.sheet_notes import RowCount

_DELIMITERS = ",;\t|"
_SNIFFED_RECORDS = 60
_SNIFFED_TEXT = 1 << 18
csv.field_size_limit(limits.RECORD)
_ROOM = 50
"""Cells beyond the head's widest record that are still looked at; a longer row is named all the same."""


@dataclass(slots=True)
class _TextTable:
    """A text table and what was found out about it."""

    path: Path
    findings: Findings
    encoding: str
    delimiter: str = ","
    mixed: bool = False
    """Whether some bytes are in another encoding; each stands as �."""
    width: int = 1
    ragged: bool = False
    literal: set[int] = field(default_factory=set)
    """Columns read as plain text: pandas would turn categories that are all numbers into numbers, and 01 into 1."""

    @contextmanager
    def text(self) -> Iterator[tuple[io.BufferedReader, io.TextIOWrapper]]:
        """Open the file as bytes and, over them, as text."""
        with (
            self.path.open("rb") as raw,
            io.TextIOWrapper(raw, self.encoding, "replace" if self.mixed else "strict", newline="") as text,
        ):
            yield raw, text

    def records(self, text: io.TextIOWrapper, progress: Progress) -> Iterator[list[str]]:
        """Yield the records of the file one by one."""
        lines = Lines(text, progress)
        row = 0
        try:
            for record in csv.reader(lines, delimiter=self.delimiter):
                row += 1
                if len(record) > limits.COLUMNS:
                    raise too_wide(self.findings, row)
                yield record
                lines.next_record()
        except csv.Error:
            # The lenient reader complains of a cell without end alone: a quote was never closed.
            raise self.findings.unusable(Code.FILE_UNREADABLE, row=row + 1, reason="quote") from None
        except TooLongError:
            if len(lines.current) > 1:
                raise self.findings.unusable(Code.FILE_UNREADABLE, row=row + 1, reason="quote") from None
            raise self.findings.unusable(Code.FILE_TOO_LARGE, row=row + 1, reason="record") from None
        if _is_open(lines.last, self.delimiter):
            raise self.findings.unusable(Code.FILE_UNREADABLE, row=row, reason="quote")

    def head(self, progress: Progress) -> tuple[Row, ...]:
        """Return the first records: fewer where they are wide or long."""
        head: list[Row] = []
        width, length = 1, 0
        with self.text() as (_, text):
            for record in self.records(text, progress):
                head.append(tuple(record))
                width, length = max(width, len(record)), length + sum(map(len, record))
                if len(head) >= head_records(width) or length > limits.RECORD:
                    break
        return tuple(head)

    def chunks(self, progress: Progress) -> Iterator[Chunk]:
        """Yield all records in chunks of coded columns."""
        import pandas as pd  # noqa: PLC0415 - heavy, and only files pay for it

        size = max(self.path.stat().st_size, 1)
        row, done = 1, 0.0
        with self.text() as (raw, text):
            flow = Flow(text)
            try:
                reader = pd.read_csv(
                    flow,
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
                    flow.length = 0
                    done = min(raw.tell() / size, 1.0)
                    progress(done)
            except pd.errors.ParserError as error:
                raise self._parse_failure(str(error), row, standing(progress, done)) from None
            except TooLongError:
                raise self._too_long(row, standing(progress, done)) from None

    def _coded(self, column: int, cells: Any) -> Coded:  # noqa: ANN401 - pandas brings no types
        """Return a column of a pandas frame as a coded column."""
        if column in self.literal:
            codes, values = _factorize(cells.to_numpy())
            return Coded(values, codes)
        categories = cells.array.categories.tolist()
        if not all(isinstance(value, str) for value in categories):
            self.literal.add(column)
            raise StartAgain
        return Coded(categories, cells.array.codes)

    def _too_long(self, row: int, progress: Progress) -> Exception:
        """Return the problem of the record that is too long, or of so many long ones that they fill the memory."""
        try:
            with self.text() as (_, text):
                deque(self.records(text, progress), maxlen=0)
        except Unusable as unusable:
            return unusable
        return self.findings.unusable(Code.FILE_TOO_LARGE, row=row, reason="record")

    def _parse_failure(self, message: str, row: int, progress: Progress) -> Exception:
        longer = re.search(r"Expected \d+ fields", message)
        if longer and not self.ragged:
            with self.text() as (_, text):
                widest = max((len(record) for record in self.records(text, progress)), default=self.width)
            self.width = min(widest, self.width + _ROOM)
            self.ragged = True
            return StartAgain()
        quote = re.search(r"EOF inside string starting at row (\d+)", message)
        if quote:
            return self.findings.unusable(Code.FILE_UNREADABLE, row=int(quote[1]) + 1, reason="quote")
        return self.findings.unusable(Code.FILE_UNREADABLE, row=row, reason="rows")


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


def grid(path: Path, findings: Findings, progress: Progress) -> Grid:
    """Return the grid of a text table.

    Raises:
        Unusable: if it is not text, holds nothing, or cannot be split into records.

    """
    try:
        return _grid(path, findings, progress)
    except OSError:
        raise findings.unusable(Code.FILE_UNREADABLE, reason="system") from None


def _grid(path: Path, findings: Findings, progress: Progress) -> Grid:
    check_bytes(path, findings, progress, wide=is_wide(path))
    encoding = detect(path, progress)
    if encoding.damaged:
        raise findings.unusable(Code.FILE_UNREADABLE, reason="encoding")
    if encoding.strange_line is not None:
        raise findings.unusable(Code.FILE_UNREADABLE, row=encoding.strange_line, reason="mixed")
    table = _TextTable(path, findings, encoding.name, mixed=encoding.mixed)
    with table.text() as (_, text):
        sample = text.read(_SNIFFED_TEXT)
    if not sample.strip():
        raise _empty(path, findings)
    if encoding.assumed:
        findings.say(Code.ENCODING_ASSUMED, encoding=_NAMES.get(encoding.name, encoding.name))
    told = re.match(r"sep=(.)\r?\n", sample)
    table.delimiter = told[1] if told else delimiter_of(sample)
    head = table.head(progress)
    if told:
        head = ((), *head[1:])
    if table.mixed:
        _say_mixed(table, progress)
    table.width = max(1, *(len(record) for record in head))
    table.literal = {column for column in range(table.width) if _is_literal(head, column)}
    return Grid(findings.file, "", head, table.chunks, encoding.name)


def _say_mixed(table: _TextTable, progress: Progress) -> None:
    """Name the rows in which something is not in the encoding of the rest."""
    rows = RowCount()
    with table.text() as (_, text):
        for row, record in enumerate(table.records(text, progress), 1):
            if any("\ufffd" in cell for cell in record):
                rows.add(row)
    if rows.count:
        table.findings.say(Code.ENCODING_MIXED, row=rows.rows[0], rows=tuple(rows.rows), count=rows.count)


def _is_literal(head: tuple[Row, ...], column: int) -> bool:
    """Return whether a column is better not read as categories: it may come out as numbers, or all cells differ.

    The first record is left aside, it may be the heading.
    """
    cells = {record[column] for record in head[1:] if column < len(record)}
    return 2 * len(cells) > len(head) > _MANY or all(_NUMBER.fullmatch(cell.strip()) for cell in cells)


_MANY = 100
"""From so many records on it shows whether all cells of a column differ."""
_NUMBER = re.compile(r"[-+]?[\d.,eE+]*|true|false|nan|inf", re.IGNORECASE)
_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
_NAMES |= {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def _empty(path: Path, findings: Findings) -> Unusable:
    """Return the problem of a file of blanks; one that begins with much white space is no table either."""
    blank = path.stat().st_size <= _SNIFFED_TEXT
    return findings.unusable(Code.FILE_EMPTY) if blank else findings.unusable(Code.FILE_NOT_A_TABLE, what="binary")


def delimiter_of(sample: str) -> str:
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
