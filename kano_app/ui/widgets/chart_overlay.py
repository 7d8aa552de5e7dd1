"""What the screen shows over a map: a ring around the selected feature, its name strong, numbers for lack of room."""

from typing import Any

from kano_app.ui.widgets.chart_figure import labels_of

_RING = 3.0
"""Points between a mark and the ring around it, which labels keep free around every mark."""
_LINE = 1.6


def draw_overlay(axes: Any, style: Any, *, place: int, ring: str) -> None:  # noqa: ANN401 - matplotlib is untyped
    """Draw over a map.

    Args:
        axes: of a map that has been drawn.
        style: its look.
        place: of the selected feature among those on the map, −1 for none.
        ring: the colour of its ring.

    """
    labels = labels_of(axes)
    if labels is None:
        return
    labels.may_number()
    labels.select(place, _RING)
    if place < 0:
        return
    x, y = labels.points[place]
    axes.plot(
        [x],
        [y],
        marker="o",
        markersize=2 * (style.mark_size + _RING) - _LINE,
        markerfacecolor="none",
        markeredgecolor=ring,
        markeredgewidth=_LINE,
        linestyle="none",
        clip_on=False,
        zorder=3.5,  # under the marks
    )
