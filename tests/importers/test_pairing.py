"""Columns find their other half by what their headings say, never by where they stand."""

import time
from pathlib import Path

import pytest

from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.settings import Direction, ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers import read_survey
from kano_app.importers.pairing.markers import questions
from kano_app.importers.pairing.naming import shorten

LIKE, DISLIKE, NEUTRAL = "I like it", "I dislike it", "I am neutral"


def read(tmp_path: Path, *rows: list[str]) -> tuple[Survey, tuple[Problem, ...]]:
    path = tmp_path / "survey.csv"
    path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
    return read_survey(path)


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "name"),
    [
        ("F1_functional", "F1_dysfunctional", "F1"),
        ("F1_func", "F1_dysf", "F1"),
        ("F1_f", "F1_d", "F1"),
        ("F1f", "F1d", "F1"),
        ("F1.pos", "F1.neg", "F1"),
        ("positive/Wi-Fi", "negative/Wi-Fi", "Wi-Fi"),
        ("1+", "1-", "1"),
        ("Wi-Fi +", "Wi-Fi −", "Wi-Fi"),
        ("Wi-Fi (with)", "Wi-Fi (without)", "Wi-Fi"),
        ("with Wi-Fi", "without Wi-Fi", "Wi-Fi"),
        ("Wi-Fi: have", "Wi-Fi: have not", "Wi-Fi"),
        ("Wi-Fi [present]", "Wi-Fi [absent]", "Wi-Fi"),
        ("functional: Wi-Fi", "dysfunctional: Wi-Fi", "Wi-Fi"),
        ("Functional [Wi-Fi]", "Dysfunctional [Wi-Fi]", "Wi-Fi"),
        ("Feature 1 Functional Question", "Feature 1 Dysfunctional Question", "Feature 1"),
        ("Wi-Fi (positive answer)", "Wi-Fi (negative answer)", "Wi-Fi"),
        ("Implemented: Wi-Fi", "Not implemented: Wi-Fi", "Wi-Fi"),
        ("KANO_Watering_YES", "KANO_Watering_NO", "KANO_Watering"),
        ("feat_1f", "feat_1d", "feat_1"),
        ("How do you feel if parking is available?", "How do you feel if parking is unavailable?", "parking"),
        ("1a. If the hotel has a pool, how do you feel?", "1b. If the hotel does not have a pool, how do you feel?",
         "a pool"),
        ("有早餐时，您的感受", "没有早餐时，您的感受", "早餐"),
        ("1. 若有早餐", "1. 若無早餐", "早餐"),
        ("早餐 - 如果有", "早餐 - 如果没有", "早餐"),
        ("1.1 If we had Wi-Fi at the desk", "1.2 If we did not have Wi-Fi at the desk", "Wi-Fi at the desk"),
        ("Wenn WLAN vorhanden ist, wie denken Sie darüber?", "Wenn WLAN nicht vorhanden ist, wie denken Sie darüber?",
         "WLAN"),
        ("Se l'hotel offrisse il wifi, come si sentirebbe?", "Se l'hotel non offrisse il wifi, come si sentirebbe?",
         "il wifi"),
        ("有此功能-早餐", "无此功能-早餐", "早餐"),
        ("若酒店能提供24小时前台，您会感到", "若酒店未能提供24小时前台，您会感到", "24小时前台"),
        ("第3题(早餐) 有", "第3题(早餐) 没有", "第3题(早餐)"),
        ("スマホで予約できる", "スマホで予約できない", "スマホで予約できる"),
        ("朝食が提供される場合", "朝食が提供されない場合", "朝食"),
        ("C++ (functional)", "C++ (dysfunctional)", "C++"),
        ("早餐_有", "早餐_没有", "早餐"),
        ("早餐有", "早餐無", "早餐"),
        ("有早餐", "沒有早餐", "早餐"),
        ("无线网络（正向）", "无线网络（负向）", "无线网络"),
        ("無線網路：正向", "無線網路：反向", "無線網路"),
        ("功能-早餐", "非功能-早餐", "早餐"),
        ("1. If it had… [Wi-Fi]", "2. If it lacked… [Wi-Fi]", "Wi-Fi"),
        ("1、一键同步—如果有这个功能您的评价是：", "1、如果没有这个功能您的评价是：", "一键同步"),
        ("How do you feel if we have it? - Late check-out", "How do you feel if we do not have it? - Late check-out",
         "Late check-out"),
    ],
)  # fmt: skip
def test_the_halves_are_told_by_their_markers(tmp_path: Path, functional: str, dysfunctional: str, name: str) -> None:
    survey, _ = read(tmp_path, [dysfunctional, functional], [DISLIKE, LIKE], [NEUTRAL, LIKE])
    assert [(feature.id, feature.name) for feature in survey.features] == [(name, name)]
    pair = survey.evidence.pairs[0]  # type: ignore[union-attr]
    assert pair.functional.tolist() == [1, 1]
    assert pair.dysfunctional.tolist() == [5, 3]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (
            [
                ("If the hotel has a pool, how do you feel?", "If the hotel does not have a pool, how do you feel?"),
                ("If the hotel has late check-out, how do you feel?",
                 "If the hotel doesn’t have late check-out, how do you feel?"),
            ],
            ["a pool", "late check-out"],
        ),
        (
            [
                ("如果酒店提供早餐，您觉得如何？", "如果酒店不提供早餐，您觉得如何？"),
                ("如果酒店提供无线网络，您觉得如何？", "如果酒店没有提供无线网络，您觉得如何？"),
            ],
            ["早餐", "无线网络"],
        ),
    ],
)  # fmt: skip
def test_questions_that_differ_by_a_negation_are_halves_and_are_kept(
    tmp_path: Path, asked: list[tuple[str, str]], names: list[str]
) -> None:
    headings = [negated for _, negated in asked] + [question for question, _ in asked]
    survey, _ = read(tmp_path, headings, [DISLIKE, NEUTRAL, LIKE, LIKE])
    assert [feature.name for feature in survey.features] == names
    assert [(one.functional_question, one.dysfunctional_question) for one in survey.features] == asked
    assert [pair.dysfunctional.tolist() for pair in survey.evidence.pairs] == [[5], [3]]  # type: ignore[union-attr]


def test_a_feature_named_by_a_negation_still_finds_the_half_that_negates_once_more(tmp_path: Path) -> None:
    asked = "If you can pay without cash, how do you feel?"
    negated = "If you cannot pay without cash, how do you feel?"
    survey, _ = read(tmp_path, [negated, asked], [DISLIKE, LIKE])
    assert survey.features[0].functional_question == asked


def test_two_columns_of_one_name_and_no_marker_are_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, ["Wi-Fi", "Wi-Fi"], [LIKE, DISLIKE])
    assert told.value.problem.code is Code.NO_PAIRS
    _, problems = read(tmp_path, ["F1_f", "F1_d", "Wi-Fi", "Wi-Fi"], [LIKE, DISLIKE, LIKE, DISLIKE])
    assert [(one.code, one.column, one.facts["half"]) for one in problems] == [(Code.HALF_TWICE, "Wi-Fi", "")] * 2


def test_a_half_without_the_other_is_named_and_its_feature_left_out(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, ["F1_f", "F1_d", "F2_d"], [LIKE, DISLIKE, NEUTRAL])
    assert [feature.name for feature in survey.features] == ["F1"]
    assert [(one.code, one.column) for one in problems] == [(Code.HALF_MISSING, "F2_d")]
    assert dict(problems[0].facts) == {"feature": "F2", "half": "dysfunctional"}


def test_of_two_columns_for_one_half_the_first_is_used_and_the_other_named(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, ["F1_f", "F1_d", "F1_f"], [LIKE, DISLIKE, NEUTRAL])
    assert survey.evidence.pairs[0].functional.tolist() == [1]  # type: ignore[union-attr]
    assert [one.code for one in problems] == [Code.HALF_TWICE]
    assert dict(problems[0].facts) == {"feature": "F1", "half": "functional", "used": "F1_f"}


def test_a_trait_whose_name_ends_like_a_marker_is_no_half(tmp_path: Path) -> None:
    rows = [[LIKE, DISLIKE, str(20 + at % 3), "ab"[at % 2]] for at in range(6)]
    survey, problems = read(tmp_path, ["F1_f", "F1_d", "Age d", "Group f"], *rows)
    assert [trait.name for trait in survey.traits] == ["Age d", "Group f"]
    assert problems == ()


GOOD = [[LIKE, DISLIKE]] * 6
WORDS = ["great", "yuck", "great", "super", LIKE, DISLIKE]
CODES = ["6", "7", "8", "9", "6", "7"]
HALVES = {
    "by a marker": ("{} (functional)", "{} (dysfunctional)"),
    "by a grid": ("If it had… [{}]", "If it lacked… [{}]"),
    "by a glued marker": ("{}有", "{}没有"),
    "by a question": ("If the hotel has {}, how do you feel?", "If the hotel does not have {}, how do you feel?"),
}


def headed(manner: str, *names: str) -> list[str]:
    return [heading.format(name) for name in names for heading in HALVES[manner]]


@pytest.mark.parametrize("manner", HALVES)
@pytest.mark.parametrize("cells", [WORDS, CODES])
def test_a_feature_answered_in_other_words_is_read_and_every_cell_is_said(
    tmp_path: Path, manner: str, cells: list[str]
) -> None:
    rows = [[*good, cell, cell] for good, cell in zip(GOOD, cells, strict=True)]
    survey, problems = read(tmp_path, headed(manner, "Bath", "Bed"), *rows)
    assert [feature.name for feature in survey.features] == ["Bath", "Bed"]
    assert survey.traits == ()
    unread = [one for one in problems if one.code in {Code.ANSWER_UNREAD, Code.ANSWER_OUTSIDE_SCALE}]
    assert {one.column for one in unread} == set(headed(manner, "Bed"))
    assert {one.value for one in unread} == set(cells) - {LIKE, DISLIKE}
    assert {one.code for one in problems} == {one.code for one in unread}


@pytest.mark.parametrize("manner", HALVES)
@pytest.mark.parametrize("bad", [0, 1])
def test_one_half_in_other_words_does_not_lose_the_other(tmp_path: Path, manner: str, bad: int) -> None:
    cells = [[word, DISLIKE] if bad == 0 else [LIKE, word] for word in WORDS]
    survey, problems = read(tmp_path, headed(manner, "Bath", "Bed"), *(a + b for a, b in zip(GOOD, cells, strict=True)))
    assert [feature.name for feature in survey.features] == ["Bath", "Bed"]
    assert survey.traits == ()
    assert {one.code for one in problems} == {Code.ANSWER_UNREAD}
    assert {one.column for one in problems} == {headed(manner, "Bed")[bad]}


def test_a_single_feature_with_one_half_in_other_words_is_read(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, headed("by a marker", "Bed"), *([LIKE, word] for word in WORDS))
    assert survey.evidence.pairs[0].dysfunctional.tolist() == [0, 0, 0, 0, 1, 5]  # type: ignore[union-attr]
    assert Code.HALF_MISSING not in {one.code for one in problems}


def test_a_half_of_which_nothing_can_be_read_is_told_as_unknown_answers(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, headed("by a marker", "Bed"), *([LIKE, f"well {at}"] for at in range(30)))
    problem = told.value.problem
    assert (problem.code, problem.column, problem.facts["reason"]) == (
        Code.ANSWERS_UNKNOWN, "Bed (dysfunctional)", "no-pair"
    )  # fmt: skip
    assert problem.facts["count"] == 20


def test_a_second_half_in_other_words_is_named_and_is_no_trait(tmp_path: Path) -> None:
    rows = [[*good, word] for good, word in zip(GOOD, WORDS, strict=True)]
    survey, problems = read(tmp_path, ["F1_f", "F1_d", "F1_f"], *rows)
    assert survey.traits == ()
    assert [(one.code, one.facts["used"]) for one in problems] == [(Code.HALF_TWICE, "F1_f")]


def test_what_else_was_asked_of_a_feature_is_no_half_of_it(tmp_path: Path) -> None:
    headings = ["If it had… [Bed]", "If it lacked… [Bed]", "Rate it [Bed]", "Why not? [Bath]", "Rate it [Bath]"]
    rows = [[*good, str(6 + at % 3), "ab"[at % 2], str(6 + at % 2)] for at, good in enumerate(GOOD)]
    survey, problems = read(tmp_path, headings, *rows)
    assert [feature.name for feature in survey.features] == ["Bed"]
    assert [trait.name for trait in survey.traits] == headings[2:]
    assert problems == ()


def test_an_address_in_an_answer_is_counted_and_never_shown(tmp_path: Path) -> None:
    rows = [[LIKE, DISLIKE]] * 5 + [["ann@example.org", "10.0.0.7"], [LIKE, "my address is ann@example.org"]]
    _, problems = read(tmp_path, ["F1_f", "F1_d"], *rows)
    unread = [one for one in problems if one.code is Code.ANSWER_UNREAD]
    assert [(one.row, one.column, one.value, one.facts["count"]) for one in unread] == [
        (7, "F1_f", None, 1),
        (7, "F1_d", None, 2),
    ]
    assert "ann@" not in repr(problems)


def test_unknown_answers_are_shown_without_the_known_ones_and_without_addresses(tmp_path: Path) -> None:
    rows = [["great", LIKE], ["yuck", "ann@example.org"], ["great", "10.0.0.7"], ["great", "2"], ["super", "yuck"]]
    with pytest.raises(Unusable) as told:
        read(tmp_path, ["F1_f", "F1_d"], *rows)
    problem = told.value.problem
    assert problem.code is Code.ANSWERS_UNKNOWN
    assert (problem.facts["values"], problem.facts["count"]) == (("great", "yuck", "super"), 3)


@pytest.mark.parametrize("headings", [["Bed (functional)", "Bed (dysfunctional)"], ["functional", "dysfunctional"]])
def test_many_different_answers_under_the_headings_of_halves_are_told_as_unknown(
    tmp_path: Path, headings: list[str]
) -> None:
    rows = [["Bed", f"fun {at}", f"no fun {at}"] for at in range(30)]
    with pytest.raises(Unusable) as told:
        read(tmp_path, ["feature", *headings], *rows)
    assert told.value.problem.code is Code.ANSWERS_UNKNOWN
    assert told.value.problem.facts["count"] == 60


def test_addresses_alone_are_no_unknown_answers(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, ["F1_f", "F1_d"], ["ann@example.org", "bob@example.org"])
    assert told.value.problem.code is Code.NO_PAIRS


def test_an_empty_copy_of_a_grid_is_no_second_survey(tmp_path: Path) -> None:
    headings = ["had [Wi-Fi]", "did not have [Wi-Fi]", "had [Wi-Fi]", "did not have [Wi-Fi]"]
    survey, problems = read(tmp_path, headings, ["", "", LIKE, DISLIKE], ["", "", NEUTRAL, DISLIKE])
    assert survey.evidence.pairs[0].functional.tolist() == [1, 3]  # type: ignore[union-attr]
    assert [(one.code, one.facts["reason"]) for one in problems] == [(Code.COLUMN_LEFT_OUT, "empty")] * 2


def test_a_row_of_answers_is_never_taken_for_headings(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        read(tmp_path, ["早餐", "泳池"], ["很喜欢", "很不喜欢"], ["很喜欢", "无所谓"])
    assert told.value.problem.code is Code.NO_PAIRS


def test_a_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    survey, problems = read(tmp_path, ["Our hotel", ""], [""], ["F1_f", "F1_d"], [LIKE, DISLIKE])
    assert (survey.respondents, survey.features[0].name, problems) == (1, "F1", ())


def test_names_are_the_users_text_to_the_letter(tmp_path: Path) -> None:
    names = ["<b>bold</b>", "$x$ and $y$", "=cmd()|'/C calc'!A0", "🏨 spa & sauna", "x" * 500, "100 % {braces}"]
    headings = [f"{name}_{half}" for name in names for half in ("functional", "dysfunctional")]
    survey, problems = read(tmp_path, headings, [LIKE, DISLIKE] * len(names))
    assert [feature.name for feature in survey.features] == names
    assert problems == ()


AGREE = ["Agree", "Strongly agree", "Neutral", "Disagree", "Agree", "Neutral"]
ASKED = [
    "If the hotel had a pool, how do you feel?",
    "If the hotel did not have a pool, how do you feel?",
]


@pytest.mark.parametrize(
    ("first", "second", "cells"),
    [
        ("Do you have children?", "Do you have no children?", ["yes", "no", "yes", "yes", "no", "no"]),
        ("I travel with children", "I do not travel with children", ["yes", "no", "yes", "yes", "no", "no"]),
        ("Has children", "Has no children", ["yes", "no", "yes", "yes", "no", "no"]),
        ("With children", "Without children", ["yes", "no", "yes", "yes", "no", "no"]),
        ("The staff was friendly", "The staff was not friendly", AGREE),
        ("The staff was friendly", "The staff was not friendly", ["Neutral"] * 5 + ["Agree"]),
        ("The staff was friendly", "The staff was not friendly", ["1", "4", "5", "2", "3", "5"]),
        ("How likely are you to recommend us?", "How likely are you not to recommend us?",
         ["9", "10", "0", "7", "3", "5"]),
        ("有孩子", "没有孩子", ["是", "否", "是", "是", "否", "否"]),
        ("您带孩子旅行吗？", "您不带孩子旅行吗？", ["是", "否", "是", "是", "否", "否"]),
    ],
)  # fmt: skip
def test_two_questions_on_people_that_differ_by_a_negation_are_traits(
    tmp_path: Path, first: str, second: str, cells: list[str]
) -> None:
    rows = [[*good, cell, cell] for good, cell in zip(GOOD, cells, strict=True)]
    survey, problems = read(tmp_path, [*ASKED, first, second], *rows)
    assert [feature.name for feature in survey.features] == ["a pool"]
    assert [trait.name for trait in survey.traits] == [first, second]
    assert problems == ()


@pytest.mark.parametrize(
    "kano",
    [
        ["F1_functional", "F1_dysfunctional"],
        ["If it had… [Bed]", "If it lacked… [Bed]"],
        [*ASKED, "If the hotel had a spa, how do you feel?", "If the hotel did not have a spa, how do you feel?"],
    ],
)
def test_statements_agreed_with_from_1_to_5_are_no_halves_beside_answers_in_numbers(
    tmp_path: Path, kano: list[str]
) -> None:
    headings = [*kano, "The staff was friendly", "The staff was not friendly"]
    rows = [[str(1 + at % 3 if place % 2 == 0 else 5 - at % 3) for place in range(len(headings))] for at in range(12)]
    survey, _ = read_survey_as_codes(tmp_path, headings, rows)
    assert len(survey.features) == len(kano) // 2
    assert [trait.name for trait in survey.traits] == headings[-2:]


def test_a_scale_of_agreement_is_no_half_even_where_most_are_neutral(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        read(tmp_path, ["friendly", "not friendly"], *([cell, cell] for cell in AGREE))


THREE_CODES = [["1", "5", "3"], ["1", "4", "5"], ["2", "5", "4"], ["1", "5", "2"], ["3", "3", "5"], ["1", "4", "1"]]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (0, 2, 1), (1, 2, 0), (2, 1, 0)])
@pytest.mark.parametrize(
    "third", ["How important is it to you that we have…", "How satisfied are you today with…", "Do you use…"]
)
def test_of_three_blocks_the_one_that_asks_something_else_is_no_half(
    tmp_path: Path, order: tuple[int, ...], third: str
) -> None:
    stems = ["How would you feel if we had…", "How would you feel if we did not have…", third]
    items = ["Wi-Fi", "Pool"]
    headings = [f"{stems[at]} - {item}" for at in order for item in items]
    rows = [[line[at] for at in order for _ in items] for line in THREE_CODES * 4]
    survey, _ = read_survey_as_codes(tmp_path, headings, rows)
    assert [feature.name for feature in survey.features] == items
    for pair in survey.evidence.pairs:  # type: ignore[union-attr]
        assert pair.functional.tolist() == [1, 1, 2, 1, 3, 1] * 4
        assert pair.dysfunctional.tolist() == [5, 4, 5, 5, 3, 4] * 4
    asked = [one for one in survey.importance if one is not None]
    assert [one.tolist() for one in asked] == ([[3, 5, 4, 2, 5, 1] * 4] * 2 if "important" in third else [])


def test_of_three_blocks_that_say_nothing_none_is_taken(tmp_path: Path) -> None:
    headings = [f"Q{number}_{item}" for number in (4, 5, 6) for item in (1, 2)]
    with pytest.raises(Unusable) as told:
        read(tmp_path, headings, *([one for one in line for _ in range(2)] for line in THREE_CODES))
    assert told.value.problem.code is Code.NO_PAIRS


def test_two_blocks_that_say_nothing_are_paired_and_said_to_be_a_guess(tmp_path: Path) -> None:
    headings = [f"Q{number}_{item}" for number in (4, 5) for item in (1, 2)]
    survey, problems = read(tmp_path, headings, *([one for one in line[:2] for _ in range(2)] for line in THREE_CODES))
    assert [feature.name for feature in survey.features] == ["1", "2"]
    noted = [one for one in problems if one.code is Code.PAIRED_BY_BLOCK]
    assert [dict(one.facts) for one in noted] == [
        {
            "first": "Q4_1",
            "other": "Q5_1",
            "functional": ("Q4_1", "Q4_2"),
            "dysfunctional": ("Q5_1", "Q5_2"),
            "names": ("1", "2"),
            "count": 2,
            "reason": "block",
        }
    ]


def test_features_with_numbered_questions_are_not_taken_for_blocks(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        read(tmp_path, ["wifi_1", "wifi_2", "pool_1", "pool_2"], [LIKE, DISLIKE, LIKE, NEUTRAL])


def test_a_number_that_comes_again_does_not_pair_two_features(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        read(tmp_path, ["1、如果有早餐，您觉得如何", "1、如果没有停车场，您觉得如何"], [LIKE, DISLIKE], [LIKE, NEUTRAL])


def test_columns_are_never_paired_by_standing_side_by_side(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        read(tmp_path, ["Bed", "Bath", "Pool", "Spa"], [LIKE, DISLIKE, LIKE, NEUTRAL], [LIKE, DISLIKE] * 2)


def read_survey_as_codes(
    tmp_path: Path, headings: list[str], rows: list[list[str]]
) -> tuple[Survey, tuple[Problem, ...]]:
    path = tmp_path / "survey.csv"
    path.write_text("\n".join("\t".join(row) for row in [headings, *rows]), encoding="utf-8")
    return read_survey(path, ImportSettings(direction=Direction.LIKE_FIRST))


LANGUAGES = {
    "English": (
        "If the hotel offered {}, how would you feel?",
        "If the hotel did not offer {}, how would you feel?",
        ("free Wi-Fi in the room", "free parking"),
    ),
    "English, turned around": (
        "How would you feel if there was {}?",
        "How would you feel if there was no {}?",
        ("free Wi-Fi", "parking at the house"),
    ),
    "English, numbered": (
        "Q3. If our app lets you {}, how do you feel?",
        "Q4. If our app does not let you {}, how do you feel?",
        ("pay by card", "pay later"),
    ),
    "simplified Chinese": (
        "如果酒店提供{}，您觉得怎么样？",
        "如果酒店不提供{}，您觉得怎么样？",
        ("免费早餐", "免费停车"),
    ),
    "traditional Chinese": ("若飯店有{}，您的感覺是？", "若飯店沒有{}，您的感覺是？", ("免費早餐", "免費停車")),
    "German": (
        "Wenn das Hotel {} hätte, wie würden Sie sich fühlen?",
        "Wenn das Hotel {} nicht hätte, wie würden Sie sich fühlen?",
        ("kostenloses WLAN", "eine Garage"),
    ),
    "Japanese": (
        "ホテルに{}があったら、どう感じますか？",
        "ホテルに{}がなかったら、どう感じますか？",
        ("無料の朝食", "温泉"),
    ),
    "Spanish": (
        "Si el hotel tuviera {}, ¿cómo se sentiría?",
        "Si el hotel no tuviera {}, ¿cómo se sentiría?",
        ("wifi gratis", "una piscina"),
    ),
    "French": (
        "Si l’hôtel proposait {}, que ressentiriez-vous ?",
        "Si l’hôtel ne proposait pas {}, que ressentiriez-vous ?",
        ("le wifi gratuit", "le petit déjeuner"),
    ),
    "Portuguese": (
        "Se o hotel tivesse {}, como se sentiria?",
        "Se o hotel não tivesse {}, como se sentiria?",
        ("wifi grátis", "piscina"),
    ),
    "Indonesian": (
        "Jika hotel menyediakan {}, bagaimana perasaan Anda?",
        "Jika hotel tidak menyediakan {}, bagaimana perasaan Anda?",
        ("wifi gratis", "kolam renang"),
    ),
    "Korean": (
        "호텔에 {}이 있다면 어떻게 느끼시겠습니까?",
        "호텔에 {}이 없다면 어떻게 느끼시겠습니까?",
        ("수영장", "조식"),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2])
def test_a_question_and_its_negation_are_a_feature_named_as_a_person_would_name_it(
    tmp_path: Path, language: str, count: int
) -> None:
    asked, negated, features = LANGUAGES[language]
    headings = [form.format(name) for name in features[:count] for form in (negated, asked)]
    survey, _ = read(tmp_path, headings, [DISLIKE, LIKE] * count, [NEUTRAL, LIKE] * count)
    assert [pair.functional.tolist() for pair in survey.evidence.pairs] == [[1, 1]] * count  # type: ignore[union-attr]
    assert [feature.name for feature in survey.features] == list(features[:count])
    assert survey.features[0].functional_question == asked.format(features[0])


@pytest.mark.parametrize(
    ("whole", "names"),
    [
        (["If the hotel had a pool, how do you feel?"], ["a pool"]),
        (["Imagine that our app supported dark mode. How would you feel?"], ["dark mode"]),
        (["If you can pay without cash, how do you feel?"], ["pay without cash"]),
        (["A pool?"], ["A pool?"]),
        (["Rate the pool now", "Rate the spa now"], ["pool", "spa"]),
        (["Rate the pool now", "Rate the pool now"], ["Rate the pool now", "Rate the pool now"]),
        (["If the hotel had a pool, how do you feel?", "Rate the spa"], ["a pool", "Rate the spa"]),
        (["x" * 500], ["x" * 500]),
    ],
)  # fmt: skip
def test_a_name_is_what_stands_in_the_frame_of_the_question(whole: list[str], names: list[str]) -> None:
    assert shorten(whole) == names


def test_long_headings_are_read_in_no_time() -> None:
    heading = "If " + "the hotel " * 400 + "has a " * 400
    started = time.perf_counter()
    assert shorten([heading]) == [heading]
    assert questions(heading)
    assert shorten(["If " + "a b " * 95]) == [("a b " * 95).strip()]
    assert time.perf_counter() - started < 1
