"""What is done with whole studies: new, open, import, merge, save elsewhere, revisions."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kano_app import assets
from kano_app.domain.project import Project
from kano_app.i18n import N_
from kano_app.storage import ProjectFile, ProjectFileError, is_empty, read_project
from kano_app.ui.asking import ask_open, ask_save
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.looking import Look, leavings, look_of, remove, say_look, to_look_at
from kano_app.ui.new_study import started
from kano_app.ui.opening import Looked, Opening
from kano_app.ui.storage_words import file_error_text
from kano_app.ui.waiting import wait_for
from kano_app.ui.workshop.door import has_open_workshop
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

ENDING = ".kano"
OPEN_JOB, IMPORT_JOB, _COPY_JOB = "study", "import", "copy"
_SURVEYS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"


class Studies:
    """The actions on whole studies of one window."""

    def __init__(self, window: "MainWindow", context: Context) -> None:
        """Serve a window in its language."""
        self._window, self._context = window, context
        if look_of(context.document) is not None:
            # The notices are made after this.
            QTimer.singleShot(0, window, self._say_look)
        QTimer.singleShot(0, window, self._go_on_importing)
        QTimer.singleShot(0, window, self._go_on_asking)

    def new(self) -> None:
        """Begin a study with nothing in it, ready for features."""
        self.show(lambda: Document.new(started(self._window.preferences), self._window.drafts))
        self._window.go("features")

    def open(self) -> None:
        """Ask for a study and open it."""
        path = self._ask_open(self.tr("Open a study"), self.tr("Studies") + f" (*{ENDING})")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path, *, page: str = "results") -> None:
        """Open a study; the page is the one that says most of it."""
        path = path.absolute()  # it is remembered, and the program may be started elsewhere
        if path.resolve() == self._window.document.path:
            self._window.go(page)
            return
        opening = Opening(path)
        text = self.tr("Opening {file}", file=visible(path.name))
        wait_for(
            self._window,
            OPEN_JOB,
            text,
            opening,
            lambda found: self._opened(path, found, page),
            self._failed,
            opening.give_up,
        )

    def _opened(self, path: Path, found: ProjectFile | Looked, page: str) -> None:
        window = self._window
        if isinstance(found, Looked):
            look = Look(path, error=found.error)
            is_shown = self.show(lambda: to_look_at(found.project, look, window.drafts))
            is_draft = path.resolve().parent == window.drafts.resolve()
        else:
            is_shown = self.show(lambda: Document(found, window.drafts))
            is_draft = window.document.is_draft
        if is_shown:
            if not is_draft:
                window.remember(path)
            project = window.document.project
            page = "answers" if not window.document.read_only and has_open_workshop(project) else page
            window.go(page if project.surveys[-1].features else "features")

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
        path = self._ask_open(self.tr("Import answers"), self.tr("Surveys") + f" ({_SURVEYS})")
        if path is not None:
            self._read(path, None)

    def import_features(self) -> None:
        """Ask for a features file and put what it says where it belongs."""
        path = self._ask_open(self.tr("Import what is known of the features"), self.tr("Tables") + f" ({_SURVEYS})")
        if path is not None:
            from kano_app.ui.describing import describe, features_of  # noqa: PLC0415
            from kano_app.ui.dialogs.importing import read_file  # noqa: PLC0415 - seldom

            window = self._window
            read_file(window, path, lambda _: features_of(path), lambda known: describe(window, path, *known))

    def merge(self) -> None:
        """Ask for another study of the same features and take its answers over."""
        path = self._ask_open(self.tr("Merge with another study"), self.tr("Studies") + f" (*{ENDING})")
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
        path = self._ask_save(self.tr("Save under a name"))
        if path is None:
            return
        if look_of(self._window.document) is not None:
            self._keep_looked_at(path)
        elif self._try(lambda: self._window.document.save_as(path)):
            self._window.notify(self.tr("The study is kept in {file}.", file=visible(path.name)))

    def _keep_looked_at(self, path: Path) -> None:
        """Make a study of its own, which can be written, of what is looked at."""
        file, window = self._window.document.file, self._window
        if not self._try(lambda: file.copy_to(path)):
            return
        if self.show(lambda: Document(ProjectFile.open(path), window.drafts)):
            window.remember(path)
            window.notify(self.tr("The study is kept in {file}.", file=visible(path.name)))

    def save_copy(self) -> None:
        """Ask for a name and write a copy there, off the window's thread; the study stays where it is."""
        path = self._ask_save(self.tr("Save a copy"))
        if path is None:
            return
        document, window, file = self._window.document, self._window, visible(path.name)
        wait_for(
            window,
            _COPY_JOB,
            self.tr("Writing {file}", file=file),
            lambda _: document.copy_to(path),
            lambda _: window.notify(window.context.tr("A copy was written to {file}.", file=file)),
            self._failed,
        )

    def rescue(self) -> None:
        """Ask where to keep what is on the screen, where its own file can no longer be written."""
        path = self._ask_save(self.tr("Save elsewhere"))
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
            self._window.notify(self.tr("The study is as it was opened."), "info", undo)

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
                left.file.keep(self.tr("kept by hand"))
            return to_look_at(project, Look(path, title), self._window.drafts)

        self.show(make)

    def back_to(self, path: Path) -> None:
        """Go back to the study that a revision is of, at once: it was open a moment ago."""
        window = self._window
        if self.show(lambda: Document(ProjectFile.open(path), window.drafts)):
            if not window.document.is_draft:
                window.remember(path)
            window.go(window.page if window.document.project.surveys[-1].features else "features")

    def _say_look(self) -> None:
        if self._window.studies is self:
            say_look(self._window)

    def _go_on_importing(self) -> None:
        """Show the sheet of an import again that is not confirmed yet: window and language may be other ones."""
        if self._window.studies is self and "kano_app.ui.importing.entry" in sys.modules:
            from kano_app.ui.importing.entry import go_on  # noqa: PLC0415 - seldom

            go_on(self._window)

    def _go_on_asking(self) -> None:
        """Show an open workshop again: window and language may be other ones."""
        if self._window.studies is self and "kano_app.ui.workshop.workshop" in sys.modules:
            from kano_app.ui.workshop.workshop import go_on  # noqa: PLC0415 - seldom

            go_on(self._window)

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
        remains, refused = leavings(left), leavings(document)
        is_shown = self._window.show_document(document)
        remove(remains if is_shown else refused)
        return is_shown

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ProjectFileError):
            self._window.notify(file_error_text(error, self._window.context.language), "error")
        else:
            self._window.fault(error)

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ProjectFileError as error:
            self._window.notify(file_error_text(error, self._context.language), "error")
            return False
        return True

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        return ask_open(self._window, title, kinds)

    def _ask_save(self, title: str) -> Path | None:
        study = self._window.document.project.report.title or self.tr("Untitled study")
        return ask_save(self._window, title, study, ENDING, self.tr("Studies") + f" (*{ENDING})")

    def tr(self, text: str, /, **values: str) -> str:
        """Return a message in the window's language; the extractor knows this name and no other."""
        return self._context.tr(text, **values)
