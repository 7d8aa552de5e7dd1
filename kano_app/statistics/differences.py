"""Differences of two proportions."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from kano_app.statistics.intervals import wilson


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference of two proportions, the second minus the first."""

    value: float
    low: float
    high: float
    p: float
    """Two-sided."""
    z: float | None
    """``None`` where the difference was resampled."""


def independent_difference(
    first: tuple[int, int], second: tuple[int, int], confidence: float = 0.95
) -> Difference | None:
    """Return the difference of two independent proportions, each (successes, n); ``None`` where an n is 0.

    Interval: Newcombe's hybrid of the two Wilson intervals. z with the pooled proportion; where all are successes, or
    none, there is no spread and z is 0.

    Source: Newcombe 1998, method 10. Check: 44 of 86 → 46 of 81: +.0563, z .729, p .466, [−.0933, .2021] at .95
    (Reppel 2022, Better of convenient storage, cohort 1 → 4).
    """
    (a, m), (b, n) = first, second
    if not m or not n:
        return None
    p, q = a / m, b / n
    (low_p, high_p), (low_q, high_q) = wilson(a, m, confidence), wilson(b, n, confidence)
    low = (q - p) - sqrt((q - low_q) ** 2 + (high_p - p) ** 2)
    high = (q - p) + sqrt((high_q - q) ** 2 + (p - low_p) ** 2)
    pooled = (a + b) / (m + n)
    spread = sqrt(pooled * (1 - pooled) * (1 / m + 1 / n))
    z = (q - p) / spread if spread else 0.0
    return Difference(q - p, low, high, 2 * NormalDist().cdf(-abs(z)), z)


def resampled_difference(value: float, draws: NDArray[np.float64], confidence: float = 0.95) -> Difference | None:
    """Return a difference with the interval and p of its resamples; ``None`` where hardly any resample has one.

    The interval holds the middle of the draws; p is twice the share of draws on the other side of 0, at least
    2 / (draws + 1). NaN stands for a resample without a difference.
    """
    known = draws[~np.isnan(draws)]
    if known.size < draws.size / 2 or not known.size:
        return None
    tail = (1 - confidence) / 2
    low, high = (float(end) for end in np.quantile(known, [tail, 1 - tail]))
    beyond = min(int((known <= 0).sum()), int((known >= 0).sum()))
    return Difference(value, low, high, min(1.0, 2 * (beyond + 1) / (known.size + 1)), None)


def unanimous_difference(value: float, people: int, confidence: float = 0.95) -> Difference:
    """Return the difference of people who all changed by the same, −1, 0 or 1 each.

    Nobody of n departed from it, so among others at most the upper end w of Wilson's interval of 0 of n does, and each
    by at most 1 + |value|: the interval reaches w·(1 + |value|) to either side, within −1..1. p is that of the sign
    test, 2 / 2ⁿ, and 1 where nothing changed.

    Check: 0 for 84 people → [−.0437, .0437], p 1; −1 for 10 → [−1, −.445], p .002.
    """
    reach = wilson(0, people, confidence)[1] * (1 + abs(value))
    p = min(1.0, 2 * 0.5**people) if value else 1.0
    return Difference(value, max(-1.0, value - reach), min(1.0, value + reach), p, None)
