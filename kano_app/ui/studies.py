"""What is done with whole studies: new, open, import, merge, save elsewhere, revisions."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from kano_app import assets
from kano_app.domain import edits
from kano_app.domain.evaluation_table import TABLES
from kano_app.domain.feature import FeatureDetails
from kano_app.domain.problem import Problem
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import N_
from kano_app.storage import ProjectFile, ProjectFileError, discard, is_empty, read_project
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.preferences import Preferences
from kano_app.ui.storage_words import file_error_text
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

ENDING = ".kano"
_CAME_FROM, _TITLE = "came_from", "revision_title"
"""What a document that shows a revision remembers: the study it is of, and what it is called."""
_SURVEYS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"


class Studies:
    """The actions on whole studies of one window."""

    def __init__(self, window: "MainWindow", context: Context) -> None:
        """Serve a window in its language."""
        self._window, self._context = window, context
        if _came_from(context.document) is not None:
            # The notices are made after this.
            QTimer.singleShot(0, window, self._say_revision)

    def new(self) -> None:
        """Begin a study with nothing in it, ready for features."""
        self.show(lambda: Document.new(started(self._window.preferences), self._window.drafts))
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
        if self.show(lambda: Document(ProjectFile.open(path), self._window.drafts)):
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
        if path is not None:
            from kano_app.ui.dialogs.importing import read_file  # noqa: PLC0415 - seldom

            read_file(self._window, path, lambda _: _features_of(path), lambda known: self._describe(path, *known))

    def _describe(self, path: Path, details: Sequence[FeatureDetails], problems: Sequence[Problem]) -> None:
        # As the study is by now: somebody may have worked on while the file was read.
        self._window.context.apply(
            N_("Import {file}"),
            lambda project: edits.describe_features(project, details, path.name, problems),
            file=visible(path.name),
        )
        self._window.go("features")

    def merge(self) -> None:
        """Ask for another study of the same features and take its answers over."""
        path = self._ask_open(self._tr("Merge with another study"), self._tr("Studies") + f" (*{ENDING})")
        if path is None:
            return
        from kano_app.ui.dialogs.importing import read_file  # noqa: PLC0415 - seldom
        from kano_app.ui.dialogs.merge import ask_how_to_add  # noqa: PLC0415

        window = self._window
        read_file(
            window,
            path,
            lambda _: read_project(path),
            lambda other: ask_how_to_add(window.context, window, other, path),
        )

    def save_as(self) -> None:
        """Ask for a name and keep the study there from now on."""
        path = self._ask_save(self._tr("Save under a name"))
        if path is None:
            return
        is_revision = _came_from(self._window.document) is not None
        if self._keep_revision(path) if is_revision else self._try(lambda: self._window.document.save_as(path)):
            self._window.notify(self._tr("The study is kept in {file}.", file=path.name))

    def _keep_revision(self, path: Path) -> bool:
        """Make a study of its own, which can be written, of the revision that is looked at."""
        file = self._window.document.file
        if not self._try(lambda: file.copy_to(path)):
            return False
        if not self.show(lambda: Document(ProjectFile.open(path), self._window.drafts)):
            return False
        self._window.remember(path)
        return True

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
        file = self._window.document.file

        def back() -> None:
            opened = file.load(file.opened)
            self._context.apply(N_("Revert to opened"), lambda _: opened)

        if self._try(back):
            undo = self._context.undo_of_this_step()
            self._window.notify(self._tr("The study is as it was opened."), "info", undo)

    def revisions(self) -> None:
        """Show the revisions: name the present one, look at an older one, restore it."""
        from kano_app.ui.dialogs.revisions import show_revisions  # noqa: PLC0415 - seldom

        show_revisions(self._context, self._window)

    def look_at(self, project: Project, title: str) -> None:
        """Show an older state read-only, in place of the study, with a way back."""
        left = self._window.document
        path = left.path

        def make() -> Document:
            if left.is_draft and is_empty(left.project):
                # Without a name a draft with nothing in it is removed when it is left, with all its revisions.
                left.file.keep(self._tr("kept by hand"))
            document = Document.new(project, self._window.drafts)
            document.read_only = True
            document.setProperty(_CAME_FROM, str(path))
            document.setProperty(_TITLE, title)
            return document

        self.show(make)

    def _say_revision(self) -> None:
        """Say what is shown and offer the way back; said anew whenever the window is made anew."""
        path = _came_from(self._window.document)
        if path is None or self._window.studies is not self:
            return
        self._window.notify(
            self._tr("This is the revision “{title}”, read only.", title=str(self._window.document.property(_TITLE))),
            "info",
            (self._tr("Back to the study"), lambda: self._window.studies.back_to(path)),
        )

    def back_to(self, path: Path) -> None:
        """Leave a revision that was looked at; what was shown of it is kept nowhere."""
        self.open_file(path, page=self._window.page)

    def _read(self, path: Path, features: Path | None, *, title: str = "", as_new: bool = False) -> None:
        """Read a survey off the window's thread, with progress and cancel."""
        from kano_app.ui.dialogs.importing import import_survey  # noqa: PLC0415 - seldom

        import_survey(self._window, path, features, title=title, as_new=as_new)

    def show(self, make: Callable[[], Document]) -> bool:
        """Show another study in place of this one; of a revision that is left nothing stays behind."""
        left = self._window.document
        try:
            document = make()
        except ProjectFileError as error:
            self._window.notify(file_error_text(error, self._context.language), "error")
            return False
        # Both are asked now: the one that is not shown in the end is closed.
        remains, refused = _leavings(left), _leavings(document)
        is_shown = self._window.show_document(document)
        _remove(remains if is_shown else refused)
        return is_shown

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


def _came_from(document: Document) -> Path | None:
    """Return the study that a document shows a revision of."""
    path = document.property(_CAME_FROM)
    return Path(path) if path and document.read_only else None


def _leavings(document: Document) -> Path | None:
    """Return the file that is of no use once a document is left."""
    return document.path if _came_from(document) is not None and document.is_draft else None


def _remove(path: Path | None) -> None:
    if path is not None:
        with suppress(ProjectFileError):
            discard(path)


def _features_of(path: Path) -> tuple[Sequence[FeatureDetails], Sequence[Problem]]:
    from kano_app import importers  # noqa: PLC0415 - heavy libraries wait until they are needed

    return importers.read_features(path)


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
