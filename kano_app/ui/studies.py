"""What is done with whole studies: new, open, import, merge, save elsewhere, revisions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kano_app import assets
from kano_app.domain import edits
from kano_app.domain.evaluation_table import TABLES
from kano_app.domain.problem import Unusable
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import N_
from kano_app.storage import ProjectFile, ProjectFileError, read_project
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.preferences import Preferences
from kano_app.ui.storage_words import file_error_text
from kano_app.wording.problems import message

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

ENDING = ".kano"
_SURVEYS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"


class Studies:
    """The actions on whole studies of one window."""

    def __init__(self, window: "MainWindow", context: Context) -> None:
        """Serve a window in its language."""
        self._window, self._context = window, context

    def new(self) -> None:
        """Begin a study with nothing in it, ready for features."""
        self._show(lambda: Document.new(started(self._window.preferences), self._window.drafts))
        self._window.go("features")

    def open(self) -> None:
        """Ask for a study and open it."""
        path = self._ask_open(self._tr("Open a study"), self._tr("Studies") + f" (*{ENDING})")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path, *, page: str = "results") -> None:
        """Open a study; the page is the one that says most of it."""
        if path.resolve() == self._window.document.path:
            self._window.go(page)
            return
        if self._show(lambda: Document(ProjectFile.open(path), self._window.drafts)):
            if not self._window.document.is_draft:
                self._window.remember(path)
            self._window.go(page if self._window.document.project.surveys[-1].features else "features")

    def open_sample(self, name: str, features: str = "", title: str = "") -> None:
        """Open a sample survey as a new study, under a title of its own."""
        folder = assets.sample_surveys()
        self._read(folder / name, folder / features if features else None, title=title, as_new=True)

    def take(self, path: Path, *, features: Path | None = None) -> None:
        """Take a file that was dropped, or handed over by a second start: a study is opened, a survey imported."""
        if path.suffix.lower() == ENDING:
            self.open_file(path)
        else:
            self._read(path, features)

    def import_(self) -> None:
        """Ask for a survey and import it."""
        path = self._ask_open(self._tr("Import answers"), self._tr("Surveys") + f" ({_SURVEYS})")
        if path is not None:
            self._read(path, None)

    def import_features(self) -> None:
        """Ask for a features file and put what it says where it belongs."""
        path = self._ask_open(self._tr("Import what is known of the features"), self._tr("Tables") + f" ({_SURVEYS})")
        if path is None:
            return
        from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until they are needed

        try:
            project = pipeline.read_features(self._context.project, path)
        except Unusable as unusable:
            self._window.notify(message(unusable.problem, self._context.language), "error")
            return
        self._context.apply(N_("Import {file}"), lambda _: project, file=path.name)
        self._window.go("features")

    def merge(self) -> None:
        """Ask for another study of the same features and take its answers over."""
        path = self._ask_open(self._tr("Merge with another study"), self._tr("Studies") + f" (*{ENDING})")
        if path is None:
            return
        try:
            other = read_project(path)
        except ProjectFileError as error:
            self._window.notify(file_error_text(error, self._context.language), "error")
            return
        from kano_app.ui.dialogs.merge import ask_how_to_add  # noqa: PLC0415 - seldom

        ask_how_to_add(self._context, self._window, other, path)

    def save_as(self) -> None:
        """Ask for a name and keep the study there from now on."""
        path = self._ask_save(self._tr("Save under a name"))
        if path is not None and self._try(lambda: self._window.document.save_as(path)):
            self._window.notify(self._tr("The study is kept in {file}.", file=path.name))

    def save_copy(self) -> None:
        """Ask for a name and write a copy there; the study stays where it is."""
        path = self._ask_save(self._tr("Save a copy"))
        if path is not None and self._try(lambda: self._window.document.file.copy_to(path)):
            self._window.notify(self._tr("A copy was written to {file}.", file=path.name))

    def rescue(self) -> None:
        """Ask where to keep what is on the screen, where its own file can no longer be written."""
        path = self._ask_save(self._tr("Save elsewhere"))
        if path is not None:
            self._try(lambda: self._window.document.rescue(path))

    def revert(self) -> None:
        """Go back to the study as it was opened: one step, which can be undone."""
        document = self._window.document
        opened = document.file.load(document.file.opened)
        self._context.apply(N_("Revert to opened"), lambda _: opened)
        self._window.notify(
            self._tr("The study is as it was opened."), "info", (self._tr("Undo"), document.undo_stack.undo)
        )

    def revisions(self) -> None:
        """Show the revisions: name the present one, look at an older one, restore it."""
        from kano_app.ui.dialogs.revisions import show_revisions  # noqa: PLC0415 - seldom

        show_revisions(self._context, self._window)

    def look_at(self, project: Project, title: str) -> None:
        """Show an older state read-only, in place of the study, with a way back."""
        path = self._window.document.path
        document = Document.new(project, self._window.drafts)
        document.read_only = True
        self._window.show_document(document)
        self._window.notify(
            self._tr("This is the revision “{title}”, read only.", title=title),
            "info",
            (self._tr("Back to the study"), lambda: self._window.studies.back_to(path)),
        )

    def back_to(self, path: Path) -> None:
        """Leave a revision that was looked at; what was shown of it is kept nowhere."""
        shown = self._window.document
        self.open_file(path, page=self._window.page)
        if self._window.document is not shown:
            shown.path.unlink(missing_ok=True)

    def _read(self, path: Path, features: Path | None, *, title: str = "", as_new: bool = False) -> None:
        """Read a survey off the window's thread, with progress and cancel."""
        from kano_app.ui.dialogs.importing import import_survey  # noqa: PLC0415 - seldom

        import_survey(self._context, self._window, path, features, title=title, as_new=as_new)

    def _show(self, make: Callable[[], Document]) -> bool:
        try:
            document = make()
        except ProjectFileError as error:
            self._window.notify(file_error_text(error, self._context.language), "error")
            return False
        self._window.show_document(document)
        return True

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ProjectFileError as error:
            self._window.notify(file_error_text(error, self._context.language), "error")
            return False
        return True

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        return Path(name) if name else None

    def _ask_save(self, title: str) -> Path | None:
        study = self._window.document.project.report.title or self._tr("Untitled study")
        start = "".join("_" if char in '\\/:*?"<>|' else char for char in study) + ENDING
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, self._tr("Studies") + f" (*{ENDING})")
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)

    def _tr(self, text: str, /, **values: str) -> str:
        return self._context.tr(text, **values)


def started(preferences: Preferences) -> Project:
    """Return a study with nothing in it, with the defaults that are preferred."""
    return with_defaults(edits.new_study(), preferences)


def with_defaults(project: Project, preferences: Preferences) -> Project:
    """Return a new study with the defaults of method and report that are preferred."""
    method = replace(
        project.analysis or AnalysisSettings(),
        table=TABLES[preferences.table],
        rule=preferences.rule,
        reverse_and_questionable=preferences.reverse_and_questionable,
    )
    from kano_app.ui.main_window import language_of  # noqa: PLC0415 - it loads this module in its turn

    report = replace(
        project.report,
        organisation=preferences.organisation,
        paper=preferences.paper,
        language=language_of(preferences).code,
    )
    return edits.choose_report(edits.choose_method(project, method), report)
