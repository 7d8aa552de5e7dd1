"""Workbooks that would fill the memory are refused before they are laid out; others are read as a person sees them."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.files import open_grids
from kano_app.importers.readers.grid import Grid

xlsxwriter = pytest.importorskip("xlsxwriter")

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MEGABYTE = 1 << 20


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * MEGABYTE
    finally:
        tracemalloc.stop()


def book(path: Path, fill: Callable[[Any, Any], object]) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        fill(workbook, workbook.add_worksheet("S"))
    return path


def survey(workbook: Any, sheet: Any) -> None:
    assert workbook
    sheet.write_row(0, 0, ["F1_f", "F1_d"])
    sheet.write_row(1, 0, ["I like it", "I dislike it"])


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Return a survey one file of which was changed."""
    content = io.BytesIO(book(path, survey).read_bytes())
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return path


def more_cells(path: Path, cells: bytes) -> Path:
    return changed(path, SHEET, lambda sheet: sheet.replace(b"</sheetData>", cells + b"</sheetData>"))


def refused(path: Path) -> Problem:
    with pytest.raises(Unusable) as told:
        open_grids(path, Findings(path.name))
    return told.value.problem


def opened(path: Path) -> tuple[list[Grid], list[Problem]]:
    findings = Findings(path.name)
    grids = open_grids(path, findings)
    for grid in grids:
        assert sum(chunk.length for chunk in grid.chunks(lambda _: None)) >= len(grid.head)
    return grids, findings.problems


@pytest.mark.parametrize("part", [SHEET, STRINGS])
def test_a_bomb_is_refused_without_unpacking_it(tmp_path: Path, part: str) -> None:
    path = changed(tmp_path / "s.xlsx", part, lambda content: content + b" " * (250 * MEGABYTE))
    assert path.stat().st_size < MEGABYTE
    with at_most(20):
        assert refused(path).facts["reason"] == "inflated"


def test_a_directory_that_lies_about_the_length_is_found_out_in_little_memory(tmp_path: Path) -> None:
    path = changed(tmp_path / "s.xlsx", SHEET, lambda sheet: sheet + b" " * (100 * MEGABYTE))
    content = bytearray(path.read_bytes())
    at = content.rindex(SHEET.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", content, at + 24, 5000)
    path.write_bytes(content)
    with at_most(20):
        assert refused(path).code is Code.WORKBOOK_BROKEN


def test_files_that_share_their_bytes_are_no_workbook(tmp_path: Path) -> None:
    path = changed(tmp_path / "s.xlsx", SHEET, lambda sheet: sheet + bytes(range(256)) * 4000)
    with zipfile.ZipFile(path, "a") as archive:
        entry = archive.getinfo(SHEET)
        for number in range(2, 40):
            twin = zipfile.ZipInfo(f"xl/worksheets/sheet{number}.xml")
            for name in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(twin, name, getattr(entry, name))
            archive.filelist.append(twin)
        archive.start_dir = path.stat().st_size
        archive._didModify = True  # type: ignore[attr-defined]
    assert refused(path).code is Code.WORKBOOK_BROKEN


def test_very_many_files_in_a_workbook_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARTS", 5)
    assert refused(book(tmp_path / "s.xlsx", survey)).facts["reason"] == "inflated"


def test_texts_that_are_said_to_be_billions_are_no_workbook(tmp_path: Path) -> None:
    lie = b'uniqueCount="4294967295"'
    path = changed(tmp_path / "s.xlsx", STRINGS, lambda strings: strings.replace(b'uniqueCount="4"', lie))
    assert refused(path).code is Code.WORKBOOK_BROKEN


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="3"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r = '1048576'><c s='0' r = 'XFD1048576'><v>1</v></c></row>",
        b'<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        b'<row r="1048576">' + b"<c/>" * 16_383 + b"<c><v>1</v></c></row>",
    ],
)
def test_a_cell_at_the_far_end_of_a_sheet_is_named_and_no_memory_is_asked_for(tmp_path: Path, cells: bytes) -> None:
    with at_most(40):
        problem = refused(more_cells(tmp_path / "s.xlsx", cells))
    assert (problem.code, problem.sheet, problem.row, problem.column) == (
        Code.FILE_TOO_LARGE,
        "S",
        1_048_576,
        "XFD",
    )


def test_an_empty_cell_with_a_colour_at_the_far_end_is_no_matter(tmp_path: Path) -> None:
    cells = b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    grids, _ = opened(more_cells(tmp_path / "s.xlsx", cells))
    assert len(grids[0].head) == 2


def test_more_columns_than_any_program_has_are_refused(tmp_path: Path) -> None:
    assert refused(more_cells(tmp_path / "s.xlsx", b'<row r="3"><c r="ZZZZ3"><v>1</v></c></row>')).facts == {
        "reason": "columns",
        "most": limits.COLUMNS,
    }


def test_a_large_survey_is_within_the_limits_and_one_beyond_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert limits.CELLS >= 200_000 * 100
    path = book(tmp_path / "s.xlsx", lambda _, sheet: [sheet.write_row(at, 0, range(10)) for at in range(2000)])
    monkeypatch.setattr(limits, "CELLS", 20_000)
    assert len(opened(path)[0][0].head) == 1000
    monkeypatch.setattr(limits, "CELLS", 19_999)
    assert (refused(path).row, refused(path).column) == (2000, "J")


@pytest.mark.parametrize(("columns", "rows"), [(16_384, 1_048_576), (4_000_000_000, 1)])
def test_repeated_cells_of_an_ods_are_counted_before_they_are_made(tmp_path: Path, columns: int, rows: int) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    cell = f'<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="{columns}"/>'
    path = tmp_path / "s.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="S"><table:table-row table:number-rows-repeated="{rows}">'
            f"{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        )
    with at_most(20):
        assert (refused(path).code, refused(path).sheet) == (Code.FILE_TOO_LARGE, "S")


def test_a_chain_that_runs_in_a_circle_ends_the_reading_of_an_old_workbook(tmp_path: Path) -> None:
    path = tmp_path / "s.xls"
    old = pytest.importorskip("xlwt").Workbook()
    old.add_sheet("S").write(0, 0, "F1_f")
    old.save(str(path))
    assert len(opened(path)[0]) == 1
    content = bytearray(path.read_bytes())
    first_of_table = struct.unpack_from("<I", content, 76)[0]
    directory = struct.unpack_from("<I", content, 48)[0]
    struct.pack_into("<I", content, ((first_of_table + 1) << 9) + 4 * directory, directory)
    path.write_bytes(content)
    assert refused(path).code is Code.WORKBOOK_BROKEN


def test_formulas_errors_percentages_and_rich_text_are_read_as_a_person_sees_them(tmp_path: Path) -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        percent, bold = workbook.add_format({"num_format": "0.0%"}), workbook.add_format({"bold": True})
        text = workbook.add_format({"num_format": "@", "quote_prefix": True})
        sheet.write_row(0, 1, ["computed", "not", "text", "error", "share", "rich", "number as text", "box"])
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_formula(1, 2, "=1+2", None, 3)
        sheet.write_formula(1, 3, '=""', None, "")
        sheet.write_formula(1, 4, "=NA()", None, "#N/A")
        sheet.write_number(1, 5, 0.255, percent)
        sheet.write_rich_string(1, 6, "I ", bold, "like", " it")
        sheet.write_string(1, 7, "007", text)
        sheet.write_boolean(1, 8, True)
        sheet.merge_range(2, 1, 3, 2, "merged")
        sheet.write(4, 1, "end")

    path = book(tmp_path / "s.xlsx", fill)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b"<f>1+2</f><v>3</v>", b"<f>1+2</f>")
            new.writestr(name, content.replace(b'<c r="D2"', b'<c r="D2" t="str"'))
    grids, problems = opened(path)
    assert grids[0].head[1] == ("", "2", "", "", "#N/A", "25.5%", "I like it", "007", "TRUE")
    assert [row[1:3] for row in grids[0].head[2:]] == [("merged", ""), ("", ""), ("end", "")]
    assert [(one.code, one.row, one.column, one.facts["count"]) for one in problems] == [
        (Code.FORMULA_WITHOUT_VALUE, 2, "C", 1)
    ]


def test_hidden_rows_are_named_and_hidden_sheets_come_last(tmp_path: Path) -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        seen = workbook.add_worksheet("Seen")
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=S!$A$1:$A$2"})
        workbook.add_chartsheet("Chart").set_chart(chart)
        seen.activate()
        seen.set_first_sheet()
        for one in (sheet, seen):
            survey(workbook, one)
        seen.write_row(2, 0, ["I expect it", "I dislike it"])
        seen.set_row(1, None, None, {"hidden": True})
        sheet.hide()

    grids, problems = opened(book(tmp_path / "s.xlsx", fill))
    assert [grid.sheet for grid in grids] == ["Seen", "S"]
    assert [(one.code, one.row, one.facts["count"]) for one in problems] == [(Code.ROWS_HIDDEN, 2, 1)]
    assert len(grids[0].head) == 3


def test_macros_and_links_are_not_looked_at(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsm", survey)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(5000))
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert opened(path)[0][0].head[0] == ("F1_f", "F1_d")


def test_opening_a_workbook_ends_where_the_progress_says_so(tmp_path: Path) -> None:
    def stop(_: float) -> None:
        raise InterruptedError("enough")

    with pytest.raises(InterruptedError, match="enough"):
        open_grids(book(tmp_path / "s.xlsx", survey), Findings("s.xlsx"), stop)
