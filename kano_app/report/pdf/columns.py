"""How columns of texts share the width of a table, so that its rows take as little height as they can."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LOSS = 1.06
"""A text takes so much more than its width once it is broken, for lines are not full."""
_EACH, _TORN, _EVEN = 0.3, 0.6, 0.02
"""What a line costs that makes no row higher, what a torn word, and how much crowded cells weigh beside."""
_STEPS = (0.1, 0.03, 0.01)
"""Shares of the room that are moved from one column to another."""
_MOST_MOVES = 40
_NARROWEST = 24.0


class Text:
    """A column of texts."""

    def __init__(self, beside: float, naturals: Sequence[float], words: Sequence[float], heading: float) -> None:
        """Take what it needs.

        Args:
            beside: room beside the text of every cell.
            naturals: width of every cell that needs one line.
            words: width of every cell's widest word.
            heading: width of the widest word of its heading.

        """
        self.beside = beside
        self._naturals, self._words = np.array(naturals, float), np.array(words, float)
        self._heading = heading
        self._known: dict[float, tuple[Floats, float]] = {}

    @cached_property
    def most(self) -> float:
        """The width it can use."""
        return float(max(self._naturals.max(initial=0.0), self._heading)) + self.beside + 0.5

    @cached_property
    def least(self) -> float:
        """The width without which it cannot be read."""
        return max(self._heading, _NARROWEST) + self.beside

    def at(self, width: float) -> tuple[Floats, float]:
        """Return the lines of every cell at a width, and what is disagreeable beside their number."""
        key = round(width, 1)
        if key not in self._known:
            room = max(width - self.beside, 1.0)
            fits = self._naturals <= room
            lines = np.where(fits, 1.0, np.ceil(_LOSS * self._naturals / room))
            torn = float((self._words > room).sum())
            crowded = float((self._naturals / room).sum())
            self._known[key] = lines, _EACH * float(lines.sum()) + _TORN * torn + _EVEN * crowded
        return self._known[key]


def shared(texts: Sequence[Text], room: float) -> list[float]:
    """Return the widths of columns that together have a room; at least what each needs to be read."""
    if not texts:
        return []
    widths = _first(texts, room)
    cost = _cost(texts, widths)
    for step in _STEPS:
        for _ in range(_MOST_MOVES):
            best = min(_moved(texts, widths, step * room), key=lambda one: one[0], default=(cost, widths))
            if best[0] >= cost - 1e-9:
                break
            cost, widths = best
    return widths


def _first(texts: Sequence[Text], room: float) -> list[float]:
    """Return widths to begin with: what each needs at least, and more by what each can use."""
    least = [text.least for text in texts]
    spare = max(room - sum(least), 0.0)
    wishes = [max(text.most - text.least, 0.0) ** 0.5 for text in texts]
    total = sum(wishes) or 1.0
    return [low + spare * wish / total for low, wish in zip(least, wishes, strict=True)]


def _moved(texts: Sequence[Text], widths: Sequence[float], step: float) -> list[tuple[float, list[float]]]:
    found = []
    for giver, text in enumerate(texts):
        if widths[giver] - step < text.least:
            continue
        for taker in range(len(texts)):
            if taker != giver:
                other = list(widths)
                other[giver] -= step
                other[taker] += step
                found.append((_cost(texts, other), other))
    return found


def _cost(texts: Sequence[Text], widths: Sequence[float]) -> float:
    every: list[Any] = [text.at(width) for text, width in zip(texts, widths, strict=True)]
    return float(np.max([lines for lines, _ in every], axis=0).sum() + sum(more for _, more in every))
