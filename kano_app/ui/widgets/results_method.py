"""The choices of method above the results: every one is a step that can be undone, and everything follows at once."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget

from kano_app.domain.evaluation_table import TABLES, EvaluationTable
from kano_app.domain.project import Project
from kano_app.domain.settings import ReverseAndQuestionable, Rule
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label, row
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.results_choices import Choice, choose, settings_of
from kano_app.ui.widgets.results_flow import Flow
from kano_app.wording.settings import choice_name, rule_sentence, treatment_sentence

_CONFIDENCES = (0.80, 0.90, 0.95, 0.99)
_MOST_POINTS = 100


class MethodStrip(QWidget):
    """Table, rule, treatment of R and Q, and confidence."""

    edit_table = Signal(bool)
    """Whether the cells of an own table are to be edited."""

    def __init__(self, context: Context) -> None:
        """Show the choices of the study."""
        super().__init__()
        self._context = context
        self._own: EvaluationTable | None = None
        """The last table of the user's own, to come back to."""
        tr = context.tr
        self.table = Choice(tr("Evaluation table"), self._choose_table, least=8, deliberate=True)
        self.cells = QToolButton()
        self.cells.setIcon(context.icon("pencil"))
        self.cells.setCheckable(True)
        self.cells.setToolTip(tr("Edit the cells of the own table"))
        self.cells.setAccessibleName(tr("Edit the cells of the own table"))
        self.cells.toggled.connect(self.edit_table)
        self.rule = Choice(tr("Rule"), partial(_choose, context, N_("Choose the rule"), "rule"))
        self.points = QSpinBox()
        self.points.setRange(0, _MOST_POINTS)
        self.points.setFixedWidth(68)
        self.points.setAccessibleName(tr("Points up to which a lead is small"))
        self.points.setToolTip(tr("Percentage points up to which the precedence rule calls a lead small."))
        self.points.setKeyboardTracking(True)
        self.points.valueChanged.connect(self._choose_points)
        self.within = row(label(tr("within"), "muted"), self.points, label(tr("points"), "muted"))
        treat = partial(_choose, context, N_("Choose how R and Q are treated"), "reverse_and_questionable")
        self.treatment = Choice(tr("Reverse and questionable answers"), treat)
        sure = partial(_choose, context, N_("Choose the confidence"), "confidence")
        self.confidence = Choice(tr("Confidence of the intervals"), sure, least=4)
        line = Flow(self, 2 * GAP, GAP)
        for group in (
            row(label(tr("Table"), "muted"), self.table, self.cells),
            row(label(tr("Rule"), "muted"), self.rule, self.within),
            self.treatment,
            row(label(tr("Confidence"), "muted"), self.confidence),
        ):
            line.addWidget(group)
        context.document.changed.connect(self._follow)
        self.show_choices()

    def take_focus(self) -> None:
        """Take the focus back from the own table to where it was opened."""
        (self.cells if self.cells.isVisible() else self.table).setFocus()

    def show_choices(self) -> None:
        """Show what the project says."""
        settings, words, tr = settings_of(self._context), self._context.language, self._context.tr
        is_own = settings.table not in TABLES.values()
        if is_own:
            self._own = settings.table
        tables: list[tuple[Any, str]] = [(table, choice_name(table, words)) for table in TABLES.values()]
        tables.append((settings.table, choice_name(settings.table, words)) if is_own else (None, tr("Own table…")))
        self.table.offer(tables, settings.table)
        if self.cells.hasFocus() and not is_own:
            self.table.setFocus()
        self.cells.setVisible(is_own)
        if not is_own:
            self.cells.setChecked(False)
        self.rule.offer([(one, choice_name(one, words)) for one in Rule], settings.rule)
        self.rule.setToolTip(rule_sentence(settings, words))
        self.within.setVisible(settings.rule is Rule.PRECEDENCE)
        if self.points.value() != settings.points:
            self.points.blockSignals(True)
            self.points.setValue(settings.points)
            self.points.blockSignals(False)
        treatments = [(one, choice_name(one, words)) for one in ReverseAndQuestionable]
        self.treatment.offer(treatments, settings.reverse_and_questionable)
        self.treatment.setToolTip(treatment_sentence(settings, words))
        confidences = sorted({*_CONFIDENCES, settings.confidence})
        offered = [(one, words.plain_number(100 * one) + words.percent(1)[3:]) for one in confidences]
        self.confidence.offer(offered, settings.confidence)
        self.setEnabled(not self._context.document.read_only)
        say_why(self._context, self, self.table, self.cells, self.rule, self.points, self.treatment, self.confidence)

    def _choose_table(self, table: EvaluationTable | None) -> None:
        if table is None:
            now = settings_of(self._context).table
            table = self._own or replace(now, name=self._context.tr("own"))
            choose(self._context, N_("Choose an own evaluation table"), table=table)
            self.cells.setChecked(True)
        else:
            choose(self._context, N_("Choose the evaluation table"), table=table)

    def _choose_points(self, points: int) -> None:
        choose(self._context, N_("Choose the points of the rule"), "points", points=points)

    def _follow(self, old: Project, new: Project) -> None:
        if old.analysis is not new.analysis:
            self.show_choices()


def _choose(context: Context, message: str, name: str, value: Any) -> None:  # noqa: ANN401 - any choice
    choose(context, message, **{name: value})
