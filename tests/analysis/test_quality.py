from making import CELLS, counted, people

from kano_app.analysis import analyse
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey


def _found(survey: Survey) -> list[tuple[Code, object]]:
    problems: tuple[Problem, ...] = analyse(survey, AnalysisSettings()).problems
    return [(one.code, one.facts.get("count")) for one in problems]


def _letters(letters: str) -> list[tuple[int, int]]:
    return [CELLS[letter] for letter in letters]


def test_a_wording_is_doubted_above_six_percent_and_from_two_answers_on() -> None:
    assert _found(counted({"x": "M93 Q7"})) == [(Code.WORDING_DOUBTFUL, 1)]
    assert _found(counted({"x": "M94 Q6"})) == []
    assert _found(counted({"x": "M5 Q1"})) == []
    assert _found(counted({"x": "M5 Q2", "y": "P9"})) == [(Code.WORDING_DOUBTFUL, 1)]


def test_one_pair_on_everything_is_a_straight_line_from_five_features_on() -> None:
    line, honest = "I", "P"
    five = {f"f{place}": _letters(line + ("M" if place % 2 else honest)) for place in range(5)}
    assert _found(people(five)) == [(Code.STRAIGHT_LINES, 1)]
    four = {name: pairs for name, pairs in five.items() if name != "f4"}
    assert _found(people(four)) == []


def test_a_missing_half_does_not_break_a_line_and_is_none() -> None:
    rows = {f"f{place}": [CELLS["I"]] for place in range(5)} | {"gap": [(3, 0)]}
    assert (Code.STRAIGHT_LINES, 1) in _found(people(rows))
    nothing = {f"f{place}": [(0, 0), (1, 5)] for place in range(6)}
    nothing["f0"] = [(0, 0), (2, 5)]
    assert _found(people(nothing)) == []


def test_who_calls_reverse_what_all_others_want_may_have_read_the_scale_backwards() -> None:
    rows = {f"f{place}": _letters("PPMPMP" + "R") for place in range(4)}
    rows["f0"] = _letters("MPMPMM" + "R")
    found = _found(people(rows))
    assert (Code.SCALE_BACKWARDS, 1) in found


def test_reverse_on_what_nobody_wants_is_no_sign_of_a_scale_read_backwards() -> None:
    rows = {f"f{place}": _letters("RRRRRR") for place in range(4)} | {"wanted": _letters("PPPMPM")}
    assert _found(people(rows)) == []


def test_answers_that_are_flagged_are_counted_all_the_same() -> None:
    rows = {f"f{place}": _letters("I" * 3) for place in range(6)}
    findings = analyse(people(rows), AnalysisSettings())
    assert findings.problems[0].facts["count"] == 3
    assert all(result.n == 3 for result in findings.features)
