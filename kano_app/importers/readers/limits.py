"""How much of a file is read at most: far more than any survey is, and little enough for any computer."""

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers.grid import HEAD_RECORDS

COLUMNS = 20_000
"""Columns of a table; spreadsheet programs end at 16,384."""
RECOGNISED = 5_000
"""Columns of a table in which a survey is looked for: a form of a thousand features has fewer."""
ROWS = 1 << 20
"""Rows of a sheet; spreadsheet programs end here."""
CELLS = 25_000_000
"""Cells between the first and the last filled one of all sheets: they are laid out in memory before they are read."""
RECORD = 16 << 20
"""Characters of one record, and bytes of a file without an end of line."""
CHUNK = 1 << 28
"""Characters between two chunks of a text table."""
INFLATED = 2 << 30
"""Bytes of a workbook when it is unpacked."""
STRINGS = 512 << 20
"""Bytes of the texts of a workbook when they are unpacked."""
SUSPECT = 200 << 20
"""Bytes from which a workbook must not be squeezed more than ``RATIO``-fold."""
RATIO = 500
PARTS = 10_000
"""Files in the archive that a workbook is."""
HEAD_CELLS = 2_000_000
"""Cells of the head; very wide tables are recognised from fewer records."""


def head_records(width: int) -> int:
    """Return from how many records a table of a width is recognised."""
    return min(HEAD_RECORDS, max(HEAD_CELLS // max(width, 1), 50))


def too_wide(findings: Findings, row: int | None = None, most: int | None = None) -> Unusable:
    """Return the exception for a table with more columns than are read."""
    return findings.unusable(Code.FILE_TOO_LARGE, row=row, reason="columns", most=COLUMNS if most is None else most)
