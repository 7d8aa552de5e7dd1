"""A table as CSV: raw values in full precision, safe to open in a spreadsheet."""

import csv
import io

from kano_app.i18n import Language
from kano_app.tables import Table, raw_cell

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table, language: Language) -> str:
    """Return a table as CSV with a heading row of column keys.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; undefined figures are empty.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(_inert(raw_cell(cell, language)) for cell in row)
    return out.getvalue()


def _inert(value: str | float | None) -> str | float | None:
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
