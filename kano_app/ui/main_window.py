"""The window: rail, top bar, notices and the pages; made anew in its parts when language, theme or study change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kano_app.i18n import LANGUAGES, Language, language
from kano_app.storage import ProjectFileError
from kano_app.ui.actions import PAGES, make_actions
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.findings import Findings
from kano_app.ui.jobs import Jobs
from kano_app.ui.pages import ICONS, make_page
from kano_app.ui.pages.page import Page
from kano_app.ui.preferences import Preferences, Theme, store
from kano_app.ui.speech import speak
from kano_app.ui.storage_words import file_error_text
from kano_app.ui.studies import Studies
from kano_app.ui.theme import DARK, LIGHT, Colours, apply_theme
from kano_app.ui.widgets.notice import Notices
from kano_app.ui.widgets.rail import Rail
from kano_app.ui.widgets.top_bar import TopBar

SMALLEST = (1100, 700)
_CALM, _PAINTED = 30, 200
"""Milliseconds between two pages made ahead, and until the first is on the screen."""


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
        self._unsaved: ProjectFileError | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._make_rest)
        self._build()
        self._follow(document)

    # what pages ask for

    def go(self, page: str) -> None:
        """Show a page."""
        self.page = page
        shown = self._page(page)
        self._stack.setCurrentWidget(shown)
        self._rail.show_page(page)
        shown.shown()

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

    def select(self, feature: str) -> None:
        """Make a feature the selected one on every page."""
        if feature != self.feature:
            self.feature = feature
            for page in self._pages.values():
                page.select(feature)

    # what the program asks for

    @property
    def pages(self) -> dict[str, Page]:
        """The pages by their names, all of them made."""
        return {name: self._page(name) for name in ICONS}

    def show_document(self, document: Document) -> bool:
        """Show another study in place of this one; not if this one cannot be saved and somebody wants to keep it."""
        if not self._may_leave():
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
        self._build()
        self._follow(document)
        old.close()
        old.deleteLater()
        return True

    def take(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped or handed over: the first of them."""
        if paths:
            self.studies.take(paths[0])
        if len(paths) > 1:
            told = self.context.tr("Only the first of {n} files was taken.", n=self.context.language.number(len(paths)))
            self.notify(told, "warning")

    def fault(self, error: BaseException) -> None:
        """Tell a fault of the program's own."""
        self._fault(error)

    def prefer(self, preferences: Preferences) -> None:
        """Take over preferences: those that are seen at once are seen at once."""
        old, self.preferences = self.preferences, preferences
        store(preferences, self._preferences_file)
        if (old.language, old.theme) != (preferences.language, preferences.theme):
            self._build()
        else:
            self._say_states()

    def remember(self, path: Path) -> None:
        """Put a study at the head of the recent ones."""
        self.prefer(self.preferences.with_recent(path))

    # inside

    def _build(self) -> None:
        """Make everything that speaks a language or has a colour."""
        colours, words = colours_of(self.preferences.theme), language_of(self.preferences)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            speak(application, words)
            apply_theme(application, colours)
        self.context = Context(self.document, self.findings, self.jobs, words, colours, self.preferences, self)
        self.studies = Studies(self, self.context)
        self.actions_by_name = make_actions(self, self.context, self._act)
        self._pages: dict[str, Page] = {}
        self.notices = Notices(colours, words)
        self._rail = Rail(self.context, [(name, ICONS[name], words.gettext(title)) for name, title in PAGES], self.go)
        self._stack = QStackedWidget()
        right, below, whole = QWidget(), QWidget(), QWidget()
        column = _plain(QVBoxLayout(right))
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        line = _plain(QHBoxLayout(below))
        line.addWidget(self._rail)
        line.addWidget(right, 1)
        everything = _plain(QVBoxLayout(whole))
        self.top_bar = TopBar(self.context)
        everything.addWidget(self.top_bar)
        everything.addWidget(below, 1)
        self.setCentralWidget(whole)
        whole.show()  # at once: pages that nobody sees do not follow the study
        help_key = QShortcut(QKeySequence("F1"), whole)
        help_key.activated.connect(lambda: self.help(self._page(self.page).help_topic()))
        self.actions_by_name["help"].setShortcut(QKeySequence())
        self._say_states()
        self._enable()
        self.go(self.page)
        if self._unsaved is not None and not self.document.is_saved:
            self._not_saved(self._unsaved)
        if self.isVisible():
            self._idle.start(_CALM)

    def _page(self, name: str) -> Page:
        """Return a page, made when it is first wanted."""
        if name not in self._pages:
            page = make_page(name, self.context)
            self._pages[name] = page
            self._stack.addWidget(page)
            if self.feature:
                page.select(self.feature)
            self._rail.say({name: page.state()})
        return self._pages[name]

    def _make_rest(self) -> None:
        """Make the pages that nobody has wanted yet, one at a time while nothing else happens."""
        missing = next((name for name in ICONS if name not in self._pages), None)
        if missing is not None:
            self._page(missing)
            self._idle.start(_CALM)
        else:
            self.jobs.run("libraries", lambda _: None, lambda _: None, self._fault)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the other pages once the first is on the screen."""
        super().showEvent(event)
        self._idle.start(_PAINTED)

    def _follow(self, document: Document) -> None:
        """Follow a document, once; what a page or bar follows ends with it, because only their own methods are told."""
        document.failed.connect(self._not_saved)
        document.changed.connect(self._say_title)
        document.changed.connect(self._say_soon)
        document.renamed.connect(self._remember)
        document.undo_stack.indexChanged.connect(self._enable)
        self.findings.ready.connect(self._say_states)
        self.findings.failed.connect(self._fault)
        self._say_title()

    def _act(self, name: str) -> None:
        """Do what an action is called."""
        if name.startswith("go_"):
            self.go(name.removeprefix("go_"))
            return
        doing: dict[str, Callable[[], object]] = {
            "undo": self.document.undo_stack.undo,
            "redo": self.document.undo_stack.redo,
            "quit": self.close,
            "help": lambda: self.help(self._page(self.page).help_topic()),
            "guide": lambda: self.help("guide"),
            "glossary": lambda: self.help("glossary"),
            "palette": self._palette,
            "preferences": self._preferences,
            "about": self._about,
            "export": lambda: self._page("report").act(),
        }
        (doing.get(name) or getattr(self.studies, "import_" if name == "import" else name))()

    def _palette(self) -> None:
        from kano_app.ui.dialogs.palette import show_palette  # noqa: PLC0415 - seldom

        show_palette(self.context, self)

    def _preferences(self) -> None:
        from kano_app.ui.dialogs.preferences import ask_preferences  # noqa: PLC0415

        chosen = ask_preferences(self.context, self)
        if chosen is not None:
            self.prefer(replace(chosen, recent=self.preferences.recent))

    def _about(self) -> None:
        from kano_app.ui.dialogs.about import show_about  # noqa: PLC0415

        show_about(self.context, self)

    def _say_soon(self, *_: object) -> None:
        """Tell the states of the pages once they have taken the change in."""
        QTimer.singleShot(0, self._say_states)

    def _remember(self) -> None:
        self.remember(self.document.path)

    def _enable(self, *_: object) -> None:
        document = self.document
        for name, able in (
            ("undo", document.undo_stack.canUndo()),
            ("redo", document.undo_stack.canRedo()),
            ("revert", document.undo_stack.canUndo() and not document.read_only),
        ):
            self.actions_by_name[name].setEnabled(able)
        for name, step in (("undo", document.undo_name()), ("redo", document.redo_name())):
            word = self.context.tr("Undo") if name == "undo" else self.context.tr("Redo")
            told = f"{word}: {step.told(self.context.language)}" if step else word
            self.actions_by_name[name].setText(told.replace("&", "&&"))

    def _say_states(self) -> None:
        self._rail.say({name: page.state() for name, page in self._pages.items()})

    def _say_title(self, *_: object) -> None:
        title = self.document.project.report.title
        self.setWindowTitle(f"{title} – Kano App" if title else "Kano App")

    def _may_leave(self) -> bool:
        """Return whether nothing would be lost; where saving fails, ask what is to become of it."""
        if self.document.is_saved or self.document.read_only:
            return True
        self.document.save_again()
        if self.document.is_saved:
            return True
        tr, box = self.context.tr, QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("The last changes are not saved: the file of the study cannot be written."))
        elsewhere = box.addButton(tr("Save elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Discard the changes"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is elsewhere:
            self.studies.rescue()
            return self.document.is_saved
        return box.clickedButton() is discard

    def _not_saved(self, error: ProjectFileError) -> None:
        self._unsaved = error
        tr = self.context.tr
        self.notify(
            file_error_text(error, self.context.language), "error", (tr("Save elsewhere…"), self.studies.rescue)
        )

    def _fault(self, error: BaseException) -> None:
        told = self.context.tr(
            "The program met a fault of its own ({fault}). Your study is saved; the figures are those from before.",
            fault=f"{type(error).__name__}: {error}",
        )
        self.notify(told, "error")

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open a file that is dropped; after the drop, so that whoever gave it need not wait."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, lambda: self.take(paths))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system from light to dark and back."""
        super().changeEvent(event)
        follows = event.type() is QEvent.Type.ThemeChange and self.preferences.theme is Theme.SYSTEM
        if follows and colours_of(Theme.SYSTEM) is not self.context.colours:
            self._build()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stop the threads and let go of the file; everything is saved, so nothing is asked but where it is not."""
        if not self._may_leave():
            event.ignore()
            return
        self.jobs.stop()
        self.document.close()
        event.accept()


def colours_of(theme: Theme) -> Colours:
    """Return the colours of a theme, those of the system where it is to be followed."""
    if theme is Theme.SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints is not None and hints.colorScheme().name == "Dark" else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def language_of(preferences: Preferences) -> Language:
    """Return the language that is preferred, else the system's as far as the program speaks it."""
    if preferences.language:
        return language(preferences.language)
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - used once

    for name in QLocale.system().uiLanguages():
        parts = name.replace("-", "_").split("_")
        if parts[0] == "zh":
            return language("zh_TW" if {"TW", "HK", "MO", "Hant"} & set(parts) else "zh_CN")
        if parts[0] in LANGUAGES:
            return language(parts[0])
    return language("en")


def _plain(layout: QVBoxLayout | QHBoxLayout) -> QVBoxLayout | QHBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
