"""The head of the sheet: the file, how it was read in one line, what became of it, and the two ways out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.ui.context import Context
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.words import confirm_text, refusal, summary
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.literal import visible

_PATIENCE = 250
"""Milliseconds before progress is worth showing."""


class HeadLine(QWidget):
    """Name, summary, undo and redo, cancel and confirm."""

    def __init__(self, context: Context, draft: Draft, confirm: Callable[[], None], cancel: Callable[[], None]) -> None:
        """Show a draft."""
        super().__init__()
        self._context, self._draft = context, draft
        tr = context.tr
        self.title = _Elided(visible(draft.name) or tr("What was pasted"), "title")
        self.summary = label("", "muted", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.undo = button("", draft.undo, tip=tr("Take the last correction back (Ctrl+Z)"))
        self.redo = button("", draft.redo, tip=tr("Correct it again (Ctrl+Y)"))
        for one, icon, name in ((self.undo, "undo-2", tr("Undo")), (self.redo, "redo-2", tr("Redo"))):
            one.setIcon(context.icon(icon))
            one.setAccessibleName(name)
        self.cancel = button(tr("Cancel"), cancel)
        self.confirm = button("", confirm, "primary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(tr("Reading the file"))
        self.stop = button(tr("Stop"), draft.stop, "link")
        self.reading = row(self.bar, self.stop)
        self.reading.hide()
        for one in (self.undo, self.redo, self.cancel, self.confirm, self.stop):
            one.setAutoDefault(False)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(row(self.undo, self.redo, self.cancel, self.confirm), 0, 1)
        grid.addWidget(self.summary, 1, 0, 1, 2)
        grid.addWidget(row(self.told, self.reading), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._counted: tuple[Project, Survey | None, int] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.reading.show)
        draft.changed.connect(self.follow)
        draft.ready.connect(self.follow)
        draft.advanced.connect(self._advance)
        self.follow()

    def follow(self) -> None:
        """Show the present step and what came of it."""
        draft, context = self._draft, self._context
        reading, stale = draft.reading, draft.is_stale
        self.undo.setEnabled(draft.can_undo)
        self.redo.setEnabled(draft.can_redo)
        if stale:
            self._timer.start()
            self.bar.setRange(0, 0)
        else:
            self._timer.stop()
            self.reading.hide()
            self.confirm.setText(confirm_text(reading, context).replace("&", "&&"))
            self.confirm.setAccessibleName(confirm_text(reading, context))
        self.confirm.setEnabled(not stale and reading.survey is not None)
        self.summary.setText(summary(draft, context))
        told = self._told()
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.told.setProperty("role", "warning" if reading.refused else "muted")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    def _told(self) -> str:
        """Return why it cannot be imported, or what will come of it."""
        reading, context = self._draft.reading, self._context
        if self._draft.is_stale:
            return context.tr("Reading the file…")
        if reading.refused is not None:
            return refusal(reading.refused, context)[0]
        if (known := self._known()) > 0:
            return context.ntr("{n} person is in this study already.", "{n} people are in this study already.", known)
        return ""

    def _known(self) -> int:
        """Return how many of the people are in the study that is open, by their hashes."""
        project, survey = self._context.project, self._draft.reading.survey
        if self._counted is not None and self._counted[0] is project and self._counted[1] is survey:
            return self._counted[2]
        known = self._count_known(project, survey)
        self._counted = project, survey, known
        return known

    def _count_known(self, project: Project, survey: Survey | None) -> int:
        if survey is None or survey.keys is None or not project.surveys or not project.survey.features:
            return 0
        if survey.respondents is None or project.survey.respondents is None:
            return 0
        same = edits.same_features(project.surveys, survey)
        return edits.what_is_appended(project, survey, same, ()).known or 0

    def _advance(self, share: float) -> None:
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * share))


class _Elided(QLabel):
    """A name on one line; what does not fit is cut out of its middle and stands in the tip."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self._text = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the name anew."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width()))
