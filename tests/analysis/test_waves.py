from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from making import CELLS, counted, people, shared

from kano_app.analysis import Analysis, Blank, analyse, resampling
from kano_app.analysis.waves import Change, Shift, Step, Waves
from kano_app.domain import edits
from kano_app.domain.feature import Feature
from kano_app.domain.problem import Code
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings, Scale
from kano_app.domain.survey import Exclusion, Source, Survey, Trait
from kano_app.importers import read_survey
from kano_app.statistics.differences import Difference

_FAST = AnalysisSettings(resamples=400)


def _survey(label: str = "", keys: Sequence[int] | None = None, **rows: str) -> Survey:
    answers = people({name: [CELLS[letter] for letter in letters] for name, letters in rows.items()})
    return replace(answers, label=label, keys=None if keys is None else np.array(keys, dtype=np.uint64))


def _analysed(*surveys: Survey, settings: AnalysisSettings = _FAST) -> Analysis:
    return analyse(surveys[-1], settings, surveys[:-1])


def _waves(*surveys: Survey, settings: AnalysisSettings = _FAST) -> Waves:
    found = _analysed(*surveys, settings=settings).waves
    assert found is not None
    return found


def _better(step: Step, place: int = 0) -> Difference:
    shift = step.changes[place].better
    assert isinstance(shift, Shift)
    return shift.difference


def _codes(*surveys: Survey) -> list[Code]:
    return [one.code for one in _analysed(*surveys).problems if one.code.value.startswith("wave")]


def test_convenient_storage_changes_from_the_first_to_the_last_cohort_as_the_methods_page_says(payments: Path) -> None:
    first, last = (read_survey(payments / f"storage--cohort{one}-clean.csv")[0] for one in (1, 4))
    change = next(one for one in _waves(first, last).whole.changes if one.feature.id == "F2")
    assert isinstance(change.better, Shift)
    found = change.better.difference
    assert found.value == pytest.approx(0.0563, abs=5e-5)
    assert found.z == pytest.approx(0.729, abs=5e-4)
    assert found.p == pytest.approx(0.466, abs=5e-4)
    assert (found.low, found.high) == pytest.approx((-0.0933, 0.2021), abs=5e-5)
    assert change.better.adjusted_p >= found.p
    assert change.before is not None
    assert change.after is not None
    assert change.before.better == pytest.approx(44 / 86)
    assert change.after.better == pytest.approx(46 / 81)


def test_worse_is_compared_with_its_sign() -> None:
    step = _waves(_survey(x="M" * 20 + "I" * 20), _survey(x="M" * 30 + "I" * 10)).whole
    shift = step.changes[0].worse
    assert isinstance(shift, Shift)
    assert shift.difference.value == pytest.approx(-0.25)
    assert shift.difference.low < -0.25 < shift.difference.high < 0.01
    assert shift.difference.z is not None
    assert shift.difference.z < 0


@pytest.mark.parametrize(
    ("before", "after", "drift"),
    [("I", "A", 1), ("I", "M", 3), ("P", "P", 0), ("M", "A", -2), ("R", "M", None), ("M", "Q", None)],
)
def test_the_drift_counts_steps_along_the_life_cycle(before: str, after: str, drift: int | None) -> None:
    assert _waves(_survey(x=before * 9), _survey(x=after * 9)).whole.changes[0].drift == drift


def test_a_trait_that_dates_the_answers_makes_the_waves_in_natural_order() -> None:
    letters = "A" * 30 + "P" * 30 + "M" * 30 + "I"
    codes = np.array([1] * 30 + [0] * 30 + [2] * 30 + [-1], dtype=np.int32)
    dated = replace(_survey(x=letters), traits=(Trait("Wave", ("10", "9", "x"), codes),))
    findings = analyse(dated, replace(_FAST, wave_by="wave"))
    assert findings.waves is not None
    assert [(one.label, one.people) for one in findings.waves.waves] == [("9", 30), ("10", 30), ("x", 30)]
    said = next(one for one in findings.problems if one.code is Code.WAVE_UNDATED)
    assert (said.facts["count"], said.facts["name"]) == (1, "wave")
    apart = _waves(_survey("9", x="A" * 30), _survey("10", x="P" * 30), _survey("x", x="M" * 30))
    assert [_better(one) for one in findings.waves.steps] == [_better(one) for one in apart.steps]


@pytest.mark.parametrize(
    ("levels", "code"), [(1, Code.NO_GROUPS), (21, Code.TRAIT_MANY_GROUPS), (0, Code.TRAIT_UNKNOWN)]
)
def test_a_trait_that_makes_no_waves_is_said(levels: int, code: Code) -> None:
    codes = np.arange(42, dtype=np.int32) % max(levels, 1)
    traits = (Trait("Year", tuple(map(str, range(levels))), codes),) if levels else ()
    findings = analyse(replace(_survey(x="M" * 42), traits=traits), replace(_FAST, wave_by="Year"))
    assert findings.waves is None
    assert [one.code for one in findings.problems] == [code]


def test_counts_are_not_divided_into_waves_but_may_be_one() -> None:
    findings = analyse(counted({"x": "M5"}), replace(_FAST, wave_by="Year"))
    assert (findings.waves, [one.code for one in findings.problems]) == (None, [Code.NEEDS_PEOPLE])
    assert _better(_waves(counted({"x": "A5 I5"}), counted({"x": "A8 I2"})).whole).value == pytest.approx(0.3)
    assert _codes(counted({"x": "A5 I5"}), _survey(x="AAI")) == [Code.WAVE_EVIDENCE]


def test_three_waves_are_compared_with_their_neighbours_and_as_a_whole() -> None:
    found = _waves(_survey("a", x="I" * 9), _survey("b", x="A" * 9), _survey("c", x="P" * 9))
    assert [(one.earlier.label, one.later.label) for one in found.steps] == [("a", "b"), ("b", "c"), ("a", "c")]
    assert found.whole.changes[0].drift == 2
    two = _waves(_survey("a", x="I" * 9), _survey("b", x="A" * 9))
    assert two.steps == (two.whole,)
    assert analyse(_survey(x="I"), _FAST).waves is None


def test_what_one_wave_alone_asked_is_blank_and_stands_in_its_order() -> None:
    step = _waves(_survey(gone="MM", x="MI"), _survey(new="PP", x="MM")).whole
    assert [one.feature.id for one in step.changes] == ["new", "x", "gone"]
    new, _, gone = step.changes
    assert (new.before, gone.after, new.drift) == (None, None, None)
    assert {new.better, new.worse, gone.better, gone.worse} == {Blank.ONE_WAVE}


@pytest.mark.parametrize("keys", [None, [1, 2]])
def test_waves_without_a_common_feature_are_said_and_nothing_breaks(keys: list[int] | None) -> None:
    findings = _analysed(_survey("a", keys, x="MI"), _survey("b", keys, y="MI"))
    assert [(one.code, one.facts["first"], one.facts["second"]) for one in findings.problems] == [
        (Code.WAVE_NOTHING_COMMON, "a", "b")
    ]
    assert findings.waves is not None
    assert {one.better for one in findings.waves.whole.changes} == {Blank.ONE_WAVE}


def test_no_difference_has_its_reason_and_is_in_no_correction() -> None:
    changes = _waves(_survey(x="RRQ", y="MMA"), _survey(x="MMM", y="MAA")).whole.changes
    assert changes[0].better is Blank.NO_COEFFICIENT_ANSWERS
    assert isinstance(changes[1].better, Shift)
    assert changes[1].better.adjusted_p == changes[1].better.difference.p
    by_share = _waves(shared({"x": (1, 0, 0, 0, 0, 0)}), _survey(x="MM")).whole.changes[0]
    assert by_share.better is Blank.NEEDS_COUNTS


def test_people_who_were_left_out_are_in_no_wave() -> None:
    first = replace(_survey(x="AAIR"), excluded=(Exclusion(2, "test"),))
    found = _waves(first, _survey(x="AI"))
    assert found.waves[0].people == 3
    assert _better(found.whole).value == pytest.approx(-0.5)


# People who answered in both waves.


def _mixed(seed: int, people_count: int = 120) -> str:
    return "".join(np.random.default_rng(seed).choice(list("MPAI"), people_count).tolist())


def test_people_who_say_the_same_again_differ_by_hardly_more_than_nothing() -> None:
    letters, keys = _mixed(1), range(1, 121)
    step = _waves(_survey(keys=[*keys], x=letters), _survey(keys=[*keys], x=letters)).whole
    assert step.matched == 120
    found = _better(step)
    assert (found.value, found.p, found.z) == (0, 1, None)
    assert -0.04 < found.low < 0 < found.high < 0.04


def test_of_thirty_features_that_all_matched_people_changed_every_one_is_found() -> None:
    keys = [*range(1, 101)]
    before = _survey(keys=keys, label="", **{f"f{place}": "A" * 95 + "M" * 5 for place in range(30)})
    after = _survey(keys=keys, label="", **{f"f{place}": "M" * 95 + "A" * 5 for place in range(30)})
    step = _waves(before, after).whole
    shifts = [change.better for change in step.changes]
    assert all(isinstance(one, Shift) and one.adjusted_p < 0.05 for one in shifts)


def test_the_order_of_hashes_does_not_matter_for_matched_people() -> None:
    letters, keys = _mixed(1), np.arange(1, 121)
    salted = np.random.default_rng(5).permutation(keys)
    first, second = letters, letters.replace("I", "A", 12)
    one = _waves(_survey(keys=keys.tolist(), x=first), _survey(keys=keys.tolist(), x=second)).whole
    other = _waves(_survey(keys=salted.tolist(), x=first), _survey(keys=salted.tolist(), x=second)).whole
    assert _better(one) == _better(other)


def test_matched_people_are_found_whatever_their_order_and_tell_more_than_strangers() -> None:
    letters = _mixed(1)
    changed = letters.replace("I", "A", 12)
    keys, order = np.arange(1, 121), np.random.default_rng(3).permutation(120)
    later = _survey(keys=keys[order].tolist(), x="".join(changed[place] for place in order))
    matched = _waves(_survey(keys=keys.tolist(), x=letters), later).whole
    strangers = _waves(_survey(x=letters), _survey(x=changed)).whole
    mine, theirs = _better(matched), _better(strangers)
    assert mine.value == pytest.approx(theirs.value)
    assert mine.low <= mine.value <= mine.high
    assert mine.high - mine.low < 0.7 * (theirs.high - theirs.low)
    assert mine.p < 0.05 < theirs.p
    assert (mine.z, matched.matched, strangers.matched) == (None, 120, 0)


def test_people_nobody_knows_of_are_not_matched() -> None:
    letters = _mixed(1)
    assert _waves(_survey(keys=[0] * 120, x=letters), _survey(keys=[0] * 120, x=letters)).whole.matched == 0
    assert _waves(_survey(keys=[1] * 120, x=letters), _survey(x=letters)).whole.matched == 0


def test_one_person_in_both_waves_leaves_the_interval_almost_that_of_strangers() -> None:
    first, second = _survey(keys=[*range(1, 121)], x=_mixed(1)), _survey(keys=[120, *range(200, 319)], x=_mixed(2))
    strangers = _better(_waves(replace(first, keys=None), second).whole)
    found = _better(_waves(first, second, settings=AnalysisSettings()).whole)
    assert found.z is None
    assert (found.low, found.high) == pytest.approx((strangers.low, strangers.high), abs=0.03)


def test_many_people_are_resampled_by_the_distribution_they_approach(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _survey(keys=[*range(1, 121)], x=_mixed(1)), _survey(keys=[120, *range(200, 319)], x=_mixed(2))
    exact = _better(_waves(first, second, settings=AnalysisSettings()).whole)
    monkeypatch.setattr(resampling, "MANY", 100)
    found = _better(_waves(first, second, settings=AnalysisSettings()).whole)
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=0.03)


def test_the_seed_decides_the_interval_of_matched_people() -> None:
    both = [_survey(keys=[*range(1, 121)], x=_mixed(seed)) for seed in (1, 2)]
    assert _better(_waves(*both).whole) == _better(_waves(*both).whole)
    assert _better(_waves(*both).whole) != _better(_waves(*both, settings=replace(_FAST, seed=2)).whole)


def test_swapping_waves_of_matched_people_changes_the_sign() -> None:
    both = [_survey(keys=[*range(1, 121)], x=_mixed(seed)) for seed in (1, 2)]
    there, back = _better(_waves(*both).whole), _better(_waves(*both[::-1]).whole)
    assert back.value == pytest.approx(-there.value)
    # People are drawn in an order of their own answers, so the ends agree as far as two sets of draws do.
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=0.02)


def test_p_is_corrected_over_the_features_better_and_worse_each_for_themselves() -> None:
    first, second = _survey(x=_mixed(1), y=_mixed(2)), _survey(x=_mixed(3), y="P" * 90 + "I" * 30)
    changes: Sequence[Change] = _waves(first, second).whole.changes
    for name in ("better", "worse"):
        x, y = (getattr(one, name) for one in changes)
        assert y.adjusted_p == pytest.approx(2 * y.difference.p)
        assert x.adjusted_p == pytest.approx(x.difference.p)


# What is kept fixed, and what is not.


def test_a_question_that_was_worded_anew_is_said() -> None:
    first, second = _survey("a", x="M", y="M"), _survey("b", x="M", y="M")

    def worded(survey: Survey, text: str) -> Survey:
        return replace(survey, features=(replace(survey.features[0], functional_question=text), survey.features[1]))

    findings = _analysed(worded(first, "If it is fast?"), worded(second, "If it is quick?"))
    assert [(one.code, one.facts["features"]) for one in findings.problems] == [(Code.WAVE_WORDING, ("x",))]
    assert _codes(worded(first, "If it is fast?"), worded(second, "if it is  FAST?")) == []
    assert _codes(worded(first, "If it is fast?"), second) == []


def test_another_scale_is_said() -> None:
    first, second = (replace(_survey(x="M"), source=Source(scale=one)) for one in (Scale.FIVE, Scale.THREE))
    assert _codes(first, second) == [Code.WAVE_SCALE]
    assert _codes(first, first) == []


def test_other_people_are_said_with_the_traits_that_differ() -> None:
    def of(codes: Sequence[int]) -> Survey:
        age = Trait(
            "Age", tuple(map(str, range(20, 60))), np.array([20 + one * 10 for one in codes], dtype=np.int32) % 40
        )
        gender = Trait("Gender", ("f", "m"), np.arange(60, dtype=np.int32) % 2)
        return replace(_survey(x="M" * 60), traits=(age, gender))

    findings = _analysed(of([0] * 50 + [1] * 10), of([0] * 10 + [1] * 50))
    assert [(one.code, one.facts["names"]) for one in findings.problems] == [(Code.WAVE_POPULATION, ("Age",))]
    assert _codes(of([0, 1] * 30), of([1, 0] * 30)) == []


def _project(survey: Survey) -> Project:
    return edits.add_survey(Project(), survey)


def test_a_later_wave_keeps_the_ids_of_what_it_shares_and_says_what_it_does_not() -> None:
    earlier = replace(
        counted({"F1": "M1", "F2": "P1"}), features=(Feature("F1", "Wi-Fi", "fast"), Feature("F2", "Bed"))
    )
    later = replace(
        counted({"Q7": "M1", "F2": "P1"}),
        features=(Feature("Q7", "wi-fi", "", "If it is fast?"), Feature("F3", "Sauna")),
    )
    project = edits.add_wave(_project(earlier), later)
    assert project.survey.features == (Feature("F1", "Wi-Fi", "fast", "If it is fast?"), Feature("F3", "Sauna"))
    said = project.problems[-1]
    assert (said.code, said.facts["count"], said.facts["names"]) == (Code.WAVE_FEATURES, 1, ("Sauna", "Bed"))
    assert project.earlier == (earlier,)


def test_features_are_the_same_as_the_user_says() -> None:
    earlier, later = counted({"F1": "M1", "F2": "P1"}), counted({"F1": "M1", "F2": "P1"})
    assert edits.same_features([earlier], later) == {"F1": "F1", "F2": "F2"}
    project = edits.add_wave(_project(earlier), later, same={"F1": "F2"})
    assert [one.id for one in project.survey.features] == ["F2", "F2′"]
