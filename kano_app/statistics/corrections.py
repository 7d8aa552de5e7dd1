"""Corrections of p where several questions are asked of the same people."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Adjust = Callable[[NDArray[np.float64], int], NDArray[np.float64]]


def holm(p: Sequence[float]) -> list[float]:
    """Return p adjusted so that the chance of any false finding keeps its level.

    The k-th smallest of m is multiplied by m − k + 1, and none is smaller than the one before.

    Source: Holm 1979. Check: .0936 .0000159 .0615 .0801 .0000709 → .185 .0000795 .185 .185 .000284.
    """
    return _adjusted(p, lambda ordered, m: np.maximum.accumulate(ordered * (m - np.arange(m))))


def benjamini_hochberg(p: Sequence[float]) -> list[float]:
    """Return p adjusted so that the expected share of false ones among the findings keeps its level.

    The k-th smallest of m is multiplied by m / k, and none is larger than the one after.

    Source: Benjamini & Hochberg 1995. Check: .01 .02 .03 .04 → .04 .04 .04 .04.
    """

    def step_up(ordered: NDArray[np.float64], m: int) -> NDArray[np.float64]:
        found: NDArray[np.float64] = np.minimum.accumulate((ordered * m / np.arange(1, m + 1))[::-1])[::-1]
        return found

    return _adjusted(p, step_up)


def _adjusted(p: Sequence[float], adjust: Adjust) -> list[float]:
    given = np.asarray(p, dtype=np.float64)
    order = np.argsort(given, kind="stable")
    found = np.empty_like(given)
    found[order] = np.minimum(adjust(given[order], len(given)), 1.0)
    return [float(one) for one in found]
