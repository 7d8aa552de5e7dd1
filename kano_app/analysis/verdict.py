"""The verdict: which category a feature falls into, by the rule that was chosen (METHODS §2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule

Weights = Mapping[Category, float]
"""Counts, or shares in percent, of the six categories."""

_SATISFYING = (Category.MUST_BE, Category.PERFORMANCE, Category.ATTRACTIVE)
_OTHER = (Category.INDIFFERENT, Category.REVERSE, Category.QUESTIONABLE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A category, the categories it shared the maximum with, and whether a rule set the most frequent one aside."""

    category: Category
    tied: tuple[Category, ...] = ()
    """All categories at the maximum where there are two or more, in precedence order; else nothing."""
    set_aside: Category | None = None
    """The most frequent category of those that competed, where the rule chose another."""


def verdict(weights: Weights, total: float, settings: AnalysisSettings) -> Verdict | None:
    """Return the verdict on one feature, or ``None`` where no category that competes was ever given.

    Args:
        weights: how often each of the six categories was given.
        total: N, the sum that percentage points refer to.
        settings: the rule, its points and the treatment of R and Q.

    Exact ties are broken by M > P > A > I > R > Q, under every rule.
    Blauth: A+P+M against I+R+Q, equal sums fall to the second side; then the most frequent of that side.
    Precedence: the higher of the two most frequent, where 100·(a − b) ≤ points·N.

    """
    beside = settings.reverse_and_questionable is ReverseAndQuestionable.BESIDE
    competing = CATEGORIES[:4] if beside else CATEGORIES
    ranked = by_frequency(weights, competing)
    if weights[ranked[0]] <= 0:
        return None
    field: Sequence[Category] = competing
    if settings.rule is Rule.BLAUTH:
        satisfied = sum(weights[category] for category in _SATISFYING)
        other = sum(weights[category] for category in _OTHER if category in competing)
        field = _SATISFYING if satisfied > other else tuple(category for category in _OTHER if category in competing)
    leader = by_frequency(weights, field)[0]
    tied = tuple(category for category in field if weights[category] == weights[leader])
    if settings.rule is Rule.PRECEDENCE:
        leader = _preceding(weights, ranked, total, settings.points)
    return Verdict(leader, tied if len(tied) > 1 else (), ranked[0] if _behind(weights, leader, ranked[0]) else None)


def by_frequency(weights: Weights, categories: Sequence[Category]) -> list[Category]:
    """Return categories from the most to the least frequent, equal ones in precedence order."""
    return sorted(categories, key=lambda category: (-weights[category], CATEGORIES.index(category)))


def _preceding(weights: Weights, ranked: Sequence[Category], total: float, points: int) -> Category:
    first, second = ranked[:2]
    near = weights[second] > 0 and 100 * (weights[first] - weights[second]) <= points * total
    return min(first, second, key=CATEGORIES.index) if near else first


def _behind(weights: Weights, chosen: Category, leader: Category) -> bool:
    return weights[chosen] < weights[leader]
