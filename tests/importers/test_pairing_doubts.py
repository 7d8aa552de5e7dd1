"""What looks like halves and is none, halves the answers contradict, importance beside them, totals below them."""

import time
from pathlib import Path

import pytest

from kano_app.domain.evidence import Answers
from kano_app.domain.mapping import Confidence, PairReason, Role
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import Direction, ImportSettings
from kano_app.domain.survey import Survey
from kano_app.i18n import language
from kano_app.importers import examine, read_survey
from kano_app.importers.pairing.markers import grid_items, separate_markers
from kano_app.importers.pairing.naming import shorten
from kano_app.importers.pairing.negating import bare
from kano_app.wording.problems import message

LIKE, EXPECT, NEUTRAL, DISLIKE = "I like it", "I expect it", "I am neutral", "I dislike it"
WORDS = ([LIKE, DISLIKE], [LIKE, NEUTRAL], [EXPECT, DISLIKE])
CODES = (["1", "5"], ["1", "3"], ["2", "4"], ["1", "5"])


def write(tmp_path: Path, *rows: list[str]) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
    return path


def read(tmp_path: Path, *rows: list[str]) -> tuple[Survey, tuple[Problem, ...]]:
    return read_survey(write(tmp_path, *rows))


def names(survey: Survey) -> list[str]:
    return [feature.name for feature in survey.features]


def confidences(path: Path) -> dict[str, Confidence | None]:
    mapping = examine(path).mapping
    return {one.feature: one.confidence for one in mapping.of(Role.FUNCTIONAL)}


@pytest.mark.parametrize("answers", [WORDS, CODES])
@pytest.mark.parametrize(
    ("functional", "dysfunctional", "name"),
    [
        (
            "Reminders of important dates (with)",
            "Reminders of important dates (without)",
            "Reminders of important dates",
        ),
        ("有 [重要提醒]", "没有 [重要提醒]", "重要提醒"),
        ("Wichtige Termine_functional", "Wichtige Termine_dysfunctional", "Wichtige Termine"),
    ],
)
def test_a_feature_that_is_called_important_keeps_its_halves(
    tmp_path: Path, answers: tuple[list[str], ...], functional: str, dysfunctional: str, name: str
) -> None:
    headings = [functional, dysfunctional, "Pool_functional", "Pool_dysfunctional"]
    survey, _ = read(tmp_path, headings, *([*line, *line] for line in answers))
    assert names(survey) == [name, "Pool"]
    assert survey.importance == ()


def test_importance_belongs_to_the_feature_with_the_longest_name(tmp_path: Path) -> None:
    halves = [f"{name} {half}" for name in ("AR", "Wi-Fi", "Fast Wi-Fi") for half in ("functional", "dysfunctional")]
    headings = [*halves, "How important is fast Wi-Fi?", "How important is Wi-Fi?", "How important are starters?"]
    path = write(tmp_path, headings, *([*line * 3, "3", "4", "5"] for line in WORDS))
    mapping = examine(path).mapping
    assert {one.position: one.feature for one in mapping.of(Role.IMPORTANCE)} == {6: "Fast Wi-Fi", 7: "Wi-Fi"}
    survey, problems = read_survey(path)
    assert not survey.traits
    left_out = [one for one in problems if one.code is Code.COLUMN_LEFT_OUT]
    assert [(one.column, one.facts["reason"]) for one in left_out] == [
        ("How important are starters?", "not-understood")
    ]


def test_importance_asked_alike_belongs_to_the_halves_before_it(tmp_path: Path) -> None:
    asked = "How important is this feature to you?"
    headings = ["Wi-Fi (with)", "Wi-Fi (without)", asked, "Pool (with)", "Pool (without)", asked]
    path = write(tmp_path, headings, *([*line, "3", *line, "4"] for line in WORDS))
    mapping = examine(path).mapping
    assert {one.position: one.feature for one in mapping.of(Role.IMPORTANCE)} == {2: "Wi-Fi", 5: "Pool"}


def test_halves_that_the_answers_contradict_are_said(tmp_path: Path) -> None:
    headings = [
        "If no account is needed, how do you feel?",
        "If an account is needed, how do you feel?",
        "If there is a pool, how do you feel?",
        "If there is no pool, how do you feel?",
    ]
    path = write(tmp_path, headings, *([LIKE, DISLIKE, LIKE, DISLIKE] for _ in range(12)))
    _, problems = read_survey(path)
    said = [one.facts for one in problems if one.code is Code.PAIRED_BY_BLOCK]
    assert [(one["names"], one["reason"]) for one in said] == [(("an account is needed",), "contradicted")]
    assert confidences(path) == {"an account is needed": Confidence.GUESS, "a pool": Confidence.SURE}
    mapped = examine(path).mapping
    _, again = read_survey(path, ImportSettings(), None, mapped)
    assert any(one.facts.get("reason") == "contradicted" for one in again)


def test_what_else_was_asked_of_features_makes_no_further_ones(tmp_path: Path) -> None:
    halves = [f"{name} {half}" for name in ("Wi-Fi", "Pool") for half in ("functional", "dysfunctional")]
    blocks = [f"{stem} [{name}]" for stem in ("We today", "Competitor") for name in ("Wi-Fi", "Pool")]
    survey, _ = read(tmp_path, [*halves, *blocks], *([*line, *line, "4", "2", "1", "3"] for line in CODES))
    assert names(survey) == ["Wi-Fi", "Pool"]
    asked = ["如果有早餐，您觉得", "如果没有早餐，您觉得", "如果有泳池，您觉得", "如果没有泳池，您觉得"]
    blocks = [f"{stem} [{name}]" for stem in ("去年满意度", "今年满意度") for name in ("早餐", "泳池")]
    line = ["很喜欢", "很不喜欢", "很喜欢", "无所谓", "满意", "一般", "满意", "不满意"]
    survey, _ = read(tmp_path, [*asked, *blocks], line, line)
    assert names(survey) == ["早餐", "泳池"]


@pytest.mark.parametrize(
    ("like", "dislike", "direction"),
    [
        ("5 = I like it", "1 = I dislike it", Direction.DISLIKE_FIRST),
        ("1 (like)", "5 (dislike)", Direction.LIKE_FIRST),
        ("(1) like", "(5) dislike", Direction.LIKE_FIRST),
        ("like (5)", "dislike (1)", Direction.DISLIKE_FIRST),
    ],
)
def test_a_number_beside_an_answer_settles_the_direction(
    tmp_path: Path, like: str, dislike: str, direction: Direction
) -> None:
    survey, problems = read(tmp_path, ["F_functional", "F_dysfunctional"], [like, "2"], ["4", dislike], ["3", "3"])
    assert survey.source.direction is survey.source.dysfunctional_direction is direction
    assert not [one for one in problems if one.code is Code.DIRECTION_ASSUMED]


def test_words_that_are_spelled_alike_are_not_one(tmp_path: Path) -> None:
    things = ["car", "care", "plan", "plane", "feature1", "feature11"]
    headings = [f"How do you feel if there is {no} {one} service?" for one in things for no in ("a", "no")]
    survey, _ = read(tmp_path, headings, *(line * len(things) for line in WORDS))
    assert names(survey) == [f"a {one} service" for one in things]
    assert bare("feature11") == "feature11"


def test_verbs_are_still_conjugated(tmp_path: Path) -> None:
    headings = [
        "If the hotel offered pools, how would you feel?",
        "If the hotel did not offer pools, how would you feel?",
    ]
    survey, _ = read(tmp_path, headings, *WORDS)
    assert names(survey) == ["pools"]


@pytest.mark.parametrize(("more", "less"), [("I really like it", "I like it"), ("很满意", "满意")])
def test_two_wordings_of_one_answer_side_by_side_are_said(tmp_path: Path, more: str, less: str) -> None:
    line = [[more, NEUTRAL], [less, DISLIKE], [more, DISLIKE], [less, NEUTRAL]]
    _, problems = read(tmp_path, ["F_functional", "F_dysfunctional"], *line)
    said = [one.facts for one in problems if one.code is Code.SCALE_MAY_BE_LIKERT]
    assert [one["values"] for one in said] == [(more, less)]


def test_two_languages_side_by_side_are_no_likert_scale(tmp_path: Path) -> None:
    lines = [[LIKE, DISLIKE], ["我喜欢", "我不喜欢"], [LIKE, DISLIKE], ["我喜欢", "我不喜欢"]]
    _, problems = read(tmp_path, ["F_functional", "F_dysfunctional"], *lines)
    assert not [one for one in problems if one.code is Code.SCALE_MAY_BE_LIKERT]


def test_pairs_of_codes_that_nothing_supports_are_a_guess(tmp_path: Path) -> None:
    lines = [[*line, *line] for line in CODES]
    lone = write(tmp_path, ["Affect positive", "Affect negative", "Stress (with)", "Stress (without)"], *lines)
    assert confidences(lone) == {"Affect": Confidence.GUESS, "Stress": Confidence.GUESS}
    both = write(tmp_path, ["Wi-Fi (with)", "Wi-Fi (without)", "Pool (with)", "Pool (without)"], *lines)
    assert confidences(both) == {"Wi-Fi": Confidence.SURE, "Pool": Confidence.SURE}
    plain = write(tmp_path, ["Wi-Fi functional", "Wi-Fi dysfunctional"], *CODES)
    assert confidences(plain) == {"Wi-Fi": Confidence.SURE}


def guesses(problems: tuple[Problem, ...]) -> list[Problem]:
    return [one for one in problems if one.code is Code.PAIRED_BY_BLOCK and one.facts["reason"] == "guess"]


def test_pairs_that_are_only_a_guess_are_said_by_their_headings(tmp_path: Path) -> None:
    headings = ["Wi-Fi functional", "Wi-Fi dysfunctional", "Happy with", "Happy without", "Age"]
    path = write(tmp_path, headings, *([*line, *line, "30"] for line in CODES))
    survey, problems = read_survey(path)
    assert names(survey) == ["Wi-Fi", "Happy"]
    (said,) = guesses(problems)
    assert said.facts["names"] == ("Happy",)
    told = message(said, language("en"))
    assert "“Happy with” and “Happy without”" in told
    assert "Wi-Fi" not in told
    assert "in the import sheet or with --map" in told


def test_of_many_guesses_a_few_are_named_and_the_others_counted(tmp_path: Path) -> None:
    marks = [("positive", "negative"), ("(with)", "(without)"), ("(yes)", "(no)"), ("(+)", "(-)"), ("有", "没有")]
    headings = [f"{name} {mark}" for name, both in zip("ABCDE", marks, strict=True) for mark in both]
    _, problems = read(tmp_path, headings, *(line * 5 for line in CODES))
    (said,) = guesses(problems)
    assert said.facts["count"] == len(marks)
    told = message(said, language("en"))
    assert "“A positive” and “A negative”; “B (with)” and “B (without)”; “C (yes)” and “C (no)”; 2 more" in told


def test_a_guess_is_said_again_where_its_mapping_is_used_and_not_once_it_was_set_by_hand(tmp_path: Path) -> None:
    path = write(tmp_path, ["Happy with", "Happy without"], *CODES)
    mapping = examine(path).mapping
    _, problems = read_survey(path, ImportSettings(), None, mapping)
    assert guesses(problems)
    _, problems = read_survey(path, ImportSettings(), None, mapping.with_pair("Happy", 0, 1))
    assert not guesses(problems)


def test_a_survey_knows_why_its_columns_are_pairs(tmp_path: Path) -> None:
    headings = ["Wi-Fi functional", "Wi-Fi dysfunctional", "Happy with", "Happy without"]
    survey, _ = read(tmp_path, headings, *([*line, *line] for line in CODES))
    assert survey.source.pairing == (
        (PairReason.MARKER, Confidence.SURE),
        (PairReason.MARKER, Confidence.GUESS),
    )


def test_long_headings_are_passed_over() -> None:
    started = time.perf_counter()
    for heading in ("a" + "[" * 8000, "[" * 30_000, "F (with)" + " " * 10 + "x" * 1000):
        assert not grid_items(heading)
        assert not separate_markers(heading)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("total", ["Total", "Sum", "Mean", "合计", "總計", "Summe"])
def test_totals_of_a_category_table_and_of_a_tally_are_left_out(tmp_path: Path, total: str) -> None:
    survey, problems = read(
        tmp_path, ["feature", "A", "P", "M", "I"], ["Wi-Fi", "9", "1", "2", "3"], ["Pool", "1", "9", "2", "3"],
        [total, "10", "10", "4", "6"],
    )  # fmt: skip
    assert names(survey) == ["Wi-Fi", "Pool"]
    assert [one.facts["reason"] for one in problems if one.code is Code.ROWS_LEFT_OUT] == ["total"]
    survey, problems = read(
        tmp_path, ["feature", "functional", "dysfunctional", "count"], ["Wi-Fi", LIKE, DISLIKE, "7"],
        [total, LIKE, DISLIKE, "7"],
    )  # fmt: skip
    assert names(survey) == ["Wi-Fi"]
    assert [one.row for one in problems if one.code is Code.ROWS_LEFT_OUT] == [3]


def test_totals_below_a_wide_table_are_left_out(tmp_path: Path) -> None:
    people = [[str(at), *line, *line] for at, line in enumerate(CODES)]
    headings = ["id", "F_functional", "F_dysfunctional", "G_functional", "G_dysfunctional"]
    survey, problems = read(tmp_path, headings, *people, ["Total", *"4444"], ["平均", *"1415"])
    assert isinstance(survey.evidence, Answers)
    assert survey.evidence.people == len(CODES)
    assert [(one.facts["reason"], one.facts["count"]) for one in problems if one.code is Code.ROWS_LEFT_OUT] == [
        ("total", 2)
    ]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["1a. Wi-Fi", "1b. Wi-Fi", "2a. Pool", "2b. Pool"], ["Wi-Fi", "Pool"]),
        (["Q1a", "Q1b", "Q2a", "Q2b"], ["Q1", "Q2"]),
        (["Wi-Fi", "Pool", "Wi-Fi.1", "Pool.1"], ["Wi-Fi", "Pool"]),
    ],
)
def test_letters_and_repetitions_make_blocks(tmp_path: Path, headings: list[str], expected: list[str]) -> None:
    line = [LIKE, DISLIKE, LIKE, DISLIKE] if headings[1].endswith(("b", "b. Wi-Fi")) else [LIKE, LIKE, DISLIKE, DISLIKE]
    survey, problems = read(tmp_path, headings, line, line)
    assert names(survey) == expected
    assert [one for one in problems if one.code is Code.PAIRED_BY_BLOCK]


def test_several_letters_of_one_question_are_no_halves(tmp_path: Path) -> None:
    headings = ["F_functional", "F_dysfunctional", *(f"{number}{letter}" for number in (1, 2) for letter in "abc")]
    survey, _ = read(tmp_path, headings, *([*line, *[LIKE] * 6] for line in WORDS))
    assert names(survey) == ["F"]


def test_japanese_conditions_are_opposites(tmp_path: Path) -> None:
    headings = ["部屋が静かだったら、どう思いますか", "部屋が静かでなかったら、どう思いますか"]
    survey, _ = read(tmp_path, headings, *WORDS)
    assert names(survey) == ["部屋が静か"]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (
            [
                "If the hotel had a pool, how would you feel?",
                "If you pay by card, how do you feel?",
                "Parking for free",
            ],
            ["a pool", "you pay by card", "Parking for free"],
        ),
        (["如果有早餐，您觉得", "如果房间安静，您觉得", "早餐免费"], ["早餐", "房间安静", "早餐免费"]),
    ],
)
def test_one_odd_question_does_not_spoil_the_names_of_others(questions: list[str], expected: list[str]) -> None:
    assert shorten(questions) == expected
