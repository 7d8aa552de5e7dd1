"""Measures what covers what on a map, as it is drawn."""

from itertools import combinations
from typing import Any

from kano_app.charts.corner_names import CornerName
from kano_app.charts.labels import MapLabels

_LEAST = 0.5
"""Pixels that count as covered."""


def labels_on(axes: Any) -> MapLabels:
    return next(one for one in axes.artists if isinstance(one, MapLabels))


def collisions(axes: Any) -> list[str]:
    """Return every label that covers another text or a mark, or leaves its room."""
    renderer = axes.figure.canvas.get_renderer()
    labels = labels_on(axes)
    names = [text for text, _ in labels.layout(renderer)]
    scales = [one for axis in (axes.xaxis, axes.yaxis) for one in (axis.label, *axis.get_ticklabels())]
    inside = [text for text in (*names, *axes.findobj(CornerName)) if text.get_visible()]
    boxes = [(one.get_text(), one.get_window_extent(renderer)) for one in (*inside, *scales) if one.get_text()]
    found = [
        f"{one} covers {other}" for (one, a), (other, b) in combinations(boxes, 2) if _shared(a.extents, b.extents)
    ]
    half = next(line for line in axes.lines if line.get_zorder() == 4).get_markersize() / 2 * axes.figure.dpi / 72
    marks = [(x - half, y - half, x + half, y + half) for x, y in axes.transData.transform(labels.points)]
    for text in names:
        box = text.get_window_extent(renderer).extents
        found += [f"{text.get_text()} covers a mark" for mark in marks if _shared(box, mark)]
        if not _is_in(box, axes.bbox.extents):
            found.append(f"{text.get_text()} leaves the frame")
    found += [f"{text} leaves the picture" for text, box in boxes if not _is_in(box.extents, axes.figure.bbox.extents)]
    return found


def _shared(one: Any, other: Any) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return bool(min(wide, high) > _LEAST)


def _is_in(box: Any, room: Any) -> bool:
    low = box[0] >= room[0] - _LEAST and box[1] >= room[1] - _LEAST
    return bool(low and box[2] <= room[2] + _LEAST and box[3] <= room[3] + _LEAST)
