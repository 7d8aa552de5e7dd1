from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import CELLS, counted, people, shared

from kano_app.analysis import Blank, analyse
from kano_app.analysis.comparison import Comparison, FeatureComparison
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import number
from kano_app.analysis.segments import grouped, in_quarters
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import AnalysisSettings, Correction
from kano_app.domain.survey import Survey, Trait
from kano_app.importers import read_survey
from kano_app.statistics.independence import Independence

_FAST = AnalysisSettings(resamples=100)


def _trait(name: str, values: Sequence[str]) -> Trait:
    levels = tuple(dict.fromkeys(one for one in values if one))
    return Trait(name, levels, np.array([levels.index(one) if one else -1 for one in values], dtype=np.int32))


def _known(letters: Sequence[str], **traits: Sequence[str]) -> Survey:
    """Return a survey of one row of letters a feature, with traits; a blank is a trait that is not known."""
    pairs = {f"F{place}": [CELLS[letter] for letter in row] for place, row in enumerate(letters)}
    return replace(people(pairs), traits=tuple(_trait(name, values) for name, values in traits.items()))


def _compared(survey: Survey, *names: str, settings: AnalysisSettings = _FAST) -> Comparison:
    found = analyse(survey, replace(settings, segments=names)).segments
    assert found is not None
    return found


def _tested(one: FeatureComparison) -> Independence:
    assert isinstance(one.test, Independence)
    return one.test


def _said(survey: Survey, *names: str) -> Problem:
    findings = analyse(survey, replace(_FAST, segments=names))
    assert findings.segments is None
    return findings.problems[-1]


@pytest.fixture(scope="module")
def cohorts(payments: Path) -> Survey:
    """Return the people of all four cohorts in one survey, which of them as a trait."""
    parts = [read_survey(payments / f"storage--cohort{one}-clean.csv")[0] for one in range(1, 5)]
    evidence = [part.evidence for part in parts]
    columns = [
        [(one.pairs[place].functional, one.pairs[place].dysfunctional) for one in evidence if isinstance(one, Answers)]
        for place in range(5)
    ]
    pairs = tuple(AnswerPair(*(np.concatenate(half) for half in zip(*column, strict=True))) for column in columns)
    sizes = [part.respondents or 0 for part in parts]
    cohort = Trait("Cohort", ("1", "2", "3", "4"), np.repeat(np.arange(4, dtype=np.int32), sizes))
    return Survey(parts[0].features, Answers(pairs, sum(sizes)), traits=(cohort,))


@pytest.fixture(scope="module")
def four(cohorts: Survey) -> Comparison:
    return _compared(cohorts, "Cohort", settings=AnalysisSettings())


def test_convenient_storage_differs_between_the_cohorts_as_the_methods_page_says(four: Comparison) -> None:
    test = _tested(four.features[1])
    assert test.chi_square == pytest.approx(38.224, abs=5e-4)
    assert test.df == 9
    assert test.p == pytest.approx(1.59e-5, abs=5e-8)
    assert test.cramers_v == pytest.approx(0.194, abs=5e-4)
    rows = [
        [(group.features[1].counts or {})[CATEGORIES["MPAIRQ".index(one)]] for one in "APMI"] for group in four.known
    ]
    assert rows == [[8, 36, 19, 23], [34, 21, 11, 27], [25, 18, 7, 28], [11, 35, 15, 20]]


def test_the_five_features_differ_as_the_methods_page_says(four: Comparison) -> None:
    tests = [_tested(one) for one in four.features]
    permuted = [place for place, test in enumerate(tests) if test.permuted]
    assert len(permuted) == 2
    asymptotic = {0: 0.0936, 1: 1.59e-5, 2: 0.0615, 3: 0.0801, 4: 7.09e-5}
    by_permutation = dict(zip(permuted, (0.088, 0.081), strict=True))
    for place, test in enumerate(tests):
        if test.permuted:
            assert test.p == pytest.approx(by_permutation[place], abs=0.01)
        else:
            assert test.p == pytest.approx(asymptotic[place], rel=2e-3)


def test_the_five_features_are_corrected_as_the_methods_page_says(four: Comparison) -> None:
    adjusted = [one.adjusted_p for one in four.features]
    assert four.correction is Correction.HOLM
    assert adjusted[1] == pytest.approx(7.9e-5, abs=1e-6)
    assert adjusted[4] == pytest.approx(0.00028, abs=5e-6)
    assert [adjusted[0], adjusted[2], adjusted[3]] == pytest.approx([0.185] * 3, abs=0.02)


def test_benjamini_and_hochberg_correct_more_mildly(cohorts: Survey, four: Comparison) -> None:
    mild = _compared(cohorts, "Cohort", settings=AnalysisSettings(correction=Correction.BENJAMINI_HOCHBERG))
    assert mild.correction is Correction.BENJAMINI_HOCHBERG
    for one, other in zip(mild.features, four.features, strict=True):
        assert _tested(one) == _tested(other)
        assert float(one.adjusted_p) <= float(other.adjusted_p)
    assert float(mild.features[0].adjusted_p) < float(four.features[0].adjusted_p)


_GROUPED = st.lists(st.tuples(*(st.sampled_from("MPAIRQ"),) * 3, st.sampled_from(["a", "b", "c", ""])), min_size=2)
_ENOUGH = _GROUPED.filter(lambda rows: len({row[3] for row in rows} - {""}) > 1)


def _survey(rows: Sequence[tuple[str, ...]]) -> Survey:
    *letters, groups = zip(*rows, strict=True)
    return _known(["".join(column) for column in letters], Group=groups)


@given(_ENOUGH)
@settings(deadline=None, max_examples=25)
def test_the_counts_of_all_groups_add_up_to_those_of_everybody(rows: list[tuple[str, ...]]) -> None:
    survey = _survey(rows)
    everybody, found = analyse(survey, _FAST).features, _compared(survey, "Group")
    assert sum(group.people for group in found.groups) == len(rows)
    for place, whole in enumerate(everybody):
        for category in CATEGORIES:
            parts = [group.features[place].counts for group in found.groups]
            if None not in parts:
                assert sum((counts or {})[category] for counts in parts) == (whole.counts or {})[category]
        assert sum(_n(group.features[place]) for group in found.groups) == _n(whole)


def _n(result: FeatureResult) -> int:
    assert not isinstance(result.n, Blank)
    return result.n


@given(_ENOUGH)
@settings(deadline=None, max_examples=25)
def test_of_fewer_than_five_people_of_a_group_nothing_is_told_but_how_many_they_are(
    rows: list[tuple[str, ...]],
) -> None:
    found = _compared(_survey(rows), "Group")
    for group in found.groups:
        for result in group.features:
            told = [result.counts, result.category, number(result.better), number(result.worse)]
            if 0 < _n(result) < 5:
                assert told == [None] * 4
                assert result.stability is result.importance is result.sensitivity is Blank.SMALL_GROUP
            else:
                assert (result.counts is None) is False
    assert all(group.people >= 5 for group in found.known)


def test_a_group_of_one_is_neither_drawn_nor_tested() -> None:
    letters = ["M" * 20 + "I" * 20 + "R"]
    alone = _compared(_known(letters, Group=["a"] * 20 + ["b"] * 20 + ["c"]), "Group")
    assert [group.people for group in alone.groups] == [20, 20, 1]
    assert [group.levels for group in alone.known] == [("a",), ("b",)]
    without = _compared(_known([letters[0][:-1]], Group=["a"] * 20 + ["b"] * 20), "Group")
    assert alone.features[0].test == without.features[0].test


@given(_ENOUGH.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
@settings(deadline=None, max_examples=25)
def test_the_order_of_the_people_does_not_matter(both: tuple[list[tuple[str, ...]], list[tuple[str, ...]]]) -> None:
    straight, mixed = (_compared(_survey(rows), "Group") for rows in both)
    assert straight.groups == mixed.groups
    for one, other in zip(straight.features, mixed.features, strict=True):
        assert one == other


def test_the_order_of_the_features_does_not_matter() -> None:
    letters, groups = ["MMMMMMIIIIII" * 4, "AAAAIIAIIAAA" * 4, "PPPAAIAIPAAA" * 4], ["a"] * 24 + ["b"] * 24
    letters[0] = "M" * 20 + "I" * 24 + "M" * 4
    straight = _compared(_known(letters, Group=groups), "Group").features
    turned = _compared(_known(letters[::-1], Group=groups), "Group").features[::-1]
    for one, other in zip(straight, turned, strict=True):
        assert _tested(one).chi_square == pytest.approx(_tested(other).chi_square)
        assert float(one.adjusted_p) == pytest.approx(float(other.adjusted_p), abs=0.03)


def test_people_of_whom_the_trait_is_not_known_are_shown_last_and_not_tested() -> None:
    known = ["a"] * 10 + ["b"] * 10
    with_strangers = _compared(_known(["M" * 10 + "I" * 10 + "A" * 5], Group=[*known, *[""] * 5]), "Group")
    without = _compared(_known(["M" * 10 + "I" * 10], Group=known), "Group")
    assert [group.levels for group in with_strangers.groups] == [("a",), ("b",), ()]
    assert [group.people for group in with_strangers.groups] == [10, 10, 5]
    assert with_strangers.known == without.groups
    assert with_strangers.features == without.features


def test_ages_are_divided_into_quarters_of_about_as_many_people() -> None:
    ages = [str(age) for age in range(18, 58)]
    quarters = in_quarters(_trait("Age", ages[::-1]))
    assert quarters.levels == ("18–27", "28–37", "38–47", "48–57")
    assert np.bincount(quarters.codes).tolist() == [10, 10, 10, 10]
    assert [group.levels for group in _compared(_known(["M" * 40], Age=ages), "age").groups] == [
        (one,) for one in quarters.levels
    ]


def test_a_few_different_numbers_stay_groups_in_the_order_of_their_values() -> None:
    found = _compared(_known(["MPAI"], Visits=["10", "9", "1", "10"]), "Visits")
    assert [group.levels for group in found.groups] == [("1",), ("9",), ("10",)]


def test_an_age_that_is_not_known_is_in_no_quarter_and_one_age_of_many_people_is_one() -> None:
    quarters = in_quarters(_trait("Age", [*["30"] * 30, *map(str, range(20, 30)), "", ""]))
    assert (quarters.codes == -1).sum() == 2
    assert "30" in quarters.levels
    assert len(quarters.levels) <= 4
    assert in_quarters(_trait("Town", [*map(str, range(20)), "Hull"])).levels[-1] == "Hull"


def test_more_groups_than_can_be_read_are_refused() -> None:
    said = _said(_known(["M" * 21], Town=[f"town {one}" for one in range(21)]), "Town")
    assert (said.code, said.facts["count"], said.facts["most"]) == (Code.TRAIT_MANY_GROUPS, 21, 20)
    assert len(_compared(_known(["M" * 20], Town=[f"town {one}" for one in range(20)]), "Town").groups) == 20


def test_a_trait_that_is_not_there_is_named_with_those_that_are() -> None:
    said = _said(_known(["MI"], Gender=["f", "m"], Age=["20", "30"]), "Income")
    assert (said.code, said.facts["name"], said.facts["columns"]) == (Code.TRAIT_UNKNOWN, "Income", ("Gender", "Age"))


@pytest.mark.parametrize("values", [["a", "a"], ["", ""], ["a", ""]])
def test_one_group_is_nothing_to_compare(values: list[str]) -> None:
    assert _said(_known(["MI"], Group=values), "Group").code is Code.NO_GROUPS


@pytest.mark.parametrize("survey", [counted({"x": "M5 P3"}), shared({"x": (0.5, 0.5, 0, 0, 0, 0)})])
def test_counts_cannot_be_divided_into_groups(survey: Survey) -> None:
    assert _said(survey, "Gender").code is Code.NEEDS_PEOPLE


def test_a_group_that_nobody_answered_for_is_blank_with_its_reason() -> None:
    survey = people({"x": [(1, 5), (1, 3), (0, 0)]})
    found = _compared(replace(survey, traits=(_trait("Group", ["a", "a", "b"]),)), "Group")
    empty = found.groups[1].features[0]
    assert (empty.n, empty.verdict, empty.better) == (0, Blank.NO_ANSWERS, Blank.NO_COEFFICIENT_ANSWERS)
    assert found.features[0].test is Blank.NOTHING_TO_COMPARE
    assert found.features[0].adjusted_p is Blank.NOTHING_TO_COMPARE


def test_two_traits_make_the_combinations_that_occur() -> None:
    survey = _known(["MPAIM"], Gender=["m", "f", "f", "f", ""], Age=["30", "9", "30", "30", "9"])
    found = _compared(survey, "gender", " AGE ")
    assert found.names == ("Gender", "Age")
    assert [(group.levels, group.people) for group in found.groups] == [
        (("f", "9"), 1),
        (("f", "30"), 2),
        (("m", "30"), 1),
        ((), 1),
    ]


def test_groups_point_into_their_levels() -> None:
    found = grouped(_known(["MPAI"], Group=["b", "", "a", "b"]), ("Group",))
    assert not isinstance(found, Problem)
    assert (found.names, found.levels, found.codes.tolist()) == (("Group",), (("a",), ("b",)), [1, -1, 0, 1])
