"""The room of a map's labels at the moment it is drawn, in pixels."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Text

from kano_app.charts.boxes import Bounds, Floats
from kano_app.charts.fitted_text import Measure

GAP = 1.2
"""Room kept free around a label, in points."""
_MARGIN = 0.25
"""Of its height, kept free around a text to avoid, so that a label does not read as its second line."""
_ON_EDGE = 1.0
_MOST_MEASURED = 4096
_MEASURED: dict[tuple[type, float, int, str], tuple[float, float, float]] = {}
_TALL = "lp"
"""What matplotlib makes a line at least as high as."""


class LabelRoom:
    """The frame, the marks that are in it, and what labels keep clear of."""

    def __init__(
        self,
        renderer: Any,  # noqa: ANN401 - a renderer has no type of its own
        axes: Axes,
        points: Sequence[tuple[float, float]],
        avoid: Sequence[Text],
        lines: Sequence[Any],
    ) -> None:
        """Measure the map.

        Args:
            renderer: that draws it.
            axes: of the map.
            points: the marks in data coordinates.
            avoid: texts that labels keep clear of.
            lines: what they had better not lie on, in data coordinates.

        """
        self._renderer = renderer
        box = axes.get_window_extent(renderer)
        self.bounds: Bounds = (box.x0, box.y0, box.x1, box.y1)
        anchors = axes.transData.transform(points)
        low, high = np.array(self.bounds[:2]) - _ON_EDGE, np.array(self.bounds[2:]) + _ON_EDGE
        inside = np.flatnonzero(((anchors >= low) & (anchors <= high)).all(axis=1))
        self.seen = [int(place) for place in inside]
        """The places of the marks in the frame among all marks."""
        self.anchors: Floats = anchors[inside]
        self.taken = [_with_margin(text.get_window_extent(renderer).extents) for text in avoid if text.get_visible()]
        self.crossed = [_extents(axes.transData.transform(line)) for line in lines]
        self.point = float(renderer.points_to_pixels(1.0))

    @property
    def width(self) -> float:
        """Of the frame."""
        return self.bounds[2] - self.bounds[0]

    @property
    def area(self) -> float:
        """Of the frame."""
        return self.width * (self.bounds[3] - self.bounds[1])

    def measuring(self, font: Any) -> Measure:  # noqa: ANN401 - matplotlib is untyped
        """Return what measures the width of a text."""
        return lambda text: self._measured(text, font)[0]

    def sizes(self, texts: Sequence[str], font: Any) -> Floats:  # noqa: ANN401
        """Return width and height of texts as they are laid out, with the room around them, shape (texts, 2)."""
        found = [self.line(text, font)[:2] for text in texts]
        return np.array(found, dtype=np.float64).reshape(-1, 2) + 2 * GAP * self.point

    def line(self, text: str, font: Any) -> tuple[float, float, float]:  # noqa: ANN401
        """Return how wide and high a text is when it is laid out, and how far its baseline is from the bottom."""
        least = self._measured(_TALL, font)
        wide, high, down = self._measured(text, font)
        # The line is as high above its baseline and as deep below as the tallest letters.
        below = max(down, least[2])
        return wide, max(high - down, least[1] - least[2]) + below, below

    def _measured(self, text: str, font: Any) -> tuple[float, float, float]:  # noqa: ANN401
        """Return width, height and descent of a text; a map is drawn again with the same names many times."""
        key = (type(self._renderer), self.point, hash(font), text)
        if key not in _MEASURED:
            if len(_MEASURED) >= _MOST_MEASURED:
                _MEASURED.clear()
            _MEASURED[key] = self._renderer.get_text_width_height_descent(text, font, ismath=False)
        return _MEASURED[key]


def _with_margin(box: Any) -> Bounds:  # noqa: ANN401 - an array of the four sides
    left, bottom, right, top = box
    free = _MARGIN * (top - bottom)
    return left - free, bottom - free, right + free, top + free


def _extents(points: Any) -> Bounds:  # noqa: ANN401 - an array of points
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return left, bottom, right, top
