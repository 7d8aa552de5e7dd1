"""Seeded draws: what else counts like these could have been."""

import numpy as np
from numpy.typing import NDArray

PRIOR = 0.5
"""Added to every count, Jeffreys' prior of a multinomial."""


def dirichlet_draws(counts: NDArray[np.int64], draws: int, seed: int) -> NDArray[np.float64]:
    """Return draws of shares from the Dirichlet distribution of counts + ½, shape (draws, len(counts)).

    The same counts, number and seed give the same draws.
    """
    generator = np.random.default_rng([seed, *counts.tolist()])
    return generator.dirichlet(counts + PRIOR, draws)
