"""Continuous analysis: answers as numbers, their means, and where the means lie in the plane (METHODS §6)."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.figure import Blank, Figure
from kano_app.domain.category import Category

_FUNCTIONAL = np.array([4.0, 2.0, 0.0, -1.0, -2.0])
_DYSFUNCTIONAL = np.array([-2.0, -1.0, 0.0, 2.0, 4.0])
_HIGH, _LOW = 2.0, -1.0


@dataclass(frozen=True, slots=True)
class Continuous:
    """Means of a feature's answers with standard deviations and errors, over all complete pairs."""

    functional: float
    dysfunctional: float
    functional_sd: Figure
    dysfunctional_sd: Figure
    functional_se: Figure
    dysfunctional_se: Figure
    region: Category


def continuous(cells: NDArray[np.int64]) -> Continuous | Blank:
    """Return the continuous analysis of a feature from its 25 counts, shape (5, 5).

    Functional answers count 4, 2, 0, −1, −2 and dysfunctional ones −2, −1, 0, 2, 4; reverse and questionable pairs are
    included. SE = SD / √n, with SD of a sample; undefined for fewer than two pairs.

    Source: DuMouchel in Berger et al. 1993, p. 20–23. Check: (1,5), (1,3), (2,5) → F 3.333 (SD 1.155), D 2.667.
    """
    n = int(cells.sum())
    if not n:
        return Blank.NO_ANSWERS
    functional, functional_sd = _moments(cells.sum(axis=1), _FUNCTIONAL)
    dysfunctional, dysfunctional_sd = _moments(cells.sum(axis=0), _DYSFUNCTIONAL)
    return Continuous(
        functional,
        dysfunctional,
        functional_sd,
        dysfunctional_sd,
        functional_sd if isinstance(functional_sd, Blank) else functional_sd / sqrt(n),
        dysfunctional_sd if isinstance(dysfunctional_sd, Blank) else dysfunctional_sd / sqrt(n),
        region(functional, dysfunctional),
    )


def region(functional: float, dysfunctional: float) -> Category:
    """Return the region of a point; a room that answers one cell unanimously gets the category of Berger's table."""
    if functional < _LOW or dysfunctional < _LOW:
        return Category.QUESTIONABLE if max(functional, dysfunctional) > _HIGH else Category.REVERSE
    if functional > _HIGH and dysfunctional > _HIGH:
        return Category.PERFORMANCE
    if functional > _HIGH:
        return Category.ATTRACTIVE
    return Category.MUST_BE if dysfunctional > _HIGH else Category.INDIFFERENT


def _moments(counts: NDArray[np.int64], values: NDArray[np.float64]) -> tuple[float, Figure]:
    n = int(counts.sum())
    mean = float(counts @ values / n)
    if n < 2:
        return mean, Blank.ONE_ANSWER
    return mean, float(sqrt(counts @ (values - mean) ** 2 / (n - 1)))
