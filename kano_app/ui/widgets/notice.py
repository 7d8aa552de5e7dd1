"""Notices in place: one line with its kind, one thing to do, and a way to put it aside.

The law they follow:

- The newest stands first. At most three are seen; what is older and no error goes for good.
- An error stays, on every page, until somebody closes it. With more than three the older ones wait and come back.
- Any other notice belongs to the page that is shown once the events at hand are worked off: somebody who tells and
  then turns to a page means that page. It goes when the page is left.
- A notice that offers to undo a step goes once the step is not the latest one any more, however that came about.
- While a study is read only, what leads back to one that can be changed stays on every page.
- The same text of the same kind stands once, with how many times it was told; the thing to do is that of the last.
- A screen reader hears each notice once, when it comes: not when it is told again, moves up or comes back. An error
  interrupts what is being read.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from kano_app.i18n import Language
from kano_app.ui.context import UndoOfStep
from kano_app.ui.icons import icon, pixmap
from kano_app.ui.theme import Colours
from kano_app.ui.widgets.card import GAP, button, label

_ICONS = {"info": "info", "warning": "triangle-alert", "error": "circle-alert"}
_MOST = 3
Action = tuple[str, Callable[[], None]]


class _Notice(QFrame):
    """One notice; that of a step goes once the step is not the latest one any more."""

    def __init__(self, notices: "Notices", text: str, kind: str, *, lasts: bool) -> None:
        super().__init__()
        self._notices = notices
        self._step: UndoOfStep | None = None
        self.text, self.kind, self.lasts = text, kind, lasts
        self.page: QWidget | None = None
        """The page it belongs to, once that is known."""
        self.times = 1
        self.setObjectName("notice")
        self.setProperty("kind", kind)
        self.setProperty("text", text)

    def belong_to(self, step: UndoOfStep) -> None:
        """Go with a step."""
        self._step = step
        step.document.undo_stack.indexChanged.connect(self._follow)

    def _follow(self, _index: int) -> None:
        if self._step is not None and not self._step.stands:
            self._step = None
            self._notices.remove(self)


class Notices(QWidget):
    """The notices above a page."""

    def __init__(self, colours: Colours, language: Language) -> None:
        """Start with none."""
        super().__init__()
        self._colours, self._language = colours, language
        self._pages: QStackedWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        self._layout.setSpacing(GAP)
        self.hide()

    def say(self, text: str, kind: str = "info", action: Action | None = None) -> None:
        """Show a notice, under the law of this module."""
        lasts = kind == "error" or (action is not None and self._is_read_only())
        notice = _Notice(self, text, kind, lasts=lasts)
        same = next((old for old in self._notices() if (old.text, old.kind) == (text, kind)), None)
        if same is not None:
            notice.times = same.times + 1
            self._take_out(same)
        self._furnish(notice, action)
        self._layout.insertWidget(0, notice)
        self._arrange()
        QTimer.singleShot(0, notice, lambda: self._place(notice))
        if same is None:
            self._announce(text, kind)

    def texts(self) -> list[str]:
        """Return what is said, the newest first."""
        return [one.text for one in self._notices() if not one.isHidden()]

    def clear(self) -> None:
        """Put all aside."""
        for one in self._notices():
            self._take_out(one)
        self._arrange()

    def remove(self, notice: QWidget) -> None:
        """Put one aside."""
        self._take_out(notice)
        self._arrange()

    # the law

    def _arrange(self) -> None:
        """Show the newest and what lasts; let go of what is one too many."""
        all_of_them = self._notices()
        lasting = sum(one.lasts for one in all_of_them)
        room = {True: _MOST, False: max(_MOST - lasting, 1)}
        for one in all_of_them:
            room[one.lasts] -= 1
            fits = room[one.lasts] >= 0
            one.setVisible(fits)
            if not fits and not one.lasts:
                self._take_out(one)
        self.setVisible(bool(all_of_them))

    def _place(self, notice: _Notice) -> None:
        """Let a notice belong to the page that is shown below by now."""
        if self._pages is None and (column := self.parentWidget()) is not None:
            self._pages = column.findChild(QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if self._pages is not None:
                self._pages.currentChanged.connect(self._leave)
        notice.page = None if self._pages is None else self._pages.currentWidget()

    def _leave(self, _index: int) -> None:
        """Let what belongs to another page go."""
        current = None if self._pages is None else self._pages.currentWidget()
        for one in self._notices():
            if one.page is not None and one.page is not current and not one.lasts:
                self._take_out(one)
        self._arrange()

    def _is_read_only(self) -> bool:
        return bool(getattr(getattr(self.window(), "document", None), "read_only", False))

    def _announce(self, text: str, kind: str) -> None:
        # With the first notice: their many lists of constants would keep the first window waiting.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        told = QAccessibleAnnouncementEvent(self, text)
        if kind == "error":
            told.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(told)

    # its parts

    def _notices(self) -> list[_Notice]:
        found = (self._layout.itemAt(place) for place in range(self._layout.count()))
        return [widget for item in found if item is not None and isinstance(widget := item.widget(), _Notice)]

    def _take_out(self, notice: QWidget) -> None:
        self._layout.removeWidget(notice)
        notice.setParent(None)
        notice.deleteLater()

    def _furnish(self, notice: _Notice, action: Action | None) -> None:
        layout = QHBoxLayout(notice)
        layout.setContentsMargins(GAP + 4, 2, 6, 2)
        layout.setSpacing(GAP)
        colour = {"warning": self._colours.warning, "error": self._colours.error}.get(notice.kind, self._colours.accent)
        picture = QLabel()
        picture.setPixmap(pixmap(_ICONS[notice.kind], colour, 18, self.devicePixelRatioF()))
        layout.addWidget(picture)
        layout.addWidget(label(notice.text, wrap=True, selectable=True), 1)
        if notice.times > 1:
            layout.addWidget(self._times(notice.times))
        if action is not None:
            text, act = action
            if isinstance(act, UndoOfStep):
                notice.belong_to(act)
            layout.addWidget(button(text, lambda: self._act(notice, act), "link"))
        close = QToolButton()
        close.setIcon(icon("x", colour))
        close.setProperty("role", "link")
        close.setAccessibleName(self._language.gettext("Close the notice"))
        close.setAccessibleDescription(notice.text)
        close.setToolTip(self._language.gettext("Close the notice"))
        close.clicked.connect(lambda: self.remove(notice))
        layout.addWidget(close)

    def _times(self, times: int) -> QLabel:
        number, language = self._language.number(times), self._language
        found = label(f"× {number}", "muted")
        told = language.ngettext("Told {n} time", "Told {n} times", times).format(n=number)
        found.setAccessibleName(told)
        found.setToolTip(told)
        return found

    def _act(self, notice: _Notice, act: Callable[[], None]) -> None:
        self.remove(notice)
        act()
