"""Long reading, shown in place: what is read, how far it has come, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button, label, row

_PATIENCE = 300
"""Milliseconds before it is worth showing: what is quicker only flickers."""
_WIDTH = 400
_TOP = 72


class Progress(Card):
    """A card over the pages; it shows itself once the work has taken a while."""

    def __init__(self, context: Context, window: QWidget, text: str, cancel: Callable[[], None]) -> None:
        """Say what is being done, and what stops it."""
        super().__init__()
        self.setParent(window)
        self.hide()
        self._cancel = cancel
        told = label(text, wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.stop = button(context.tr("Cancel"), self.cancel)
        self.body.addWidget(told)
        self.body.addWidget(row(self.bar, self.stop))
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._appear)
        self._timer.start()
        window.installEventFilter(self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.cancel)

    def told(self, share: float) -> None:
        """Show how far the work has come, 0 to 1."""
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * share))

    def cancel(self) -> None:
        """Stop the work; whoever does so puts the card away."""
        self._cancel()

    def finish(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay where it is when the window is made larger or smaller."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return bool(super().eventFilter(watched, event))

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, _TOP)
