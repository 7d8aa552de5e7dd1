"""One row of a list on the first page: a title and details to press, and small things to do at the right."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, clear, label
from kano_app.ui.widgets.tips import plain_tip

_HEIGHT = 44
_FIRST, _SECOND = 15, 32
"""Where the middles of both lines are."""


class Press(QPushButton):
    """Two lines that are pressed as one; what does not fit is elided and stands in the tip."""

    def __init__(self, context: Context, title: str, details: str, act: Callable[[], None]) -> None:
        """Make it."""
        super().__init__()
        self.setObjectName("press")
        self.title, self.details = title, details
        self._colours = context.colours
        self.setAccessibleName(f"{title}, {details}" if details else title)
        self.setToolTip(plain_tip(f"{title}\n{details}"))
        self.clicked.connect(lambda _checked=False: act())
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        colours = context.colours
        self.setStyleSheet(
            f"#press {{ border: 2px solid transparent; border-radius: 6px; background: transparent; padding: 0;"
            f" min-height: {_HEIGHT - 4}px; max-height: {_HEIGHT - 4}px; }}"
            f"#press:hover:enabled {{ background: {colours.raised}; }}"
            f"#press:focus {{ border: 2px solid {colours.accent}; padding: 0; }}"
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room it wants; it lives with less."""
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground as the style sheet wants it, then both lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        font = self.font()
        lines = ((self.title, _FIRST, 14, self._colours.ink), (self.details, _SECOND, 12, self._colours.muted))
        for text, middle, size, colour in lines:
            font.setPixelSize(size)
            painter.setFont(font)
            painter.setPen(QColor(colour if self.isEnabled() else self._colours.muted))
            room = self.width() - 2 * GAP
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            at = middle if self.details else self.height() // 2
            painter.drawText(GAP, at - 10, room, 20, int(Qt.AlignmentFlag.AlignVCenter), elided)
        painter.end()


class Row(QFrame):
    """A press, and what else can be done; a question can stand in its place until it is answered."""

    def __init__(self, press: QWidget, *doing: QWidget) -> None:
        """Make it."""
        super().__init__()
        self._usual = (press, *doing)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP // 2)
        self._layout.addWidget(press, 1)
        for one in doing:
            self._layout.addWidget(one)
        self.press = press
        self._asked: list[QWidget] = []

    def ask(self, context: Context, question: str, word: str, act: Callable[[], None]) -> None:
        """Ask in place whether something is really wanted."""
        for one in self._usual:
            one.hide()
        told = label(question, wrap=True)
        told.setContentsMargins(GAP, 0, 0, 0)
        confirm, keep = button(word, act), button(context.tr("Keep it"), self._keep)
        self._asked = [told, confirm, keep]
        self._layout.addWidget(told, 1)
        self._layout.addWidget(confirm)
        self._layout.addWidget(keep)
        for one in self._asked:
            one.show()
        keep.setFocus()

    def _keep(self) -> None:
        for one in self._asked:
            self._layout.removeWidget(one)
            one.deleteLater()
        for one in self._usual:
            one.show()
        self.press.setFocus()


def small(context: Context, icon: str, name: str, act: Callable[[], None] | None = None) -> QToolButton:
    """Return a small button with an icon only."""
    found = QToolButton()
    found.setIcon(context.icon(icon))
    found.setProperty("role", "link")
    found.setAccessibleName(name)
    found.setToolTip(plain_tip(name))
    if act is not None:
        found.clicked.connect(lambda _checked=False: act())
    return found


def line(context: Context) -> QFrame:
    """Return a thin line between rows."""
    found = QFrame()
    found.setFixedHeight(1)
    found.setStyleSheet(f"background: {context.colours.line}; border: none;")
    return found


__all__ = ["Press", "Row", "clear", "line", "small"]
