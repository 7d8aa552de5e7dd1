"""Bytes of any kind are opened as grids or refused with a problem: nothing else ever comes out."""

import io
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kano_app.domain.problem import Unusable
from kano_app.i18n import language
from kano_app.importers import read_survey
from kano_app.importers.findings import Findings
from kano_app.importers.readers import clipboard
from kano_app.importers.readers.files import open_grids
from kano_app.importers.readers.grid import StartAgain
from kano_app.wording.problems import message

xlsxwriter = pytest.importorskip("xlsxwriter")

ROWS = [["id", "房间 (with)", "房间 (without)"]] + [[str(at), "I like it", "I dislike it"] for at in range(6)]
TEXT = "\r\n".join(",".join(row) for row in ROWS)
BOUNDED = settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
KINDS = ("csv", "gbk", "utf-16", "no-mark", "xlsx", "stored", "ods", "xls")
DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(("flip", "cut", "insert", "double", "blank")),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 64),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=4,
)


@cache
def seed(kind: str) -> bytes:
    match kind:
        case "csv":
            return TEXT.encode()
        case "gbk":
            return TEXT.encode("gb18030")
        case "utf-16":
            return TEXT.encode("utf-16")
        case "no-mark":
            return TEXT.encode("utf-16-le")
        case "xlsx":
            return workbook()
        case "stored":
            return stored(workbook())
        case "ods":
            return stored(ods())
        case _:
            return xls()


def workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("S")
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
        sheet.write_formula(7, 0, "=1/0", None, "#DIV/0!")
    return content.getvalue()


def ods() -> bytes:
    document = pytest.importorskip("odf.opendocument").OpenDocumentSpreadsheet()
    table = pytest.importorskip("odf.table")
    sheet = table.Table(name="S")
    for cells in ROWS:
        row = table.TableRow()
        for cell in cells:
            written = table.TableCell(valuetype="string")
            written.addElement(pytest.importorskip("odf.text").P(text=cell))
            row.addElement(written)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    content = io.BytesIO()
    document.write(content)
    return content.getvalue()


def xls() -> bytes:
    book: Any = pytest.importorskip("xlwt").Workbook()
    sheet = book.add_sheet("S")
    for at, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def stored(archive: bytes) -> bytes:
    """Return an archive whose files are not squeezed, so that damage reaches what they say."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return content.getvalue()


def damaged(content: bytes, damages: list[tuple[str, float, int, bytes]]) -> bytes:
    for how, where, length, more in damages:
        at = int(where * len(content))
        piece = content[at : at + length]
        instead = {
            "flip": bytes(byte ^ more[0] for byte in piece),
            "cut": b"",
            "insert": more + piece,
            "double": piece * 2,
            "blank": bytes(len(piece)),
        }[how]
        content = content[:at] + instead + content[at + length :]
    return content


def told(read: Callable[[], object]) -> str:
    """Return the problem for which nothing can be read, in words; nothing where something was read."""
    try:
        read()
    except Unusable as unusable:
        return message(unusable.problem, language("en"))
    return ""


def open_and_read(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        for problem in (told(lambda: streamed(path)), told(lambda: read_survey(path))):
            assert not problem or problem.startswith(name)


def streamed(path: Path) -> None:
    for grid in open_grids(path, Findings(path.name)):
        with suppress(StartAgain):
            assert sum(chunk.length for chunk in grid.chunks(lambda _: None)) >= 0


@pytest.mark.parametrize("kind", KINDS)
@BOUNDED
@given(damages=DAMAGES)
def test_a_damaged_file_is_read_or_refused(kind: str, damages: list[tuple[str, float, int, bytes]]) -> None:
    open_and_read(damaged(seed(kind), damages), "survey.csv")


@BOUNDED
@given(content=st.binary(max_size=300), ending=st.sampled_from((".csv", ".xlsx", ".xls", ".ods")))
def test_any_bytes_are_read_or_refused(content: bytes, ending: str) -> None:
    open_and_read(content, f"survey{ending}")


@BOUNDED
@given(text=st.text("a1,;\t\n\r\"'<>/tdr= \x00\ufeff", max_size=60), html=st.none() | st.text(max_size=60))
def test_anything_copied_is_a_grid_or_refused(text: str, html: str | None) -> None:
    pieces = ("<table>", "<tr>", "<td colspan=3>", "<td rowspan=2>", "</table>", "<style>", "&#0;")
    web = None if html is None else "".join(pieces[ord(letter) % 7] + letter for letter in html)
    try:
        grid = clipboard.grid(text, web, Findings("clipboard"))
    except Unusable:
        return
    assert sum(chunk.length for chunk in grid.chunks(lambda _: None)) >= len(grid.head) > 0
