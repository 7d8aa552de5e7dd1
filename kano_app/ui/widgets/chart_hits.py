"""What lies under the mouse on a chart, and which part of it is seen."""

from collections.abc import Mapping, Sequence
from typing import Any

from kano_app.i18n import Language

Point = tuple[float, float]
Rows = dict[str, str]
"""Key → what hovering tells."""
Window = tuple[Point, Point]
"""Both limits of x and of y."""

_NEAR = 16.0
"""Pixels within which a point is meant."""
_MOST = 20.0
"""How far one may zoom in."""
_TICKS = 5


def nearest(
    axes: Any,  # noqa: ANN401 - matplotlib is untyped
    place: Point,
    points: Mapping[str, Point],
    rows: Mapping[str, Point] | None,
    ratio: float,
) -> str | None:
    """Return the key of the point near a place in pixels, or of the row at its height."""
    x, y = place
    if rows is not None:
        _, at = axes.transData.inverted().transform((x, y))
        return next((key for key, (middle, half) in rows.items() if abs(at - middle) <= half), None)
    near = {
        key: (px - x) ** 2 + (py - y) ** 2
        for key, point in points.items()
        for px, py in [axes.transData.transform(point)]
    }
    key = min(near, key=near.__getitem__, default=None)
    return key if key is not None and near[key] <= (_NEAR * ratio) ** 2 else None


def row_places(axes: Any, keys: Sequence[str]) -> dict[str, Point]:  # noqa: ANN401
    """Return key → (middle, half the height) of the rows in data; they stand where their names stand."""
    from kano_app.charts.fitted_text import FittedText  # noqa: PLC0415 - loaded by now

    names = [one for one in axes.texts if type(one) is FittedText and not one.get_rotation()]
    heights = [float(one.get_position()[1]) for one in names]
    if len(heights) != len(keys):
        return {}
    half = abs(heights[1] - heights[0]) / 2 if len(heights) > 1 else 0.5
    return {key: (height, half) for key, height in zip(keys, heights, strict=True)}


def whole(axes: Any) -> Window:  # noqa: ANN401
    """Return what is seen without zoom."""
    return tuple(axes.get_xlim()), tuple(axes.get_ylim())


def zoomed(axes: Any, everything: Window, factor: float, place: Point | None) -> Window | None:  # noqa: ANN401
    """Return what is seen nearer or farther, around a place in pixels or the middle; ``None`` for everything."""
    now = whole(axes)
    middle = tuple((low + high) / 2 for low, high in now)
    if place is not None:
        middle = tuple(axes.transData.inverted().transform(place))
    (left, right), (low, high) = (
        (at - (at - start) / factor, at + (end - at) / factor) for at, (start, end) in zip(middle, now, strict=True)
    )
    wide, all_wide = abs(right - left), abs(everything[0][1] - everything[0][0])
    if wide >= all_wide:
        return None
    return now if wide * _MOST < all_wide else _kept(((left, right), (low, high)), everything)


def panned(axes: Any, everything: Window, start: Point, end: Point) -> Window:  # noqa: ANN401
    """Return what is seen once the chart is moved from one place in pixels to another, not beyond its end."""
    back = axes.transData.inverted().transform
    (x0, y0), (x1, y1) = back(start), back(end)
    (left, right), (low, high) = whole(axes)
    return _kept(((left + x0 - x1, right + x0 - x1), (low + y0 - y1, high + y0 - y1)), everything)


def _kept(window: Window, everything: Window) -> Window:
    """Return a part moved into the whole."""
    found = []
    for (start, end), ends in zip(window, everything, strict=True):
        least, most = sorted(ends)
        low, high = sorted((start, end))
        by = max(least - low, 0.0) - max(high - most, 0.0)
        found.append((start + by, end + by))
    return found[0], found[1]


def mark_row(axes: Any, keys: Sequence[str], chosen: str, color: str) -> None:  # noqa: ANN401
    """Give the selected row the ground of what is selected."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - loaded by now
    from matplotlib.transforms import blended_transform_factory  # noqa: PLC0415

    places = row_places(axes, keys)
    if chosen in places:
        middle, half = places[chosen]
        ground = Rectangle(
            (0, middle - half),
            1,
            2 * half,
            transform=blended_transform_factory(axes.figure.transFigure, axes.transData),
            facecolor=color,
            edgecolor="none",
            clip_on=False,
            zorder=-1,
        )
        axes.add_patch(ground)


def in_window(axes: Any, window: Window, style: Any, language: Language) -> None:  # noqa: ANN401
    """Show a part of a map: what lies outside is cut off, and the names of its corners are put away."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator  # noqa: PLC0415 - loaded by now

    axes.set_xlim(*window[0])
    axes.set_ylim(*window[1])
    for line in axes.lines:
        line.set_clip_box(axes.bbox)
        line.set_clip_on(True)
    for text in axes.texts:
        text.set_visible(False)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(_TICKS))
        axis.set_major_formatter(FuncFormatter(lambda value, _: language.plain_number(value)))
        for label in axis.get_ticklabels():
            label.set(fontproperties=style.font(small=True), color=style.muted)
