import csv
from dataclasses import replace
from pathlib import Path

import pytest
from making import CELLS, counted, people, shared, tallied

from kano_app.analysis import Blank, analyse
from kano_app.domain.category import Category
from kano_app.domain.problem import Code
from kano_app.domain.settings import AnalysisSettings, Rule

_DEFAULT = AnalysisSettings()


@pytest.mark.parametrize(("letter", "pair"), CELLS.items())
def test_a_room_of_one_mind_gets_the_category_of_its_cell(letter: str, pair: tuple[int, int]) -> None:
    result = analyse(people({"x": [pair] * 7}), _DEFAULT).features[0]
    assert result.category is not None
    assert result.category.letter == letter
    assert result.n == 7


def test_people_and_their_tally_give_the_same_figures() -> None:
    pairs = [(1, 5), (2, 5), (1, 3), (3, 3), (1, 1), (5, 1), (1, 5)]
    one = analyse(people({"x": pairs}), _DEFAULT).features[0]
    other = analyse(tallied({"x": [(f, d, 1) for f, d in pairs]}), _DEFAULT).features[0]
    assert replace(one, importance=other.importance) == other


def test_shares_carry_categories_and_coefficients_alone() -> None:
    result = analyse(shared({"x": (0.10, 0.20, 0.40, 0.25, 0.03, 0.02)}), _DEFAULT).features[0]
    assert result.category is Category.ATTRACTIVE
    assert result.better == pytest.approx(0.60 / 0.95)
    assert result.worse == pytest.approx(-0.30 / 0.95)
    assert result.counts is None
    for figure in (result.n, result.n_coefficients, result.category_strength, result.total_strength):
        assert figure is Blank.NEEDS_COUNTS


def test_a_feature_nobody_answered_has_no_category_and_says_why() -> None:
    result = analyse(people({"x": [(1, 0), (0, 5)], "y": [(1, 5), (1, 5)]}), _DEFAULT).features[0]
    assert result.verdict is Blank.NO_ANSWERS
    assert result.n == 0
    assert result.incomplete == 2
    assert result.better is Blank.NO_COEFFICIENT_ANSWERS


def test_a_category_table_has_no_pairs_to_tally() -> None:
    findings = analyse(counted({"x": "M3"}), _DEFAULT)
    assert findings.tally is None
    assert findings.features[0].incomplete is None


def test_every_published_row_is_reproduced(vectors: Path) -> None:
    with (vectors / "published_counts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    names = ("must_be", "performance", "attractive", "indifferent", "reverse", "questionable")
    survey = counted({row["feature"]: [int(row[name]) for name in names] for row in rows})
    by_mode = analyse(survey, _DEFAULT).features
    by_precedence = analyse(survey, AnalysisSettings(rule=Rule.PRECEDENCE, points=6)).features
    for row, mode, precedence in zip(rows, by_mode, by_precedence, strict=True):
        assert mode.category == row["mode"]
        assert precedence.category == row["category_with_6_point_precedence"]
        assert mode.better == pytest.approx(float(row["better"]), abs=5e-4)
        assert mode.worse == pytest.approx(float(row["worse"]), abs=5e-4)
        assert not isinstance(mode.total_strength, Blank)
        assert round(100 * mode.total_strength) == int(row["total_strength_percent"])
        assert not isinstance(mode.category_strength, Blank)
        assert round(100 * mode.category_strength.value) == int(row["category_strength_percent"])


def test_incomplete_pairs_are_one_note_with_the_names_the_features_have_now() -> None:
    findings = analyse(people({"x": [(1, 0), (0, 5)], "y": [(1, 5), (1, 5)]}), _DEFAULT)
    assert [(one.code, dict(one.facts)) for one in findings.problems] == [
        (Code.PAIR_INCOMPLETE, {"features": ("x",), "counts": (2,), "count": 2})
    ]


@pytest.mark.parametrize(("first", "second"), [(0.40, 0.35), (0.46, 0.41), (0.52, 0.47)])
def test_a_lead_of_exactly_the_points_is_small_in_shares_too(first: float, second: float) -> None:
    survey = shared({"x": (second, 0, first, 1 - first - second, 0, 0)})
    result = analyse(survey, AnalysisSettings(rule=Rule.PRECEDENCE, points=5)).features[0]
    assert result.category is Category.MUST_BE


def test_equal_sums_of_shares_fall_to_the_second_side() -> None:
    survey = shared({"x": (0.50, 0, 0, 0.35, 0.10, 0.05)})
    assert analyse(survey, AnalysisSettings(rule=Rule.BLAUTH)).features[0].category is Category.INDIFFERENT


def test_the_counts_of_a_result_cannot_be_changed() -> None:
    counts = analyse(counted({"x": "M3"}), _DEFAULT).features[0].counts
    with pytest.raises(TypeError):
        counts[Category.MUST_BE] = 9  # type: ignore[index] # that is the point
