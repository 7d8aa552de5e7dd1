"""Where the labels of a map go, so that none covers another, a mark or the frame."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.charts.boxes import (
    Bounds,
    Flags,
    Floats,
    boxes_at,
    lines_on_boxes,
    lines_on_lines,
    nearest_ends,
    overlap,
    touches,
    within,
)

_ANGLES = np.radians([0, 180, 90, 270, 30, 330, 150, 210, 60, 300, 120, 240])
_LIKING = np.array([0, 1, 2, 2.5, 1.5, 1.5, 2.5, 2.5, 2.5, 3, 3, 3.5])
_CROWD = 60.0
"""Distance within which marks count as each other's neighbours."""
_SWEEPS = 6
_OVERLAP_COST = 1000.0
_AREA_COST = 4.0
_LINE_COST = 6.0
_LEADER_COST, _LEADERS_COST, _MARK_COST = 60.0, 25.0, 40.0
"""What a leader costs that runs over a label, one that crosses another, and one that runs over a mark or a text."""
_FAR_COST = 0.35
_ASTRAY_COST, _DOUBT_COST = 50.0, 7.0
"""What it costs to stand nearer to another mark than to one's own, and to stand hardly farther from it."""
_DOUBTFUL = 1.6
"""So many times the way to its own mark a name should be away from every other."""
_LED = 3.0
"""So many halves of a mark are between it and a label to which a leader leads."""
_OFF = 1.3
"""So many halves of a mark are between its middle and the beginning of its leader."""
_NEARLY = 0.5
_FIRST = 2.5
_DISTANCES = np.array([_FIRST, 5, 9, 14, 20, 28, 38, 50, 65, 82])
_GRID = 14
"""Places across and up the whole map, for a label that finds none near its mark."""
_LOOKED_AT = 12
"""So many of the cheapest places are looked at for what their leaders cross."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the labels stand, and how well."""

    centres: Floats
    free: Flags
    """Which labels cover no mark and no obstacle, and lie inside the bounds."""
    clear: Flags
    """Which labels are free and cover no other label."""
    crossed: int
    """How many labels a leader runs over."""
    astray: int
    """How many labels stand nearer to another mark than to their own."""
    struck: int
    """How many leaders run over a mark."""
    farthest: float
    """The longest way from a mark to its label."""


def place_labels(
    anchors: Floats,
    sizes: Floats,
    radius: float,
    bounds: Bounds,
    obstacles: Sequence[Bounds] | Floats = (),
    lines: Sequence[Bounds] | Floats = (),
) -> Placement:
    """Place labels beside their marks.

    Args:
        anchors: the marks, shape (labels, 2).
        sizes: width and height of each label, shape (labels, 2), in the same unit.
        radius: half the width of a mark; labels keep clear of all marks.
        bounds: left, bottom, right, top; labels stay inside as far as they fit at all.
        obstacles: left, bottom, right, top of what else is to be kept clear.
        lines: left, bottom, right, top of thin lines that are better not crossed, but may be.

    Every label chooses the cheapest of some hundred places around its mark, the crowded ones first, and again in
    turn until none wants to move. Near is cheaper than far, and beside is cheaper than above or below; a label that
    finds no free place there takes the nearest one of the whole map.

    """
    if not len(anchors):
        none = np.empty(0, dtype=bool)
        return Placement(np.empty((0, 2)), none, none, 0, 0, 0, 0.0)
    return _Placing(anchors, sizes, radius, bounds, obstacles, lines).settled()


class _Placing:
    """The labels on their way to their places."""

    def __init__(
        self,
        anchors: Floats,
        sizes: Floats,
        radius: float,
        bounds: Bounds,
        obstacles: Sequence[Bounds] | Floats,
        lines: Sequence[Bounds] | Floats,
    ) -> None:
        self._anchors, self._sizes, self._radius, self._bounds = anchors, sizes, radius, bounds
        marks = np.hstack([anchors - radius, anchors + radius])
        self._marks = marks
        self._taken = np.vstack([marks, np.array(obstacles).reshape(-1, 4)])
        self._lines = np.array(lines).reshape(-1, 4)
        self._boxes = np.full((len(anchors), 4), np.nan)
        self._near = [self._priced(label, self._around(label)) for label in range(len(anchors))]
        self._far: dict[int, tuple[Floats, Floats]] = {}

    def settled(self) -> Placement:
        """Move until no label wants to move to a cheaper place."""
        gaps = np.linalg.norm(self._anchors[:, None] - self._anchors[None], axis=2)
        order = np.argsort(-np.exp(-gaps / _CROWD).sum(axis=1), kind="stable")
        for _ in range(_SWEEPS):
            before = self._boxes.copy()
            for label in order:
                self._boxes[label] = self._cheapest(label)
            if np.array_equal(before, self._boxes):
                break
        return self._judged()

    def _judged(self) -> Placement:
        boxes = self._boxes
        free = ~(overlap(boxes, self._taken) > 0).any(axis=1) & within(boxes, self._bounds)
        shared = overlap(boxes, boxes) > 0
        np.fill_diagonal(shared, val=False)
        ends = nearest_ends(self._anchors, boxes)
        ways = np.linalg.norm(ends - self._anchors, axis=1)
        led = ways > _LED * self._radius
        over = lines_on_boxes(self._anchors, ends, boxes)
        np.fill_diagonal(over, val=False)
        return Placement(
            (boxes[:, :2] + boxes[:, 2:]) / 2,
            free,
            free & ~shared.any(axis=1),
            int(over.any(axis=0).sum()),
            int((_ways(boxes, self._anchors).min(axis=1) < ways - _NEARLY).sum()),
            int(lines_on_boxes(self._off(ends)[led], ends[led], self._marks).any(axis=1).sum()),
            float(ways.max()),
        )

    def _off(self, ends: Floats, label: int | slice = slice(None)) -> Floats:
        """Return where leaders to ends begin: at the edge of their marks."""
        along = ends - self._anchors[label]
        far = np.maximum(np.linalg.norm(along, axis=1), _OFF * self._radius)[:, None]
        starts: Floats = self._anchors[label] + along / far * _OFF * self._radius
        return starts

    def _cheapest(self, label: int) -> Floats:
        others = np.delete(self._boxes, label, axis=0)
        there = ~np.isnan(others[:, 0])
        others, theirs = others[there], np.delete(self._anchors, label, axis=0)[there]
        boxes, costs = self._near[label]
        costs = costs + _covering(boxes, others)
        if costs.min() >= _OVERLAP_COST:
            if label not in self._far:
                self._far[label] = self._priced(label, self._anywhere(label))
            far, more = self._far[label]
            boxes, costs = np.vstack([boxes, far]), np.concatenate([costs, more + _covering(far, others)])
        if len(others):
            best: NDArray[np.intp] = np.argsort(costs, kind="stable")[:_LOOKED_AT]
            boxes, costs = boxes[best], costs[best] + self._leading(label, boxes[best], others, theirs)
        found: Floats = boxes[int(np.argmin(costs))]
        return found

    def _leading(self, label: int, boxes: Floats, others: Floats, theirs: Floats) -> Floats:
        """Return what the leaders of a label at its places cost, and the leaders of others that run over it."""
        starts = np.repeat(self._anchors[label][None], len(boxes), axis=0)
        ends, other_ends = nearest_ends(starts, boxes), nearest_ends(theirs, others)
        over = lines_on_boxes(starts, ends, others).sum(axis=1)
        under = lines_on_boxes(theirs, other_ends, boxes).sum(axis=0)
        across = lines_on_lines(starts, ends, theirs, other_ends).sum(axis=1)
        marks = lines_on_boxes(self._off(ends, label), ends, self._taken).sum(axis=1)
        costs: Floats = _LEADER_COST * (over + under) + _LEADERS_COST * across + _MARK_COST * marks
        return costs

    def _around(self, label: int) -> tuple[Floats, Floats]:
        """Return places around a mark, shape (places, 2), and what each costs by its distance and side."""
        left, bottom, right, top = self._bounds
        more = np.arange(100, max(right - left, top - bottom), 24)
        distances = self._radius + np.concatenate([_DISTANCES, more])
        directions = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1)
        # A label stands off by its nearest edge, not by its centre, so that long names come as close as short ones.
        centres = self._anchors[label] + directions[:, None] * (distances[None, :, None] + self._sizes[label] / 2)
        costs = _LIKING[:, None] + _FAR_COST * (distances - distances[0])[None]
        return centres.reshape(-1, 2), costs.reshape(-1)

    def _anywhere(self, label: int) -> tuple[Floats, Floats]:
        """Return places all over the map."""
        low, high = self._inner(label)
        across, up = (np.linspace(low[axis], high[axis], _GRID) for axis in (0, 1))
        centres = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
        boxes = boxes_at(centres, self._sizes[label][None])
        away = np.linalg.norm(nearest_ends(self._anchors[label][None], boxes) - self._anchors[label], axis=1)
        return centres, _LIKING.max() + _FAR_COST * away

    def _inner(self, label: int) -> tuple[Floats, Floats]:
        """Return the corners between which the centre of a label keeps it inside."""
        left, bottom, right, top = self._bounds
        half = self._sizes[label] / 2
        low = np.array([left, bottom]) + half
        return low, np.maximum(low, np.array([right, top]) - half)

    def _priced(self, label: int, places: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
        """Return the boxes of the places inside the bounds, all pushed inside where none is, and their costs."""
        centres, costs = places
        low, high = self._inner(label)
        inside = ((centres >= low) & (centres <= high)).all(axis=1)
        if inside.any():
            centres, costs = centres[inside], costs[inside]
        else:
            centres = np.clip(centres, low, high)
        boxes = boxes_at(centres, self._sizes[label][None])
        costs = costs + _LINE_COST * touches(boxes, self._lines).sum(axis=1) + self._doubt(label, boxes)
        return boxes, costs + _covering(boxes, self._taken)

    def _doubt(self, label: int, boxes: Floats) -> Floats:
        """Return what it costs a label to stand where it could be the name of another mark."""
        ways = _ways(boxes, self._anchors)
        own = ways[:, label].copy()
        ways[:, label] = np.inf
        other = ways.min(axis=1)
        costs: Floats = _ASTRAY_COST * (other < own - _NEARLY) + _DOUBT_COST * (other < _DOUBTFUL * own)
        return costs


def _ways(boxes: Floats, anchors: Floats) -> Floats:
    """Return how far each box is from each anchor."""
    away = np.clip(anchors[None], boxes[:, None, :2], boxes[:, None, 2:]) - anchors[None]
    ways: Floats = np.sqrt((away * away).sum(axis=2))
    return ways


def _covering(boxes: Floats, taken: Floats) -> Floats:
    """Return what covering costs each of ``boxes``: by how many of ``taken`` it touches and how much of them."""
    area = overlap(boxes, taken)
    costs: Floats = (area > 0).sum(axis=1) * _OVERLAP_COST + area.sum(axis=1) * _AREA_COST
    return costs
