"""Rows of cells → files that come out the same, byte for byte, each time."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from sample_surveys.making.layouts import Row

MADE = dt.datetime(2026, 3, 14, 9, 0)  # noqa: DTZ001 - a workbook's dates have no time zone
"""The date of creation that every workbook bears; the clock's would differ at each run."""


def csv_text(rows: Sequence[Row], *, delimiter: str = ",", newline: str = "\n") -> str:
    """Return the rows as CSV, quoted where needed."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return buffer.getvalue()


def write_csv(path: Path, rows: Sequence[Row], *, encoding: str = "utf-8", newline: str = "\n") -> None:
    """Write the rows as CSV."""
    path.write_bytes(csv_text(rows, newline=newline).encode(encoding))


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Row]]) -> None:
    """Write one sheet for each entry, with the heading held in place."""
    with xlsxwriter.Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": MADE})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, [None if cell == "" else cell for cell in row])
