"""Whether the names of a map will stand well on paper, asked before there is a page to draw it on."""

from collections.abc import Callable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from wcwidth import wcswidth

from kano_app.charts.labels import MapLabels

_LETTER, _ASCENT, _DESCENT = 0.54, 1.07, 0.29
"""Width of a letter, height above and depth below the line, of the faces that reports are set in."""
_POINTS = 72

Inset = tuple[float, float, float, float]


class _Estimate(RendererBase):
    """Knows about how wide texts are; draws nothing."""

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: object) -> tuple[float, float, float]:  # noqa: ANN401 - matplotlib's
        del ismath
        size = prop.get_size_in_points()
        wide = max(wcswidth(s) - len(s), 0)
        return size * (wide + _LETTER * (len(s) - wide)), size * (_ASCENT + _DESCENT), size * _DESCENT


def names_fit(draw: Callable[[Axes], None], size: tuple[float, float], inset: Inset) -> bool:
    """Return whether every name on a map of a size in points stands by its own mark and can be told to be its name."""
    (width, height), (left, bottom, right, top) = size, inset
    figure = Figure(figsize=(width / _POINTS, height / _POINTS), dpi=_POINTS)
    FigureCanvasBase(figure)
    box = (left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height)
    axes = figure.add_axes(box)
    draw(axes)
    return all(one.fit(_Estimate()) for one in axes.artists if isinstance(one, MapLabels))
