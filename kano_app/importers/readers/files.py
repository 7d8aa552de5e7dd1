"""What a file is, told by its bytes and not by its name, and the grids of those that hold tables."""

from pathlib import Path

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers import delimited, sheet_ole, workbook
from kano_app.importers.readers.archive import opened
from kano_app.importers.readers.grid import Grid, Progress
from kano_app.importers.readers.inspection import look_through

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_NOT_TABLES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "document"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"SQLite format 3", "database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_WORKBOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
_MARKUP = ((b"<!doctype html", "web page"), (b"<html", "web page"), (b"<?xml", "XML"), (b"<svg", "image"))


def open_grids(path: Path, findings: Findings, progress: Progress | None = None) -> list[Grid]:
    """Return the grids of a file: one of a text table, one per sheet of a workbook.

    Args:
        path: the file.
        findings: takes what was assumed.
        progress: called again and again with 0, as no row has been read; what it raises ends the opening.

    Raises:
        Unusable: if the file cannot be opened or is no table.

    """
    progress = progress or _silent
    start = _start(path, findings)
    if start.startswith(_ZIP):
        return _zip_grids(path, findings, progress)
    if start.startswith(_OLE):
        sheet_ole.check(path, findings, progress)
        return workbook.grids(path, findings)
    for mark, what in _NOT_TABLES:
        # "BM" also begins an honest heading; a picture has bytes that no text has.
        if start.startswith(mark) and (len(mark) > 2 or b"\x00" in start):
            raise findings.unusable(Code.FILE_NOT_A_TABLE, what=what)
    opening = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, what in _MARKUP:
        if opening.startswith(mark):
            raise findings.unusable(Code.FILE_NOT_A_TABLE, what=what)
    if path.suffix.lower() in _WORKBOOKS:
        return [_text_named_workbook(path, findings, progress)]
    return [delimited.grid(path, findings, progress)]


def _text_named_workbook(path: Path, findings: Findings, progress: Progress) -> Grid:
    """Return the grid of a text table that is named as a workbook; what is no table either is told to be none."""
    try:
        grid = delimited.grid(path, findings, progress)
    except Unusable as unusable:
        if unusable.problem.facts.get("reason") in {"quote", "encoding", "rows"}:
            raise findings.unusable(Code.WORKBOOK_BROKEN, reason="no-workbook") from None
        raise
    if sum(sum(map(bool, record)) > 1 for record in grid.head) < 2:
        raise findings.unusable(Code.WORKBOOK_BROKEN, reason="no-workbook")
    return grid


def _start(path: Path, findings: Findings) -> bytes:
    """Return the first bytes of a file that can be opened and is not empty."""
    try:
        if path.is_dir():
            raise findings.unusable(Code.FILE_IS_FOLDER)
        with path.open("rb") as file:
            start = file.read(1024)
    except FileNotFoundError:
        raise findings.unusable(Code.FILE_MISSING) from None
    except PermissionError:
        raise findings.unusable(Code.FILE_UNREADABLE, reason="permission") from None
    except (OSError, ValueError):
        raise findings.unusable(Code.FILE_UNREADABLE, reason="system") from None
    if not start:
        raise findings.unusable(Code.FILE_EMPTY)
    return start


def _zip_grids(path: Path, findings: Findings, progress: Progress) -> list[Grid]:
    archive = opened(path, findings, progress)
    names = archive.entries.keys()
    kind = archive.start("mimetype", 100).decode("ascii", "replace")
    if "opendocument.spreadsheet" in kind or any(name.startswith("xl/workbook.") for name in names):
        return workbook.grids(path, findings, look_through(archive))
    documents = ("word/", "ppt/")
    if "opendocument" in kind or "epub" in kind or any(name.startswith(documents) for name in names):
        raise findings.unusable(Code.FILE_NOT_A_TABLE, what="document")
    # A workbook without its directory of sheets is a damaged one, not an archive of something else.
    if any(name.startswith("xl/") for name in names):
        raise findings.unusable(Code.WORKBOOK_BROKEN)
    raise findings.unusable(Code.FILE_NOT_A_TABLE, what="archive")


def _silent(_: float) -> None:
    """Tell nobody."""
