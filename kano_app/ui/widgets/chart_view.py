"""The one widget that hosts a chart: picked by mouse and keys, zoomed, saved and copied as a picture."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from kano_app.ui.context import Context
from kano_app.ui.widgets.chart_canvas import ChartCanvas
from kano_app.ui.widgets.chart_figure import (
    MAP_SIZE,
    ROWS_WIDTH,
    Draw,
    Drawing,
    Frame,
    Inset,
    Size,
    framed,
    labels_of,
)
from kano_app.ui.widgets.chart_hits import (
    Point,
    Rows,
    Window,
    in_window,
    mark_row,
    nearest,
    panned,
    row_places,
    whole,
    zoomed,
)
from kano_app.ui.widgets.chart_pictures import ChartPictures
from kano_app.ui.widgets.chart_pointer import ChartPointer
from kano_app.ui.widgets.chart_still import Still
from kano_app.ui.widgets.chart_style import DOTS, screen_style
from kano_app.ui.widgets.tips import plain_tip

__all__ = ["ChartView", "Draw", "Inset", "plain_tip"]

_ZOOM = 1.2
_CALM = 300
"""Milliseconds after which labels that followed their marks look for better places."""


class ChartView(ChartCanvas):
    """A chart of the charts package; ``points`` make it answer hover, click and zoom, ``rows`` hover and click."""

    picked = Signal(str)
    """The key of the point or row that was clicked, or reached by an arrow key."""
    numbered = Signal(bool)
    """Whether numbers stand for names on a map, after it was drawn."""

    def __init__(self, context: Context, name: str, alt: str) -> None:
        """Make an empty chart; ``name`` names its pictures, ``alt`` tells a screen reader what it shows."""
        super().__init__(context.colours.accent)
        self._context = context
        self.setAccessibleName(alt)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.pictures = ChartPictures(context, self, name, self._shown)
        self._axes: Any = None
        self._still: Still | None = None
        self._drawing: Drawing | None = None
        self._points: dict[str, tuple[Point, str]] = {}
        self._rows: Rows = {}
        self._window: Window | None = None
        self._whole: Window = ((0, 1), (0, 1))
        self._chosen = ""
        self._hurries = False
        self._settled: Any = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._settle)
        self.drawn.connect(self._tell_numbers)

    def put(
        self,
        draw: Draw,
        inset: Inset,
        points: dict[str, tuple[Point, str]] | None = None,
        *,
        rows: Rows | None = None,
        overlay: Draw | None = None,
        frame: Frame | None = None,
    ) -> None:
        """Show a chart.

        Args:
            draw: what draws it.
            inset: what stands outside of its axes.
            points: key → (place in data, what hovering tells), for a map.
            rows: key → what hovering tells, in the order of the names left of the bars.
            overlay: what is drawn over it on the screen and not in its pictures.
            frame: what is drawn before it, and not again while it stays the same.

        """
        self._drawing = Drawing(draw, inset, overlay, frame)
        self._points, self._rows = points or {}, rows or {}
        self._hurries = bool(self._points) and self._axes is not None
        self.later()

    @property
    def keys(self) -> list[str]:
        """What can be picked, in order."""
        return list(self._points or self._rows)

    @property
    def is_drawn(self) -> bool:
        """Whether anything is shown yet."""
        return self._axes is not None

    @property
    def can_zoom(self) -> bool:
        """Whether it is a map."""
        return bool(self._points)

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part is seen."""
        return self._window is not None

    def choose(self, key: str) -> None:
        """Take a point or row as the selected one, from which the arrow keys go on."""
        if key != self._chosen:
            self._chosen = key
            self.later()

    def pick(self, key: str) -> None:
        """Choose a point or row and say so."""
        self.choose(key)
        self.picked.emit(key)

    def tip(self, key: str) -> str:
        """Return what hovering over a point or row tells."""
        return self._rows[key] if key in self._rows else self._points[key][1]

    def key_at(self, place: QPoint) -> str | None:
        """Return the key of the point or row under the mouse."""
        places = row_places(self._axes, list(self._rows)) if self._rows else None
        points = {key: point for key, (point, _) in self._points.items()}
        return nearest(self._axes, self._pixels(place), points, places, self._canvas.device_pixel_ratio)

    # drawing

    def redraw(self, figure: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Draw what was put."""
        figure.set_facecolor(self._context.colours.surface)
        if self._drawing is None:
            return
        style = screen_style(self._context.colours, self._context.language.code)
        self._axes = framed(figure, self._drawing, style)
        self._still = None
        if self._drawing.frame is not None and self._window is None:
            self._still = Still(self._canvas, self._axes, self._drawing.frame)
        self._fill(self._drawing, style)
        self._whole = whole(self._axes)
        if self._still is not None:
            self._still.set_apart()
        if self._rows:
            mark_row(self._axes, list(self._rows), self._chosen, self._context.colours.selected)
        if self._window is not None:
            in_window(self._axes, self._window, style, self._context.language)

    def _fill(self, drawing: Drawing, style: Any) -> None:  # noqa: ANN401 - it is loaded late
        """Draw what changes with the answers and the choice."""
        drawing.draw(self._axes, style)
        if self._hurries and (labels := labels_of(self._axes)) is not None:
            labels.hurry(self._settled)
            self._calm.start()
        if drawing.overlay is not None:
            drawing.overlay(self._axes, style)

    def follow(self) -> bool:
        """Draw a map anew within its frame, where that is the same."""
        still, drawing = self._still, self._drawing
        if still is None or drawing is None or self._window is not None or not still.fits(drawing.frame):
            return False
        still.clear()
        self._fill(drawing, screen_style(self._context.colours, self._context.language.code))
        still.set_apart()
        if still.again():
            self.drawn.emit()
        return True

    def painted(self) -> None:
        """Draw a map into its frame."""
        if self._still is not None:
            self._still.keep()

    def _settle(self) -> None:
        """Look for new places of the labels now that nothing has changed for a moment."""
        self._hurries = False
        self.later()

    def watch(self, canvas: Any) -> None:  # noqa: ANN401
        """Answer the mouse over the canvas."""
        ChartPointer(self, canvas)

    def _tell_numbers(self) -> None:
        labels = labels_of(self._axes) if self._points and self._axes is not None else None
        self._settled = labels.settled if labels is not None else None
        self.numbered.emit(labels is not None and labels.is_numbered)

    def _shown(self) -> tuple[Drawing, Size] | None:
        """Return what a picture shows: a map in a size of its own, rows as high as they are."""
        if self._drawing is None:
            return None
        return self._drawing, MAP_SIZE if self._points else (ROWS_WIDTH, max(self.height(), DOTS) / DOTS)

    # zoom

    def zoom(self, nearer: bool, place: QPoint | None = None) -> None:  # noqa: FBT001 - near or far
        """Zoom around the mouse, else the selected point, else the middle; never further out than the whole chart."""
        if self._axes is None or not self.can_zoom:
            return
        at = self._pixels(place) if place is not None else self._anchor()
        self._window = zoomed(self._axes, self._whole, _ZOOM if nearer else 1 / _ZOOM, at)
        self.later()

    def pan(self, start: QPoint, end: QPoint) -> None:
        """Move a part of a map as far as the mouse went."""
        self._window = panned(self._axes, self._whole, self._pixels(start), self._pixels(end))
        self.later()

    def zoom_out(self) -> None:
        """Show the whole chart again."""
        if self._window is not None:
            self._window = None
            self.later()

    def _anchor(self) -> Point | None:
        """Return where the selected point is seen, in pixels."""
        if self._chosen not in self._points:
            return None
        x, y = self._axes.transData.transform(self._points[self._chosen][0])
        return (float(x), float(y)) if self._axes.bbox.contains(x, y) else None

    def _pixels(self, place: QPoint) -> Point:
        ratio = self._canvas.device_pixel_ratio
        return place.x() * ratio, self._canvas.figure.bbox.height - place.y() * ratio

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom by + and −, out again by 0; arrows go from point to point."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(nearer=True)
            case Qt.Key.Key_Minus:
                self.zoom(nearer=False)
            case Qt.Key.Key_0:
                self.zoom_out()
            case Qt.Key.Key_Right | Qt.Key.Key_Down if self.keys:
                self._step(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up if self.keys:
                self._step(-1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Pick the next point, or the one before."""
        keys = self.keys
        self.pick(keys[(keys.index(self._chosen) + by) % len(keys)] if self._chosen in keys else keys[0])

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        self.pictures.add_to(menu)
        if self.is_zoomed:
            menu.addAction(self._context.icon("zoom-out"), self._context.tr("Show everything"), self.zoom_out)
        menu.exec(self.mapToGlobal(place))
