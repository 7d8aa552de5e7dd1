"""The window: what pages and the program ask of it; what stands in it is made anew with language, theme or study."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from kano_app.ui.actions import make_actions, say_steps
from kano_app.ui.ahead import Ahead
from kano_app.ui.arrivals import Arrivals
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.doings import doings
from kano_app.ui.faults import fault_text
from kano_app.ui.findings import Findings
from kano_app.ui.frame import Frame
from kano_app.ui.jobs import Jobs
from kano_app.ui.pages import PLACES
from kano_app.ui.pages.page import Page
from kano_app.ui.preferences import Preferences, Theme, store
from kano_app.ui.preferred import colours_of, language_of
from kano_app.ui.speech import speak
from kano_app.ui.studies import Studies
from kano_app.ui.theme import apply_theme
from kano_app.ui.unsaved import Unsaved
from kano_app.ui.widgets.notice import Notices
from kano_app.ui.widgets.top_bar import TopBar

SMALLEST = (1100, 700)


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, document: Document, preferences: Preferences, preferences_file: Path, drafts: Path) -> None:
        """Show a document."""
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.resize(1400, 900)
        self.preferences, self._preferences_file = preferences, preferences_file
        self.drafts = drafts
        self.jobs = Jobs(self)
        self.document = document
        self.findings = Findings(document, self.jobs, self)
        self.page = "start"
        self.feature = ""
        self.actions_by_name: dict[str, QAction] = {}
        self._unsaved, self._arrivals = Unsaved(self), Arrivals(self)
        self._ahead = Ahead(self._make_another, self._load_libraries, self)
        self._build({})
        self._follow(document)

    # what pages ask for

    def go(self, page: str) -> None:
        """Show a page."""
        self.page = page
        self.frame.show_page(page)

    def notify(self, text: str, kind: str = "info", action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show a notice in place."""
        self.notices.say(text, kind, action)

    def run(self, action: str) -> None:
        """Do what an action does, if it can be done now."""
        if self.actions_by_name[action].isEnabled():
            self._act(action)

    def help(self, topic: str) -> None:
        """Open the help at a topic."""
        from kano_app.ui.dialogs.help import show_help  # noqa: PLC0415 - seldom

        show_help(self.context, self, topic)

    def help_here(self) -> None:
        """Open the help at the figure at hand."""
        sheet = self.frame.sheet
        topic = getattr(sheet, "topic", "") if sheet is not None and sheet.isVisible() else ""
        self.help(topic or self.frame.page(self.page).help_topic())

    def select(self, feature: str) -> None:
        """Make a feature the selected one on every page."""
        self.feature = feature
        self.frame.select(feature)

    # what the program asks for

    @property
    def pages(self) -> dict[str, Page]:
        """The pages by their names, all of them made."""
        return {place.name: self.frame.page(place.name) for place in PLACES}

    @property
    def notices(self) -> Notices:
        """What is told above the pages."""
        return self.frame.notices

    @property
    def top_bar(self) -> TopBar:
        """The line above everything."""
        return self.frame.top_bar

    def show_document(self, document: Document) -> bool:
        """Show another study in place of this one; not if this one cannot be saved and somebody wants to keep it."""
        if not self._unsaved.may_leave():
            document.close()
            document.deleteLater()
            return False
        for dialog in self.findChildren(QDialog):
            dialog.reject()  # it speaks of a study that is gone
        old, self.document = self.document, document
        self.jobs.stop()
        self.findings.stop()
        self.findings.deleteLater()
        self.findings = Findings(document, self.jobs, self)
        self.feature = ""
        self._build({})
        self._follow(document)
        old.close()
        old.deleteLater()
        return True

    def take(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped or handed over, one after another."""
        self._arrivals.take(paths)

    def fault(self, error: BaseException) -> None:
        """Tell a fault of the program's own."""
        self.notify(fault_text(error, self.context), "error")

    def prefer(self, preferences: Preferences) -> None:
        """Take over preferences: those that are seen at once are seen at once."""
        old, self.preferences = self.preferences, preferences
        store(preferences, self._preferences_file)
        if (old.language, old.theme) != (preferences.language, preferences.theme):
            self._build(self.frame.places)
        else:
            self.frame.say_states()

    def remember(self, path: Path) -> None:
        """Put a study at the head of the recent ones."""
        self.prefer(self.preferences.with_recent(path))

    # inside

    def _build(self, places: Mapping[str, int]) -> None:
        """Make everything that speaks a language or has a colour; ``places`` is where somebody is on each page."""
        old = self.centralWidget()
        if isinstance(old, Frame):
            old.let_go()
        colours, words = colours_of(self.preferences.theme), language_of(self.preferences)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            speak(application, words)
        self.context = Context(self.document, self.findings, self.jobs, words, colours, self.preferences, self)
        self.studies = Studies(self, self.context)
        self.actions_by_name = make_actions(self, self.context, self._act)
        self.frame = Frame(self.context, self.go, places)
        self.frame.select(self.feature)
        self.setCentralWidget(self.frame)
        self.frame.show()  # at once: pages that nobody sees do not follow the study
        help_key = QShortcut(QKeySequence("F1"), self.frame)
        help_key.activated.connect(self.help_here)
        self.actions_by_name["help"].setShortcut(QKeySequence())
        self.frame.say_states()
        self._enable()
        self.go(self.page)
        self._unsaved.say()
        if isinstance(application, QApplication):
            apply_theme(application, colours)  # at the end: each piece that is put into another would be polished anew
        if self.isVisible():
            self._ahead.begin(is_painted=True)

    def _make_another(self) -> bool:
        return self.frame.make_another()

    def _load_libraries(self) -> None:
        self.jobs.run("libraries", lambda _: None, lambda _: None, self.fault)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the other pages once the first is on the screen."""
        super().showEvent(event)
        self._ahead.begin(is_painted=False)

    def _follow(self, document: Document) -> None:
        """Follow a document, once; what a page or bar follows ends with it, because only their own methods are told."""
        self._unsaved.follow(document)
        document.changed.connect(self._say_title)
        document.changed.connect(self._say_soon)
        document.renamed.connect(self._remember)
        document.stays.connect(self._say_stays)
        document.undo_stack.indexChanged.connect(self._enable)
        self.findings.ready.connect(self._say_states)
        self.findings.failed.connect(self.fault)
        self._say_title()

    def _act(self, name: str) -> None:
        """Do what an action is called."""
        if name.startswith("go_"):
            self.go(name.removeprefix("go_"))
        else:
            doings(self)[name]()

    def _say_soon(self, *_: object) -> None:
        """Tell the states of the pages once they have taken the change in."""
        QTimer.singleShot(0, self._say_states)

    def _say_states(self) -> None:
        self.frame.say_states()

    def _say_stays(self, why: str) -> None:
        tr = self.context.tr
        told = {
            "busy": tr("A copy of the study is being written. Undo this step when that is done."),
            "unread": tr("What was before this step cannot be read from the file at the moment. The step stays."),
            "lost": tr("The file no longer holds what was before this step. It stays, and so do those before it."),
        }
        self.notify(told[why], "warning")

    def _remember(self) -> None:
        self.remember(self.document.path)

    def _enable(self, *_: object) -> None:
        say_steps(self.actions_by_name, self.context)

    def _say_title(self, *_: object) -> None:
        title = self.document.project.report.title
        self.setWindowTitle(f"{title} – Kano App" if title else "Kano App")

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take files that are dropped; after the drop, so that whoever gave them need not wait."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, lambda: self.take(paths))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste answers where nothing on the page takes what is pasted."""
        takes = self.page in {"start", "answers"} and self.frame.sheet is None
        if takes and event.matches(QKeySequence.StandardKey.Paste):
            self.run("paste_answers")
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system from light to dark and back."""
        super().changeEvent(event)
        follows = event.type() is QEvent.Type.ThemeChange and self.preferences.theme is Theme.SYSTEM
        if follows and colours_of(Theme.SYSTEM) is not self.context.colours:
            self._build(self.frame.places)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stop the threads and let go of the file; everything is saved, so nothing is asked but where it is not."""
        if not self._unsaved.may_leave():
            event.ignore()
            return
        self._ahead.stop()
        self.jobs.close()
        self.frame.let_go()
        self.document.close()
        event.accept()
