"""The buttons that write files, and how far the writing has come."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.jobs import Job
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.report_choosing import today
from kano_app.ui.widgets.report_files import file_name, own_folder, with_ending, write_export, write_pdf
from kano_app.ui.widgets.report_words import WAYS, way_name, way_use
from kano_app.ui.widgets.report_writing import Writing
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.literal import visible

_JOB = "export"
_STEPS = 1000
_ABOVE = {"json", "jira", "tables", "archive"}
"""The ways out above which a line stands in the menu."""


class Export(QWidget):
    """Writes the PDF and all other files; one of them at a time."""

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__()
        self.context = context
        tr = context.tr
        self.write = button(tr("Write the PDF…"), self.ask_pdf, "primary")
        self.others = button(tr("Save as…"), lambda: None)
        self.ways: dict[str, QAction] = {}
        self.others.setMenu(self._menu())
        self.others.setToolTip(tr("Workbook, web page, tables, charts and backlogs for other programs"))
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
        self._stack.addWidget(row(self.write, self.others, None))
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
        self.others.setEnabled(on)

    def ask_pdf(self) -> None:
        """Ask for a name and write the report there."""
        path = self._ask(self.context.tr("Write the PDF"), ".pdf")
        if path is None:
            return
        project = _dated(self.context.project, today())
        self._run(Writing(self, "", path), lambda progress: write_pdf(project, path, progress))

    def ask_way(self, key: str) -> None:
        """Ask for a name and write the study there, one of the ways in ``WAYS``."""
        suffix = WAYS[key]
        name = way_name(key, self.context.language)
        path = self._ask(name, suffix) if suffix else self._ask_folder(name)
        if path is None:
            return
        project = _dated(self.context.project, today())
        self._run(Writing(self, key, path), lambda progress: write_export(project, key, path, progress))

    def cancel(self) -> None:
        """Give up what is being written; nothing of it is left."""
        self.context.jobs.cancel(_JOB)
        self.write.setFocus()

    def _menu(self) -> QMenu:
        words, menu = self.context.language, QMenu(self)
        menu.setToolTipsVisible(True)
        pdf = menu.addAction(self.context.tr("PDF") + "…")
        pdf.triggered.connect(self.ask_pdf)
        self.ways["pdf"] = pdf
        for key in WAYS:
            if key in _ABOVE:
                menu.addSeparator()
            action = menu.addAction(way_name(key, words).replace("&", "&&") + "…")
            action.setToolTip(plain_tip(way_use(key, words)))
            action.triggered.connect(lambda _=False, key=key: self.ask_way(key))
            self.ways[key] = action
        return menu

    def _ask(self, title: str, suffix: str) -> Path | None:
        if self.is_running or not self.write.isEnabled():
            return None
        context = self.context
        start = self._folder() / file_name(context.project.report.title or context.tr("Untitled study"), suffix)
        kinds = f"{suffix.removeprefix('.').upper()} (*{suffix})"
        name, _ = QFileDialog.getSaveFileName(self, title, str(start), kinds)
        if not name:
            return None
        asked = Path(name)
        path = with_ending(asked, (suffix,))
        if path != asked and path.exists():
            # The dialog asked whether to replace another name than this one.
            told = context.tr(
                "{file} is there already. Choose it by its whole name to replace it.", file=visible(path.name)
            )
            context.window.notify(told, "warning")
            return None
        return path

    def _ask_folder(self, title: str) -> Path | None:
        if self.is_running or not self.write.isEnabled():
            return None
        context = self.context
        name = QFileDialog.getExistingDirectory(self, title, str(self._folder()))
        if not name:
            return None
        try:
            return own_folder(Path(name), context.project.report.title or context.tr("Untitled study"))
        except OSError as error:
            reason = error.strerror or str(error)
            context.window.notify(context.tr("{file} cannot be read: {reason}.", file=name, reason=reason), "error")
            return None

    def _folder(self) -> Path:
        """Return where the study is, or the documents where it has no file of its own."""
        document = self.context.document
        if not document.is_draft:
            return document.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _run(self, writing: Writing, work: Callable[[Callable[[float], None]], Any]) -> None:
        self.context.jobs.run(_JOB, work, writing.done, writing.failed, about=writing)
        self._show_running()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_running(self) -> None:
        """Show the file that is being written, also one that a page before this one began."""
        job = self.context.jobs.running(_JOB)
        if job is not None and isinstance(job.about, Writing):
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
