import pytest
from making import people

from kano_app.analysis import analyse
from kano_app.analysis.own_table import table_problems
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import BERGER, TABLES, EvaluationTable
from kano_app.domain.problem import Code
from kano_app.domain.settings import AnalysisSettings


def _with(*cells: tuple[int, int, str]) -> EvaluationTable:
    rows = [list(row) for row in BERGER.rows]
    for functional, dysfunctional, letter in cells:
        rows[functional - 1][dysfunctional - 1] = letter
    return EvaluationTable("mine", tuple("".join(row) for row in rows))


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_the_published_tables_are_not_unusual(table: EvaluationTable) -> None:
    assert (table.corner_hints(), table.symmetry_hints()) == ((), ())
    assert list(table_problems(table)) == []


def test_swapped_corners_are_said_with_what_is_usual_there() -> None:
    table = _with((1, 5, "R"), (5, 1, "P"))
    assert table.corner_hints() == ((1, 5, Category.PERFORMANCE), (5, 1, Category.REVERSE))
    assert table.symmetry_hints() == ()
    (said,) = table_problems(table)
    assert said.code is Code.TABLE_CORNER
    assert said.facts == {"name": "mine", "cells": ("(1, 5) R / P", "(5, 1) P / R")}


@pytest.mark.parametrize(("cell", "usual"), [((1, 1), Category.QUESTIONABLE), ((5, 5), Category.QUESTIONABLE)])
def test_the_corners_of_contradictions_are_looked_at_too(cell: tuple[int, int], usual: Category) -> None:
    assert _with((*cell, "I")).corner_hints() == ((*cell, usual),)


def test_a_table_of_which_rows_and_columns_were_swapped_is_unusual_in_two_corners() -> None:
    turned = EvaluationTable("turned", tuple("".join(row[place] for row in BERGER.rows) for place in range(5)))
    assert [hint[:2] for hint in turned.corner_hints()] == [(1, 5), (5, 1)]


def test_cells_that_do_not_mirror_each_other_are_said_in_pairs() -> None:
    table = _with((2, 5, "I"), (1, 3, "R"))
    assert table.symmetry_hints() == ((1, 3), (2, 5))
    (said,) = table_problems(table)
    assert said.code is Code.TABLE_ASYMMETRIC
    assert said.facts["cells"] == ("(1, 3) R – (3, 1) R", "(2, 5) I – (5, 2) R")


def test_a_wanted_cell_on_the_diagonal_does_not_mirror_itself() -> None:
    assert _with((3, 3, "A")).symmetry_hints() == ((3, 3),)
    assert _with((3, 3, "Q")).symmetry_hints() == ()


def test_one_wanted_category_instead_of_another_fits_its_mirror_image() -> None:
    assert _with((2, 5, "P"), (1, 4, "O")).symmetry_hints() == ()


def test_an_unusual_table_is_said_and_used_as_it_is() -> None:
    findings = analyse(people({"x": [(1, 5)] * 5}), AnalysisSettings(table=_with((1, 5, "I")), resamples=100))
    assert findings.features[0].category is Category.INDIFFERENT
    assert [one.code for one in findings.problems] == [Code.TABLE_CORNER, Code.TABLE_ASYMMETRIC]
