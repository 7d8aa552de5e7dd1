"""The help: a window beside the window, with the guide, the method and the glossary; nothing comes from a network."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kano_app.ui.context import Context
from kano_app.ui.dialogs.help_pages import DEEPEST, help_folder, read_pages, space
from kano_app.ui.widgets.card import GAP, Card, label

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

Place = tuple[str, int]
"""A page and a block of it."""
_AT = Qt.ItemDataRole.UserRole
_SHORTEST = 2
"""Characters from which on it is worth searching; a Chinese word can be one."""


def show_help(context: Context, window: "MainWindow", topic: str, folder: Path | None = None) -> None:
    """Show the help at a topic: a heading's anchor or the name of a page."""
    shown = None
    for one in window.findChildren(HelpWindow):
        if one.context is context and one.isVisible():
            shown = one
        else:  # made in another language or look
            one.close()
    if shown is None:
        shown = HelpWindow(context, window, folder or help_folder())
    shown.go(topic)
    shown.show()
    shown.raise_()
    shown.activateWindow()


class Browser(QTextBrowser):
    """Shows a page; whatever is not in it is not fetched."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401, ARG002 - Qt's
        """Fetch nothing."""
        return None


class HelpWindow(QDialog):
    """The contents at the left, the page at the right."""

    def __init__(self, context: Context, parent: QWidget, folder: Path) -> None:
        """Read the pages of a folder."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(context.tr("Help"))
        self.setModal(False)
        self.context = context
        self.pages = read_pages(folder, context.language)
        self._at: Place | None = None
        self._past: list[Place] = []
        for page in self.pages.values():
            page.document.line = context.colours.line
            space(page.document, context.colours.raised)
        self._build()
        for page in self.pages.values():
            # After the browser, which must not outlive what it shows.
            page.document.setParent(self)
        self._list_contents()
        self.resize(980, 680)
        self.field.setFocus()

    def go(self, topic: str) -> None:
        """Show a topic; one that nobody wrote of opens the first page."""
        for name, page in self.pages.items():
            heading = page.find(topic)
            if heading is not None or name == topic:
                self._show((name, heading.place if heading else 0))
                return
        if self.pages:
            self._show((next(iter(self.pages)), 0))

    def back(self) -> None:
        """Show what was shown before."""
        if self._past:
            self._at = None
            self._show(self._past.pop())
            self._follow_past()

    def _build(self) -> None:
        tr = self.context.tr
        self.back_button = QToolButton()
        self.back_button.setText(tr("Back"))
        self.back_button.setIcon(self.context.icon("undo-2"))
        self.back_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back_button.setToolTip(tr("Back") + " (Alt+←)")
        self.back_button.clicked.connect(self.back)
        self.back_button.setEnabled(False)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search the help"))
        self.field.setAccessibleName(tr("Search the help"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._open_first)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setIndentation(2 * GAP)
        self.contents.setWordWrap(True)
        self.contents.currentItemChanged.connect(lambda item, _: self._chosen(item))
        self.contents.itemClicked.connect(lambda item, _: self._chosen(item))
        self.nothing = label(tr("Nothing in the help has these words."), "muted", wrap=True)
        self.nothing.hide()
        self.browser = Browser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(tr("Page of the help"))
        self.contents.setStyleSheet("QTreeView::item { padding: 3px 4px; }")
        self.browser.setStyleSheet("QTextBrowser { border: none; font-size: 14px; }")
        self.browser.anchorClicked.connect(self._follow_link)
        left, right = Card(), Card()
        above = QHBoxLayout()
        above.addWidget(self.back_button)
        above.addWidget(self.field, 1)
        left.body.addLayout(above)
        left.body.addWidget(self.nothing)
        left.body.addWidget(self.contents, 1)
        right.body.addWidget(self.browser)
        split = QSplitter()
        split.setHandleWidth(2 * GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 660])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.addWidget(split)

    def _list_contents(self) -> None:
        self.contents.clear()
        for page in self.pages.values():
            top = _item(page.title, (page.name, 0))
            self.contents.addTopLevelItem(top)
            for heading in page.headings[1:]:
                if heading.level <= DEEPEST:
                    parent: QTreeWidgetItem | None = top
                    if heading.level == DEEPEST and top.childCount():
                        parent = top.child(top.childCount() - 1)
                    (parent or top).addChild(_item(heading.text, (page.name, heading.place)))
        # Closed below the sections: the whole of it would be too long to look over.
        self.contents.expandToDepth(0)

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        if not words or (len(text.strip()) < _SHORTEST and text.isascii()):
            self.nothing.hide()
            self.browser.setExtraSelections([])
            self._list_contents()
            return
        self.contents.clear()
        for page in self.pages.values():
            for hit in page.search(words):
                item = _item(hit.heading.text, (page.name, hit.place))
                item.setToolTip(0, "")
                below = _item(hit.excerpt, (page.name, hit.place))
                item.addChild(below)
                self.contents.addTopLevelItem(item)
        self.contents.expandAll()
        self.nothing.setVisible(not self.contents.topLevelItemCount())

    def _open_first(self) -> None:
        first = self.contents.topLevelItem(0)
        if self.field.text().strip() and first is not None:
            self.contents.setCurrentItem(first)
            self._chosen(first)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            place = item.data(0, _AT)
            self._show((str(place[0]), int(place[1])))
            self._mark_words()

    def _show(self, place: Place) -> None:
        if self._at == place:
            return
        if self._at is not None:
            self._past.append(self._at)
            self._follow_past()
        self._at = place
        page = self.pages[place[0]]
        if self.browser.document() is not page.document:
            page.document.setDefaultFont(self.browser.font())
            self.browser.setDocument(page.document)
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        bar = self.browser.verticalScrollBar()
        block = page.document.findBlockByNumber(place[1])
        page.document.setTextWidth(self.browser.viewport().width())
        top = page.document.documentLayout().blockBoundingRect(block).top()
        bar.setMaximum(max(bar.maximum(), round(top)))
        bar.setValue(round(top) if place[1] else 0)

    def resizeEvent(self, event: Any) -> None:  # noqa: N802, ANN401 - Qt's
        """Stay at the place that is read when the lines break anew."""
        super().resizeEvent(event)
        self._again()

    def showEvent(self, event: Any) -> None:  # noqa: N802, ANN401 - Qt's
        """Go to the place now that the lines are broken."""
        super().showEvent(event)
        self._again()

    def _again(self) -> None:
        at, self._at = self._at, None
        if at is not None:
            self._show(at)

    def _follow_past(self) -> None:
        self.back_button.setEnabled(bool(self._past))

    def _follow_link(self, url: QUrl) -> None:
        """Go where a link leads, as long as that is in the help."""
        name = Path(url.path()).stem
        topic = url.fragment() or name
        if not url.scheme() and any(page.name == topic or page.find(topic) for page in self.pages.values()):
            self.go(topic)

    def _mark_words(self) -> None:
        """Mark what was searched for on the page that is shown."""
        colours = self.context.colours
        look = QTextCharFormat()
        look.setBackground(QColor(colours.warning_ground))
        look.setForeground(QColor(colours.warning))
        marked = []
        for word in self.field.text().split():
            cursor = self.browser.document().find(word, 0)
            while not cursor.isNull():
                one = QTextEdit.ExtraSelection()
                one.cursor, one.format = cursor, look
                marked.append(one)
                cursor = self.browser.document().find(word, cursor)
        self.browser.setExtraSelections(marked)


def _item(text: str, place: Place) -> QTreeWidgetItem:
    found = QTreeWidgetItem([text])
    found.setData(0, _AT, place)
    return found
