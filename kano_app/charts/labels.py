"""Text that knows its width only when it is drawn: shortened names, and map labels that keep clear of each other."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from kano_app.charts.label_placement import place_labels
from kano_app.charts.style import Style
from kano_app.wording.literal import shortened

_GAP = 1.2
"""Room kept free around a label, in points."""
_WIDEST = 0.34
"""Share of the map's width that a name may take."""
_LEADER = 9.0
"""Points between a mark and its label from which on a thin line joins them."""


def fitted(text: str, width: float, measure: Any) -> str:  # noqa: ANN401 - a renderer's bound measuring call
    """Return text with its middle cut out so that it takes at most ``width``, as ``measure`` sees it."""
    if measure(text) <= width:
        return text
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(shortened(text, middle)) <= width:
            low = middle
        else:
            high = middle - 1
    return shortened(text, low)


class FittedText(Text):
    """A text that is shortened to a width in points when it is drawn."""

    def __init__(self, *args: Any, width: float, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to matplotlib
        """Take what ``Text`` takes, and the width."""
        super().__init__(*args, parse_math=False, **kwargs)
        self._whole = self.get_text()
        self._width_in_points = width

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Shorten, then draw."""
        measure = _measure(renderer, self.get_fontproperties())
        self.set_text(fitted(self._whole, renderer.points_to_pixels(self._width_in_points), measure))
        super().draw(renderer)


class MapLabels(Artist):
    """Names beside the marks of a map, placed anew for whatever size the map is drawn at."""

    def __init__(
        self,
        axes: Axes,
        points: Sequence[tuple[float, float]],
        names: Sequence[str],
        style: Style,
        avoid: Sequence[Text] = (),
        lines: Sequence[Any] = (),
    ) -> None:
        """Keep the marks in data coordinates and their names; names wider than a third of the map are shortened.

        Labels keep clear of the texts to ``avoid``, too, and off the lines, in data coordinates, where there is room.
        """
        super().__init__()
        self._axes = axes
        self.set_figure(axes.figure)
        self.set_zorder(5)
        self._points, self._names, self._style = list(points), list(names), style
        self._avoid, self._lines = list(avoid), list(lines)

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Place the names, then draw them and the lines that lead to the far ones."""
        for text, leader in self.layout(renderer):
            if leader is not None:
                leader.draw(renderer)
            text.draw(renderer)

    def layout(self, renderer: Any) -> list[tuple[Text, Line2D | None]]:  # noqa: ANN401 - any renderer
        """Return the text and, where it stands far off, the line of every label."""
        if not self._points:
            return []
        point = renderer.points_to_pixels(1.0)
        font = self._style.font()
        measure = _measure(renderer, font)
        box = self._axes.get_window_extent(renderer)
        names = [fitted(name, _WIDEST * box.width, measure) for name in self._names]
        height = self._style.text_size * 1.12 * point
        sizes = np.array([(measure(name), height) for name in names]) + 2 * _GAP * point
        anchors = self._axes.transData.transform(self._points)
        radius = self._style.mark_size * point
        taken = [text.get_window_extent(renderer).extents for text in self._avoid]
        crossed = [_extents(self._axes.transData.transform(line)) for line in self._lines]
        centres = place_labels(anchors, sizes, radius, (box.x0, box.y0, box.x1, box.y1), taken, crossed)
        return [
            self._placed(name, anchor, centre, size, point)
            for name, anchor, centre, size in zip(names, anchors, centres, sizes, strict=True)
        ]

    def _placed(self, name: str, anchor: Any, centre: Any, size: Any, point: float) -> tuple[Text, Line2D | None]:  # noqa: ANN401 - array rows
        text = Text(
            centre[0],
            centre[1],
            name,
            color=self._style.ink,
            fontproperties=self._style.font(),
            horizontalalignment="center",
            verticalalignment="center_baseline",
            parse_math=False,
        )
        text.set_figure(self._axes.figure)
        half = size / 2 - _GAP * point
        nearest = np.clip(anchor, centre - half, centre + half)
        away = nearest - anchor
        distance = float(np.hypot(*away))
        if distance < (self._style.mark_size + _LEADER) * point:
            return text, None
        start = anchor + away / distance * (self._style.mark_size + 1) * point
        leader = Line2D([start[0], nearest[0]], [start[1], nearest[1]], color=self._style.line, linewidth=0.6)
        leader.set_figure(self._axes.figure)
        return text, leader


def _extents(points: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - an array of points
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return left, bottom, right, top


def _measure(renderer: Any, font: Any) -> Any:  # noqa: ANN401 - a renderer has no type of its own
    return lambda text: renderer.get_text_width_height_descent(text, font, ismath=False)[0]
