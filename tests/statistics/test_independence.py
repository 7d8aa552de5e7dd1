from itertools import product
from math import factorial, prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2_contingency

from kano_app.statistics.independence import Counts, Independence, independence, same_margins

_TABLES = st.tuples(st.integers(2, 5), st.integers(2, 5)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(0, 30))
)


def _tested(table: object, permutations: int = 500, seed: int = 1) -> Independence:
    found = independence(np.array(table, dtype=np.int64), permutations, (seed,))
    assert found is not None
    return found


def _p_of_all_tables(table: Counts) -> float:
    """Return the exact p: the probability of all tables of two rows with these margins and no smaller χ²."""
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    expected = np.outer(rows, columns) / table.sum()

    def chi_square(one: Counts) -> float:
        return float(((one - expected) ** 2 / expected).sum())

    margins = prod(map(factorial, [*rows.tolist(), *columns.tolist()]))
    total = 0.0
    for first in product(*(range(column + 1) for column in columns.tolist())):
        if sum(first) == rows[0]:
            one = np.array([first, columns - first])
            if chi_square(one) >= chi_square(table) * (1 - 1e-9):
                total += margins / (factorial(int(table.sum())) * prod(map(factorial, one.ravel().tolist())))
    return total


def test_convenient_storage_in_four_cohorts_is_that_of_the_methods_page() -> None:
    found = _tested([[8, 36, 19, 23], [34, 21, 11, 27], [25, 18, 7, 28], [11, 35, 15, 20]])
    assert found.chi_square == pytest.approx(38.224, abs=5e-4)
    assert found.df == 9
    assert found.p == pytest.approx(1.59e-5, abs=5e-8)
    assert found.cramers_v == pytest.approx(0.194, abs=5e-4)
    assert not found.permuted


@given(_TABLES)
@settings(deadline=None)
def test_chi_square_agrees_with_an_independent_implementation(table: Counts) -> None:
    kept = table[table.any(axis=1)][:, table.any(axis=0)]
    found = independence(table, 50, (1,))
    if min(kept.shape) < 2:
        assert found is None
        return
    assert found is not None
    theirs = chi2_contingency(kept, correction=False)
    assert found.chi_square == pytest.approx(theirs.statistic, abs=1e-9)
    assert found.df == theirs.dof
    assert found.permuted is bool(theirs.expected_freq.min() < 5)
    if not found.permuted:
        assert found.p == pytest.approx(theirs.pvalue, abs=1e-12)


@pytest.mark.parametrize(
    "table",
    [
        [[3, 1, 2], [0, 4, 1]],
        [[5, 0], [1, 4]],
        [[2, 2, 2, 0], [1, 0, 3, 3]],
        [[1, 1], [1, 1]],
    ],
)
def test_permutations_find_the_p_that_all_tables_with_the_same_margins_give(table: list[list[int]]) -> None:
    found = _tested(table, permutations=20_000)
    assert found.permuted
    assert found.p == pytest.approx(_p_of_all_tables(np.array(table)), abs=0.012)


def test_the_p_of_permutations_is_never_zero() -> None:
    assert _tested([[4, 0, 0], [0, 4, 0], [0, 0, 4], [4, 0, 0]], permutations=99).p >= 1 / 100


@given(_TABLES)
@settings(deadline=None)
def test_every_figure_lies_in_its_range(table: Counts) -> None:
    found = independence(table, 50, (1,))
    if found is not None:
        assert 0 < found.p <= 1
        assert 0 <= found.cramers_v <= 1 + 1e-12
        assert found.chi_square >= 0
        assert found.df >= 1


@given(_TABLES, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_rows_and_columns_does_not_matter(table: Counts, random: object) -> None:
    generator = np.random.default_rng(random.randint(0, 2**32))  # type: ignore[attr-defined] # a Random
    mixed = table[generator.permutation(table.shape[0])][:, generator.permutation(table.shape[1])]
    one, other = independence(table, 2000, (1,)), independence(mixed, 2000, (1,))
    if one is None or other is None:
        assert one is other
        return
    assert one.chi_square == pytest.approx(other.chi_square, abs=1e-9)
    assert (one.df, one.permuted) == (other.df, other.permuted)
    assert one.p == pytest.approx(other.p, abs=0.1 if one.permuted else 1e-12)


@given(_TABLES)
def test_empty_rows_and_columns_are_left_out(table: Counts) -> None:
    wider = np.zeros((table.shape[0] + 1, table.shape[1] + 1), dtype=np.int64)
    wider[1:, :-1] = table
    assert independence(wider, 50, (1,)) == independence(table, 50, (1,))


@pytest.mark.parametrize("table", [[[0, 0], [0, 0]], [[5, 6]], [[5], [6]], [[5, 6], [0, 0]], [[5, 0], [6, 0]]])
def test_where_there_is_nothing_to_compare_there_is_no_test(table: list[list[int]]) -> None:
    assert independence(np.array(table, dtype=np.int64), 50, (1,)) is None


def test_rows_that_are_alike_have_no_association() -> None:
    found = _tested([[10, 20, 30], [10, 20, 30]])
    assert (found.chi_square, found.p, found.cramers_v) == (0, 1, 0)


def test_people_who_are_told_apart_completely_have_the_strongest_association() -> None:
    assert _tested([[20, 0], [0, 20]]).cramers_v == pytest.approx(1)


@given(_TABLES.filter(lambda table: bool(table.any())), st.integers(0, 9))
def test_drawn_tables_keep_both_margins(table: Counts, seed: int) -> None:
    drawn = same_margins(table, 20, (seed,))
    assert drawn.shape == (20, *table.shape)
    assert (drawn >= 0).all()
    assert (drawn.sum(axis=1) == table.sum(axis=0)).all()
    assert (drawn.sum(axis=2) == table.sum(axis=1)).all()


def test_drawn_tables_have_the_expected_counts_as_their_mean() -> None:
    table = np.array([[8, 1, 3], [2, 6, 0], [1, 1, 8]])
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    assert same_margins(table, 20_000, (1,)).mean(axis=0) == pytest.approx(expected, abs=0.05)


def test_the_seed_decides_what_is_drawn() -> None:
    table = np.array([[3, 1, 2], [0, 4, 1]])
    assert (same_margins(table, 50, (1, 2)) == same_margins(table, 50, (1, 2))).all()
    assert (same_margins(table, 50, (1, 2)) != same_margins(table, 50, (1, 3))).any()


def test_a_table_of_millions_is_permuted_as_a_small_one() -> None:
    found = _tested([[3_000_000, 2], [2_000_000, 1]], permutations=200)
    assert found.permuted
    assert found.p > 0.5
