"""Intervals of proportions."""

from math import sqrt
from statistics import NormalDist


def normal_quantile(confidence: float) -> float:
    """Return z of a two-sided interval: 1.96 for a confidence of 0.95.

    Raises:
        ValueError: if the confidence does not lie strictly between 0 and 1.

    """
    if not 0 < confidence < 1:
        raise ValueError("a confidence lies between 0 and 1")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(successes: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """Return Wilson's score interval of the proportion ``successes / n``.

    (p + z²/2n ± z·sqrt(p(1−p)/n + z²/4n²)) / (1 + z²/n), p = successes / n.

    Source: Wilson 1927. Check: 0 of 5 → [0, 0.4345], 5 of 5 → [0.5655, 1] at 0.95.

    Raises:
        ValueError: if n is not above 0 or the successes do not lie between 0 and n.

    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError("a proportion has n above 0 and at most n successes")
    z = normal_quantile(confidence)
    p = successes / n
    centre = p + z * z / (2 * n)
    reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    # At either end the formula is exact; floating point is not.
    low = 0.0 if successes == 0 else (centre - reach) / scale
    high = 1.0 if successes == n else (centre + reach) / scale
    return low, high
