"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS): one grid per sheet, every cell turned into the text a person would read."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers.grid import Chunk, Coded, Grid, Progress, Row, chunk_rows, column_letters
from kano_app.importers.readers.limits import head_records
from kano_app.importers.readers.sheet_notes import SheetNotes

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_BLOCK = 256
"""Records turned into codes at a time: so few that their texts are still in the processor's cache."""
_DOCUMENTS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "__nameid_version"))


def grids(path: Path, findings: Findings, notes: Mapping[str, SheetNotes] = MappingProxyType({})) -> list[Grid]:
    """Return a grid for every sheet, in the order of the workbook; those that are hidden come last.

    Args:
        path: the workbook.
        findings: takes what is met while a sheet is read.
        notes: what was found in each sheet before, by its name.

    Raises:
        Unusable: if the workbook is protected by a password, broken, or holds nothing.

    """
    import python_calamine as calamine  # noqa: PLC0415 - only workbooks pay for it

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        sheets = [
            book.get_sheet_by_name(sheet.name)
            for sheet in sorted(
                book.sheets_metadata, key=lambda sheet: bool(sheet.visible != calamine.SheetVisibleEnum.Visible)
            )
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise findings.unusable(Code.WORKBOOK_PROTECTED) from None
    except (calamine.CalamineError, OSError, ValueError, KeyError):
        raise explain_broken(path, findings) from None
    except BaseException as error:  # a panic of the Rust library is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise findings.unusable(Code.WORKBOOK_BROKEN) from None
    found = [_grid(sheet, findings, notes.get(sheet.name, SheetNotes())) for sheet in sheets]
    if not any(any(map(any, grid.head)) for grid in found):
        raise findings.unusable(Code.FILE_EMPTY)
    return found


def explain_broken(path: Path, findings: Findings) -> Unusable:
    """Tell a locked workbook and a document in the same container from a damaged workbook."""
    content = path.read_bytes()
    if _PROTECTED in content:
        return findings.unusable(Code.WORKBOOK_PROTECTED)
    if any(name in content for name in _DOCUMENTS):
        return findings.unusable(Code.FILE_NOT_A_TABLE, what="document")
    if content.startswith(b"PK") and b"manifest:encryption-data" in content:
        return findings.unusable(Code.WORKBOOK_PROTECTED)
    return findings.unusable(Code.WORKBOOK_BROKEN)


def _grid(sheet: Any, findings: Findings, notes: SheetNotes) -> Grid:  # noqa: ANN401 - calamine's own type is not public
    # calamine gives the empty rows above the used area, but not the empty columns before it.
    first = sheet.start[1] if sheet.start else 0
    leading: Row = ("",) * first

    def records() -> Iterator[Sequence[object]]:
        rows: Iterator[Sequence[object]] = sheet.iter_rows()
        return _as_shown(rows, notes, first) if notes.shown else rows

    def chunks(progress: Progress) -> Iterator[Chunk]:
        _say(notes, findings)
        flow = records()
        height = max(sheet.total_height, 1)
        done = 0
        size = chunk_rows(sheet.width)
        while columns := coded(islice(flow, size)):
            length = len(columns[0].codes)
            yield Chunk(done + 1, length, [Coded((), np.full(length, -1, dtype=np.int8)) for _ in leading] + columns)
            done += length
            progress(min(done / height, 1.0))

    few = islice(records(), head_records(first + sheet.width))
    head = tuple(leading + tuple(map(_text, record)) for record in few)
    return Grid(findings.file, sheet.name, head, chunks)


def _as_shown(records: Iterator[Sequence[object]], notes: SheetNotes, first: int) -> Iterator[Sequence[object]]:
    """Yield records with what a person sees in place of what is stored: errors and percentages."""
    for row, record in enumerate(records):
        shown = notes.shown.get(row)
        if shown is None:
            yield record
        else:
            yield [shown.get(first + at, cell) for at, cell in enumerate(record)]


def _say(notes: SheetNotes, findings: Findings) -> None:
    """Say once what the values of a sheet do not tell, when it is read."""
    for code, found, column in (
        (Code.FORMULA_WITHOUT_VALUE, notes.uncomputed, column_letters(notes.uncomputed_column)),
        (Code.ROWS_HIDDEN, notes.hidden, ""),
    ):
        if found.count and code not in {problem.code for problem in findings.problems}:
            findings.say(code, row=found.rows[0], column=column, rows=tuple(found.rows), count=found.count)


class _Numbers(dict[object, int]):
    """A number for each different cell; 0 and 1 have theirs first, before a ticked box, which equals 1, can take it."""

    def __init__(self) -> None:
        super().__init__({0: 0, 1: 1})

    def __missing__(self, cell: object) -> int:
        number = self[cell] = len(self)
        return number


def coded(records: Iterator[Sequence[object]]) -> list[Coded]:
    """Return records of typed cells as coded columns, looking at each distinct cell once; nothing for no records."""
    numbers = _Numbers()
    blocks = []
    while block := list(islice(records, _BLOCK)):
        codes = _block_codes(block, numbers)
        if codes.min(initial=2) < 2 and bool in set(map(type, chain.from_iterable(block))):
            # True equals 1 as a dictionary key, and a ticked box must never become the answer code 1.
            codes = _block_codes([[_ticked(cell) for cell in record] for record in block], numbers)
        blocks.append(codes)
    if not blocks:
        return []
    texts = np.array([*map(cell_text, numbers)], dtype=object)
    return [_column(codes, texts) for codes in np.concatenate(blocks).T]


def _block_codes(block: Sequence[Sequence[object]], numbers: _Numbers) -> NDArray[np.int32]:
    width = len(block[0])
    codes = np.fromiter(map(numbers.__getitem__, chain.from_iterable(block)), np.int32, len(block) * width)
    return codes.reshape(-1, width)


def _column(codes: NDArray[np.int32], texts: NDArray[np.object_]) -> Coded:
    """Return one column with only the texts that occur in it."""
    occurs = np.zeros(len(texts), dtype=np.bool_)
    occurs[codes] = True
    position = np.cumsum(occurs, dtype=np.int32) - 1
    return Coded(texts[occurs].tolist(), position[codes])


def _ticked(cell: object) -> object:
    return cell_text(cell) if isinstance(cell, bool) else cell


def _text(cell: object) -> str:
    return cell if type(cell) is str else cell_text(cell)


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
