"""A thin veil over figures that are older than the answers; what lies under it can still be used."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_PATIENCE = 200
"""Milliseconds that figures may be old before it is shown: what is quick does not flicker."""
_ALPHA = 120


class Veil(QWidget):
    """Lies over a widget and takes no click."""

    def __init__(self, over: QWidget, colour: str) -> None:
        """Lie over a widget, unseen."""
        super().__init__(over)
        self._colour = QColor(colour)
        self._colour.setAlpha(_ALPHA)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._show)
        over.installEventFilter(self)
        self.hide()

    def lie(self, on: bool) -> None:  # noqa: FBT001 - the signal says whether
        """Be seen soon, or no more."""
        if on and self.isHidden():
            self._timer.start()
        elif not on:
            self._timer.stop()
            self.hide()

    def _show(self) -> None:
        self._fit()
        self.raise_()
        self.show()

    def _fit(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay as large as what it lies over."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the veil."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()
