"""Boxes and the straight lines between them: what overlaps, what crosses."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_TINY = 1e-12


def boxes_at(centres: Floats, sizes: Floats) -> Floats:
    """Return left, bottom, right, top of boxes, shape (boxes, 4)."""
    return np.hstack([centres - sizes / 2, centres + sizes / 2])


def overlap(boxes: Floats, others: Floats) -> Floats:
    """Return the area that each of ``boxes`` shares with each of ``others``."""
    wide = np.minimum(boxes[:, None, 2], others[None, :, 2]) - np.maximum(boxes[:, None, 0], others[None, :, 0])
    high = np.minimum(boxes[:, None, 3], others[None, :, 3]) - np.maximum(boxes[:, None, 1], others[None, :, 1])
    area: Floats = np.clip(wide, 0, None) * np.clip(high, 0, None)
    return area


def touches(boxes: Floats, others: Floats) -> Flags:
    """Return which of ``others``, which may be as thin as lines, each of ``boxes`` lies on."""
    across = (boxes[:, None, 2] >= others[None, :, 0]) & (boxes[:, None, 0] <= others[None, :, 2])
    up = (boxes[:, None, 3] >= others[None, :, 1]) & (boxes[:, None, 1] <= others[None, :, 3])
    return across & up


def within(boxes: Floats, bounds: Bounds) -> Flags:
    """Return which boxes lie inside bounds."""
    left, bottom, right, top = bounds
    slack = 1e-6
    low = (boxes[:, 0] >= left - slack) & (boxes[:, 1] >= bottom - slack)
    return low & (boxes[:, 2] <= right + slack) & (boxes[:, 3] <= top + slack)


def nearest_ends(anchors: Floats, boxes: Floats) -> Floats:
    """Return the point of each box that is nearest to its anchor."""
    return np.clip(anchors, boxes[:, :2], boxes[:, 2:])


def lines_on_boxes(starts: Floats, ends: Floats, boxes: Floats) -> Flags:
    """Return which boxes each line enters, shape (lines, boxes)."""
    along = ends - starts
    along = np.where(np.abs(along) < _TINY, _TINY, along)[:, None]
    first = (boxes[None, :, :2] - starts[:, None]) / along
    second = (boxes[None, :, 2:] - starts[:, None]) / along
    enters = np.minimum(first, second).max(axis=2)
    leaves = np.maximum(first, second).min(axis=2)
    # A line that only ends at the edge of a box does not enter it.
    crossing: Flags = np.minimum(leaves, 1.0) - np.maximum(enters, 0.0) > 1e-9
    return crossing


def lines_on_lines(starts: Floats, ends: Floats, others: Floats, other_ends: Floats) -> Flags:
    """Return which lines cross which others, shape (lines, others)."""
    a, b = starts[:, None], ends[:, None]
    c, d = others[None], other_ends[None]
    one = _side(a, b, c) * _side(a, b, d) < 0
    crossing: Flags = one & (_side(c, d, a) * _side(c, d, b) < 0)
    return crossing


def _side(start: Floats, end: Floats, point: Floats) -> Floats:
    along, to = end - start, point - start
    found: Floats = along[..., 0] * to[..., 1] - along[..., 1] * to[..., 0]
    return found
