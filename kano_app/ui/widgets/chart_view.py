"""The one widget that hosts a matplotlib figure: drawn when there is time, pictures to save and to copy."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.chart_hits import Point, Rows, in_window, nearest, row_places, whole, zoomed
from kano_app.ui.widgets.chart_style import DOTS, POINTS, screen_style
from kano_app.ui.widgets.tips import plain_tip

__all__ = ["ChartView", "Draw", "Inset", "plain_tip"]

Draw = Callable[[Any, Any], None]
"""Draws on Axes, in a Style."""
Inset = tuple[float, float, float, float]
"""Left, bottom, right, top of the axes in points, for what stands outside of them."""

_ZOOM = 1.2
_EDGE = 2
"""Pixels around the picture that show the focus."""


class ChartView(QWidget):
    """A chart of the charts package; ``points`` make it answer hover, click and zoom, ``rows`` hover and click."""

    picked = Signal(str)
    """The key of the point or row that was clicked, or reached by an arrow key."""

    def __init__(self, context: Context, name: str, alt: str) -> None:
        """Make an empty chart; ``name`` names its pictures, ``alt`` tells a screen reader what it shows."""
        super().__init__()
        self._context, self._name = context, name
        self.setAccessibleName(alt)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._canvas: Any = None
        self._axes: Any = None
        self._draw: Draw | None = None
        self._overlay: Draw | None = None
        self._inset: Inset = (0, 0, 0, 0)
        self._points: dict[str, tuple[Point, str]] = {}
        self._rows: Rows = {}
        self._window: tuple[Point, Point] | None = None
        self._whole: tuple[Point, Point] = ((0, 1), (0, 1))
        self._chosen = ""
        self._drag: QPoint | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._redraw)

    def put(
        self,
        draw: Draw,
        inset: Inset,
        points: dict[str, tuple[Point, str]] | None = None,
        *,
        rows: Rows | None = None,
        overlay: Draw | None = None,
    ) -> None:
        """Show a chart.

        Args:
            draw: what draws it.
            inset: what stands outside of its axes.
            points: key → (place in data, what hovering tells), for a map.
            rows: key → what hovering tells, in the order of the names left of the bars.
            overlay: what is drawn over it on the screen and not in its pictures.

        """
        self._draw, self._inset, self._overlay = draw, inset, overlay
        self._points, self._rows = points or {}, rows or {}
        self._timer.start()

    @property
    def keys(self) -> list[str]:
        """What can be picked, in order."""
        return list(self._points or self._rows)

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part is seen."""
        return self._window is not None

    def choose(self, key: str) -> None:
        """Take a point or row as the selected one, from which the arrow keys go on."""
        if key != self._chosen:
            self._chosen = key
            self._timer.start()

    def picture(self, form: str) -> bytes:
        """Return the chart as a picture, "png" or "svg", as large as on the screen, on a white ground."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - heavy, and loaded by now
        from matplotlib.figure import Figure  # noqa: PLC0415

        figure = Figure(figsize=(max(self.width(), 320) / DOTS, max(self.height(), 240) / DOTS), dpi=DOTS)
        FigureCanvasAgg(figure)
        figure.set_facecolor("none")
        self._fill(figure, screen_style(None, self._context.language.code))
        out = io.BytesIO()
        # Without a date the same chart gives the same bytes.
        metadata = {"Date": None} if form == "svg" else {"Software": None}
        figure.savefig(out, format=form, dpi=2 * DOTS, facecolor="white", metadata=metadata)
        return out.getvalue()

    def save(self, path: Path) -> None:
        """Write the chart as PNG or SVG, by the ending of the name."""
        path.write_bytes(self.picture("svg" if path.suffix.lower() == ".svg" else "png"))

    def copy(self) -> None:
        """Copy the chart to the clipboard."""
        QGuiApplication.clipboard().setImage(QImage.fromData(self.picture("png")))

    def zoom_out(self) -> None:
        """Show the whole chart again."""
        if self._window is not None:
            self._window = None
            self._timer.start()

    # drawing

    def _redraw(self) -> None:
        if self._draw is None or not self.isVisible() or self.width() < 2 * DOTS // 3:
            return
        if self._canvas is None:
            self._make_canvas()
        figure = self._canvas.figure
        figure.clear()
        figure.set_facecolor(self._context.colours.surface)
        style = screen_style(self._context.colours, self._context.language.code)
        self._axes = self._fill(figure, style)
        self._whole = whole(self._axes)
        if self._overlay is not None:
            self._overlay(self._axes, style)
        if self._rows:
            self._mark_row(figure)
        if self._window is not None:
            in_window(self._axes, self._window, style, self._context.language)
        self._canvas.draw_idle()

    def _make_canvas(self) -> None:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg  # noqa: PLC0415 - the window stands before it
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._canvas = FigureCanvasQTAgg(Figure(dpi=DOTS))  # type: ignore[no-untyped-call] # matplotlib types only part of itself
        self._canvas.setMouseTracking(True)
        self._canvas.installEventFilter(self)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        # Insets are in points, so the figure has to have its size before it is filled.
        self._canvas.resize(self.width() - 2 * _EDGE, self.height() - 2 * _EDGE)
        self._layout.addWidget(self._canvas)
        self._canvas.show()
        self._layout.activate()

    def _fill(self, figure: Any, style: Any) -> Any:  # noqa: ANN401 - matplotlib is untyped
        width, height = (inches * POINTS for inches in figure.get_size_inches())
        left, bottom, right, top = self._inset
        box = (
            left / width,
            bottom / height,
            max((width - left - right) / width, 0.05),
            max((height - bottom - top) / height, 0.05),
        )
        axes = figure.add_axes(box)
        assert self._draw is not None  # noqa: S101 - whoever calls looked
        self._draw(axes, style)
        return axes

    def _mark_row(self, figure: Any) -> None:  # noqa: ANN401
        """Give the selected row the ground of what is selected."""
        from matplotlib.patches import Rectangle  # noqa: PLC0415 - loaded by now
        from matplotlib.transforms import blended_transform_factory  # noqa: PLC0415

        places = row_places(self._axes, list(self._rows))
        if self._chosen in places:
            middle, half = places[self._chosen]
            ground = Rectangle(
                (0, middle - half),
                1,
                2 * half,
                transform=blended_transform_factory(figure.transFigure, self._axes.transData),
                facecolor=self._context.colours.selected,
                edgecolor="none",
                clip_on=False,
                zorder=-1,
            )
            self._axes.add_patch(ground)

    def showEvent(self, event: Any) -> None:  # noqa: N802, ANN401 - Qt's name
        """Draw what was put while nobody saw it."""
        super().showEvent(event)
        self._timer.start()

    def resizeEvent(self, event: Any) -> None:  # noqa: N802, ANN401
        """Draw anew at the new size: insets are in points."""
        super().resizeEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Show where the focus is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._context.colours.accent), _EDGE))
            painter.drawRoundedRect(QRect(1, 1, self.width() - 2, self.height() - 2), 4, 4)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show it no more."""
        super().focusOutEvent(event)
        self.update()

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zoom by + and −, out again by 0; arrows go from point to point."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(_ZOOM, None)
            case Qt.Key.Key_Minus:
                self._zoom(1 / _ZOOM, None)
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
        self._pick(keys[(keys.index(self._chosen) + by) % len(keys)] if self._chosen in keys else keys[0])

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.picked.emit(key)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:  # noqa: N802, ANN401
        """Answer the mouse over the canvas."""
        if watched is not self._canvas or self._axes is None:
            return False
        if isinstance(event, QWheelEvent):
            if self._points:
                self._zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM, event.position().toPoint())
            else:
                event.ignore()  # what the chart stands in scrolls
            return True
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self.zoom_out()
            return True
        if isinstance(event, QMouseEvent):
            self._mouse(event)
        return False

    def _mouse(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            key = self._at(place)
            if key is not None:
                self._pick(key)
            else:
                self._drag = place
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._drag = None
        elif event.type() is QEvent.Type.MouseMove:
            if self._drag is not None and self._window is not None:
                self._pan(place)
                return
            self._hover(place, event.globalPosition().toPoint())

    def _hover(self, place: QPoint, on_screen: QPoint) -> None:
        key = self._at(place)
        self._canvas.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        tip = "" if key is None else self._rows[key] if key in self._rows else self._points[key][1]
        if tip:
            QToolTip.showText(on_screen, plain_tip(tip), self._canvas)
        else:
            QToolTip.hideText()

    def _at(self, place: QPoint) -> str | None:
        """Return the key of the point or row under the mouse."""
        places = row_places(self._axes, list(self._rows)) if self._rows else None
        points = {key: point for key, (point, _) in self._points.items()}
        return nearest(self._axes, self._pixels(place), points, places, self._canvas.device_pixel_ratio)

    def _pixels(self, place: QPoint) -> Point:
        ratio = self._canvas.device_pixel_ratio
        return place.x() * ratio, self._canvas.figure.bbox.height - place.y() * ratio

    def _zoom(self, factor: float, place: QPoint | None) -> None:
        """Zoom around the mouse, or around the middle; never further out than the whole chart."""
        if self._axes is None or not self._points:
            return
        self._window = zoomed(self._axes, self._whole, factor, None if place is None else self._pixels(place))
        self._timer.start()

    def _pan(self, place: QPoint) -> None:
        assert self._drag is not None  # noqa: S101 - the caller looked
        back = self._axes.transData.inverted().transform
        (x0, y0), (x1, y1) = back(self._pixels(self._drag)), back(self._pixels(place))
        (left, right), (low, high) = self._axes.get_xlim(), self._axes.get_ylim()
        self._window = ((left + x0 - x1, right + x0 - x1), (low + y0 - y1, high + y0 - y1))
        self._drag = place
        self._timer.start()

    # pictures

    def _menu(self, place: QPoint) -> None:
        tr = self._context.tr
        menu = QMenu(self)
        menu.addAction(self._context.icon("copy"), tr("Copy the picture"), self.copy)
        menu.addAction(self._context.icon("image"), tr("Save the picture…"), self.ask_and_save)
        if self._window is not None:
            menu.addAction(self._context.icon("zoom-out"), tr("Show everything"), self.zoom_out)
        menu.exec(self.mapToGlobal(place))

    def ask_and_save(self) -> None:
        """Ask for a name and write the picture."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - used once

        tr = self._context.tr
        name, kind = QFileDialog.getSaveFileName(
            self, tr("Save the picture"), f"{self._name}.png", "PNG (*.png);;SVG (*.svg)"
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in {".png", ".svg"}:
            path = path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
        try:
            self.save(path)
        except OSError as error:
            told = tr("The picture cannot be written ({reason}).", reason=error.strerror or "")
            self._context.window.notify(told, "error")
