"""Texts that lose their middle where they have no room: long names begin alike, and often end differently."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kano_app.ui.widgets.tips import plain_tip


class MiddleCut(QLabel):
    """A line that is cut in its middle, and whole in its tip where it is."""

    def __init__(self, role: str = "") -> None:
        """Make it empty; roles as of ``card.label``."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    @property
    def shown(self) -> str:
        """What stands there."""
        return self.fontMetrics().elidedText(
            " ".join(self.text().split()), Qt.TextElideMode.ElideMiddle, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return that any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text."""
        super().setText(text)
        self._tell_all()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Tell all of it where it is cut now."""
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw what fits."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            self.shown,
            QPalette.ColorRole.WindowText,
        )
        painter.end()

    def _tell_all(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.shown != self.text() else "")
