from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import CELLS, counted, people

from kano_app.analysis import analyse
from kano_app.analysis.flags import Flagged
from kano_app.domain import edits
from kano_app.domain.evaluation_table import POULIOT
from kano_app.domain.problem import Code
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Exclusion, Flag, Survey, Trait

_FAST = AnalysisSettings(resamples=100)


def _rows(*of_people: str) -> Survey:
    """Return a survey of one word of letters a person, a letter a feature; a dot is no answer."""
    cells = CELLS | {".": (0, 0), "h": (1, 0)}
    return people({f"f{place}": [cells[row[place]] for row in of_people] for place in range(len(of_people[0]))})


def _flagged(survey: Survey, settings: AnalysisSettings = _FAST) -> Flagged:
    found = analyse(survey, settings).flagged
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("answers", "is_line"),
    [
        ("IIIII", True),
        ("IIII.", False),
        ("IIIII.", True),
        ("IIIIIh", True),
        ("IIIIIA", False),
        ("AAAAA", True),
        (".....", False),
    ],
)
def test_a_straight_line_is_one_pair_on_five_features_or_more(answers: str, is_line: bool) -> None:  # noqa: FBT001
    assert _flagged(_rows(answers)).people(Flag.STRAIGHT_LINE) == ((0,) if is_line else ())


def test_a_line_is_one_cell_and_not_one_category() -> None:
    same = people({f"f{place}": [(3, 3)] for place in range(5)})
    mixed = people({f"f{place}": [(2 + place % 3, 3)] for place in range(5)})
    assert _flagged(same).people(Flag.STRAIGHT_LINE) == (0,)
    assert _flagged(mixed).people(Flag.STRAIGHT_LINE) == ()


@pytest.mark.parametrize(
    ("answers", "is_backwards"),
    [("RRRR", True), ("RRRP", True), ("RRPP", False), ("RRR.", True), ("RR..", False)],
)
def test_a_scale_is_read_backwards_by_three_reverse_answers_and_most_of_what_all_want(
    answers: str,
    is_backwards: bool,  # noqa: FBT001
) -> None:
    survey = _rows(*["PPMA"] * 9, answers)
    assert _flagged(survey).people(Flag.SCALE_BACKWARDS) == ((9,) if is_backwards else ())


def test_half_of_what_all_want_is_not_most_of_it() -> None:
    wanted = ["PPMAPM"] * 9
    assert _flagged(_rows(*wanted, "RRRPPP")).people(Flag.SCALE_BACKWARDS) == ()
    assert _flagged(_rows(*wanted, "RRRRPP")).people(Flag.SCALE_BACKWARDS) == (9,)


def test_reverse_on_what_few_want_says_nothing_of_the_scale() -> None:
    assert _flagged(_rows(*["IIIP"] * 9, "RRRP")).people(Flag.SCALE_BACKWARDS) == ()


@pytest.mark.parametrize(
    ("answers", "is_doubted"),
    [
        ("QQPPPP", True),
        ("QPPPPP", False),
        ("QQPPPPP", False),
        ("QQQPPPPPP", True),
        ("QP", False),
        ("QQ", True),
        ("QQPP...", True),
    ],
)
def test_contradictions_on_a_third_and_two_at_least_are_flagged(answers: str, is_doubted: bool) -> None:  # noqa: FBT001
    assert _flagged(_rows(answers)).people(Flag.QUESTIONABLE) == ((0,) if is_doubted else ())


def test_the_evaluation_table_says_what_contradicts() -> None:
    survey = people({"x": [(2, 2)], "y": [(4, 4)], "z": [(1, 5)]})
    assert _flagged(survey).anybody == ()
    assert _flagged(survey, replace(_FAST, table=POULIOT)).people(Flag.QUESTIONABLE) == (0,)


def test_whoever_has_the_key_of_an_earlier_person_answered_before() -> None:
    survey = replace(_rows("MP", "PM", "AI", "IA", "MM"), keys=np.array([7, 0, 7, 0, 7], dtype=np.uint64))
    assert _flagged(survey).people(Flag.DUPLICATE) == (2, 4)
    assert _flagged(replace(survey, keys=None)).people(Flag.DUPLICATE) == ()


def test_a_person_is_proposed_once_for_the_first_of_the_flags() -> None:
    found = _flagged(replace(_rows("QQQQQ", "PPMAM", "QQMAM"), keys=np.array([1, 2, 1], dtype=np.uint64)))
    assert found.of(0) == (Flag.STRAIGHT_LINE, Flag.QUESTIONABLE)
    assert found.of(1) == ()
    assert found.of(2) == (Flag.QUESTIONABLE, Flag.DUPLICATE)
    assert found.anybody == (0, 2)
    assert found.proposals() == (Exclusion(0, "straight-line"), Exclusion(2, "questionable"))
    assert found.proposals((Flag.DUPLICATE,)) == (Exclusion(2, "duplicate"),)


def test_counts_know_no_people_to_flag() -> None:
    assert analyse(counted({"x": "Q9"}), _FAST).flagged is None


def _project(survey: Survey) -> Project:
    return edits.add_survey(Project(), survey)


_SUSPECT = replace(
    _rows("IIIII", "PMPAM", "IIIII", "MPAMP"),
    importance=(np.array([9, 1, 9, 3], dtype=np.float32), None, None, None, None),
    traits=(Trait("g", ("a", "b"), np.array([0, 1, 0, -1], dtype=np.int32)),),
    keys=np.array([1, 2, 3, 4], dtype=np.uint64),
)


def test_whoever_is_left_out_is_in_no_count_and_that_is_said() -> None:
    project = edits.exclude_people(_project(_SUSPECT), _flagged(_SUSPECT).proposals())
    findings = analyse(project.survey, _FAST)
    assert [result.n for result in findings.features] == [2] * 5
    assert findings.survey.respondents == 2
    said = {one.code: one.facts for one in findings.problems}
    assert said[Code.PEOPLE_EXCLUDED]["count"] == 2
    assert said[Code.PEOPLE_EXCLUDED]["reasons"] == ("straight-line",)
    assert Code.STRAIGHT_LINES not in said
    assert findings.flagged is not None
    assert findings.flagged.people(Flag.STRAIGHT_LINE) == (0, 2)
    assert getattr(findings.features[0].importance, "mean", None) == 2


def test_leaving_people_out_can_be_undone() -> None:
    project = _project(_SUSPECT)
    without = edits.exclude_people(project, [Exclusion(2, "my reason"), Exclusion(0, "straight-line")])
    assert without.survey.excluded == (Exclusion(0, "straight-line"), Exclusion(2, "my reason"))
    again = edits.exclude_people(without, [Exclusion(2, "another reason")])
    assert again.survey.excluded == without.survey.excluded
    half = edits.include_people(without, [0, 3])
    assert half.survey.excluded == (Exclusion(2, "my reason"),)
    back = edits.include_people(half, [2])
    assert back.survey.excluded == ()
    assert analyse(back.survey, _FAST).features == analyse(_SUSPECT, _FAST).features
    assert project.survey.excluded == ()


def test_people_of_an_earlier_wave_can_be_left_out() -> None:
    project = edits.exclude_people(edits.add_wave(_project(_SUSPECT), _SUSPECT), [Exclusion(1, "x")], wave=0)
    assert [len(one.excluded) for one in project.surveys] == [1, 0]


@given(st.lists(st.text("MPAIRQ.", min_size=3, max_size=3), min_size=1, max_size=12), st.data())
@settings(deadline=None, max_examples=30)
def test_what_is_counted_is_the_survey_of_those_who_stay(rows: Sequence[str], data: st.DataObject) -> None:
    out = data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=len(rows) - 1))
    survey = replace(_rows(*rows), excluded=tuple(Exclusion(one, "x") for one in sorted(out)))
    stay = [row for place, row in enumerate(rows) if place not in out]
    assert analyse(survey, _FAST).features == analyse(_rows(*stay), _FAST).features
    assert survey.counted.respondents == len(stay)
    assert survey.counted.excluded == ()


def test_part_of_the_people_keeps_what_is_known_of_them() -> None:
    part = _SUSPECT.of(np.array([False, True, False, True]))
    assert (part.respondents, part.traits[0].codes.tolist()) == (2, [1, -1])
    assert part.importance[0] is not None
    assert part.importance[0].tolist() == [1, 3]
    assert part.keys is not None
    assert part.keys.tolist() == [2, 4]
    assert _SUSPECT.counted is _SUSPECT


def test_everybody_may_be_left_out() -> None:
    everybody = replace(_SUSPECT, excluded=tuple(Exclusion(one, "x") for one in range(4)))
    assert [result.n for result in analyse(everybody, _FAST).features] == [0] * 5


def test_counts_cannot_be_divided_into_people() -> None:
    with pytest.raises(TypeError, match="divided into people"):
        counted({"x": "M5"}).of(np.ones(5, dtype=np.bool_))


def test_an_exclusion_names_a_person_of_the_survey_and_keys_are_one_a_person() -> None:
    for survey in (_rows("MP"), counted({"x": "M5"})):
        with pytest.raises(ValueError, match="person of the survey"):
            replace(survey, excluded=(Exclusion(1, "x"),))
    with pytest.raises(ValueError, match="one key per person"):
        replace(_rows("MP"), keys=np.zeros(2, dtype=np.uint64))
