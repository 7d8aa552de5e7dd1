import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import counted, people, shared, tallied

from kano_app.analysis import analyse
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import POULIOT
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey

_FAST = AnalysisSettings(resamples=100)


def test_what_everybody_would_rather_not_have_is_performance_the_other_way_round() -> None:
    findings = analyse(people({"x": [(5, 1)] * 9}), _FAST)
    assert findings.features[0].category is Category.REVERSE
    assert [(one.feature.id, one.category, one.better, one.worse) for one in findings.flipped] == [
        ("x", Category.PERFORMANCE, 1, -1)
    ]


@pytest.mark.parametrize(
    ("cell", "category"), [((3, 1), Category.ATTRACTIVE), ((5, 3), Category.MUST_BE), ((5, 1), Category.PERFORMANCE)]
)
def test_each_reverse_cell_has_its_flipped_category(cell: tuple[int, int], category: Category) -> None:
    found = analyse(people({"x": [cell] * 9}), _FAST).flipped
    assert [one.category for one in found] == [category]


def test_only_reverse_features_are_flipped_in_the_order_of_the_survey_beside_their_results() -> None:
    findings = analyse(people({"a": [(5, 1)] * 3, "b": [(1, 5)] * 3, "c": [(3, 1)] * 3}), _FAST)
    assert [one.feature.id for one in findings.flipped] == ["a", "c"]
    assert [one.category for one in findings.features] == [Category.REVERSE, Category.PERFORMANCE, Category.REVERSE]
    assert analyse(people({"b": [(1, 5)] * 3}), _FAST).flipped == ()


_CELLS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 9)), min_size=1, max_size=8)


@given(_CELLS)
@settings(deadline=None, max_examples=50)
def test_flipping_swaps_the_halves_and_keeps_n_and_the_contradictions(cells: list[tuple[int, int, int]]) -> None:
    findings = analyse(tallied({"x": cells}), _FAST)
    swapped = analyse(tallied({"x": [(d, f, count) for f, d, count in cells]}), _FAST).features[0]
    for straight, one in zip(findings.features, findings.flipped, strict=False):
        assert one == swapped
        assert one.n == straight.n
        assert (one.counts or {})[Category.QUESTIONABLE] == (straight.counts or {})[Category.QUESTIONABLE]
    assert bool(findings.flipped) is (findings.features[0].category is Category.REVERSE)


def test_the_chosen_table_judges_the_flipped_statement() -> None:
    survey = tallied({"x": [(5, 1, 6), (2, 2, 5)]})
    assert (analyse(survey, _FAST).flipped[0].counts or {})[Category.QUESTIONABLE] == 0
    pouliot = analyse(survey, AnalysisSettings(table=POULIOT, resamples=100))
    assert (pouliot.flipped[0].counts or {})[Category.QUESTIONABLE] == 5


@pytest.mark.parametrize("survey", [counted({"x": "R9"}), shared({"x": (0, 0, 0, 0, 1, 0)})])
def test_without_pairs_nothing_can_be_flipped(survey: Survey) -> None:
    findings = analyse(survey, _FAST)
    assert findings.features[0].category is Category.REVERSE
    assert findings.flipped == ()
