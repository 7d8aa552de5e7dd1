"""Whether the most frequent category leads the second by more than chance (METHODS §5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from kano_app.analysis.verdict import Weights, by_frequency
from kano_app.domain.category import Category
from kano_app.statistics.binomial import two_sided_half

_COMPARED = (
    Category.MUST_BE,
    Category.PERFORMANCE,
    Category.ATTRACTIVE,
    Category.INDIFFERENT,
    Category.REVERSE,
)
_FONG = 1.65
"""Two-sided ten percent; it does not follow the confidence setting."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The two most frequent categories and whether their difference is more than chance."""

    first: Category
    second: Category
    difference: int
    limit: float
    """T of Fong's test; the lead is significant above it."""
    together: int
    """Answers in either of the two."""

    @property
    def binomial_p(self) -> float:
        """Exact two-sided p of the first among both at one half; the stricter judgement of the same lead."""
        return two_sided_half((self.together + self.difference) // 2, self.together)

    @property
    def significant(self) -> bool:
        """Whether Fong's test calls the lead significant."""
        return self.difference > self.limit


def lead(counts: Mapping[Category, int]) -> Lead:
    """Return the lead of the most frequent category over the second among M, P, A, I and R.

    T = 1.65·sqrt((a + b)(2N − a − b) / 2N), N with Q; significant where a − b > T. Fong treats a and b as independent
    and so is lenient; the exact binomial of a in a + b at one half stands beside it. Both judge a pair that the data
    picked.

    Source: Fong 1996. Check: 123 against 95 of 296 → 28 > 19.364; 124 against 121 → 3 < 19.773; 101 against 81 →
    p .159.
    """
    weights: Weights = counts
    first, second = by_frequency(weights, _COMPARED)[:2]
    a, b, n = counts[first], counts[second], sum(counts.values())
    limit = _FONG * sqrt((a + b) * (2 * n - a - b) / (2 * n)) if n else 0.0
    return Lead(first, second, a - b, limit, a + b)
