"""How much of the blank half of a Chinese mark is taken away where marks meet, and at the ends of a line (clreq)."""

from functools import lru_cache

_OPENING = frozenset("（【《「『〈〔［｛〖〘〚“‘")
_CLOSING = frozenset("）】》」』〉〕］｝〗〙〛”’")
_STOPS = frozenset("，。、；：！？．")

MARKS = _OPENING | _CLOSING | _STOPS
"""Marks that are set in a square, of which about a half is blank."""
_HALF, _QUARTER = 0.5, 0.25


@lru_cache(maxsize=4096)
def surplus(before: str, after: str, *, centred: bool) -> float:
    """Return what is to be taken from between two neighbours, in shares of the square.

    Args:
        before: a character of a Chinese face; empty at the start of a line.
        after: the next one; empty at the end of a line.
        centred: whether stops stand in the middle of their square, as they do in traditional text.
    """
    if (before and before not in MARKS) or (after and after not in MARKS):
        return 0.0
    return min(_HALF, _right(before, centred=centred) + _left(after, centred=centred))


def _right(mark: str, *, centred: bool) -> float:
    """Return the blank part at the right of a mark."""
    if mark in _STOPS:
        return _QUARTER if centred else _HALF
    return _HALF if mark in _CLOSING else 0.0


def _left(mark: str, *, centred: bool) -> float:
    """Return the blank part at the left of a mark."""
    if mark in _STOPS:
        return _QUARTER if centred else 0.0
    return _HALF if mark in _OPENING else 0.0
