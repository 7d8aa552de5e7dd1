import numpy as np
import pytest

from kano_app.statistics.binomial import two_sided_half
from kano_app.statistics.draws import dirichlet_draws


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


def test_the_binomial_is_the_published_one_and_nobody_proves_nothing() -> None:
    assert two_sided_half(101, 182) == pytest.approx(0.159, abs=5e-4)
    assert two_sided_half(0, 0) == 1
