"""What the facilitator sees: the question, its answers under keys, who is here, and every key in a legend."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kano_app.domain.answer import LEVELS
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Part, Stage
from kano_app.i18n import language
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, label
from kano_app.ui.workshop.between import Between
from kano_app.ui.workshop.cards_grid import CardsGrid
from kano_app.ui.workshop.choices import Choices
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.fields import Line
from kano_app.ui.workshop.head import Head
from kano_app.ui.workshop.keys import press
from kano_app.ui.workshop.legend import Legend
from kano_app.ui.workshop.offered import five, offered
from kano_app.ui.workshop.question import practice_question, question
from kano_app.ui.workshop.question_view import QuestionView
from kano_app.ui.workshop.side import Side
from kano_app.ui.workshop.state import State
from kano_app.ui.workshop.told import cards_told, first_told, practice_told
from kano_app.wording.entry import VOTES, session_answers


class Facilitator(QWidget):
    """The sheet over the page Answers while a workshop is under way."""

    topic = "workshop"
    """Of the help for it."""

    def __init__(self, context: Context, desk: Desk, state: State) -> None:
        """Show the moment."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.tr("Workshop"))
        self._context, self.desk, self._state = context, desk, state
        tr = context.tr
        self.head, self.legend, self.side = Head(context, desk), Legend(context, desk), Side(context, desk)
        self.question = QuestionView(context, context.language.code)
        self.choices, self.cards = Choices(context), CardsGrid(context)
        self.between = Between(context, desk)
        self.first, self.said = label("", "muted", wrap=True), label("", "warning", wrap=True)
        self.note = Line()
        self.note.setMaxLength(2000)
        self.note.setPlaceholderText(tr("Note: the why, in their words"))
        self.note.setAccessibleName(tr("Note"))
        self._build()
        self.choices.chosen.connect(self._choose)
        self.cards.counted.connect(self._click_cell)
        self.note.textEdited.connect(self._write)
        self.note.given.connect(lambda _text: self.setFocus())
        self.note.left.connect(self.setFocus)
        self.side.left.connect(self.setFocus)
        desk.said.connect(self.say)
        desk.wanted.connect(self._wanted)
        state.changed.connect(self.follow)
        context.document.changed.connect(self._changed)
        self.follow()

    def _build(self) -> None:
        asking = QWidget()
        inner = QVBoxLayout(asking)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP + 4)
        note = QHBoxLayout()
        note.setSpacing(GAP)
        cap = label("N", "muted")
        cap.setToolTip(self.note.placeholderText())
        note.addWidget(cap)
        note.addWidget(self.note, 1)
        inner.addWidget(self.question, 1)
        inner.addWidget(self.first)
        inner.addWidget(self.choices)
        inner.addWidget(self.cards, 3)
        inner.addLayout(note)
        self._middle = QStackedWidget()
        self._middle.addWidget(asking)
        self._middle.addWidget(self.between)
        main = Card()
        main.body.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        main.body.addWidget(self.head)
        main.body.addWidget(self._middle, 1)
        main.body.addWidget(self.said)
        main.body.addWidget(self.legend)
        self.said.setMinimumHeight(20)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        whole.addWidget(main, 1)
        whole.addWidget(self.side)

    def say(self, text: str) -> None:
        """Say in place why a key did nothing, or what it did."""
        self.said.setText(text)

    # following

    def _changed(self, old: Project, new: Project) -> None:
        self.say("")  # what was said of an earlier step is not so any more
        if new.surveys and new.survey.session is not None and old.surveys and old.survey is not new.survey:
            self.follow()

    def follow(self) -> None:
        """Show the moment."""
        if self._context.project.survey.session is None:
            return
        moment = self.desk.view
        if self._state.asked != (now := (moment.stage, moment.place)):
            self._state.asked = now
            self._state.ask()
            self._state.cell, self._state.cell_typed = None, ""
        if moment.stage is Stage.DONE:
            self._state.rise()
        else:
            self._state.sit()
        is_empty = not moment.features and moment.stage is not Stage.DONE
        is_asking = (
            not is_empty
            and moment.stage in {Stage.ASKING, Stage.PRACTICE}
            and (moment.place is not None or moment.stage is Stage.PRACTICE)
        )
        self._middle.setCurrentIndex(0 if is_asking else 1)
        if is_empty:
            self.between.show_empty()
        elif moment.stage is Stage.PRACTICE:
            self._show_practice()
        elif is_asking:
            self._show_question()
        elif moment.stage is Stage.CONFIRMING:
            self.between.show_confirming()
        else:
            self.between.show_done()
        self.note.setEnabled(moment.stage is Stage.ASKING and not is_empty)
        self.head.follow()
        self.legend.follow()
        self.side.later()

    def _show_question(self) -> None:
        session, place = self.desk.session, self.desk.view.place
        assert place is not None  # noqa: S101 - the caller looked
        asked_in = language(session.language)
        self.question.put(question(self.desk.project, place, asked_in), asked_in.code)
        self._show_grid(place.part is Part.CARDS)
        self._show_first()
        self._show_note()
        if place.part is Part.CARDS:
            self._show_cards()
        else:
            choices, chosen = offered(self.desk)
            self.choices.put(choices, asked_in.code, chosen)

    def _show_grid(self, is_shown: bool) -> None:  # noqa: FBT001 - one of two
        self.cards.setVisible(is_shown)
        self.choices.setVisible(not is_shown)

    def _show_practice(self) -> None:
        session, given = self.desk.session, self._state.practice
        asked_in = language(session.language)
        self._show_grid(False)
        half = min(len(given), 1)
        self.question.put(practice_question(half, asked_in), asked_in.code)
        self.choices.put(five(session, asked_in), asked_in.code, given[1] - 1 if len(given) == 2 else -1)
        told = practice_told(self.desk, given)
        self.first.setText(told)
        self.first.setVisible(True)

    def _show_first(self) -> None:
        """Show what was answered before the room voted again."""
        told = first_told(self.desk)
        self.first.setText(told)
        self.first.setVisible(bool(told))

    def _show_note(self) -> None:
        place = self.desk.view.place
        if place is None:
            return
        session = self.desk.session
        person = session.participants[place.participant].person if place.participant >= 0 else -1
        notes = self.desk.project.survey.notes
        text = next((one.text for one in notes if (one.person, one.feature) == (person, place.feature)), "")
        shown = self.note.text()
        if text != (shown.strip() if self.note.hasFocus() else shown):  # a space may be typed before the next word
            self.note.setText(text)

    def _write(self, text: str) -> None:
        """Store a note as it is typed; what cannot be stored is not shown as if it were."""
        self.desk.note(text)
        if self.desk.session.stage is Stage.ASKING:
            self._show_note()

    def _show_cards(self) -> None:
        place, project = self.desk.view.place, self.desk.project
        assert place is not None  # noqa: S101 - the caller looked
        evidence = project.survey.evidence
        at = next(at for at, one in enumerate(project.survey.features) if one.id == place.feature)
        counts = evidence.counts[at].tolist() if isinstance(evidence, PairTally) else [[0] * LEVELS] * LEVELS
        session = self.desk.session
        asked_in = language(session.language)
        answers = session_answers(session, asked_in)
        typed = self._state.held.at(place).text
        self.cards.put(counts, project.analysis.table, answers, asked_in.code, typed, self._state.cell)
        self.first.setText(cards_told(self.desk, sum(map(sum, counts)), typed))
        self.first.setVisible(True)

    # doing

    def _click_cell(self, functional: int, dysfunctional: int, by: int) -> None:
        """Count a pair, or choose the cell where numbers are typed."""
        self.desk.hush()
        if self.desk.has_open_number():
            return
        if self._state.cell is not None:
            self._state.choose_cell((functional, dysfunctional))
        else:
            self.desk.card(functional, dysfunctional, by)

    def _choose(self, at: int) -> None:
        self.desk.hush()
        place = self.desk.view.place
        if self.desk.session.stage is Stage.ASKING and place is not None and place.part is Part.VOTE:
            self.desk.vote(VOTES[at])
        else:
            self.desk.answer(at + 1)

    def _wanted(self, what: str) -> None:
        if what == "note":
            if self.note.isEnabled():
                self.note.setFocus()
        elif what in {"people", "features", "add_feature"}:
            self.side.go_to(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Obey the keys; Escape in a list comes back to the question first."""
        if event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus()
        elif not press(self.desk, event):
            super().keyPressEvent(event)

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Take the keys."""
        del event
        QTimer.singleShot(0, self, self.setFocus)
        self.follow()
