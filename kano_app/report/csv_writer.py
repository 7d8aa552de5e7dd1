"""A table as CSV: raw values in full precision, safe to open in a spreadsheet."""

import csv
import io

from kano_app.i18n import Language
from kano_app.tables import Cell, Column, Kind, Table, raw_cell
from kano_app.tables.cells import Range

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table, language: Language) -> str:
    """Return a table as CSV with a heading row of column keys.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; undefined figures are empty; an
    interval takes two columns, its ends.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(key for column in table.columns for key in _keys(column))
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        writer.writerow(value for cell, column in cells for value in _values(cell, column, language))
    return out.getvalue()


def _keys(column: Column) -> tuple[str, ...]:
    return (f"{column.key}_low", f"{column.key}_high") if column.kind is Kind.INTERVAL else (column.key,)


def _values(cell: Cell, column: Column, language: Language) -> tuple[str | float | None, ...]:
    if column.kind is Kind.INTERVAL:
        return (cell.low, cell.high) if isinstance(cell, Range) else (None, None)
    return (inert(raw_cell(cell, language)),)


def inert(value: str | float | None) -> str | float | None:
    """Return a value so that no spreadsheet runs it: a text that would begin a formula gets an apostrophe in front."""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
