"""A chart in a matplotlib figure: on the screen, and as a picture made anywhere, in a thread of a job, too."""

import io
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from kano_app.ui.widgets.chart_style import DOTS, POINTS, screen_style

Draw = Callable[[Any, Any], None]
"""Draws on Axes, in a Style."""
Inset = tuple[float, float, float, float]
"""Left, bottom, right, top of the axes in points, for what stands outside of them."""
Size = tuple[float, float]
"""Width and height in inches."""

MAP_SIZE: Size = (9.0, 7.5)
"""Of the picture of a map, whatever the window: all names up to forty have their room."""
ROWS_WIDTH = 8.0
"""Inches of the picture of rows, which are as high as they are."""
_SHARPER = 2
_KEY_WIDTH = 190.0
"""Points of a column of the key."""


class Frame(Hashable, Protocol):
    """Draws on Axes, in a Style, what does not change with the answers; equal to what draws the same."""

    def __call__(self, axes: Any, style: Any, /) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Draw it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chart shows."""

    draw: Draw
    inset: Inset
    overlay: Draw | None = None
    """What is drawn over it on the screen and not in its pictures."""
    frame: Frame | None = None
    """What is drawn before it."""


def fill(figure: Any, drawing: Drawing, style: Any) -> Any:  # noqa: ANN401 - matplotlib is untyped
    """Draw a chart into a figure and return its axes."""
    axes = framed(figure, drawing, style)
    drawing.draw(axes, style)
    return axes


def framed(figure: Any, drawing: Drawing, style: Any) -> Any:  # noqa: ANN401
    """Draw the frame of a chart into a figure and return its axes."""
    width, height = (inches * POINTS for inches in figure.get_size_inches())
    left, bottom, right, top = drawing.inset
    box = (
        left / width,
        bottom / height,
        max((width - left - right) / width, 0.05),
        max((height - bottom - top) / height, 0.05),
    )
    axes = figure.add_axes(box)
    if drawing.frame is not None:
        drawing.frame(axes, style)
    return axes


def labels_of(axes: Any) -> Any:  # noqa: ANN401
    """Return the labels of a map; ``None`` of another chart."""
    from kano_app.charts.labels import MapLabels  # noqa: PLC0415 - heavy, and loaded by now

    return next((one for one in axes.artists if isinstance(one, MapLabels)), None)


def picture(drawing: Drawing, form: str, size: Size, language: str) -> bytes:
    """Return a chart as "png" or "svg" on a white ground, with the key of its numbers where names do not fit."""
    figure, labels = _drawn(drawing, size, language)
    key = labels.key() if labels is not None else []
    if key:
        from kano_app.charts.number_key import EDGE, LINE  # noqa: PLC0415 - loaded by now

        rows = int((size[1] * POINTS - 2 * EDGE) // LINE)
        columns = -(-len(key) // rows)
        left, bottom, right, top = drawing.inset
        wider = columns * _KEY_WIDTH
        room = replace(drawing, inset=(left, bottom, right + wider, top))
        figure, _ = _drawn(room, (size[0] + wider / POINTS, size[1]), language)
        _write_key(figure, key, rows, columns, language)
    out = io.BytesIO()
    # Without a date the same chart gives the same bytes.
    metadata = {"Date": None} if form == "svg" else {"Software": None}
    figure.savefig(out, format=form, dpi=_SHARPER * DOTS, facecolor="white", metadata=metadata)
    return out.getvalue()


def _drawn(drawing: Drawing, size: Size, language: str) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - heavy, and loaded by now
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=size, dpi=DOTS)
    FigureCanvasAgg(figure)
    figure.set_facecolor("none")
    labels = labels_of(fill(figure, drawing, screen_style(None, language)))
    if labels is not None:
        labels.may_number()
        figure.draw_without_rendering()
    return figure, labels


def _write_key(figure: Any, key: list[tuple[str, str]], rows: int, columns: int, language: str) -> None:  # noqa: ANN401
    from kano_app.charts.number_key import EDGE, draw_key  # noqa: PLC0415 - loaded by now

    width, height = (inches * POINTS for inches in figure.get_size_inches())
    entries = sorted(key, key=lambda one: (len(one[0]), one[0]))
    left = width - columns * _KEY_WIDTH + EDGE
    draw_key(figure, entries, left, height - EDGE, _KEY_WIDTH, rows, screen_style(None, language))
