"""The setup sheet: one calm page before the first question."""

import datetime as dt
import secrets
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.entry import Refused, Setup
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.workshop.draft import Draft
from kano_app.ui.workshop.setup_parts import AskingPart, ModePart, PeoplePart
from kano_app.ui.workshop.setup_room import RoomPart
from kano_app.ui.workshop.setup_where import features_part, where_part
from kano_app.ui.workshop.state import State
from kano_app.wording.entry import refusal_sentence

_WIDEST = 1040
_SEEDS = 1_000_000


class SetupSheet(QWidget):
    """What is chosen before a workshop; Enter begins."""

    topic = "workshop"
    """Of the help for it."""

    left = Signal()
    """Nothing is begun."""

    def __init__(self, context: Context, state: State) -> None:
        """Offer what is usual, or what was chosen already."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Workshop"))
        self.context, self._state = context, state
        tr = context.tr
        self.mode, self.people = ModePart(context), PeoplePart(context)
        self.asking, self.room = AskingPart(context), RoomPart(context)
        self.features = features_part(context)
        self._is_following = False
        self.where, self.add, self.wave, self.label = where_part(context)
        self.begin = button(tr("Begin"), self.begin_now, "primary")
        self.told = label("", "warning", wrap=True)
        self._build()
        if state.draft is not None:
            self._take(state.draft)
        for signal in self._signals():
            signal.connect(lambda *_: self._follow())
        QTimer.singleShot(
            0, self, self.begin.setFocus if context.project.survey.features else self.features[1].setFocus
        )
        self._follow()

    def _build(self) -> None:
        """Lay the parts in two columns over the buttons."""
        tr = self.context.tr
        head = QHBoxLayout()
        head.addWidget(label(tr("Workshop"), "title"))
        head.addStretch(1)
        inside = QWidget()
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        both.addLayout(_column(self.features[0], self.mode, self.where, self.asking), 1)
        both.addLayout(_column(self.people, self.room), 1)
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

    def _signals(self) -> list[SignalInstance]:
        """Return what tells of a choice."""
        checks = (
            self.asking.practice,
            self.asking.shuffled,
            self.asking.importance,
            self.room.write_first,
            self.room.names_shown,
            self.add,
        )
        return [
            self.mode.changed,
            self.people.changed,
            self.people.traits.textChanged,
            self.features[1].textChanged,
            self.room.language.currentIndexChanged,
            self.label.textChanged,
            *(one.toggled for one in checks),
            *(one.textChanged for one in self.room.answers),
        ]

    def _draft(self) -> Draft:
        asking, room, people = self.asking, self.room, self.people
        return Draft(
            self.mode.mode,
            people.number.value(),
            people.names.toPlainText(),
            people.traits.toPlainText(),
            self.features[1].toPlainText(),
            asking.shuffled.isChecked(),
            asking.importance.isChecked(),
            asking.practice.isChecked(),
            room.write_first.isChecked(),
            room.names_shown.isChecked(),
            room.chosen_code,
            room.worded,
            self.wave.isChecked(),
            self.label.text(),
        )

    def _take(self, draft: Draft) -> None:
        """Show choices that were made before."""
        self.mode.buttons[draft.mode].setChecked(True)
        self.people.number.setValue(draft.number)
        self.people.names.setPlainText(draft.names)
        self.people.traits.setPlainText(draft.traits)
        self.features[1].setPlainText(draft.features)
        for box, is_on in (
            (self.asking.shuffled, draft.shuffled),
            (self.asking.importance, draft.importance),
            (self.asking.practice, draft.practice),
            (self.room.write_first, draft.write_first),
            (self.room.names_shown, draft.names_shown),
        ):
            box.setChecked(is_on)
        self.where.follow(draft.mode, self._seated())
        if draft.as_wave != self.wave.isChecked():
            (self.wave if draft.as_wave else self.add).setChecked(True)
        self.room.take(draft.language, draft.answers)
        self.label.setText(draft.label)

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
                project = entry.add_features(project, names)
            if questions != project.questionnaire.traits:
                project = edits.choose_questionnaire(project, replace(project.questionnaire, traits=questions))
            return entry.begin(project, setup)

        try:
            self.context.apply(N_("Begin a workshop"), begun)
        except Refused as refusal:
            self.told.setText(refusal_sentence(refusal.why, self.context.language))

    def names(self) -> list[str]:
        """Return the features typed here."""
        if self.features[0].isHidden():  # there are features by now
            return []
        return [line.strip() for line in self.features[1].toPlainText().splitlines() if line.strip()]

    def _follow(self) -> None:
        """Offer what fits the choices so far, and say what is missing."""
        if self._is_following:  # what is proposed here is no choice
            return
        self._is_following = True
        mode, tr = self.mode.mode, self.context.tr
        self.people.setVisible(mode is not Mode.CARDS)
        self.asking.follow(mode)
        self.room.follow(mode)
        self.where.follow(mode, self._seated())
        self._state.draft = self._draft()
        told = ""
        if not self.context.project.survey.features and not self.names():
            told = tr("A workshop needs features to ask about.")
        elif mode is not Mode.CARDS and self.people.twice:
            told = tr("Two people have one name.")
        self.told.setText(told)
        self.begin.setEnabled(not told)
        self._say_begin(mode)
        self._is_following = False

    def _seated(self) -> tuple[str, ...]:
        return self.people.people if self.mode.mode is not Mode.CARDS else ()

    def _say_begin(self, mode: Mode) -> None:
        """Say on the button with whom and what it begins."""
        tr, ntr = self.context.tr, self.context.ntr
        number = len(self.context.project.survey.features) + len(self.names())
        features = ntr("{n} feature", "{n} features", number)
        if not number:
            told = tr("Begin")
        elif mode is Mode.CARDS:
            told = tr("Begin with {features}", features=features)
        else:
            people = ntr("{n} person", "{n} people", self.people.count)
            told = tr("Begin with {people} · {features}", people=people, features=features)
        self.begin.setText(told.replace("&", "&&"))
        self.begin.setAccessibleName(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _column(*parts: QWidget) -> QVBoxLayout:
    found = QVBoxLayout()
    found.setSpacing(2 * GAP)
    for one in parts:
        found.addWidget(one)
    found.addStretch(1)
    return found
