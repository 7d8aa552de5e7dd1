"""Drift: where each feature stood on the better–worse map in one wave, and where it stands in a later one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.analysis.waves import Step
from kano_app.charts.corner_names import corner_names
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import Point, draw_mark, outline_path, satisfaction_frame
from kano_app.charts.palette import mark
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import Category
from kano_app.i18n import Language

MIDDLE = (-0.5, 0.5)
"""Where the lines of the map stand, on Worse and on Better."""
_TAIL = 0.62
"""Size of the mark at an arrow's tail, in marks."""
_PIECES = 8
"""Into so many pieces an arrow is cut for the labels to keep clear of: the box around a slanted line is wide."""


def drifting(step: Step) -> list[tuple[int, FeatureResult, FeatureResult]]:
    """Return the features that have a place in both waves, with their numbers in the order of the step."""
    return [
        (number, change.before, change.after)
        for number, change in enumerate(step.changes, start=1)
        if change.before is not None and change.after is not None
        if _point(change.before) is not None and _point(change.after) is not None
    ]


def wave_drift(axes: Axes, step: Step, language: Language, style: Style = PRINT) -> None:
    """Draw the map with an arrow from where each feature was, in the muted shape of its category, to where it is.

    A feature that one wave only asked about, or that has no coefficients in one, is not drawn; the caller says so.
    Beyond ``MOST_NAMES`` features their numbers, their places in the step, stand for their names.
    """
    satisfaction_frame(axes, language, style, *MIDDLE)
    drift_marks(axes, step, language, style)


def drift_marks(axes: Axes, step: Step, language: Language, style: Style) -> None:
    """Draw into the frame of the map, with its lines at the ``MIDDLE``, what changes with the answers."""
    shown = drifting(step)
    heads: list[Point] = []
    pieces: list[Any] = []
    for _, before, after in shown:
        tail, head = _point(before), _point(after)
        assert tail is not None and head is not None  # noqa: S101, PT018 - drifting looked
        _draw_tail(axes, tail, before.category, style)
        axes.add_patch(_arrow(tail, head, style))
        draw_mark(axes, head, after.category, style)
        heads.append(head)
        pieces += _pieces(tail, head)
    middle = (((MIDDLE[0], 0.0), (MIDDLE[0], 1.0)), ((0.0, MIDDLE[1]), (-1.0, MIDDLE[1])))
    names = [after.feature.name for _, _, after in shown]
    numbers = [language.number(number) for number, _, _ in shown]
    corners = corner_names(axes, language, style, heads)
    axes.add_artist(MapLabels(axes, heads, names, style, corners, [*pieces, *middle], numbers))


def _point(result: FeatureResult) -> Point | None:
    if isinstance(result.worse, Blank) or isinstance(result.better, Blank):
        return None
    return result.worse, result.better


def _draw_tail(axes: Axes, point: Point, category: Category | None, style: Style) -> None:
    axes.plot(
        [point[0]],
        [point[1]],
        marker=outline_path(mark(category).outline),
        markersize=2 * style.mark_size * _TAIL,
        markerfacecolor=style.line,
        markeredgecolor=style.muted,
        markeredgewidth=0.4,
        linestyle="none",
        clip_on=False,
        zorder=3,
    )


def _arrow(tail: Point, head: Point, style: Style) -> FancyArrowPatch:
    return FancyArrowPatch(
        tail,
        head,
        arrowstyle="-|>,head_length=0.45,head_width=0.2",
        mutation_scale=8,
        shrinkA=_TAIL * style.mark_size,
        shrinkB=style.mark_size + 0.5,
        facecolor=style.muted,
        edgecolor=style.muted,
        linewidth=0.7,
        capstyle="butt",
        joinstyle="miter",
        zorder=2.5,
    )


def _pieces(tail: Point, head: Point) -> Sequence[Any]:
    corners = np.linspace(tail, head, _PIECES + 1)
    return list(np.stack([corners[:-1], corners[1:]], axis=1))
