import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from answering import drawn, fill_sheet
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kano_app import pipeline
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.i18n import LANGUAGES, language
from kano_app.wording.questions import answer_sentences

_DAY = dt.date(2026, 3, 14)
_NAMES = ("Wi-Fi", "Late check-out", "No queue at the desk", "Breakfast until eleven", "Room (quiet)")
_AGE = TraitQuestion("Age", "How old are you?", ("under 30", "30 to 50", "over 50"))


def _study(*names: str, **settings: object) -> Project:
    project = edits.add_features(edits.new_study("Guest stay"), names or _NAMES)
    return edits.choose_questionnaire(project, QuestionnaireSettings(**settings))  # type: ignore[arg-type] # by name


def _written(path: Path, project: Project) -> Path:
    pipeline.write_questionnaire(project, path, _DAY)
    return path


def _sheet(path: Path) -> Worksheet:
    return load_workbook(path).worksheets[0]


def _lists(sheet: Worksheet) -> dict[str, str]:
    """Return the list that is offered in each column of the first person's row."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            column = sheet.cell(1, area.min_col).column_letter
            assert (area.min_row, area.min_col) == (3, area.max_col)
            found[column] = rule.formula1
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_half_offers_the_five_answers_of_the_language(tmp_path: Path, code: str) -> None:
    sheet = _sheet(_written(tmp_path / "sheet.xlsx", _study(language=code)))
    wanted = '"' + ",".join(answer_sentences(language(code)).values()) + '"'
    assert set(_lists(sheet).values()) == {wanted}
    assert len(_lists(sheet)) == 2 * len(_NAMES)


def test_the_second_row_asks_each_question_in_full_and_stays_in_view(tmp_path: Path) -> None:
    sheet = _sheet(_written(tmp_path / "sheet.xlsx", _study()))
    assert [sheet["A1"].value, sheet["A2"].value] == ["Person", "Question"]
    assert [sheet["B1"].value, sheet["C1"].value] == ["Wi-Fi (functional)", "Wi-Fi (dysfunctional)"]
    assert sheet["B2"].value == "How do you feel if you have this: “Wi-Fi”?"
    assert sheet["C2"].value == "How do you feel if you do not have this: “Wi-Fi”?"
    assert sheet["B2"].alignment.wrap_text
    assert sheet.freeze_panes == "B3"


def test_text_of_the_study_is_never_a_formula_or_a_link(tmp_path: Path) -> None:
    names = ("=cmd()", "http://example.com", "+1", "@sum", "-")
    trait = TraitQuestion("=1+1", "mailto:a@b.c", ("=2", "http://example.com"))
    project = _study(*names, traits=(trait,), title="=now()", introduction="=today()")
    book = load_workbook(_written(tmp_path / "sheet.xlsx", project))
    for sheet in book.worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        own = [cell for cell in cells if cell.data_type == "f"]
        assert all(cell.column == 1 and cell.row > 2 and str(cell.value).startswith("=IF(COUNTA(") for cell in own)
        assert not [cell for cell in cells if cell.hyperlink]
    assert book.worksheets[0]["B1"].value == "=cmd() (functional)"
    assert book.worksheets[0]["B1"].data_type == "s"


def test_importance_is_a_number_of_one_to_nine_and_traits_offer_their_answers(tmp_path: Path) -> None:
    sheet = _sheet(_written(tmp_path / "sheet.xlsx", _study("Wi-Fi", importance=True, traits=(_AGE,))))
    assert [cell.value for cell in sheet[1]] == [
        "Person", "Wi-Fi (functional)", "Wi-Fi (dysfunctional)", "Wi-Fi (importance)", "Age",
    ]  # fmt: skip
    lists = _lists(sheet)
    assert (lists["D"], lists["E"]) == ('"1,2,3,4,5,6,7,8,9"', '"under 30,30 to 50,over 50"')


def test_answers_that_a_list_in_a_cell_cannot_hold_stand_on_the_second_sheet(tmp_path: Path) -> None:
    comma = TraitQuestion("Where", "", ("town, north", 'the "old" town', "coast"))
    long = TraitQuestion("Which", "", tuple(f"choice number {number:03d}" for number in range(40)))
    path = _written(tmp_path / "sheet.xlsx", _study("Wi-Fi", traits=(comma, long)))
    book = load_workbook(path)
    for column, trait in (("D", comma), ("E", long)):
        name, area = _lists(book.worksheets[0])[column].split("!")
        cells = book[name.strip("'=")][area.replace("$", "")]
        assert tuple(row[0].value for row in cells) == trait.choices


def test_a_trait_without_answers_takes_any_text(tmp_path: Path) -> None:
    sheet = _sheet(_written(tmp_path / "sheet.xlsx", _study("Wi-Fi", traits=(TraitQuestion("City"),))))
    assert "D" not in _lists(sheet)
    assert [sheet["D1"].value, sheet["D2"].value] == ["City", "City"]


def test_the_same_study_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (_written(tmp_path / name, _study()).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert one == other


def _same_answers(read: Project, given: list[list[int]]) -> bool:
    evidence = read.survey.evidence
    assert isinstance(evidence, Answers)
    halves = [half for pair in evidence.pairs for half in (pair.functional, pair.dysfunctional)]
    return bool(np.array_equal(np.array(halves).T, np.array(given) + 1))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("count", [1, 5])
def test_what_was_filled_in_comes_back_feature_by_feature(tmp_path: Path, code: str, count: int) -> None:
    names = _NAMES[:count]
    path = _written(tmp_path / "sheet.xlsx", _study(*names, language=code))
    given = drawn(12, 2 * count)
    fill_sheet(path, given, [*answer_sentences(language(code)).values()], drop_questions=True)
    read = pipeline.read_survey(path)
    assert [feature.name for feature in read.survey.features] == list(names)
    assert _same_answers(read, given)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_comes_back_as_it_is_with_importance_and_traits(tmp_path: Path, code: str) -> None:
    project = _study(language=code, importance=True, traits=(_AGE,))
    path = _written(tmp_path / "sheet.xlsx", project)
    given = drawn(12, 2 * len(_NAMES), seed=2)
    fill_sheet(path, given, [*answer_sentences(language(code)).values()], importance=7, traits=(_AGE,))
    read = pipeline.read_survey(path)
    assert [feature.name for feature in read.survey.features] == list(_NAMES)
    assert _same_answers(read, given)
    assert [None if one is None else set(one.tolist()) for one in read.survey.importance] == [{7.0}] * len(_NAMES)
    assert [(trait.name, trait.levels) for trait in read.survey.traits] == [("Age", _AGE.choices)]
