"""What is written at the edges of a map: the names of its regions in their corners, and the titles of its axes."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation, Transform

from kano_app.charts.boxes import boxes_at, overlap
from kano_app.charts.label_drawing import clear_ground
from kano_app.charts.style import Style
from kano_app.domain.category import Category
from kano_app.i18n import Language
from kano_app.wording.categories import category_name

Point = tuple[float, float]

_CORNERS = {
    Category.INDIFFERENT: (False, False),
    Category.ATTRACTIVE: (False, True),
    Category.PERFORMANCE: (True, True),
    Category.MUST_BE: (True, False),
}
"""Whether a region's name stands at the right, and at the top."""
_ASIDE, _INTO = 8.0, 11.0
"""Points by which the name of a region stands off its corner, across and up."""
_STEPS = sorted(((across, up) for across in range(0, 90, 15) for up in range(0, 60, 12)), key=sum)
"""Points by which it goes further in, where marks stand in the corner."""
_CLEAR = 1.0
_ABOVE_LINES = 2.7
"""Above lines and crosses, below marks and the names of features."""
_INCH = 72


def corner_names(axes: Axes, language: Language, style: Style, points: Sequence[Point]) -> list["CornerName"]:
    """Return the names of the quarters, drawn in the corners of the frame off the marks at the points."""
    found = [
        CornerName(axes, category, (float(at[0]), float(at[1])), at, (0.5, 0.5), axes.transAxes, language, style)
        for category, at in _CORNERS.items()
    ]
    for one in found:
        one.keep_off(points)
        axes.add_artist(one)
    return found


class CornerName(Text):
    """The name of a region in its corner, off the marks; its letter where the region is too narrow for the name."""

    def __init__(
        self,
        axes: Axes,
        category: Category,
        corner: Point,
        at: tuple[bool, bool],
        room: Point,
        space: Transform,
        language: Language,
        style: Style,
    ) -> None:
        """Stand off a corner, towards the middle of the map.

        Args:
            axes: of the map.
            category: of the region.
            corner: in the coordinates of ``space``.
            at: whether the corner is at the right, and at the top.
            room: width and height of the region, in the same coordinates.
            space: from those coordinates to pixels.
            language: of the name.
            style: of the map.

        """
        right, top = at
        self._texts = category_name(category, language).upper(), category.letter
        self._map, self._room, self._space = axes, room, space
        self._inwards = np.array([-1.0 if right else 1.0, -1.0 if top else 1.0])
        self._points: Any = np.empty((0, 2))
        self._mark, self._style = style.mark_size + _CLEAR, style
        self._chosen_for: tuple[float | bytes, ...] = ()
        super().__init__(
            *corner,
            self._texts[0],
            color=style.muted,
            fontproperties=style.font(small=True),
            horizontalalignment="right" if right else "left",
            verticalalignment="top" if top else "bottom",
            parse_math=False,
            zorder=_ABOVE_LINES,
        )
        self._shift(0, _INTO)

    def keep_off(self, points: Sequence[Point]) -> None:
        """Go further in where a mark at one of the points would cover it."""
        self._points = np.array(points, dtype=np.float64).reshape(-1, 2)

    def get_window_extent(self, renderer: Any = None, dpi: float | None = None) -> Any:  # noqa: ANN401 - matplotlib's
        """Return the box of what is written, chosen for the size of the moment."""
        if renderer is not None:
            self._choose(renderer)
        return super().get_window_extent(renderer, dpi)

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Choose, then draw on clear ground."""
        self._choose(renderer)
        if self.get_text():
            clear_ground(renderer, [super().get_window_extent(renderer).extents], self._style)
        super().draw(renderer)

    def _shift(self, across: float, up: float) -> None:
        """Stand so many points further in."""
        inches = self._inwards * (_ASIDE + across, up) / _INCH
        self.set_transform(
            self._space + ScaledTranslation(float(inches[0]), float(inches[1]), self._map.figure.dpi_scale_trans)
        )

    def _choose(self, renderer: Any) -> None:  # noqa: ANN401 - any renderer
        (left, low), (right, high) = self._space.transform([(0, 0), self._room])
        point = renderer.points_to_pixels(1.0)
        at = self._map.transData.transform(self._points)
        chosen_for = (left, low, right, high, point, at.tobytes())
        if chosen_for == self._chosen_for:
            return
        self._chosen_for = chosen_for
        wide, high = np.abs([right - left, high - low]) / point
        measured = renderer.get_text_width_height_descent(self._texts[0], self.get_fontproperties(), ismath=False)
        spare = wide - measured[0] / point - 2 * _ASIDE
        self.set_text(self._texts[int(spare < 0)])
        self._shift(0, 0)
        extent = super().get_window_extent(renderer)
        into = min(_INTO, (high - extent.height / point) / 2)
        if into < 0:
            self.set_text("")  # not even one line fits
            return
        self._shift(0, into)
        extent = super().get_window_extent(renderer)
        tall = high - extent.height / point - 2 * into
        half = self._mark * point
        beside = boxes_at(at, 2 * np.maximum(half, [[extent.width, extent.height]]))
        for taken in (beside, boxes_at(at, np.full((1, 2), 2 * half))):  # rather leave room for a name beside a mark
            for across, up in _STEPS:
                if across > max(spare, 0) or up > max(tall, 0):
                    continue
                moved = np.array([extent.extents]) + np.tile(self._inwards * (across, up) * point, 2)
                if not overlap(moved, taken).any():
                    self._shift(across, into + up)
                    return


class AxisTitles(Artist):
    """Keeps the titles of a map's axes within its sides: what stands before the colon is enough where it is small."""

    def __init__(self, axes: Axes, titles: tuple[str, str]) -> None:
        """Take the titles of x and y."""
        super().__init__()
        self._axes, self._titles = axes, titles
        self.set_figure(axes.figure)
        self.set_zorder(-10)  # before the axes, which draw the titles

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Choose what is written; the axes write it."""
        box = self._axes.get_window_extent(renderer)
        labels = (self._axes.xaxis.label, self._axes.yaxis.label)
        for label, title, room in zip(labels, self._titles, (box.width, box.height), strict=True):
            needed, _, _ = renderer.get_text_width_height_descent(title, label.get_fontproperties(), ismath=False)
            label.set_text(title if needed <= room else re.split("[:\N{FULLWIDTH COLON}]", title)[0])
