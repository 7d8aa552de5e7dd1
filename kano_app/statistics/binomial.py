"""The exact binomial test."""


def two_sided_half(successes: int, n: int) -> float:
    """Return the exact two-sided p of ``successes`` in n at a probability of one half; 1 where n is 0.

    Check: 101 in 182 → 0.159.
    """
    from scipy.stats import binomtest  # noqa: PLC0415 - scipy costs half a second

    return float(binomtest(successes, n, 0.5).pvalue) if n else 1.0
