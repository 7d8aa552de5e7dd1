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
    "names": ("Spa", "Bar"), "features": ("A", "B"), "counts": (2, 1), "category": "reverse",
    "effort": 8.5, "capacity": 3,
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
    assert f"“{'x' * 79}…”" in told


def test_rows_are_listed_and_those_not_listed_are_hinted_at() -> None:
    some = Problem(Code.ANSWER_UNREAD, value="so", facts={"rows": (3, 7, 12), "count": 3})
    assert "3 cells count as not answered (rows 3, 7 and 12)" in message(some, ENGLISH)
    many = Problem(Code.ANSWER_UNREAD, value="so", facts={"rows": (3, 7), "count": 1500})
    assert "1,500 cells count as not answered (rows 3, 7, …)" in message(many, ENGLISH)


def test_one_thing_is_spoken_of_in_the_singular() -> None:
    one = Problem(Code.ROWS_EMPTY, facts={"count": 1})
    assert message(one, ENGLISH) == "1 empty row was passed over."
    assert message(Problem(Code.ROWS_EMPTY, facts={"count": 2}), ENGLISH) == "2 empty rows were passed over."


def test_a_circle_of_dependencies_is_shown_as_one() -> None:
    told = message(Problem(Code.DEPENDENCY_CYCLE, facts={"features": ("A", "B", "A")}), ENGLISH)
    assert "“A” → “B” → “A”" in told


def test_the_remedies_name_the_options_of_the_command_line() -> None:
    assert "--scale" in message(problem(Code.SCALE_UNKNOWN, **FACTS), ENGLISH)
    assert '--answers "a|b|c|d|e"' in message(problem(Code.ANSWERS_UNKNOWN, **FACTS), ENGLISH)
    assert "--direction" in message(problem(Code.DIRECTION_ASSUMED, **FACTS), ENGLISH)
