"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS): one grid per sheet, every cell turned into the text a person would read."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.grid import HEAD_RECORDS, Chunk, Coded, Grid, Progress, Row, chunk_rows

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_DOCUMENTS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "__nameid_version"))


def grids(path: Path, findings: Findings) -> list[Grid]:
    """Return a grid for every sheet, in the order of the workbook.

    Raises:
        Unusable: if the workbook is protected by a password, broken, or holds nothing.

    """
    import python_calamine as calamine  # noqa: PLC0415 - only workbooks pay for it

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        sheets = [
            book.get_sheet_by_name(sheet.name)
            for sheet in book.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise findings.unusable(Code.WORKBOOK_PROTECTED) from None
    except (calamine.CalamineError, OSError, ValueError, KeyError):
        raise _broken(path, findings) from None
    except BaseException as error:  # a panic of the Rust library is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise findings.unusable(Code.WORKBOOK_BROKEN) from None
    found = [_grid(sheet, findings) for sheet in sheets]
    if not any(any(map(any, grid.head)) for grid in found):
        raise findings.unusable(Code.FILE_EMPTY)
    return found


def _broken(path: Path, findings: Findings) -> Unusable:
    """Tell a locked workbook and a document in the same container from a damaged workbook."""
    content = path.read_bytes()
    if _PROTECTED in content:
        return findings.unusable(Code.WORKBOOK_PROTECTED)
    if any(name in content for name in _DOCUMENTS):
        return findings.unusable(Code.FILE_NOT_A_TABLE, what="document")
    if content.startswith(b"PK") and b"manifest:encryption-data" in content:
        return findings.unusable(Code.WORKBOOK_PROTECTED)
    return findings.unusable(Code.WORKBOOK_BROKEN)


def _grid(sheet: Any, findings: Findings) -> Grid:  # noqa: ANN401 - calamine's own sheet type is not public
    # calamine gives the empty rows above the used area, but not the empty columns before it.
    leading: Row = ("",) * (sheet.start[1] if sheet.start else 0)

    def chunks(progress: Progress) -> Iterator[Chunk]:
        records = sheet.iter_rows()
        height = max(sheet.total_height, 1)
        done = 0
        size = chunk_rows(sheet.width)
        while block := list(islice(records, size)):
            columns = [Coded((), np.full(len(block), -1, dtype=np.int8)) for _ in leading]
            columns += [coded(column) for column in zip(*block, strict=True)]
            yield Chunk(done + 1, len(block), columns)
            done += len(block)
            progress(min(done / height, 1.0))

    head = tuple(leading + tuple(map(cell_text, record)) for record in islice(sheet.iter_rows(), HEAD_RECORDS))
    return Grid(findings.file, sheet.name, head, chunks)


def coded(column: Sequence[object]) -> Coded:
    """Return typed cells as a coded column, looking at each distinct cell once."""
    if bool in set(map(type, column)):
        # True equals 1 as a dictionary key, and a ticked box must never become the answer code 1.
        column = [cell_text(cell) if isinstance(cell, bool) else cell for cell in column]
    distinct = {cell: position for position, cell in enumerate(dict.fromkeys(column))}
    codes = np.fromiter(map(distinct.__getitem__, column), np.int32, len(column))
    return Coded([cell_text(cell) for cell in distinct], codes)


def cell_text(cell: object) -> str:
    """Return a typed cell as text: whole numbers without a point, dates as ISO, nothing for nothing."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime():
            return cell.isoformat(" ") if cell.time() != dt.time() else cell.date().isoformat()
        case dt.date() | dt.time():
            return cell.isoformat()
        case _:
            return str(cell)
