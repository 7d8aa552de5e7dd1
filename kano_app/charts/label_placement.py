"""Where the labels of a map go, so that none covers another, a mark or the frame."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_ANGLES = np.radians([0, 180, 90, 270, 30, 330, 150, 210, 60, 300, 120, 240])
_LIKING = np.array([0, 1, 2, 2.5, 1.5, 1.5, 2.5, 2.5, 2.5, 3, 3, 3.5])
_CROWD = 60.0
"""Distance within which marks count as each other's neighbours."""
_SWEEPS = 12
_OVERLAP_COST = 1000.0
_AREA_COST = 4.0
_LINE_COST = 6.0


def place_labels(
    anchors: Floats,
    sizes: Floats,
    radius: float,
    bounds: Bounds,
    obstacles: Sequence[Bounds] = (),
    lines: Sequence[Bounds] = (),
) -> Floats:
    """Return the centre of every label.

    Args:
        anchors: the marks, shape (labels, 2).
        sizes: width and height of each label, shape (labels, 2), in the same unit.
        radius: half the width of a mark; labels keep clear of all marks.
        bounds: left, bottom, right, top; labels stay inside as far as they fit at all.
        obstacles: left, bottom, right, top of what else is to be kept clear.
        lines: left, bottom, right, top of thin lines that are better not crossed, but may be.

    Every label chooses the cheapest of some hundred places around its mark, the crowded ones first, and again in
    turn until none wants to move. Near is cheaper than far, and beside is cheaper than above or below.

    """
    if not len(anchors):
        return np.empty((0, 2))
    marks = np.vstack([np.hstack([anchors - radius, anchors + radius]), np.array(obstacles).reshape(-1, 4)])
    crossed = np.array(lines).reshape(-1, 4)
    places = []
    for anchor, size in zip(anchors, sizes, strict=True):
        centres, costs = _candidates(anchor, size, radius, bounds)
        boxes = np.hstack([centres - size / 2, centres + size / 2])
        places.append((boxes, costs + _LINE_COST * _touched(boxes, crossed)))
    gaps = np.linalg.norm(anchors[:, None] - anchors[None], axis=2)
    order = np.argsort(-np.exp(-gaps / _CROWD).sum(axis=1), kind="stable")
    settled = _settled(places, order, marks)
    middles: Floats = (settled[:, :2] + settled[:, 2:]) / 2
    return middles


def _settled(places: Sequence[tuple[Floats, Floats]], order: NDArray[np.intp], marks: Floats) -> Floats:
    """Return the box of every label once none wants to move to a cheaper one."""
    boxes = np.full((len(places), 4), np.nan)
    chosen = np.full(len(places), -1)
    for _ in range(_SWEEPS):
        moved = False
        for label in order:
            candidates, costs = places[label]
            others = np.delete(boxes, label, axis=0)
            taken = np.vstack([marks, others[~np.isnan(others[:, 0])]])
            best = int(np.argmin(costs + _covering(candidates, taken)))
            moved = moved or best != chosen[label]
            chosen[label] = best
            boxes[label] = candidates[best]
        if not moved:
            break
    return boxes


def _candidates(anchor: Floats, size: Floats, radius: float, bounds: Bounds) -> tuple[Floats, Floats]:
    """Return places around a mark, shape (places, 2), and what each costs before others are looked at."""
    left, bottom, right, top = bounds
    reach = max(right - left, top - bottom)
    distances = np.concatenate([radius + np.array([2.5, 5, 9, 14, 20, 28, 38, 50, 65, 82]), np.arange(100, reach, 24)])
    directions = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1)
    # A label stands off by its nearest edge, not by its centre, so that long names come as close as short ones.
    centres = anchor + directions[:, None] * (distances[None, :, None] + size / 2)
    costs = _LIKING[:, None] + 0.35 * (distances - distances[0])[None]
    centres, costs = centres.reshape(-1, 2), costs.reshape(-1)
    low, high = np.array([left, bottom]) + size / 2, np.array([right, top]) - size / 2
    inside = ((centres >= low) & (centres <= high)).all(axis=1)
    if not inside.any():
        return np.clip(centres, low, np.maximum(low, high)), costs
    return centres[inside], costs[inside]


def _touched(boxes: Floats, lines: Floats) -> NDArray[np.intp]:
    """Return how many lines each of ``boxes`` lies on."""
    across = (boxes[:, None, 2] >= lines[None, :, 0]) & (boxes[:, None, 0] <= lines[None, :, 2])
    up = (boxes[:, None, 3] >= lines[None, :, 1]) & (boxes[:, None, 1] <= lines[None, :, 3])
    touched: NDArray[np.intp] = (across & up).sum(axis=1)
    return touched


def _covering(boxes: Floats, taken: Floats) -> Floats:
    """Return what covering costs each of ``boxes``: by how many of ``taken`` it touches and how much of them."""
    wide = np.minimum(boxes[:, None, 2], taken[None, :, 2]) - np.maximum(boxes[:, None, 0], taken[None, :, 0])
    high = np.minimum(boxes[:, None, 3], taken[None, :, 3]) - np.maximum(boxes[:, None, 1], taken[None, :, 1])
    area = np.clip(wide, 0, None) * np.clip(high, 0, None)
    costs: Floats = (area > 0).sum(axis=1) * _OVERLAP_COST + area.sum(axis=1) * _AREA_COST
    return costs
