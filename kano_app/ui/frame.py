"""What stands in the window in one language and one look: top bar, rail, notices, and the pages."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.pages import PLACES, make_page
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.notice import Notices
from kano_app.ui.widgets.rail import Rail
from kano_app.ui.widgets.top_bar import TopBar


class Frame(QWidget):
    """Everything in the window; a page is made when it is first wanted."""

    def __init__(self, context: Context, go: Callable[[str], None], places: Mapping[str, int]) -> None:
        """Make it without any page yet; ``places`` is where somebody was on the pages before."""
        super().__init__()
        self._context = context
        self.feature = ""
        """The feature that is selected on every page."""
        self.sheet: QWidget | None = None
        """What stands over the page Answers until somebody is done with it."""
        self._pages: dict[str, Page] = {}
        self._places = places
        self.notices = Notices(context.colours, context.language)
        self.top_bar = TopBar(context)
        self._rail = Rail(context, [(one.name, one.icon, context.tr(one.title)) for one in PLACES], go)
        self._stack = QStackedWidget()
        right, below = QWidget(), QWidget()
        column = _plain(QVBoxLayout(right))
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        line = _plain(QHBoxLayout(below))
        line.addWidget(self._rail)
        line.addWidget(right, 1)
        everything = _plain(QVBoxLayout(self))
        everything.addWidget(self.top_bar)
        everything.addWidget(below, 1)

    def page(self, name: str) -> Page:
        """Return a page, made when it is first wanted."""
        if name not in self._pages:
            page = make_page(name, self._context)
            self._pages[name] = page
            self._stack.addWidget(page)
            if self.feature:
                page.select(self.feature)
            page.go_back_to(self._places.get(name, 0))
            self._rail.say({name: page.state()})
        return self._pages[name]

    @property
    def places(self) -> dict[str, int]:
        """Where somebody is on each page, be it made again or not."""
        return {**self._places, **{name: page.place() for name, page in self._pages.items()}}

    def let_go(self) -> None:
        """Close the files that pages hold: the window goes away."""
        for page in self._pages.values():
            page.let_go()

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        shown = self.page(name)
        sheet = self.sheet if name == "answers" else None
        before, now = self._stack.currentWidget(), sheet or shown
        is_there = self._has_focus(now)  # asked first: Qt gives the focus to whatever comes next as a page goes
        if isinstance(before, Page) and before is not now:
            before.left()
        self._stack.setCurrentWidget(now)
        self._rail.show_page(name)
        shown.shown()
        main = shown.main() if sheet is None else None
        if main is not None and not is_there and main.isVisibleTo(now):
            main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self, widget: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and widget.isAncestorOf(focus)

    def lay(self, sheet: QWidget) -> None:
        """Lay a sheet over the page Answers."""
        self.sheet = sheet
        self._stack.addWidget(sheet)

    def lift(self, sheet: QWidget) -> None:
        """Take a sheet away."""
        if self.sheet is sheet:
            self.sheet = None
            self._stack.removeWidget(sheet)

    def make_another(self) -> bool:
        """Make a page that nobody has wanted yet; return whether there was one."""
        missing = next((one.name for one in PLACES if one.name not in self._pages), None)
        if missing is not None:
            self.page(missing)
        return missing is not None

    def select(self, feature: str) -> None:
        """Make a feature the selected one on every page."""
        if feature != self.feature:
            self.feature = feature
            for page in self._pages.values():
                page.select(feature)

    def say_states(self) -> None:
        """Tell the states of the pages in the rail."""
        self._rail.say({name: page.state() for name, page in self._pages.items()})


def _plain(layout: QVBoxLayout | QHBoxLayout) -> QVBoxLayout | QHBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
