"""The setup sheet: one calm page before the first question."""

import datetime as dt
import secrets
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.entry import Refused, Setup
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label, row
from kano_app.ui.workshop.setup_parts import AskingPart, ModePart, PeoplePart, RoomPart
from kano_app.wording.entry import refusal_sentence

_WIDEST = 1040
_SEEDS = 1_000_000


class SetupSheet(QWidget):
    """What is chosen before a workshop; Enter begins."""

    topic = "workshop"
    """Of the help for it."""

    left = Signal()
    """Nothing is begun."""

    def __init__(self, context: Context) -> None:
        """Offer what is usual."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Workshop"))
        self.context = context
        tr = context.tr
        self.mode, self.people = ModePart(context), PeoplePart(context)
        self.asking, self.room = AskingPart(context), RoomPart(context)
        self.features = _features(context)
        self.where, self.add, self.wave, self.label = _where(context)
        self.begin = button(tr("Begin"), self.begin_now, "primary")
        self.told = label("", "warning", wrap=True)
        head = QHBoxLayout()
        head.addWidget(label(tr("Workshop"), "title"))
        head.addStretch(1)
        inside = QWidget()
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        both.addLayout(_column(self.features[0], self.mode, self.people), 1)
        both.addLayout(_column(self.where, self.asking, self.room), 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(head)
        column.addLayout(both)
        column.addStretch(1)
        inside.setMaximumWidth(_WIDEST)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inside)
        buttons = row(self.told, button(tr("Cancel"), self.left.emit), self.begin)
        buttons.setMaximumWidth(_WIDEST - 4 * GAP)
        line = buttons.layout()
        if isinstance(line, QHBoxLayout):
            line.setStretch(0, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        foot.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        for signal in (self.mode.changed, self.people.changed, self.features[1].textChanged, self.add.toggled):
            signal.connect(lambda *_: self._follow())
        QTimer.singleShot(
            0, self, self.begin.setFocus if context.project.survey.features else self.features[1].setFocus
        )
        self._follow()

    def chosen(self) -> Setup:
        """Return the choices."""
        mode = self.mode.mode
        return Setup(
            mode,
            self.people.people,
            practice=self.asking.practice.isChecked(),
            shuffled=self.asking.shuffled.isChecked() and mode is Mode.INTERVIEW,
            seed=secrets.randbelow(_SEEDS),
            importance=self.asking.importance.isChecked(),
            write_first=self.room.write_first.isChecked(),
            names_shown=self.room.names_shown.isChecked(),
            language=self.room.code,
            answers=self.room.wording,
            date=dt.datetime.now(tz=dt.UTC).astimezone().date(),
            as_wave=self.wave.isChecked() and not self.where.isHidden(),
            label=self.label.text().strip(),
        )

    def begin_now(self) -> None:
        """Begin: one step of the study."""
        if not self.begin.isEnabled():
            return
        setup, names, questions = self.chosen(), self.names(), self.people.questions()

        def begun(project: Project) -> Project:
            if names:
                project = edits.add_features(project, names)
            if questions != project.questionnaire.traits:
                project = edits.choose_questionnaire(project, replace(project.questionnaire, traits=questions))
            return entry.begin(project, setup)

        try:
            self.context.apply(N_("Begin a workshop"), begun)
        except Refused as refusal:
            self.told.setText(refusal_sentence(refusal.why, self.context.language))

    def names(self) -> list[str]:
        """Return the features typed here."""
        return [line.strip() for line in self.features[1].toPlainText().splitlines() if line.strip()]

    def _follow(self) -> None:
        """Offer what fits the choices so far, and say what is missing."""
        mode, tr = self.mode.mode, self.context.tr
        self.people.setVisible(mode is not Mode.CARDS)
        self.asking.follow(mode)
        self.room.follow(mode)
        fits = _fits(self.context.project, mode)
        self.add.setEnabled(fits)
        if not fits and not self.wave.isChecked():
            self.wave.setChecked(True)
        self.label.setEnabled(self.wave.isChecked())
        told = ""
        if not self.context.project.survey.features and not self.names():
            told = tr("A workshop needs features to ask about.")
        elif mode is not Mode.CARDS and self.people.twice:
            told = tr("Two people have one name.")
        self.told.setText(told)
        self.begin.setEnabled(not told)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _features(context: Context) -> tuple[Card, QPlainTextEdit]:
    """Return where features are typed, if the study has none."""
    tr = context.tr
    card = Card(tr("The features"))
    lines = QPlainTextEdit()
    lines.setPlaceholderText(tr("Free Wi-Fi"))
    lines.setAccessibleName(tr("Features, a line each"))
    lines.setTabChangesFocus(True)
    lines.setFixedHeight(120)
    card.body.addWidget(
        label(tr("There are no features yet. Type them here, a line each, or describe them first."), "muted", wrap=True)
    )
    card.body.addWidget(lines)
    card.body.addWidget(row(button(tr("Go to Features"), lambda: context.window.go("features"), "link"), None))
    if context.project.survey.features:
        card.hide()
    return card, lines


def _where(context: Context) -> tuple[Card, QRadioButton, QRadioButton, QLineEdit]:
    """Return where the answers go, if there are answers already."""
    tr = context.tr
    card = Card(tr("There are answers already"))
    add = QRadioButton(tr("Add to them"))
    wave = QRadioButton(tr("A wave of its own"))
    name = QLineEdit()
    name.setPlaceholderText(tr("Name of the wave"))
    name.setAccessibleName(tr("Name of the wave"))
    name.setMaxLength(120)
    survey = context.project.survey
    before = survey.session
    add.setChecked(True)
    for one in (add, wave, name):
        card.body.addWidget(one)
    if before is not None:
        wave.setChecked(True)
        told = tr("With “Add to them” the seats, first votes and direct votes of the last workshop are given up.")
        card.body.addWidget(label(told, "muted", wrap=True))
    elif not isinstance(survey.evidence, Answers | PairTally):
        card.body.addWidget(label(tr("They are counts, which a workshop cannot add to."), "muted", wrap=True))
    has_answers = bool(survey.features) and (not isinstance(survey.evidence, Answers) or survey.evidence.people > 0)
    if not has_answers:
        card.hide()
    return card, add, wave, name


def _fits(project: Project, mode: Mode) -> bool:
    evidence = project.survey.evidence
    if mode is Mode.CARDS:
        return isinstance(evidence, PairTally) or (isinstance(evidence, Answers) and evidence.people == 0)
    return isinstance(evidence, Answers)


def _column(*parts: QWidget) -> QVBoxLayout:
    found = QVBoxLayout()
    found.setSpacing(2 * GAP)
    for one in parts:
        found.addWidget(one)
    found.addStretch(1)
    return found
