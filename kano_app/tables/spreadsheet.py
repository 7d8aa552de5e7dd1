"""A table for the cells of a spreadsheet: a number a cell, as the figure is; words as they are read."""

from decimal import Decimal

from kano_app.analysis.coefficients import Strength
from kano_app.analysis.figure import Blank
from kano_app.i18n import Language
from kano_app.tables.cells import Cell, Range, Split, worded
from kano_app.tables.table import Column, Kind
from kano_app.wording.categories import READING_ORDER


def sheet_headings(column: Column, language: Language) -> tuple[str, ...]:
    """Return what stands over a column: two headings where it has an interval, six where it has shares."""
    if column.kind is Kind.SPLIT:
        return tuple(one.letter for one in READING_ORDER)
    heading = column.titled(language)
    if column.kind is Kind.INTERVAL:
        both = language.gettext("{column} (low)"), language.gettext("{column} (high)")
        return tuple(one.format(column=heading) for one in both)
    return (heading,)


def sheet_cells(cell: Cell, column: Column, language: Language) -> tuple[str | float, ...]:
    """Return what stands under each heading of a column; nothing where a figure is undefined."""
    if column.kind is Kind.SPLIT:
        return (
            tuple(cell.shares[one] for one in READING_ORDER) if isinstance(cell, Split) else ("",) * len(READING_ORDER)
        )
    if column.kind is Kind.INTERVAL:
        return (cell.low, cell.high) if isinstance(cell, Range) else ("", "")
    if cell is None or isinstance(cell, Blank):
        return ("",)
    if isinstance(cell, Strength):
        return (cell.value,)
    told = worded(cell, language)
    if told is None and isinstance(cell, int | float):
        return (cell,)
    return ((told or "").replace("\r\n", "\n").replace("\r", "\n"),)


def sheet_number(value: float, point: str) -> str:
    """Return a number as a spreadsheet of somebody with this decimal point takes it: no groups, no powers of ten."""
    whole, _, rest = format(Decimal(repr(float(value))), "f").partition(".")
    rest = rest.rstrip("0")
    return f"{whole}{point}{rest}" if rest else whole
