"""The mouse over a chart: hover tells, a click picks, the wheel zooms a map and a drag moves it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from kano_app.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from kano_app.ui.widgets.chart_view import ChartView


class ChartPointer(QObject):
    """Watches the canvas of one chart."""

    def __init__(self, chart: "ChartView", canvas: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Begin to watch."""
        super().__init__(chart)
        self._chart, self._canvas = chart, canvas
        self._drag: QPoint | None = None
        canvas.setMouseTracking(True)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer the mouse."""
        chart = self._chart
        if watched is not self._canvas or not chart.is_drawn:
            return False
        if isinstance(event, QWheelEvent):
            if chart.can_zoom:
                chart.zoom(event.angleDelta().y() > 0, event.position().toPoint())
            else:
                event.ignore()  # what the chart stands in scrolls
            return True
        if event.type() is QEvent.Type.MouseButtonDblClick:
            chart.zoom_out()
            return True
        if isinstance(event, QMouseEvent):
            self._mouse(event)
        return False

    def _mouse(self, event: QMouseEvent) -> None:
        place, chart = event.position().toPoint(), self._chart
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            chart.setFocus(Qt.FocusReason.MouseFocusReason)
            key = chart.key_at(place)
            if key is not None:
                chart.pick(key)
            else:
                self._drag = place
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._drag = None
        elif event.type() is QEvent.Type.MouseMove:
            if self._drag is not None and chart.is_zoomed:
                chart.pan(self._drag, place)
                self._drag = place
                return
            self._hover(place, event.globalPosition().toPoint())

    def _hover(self, place: QPoint, on_screen: QPoint) -> None:
        key = self._chart.key_at(place)
        self._canvas.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        tip = "" if key is None else self._chart.tip(key)
        if tip:
            QToolTip.showText(on_screen, plain_tip(tip), self._canvas)
        else:
            QToolTip.hideText()
