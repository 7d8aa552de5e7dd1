from math import sqrt
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2_contingency

from kano_app.statistics.differences import (
    Difference,
    independent_difference,
    resampled_difference,
    unanimous_difference,
)
from kano_app.statistics.intervals import wilson

Proportion = tuple[int, int]

_PROPORTIONS = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
_CONFIDENCES = st.sampled_from([0.8, 0.9, 0.95, 0.99])


def _differing(first: Proportion, second: Proportion, confidence: float = 0.95) -> Difference:
    found = independent_difference(first, second, confidence)
    assert found is not None
    return found


def test_better_of_convenient_storage_changes_as_the_methods_page_says() -> None:
    found = _differing((44, 86), (46, 81))
    assert found.value == pytest.approx(0.0563, abs=5e-5)
    assert found.z == pytest.approx(0.729, abs=5e-4)
    assert found.p == pytest.approx(0.466, abs=5e-4)
    assert (found.low, found.high) == pytest.approx((-0.0933, 0.2021), abs=5e-5)


def test_the_interval_is_newcombes_own_example() -> None:
    # Newcombe 1998, table II (a) 56/70 − 48/80, method 10: .0524 to .3339.
    found = _differing((48, 80), (56, 70))
    assert (found.value, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(_PROPORTIONS, _PROPORTIONS, _CONFIDENCES)
def test_the_interval_contains_the_difference_and_stays_in_its_range(
    first: Proportion, second: Proportion, confidence: float
) -> None:
    found = _differing(first, second, confidence)
    assert -1 - 1e-12 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1 + 1e-12
    assert 0 <= found.p <= 1


@given(_PROPORTIONS, _PROPORTIONS, _CONFIDENCES)
def test_waves_that_are_swapped_change_the_sign_and_nothing_else(
    first: Proportion, second: Proportion, confidence: float
) -> None:
    there, back = _differing(first, second, confidence), _differing(second, first, confidence)
    assert (back.value, back.low, back.high) == pytest.approx((-there.value, -there.high, -there.low), abs=1e-12)
    assert back.p == pytest.approx(there.p)
    assert there.z is not None
    assert back.z == pytest.approx(-there.z)


@given(_PROPORTIONS, _PROPORTIONS)
def test_z_squared_is_the_chi_square_of_the_four_counts(first: Proportion, second: Proportion) -> None:
    (a, m), (b, n) = first, second
    found = _differing(first, second)
    assert found.z is not None
    if 0 < a + b < m + n:
        theirs = chi2_contingency([[a, m - a], [b, n - b]], correction=False)
        assert found.z**2 == pytest.approx(theirs.statistic, abs=1e-9)
        assert found.p == pytest.approx(theirs.pvalue, abs=1e-9)
    else:
        assert (found.z, found.p) == (0, 1)


@given(_PROPORTIONS)
def test_a_wave_does_not_differ_from_itself(one: Proportion) -> None:
    found = _differing(one, one)
    assert (found.value, found.z, found.p) == (0, 0, 1)
    low, high = wilson(*one)
    p = one[0] / one[1]
    assert found.high == pytest.approx(-found.low)
    assert found.high == pytest.approx(sqrt((high - p) ** 2 + (p - low) ** 2))


@pytest.mark.parametrize(("first", "second"), [((0, 0), (3, 5)), ((3, 5), (0, 0)), ((0, 0), (0, 0))])
def test_nobody_in_a_wave_makes_no_difference(first: Proportion, second: Proportion) -> None:
    assert independent_difference(first, second) is None


_DRAWS = arrays(np.float64, st.integers(1, 60), elements=st.floats(-1, 1))


@given(_DRAWS, _CONFIDENCES)
def test_a_resampled_interval_lies_among_its_draws(draws: np.ndarray, confidence: float) -> None:
    found = resampled_difference(float(np.median(draws)), draws, confidence)
    assert found is not None
    assert draws.min() - 1e-12 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= draws.max() + 1e-12
    assert min(1, 2 / (len(draws) + 1)) - 1e-12 <= found.p <= 1
    assert found.z is None


@given(_DRAWS)
def test_resamples_of_the_opposite_sign_give_the_opposite_difference(draws: np.ndarray) -> None:
    there, back = resampled_difference(0.1, draws), resampled_difference(-0.1, -draws)
    assert there is not None
    assert back is not None
    assert (back.value, back.low, back.high) == pytest.approx((-there.value, -there.high, -there.low))
    assert back.p == there.p


def test_resamples_from_a_normal_distribution_give_its_interval_and_its_p() -> None:
    normal = NormalDist(0.2, 0.1)
    draws = np.array([normal.inv_cdf((place + 0.5) / 20_000) for place in range(20_000)])
    found = resampled_difference(0.2, draws)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.2 - 0.196, 0.2 + 0.196), abs=1e-3)
    assert found.p == pytest.approx(2 * NormalDist().cdf(-2), abs=1e-3)


def test_draws_that_never_differ_are_no_difference_at_all() -> None:
    assert resampled_difference(0, np.zeros(50)) == Difference(0, 0, 0, 1, None)


def test_where_hardly_any_resample_has_a_difference_there_is_none() -> None:
    draws = np.full(10, np.nan)
    assert resampled_difference(0, draws) is None
    assert resampled_difference(0, np.empty(0)) is None
    draws[:4] = 0.1
    assert resampled_difference(0.1, draws) is None
    draws[4] = 0.3
    found = resampled_difference(0.1, draws)
    assert found is not None
    assert 0.1 <= found.low <= found.high <= 0.3


@pytest.mark.parametrize(
    ("value", "n", "low", "high", "p"), [(0, 84, -0.0437, 0.0437, 1), (-1, 10, -1, -0.4449, 2 / 1024)]
)
def test_people_who_all_changed_alike_are_not_everybody(
    value: float, n: int, low: float, high: float, p: float
) -> None:
    found = unanimous_difference(value, n)
    assert (found.low, found.high, found.p) == pytest.approx((low, high, p), abs=5e-4)
