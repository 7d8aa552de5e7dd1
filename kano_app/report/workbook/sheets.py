"""A sheet that writes row after row: literal text, numbers as numbers, columns as wide as what stands in them."""

import math
from collections.abc import Sequence
from typing import Any

from kano_app.analysis import Blank
from kano_app.analysis.coefficients import Strength
from kano_app.i18n import Language
from kano_app.report.workbook.literal import cell_text, sheet_name, width_of
from kano_app.report.workbook.looks import Looks
from kano_app.tables import Cell, Column, Kind, Table
from kano_app.tables import cell_text as as_read
from kano_app.tables.cells import Range
from kano_app.wording.figures import blank_reason

_NARROWEST, _WIDEST = 7, 60
_HEADING_WIDTH = 14
"""Headings of numbers wrap rather than widen their column beyond this."""
_WRAPPED = 44
_LINE, _HIGHEST = 15.0, 409.0
"""Points of a line, and of the highest row that there can be."""
_BROKEN = 1.15
"""A text takes so much more room where its lines break between words."""
"""Texts longer than this wrap inside their cell."""


class Book:
    """A workbook under way: its sheets and their names."""

    def __init__(self, book: Any, words: Language) -> None:  # noqa: ANN401 - xlsxwriter is untyped
        """Begin a workbook in a language."""
        self._book, self.words, self.looks = book, words, Looks(book)
        self._names: list[str] = []

    def sheet(self, name: str, *, title: str = "") -> "Sheet":
        """Return a new sheet; its name becomes one that spreadsheets take."""
        self._names.append(sheet_name(name, self._names))
        made = self._book.add_worksheet(self._names[-1])
        if title:
            made.set_header("&L" + cell_text(title)[:100].replace("&", "&&") + "&R&P / &N")
        return Sheet(made, self.looks, self._names[-1])


class Sheet:
    """One sheet."""

    def __init__(self, sheet: Any, looks: Looks, name: str) -> None:  # noqa: ANN401 - xlsxwriter is untyped
        """Write on a worksheet."""
        self.sheet, self.looks, self.name = sheet, looks, name
        self._widths: dict[int, int] = {}
        self._wrapped: dict[int, list[tuple[int, int]]] = {}
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    @property
    def quoted(self) -> str:
        """The name as a formula writes it."""
        return "'" + self.name.replace("'", "''") + "'"

    def text(self, row: int, column: int, text: str, **look: object) -> None:
        """Write literal text."""
        shown = cell_text(text)
        wide = width_of(shown)
        wrap = {"text_wrap": True} if wide > _WRAPPED else {}
        self.sheet.write_string(row, column, shown, self.looks.text(shown, **{**wrap, **look}))
        self.widen(column, wide)
        if wrap:
            self._wrapped.setdefault(row, []).append((column, wide))

    def line(self, row: int, text: str, look: Any | None = None) -> None:  # noqa: ANN401 - xlsxwriter is untyped
        """Write text that may run over the cells beside it."""
        self.sheet.write_string(row, 0, cell_text(text), look or self.looks.note)

    def heading(self, row: int, column: int, text: str, *, wide: int = _HEADING_WIDTH, **look: object) -> None:
        """Write the heading of a column."""
        shown = cell_text(text)
        self.sheet.write_string(row, column, shown, self.looks.heading(**look))
        self.widen(column, min(width_of(shown), max(wide, *map(width_of, shown.split()), 0) if shown else 0))
        self._wrapped.setdefault(row, []).append((column, width_of(shown)))

    def number(self, row: int, column: int, value: float, kind: Kind, **look: object) -> None:
        """Write a number."""
        self.sheet.write_number(row, column, value, self.looks.number(kind, **look))
        self.widen(column, len(f"{value:,.2f}") if kind is not Kind.COUNT else len(f"{value:,}"))

    def formula(
        self, row: int, column: int, formula: str, value: float | str, kind: Kind = Kind.COUNT, **look: object
    ) -> None:
        """Write a formula with its result, which programs show that do not calculate."""
        self.sheet.write_formula(row, column, formula, self.looks.number(kind, **look), value)
        self.widen(column, width_of(str(value)) if isinstance(value, str) else 9)

    def widen(self, column: int, wide: int, most: int = _WIDEST) -> None:
        """Ask for room in a column."""
        self._widths[column] = max(self._widths.get(column, _NARROWEST), min(wide, most))

    def close(self, frozen: tuple[int, int], filtered: tuple[int, int, int, int] | None = None) -> None:
        """Set the widths, keep the headings in sight, and offer to filter."""
        for column, wide in self._widths.items():
            self.sheet.set_column(column, column, wide + 2)
        for row, cells in self._wrapped.items():
            lines = max(_lines(wide, self._widths.get(column, _NARROWEST)) for column, wide in cells)
            if lines > 1:
                self.sheet.set_row(row, min(_LINE * lines + 1, _HIGHEST))
        self.sheet.freeze_panes(*frozen)
        self.sheet.repeat_rows(0, max(frozen[0] - 1, 0))
        if filtered is not None:
            self.sheet.autofilter(*filtered)


def _lines(wide: int, room: int) -> int:
    return 1 if wide <= room + 1 else math.ceil(wide * _BROKEN / room)


def write_table(sheet: Sheet, table: Table, words: Language) -> None:
    """Write a table: an undefined figure is an empty cell, and the reason stands at the end of its row."""
    heads = [head for column in table.columns for head in _heads(column, words)]
    has_blanks = bool(table.blanks)
    for place, (head, _) in enumerate(heads):
        sheet.heading(0, place, head, **_aligned(heads, place))
    if has_blanks:
        sheet.heading(0, len(heads), words.gettext("Empty because"))
    for number, row in enumerate(table.rows, start=1):
        place = 0
        for cell, column in zip(row, table.columns, strict=True):
            look: dict[str, Any] = {"align": "left", "indent": 1} if place and heads[place - 1][1] else {}
            place = _write_cell(sheet, (number, place), cell, column, words, look)
        if has_blanks:
            reasons = dict.fromkeys(blank_reason(cell, words) for cell in row if isinstance(cell, Blank))
            sheet.text(number, place, words.sentences(reasons))
    _write_descriptions(sheet, table, words)
    names = sum(len(_heads(column, words)) for column in table.columns[: _name_place(table) + 1])
    last = len(heads) - (not has_blanks)
    sheet.close((1, names), (0, 0, max(len(table.rows), 1), last))


def _aligned(heads: Sequence[tuple[str, bool]], place: int) -> dict[str, Any]:
    """Return how a heading is set: over its numbers, or apart from the numbers left of it."""
    if heads[place][1]:
        return {"align": "right"}
    return {"align": "left", "indent": int(place > 0 and heads[place - 1][1])}


def _name_place(table: Table) -> int:
    """Return which column names the row and stays in sight."""
    return next((place for place, column in enumerate(table.columns) if column.key == "name"), 0)


def _heads(column: Column, words: Language) -> Sequence[tuple[str, bool]]:
    heading = column.titled(words)
    if column.kind is not Kind.INTERVAL:
        return ((heading, column.is_number),)
    ends = (words.gettext("{heading}, low"), words.gettext("{heading}, high"))
    return tuple((end.format(heading=heading), True) for end in ends)


def _write_cell(
    sheet: Sheet, at: tuple[int, int], cell: Cell, column: Column, words: Language, look: dict[str, Any]
) -> int:
    """Write a cell and return the place of the next."""
    row, place = at
    if column.kind is Kind.INTERVAL:
        if isinstance(cell, Range):
            kind = Kind.COUNT if isinstance(cell.low, int) else column.kind  # between which ranks
            sheet.number(row, place, cell.low, kind)
            sheet.number(row, place + 1, cell.high, kind)
        return place + 2
    if isinstance(cell, Strength):
        cell = cell.value
    if cell is None or isinstance(cell, Blank):
        return place + 1
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.number(row, place, cell, column.kind)
    else:
        sheet.text(row, place, as_read(cell, column.kind, words, {}), **look)
    return place + 1


def _write_descriptions(sheet: Sheet, table: Table, words: Language) -> None:
    """Say under the table what its columns mean."""
    row = len(table.rows) + 2
    for column in table.columns:
        if column.description:
            told = words.pgettext("a name and what it is", "{name}: {value}")
            text = told.format(name=column.titled(words), value=words.gettext(column.description))
            sheet.line(row, text)
            row += 1
