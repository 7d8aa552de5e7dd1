"""From a file to the sheet, and from the sheet into the study."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.ui.dialogs.adding import AddDialog, Way
from kano_app.ui.dialogs.importing import (
    Read,
    failure,
    has_no_features,
    read_file,
    take_people_or_wave,
    take_study,
)
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.reading import Reading, Step, Told, look
from kano_app.ui.importing.sheet import Sheet
from kano_app.wording.literal import visible
from kano_app.wording.study import people_and_features, title_from_file

if TYPE_CHECKING:
    from kano_app.importers import Source
    from kano_app.ui.main_window import MainWindow


class Importing(QObject):
    """One import of one window, from looking at the file until it is taken or given up."""

    def __init__(self, window: "MainWindow", source: "Source", features: Path | None = None, title: str = "") -> None:
        """Serve a window."""
        super().__init__(window)
        self.window, self.source = window, source
        self._features, self._title = features, title
        self.draft: Draft | None = None
        self.sheet: Sheet | None = None
        self.is_open = False
        """Whether it waits for somebody to confirm it."""
        self._then: Callable[[], None] | None = None
        """What is done once it was read for another study."""
        self._came_from = window.page

    def begin(self) -> None:
        """Look at the file off the window's thread, then show it."""
        for other in self.window.findChildren(Importing):
            if other.is_open and other.sheet is not None:
                other.sheet.reject()
        source, salt = self.source, self._salt()

        def opened(first: tuple[Step, Step, Reading]) -> None:
            self.draft = Draft(source, self.window.jobs, first, salt)
            self.draft.setParent(self)
            self.draft.failed.connect(self._failed)
            self.draft.changed.connect(self._wait_no_more)
            self.draft.ready.connect(self._ready)
            self.show()

        read_file(self.window, source, lambda told: look(source, salt, told), opened)

    def show(self) -> None:
        """Show the sheet over the page Answers; made anew with language and look."""
        if self.draft is None:
            return
        self.is_open = True
        self.sheet = Sheet(self.window.context, self.draft)
        self.sheet.confirmed.connect(self._confirm)
        self.sheet.finished.connect(self._finished)
        self.window.frame.lay(self.sheet)
        self.window.go("answers")

    def resume(self) -> None:
        """Show a sheet again that was left; the study may be another one by now."""
        if self.draft is not None and not self.is_open:
            self.draft.read_again(self._salt())
            self.show()

    def _salt(self) -> str:
        return (
            secrets.token_hex(8) if self._becomes_study else self.window.document.project.salt or secrets.token_hex(8)
        )

    @property
    def _becomes_study(self) -> bool:
        document = self.window.document
        return document.read_only or has_no_features(document.project)

    def _finished(self, result: int) -> None:
        """Leave the sheet; what was corrected can be gone back to."""
        self.is_open = False
        self._close()
        window = self.window
        if result == QDialog.DialogCode.Accepted:
            return
        window.jobs.cancel("import")
        if window.page == "answers":
            window.go(self._came_from)
        if self.draft is not None and self.draft.is_corrected:
            # Later: the window may be on its way to another study, where notices are made anew.
            QTimer.singleShot(0, window, self._say_left)
        else:
            self.deleteLater()

    def _say_left(self) -> None:
        context = self.window.context
        told = context.tr("{file} was not imported.", file=visible(self.source.name))
        self.window.notify(told, "info", (context.tr("Back to it"), self.resume))

    def _close(self) -> None:
        if self.sheet is not None:
            self.window.frame.lift(self.sheet)
            self.sheet.deleteLater()
            self.sheet = None

    def _failed(self, error: BaseException) -> None:
        self.window.notify(failure(error, self.source, self.window.context), "error")
        if self.draft is not None:
            self.draft.stop()

    # taking

    def _confirm(self) -> None:
        salt = self.window.document.project.salt
        if self._becomes_study:
            self._take_study()
        elif salt and self.draft is not None and self.draft.salt != salt:
            # The study is another one than when the file was read.
            self._read_for(salt, self._ask)
        else:
            self._ask()

    def _ask(self) -> None:
        read, context = self._read(), self.window.context
        size = people_and_features(read.survey, context.language)
        dialog = AddDialog(
            context,
            self.window,
            context.tr("Import {file}", file=visible(self.source.name)),
            context.tr("It holds {size}. This study has features already: what are these answers?", size=size),
            self.window.document.project,
            read.survey,
            list(Way),
        )
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.open()

    def _take(self, dialog: AddDialog) -> None:
        if dialog.way is not Way.STUDY:
            read = self._read()
            self._accept()
            take_people_or_wave(self.window, dialog, read, self.source)
            self.deleteLater()
        elif self.draft is not None:
            # Read anew: what people are told apart by is each study's own.
            self._read_for("", self._take_study)

    def _read_for(self, salt: str, then: Callable[[], None]) -> None:
        if self.draft is not None:
            self.draft.read_again(salt)
            self._then = then

    def _wait_no_more(self) -> None:
        self._then = None

    def _ready(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _take_study(self) -> None:
        read = self._read()
        project = edits.add_survey(Project(salt=read.salt), read.survey, read.problems)
        if self._features is None:
            self._put(project)
            return
        features = self._features

        def described(_: Told) -> Project:
            from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until they are needed

            return pipeline.read_features(project, features)

        read_file(self.window, features, described, self._put)

    def _put(self, project: Project) -> None:
        self._accept()
        if take_study(self.window, project, self._title or title_from_file(Path(self.source.name).stem), self.source):
            self.deleteLater()
        else:
            self.resume()

    def _accept(self) -> None:
        if self.draft is not None:
            self.draft.remember()
        if self.sheet is not None:
            self.sheet.accept()

    def _read(self) -> Read:
        draft = self.draft
        if draft is None or draft.reading.survey is None:
            raise RuntimeError("nothing was read")
        return Read(replace(draft.reading.survey, label=draft.label), draft.reading.problems, draft.salt)


def go_on(window: "MainWindow") -> None:
    """Show the sheet of an import again, once the window was made anew."""
    for one in window.findChildren(Importing):
        if one.is_open:
            one.show()
