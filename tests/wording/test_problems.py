"""Every problem has a sentence, with its place, what is wrong and what to do."""

from types import MappingProxyType

import pytest

from kano_app.domain.problem import Code, Fact, Problem
from kano_app.i18n import language
from kano_app.wording.problems import message, place

ENGLISH = language("en")
FACTS: dict[str, Fact] = {
    "reason": "identity", "what": "PDF", "encoding": "GB18030", "columns": ("Age", "Gender"), "feature": "Wi-Fi",
    "half": "functional", "used": "F1_f", "rows": (3, 7, 12), "count": 3, "values": ("so", "la la"),
    "functional": "like-first", "dysfunctional": "dislike-first", "reverse": 2, "reverse_other": 1234, "name": "Pool",
    "names": ("Spa", "Bar"), "features": ("A", "B"), "counts": (2, 1), "sums": (95, 104), "doubtful": 3,
    "doubtful_alike": 40, "category": "reverse",
    "reasons": ("duplicate", "own words"), "most": 20, "fewest": 20, "category_name": "must-be",
    "first": "spring", "second": "autumn", "cells": ("(1, 1) A / Q",),
    "effort": 8.5, "capacity": 3, "words": 90, "earlier": 2, "different": 2,
}  # fmt: skip


def problem(code: Code, **facts: Fact) -> Problem:
    return Problem(code, "guests.csv", "", 12, "F3_functional", "perhaps", MappingProxyType(facts))


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_sentence_without_gaps(code: Code) -> None:
    for facts in (FACTS, FACTS | {"count": 1}, {}):
        told = message(problem(code, **facts), ENGLISH)
        assert told.startswith("guests.csv, row 12, column F3_functional: ")
        assert told.endswith(".")
        assert "{" not in told
        assert "}" not in told
        assert len(told) > 60
    assert "–" not in message(problem(code, **FACTS), ENGLISH)


def test_no_two_problems_have_the_same_sentence() -> None:
    sentences = {message(problem(code, **FACTS), ENGLISH): code for code in Code}
    assert len(sentences) == len(Code)


def test_incomplete_pairs_are_told_in_one_sentence_with_the_number_of_each_feature() -> None:
    facts: dict[str, Fact] = {"features": ("Wi-Fi", "Bed"), "counts": (3, 1), "count": 4}
    told = message(Problem(Code.PAIR_INCOMPLETE, facts=facts), ENGLISH)
    assert told.startswith("4 pairs have only one half answered")
    assert told.endswith("“Wi-Fi” (3) and “Bed” (1).")


def test_of_many_incomplete_features_the_first_are_named_and_the_rest_counted() -> None:
    names = tuple(f"F{place}" for place in range(1, 31))
    facts: dict[str, Fact] = {"features": names, "counts": (1,) * 30, "count": 30}
    told = message(Problem(Code.PAIR_INCOMPLETE, facts=facts), ENGLISH)
    assert "“F8” (1) and 22 more." in told


@pytest.mark.parametrize("reason", ["permission", "quote", "encoding", "rows", "system"])
def test_every_reason_why_a_file_cannot_be_read_has_a_sentence_of_its_own(reason: str) -> None:
    sentences = {message(problem(Code.FILE_UNREADABLE, reason=other), ENGLISH) for other in ("", reason)}
    assert len(sentences) == (1 if reason == "system" else 2)


def test_a_place_is_as_long_as_what_is_known_of_it() -> None:
    assert place(Problem(Code.NO_PAIRS), ENGLISH) == ""
    assert place(Problem(Code.NO_PAIRS, "a b.xlsx", "Sheet 1"), ENGLISH) == "a b.xlsx, sheet “Sheet 1”"
    assert place(Problem(Code.NO_PAIRS, row=1200), ENGLISH) == "row 1200"
    assert message(Problem(Code.NO_ANSWERS), ENGLISH).startswith("Nobody answered")


def test_what_users_wrote_stands_literally_in_quotes() -> None:
    for text in ("{feature}", "<b>$x$</b>", "100 %s", "=cmd()"):
        told = message(Problem(Code.ANSWER_UNREAD, value=text, facts=FACTS), ENGLISH)
        assert f"“{text}”" in told


def test_what_nobody_can_see_is_made_visible_and_what_is_long_is_cut() -> None:
    told = message(Problem(Code.ANSWER_UNREAD, value="a\nb\x00c\u202ed", facts=FACTS), ENGLISH)
    assert "“a↵b[U+0000]c[U+202E]d”" in told
    told = message(Problem(Code.ANSWER_UNREAD, value="x" * 500, facts=FACTS), ENGLISH)
    assert f"“{'x' * 59}…{'x' * 20}”" in told


def test_rows_are_listed_and_those_not_listed_are_hinted_at() -> None:
    some = Problem(Code.ANSWER_UNREAD, value="so", facts={"rows": (3, 7, 12), "count": 3})
    assert "3 cells count as not answered (rows 3, 7 and 12)" in message(some, ENGLISH)
    many = Problem(Code.ANSWER_UNREAD, value="so", facts={"rows": (3, 7), "count": 1500})
    assert "1,500 cells count as not answered (rows 3, 7, …)" in message(many, ENGLISH)


def test_one_thing_is_spoken_of_in_the_singular() -> None:
    one = Problem(Code.ROWS_EMPTY, facts={"count": 1})
    assert message(one, ENGLISH) == "1 empty row was passed over."
    assert message(Problem(Code.ROWS_EMPTY, facts={"count": 2}), ENGLISH) == "2 empty rows were passed over."


@pytest.mark.parametrize(
    "code",
    [
        Code.ROW_TOO_LONG,
        Code.ROW_WITHOUT_FEATURE,
        Code.ROW_WITHOUT_RESPONDENT,
        Code.RESPONDENT_TWICE,
        Code.ANSWER_TWICE,
    ],
)
def test_a_single_row_is_named_by_its_place_alone_and_several_in_brackets(code: Code) -> None:
    told = message(Problem(code, row=5, facts={"rows": (5,), "count": 1}), ENGLISH)
    assert told.startswith("row 5: The row ")
    assert "(" not in told
    told = message(Problem(code, row=5, facts={"rows": (5, 9), "count": 2}), ENGLISH)
    assert told.startswith("row 5: 2 rows ")
    assert "(rows 5 and 9)" in told


@pytest.mark.parametrize(
    ("code", "fact"),
    [(Code.FEATURE_UNKNOWN, "names"), (Code.EFFORT_MISSING, "features"), (Code.SHARES_OFF, "features")],
)
def test_of_many_features_the_first_are_named_and_the_rest_counted(code: Code, fact: str) -> None:
    names = tuple(f"F{place}" for place in range(1, 31))
    told = message(Problem(code, facts={fact: names, "sums": (95,) * 30}), ENGLISH)
    assert "22 more" in told
    assert "“F8”" in told
    assert "“F9”" not in told


def test_a_circle_of_many_features_is_named_in_full() -> None:
    names = tuple(f"F{place}" for place in range(1, 31))
    assert "“F30”" in message(Problem(Code.DEPENDENCY_CYCLE, facts={"features": names}), ENGLISH)


@pytest.mark.parametrize(
    ("code", "counts_as"),
    [
        (Code.COUNT_UNREAD, "count as 0."),
        (Code.IMPORTANCE_UNREAD, "count as not given."),
        (Code.ANSWER_UNREAD, "count as not answered."),
        (Code.ANSWER_OUTSIDE_SCALE, "count as not answered."),
    ],
)
def test_further_cells_count_as_those_that_are_listed(code: Code, counts_as: str) -> None:
    told = message(Problem(code, facts={"count": 30}), ENGLISH)
    assert told == f"30 further cells could not be read and {counts_as}"
    assert counts_as[:8] in message(Problem(code, value="so", facts={"count": 3, "rows": (3, 7, 12)}), ENGLISH)


def test_a_share_that_is_none_is_not_told_to_be_a_whole_number() -> None:
    told = message(Problem(Code.COUNT_UNREAD, value="400 %", facts={"reason": "share"}), ENGLISH)
    assert "“400 %” is not a share" in told
    assert "whole" not in told


def test_halves_that_run_against_each_other_are_both_told_with_what_to_do() -> None:
    mixed: dict[str, Fact] = {
        "functional": "like-first", "dysfunctional": "dislike-first", "reverse": 0, "reverse_other": 9,
        "doubtful": 1, "doubtful_alike": 31,
    }  # fmt: skip
    told = message(Problem(Code.DIRECTION_ASSUMED, facts=mixed), ENGLISH)
    assert "in the functional half 1 means like, in the dysfunctional half 1 means dislike" in told
    assert "1 answers are reverse or questionable, with both halves alike 31" in told
    assert "If that is wrong and both run alike, say --direction" in told
    alike = message(Problem(Code.DIRECTION_ASSUMED, facts=mixed | {"dysfunctional": "like-first"}), ENGLISH)
    assert "against each other" not in alike


def test_a_tie_of_directions_is_not_said_to_be_judged_by_the_answers() -> None:
    facts: dict[str, Fact] = {"functional": "like-first", "dysfunctional": "like-first", "reverse": 3, "tie": 1}
    told = message(Problem(Code.DIRECTION_ASSUMED, facts=facts), ENGLISH)
    assert "nothing in them tells which way they run; they were read with 1 as like" in told
    assert "judged" not in told
    assert "--direction" in told


def test_codes_that_do_not_begin_at_one_come_with_the_option_that_says_what_they_mean() -> None:
    told = message(Problem(Code.CODES_FROM_ZERO, facts={"reason": "from-zero"}), ENGLISH)
    assert "from 0 to 4" in told
    assert '--answers "0|1|2|3|4"' in told
    assert '--answers "4|3|2|1|0"' in told
    told = message(Problem(Code.CODES_FROM_ZERO, facts={"reason": "below-zero"}), ENGLISH)
    assert "from −2 to 2" in told
    assert '--answers "2|1|0|-1|-2"' in told


@pytest.mark.parametrize(
    ("reason", "orders"),
    [
        ("three-from-zero", ('"0|1|2" if 0 is like', '"2|1|0" if 2 is')),
        ("three-around-zero", ('"1|0|-1" if 1 is like', '"-1|0|1" if −1 is')),
        ("three-by-twos", ('"2|0|-2" if 2 is like', '"-2|0|2" if −2 is')),
    ],
)
def test_three_codes_are_named_with_the_option_in_both_orders(reason: str, orders: tuple[str, str]) -> None:
    told = message(Problem(Code.CODES_FROM_ZERO, facts={"reason": reason, "values": ("0", "2")}), ENGLISH)
    assert "only the codes “0” and “2”" in told
    assert all(f"--answers {order}" in told for order in orders)


def test_people_without_a_complete_pair_are_only_said_to_be_in_no_count_of_categories() -> None:
    for count, verb in ((1, "is"), (2, "are")):
        told = message(Problem(Code.PEOPLE_WITHOUT_PAIR, facts={"count": count}), ENGLISH)
        assert told.endswith(f"{verb} in no count of categories.")


def test_words_for_no_answer_are_listed_and_more_of_them_hinted_at() -> None:
    facts: dict[str, Fact] = {"values": ("?", "-"), "different": 2, "count": 12}
    told = message(Problem(Code.ANSWERS_MISSING_WORDS, facts=facts), ENGLISH)
    assert told == "12 cells with “?” and “-” count as not answered."
    told = message(Problem(Code.ANSWERS_MISSING_WORDS, facts=facts | {"different": 9}), ENGLISH)
    assert "“?”, “-”, …" in told


def test_what_is_named_as_a_workbook_and_is_none_is_not_said_to_be_damaged() -> None:
    told = message(Problem(Code.WORKBOOK_BROKEN, facts={"reason": "no-workbook"}), ENGLISH)
    assert told.startswith("This is no workbook, whatever its name says")
    assert "damaged" in message(Problem(Code.WORKBOOK_BROKEN), ENGLISH)


def test_a_repeated_respondent_is_told_with_the_earlier_row() -> None:
    told = message(Problem(Code.RESPONDENT_TWICE, row=5, facts={"rows": (5,), "count": 1, "earlier": 2}), ENGLISH)
    assert told.startswith("row 5: The row has the respondent of row 2. Both are counted")


def test_answers_that_leave_no_pair_are_not_said_to_be_all_unknown() -> None:
    told = message(Problem(Code.ANSWERS_UNKNOWN, facts={"values": ("great",), "reason": "no-pair"}), ENGLISH)
    assert told.startswith("No pair is left with both answers known; not known are “great”.")
    assert '--answers "a|b|c|d|e"' in told


def test_a_circle_of_dependencies_is_shown_as_one() -> None:
    told = message(Problem(Code.DEPENDENCY_CYCLE, facts={"features": ("A", "B", "A")}), ENGLISH)
    assert "“A” → “B” → “A”" in told


def test_the_remedies_name_the_options_of_the_command_line() -> None:
    assert "--scale" in message(problem(Code.SCALE_UNKNOWN, **FACTS), ENGLISH)
    assert "--scale three-asymmetric" in message(problem(Code.SCALE_ASSUMED, **FACTS), ENGLISH)
    assert "%" in message(problem(Code.COUNTS_MAY_BE_SHARES, **FACTS), ENGLISH)
    assert '--answers "a|b|c|d|e"' in message(problem(Code.ANSWERS_UNKNOWN, **FACTS), ENGLISH)
    assert "--direction" in message(problem(Code.DIRECTION_ASSUMED, **FACTS), ENGLISH)
