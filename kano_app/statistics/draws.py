"""Seeded draws: what else counts like these could have been."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_CELLS = 4_000_000
"""Weights held at once, 16 MB of them."""
PRIOR = 0.5
"""Added to every count, Jeffreys' prior of a multinomial."""


def dirichlet_draws(counts: NDArray[np.int64], draws: int, seed: int) -> NDArray[np.float64]:
    """Return draws of shares from the Dirichlet distribution of counts + ½, shape (draws, len(counts)).

    The same counts, number and seed give the same draws.
    """
    generator = np.random.default_rng([seed, *counts.tolist()])
    return generator.dirichlet(counts + PRIOR, draws)


def multinomial_draws(counts: NDArray[np.int64], draws: int, seed: int, stream: int) -> NDArray[np.int64]:
    """Return draws of as many answers with the shares of the counts, shape (draws, len(counts)).

    ``stream`` keeps things apart that are drawn with one seed.
    """
    total = int(counts.sum())
    if not total:
        return np.zeros((draws, len(counts)), dtype=np.int64)
    return np.random.default_rng([seed, stream]).multinomial(total, counts / total, draws)


def people_draws(people: int, draws: int, seed: int, stream: int = 0) -> Iterator[NDArray[np.float32]]:
    """Yield how often each person stands in each resample of as many people, in chunks of shape (some, people).

    ``stream`` keeps groups of as many people apart that are drawn with one seed.
    """
    generator = np.random.default_rng([seed, people, stream])
    some = max(1, min(draws, _CELLS // max(people, 1)))
    for start in range(0, draws, some):
        chosen = generator.integers(0, max(people, 1), (min(some, draws - start), people))
        yield np.stack([np.bincount(row, minlength=people) for row in chosen]).astype(np.float32)


def normal_draws(
    mean: NDArray[np.float64], covariance: NDArray[np.float64], draws: int, seed: int, stream: int = 0
) -> NDArray[np.float64]:
    """Return draws of a multivariate normal distribution, shape (draws, len(mean)); a singular covariance is fine."""
    values, vectors = np.linalg.eigh(covariance)
    # Rounding leaves eigenvalues a little below 0 where the categories of a feature always add up to n.
    spread = vectors * np.sqrt(np.clip(values, 0, None))
    around = np.random.default_rng([seed, stream]).standard_normal((draws, len(mean)))
    found: NDArray[np.float64] = mean + around @ spread.T
    return found
