"""Labels of a map once they have their places: drawn at once, or as artists that can be asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from kano_app.charts.label_room import LabelRoom
from kano_app.charts.style import Style

_LEADER = 9.0
"""Points between a mark and its label from which on a thin line joins them."""
_THIN = 0.7
_DOTS = (0.1, 1.9)
"""Dot and gap of such a line, in points, with round ends: the lines of intervals are whole."""
_HALO, _OPACITY = 1.5, 0.88
"""Points beside a text that are cleared of lines, and how thoroughly."""

Placed = tuple[Text, Line2D | None]
"""A label and, where it stands far off, the line to its mark."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside its mark, in pixels."""

    text: str
    anchor: tuple[float, float]
    centre: tuple[float, float]
    strong: bool


def draw_ground(renderer: Any, labels: Sequence[Label], room: LabelRoom, style: Style) -> None:  # noqa: ANN401
    """Draw the lines that lead to far labels, and what keeps the lines of the map from striking the texts through."""
    pen = renderer.new_gc()
    pen.set_linewidth(renderer.points_to_pixels(_THIN))
    pen.set_foreground(style.muted)
    pen.set_capstyle("round")
    pen.set_dashes(0, [renderer.points_to_pixels(one) for one in _DOTS])
    for label in labels:
        if (ends := _leader(label, room, style)) is not None:
            renderer.draw_path(pen, Path(np.array(ends)), IdentityTransform())
    pen.restore()
    boxes = []
    for label in labels:
        wide, high, _ = room.line(label.text, style.font(strong=label.strong))
        (x, y), more = label.centre, _HALO * room.point
        boxes.append((x - wide / 2 - more, y - high / 2, x + wide / 2 + more, y + high / 2))
    clear_ground(renderer, boxes, style)


def clear_ground(renderer: Any, boxes: Sequence[Sequence[float]], style: Style) -> None:  # noqa: ANN401 - matplotlib's
    """Draw the colour of the ground, so that what lies under the boxes is hardly seen."""
    if not boxes:
        return
    wash = renderer.new_gc()
    wash.set_linewidth(0)
    wash.set_alpha(_OPACITY)
    wash.set_foreground(style.ground)
    colour = (*to_rgb(style.ground), _OPACITY)
    corners = [corner for x0, y0, x1, y1 in boxes for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(boxes)
    renderer.draw_path(wash, Path(np.array(corners), codes), IdentityTransform(), colour)
    wash.restore()


def draw(renderer: Any, labels: Sequence[Label], room: LabelRoom, style: Style) -> None:  # noqa: ANN401 - matplotlib's
    """Draw the texts.

    A text of matplotlib measures itself anew each time it is drawn; forty of them take longer than all the rest.
    """
    ink = renderer.new_gc()
    ink.set_foreground(style.ink)
    height = renderer.get_canvas_width_height()[1]
    for label in labels:
        font = style.font(strong=label.strong)
        wide, high, below = room.line(label.text, font)
        x, y = label.centre[0] - wide / 2, label.centre[1] - high / 2 + below
        renderer.draw_text(ink, x, height - y if renderer.flipy() else y, label.text, font, 0, ismath=False)
    ink.restore()


def artist(label: Label, room: LabelRoom, style: Style, figure: Any) -> Placed:  # noqa: ANN401 - matplotlib is untyped
    """Return a label as what matplotlib draws."""
    text = Text(
        *label.centre,
        label.text,
        color=style.ink,
        fontproperties=style.font(strong=label.strong),
        horizontalalignment="center",
        verticalalignment="center",
        parse_math=False,
    )
    text.set_figure(figure)
    ends = _leader(label, room, style)
    if ends is None:
        return text, None
    leader = Line2D(*zip(*ends, strict=True), color=style.muted, linewidth=_THIN)
    leader.set_figure(figure)
    return text, leader


def _leader(label: Label, room: LabelRoom, style: Style) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the ends of the line from a mark to a label that stands far off."""
    wide, high, _ = room.line(label.text, style.font(strong=label.strong))
    half = (wide / 2, high / 2)
    nearest = [
        min(max(at, centre - size), centre + size)
        for at, centre, size in zip(label.anchor, label.centre, half, strict=True)
    ]
    away = [end - at for end, at in zip(nearest, label.anchor, strict=True)]
    distance = hypot(*away)
    if distance < (style.mark_size + _LEADER) * room.point:
        return None
    off = (style.mark_size + 1) * room.point / distance
    start = (label.anchor[0] + away[0] * off, label.anchor[1] + away[1] * off)
    return start, (nearest[0], nearest[1])
