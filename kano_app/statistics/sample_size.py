"""How many answers are needed, and what so many can tell."""

from functools import cache
from math import ceil, sqrt

import numpy as np

from kano_app.statistics.intervals import normal_quantile

REFERENCE_SHARES = (0.40, 0.20, 0.25, 0.15)
"""Shares of M, P, A and I of a feature with a plain leader, after which finding it is judged."""


def answers_for_half_width(half_width: float, confidence: float = 0.95, p: float = 0.5) -> int:
    """Return how many answers give a proportion p an interval of ± ``half_width``: z²p(1 − p) / h².

    Check: 97 for ±.10, 385 for ±.05 at p = ½ and .95.

    Raises:
        ValueError: if the half-width does not lie strictly between 0 and 1.

    """
    if not 0 < half_width < 1:
        raise ValueError("a half-width lies between 0 and 1")
    return ceil(normal_quantile(confidence) ** 2 * p * (1 - p) / half_width**2)


def half_width_of(answers: int, confidence: float = 0.95, p: float = 0.5) -> float:
    """Return the half-width of Wilson's interval of a proportion p of so many answers.

    Check: 5 at p = ½ → .3296; 97 → .0976.

    Raises:
        ValueError: if there is no answer.

    """
    if answers < 1:
        raise ValueError("an interval needs an answer")
    z = normal_quantile(confidence)
    return z * sqrt(p * (1 - p) / answers + z * z / (4 * answers**2)) / (1 + z * z / answers)


@cache
def leader_found(answers: int, draws: int, seed: int, shares: tuple[float, ...] = REFERENCE_SHARES) -> float:
    """Return in which share of surveys of so many answers the most frequent category is the true leader.

    A tie of k categories, the leader among them, counts as 1/k. Check: shares .40 .20 .25 .15 → about .70 of 20
    answers, .88 of 50, .995 of 200.
    """
    counts = np.random.default_rng([seed, answers]).multinomial(answers, shares, draws)
    top = counts == counts.max(axis=1, keepdims=True)
    return float((top[:, int(np.argmax(shares))] / top.sum(axis=1)).mean())
