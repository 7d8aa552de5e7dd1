"""The questionnaire: how people are asked, and the ways in which it leaves: on paper, as a workbook, as text."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy

from kano_app.domain.problem import Code, Problem
from kano_app.ui.context import Context
from kano_app.ui.dialogs.base import Dialog
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.questionnaire_choices import QuestionnaireChoices
from kano_app.ui.widgets.questionnaire_pairs import Pairs
from kano_app.ui.widgets.report_files import file_name, with_ending
from kano_app.wording.literal import visible
from kano_app.wording.problems import message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kano_app.report import Written

_JOB = "questionnaire"
_CHOICES = 400
_SIZE = (1040, 648)


def show_questionnaire(context: Context, parent: "QWidget") -> "QuestionnaireDialog":
    """Show the questionnaire of the study that is open."""
    dialog = QuestionnaireDialog(context, parent)
    dialog.open()
    return dialog


class QuestionnaireDialog(Dialog):
    """The choices beside the questions, and under them the ways out."""

    def __init__(self, context: Context, parent: "QWidget") -> None:
        """Show the questionnaire as the study has it."""
        tr = context.tr
        super().__init__(
            context,
            parent,
            tr("Questionnaire"),
            tr("Each feature is asked twice. What comes back, as a workbook or from a form tool, is recognised."),
        )
        self.choices, self.pairs = QuestionnaireChoices(context), Pairs(context)
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setWidget(self.choices)
        left.setFixedWidth(_CHOICES)
        self.choices.setContentsMargins(0, 0, GAP, 0)
        columns = QHBoxLayout()
        columns.setSpacing(2 * GAP)
        columns.addWidget(left)
        columns.addWidget(self.pairs, 1)
        self.body.addLayout(columns, 1)
        self.told = label("", wrap=True)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.look = button(tr("Open"), self._open)
        self._said = row(self.told, self.look)
        self._said.hide()
        self.body.addWidget(self._said)
        self._path: Path | None = None
        self.add_close()
        self.copy = self._way(tr("Copy the text"), self._copy, tr("To paste into a form tool, such as Google Forms"))
        self.sheet = self._way(
            tr("Save the answer sheet…"), self.ask_sheet, tr("A workbook (XLSX): one row a person, answers from lists")
        )
        self.pdf = self._way(tr("Save the PDF…"), self.ask_pdf, tr("To be printed and handed out"))
        self.pdf.setProperty("role", "primary")
        for keys, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda name=name: context.window.run(name))
        context.document.changed.connect(self._changed)
        self._enable()
        self.resize(*_SIZE)
        self.choices.title.setFocus()

    def ask_pdf(self) -> None:
        """Ask for a name and write the questionnaire there, for paper."""
        self._ask(self.context.tr("Save the questionnaire"), "PDF (*.pdf)", ".pdf")

    def ask_sheet(self) -> None:
        """Ask for a name and write the answer sheet there."""
        self._ask(self.context.tr("Save the answer sheet"), "XLSX (*.xlsx)", ".xlsx")

    def write(self, path: Path) -> None:
        """Write the questionnaire as the ending of a path says, off the window's thread."""
        project, day = self.context.project, dt.datetime.now().astimezone().date()

        def work(progress: object) -> "Written":
            from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until they are needed

            return pipeline.write_questionnaire(project, path, day, progress)  # type: ignore[arg-type] # a function

        self._tell(self.context.tr("Writing {file}", file=visible(path.name)))
        self.context.jobs.run(
            _JOB, work, lambda written: self._written(path, written), lambda error: self._failed(path, error)
        )
        self._enable()

    def _way(self, text: str, act: object, tip: str) -> QPushButton:
        found = button(text, act, tip=tip)  # type: ignore[arg-type] # a function without arguments
        found.setAutoDefault(False)
        self.foot.addWidget(found)
        return found

    def _ask(self, title: str, kind: str, ending: str) -> None:
        context = self.context
        project = context.project
        name = project.questionnaire.title or project.report.title or context.tr("Questionnaire")
        start = self._folder() / file_name(name, ending)
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(start), kind)
        if not chosen:
            return
        path = with_ending(Path(chosen), (ending,))
        if path != Path(chosen) and path.exists():
            # The dialog asked whether to replace another name than this one.
            told = context.tr(
                "{file} is there already. Choose it by its whole name to replace it.", file=visible(path.name)
            )
            self._tell(told, "warning")
            return
        self.write(path)

    def _folder(self) -> Path:
        """Return where the study is, or the documents where it has no file of its own."""
        document = self.context.document
        if not document.is_draft:
            return document.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _copy(self) -> None:
        from kano_app.report.questionnaire import questionnaire_text  # noqa: PLC0415 - waits until it is needed

        QGuiApplication.clipboard().setText(questionnaire_text(self.context.project))
        self._tell(self.context.tr("The text is on the clipboard: paste it into a form tool."))

    def _written(self, path: Path, written: "Written") -> None:
        context, name = self.context, visible(path.name)
        if written.pages:
            told = context.ntr(
                "{file} is written: {n} page.", "{file} is written: {n} pages.", written.pages, file=name
            )
        else:
            told = context.tr("The answer sheet is in {file}. Import it when it is filled in.", file=name)
        if written.missing_characters:
            characters = list(written.missing_characters)
            told += " " + context.ntr(
                "No font has {n} character, shown by its number: {names}.",
                "No font has {n} characters, shown by their numbers: {names}.",
                len(characters),
                names=context.language.listing(characters[:12]),
            )
        self._say(told, path=path)

    def _failed(self, path: Path, error: BaseException) -> None:
        context = self.context
        if isinstance(error, OSError):
            problem = Problem(Code.OUTPUT_UNWRITABLE, file=path.name, facts={"reason": error.strerror or ""})
            told = message(problem, context.language) + " " + context.tr("Nothing was changed.")
        else:
            fault = f"{type(error).__name__}: {error}"
            told = context.tr("The program met a fault of its own ({fault}); no file was written.", fault=fault)
        self._say(told, "error")

    def _say(self, text: str, kind: str = "info", path: Path | None = None) -> None:
        """Tell it here, or in the window once this is closed."""
        if shiboken6.isValid(self) and self.isVisible():
            self._tell(text, kind, path)
            self._enable()
            return
        url = None if path is None else QUrl.fromLocalFile(str(path))
        action = None if url is None else (self.context.tr("Open"), lambda: _open(url))
        self.context.window.notify(text, kind, action)

    def _tell(self, text: str, kind: str = "", path: Path | None = None) -> None:
        self._path = path
        self.told.setText(text)
        self.told.setProperty("role", kind if kind in {"warning", "error"} else "")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.look.setVisible(path is not None)
        self._said.show()

    def _open(self) -> None:
        if self._path is not None:
            _open(QUrl.fromLocalFile(str(self._path)))

    def _changed(self, *_: object) -> None:
        self.choices.refresh()
        self.pairs.refresh()
        self._enable()

    def _enable(self) -> None:
        on = bool(self.context.project.survey.features)
        running = self.context.jobs.running(_JOB) is not None
        self.copy.setEnabled(on)
        for one in (self.sheet, self.pdf):
            one.setEnabled(on and not running)


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
