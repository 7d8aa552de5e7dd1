import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kano_app.statistics.binomial import two_sided_half
from kano_app.statistics.draws import dirichlet_draws, multinomial_draws, normal_draws, people_draws


def test_draws_are_shares_with_the_mean_of_the_counts_and_a_half() -> None:
    counts = np.array([5, 0, 20, 3])
    draws = dirichlet_draws(counts, 20_000, seed=3)
    assert draws.shape == (20_000, 4)
    assert np.allclose(draws.sum(axis=1), 1)
    assert np.allclose(draws.mean(axis=0), (counts + 0.5) / 30, atol=0.005)


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    counts = np.array([5, 0, 20, 3])
    assert (dirichlet_draws(counts, 10, seed=3) == dirichlet_draws(counts, 10, seed=3)).all()
    assert (dirichlet_draws(counts, 10, seed=3) != dirichlet_draws(counts, 10, seed=4)).any()


@given(st.integers(1, 3000), st.floats(0, 1))
def test_the_binomial_agrees_with_an_independent_implementation(n: int, share: float) -> None:
    successes = round(n * share)
    assert two_sided_half(successes, n) == pytest.approx(binomtest(successes, n, 0.5).pvalue, abs=1e-9)


def test_the_binomial_is_the_published_one_and_nobody_proves_nothing() -> None:
    assert two_sided_half(101, 182) == pytest.approx(0.159, abs=5e-4)
    assert two_sided_half(0, 0) == 1


def test_people_are_resampled_with_replacement_to_their_own_number() -> None:
    weights = np.concatenate(list(people_draws(50, 200, seed=1)))
    assert weights.shape == (200, 50)
    assert (weights.sum(axis=1) == 50).all()
    assert weights.max() > 1
    assert (weights == np.concatenate(list(people_draws(50, 200, seed=1)))).all()


def test_a_million_people_are_resampled_in_chunks() -> None:
    first = next(people_draws(1_000_000, 1000, seed=1))
    assert first.shape[0] <= 4


def test_counts_are_drawn_with_their_shares_and_nobody_stays_nobody() -> None:
    draws = multinomial_draws(np.array([30, 10, 0]), 5000, 1, 0)
    assert (draws.sum(axis=1) == 40).all()
    assert draws.mean(axis=0) == pytest.approx([30, 10, 0], abs=0.3)
    assert not multinomial_draws(np.zeros(3, dtype=np.int64), 5, 1, 0).any()


def test_normal_draws_have_the_mean_and_the_covariance_even_where_parts_always_add_up() -> None:
    mean, covariance = np.array([10.0, 30.0]), np.array([[4.0, -4.0], [-4.0, 4.0]])
    draws = normal_draws(mean, covariance, 20_000, seed=5)
    assert draws.mean(axis=0) == pytest.approx(mean, abs=0.1)
    assert np.allclose(draws.sum(axis=1), 40)
    assert np.allclose(np.cov(draws.T), covariance, atol=0.15)
