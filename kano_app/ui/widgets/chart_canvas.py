"""A matplotlib canvas in a widget, drawn when there is time, with a frame while it has the focus."""

from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kano_app.ui.widgets.chart_style import DOTS

_EDGE = 2
"""Pixels around the picture that show the focus."""
_LEAST = 2 * DOTS // 3


class ChartCanvas(QWidget):
    """Draws ``redraw`` of who inherits it after ``later`` or whenever the size changes."""

    drawn = Signal()
    """After the canvas was painted."""

    def __init__(self, focus: str) -> None:
        """Make it without a canvas: matplotlib is loaded when the first chart is drawn; ``focus`` is a colour."""
        super().__init__()
        self._focus = focus
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._canvas: Any = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._draw_if_seen)

    def later(self) -> None:
        """Draw once there is time."""
        self._timer.start()

    def redraw(self, figure: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Fill the emptied figure."""
        raise NotImplementedError

    def follow(self) -> bool:
        """Draw only what changed since, and return whether that was enough."""
        return False

    def painted(self) -> None:
        """Draw what the canvas left out, once it has drawn the rest."""

    def watch(self, canvas: Any) -> None:  # noqa: ANN401
        """Take the canvas once there is one."""

    def _draw_if_seen(self) -> None:
        if not self.isVisible() or self.width() < _LEAST:
            return
        if self._canvas is None:
            self._make_canvas()
        if self.follow():
            return
        self._canvas.figure.clear()
        self.redraw(self._canvas.figure)
        self._canvas.draw_idle()

    def _make_canvas(self) -> None:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg  # noqa: PLC0415 - the window stands before it
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._canvas = FigureCanvasQTAgg(Figure(dpi=DOTS))  # type: ignore[no-untyped-call] # matplotlib types only part of itself
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        # Insets are in points, so the figure has to have its size before it is filled.
        self._canvas.resize(self.width() - 2 * _EDGE, self.height() - 2 * _EDGE)
        self._layout.addWidget(self._canvas)
        self._canvas.mpl_connect("draw_event", self._draw_rest)
        self.watch(self._canvas)
        self._canvas.show()
        self._layout.activate()

    def _draw_rest(self, _: object) -> None:
        self.painted()
        self.drawn.emit()

    def showEvent(self, event: Any) -> None:  # noqa: N802, ANN401 - Qt's name
        """Draw what was put while nobody saw it."""
        super().showEvent(event)
        self.later()

    def resizeEvent(self, event: Any) -> None:  # noqa: N802, ANN401
        """Draw anew at the new size: insets are in points."""
        super().resizeEvent(event)
        self.later()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Show where the focus is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._focus), _EDGE))
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
