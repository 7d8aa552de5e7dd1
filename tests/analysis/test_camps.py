from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import CELLS, counted, people

from kano_app.analysis import Analysis, analyse
from kano_app.analysis.comparison import Comparison
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import BERGER, POULIOT
from kano_app.domain.problem import Code
from kano_app.domain.settings import AnalysisSettings, Camps
from kano_app.domain.survey import Exclusion, Survey
from kano_app.statistics.independence import Independence

_FAST = AnalysisSettings(resamples=100)
_M, _P, _A, _I = Category.MUST_BE, Category.PERFORMANCE, Category.ATTRACTIVE, Category.INDIFFERENT


def _survey(**rows: str) -> Survey:
    return people({name: [CELLS[letter] for letter in letters] for name, letters in rows.items()})


def _analysed(survey: Survey, camps: Camps, settings: AnalysisSettings = _FAST) -> Analysis:
    return analyse(survey, replace(settings, camps=camps))


def _camps(survey: Survey, camps: Camps, settings: AnalysisSettings = _FAST) -> Comparison:
    found = _analysed(survey, camps, settings).camps
    assert found is not None
    return found


def _sizes(found: Comparison) -> list[tuple[str, int]]:
    return [(group.levels[0], group.people) for group in found.groups]


_SPLIT = _survey(split="M" * 25 + "I" * 22 + "AAA", bed="P" * 25 + "A" * 22 + "RRR", fax="I" * 50)


def test_the_two_most_frequent_categories_are_the_camps_unless_others_are_chosen() -> None:
    assert _sizes(_camps(_SPLIT, Camps("split"))) == [("must-be", 25), ("indifferent", 22)]
    assert _sizes(_camps(_SPLIT, Camps("split", second=_M))) == [("indifferent", 22), ("must-be", 25)]
    assert _sizes(_camps(_SPLIT, Camps("split", _A))) == [("attractive", 3), ("must-be", 25)]
    assert _sizes(_camps(_SPLIT, Camps("split", _A, _I))) == [("attractive", 3), ("indifferent", 22)]


def test_the_camps_are_compared_over_all_other_features() -> None:
    found = _camps(_SPLIT, Camps("split"))
    assert found.split is not None
    assert found.split.id == "split"
    assert [one.feature.id for one in found.features] == ["bed", "fax"]
    bed, fax = (one.test for one in found.features)
    assert isinstance(bed, Independence)
    assert bed.cramers_v == pytest.approx(1)
    assert bed.p < 1e-6
    assert not isinstance(fax, Independence)
    assert [group.features[0].category for group in found.groups] == [_P, _A]


@given(st.lists(st.tuples(*(st.sampled_from("MPAIRQ"),) * 3), min_size=4, max_size=30))
@settings(deadline=None, max_examples=25)
def test_each_camp_holds_the_people_whose_category_it_is(rows: Sequence[tuple[str, ...]]) -> None:
    survey = _survey(**{f"f{place}": "".join(column) for place, column in enumerate(zip(*rows, strict=True))})
    findings = _analysed(survey, Camps("f0", _M, _P))
    camps = {"M": [row for row in rows if row[0] == "M"], "P": [row for row in rows if row[0] == "P"]}
    if not all(camps.values()):
        assert findings.camps is None
        assert findings.problems[-1].code is Code.CAMPS_EMPTY
        return
    assert findings.camps is not None
    for group, camp in zip(findings.camps.groups, camps.values(), strict=True):
        for place in (1, 2):
            given_letters = [row[place] for row in camp]
            counts = {one: given_letters.count(one.letter) for one in CATEGORIES}
            told = dict(group.features[place - 1].counts or {})
            assert told == ({} if len(camp) < 5 else counts)


def test_a_feature_is_found_by_its_id_or_its_name() -> None:
    named = replace(_SPLIT, features=(replace(_SPLIT.features[0], name="Room key "), *_SPLIT.features[1:]))
    for name in ("split", "SPLIT", "room  key"):
        assert _sizes(_camps(named, Camps(name))) == [("must-be", 25), ("indifferent", 22)]


def test_an_id_goes_before_a_name() -> None:
    features = (replace(_SPLIT.features[0], name="bed"), *_SPLIT.features[1:])
    found = _camps(replace(_SPLIT, features=features), Camps("bed"))
    assert found.split is not None
    assert found.split.id == "bed"


@pytest.mark.parametrize(("camp", "warned"), [(19, True), (20, False)])
def test_a_camp_of_fewer_than_twenty_is_looked_at_with_caution(camp: int, warned: bool) -> None:  # noqa: FBT001
    findings = _analysed(_survey(split="M" * 25 + "I" * camp, bed="P" * (25 + camp)), Camps("split"))
    said = [one.facts for one in findings.problems if one.code is Code.CAMPS_SMALL]
    assert [(one["count"], one["fewest"]) for one in said] == ([(19, 20)] if warned else [])
    assert findings.camps is not None


def test_a_camp_of_nobody_is_named() -> None:
    findings = _analysed(_SPLIT, Camps("split", _M, _P))
    assert findings.camps is None
    assert findings.problems[-1].code is Code.CAMPS_EMPTY
    assert findings.problems[-1].facts["category_name"] == "performance"


def test_a_feature_that_is_not_there_is_named() -> None:
    findings = _analysed(_SPLIT, Camps("sauna"))
    assert findings.camps is None
    assert (findings.problems[-1].code, findings.problems[-1].facts["name"]) == (Code.CAMPS_FEATURE_UNKNOWN, "sauna")


def test_counts_have_no_camps() -> None:
    findings = _analysed(counted({"x": "M5 I5", "y": "P10"}), Camps("x"))
    assert findings.camps is None
    assert findings.problems[-1].code is Code.NEEDS_PEOPLE


def test_the_evaluation_table_makes_the_camps() -> None:
    survey = people({"x": [(2, 2)] * 3 + [(1, 5)] * 4, "y": [(1, 5)] * 7})
    assert _sizes(_camps(survey, Camps("x"), replace(_FAST, table=BERGER)))[1] == ("indifferent", 3)
    assert _sizes(_camps(survey, Camps("x"), replace(_FAST, table=POULIOT)))[1] == ("questionable", 3)


def test_a_missing_half_is_in_no_camp() -> None:
    survey = people({"x": [(1, 5), (1, 0), (0, 5), (6, 5), (3, 3)], "y": [(1, 5)] * 5})
    assert _sizes(_camps(survey, Camps("x"))) == [("performance", 1), ("indifferent", 1)]


def test_people_who_were_left_out_are_in_no_camp_and_importance_goes_with_its_feature() -> None:
    stated = (None, np.arange(50, dtype=np.float32) % 9 + 1, None)
    survey = replace(_SPLIT, importance=stated, excluded=(Exclusion(0, "test"), Exclusion(49, "test")))
    found = _camps(survey, Camps("split"))
    assert _sizes(found) == [("must-be", 24), ("indifferent", 22)]
    importance = found.groups[0].features[0].importance
    assert getattr(importance, "n", None) == 24


def test_a_survey_of_one_feature_leaves_nothing_to_compare() -> None:
    found = _camps(_survey(only="MMIP"), Camps("only"))
    assert found.features == ()


def test_camps_are_two_different_categories() -> None:
    with pytest.raises(ValueError, match="two different"):
        Camps("split", _M, _M)
