"""The verdict: which category a feature falls into, by the rule that was chosen (METHODS §2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule

Weights = Mapping[Category, float]
"""Counts, or shares, of the six categories."""

_SATISFYING = 3
"""M, P and A stand before I, R and Q."""
_WITHOUT_R_AND_Q = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """A category, the categories it shared the maximum with, and whether a rule set the most frequent one aside."""

    category: Category
    tied: tuple[Category, ...] = ()
    """All that competed and are at the maximum where there are two or more, in precedence order; else nothing."""
    set_aside: Category | None = None
    """The most frequent category of those that competed, where the rule chose another."""


def winners(weights: NDArray[np.generic], totals: NDArray[np.generic], settings: AnalysisSettings) -> NDArray[np.intp]:
    """Return the category of every row of weights as a position in ``CATEGORIES``; −1 where nothing competes.

    Args:
        weights: how often each category was given, shape (..., 6) in precedence order: counts, or shares as whole
            numbers of some small unit where exact ties matter.
        totals: what percentage points refer to, shape (...): N of counts, 1 of shares.
        settings: the rule, its points and the treatment of R and Q.

    Exact ties are broken by M > P > A > I > R > Q under every rule, the order of the last axis.
    Mode: the most frequent. Precedence: the higher of the two most frequent, where both are of M, P, A and I and
    100·(a − b) ≤ points·N.
    Blauth: A+P+M against I+R+Q, equal sums fall to the second side; then the most frequent of that side.

    """
    competing = np.array(weights[..., : _competitors(settings)])
    first = competing.argmax(axis=-1)
    most = np.take_along_axis(competing, first[..., None], -1)[..., 0]
    match settings.rule:
        case Rule.MODE:
            chosen = first
        case Rule.PRECEDENCE:
            chosen = _preceding(competing, first, most, totals, settings.points)
        case Rule.BLAUTH:
            satisfied = competing[..., :_SATISFYING]
            others = competing[..., _SATISFYING:]
            wins = satisfied.sum(axis=-1) > others.sum(axis=-1)
            chosen = np.where(wins, satisfied.argmax(axis=-1), _SATISFYING + others.argmax(axis=-1))
    found: NDArray[np.intp] = np.where(most > 0, chosen, -1)
    return found


def verdict(weights: Weights, total: float, settings: AnalysisSettings) -> Verdict | None:
    """Return the verdict on one feature with its tie, or ``None`` where no category that competes was ever given."""
    row = np.array([weights[category] for category in CATEGORIES])
    winner = int(winners(row, np.asarray(total), settings))
    if winner < 0:
        return None
    field = range(_competitors(settings))
    leader = max(field, key=lambda place: (row[place], -place))
    tied = tuple(CATEGORIES[place] for place in field if row[place] == row[leader])
    set_aside = CATEGORIES[leader] if row[winner] < row[leader] else None
    return Verdict(CATEGORIES[winner], tied if len(tied) > 1 else (), set_aside)


def by_frequency(weights: Weights, categories: Sequence[Category]) -> list[Category]:
    """Return categories from the most to the least frequent, equal ones in precedence order."""
    return sorted(categories, key=lambda category: (-weights[category], CATEGORIES.index(category)))


def _competitors(settings: AnalysisSettings) -> int:
    beside = settings.reverse_and_questionable is ReverseAndQuestionable.BESIDE
    return _WITHOUT_R_AND_Q if beside else len(CATEGORIES)


def _preceding(
    competing: NDArray[np.generic],
    first: NDArray[np.intp],
    most: NDArray[np.generic],
    totals: NDArray[np.generic],
    points: int,
) -> NDArray[np.intp]:
    rest = competing.copy()
    np.put_along_axis(rest, first[..., None], -1, -1)
    second = rest.argmax(axis=-1)
    next_most = np.take_along_axis(rest, second[..., None], -1)[..., 0]
    both = np.maximum(first, second) < _WITHOUT_R_AND_Q
    near = both & (next_most > 0) & (100 * (most - next_most) <= points * totals)  # type: ignore[operator] # numbers of either kind
    return np.where(near, np.minimum(first, second), first)
