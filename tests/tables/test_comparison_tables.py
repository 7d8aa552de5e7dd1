from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from making import CELLS, counted, people

from kano_app.analysis import Analysis, Blank, analyse
from kano_app.analysis.comparison import Comparison
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import POULIOT, TABLES
from kano_app.domain.plan import Horizon, Plan
from kano_app.domain.settings import AnalysisSettings, Camps, PlanSettings, ReverseAndQuestionable, Rule
from kano_app.domain.survey import Exclusion, Flag, Survey, Trait
from kano_app.i18n import language
from kano_app.roadmap import Move, plan, with_alternatives
from kano_app.tables import (
    Kind,
    Table,
    alternatives_table,
    answers_at_hand,
    cell_text,
    continuous_table,
    differences_table,
    flags_table,
    groups_table,
    people_table,
    raw_cell,
    sizes_table,
    waves_table,
    widths_table,
)
from kano_app.tables.cells import Cell, Drift, Moves, Range, range_or_blank, worded
from kano_app.wording.figures import footnote_marks

_EN = language("en")
_FAST = AnalysisSettings(resamples=100)


def _survey(group: str = "", **rows: str) -> Survey:
    survey = people({name: [CELLS[letter] for letter in letters] for name, letters in rows.items()})
    codes = np.array(["ab".find(one) for one in group], dtype=np.int32)
    return replace(survey, traits=(Trait("Group", ("one", "two"), codes),) if group else ())


def _row(table: Table, place: int = 0) -> dict[str, Cell]:
    return dict(zip((column.key for column in table.columns), table.rows[place], strict=True))


def _read(table: Table, place: int = 0) -> dict[str, str]:
    marks = footnote_marks(table.blanks)
    cells = zip(table.columns, table.rows[place], strict=True)
    return {column.key: cell_text(cell, column.kind, _EN, marks) for column, cell in cells}


_TWO = _survey("a" * 20 + "b" * 20 + ".", x="M" * 20 + "P" * 20 + "I", y="I" * 41)


def _comparison(survey: Survey = _TWO, **choices: Any) -> Comparison:
    findings = analyse(survey, replace(_FAST, **(choices or {"segments": ("Group",)})))
    found = findings.segments or findings.camps
    assert found is not None
    return found


def test_a_row_says_whether_the_groups_differ() -> None:
    table = differences_table(_comparison())
    assert _row(table) == {
        "name": "x",
        "chi_square": pytest.approx(40),
        "df": 1,
        "p": pytest.approx(2.54e-10, rel=0.01),
        "adjusted_p": pytest.approx(2.54e-10, rel=0.01),
        "cramers_v": pytest.approx(1),
        "permuted": False,
    }
    read = _read(table)
    assert (read["p"], read["permuted"], read["chi_square"]) == ("< 0.001", "no", "40.00")


def test_a_feature_that_cannot_be_compared_is_blank_in_all_columns() -> None:
    table = differences_table(_comparison())
    assert set(table.rows[1][1:]) == {Blank.NOTHING_TO_COMPARE}
    assert table.blanks == (Blank.NOTHING_TO_COMPARE,)
    assert len(set(_read(table, 1).values())) == 2


def test_every_group_stands_under_every_feature_the_unknown_last() -> None:
    table = groups_table(_comparison())
    read = [_read(table, place) for place in range(len(table.rows))]
    assert [(one["name"], one["group"], one["n"], one["category"]) for one in read] == [
        ("x", "one", "20", "Must-be"),
        ("x", "two", "20", "Performance"),
        ("x", "not known", "1", "–¹"),
        ("y", "one", "20", "Indifferent"),
        ("y", "two", "20", "Indifferent"),
        ("y", "not known", "1", "–¹"),
    ]
    assert (read[1]["better"], read[1]["better_interval"]) == ("1.00", "0.84 to 1.00")
    assert (read[0]["evidence"], read[2]["evidence"], read[2]["better"]) == ("clear", "–¹", "–¹")
    assert table.blanks == (Blank.SMALL_GROUP,)


def test_combined_groups_and_camps_are_called_by_all_that_makes_them() -> None:
    sexes = Trait("Sex", ("f", "m"), np.arange(41, dtype=np.int32) % 2)
    both = _comparison(replace(_TWO, traits=(*_TWO.traits, sexes)), segments=("Group", "Sex"))
    groups = [one["group"] for one in (_read(groups_table(both), place) for place in range(5))]
    assert groups == ["one · f", "one · m", "two · f", "two · m", "not known"]
    camps = groups_table(_comparison(camps=Camps("x", Category.MUST_BE, Category.PERFORMANCE)))
    assert [_read(camps, place)["group"] for place in (0, 1)] == ["Must-be", "Performance"]


def _step_table(first: Survey, second: Survey) -> Table:
    waves = analyse(second, _FAST, [first]).waves
    assert waves is not None
    return waves_table(waves.whole)


def test_a_row_says_what_changed_between_two_waves() -> None:
    table = _step_table(
        counted({"F2": "A8 P36 M19 I23", "gone": "M3"}), counted({"F2": "A11 P35 M15 I20", "new": "P3"})
    )
    read = _read(table)
    assert (read["before"], read["category"], read["drift"]) == ("Performance", "Performance", "none")
    assert (read["better"], read["better_interval"], read["better_p"]) == ("0.06", "−0.09 to 0.20", "0.466")
    assert read["better_z"] == "0.73"
    new, gone = _row(table, 1), _row(table, 2)
    assert (new["name"], new["before"], new["category"]) == ("new", Blank.ONE_WAVE, Category.PERFORMANCE)
    assert (gone["name"], gone["before"], gone["category"]) == ("gone", Category.MUST_BE, Blank.ONE_WAVE)
    assert {one for row in (new, gone) for key, one in row.items() if key.startswith(("better", "worse"))} == {
        Blank.ONE_WAVE
    }


def test_matched_people_have_no_z_and_it_is_said_why() -> None:
    keys = np.arange(1, 13, dtype=np.uint64)
    keyed = [replace(_survey(x=letters * 2), keys=keys) for letters in ("MPAIMP", "MPAAAA")]
    table = _step_table(*keyed)
    assert (_row(table)["better_z"], _row(table)["worse_z"]) == (Blank.MATCHED_PEOPLE,) * 2
    assert isinstance(_row(table)["better_p"], float)


@pytest.mark.parametrize(
    ("steps", "text"),
    [(0, "none"), (1, "1 step towards must-be"), (3, "3 steps towards must-be"), (-2, "2 steps back")],
)
def test_a_drift_is_told_in_steps(steps: int, text: str) -> None:
    assert worded(Drift(steps), _EN) == text
    assert raw_cell(Drift(steps), _EN) == steps


def _suspects() -> tuple[Survey, Analysis]:
    survey = people({f"f{at}": [CELLS[row[at]] for row in ("QQQQQ", "PMPAM", "IIIII", "MPAMP")] for at in range(5)})
    survey = replace(survey, excluded=(Exclusion(2, "straight-line"), Exclusion(3, "my reason")))
    return survey, analyse(survey, _FAST)


def test_flags_are_counted_and_how_many_of_them_were_left_out() -> None:
    survey, findings = _suspects()
    assert findings.flagged is not None
    assert flags_table(survey, findings.flagged).rows == (
        (Flag.STRAIGHT_LINE, 2, 1),
        (Flag.SCALE_BACKWARDS, 0, 0),
        (Flag.QUESTIONABLE, 1, 0),
        (Flag.DUPLICATE, 0, 0),
    )


def test_whoever_is_flagged_or_left_out_has_a_row() -> None:
    survey, findings = _suspects()
    assert findings.flagged is not None
    table = people_table(survey, findings.flagged)
    assert [row[0] for row in table.rows] == [1, 3, 4]
    assert _row(table)["questionable"] == 1
    assert [_read(table, place)["straight-line"] for place in range(3)] == ["yes", "yes", ""]
    assert [_read(table, place)["left_out"] for place in range(3)] == ["", "yes", "yes"]


def test_a_person_who_answered_nothing_has_no_share_of_contradictions() -> None:
    survey = replace(people({"x": [(0, 0), (1, 5)]}), excluded=(Exclusion(0, "empty"),))
    flagged = analyse(survey, _FAST).flagged
    assert flagged is not None
    assert (_row(people_table(survey, flagged))["complete"], _row(people_table(survey, flagged))["questionable"]) == (
        0,
        None,
    )


def test_the_alternatives_say_what_they_move() -> None:
    findings = analyse(counted({"fax": "M4 R5", "bed": "P9"}), _FAST)
    roadmap = with_alternatives(plan(findings, Plan(), PlanSettings()), findings, Plan(), PlanSettings())
    table = alternatives_table(roadmap)
    assert [(row[0], row[1]) for row in table.rows] == [
        (Rule.PRECEDENCE, 0),
        (Rule.BLAUTH, 0),
        (ReverseAndQuestionable.BESIDE, 1),
    ]
    assert _read(table)["moves"] == "nothing moves"
    assert _read(table, 2) == {"choice": "R and Q beside", "moved": "1", "moves": "“fax”: Do not build › Now"}


@pytest.mark.parametrize(
    ("cell", "raw"),
    [
        (POULIOT, "pouliot"),
        (Rule.BLAUTH, "blauth"),
        (ReverseAndQuestionable.BESIDE, "beside"),
        (Flag.DUPLICATE, "duplicate"),
        (Range(-0.5, 0.25), "-0.5 0.25"),
        (Moves((Move("x", Horizon.NOW, Horizon.LATER),)), "“x”: Now › Later"),
        (True, True),
        (Blank.ONE_WAVE, None),
    ],
)
def test_programs_get_keys_and_full_precision(cell: Cell, raw: object) -> None:
    assert raw_cell(cell, _EN) == raw


@pytest.mark.parametrize("cell", [*TABLES.values(), *Rule, *ReverseAndQuestionable, *Flag])
def test_every_choice_and_flag_has_a_name(cell: Cell) -> None:
    assert (worded(cell, _EN) or "").strip()


def test_an_interval_or_its_reason_is_a_cell() -> None:
    assert range_or_blank((0.1, 0.2)) == Range(0.1, 0.2)
    assert range_or_blank(Blank.NEEDS_COUNTS) is Blank.NEEDS_COUNTS


@pytest.mark.parametrize(("p", "text"), [(0.0009, "< 0.001"), (0.001, "0.001"), (0.466, "0.466"), (1, "1.000")])
def test_a_probability_is_never_written_as_zero(p: float, text: str) -> None:
    assert cell_text(p, Kind.PROBABILITY, _EN, {}) == text


def test_the_number_of_answers_at_hand_stands_among_the_usual_ones_once() -> None:
    def sizes(at_hand: int | None) -> Sequence[Cell]:
        return [row[0] for row in sizes_table(0.95, at_hand).rows]

    assert sizes(None) == sizes(50) == sizes(0) == [5, 12, 20, 50, 100, 200, 400]
    assert sizes(7) == [5, 7, 12, 20, 50, 100, 200, 400]
    assert sizes_table(0.95).rows[0][1] == pytest.approx(0.3296, abs=5e-5)
    assert widths_table(0.95).rows == ((0.2, 25), (0.15, 43), (0.1, 97), (0.05, 385))


def test_the_answers_at_hand_are_the_fewest_that_any_coefficient_rests_on() -> None:
    assert answers_at_hand(analyse(counted({"x": "M9 R5", "y": "P4 Q9", "z": "R9"}), _FAST)) == 4
    assert answers_at_hand(analyse(counted({"z": "R9"}), _FAST)) is None


def test_the_continuous_table_has_means_errors_and_their_region() -> None:
    table = continuous_table(analyse(people({"x": [(1, 5), (1, 3), (2, 5)], "y": [(1, 5), (0, 0), (0, 0)]}), _FAST))
    assert _read(table) == {
        "name": "x",
        "region": "Performance",
        "functional": "3.33",
        "functional_se": "0.67",
        "dysfunctional": "2.67",
        "dysfunctional_se": "1.33",
    }
    assert _row(table, 1)["functional_se"] is Blank.ONE_ANSWER
    assert set(continuous_table(analyse(counted({"x": "M5"}), _FAST)).rows[0][1:]) == {Blank.NEEDS_PAIRS}
