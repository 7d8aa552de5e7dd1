"""Rows that explain the scale are nobody's answers; what people write beside theirs is no such row."""

from pathlib import Path

import pytest

from kano_app.domain.evidence import Answers
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.i18n import language
from kano_app.importers import examine, read_survey
from kano_app.importers.answers import AnswerReader
from kano_app.importers.legends import is_legend
from kano_app.wording.problems import message

HEADINGS = ["Guest", "Wi-Fi functional", "Wi-Fi dysfunctional", "Remark"]
PEOPLE = [["Ann", "1", "5", ""], ["Bea", "1", "4", "fine"], ["Cid", "2", "5", ""]]


def read(tmp_path: Path, *rows: list[str]) -> tuple[Survey, tuple[Problem, ...]]:
    path = tmp_path / "survey.csv"
    path.write_text("\n".join("\t".join(row) for row in [HEADINGS, *rows]), encoding="utf-8")
    return read_survey(path)


def left_out(problems: tuple[Problem, ...]) -> list[Problem]:
    return [one for one in problems if one.code is Code.ROWS_LEFT_OUT]


def people(survey: Survey) -> int:
    assert isinstance(survey.evidence, Answers)
    return survey.evidence.people


@pytest.mark.parametrize(
    "legend",
    [
        ["", "1 = like, 5 = dislike", "", ""],
        ["", "1=I like it 2=I expect it 3=I am neutral 4=I can live with it 5=I dislike it", "same", ""],
        ["1: like; 5: dislike", "", "", ""],
        ["Codes: 1 – like / 5 – dislike", "", "", ""],
        ["", "", "", "1＝很喜欢，5＝很不喜欢"],
        ["", "5 = like", "", "5 = like, 1 = dislike."],
    ],
)
@pytest.mark.parametrize("place", [0, 3])
def test_a_row_that_explains_the_scale_is_left_out_and_said(tmp_path: Path, legend: list[str], place: int) -> None:
    told = legend if legend[1] != "5 = like" else ["", "?", "", legend[3]]
    survey, problems = read(tmp_path, *PEOPLE[:place], told, *PEOPLE[place:])
    assert people(survey) == len(PEOPLE)
    (said,) = left_out(problems)
    assert (said.row, said.facts["reason"], said.facts["count"]) == (place + 2, "legend", 1)
    assert "explains the scale" in message(said, language("en"))
    assert not [one for one in problems if one.code is Code.ANSWER_UNREAD]


@pytest.mark.parametrize(
    "row",
    [
        ["Dan", "1", "5", "1 = like, 5 = dislike"],
        ["Dan", "", "", "nothing to say"],
        ["Dan", "?", "?", "1 = like"],
        ["Dan", "", "", "came 2 times: like, 3 times: bored"],
        ["Dan", "", "", "room 1 = quiet, room 5 = loud"],
    ],
)
def test_whoever_answered_or_only_remarks_something_is_a_person(tmp_path: Path, row: list[str]) -> None:
    survey, problems = read(tmp_path, *PEOPLE, row)
    assert people(survey) == len(PEOPLE) + 1
    assert not left_out(problems)


def test_a_legend_that_a_person_repeats_beside_answers_leaves_nobody_out(tmp_path: Path) -> None:
    legend = "1 = like, 5 = dislike"
    survey, problems = read(tmp_path, ["", "", "", legend], *PEOPLE, ["Dan", "1", "5", legend])
    assert people(survey) == len(PEOPLE) + 2
    assert not left_out(problems)


def test_the_rule_stands_in_the_mapping_and_can_be_taken_out_of_it(tmp_path: Path) -> None:
    survey, _ = read(tmp_path, ["", "1 = like, 5 = dislike", "", ""], *PEOPLE)
    assert people(survey) == len(PEOPLE)
    path = tmp_path / "survey.csv"
    mapping = examine(path).mapping
    (rule,) = mapping.left_out_rows
    assert (rule.position, rule.reason) == (1, "legend")
    again, problems = read_survey(path, ImportSettings(), None, mapping)
    assert people(again) == len(PEOPLE)
    assert left_out(problems)
    everybody, _ = read_survey(path, ImportSettings(), None, mapping.with_rule(rule, leaves_out=False))
    assert people(everybody) == len(PEOPLE) + 1


def test_long_texts_are_no_legend() -> None:
    reader = AnswerReader(ImportSettings())
    assert is_legend("1 = like, 5 = dislike", reader)
    assert not is_legend("1 = like, 5 = dislike" + " 1 =" * 100_000, reader)
