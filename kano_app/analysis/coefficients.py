"""Better and Worse, category strength and total strength: the figures that follow from six counts (METHODS §3–4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from kano_app.analysis.figure import Blank, Figure, Interval
from kano_app.analysis.verdict import Weights, by_frequency
from kano_app.domain.category import Category
from kano_app.statistics.intervals import wilson

_A, _P, _M, _I = Category.ATTRACTIVE, Category.PERFORMANCE, Category.MUST_BE, Category.INDIFFERENT
_WEAK, _MATTERS = 0.06, 0.60
_IN_STRENGTH = (_M, _P, _A, _I, Category.REVERSE)


def coefficient_base(weights: Weights) -> float:
    """Return n' = A + P + M + I, the answers that coefficients speak of."""
    return weights[_A] + weights[_P] + weights[_M] + weights[_I]


def better(weights: Weights) -> Figure:
    """Return Better = (A + P) / n', 0..1: how much having the feature satisfies.

    Source: Timko in Berger et al. 1993, p. 18. Check: A88 P90 M32 I105 → 0.56508 (Reppel 2022, transparent transfers).
    """
    base = coefficient_base(weights)
    return (weights[_A] + weights[_P]) / base if base else Blank.NO_COEFFICIENT_ANSWERS


def worse(weights: Weights) -> Figure:
    """Return Worse = −(P + M) / n', −1..0: how much lacking the feature dissatisfies.

    Source: Timko in Berger et al. 1993, p. 18. Check: A88 P90 M32 I105 → −0.38730 (Reppel 2022, transparent transfers).
    """
    base = coefficient_base(weights)
    if not base:
        return Blank.NO_COEFFICIENT_ANSWERS
    return -(weights[_P] + weights[_M]) / base or 0.0  # never −0.0


def better_interval(counts: Mapping[Category, int], confidence: float) -> Interval | Blank:
    """Return Wilson's interval of Better, a proportion of n'; undefined where n' is 0."""
    base = counts[_A] + counts[_P] + counts[_M] + counts[_I]
    return wilson(counts[_A] + counts[_P], base, confidence) if base else Blank.NO_COEFFICIENT_ANSWERS


def worse_interval(counts: Mapping[Category, int], confidence: float) -> Interval | Blank:
    """Return Wilson's interval of Worse: that of (P + M) / n', negated and swapped.

    Check: A18 P174 M90 I42 → Worse −0.8148 [−0.8533, −0.7689] at 0.95 (Reppel 2022, secure transfers).
    """
    base = counts[_A] + counts[_P] + counts[_M] + counts[_I]
    if not base:
        return Blank.NO_COEFFICIENT_ANSWERS
    low, high = wilson(counts[_P] + counts[_M], base, confidence)
    return -high, -low or 0.0  # never −0.0


@dataclass(frozen=True, slots=True)
class Strength:
    """Category strength, with the two categories it compares."""

    value: float
    first: Category
    second: Category


def category_strength(weights: Weights, total: float) -> Strength | Blank:
    """Return the share of the most frequent minus that of the second among M, P, A, I, R; shares are of N.

    Source: Lee & Newcomb 1997. Check: P123 M95 A45 I33, N 296 → 0.0946 (stp25kano, "Service app").
    The two named need not include the category that another rule chose.
    """
    if not total:
        return Blank.NO_ANSWERS
    if not any(weights[one] for one in _IN_STRENGTH):
        return Blank.NO_COEFFICIENT_ANSWERS
    first, second = by_frequency(weights, _IN_STRENGTH)[:2]
    return Strength((weights[first] - weights[second]) / total, first, second)


def total_strength(weights: Weights, total: float) -> Figure:
    """Return (A + P + M) / N, 0..1: the share of people to whom the feature matters at all.

    Source: Lee & Newcomb 1997. Check: P123 M95 A45 I33, N 296 → 0.8885 (stp25kano, "Service app").
    """
    return (weights[_A] + weights[_P] + weights[_M]) / total if total else Blank.NO_ANSWERS


def is_combination(strength: Strength | Blank, total: Figure) -> bool:
    """Return whether a feature is a combination of its two most frequent categories.

    Category strength below 6 % and total strength of 60 % or more (METHODS §4): the feature matters, and no one
    category describes it.
    """
    return (
        not isinstance(strength, Blank)
        and not isinstance(total, Blank)
        and strength.value < _WEAK
        and total >= _MATTERS
    )
