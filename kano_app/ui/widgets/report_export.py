"""The buttons that write files, and how far the writing has come."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.i18n import N_, language
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.report_choices import today
from kano_app.ui.widgets.report_files import file_name, with_ending, write_figures, write_pdf
from kano_app.wording.literal import visible
from kano_app.wording.problems import message

if TYPE_CHECKING:
    from kano_app.report import Written

_PDF, _FIGURES = (".pdf",), (".csv", ".json")
_STEPS = 1000
_MOST_CHARACTERS = 12


class Export(QWidget):
    """Writes the PDF and the figures; one of them at a time."""

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__()
        self._context = context
        tr = context.tr
        self.write = button(tr("Write the PDF…"), self.ask_pdf, "primary")
        self.figures = button(tr("Save the figures…"), self.ask_figures)
        self.figures.setToolTip(tr("Every figure for other programs: CSV for spreadsheets, JSON with all comparisons."))
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GAP)
        self.told = label("", "muted")
        self.stop = button(tr("Cancel"), self.cancel)
        running = QWidget()
        column = QVBoxLayout(running)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row(self.told, None, self.stop))
        column.addWidget(self.bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(row(self.write, self.figures, None))
        self._stack.addWidget(running)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._stack.currentIndex() == 1

    def can_write(self, *, on: bool) -> None:
        """Say whether there is anything to write."""
        self.write.setEnabled(on)
        self.figures.setEnabled(on)

    def ask_pdf(self) -> None:
        """Ask for a name and write the report there."""
        path = self._ask(self._context.tr("Write the PDF"), "PDF (*.pdf)", _PDF)
        if path is None:
            return
        day = today()
        project = _dated(self._context.project, day)

        def done(written: "Written") -> None:
            self._context.apply(N_("Date the report"), lambda now: _dated(now, day))
            self._say_written(path, written)

        self._run(path, lambda progress: write_pdf(project, path, progress), done, self.ask_pdf)

    def ask_figures(self) -> None:
        """Ask for a name and write every figure there."""
        tr = self._context.tr
        path = self._ask(tr("Save the figures"), "CSV (*.csv);;JSON (*.json)", _FIGURES)
        if path is None:
            return
        project, words = self._context.project, language(self._context.project.report.language)
        self._run(
            path,
            lambda progress: write_figures(project, path, words, progress),
            lambda _: self._notify_done(path, tr("The figures are in {file}.", file=visible(path.name))),
            self.ask_figures,
        )

    def cancel(self) -> None:
        """Give up what is being written; nothing of it is left."""
        self._context.jobs.cancel("export")
        self._show_running(on=False)
        self.write.setFocus()

    def _ask(self, title: str, kinds: str, endings: tuple[str, ...]) -> Path | None:
        if self.is_running or not self.write.isEnabled():
            return None
        context = self._context
        start = self._folder() / file_name(context.project.report.title or context.tr("Untitled study"), endings[0])
        name, kind = QFileDialog.getSaveFileName(self, title, str(start), kinds)
        if not name:
            return None
        asked = Path(name)
        wanted = tuple(sorted(endings, key=lambda ending: f"*{ending}" not in kind))
        path = with_ending(asked, wanted)
        if path != asked and path.exists():
            # The dialog asked whether to replace another name than this one.
            told = context.tr(
                "{file} is there already. Choose it by its whole name to replace it.", file=visible(path.name)
            )
            context.window.notify(told, "warning")
            return None
        return path

    def _folder(self) -> Path:
        """Return where the study is, or the documents where it has no file of its own."""
        document = self._context.document
        if not document.is_draft:
            return document.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _run(
        self,
        path: Path,
        work: Callable[[Callable[[float], None]], Any],
        done: Callable[[Any], None],
        again: Callable[[], None],
    ) -> None:
        self.told.setText(self._context.tr("Writing {file}", file=visible(path.name)))
        self.bar.setValue(0)
        self._show_running(on=True)
        self.stop.setFocus()

        def finished(value: object) -> None:
            self._show_running(on=False)
            done(value)

        def failed(error: BaseException) -> None:
            self._show_running(on=False)
            self._say_failed(path, error, again)

        self._context.jobs.run("export", work, finished, failed, self._advance)

    def _advance(self, share: float) -> None:
        if shiboken6.isValid(self):
            self.bar.setValue(round(share * _STEPS))

    def _show_running(self, *, on: bool) -> None:
        # Language or theme may have changed meanwhile: then another page stands in place of this one.
        if shiboken6.isValid(self):
            had_focus = self.stop.hasFocus()
            self._stack.setCurrentIndex(int(on))
            if had_focus and not on:
                self.write.setFocus()

    def _say_written(self, path: Path, written: "Written") -> None:
        context = self._context
        told = context.ntr(
            "{file} is written: {n} page.", "{file} is written: {n} pages.", written.pages, file=visible(path.name)
        )
        if written.missing_characters:
            characters = list(written.missing_characters)
            names = context.language.listing(characters[:_MOST_CHARACTERS])
            more = context.ntr(
                "No font has {n} character, shown by its number: {names}.",
                "No font has {n} characters, shown by their numbers: {names}.",
                len(characters),
                names=names + (" …" if len(characters) > _MOST_CHARACTERS else ""),
            )
            told = f"{told} {more}"
        self._notify_done(path, told)

    def _notify_done(self, path: Path, told: str) -> None:
        url = QUrl.fromLocalFile(str(path))
        self._context.window.notify(told, "info", (self._context.tr("Open"), lambda: _open(url)))

    def _say_failed(self, path: Path, error: BaseException, again: Callable[[], None]) -> None:
        context = self._context
        if isinstance(error, OSError):
            problem = Problem(Code.OUTPUT_UNWRITABLE, file=path.name, facts={"reason": error.strerror or ""})
            told = message(problem, context.language) + " " + context.tr("Nothing was changed.")
            context.window.notify(told, "error", (context.tr("Choose another name…"), lambda: _if_alive(self, again)))
        else:
            fault = f"{type(error).__name__}: {error}"
            told = context.tr("The program met a fault of its own ({fault}); no file was written.", fault=fault)
            context.window.notify(told, "error")


def _dated(project: Project, day: Any) -> Project:  # noqa: ANN401 - a date
    """Return the project with the date of its report, if it has none yet."""
    if project.report.date is not None:
        return project
    return edits.choose_report(project, replace(project.report, date=day))


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def _if_alive(widget: QWidget, act: Callable[[], None]) -> None:
    if shiboken6.isValid(widget):
        act()
