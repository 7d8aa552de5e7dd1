"""Notices in place: one line with its kind, one thing to do, and a way to put it aside."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kano_app.i18n import Language
from kano_app.ui.context import UndoOfStep
from kano_app.ui.icons import icon, pixmap
from kano_app.ui.theme import Colours
from kano_app.ui.widgets.card import GAP, button, label

_ICONS = {"info": "info", "warning": "triangle-alert", "error": "circle-alert"}
_MOST = 3


class _Notice(QFrame):
    """One notice; that of a step goes once the step is not the latest one any more."""

    def __init__(self, notices: "Notices", text: str, kind: str) -> None:
        super().__init__()
        self._notices = notices
        self._step: UndoOfStep | None = None
        self.setObjectName("notice")
        self.setProperty("kind", kind)
        self.setProperty("text", text)
        self.setAccessibleName(text)

    def belong_to(self, step: UndoOfStep) -> None:
        """Go with a step."""
        self._step = step
        step.document.undo_stack.indexChanged.connect(self._follow)

    def _follow(self, _index: int) -> None:
        if self._step is not None and not self._step.stands:
            self._step = None
            self._notices.remove(self)


class Notices(QWidget):
    """The notices above a page, the newest first, never more than a few."""

    def __init__(self, colours: Colours, language: Language) -> None:
        """Start with none."""
        super().__init__()
        self._colours, self._language = colours, language
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        self._layout.setSpacing(GAP)
        self.hide()

    def say(self, text: str, kind: str = "info", action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show a notice; the same text stands once."""
        for old in self._notices():
            if old.property("text") == text:
                self.remove(old)
        self._layout.insertWidget(0, self._notice(text, kind, action))
        for old in self._notices()[_MOST:]:
            self.remove(old)
        self.show()

    def texts(self) -> list[str]:
        """Return what is said, the newest first."""
        return [str(one.property("text")) for one in self._notices()]

    def clear(self) -> None:
        """Put all aside."""
        for one in self._notices():
            self.remove(one)

    def remove(self, notice: QWidget) -> None:
        """Put one aside."""
        self._layout.removeWidget(notice)
        notice.setParent(None)
        notice.deleteLater()
        if not self._layout.count():
            self.hide()

    def _notices(self) -> list[QWidget]:
        found = (self._layout.itemAt(place) for place in range(self._layout.count()))
        return [widget for item in found if item is not None and (widget := item.widget()) is not None]

    def _notice(self, text: str, kind: str, action: tuple[str, Callable[[], None]] | None) -> QFrame:
        frame = _Notice(self, text, kind)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(GAP + 4, 6, 6, 6)
        layout.setSpacing(GAP)
        colour = {"warning": self._colours.warning, "error": self._colours.error}.get(kind, self._colours.accent)
        picture = QLabel()
        picture.setPixmap(pixmap(_ICONS[kind], colour, 18, self.devicePixelRatioF()))
        told = label(text, wrap=True, selectable=True)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(told, 1)
        if action is not None:
            if isinstance(action[1], UndoOfStep):
                frame.belong_to(action[1])
            layout.addWidget(button(action[0], lambda: self._act(frame, action[1]), "link"))
        close = QToolButton()
        close.setIcon(icon("x", colour))
        close.setProperty("role", "link")
        close.setAccessibleName(self._language.gettext("Close the notice"))
        close.setToolTip(self._language.gettext("Close the notice"))
        close.clicked.connect(lambda: self.remove(frame))
        layout.addWidget(close)
        return frame

    def _act(self, frame: QWidget, act: Callable[[], None]) -> None:
        self.remove(frame)
        act()
