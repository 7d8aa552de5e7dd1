"""The buttons that write files, and how far the writing has come."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.i18n import language
from kano_app.ui.context import Context
from kano_app.ui.jobs import Job
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.report_choices import today
from kano_app.ui.widgets.report_files import file_name, with_ending, write_figures, write_pdf
from kano_app.wording.literal import visible
from kano_app.wording.problems import message

if TYPE_CHECKING:
    from kano_app.report import Written

_PDF, _FIGURES = (".pdf",), (".csv", ".json")
_JOB = "export"
_STEPS = 1000
_MOST_CHARACTERS = 12


@dataclass
class _Writing:
    """A file that is being written, whatever pages come and go meanwhile."""

    export: "Export"
    """The buttons that show it: those of the page as it is now."""
    path: Path
    day: dt.date | None = None
    """The day of a report; the figures have none."""

    @property
    def context(self) -> Context:
        """In the language of now; a page that is no more still knows its own."""
        return self.export.context

    def done(self, value: Any) -> None:  # noqa: ANN401 - what the two kinds of work give
        """Tell that it is there."""
        if self.day is None:
            told = self.context.tr("The figures are in {file}.", file=visible(self.path.name))
            self._notify_done(told)
            return
        self._say_written(value)

    def _say_written(self, written: "Written") -> None:
        context = self.context
        told = context.ntr(
            "{file} is written: {n} page.", "{file} is written: {n} pages.", written.pages, file=visible(self.path.name)
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
        self._notify_done(told)

    def _notify_done(self, told: str) -> None:
        url = QUrl.fromLocalFile(str(self.path))
        self.context.window.notify(told, "info", (self.context.tr("Open"), lambda: _open(url)))

    def failed(self, error: BaseException) -> None:
        """Tell why there is no file, and what helps."""
        context = self.context
        if isinstance(error, OSError):
            problem = Problem(Code.OUTPUT_UNWRITABLE, file=self.path.name, facts={"reason": error.strerror or ""})
            told = message(problem, context.language) + " " + context.tr("Nothing was changed.")
            context.window.notify(told, "error", (context.tr("Choose another name…"), self._again))
        else:
            fault = f"{type(error).__name__}: {error}"
            told = context.tr("The program met a fault of its own ({fault}); no file was written.", fault=fault)
            context.window.notify(told, "error")

    def _again(self) -> None:
        if shiboken6.isValid(self.export):
            (self.export.ask_figures if self.day is None else self.export.ask_pdf)()


class Export(QWidget):
    """Writes the PDF and the figures; one of them at a time."""

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__()
        self.context = context
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
        context.jobs.advanced.connect(self._advance)
        context.jobs.ended.connect(self._ended)
        self._show_running()

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
        path = self._ask(self.context.tr("Write the PDF"), "PDF (*.pdf)", _PDF)
        if path is None:
            return
        day = today()
        project = _dated(self.context.project, day)
        self._run(_Writing(self, path, day), lambda progress: write_pdf(project, path, progress))

    def ask_figures(self) -> None:
        """Ask for a name and write every figure there."""
        tr = self.context.tr
        path = self._ask(tr("Save the figures"), "CSV (*.csv);;JSON (*.json)", _FIGURES)
        if path is None:
            return
        project, words = self.context.project, language(self.context.project.report.language)
        self._run(_Writing(self, path), lambda progress: write_figures(project, path, words, progress))

    def cancel(self) -> None:
        """Give up what is being written; nothing of it is left."""
        self.context.jobs.cancel(_JOB)
        self.write.setFocus()

    def _ask(self, title: str, kinds: str, endings: tuple[str, ...]) -> Path | None:
        if self.is_running or not self.write.isEnabled():
            return None
        context = self.context
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
        document = self.context.document
        if not document.is_draft:
            return document.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _run(self, writing: _Writing, work: Callable[[Callable[[float], None]], Any]) -> None:
        self.context.jobs.run(_JOB, work, writing.done, writing.failed, about=writing)
        self._show_running()
        self.stop.setFocus()

    def _show_running(self) -> None:
        """Show the file that is being written, also one that a page before this one began."""
        job = self.context.jobs.running(_JOB)
        if job is not None and isinstance(job.about, _Writing):
            job.about.export = self
            self.told.setText(self.context.tr("Writing {file}", file=visible(job.about.path.name)))
            self._advance(job)
            self._stack.setCurrentIndex(1)

    def _advance(self, job: Job) -> None:
        if job.key == _JOB:
            self.bar.setValue(round(job.share * _STEPS))

    def _ended(self, key: str) -> None:
        if key == _JOB:
            had_focus = self.stop.hasFocus()
            self._stack.setCurrentIndex(0)
            if had_focus:
                self.write.setFocus()


def _dated(project: Project, day: dt.date) -> Project:
    """Return the project with the date of its report, if it has none yet."""
    if project.report.date is not None:
        return project
    return edits.choose_report(project, replace(project.report, date=day))


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
