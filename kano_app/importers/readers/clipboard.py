"""What was copied from a spreadsheet, as a grid: text with tabs, a table of a web page, or text with commas."""

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import islice

from kano_app.domain.problem import Code
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.delimited import delimiter_of
from kano_app.importers.readers.grid import Chunk, Grid, Progress, Row, chunk_rows
from kano_app.importers.readers.limits import head_records, too_wide
from kano_app.importers.readers.workbook import coded


def grid(text: str, html: str | None, findings: Findings) -> Grid:
    """Return the grid of a block that was copied.

    Args:
        text: the block as plain text.
        html: the same as a web page, if the program that it comes from gave it.
        findings: names where it comes from.

    Raises:
        Unusable: if nothing was copied, or too many columns.

    """
    rows = _rows(text, html)
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    if not rows:
        raise findings.unusable(Code.FILE_EMPTY, reason="clipboard")
    width = max(map(len, rows))
    if width > limits.COLUMNS:
        raise too_wide(findings, next(at for at, row in enumerate(rows, 1) if len(row) == width))
    records = [row + ("",) * (width - len(row)) for row in rows]

    def chunks(progress: Progress) -> Iterator[Chunk]:
        size = chunk_rows(width)
        for first in range(0, len(records), size):
            part = records[first : first + size]
            yield Chunk(first + 1, len(part), coded(iter(part)))
            progress((first + len(part)) / len(records))

    return Grid(findings.file, "", tuple(islice(records, head_records(width))), chunks)


def _rows(text: str, html: str | None) -> list[Row]:
    text = text.replace("\x00", "").removeprefix("\ufeff")
    if "\t" in text and (rows := _separated(text, "\t")) is not None:
        return rows
    if html and (rows := _largest_table(html)):
        return rows
    delimiter = "\t" if "\t" in text else delimiter_of(text[: 1 << 18])
    rows = _separated(text, delimiter)
    # A quotation mark that stands for itself is no beginning of a cell.
    return rows if rows is not None else [tuple(line.split(delimiter)) for line in text.splitlines()]


def _separated(text: str, delimiter: str) -> list[Row] | None:
    """Return the rows of a text, or nothing if a quotation mark is never closed or closed within a cell."""
    try:
        return [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]
    except csv.Error:
        return None


def _largest_table(html: str) -> list[Row]:
    reader = _Tables()
    reader.feed(html.replace("\x00", ""))
    reader.close()
    return max(reader.tables, key=lambda table: sum(map(len, table)), default=[])


class _Tables(HTMLParser):
    """Reads the tables of a web page; of merged cells the first holds the text, as in the spreadsheet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[Row]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._below: dict[int, int] = {}
        """For how many rows more a column is covered by a merged cell above."""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a line."""
        if tag in {"style", "script"}:
            self._silent += 1
        elif tag == "table":
            self._end_row()
            self.tables.append([])
            self._below = {}
        elif tag == "tr":
            self._end_row()
            self._row = []
        elif tag in {"td", "th"}:
            self._end_cell()
            self._row = [] if self._row is None else self._row
            self._cell = []
            given = dict(attrs)
            self._spans = _span(given.get("rowspan")), _span(given.get("colspan"))
        elif tag in {"br", "p", "div"} and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in {"style", "script"}:
            self._silent = max(self._silent - 1, 0)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table", "thead", "tbody"}:
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Take text over; breaks of lines in the source are spaces."""
        if self._cell is not None and not self._silent:
            self._cell.append(data.replace("\n", " ").replace("\r", " "))

    def close(self) -> None:
        """End the last row."""
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._skip_covered(self._row)
        lines = "".join(self._cell).split("\n")
        rows, columns = self._spans
        at = len(self._row)
        self._row += ["\n".join(" ".join(line.split()) for line in lines).strip()] + [""] * (columns - 1)
        if rows > 1:
            self._below |= dict.fromkeys(range(at, at + columns), rows)
        self._cell = None

    def _skip_covered(self, row: list[str]) -> None:
        while self._below.get(len(row)):
            row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._skip_covered(self._row)
        self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}
        if not self.tables:
            self.tables.append([])
        self.tables[-1].append(tuple(self._row))
        self._row = None


def _span(told: str | None) -> int:
    return min(max(int(told), 1), limits.COLUMNS) if told and told.isascii() and told.isdigit() and len(told) < 9 else 1
