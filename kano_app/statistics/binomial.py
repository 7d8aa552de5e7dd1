"""The exact binomial test."""


def two_sided_half(successes: int, n: int) -> float:
    """Return the exact two-sided p of ``successes`` in n at a probability of one half; 1 where n is 0.

    Twice the smaller tail: at one half the distribution is symmetric. Check: 101 in 182 → 0.159.
    """
    from scipy.special import bdtr  # noqa: PLC0415 - scipy.stats would say the same for half a second more

    return min(1.0, 2 * float(bdtr(min(successes, n - successes), n, 0.5))) if n else 1.0
