"""Workbooks of every kind say the same as text, and their typed cells mean what a person sees."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from kano_app.domain.evidence import Answers
from kano_app.domain.problem import Code, Severity, Unusable
from kano_app.domain.settings import Direction, ImportSettings
from kano_app.importers import read_evaluation_table, read_features, read_survey

xlsxwriter = pytest.importorskip("xlsxwriter")

Cells = list[list[object]]
TYPED: Cells = [
    ["id", "Age", "F1_f", "F1_d"],
    [1, 24.0, 1, 5.0],
    [2, 30, True, 5],
    [3, 24, 2, None],
    [4, 30, 1, 4],
]


def xlsx(path: Path, sheets: dict[str, Cells]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for row, line in enumerate(cells):
                for column, cell in enumerate(line):
                    if isinstance(cell, dt.datetime):
                        sheet.write_datetime(row, column, cell, book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
                    else:
                        sheet.write(row, column, cell)
    return path


def xls(path: Path, sheets: dict[str, Cells]) -> Path:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    for name, cells in sheets.items():
        sheet = book.add_sheet(name)
        for row, line in enumerate(cells):
            for column, cell in enumerate(line):
                if cell is not None:
                    sheet.write(row, column, cell)
    book.save(str(path))
    return path


def ods(path: Path, sheets: dict[str, Cells]) -> Path:
    document = pytest.importorskip("odf.opendocument").OpenDocumentSpreadsheet()
    table = pytest.importorskip("odf.table")
    paragraph = pytest.importorskip("odf.text").P
    for name, cells in sheets.items():
        sheet = table.Table(name=name)
        for line in cells:
            row = table.TableRow()
            for cell in line:
                if isinstance(cell, bool):
                    row.addElement(table.TableCell(valuetype="boolean", booleanvalue=str(cell).lower()))
                elif isinstance(cell, int | float):
                    row.addElement(table.TableCell(valuetype="float", value=cell))
                else:
                    written = table.TableCell(valuetype="string")
                    written.addElement(paragraph(text=cell or ""))
                    row.addElement(written)
            sheet.addElement(row)
        document.spreadsheet.addElement(sheet)
    document.save(str(path))
    return path


@pytest.mark.parametrize("write", [xlsx, xls, ods])
def test_typed_cells_are_read_as_a_person_reads_them(
    tmp_path: Path, write: Callable[[Path, dict[str, Cells]], Path]
) -> None:
    path = write(tmp_path / f"survey.{write.__name__}", {"Answers": TYPED})
    survey, problems = read_survey(path, ImportSettings(direction=Direction.LIKE_FIRST))
    assert isinstance(survey.evidence, Answers)
    assert survey.evidence.pairs[0].functional.tolist() == [1, 0, 2, 1]
    assert survey.evidence.pairs[0].dysfunctional.tolist() == [5, 5, 0, 4]
    assert [(trait.name, trait.levels) for trait in survey.traits] == [("Age", ("24", "30"))]
    ticked = next(one for one in problems if one.code is Code.ANSWER_UNREAD)
    assert (ticked.row, ticked.column, ticked.value) == (3, "F1_f", "TRUE")
    assert survey.source.sheet == "Answers"


def test_a_ticked_box_is_never_a_code_wherever_it_stands(tmp_path: Path) -> None:
    cells: Cells = [["id", "F1_f", "F1_d"]]
    cells += [[at, at % 5 + 1, 5] for at in range(700)]
    cells[1][1] = cells[300][2] = True
    cells[400][1] = False
    survey, problems = read_survey(
        xlsx(tmp_path / "s.xlsx", {"S": cells}), ImportSettings(direction=Direction.LIKE_FIRST)
    )
    unread = {(one.row, one.column, one.value) for one in problems if one.code is Code.ANSWER_UNREAD}
    assert unread == {(2, "F1_f", "TRUE"), (301, "F1_d", "TRUE"), (401, "F1_f", "FALSE")}
    assert isinstance(survey.evidence, Answers)
    expected = [0 if at in {0, 399} else at % 5 + 1 for at in range(700)]
    assert survey.evidence.pairs[0].functional.tolist() == expected


def test_the_first_sheet_with_a_survey_is_read_and_the_others_named(tmp_path: Path) -> None:
    sheets: dict[str, Cells] = {"Notes": [["hello"]], "Answers": TYPED, "Copy": TYPED, "Empty": []}
    survey, problems = read_survey(xlsx(tmp_path / "survey.xlsx", sheets))
    assert survey.source.sheet == "Answers"
    left_out = [one.sheet for one in problems if one.code is Code.SHEET_LEFT_OUT]
    assert left_out == ["Notes", "Empty"]


def test_a_second_sheet_with_a_survey_is_warned_of(tmp_path: Path) -> None:
    sheets: dict[str, Cells] = {"Answers": TYPED, "Copy": TYPED}
    survey, problems = read_survey(xlsx(tmp_path / "survey.xlsx", sheets))
    assert survey.source.sheet == "Answers"
    too = [one for one in problems if one.code is Code.SHEET_IS_SURVEY_TOO]
    assert [(one.sheet, one.severity) for one in too] == [("Copy", Severity.WARNING)]
    assert Code.SHEET_LEFT_OUT not in {one.code for one in problems}


def test_rows_and_columns_count_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    cells: Cells = [[None] * 5, ["", "", *["My hotel", None, None]], [None] * 5]
    cells += [[None, None, *line[1:]] for line in TYPED]
    survey, problems = read_survey(xlsx(tmp_path / "survey.xlsx", {"S": cells}))
    ticked = next(one for one in problems if one.code is Code.ANSWER_UNREAD)
    assert (ticked.row, survey.respondents) == (6, 4)


def test_moments_are_administrative_and_dates_are_iso_text(tmp_path: Path) -> None:
    moment = dt.datetime(2026, 3, 14, 9, 26)  # noqa: DTZ001 - a spreadsheet knows no time zone
    day = dt.datetime(2026, 3, 14)  # noqa: DTZ001
    cells: Cells = [["When", "F1_f", "F1_d"], [moment, "I like it", "I dislike it"], [day, "I like it", day]]
    cells += [[moment, "I like it", "I dislike it"]] * 2
    _, problems = read_survey(xlsx(tmp_path / "survey.xlsx", {"S": cells}))
    assert (Code.COLUMN_LEFT_OUT, "When") in [(one.code, one.column) for one in problems]
    assert next(one.value for one in problems if one.code is Code.ANSWER_UNREAD) == "2026-03-14"


def test_a_workbook_that_breaks_off_is_said_to_be_broken(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "survey.xlsx", {"S": TYPED})
    path.write_bytes(path.read_bytes()[:-600])
    with pytest.raises(Unusable) as told:
        read_survey(path)
    assert told.value.problem.code is Code.WORKBOOK_BROKEN


def test_an_empty_workbook_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read_survey(xlsx(tmp_path / "survey.xlsx", {"S": []}))
    assert told.value.problem.code is Code.FILE_EMPTY


def test_features_and_evaluation_tables_are_read_from_workbooks_too(tmp_path: Path) -> None:
    features, _ = read_features(xlsx(tmp_path / "f.xlsx", {"S": [["name", "effort"], ["Wi-Fi", 3]]}))
    assert (features[0].key, features[0].effort) == ("Wi-Fi", 3.0)
    letters: Cells = [list(row) for row in ("QAAAP", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")]
    assert read_evaluation_table(xlsx(tmp_path / "berger.xlsx", {"S": letters})).name == "berger"


def test_progress_runs_up_to_one(tmp_path: Path) -> None:
    seen: list[float] = []
    read_survey(xlsx(tmp_path / "survey.xlsx", {"S": TYPED}), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
