"""The rail at the left: the six pages with icon, name and state."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP

_WIDTH = 200
_HEIGHT = 52
_ICON = 20


class RailButton(QToolButton):
    """One page: icon, name, and a few words on its state under it."""

    def __init__(self, context: Context, icon: str, title: str) -> None:
        """Make it without a state."""
        super().__init__()
        self._context, self._title, self._state = context, title, ""
        self.setCheckable(True)
        self.setProperty("role", "rail")
        self._icon = context.icon(icon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.say("")

    def say(self, state: str) -> None:
        """Tell the state."""
        self._state = state
        self.setAccessibleName(f"{self._title}, {state}" if state else self._title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground as the style sheet wants it, then icon and both lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        colours = self._context.colours
        self._icon.paint(painter, 12, (self.height() - _ICON) // 2, _ICON, _ICON)
        left, width = 44, self.width() - 52
        font = self.font()
        font.setPixelSize(14)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(colours.accent if self.isChecked() else colours.ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        top, height = (8, 20) if self._state else (0, self.height())
        painter.drawText(left, top, width, height, flags, self._title)
        if self._state:
            font.setPixelSize(12)
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(QColor(colours.muted))
            elided = painter.fontMetrics().elidedText(self._state, Qt.TextElideMode.ElideRight, width)
            painter.drawText(left, 27, width, 18, flags, elided)
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room it wants."""
        return QSize(_WIDTH - 2 * GAP, _HEIGHT)


class Rail(QFrame):
    """All pages, one of them shown."""

    def __init__(self, context: Context, pages: Sequence[tuple[str, str, str]], go: Callable[[str], None]) -> None:
        """Make it from names, icons and titles."""
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        layout.setSpacing(4)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for place, (name, icon, title) in enumerate(pages, start=1):
            one = RailButton(context, icon, title)
            one.setToolTip(f"{title} (Ctrl+{place})")
            one.clicked.connect(lambda _=False, name=name: go(name))
            self._group.addButton(one)
            self._buttons[name] = one
            layout.addWidget(one)
        layout.addStretch(1)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self._buttons[name].setChecked(True)

    def say(self, states: Mapping[str, str]) -> None:
        """Tell the state of every page."""
        for name, state in states.items():
            self._buttons[name].say(state)
