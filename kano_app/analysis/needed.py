"""How many more answers would tell a category that is too close to tell (METHODS §8)."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil

from kano_app.analysis.stability import LIKELY, stability
from kano_app.domain.category import Category
from kano_app.domain.settings import AnalysisSettings

_MOST = 2000
"""Answers beyond which nobody is sent to ask again."""
_STEP = 1.2
_DRAWS = 500
"""A guess needs no more."""
_SOUND = 50
"""Answers of which the leader is the true one in 88 % of surveys (METHODS §13); of 20 in 70 % only."""


def answers_needed(counts: Mapping[Category, int], category: Category, settings: AnalysisSettings) -> int | None:
    """Return about how many more answers would make a category likely, if they split like those so far.

    ``None`` where even two thousand answers in all would not: such a tie is one. Never less than fifty in all: what
    five people agree on says little of how the next ones split. The number is rounded up, for it is a guess.
    """
    n = sum(counts.values())
    size, coarse = float(max(n, 1)), replace(settings, resamples=_DRAWS)
    while n and (size := size * _STEP) <= _MOST:
        grown = {one: round(count * size / n) for one, count in counts.items()}
        if stability(grown, category, coarse).leads >= LIKELY:
            return _about(max(size, _SOUND) - n)
    return None


def _about(more: float) -> int:
    step = 5 if more < 30 else 10 if more < 200 else 50
    return step * ceil(more / step)
