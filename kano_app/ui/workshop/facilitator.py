"""What the facilitator sees: the question, its answers under keys, who is here, and every key in a legend."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Part, Stage
from kano_app.entry import first_pair
from kano_app.i18n import language
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, label
from kano_app.ui.workshop.between import Between
from kano_app.ui.workshop.cards_grid import CardsGrid
from kano_app.ui.workshop.choices import Choice, Choices
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.fields import Line
from kano_app.ui.workshop.head import Head
from kano_app.ui.workshop.keys import press
from kano_app.ui.workshop.legend import Legend
from kano_app.ui.workshop.question import practice_question, question
from kano_app.ui.workshop.question_view import QuestionView
from kano_app.ui.workshop.side import Side
from kano_app.ui.workshop.state import State
from kano_app.wording.answers import answer_name
from kano_app.wording.categories import category_name
from kano_app.wording.entry import VOTES, answer_of, importance_ends, session_answers, vote_sentences

_IMPORTANCE = 9


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
        self._place: object = None
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
        self.cards.counted.connect(desk.card)
        self.note.textEdited.connect(desk.note)
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
        if new.surveys and new.survey.session is not None and old.surveys and old.survey is not new.survey:
            self.follow()

    def follow(self) -> None:
        """Show the moment."""
        if self._context.project.survey.session is None:
            return
        moment = self.desk.view
        if self._place != (now := (moment.stage, moment.place)):
            self._place = now
            self._state.ask()
        is_asking = moment.stage in {Stage.ASKING, Stage.PRACTICE} and (
            moment.place is not None or moment.stage is Stage.PRACTICE
        )
        self._middle.setCurrentIndex(0 if is_asking else 1)
        if moment.stage is Stage.PRACTICE:
            self._show_practice()
        elif is_asking:
            self._show_question()
        elif moment.stage is Stage.CONFIRMING:
            self.between.show_confirming()
        else:
            self.between.show_done()
        self.note.setEnabled(moment.stage is Stage.ASKING)
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
        answered = self.desk.view.answer
        match place.part:
            case Part.FUNCTIONAL | Part.DYSFUNCTIONAL:
                self.choices.put(_pairs(session_answers(session, asked_in)), asked_in.code, answered - 1)
            case Part.IMPORTANCE:
                stated = self.desk.view.importance
                self.choices.put(self._importance(), asked_in.code, -1 if stated is None else round(stated) - 1)
            case Part.VOTE:
                self.choices.put(self._votes(), asked_in.code, self._voted())
            case Part.CARDS:
                self._show_cards()

    def _show_grid(self, is_shown: bool) -> None:  # noqa: FBT001 - one of two
        self.cards.setVisible(is_shown)
        self.choices.setVisible(not is_shown)

    def _show_practice(self) -> None:
        session, given = self.desk.session, self._state.practice
        asked_in = language(session.language)
        self._show_grid(False)
        half = min(len(given), 1)
        self.question.put(practice_question(half, asked_in), asked_in.code)
        self.choices.put(
            _pairs(session_answers(session, asked_in)), asked_in.code, given[1] - 1 if len(given) == 2 else -1
        )
        tr = self._context.tr
        told = tr("Practice: what is answered here counts nowhere. Enter begins with the first question.")
        if len(given) == 2:
            category = self._context.project.analysis.table.category(*given)
            told = tr(
                "“{one}” with it and “{other}” without it read as: {category}. Enter begins with the first question.",
                one=answer_of(given[0], session, asked_in),
                other=answer_of(given[1], session, asked_in),
                category=category_name(category, self._context.language),
            )
        self.first.setText(told)
        self.first.setVisible(True)

    def _show_first(self) -> None:
        """Show what was answered before the room voted again."""
        place, session = self.desk.view.place, self.desk.session
        first = None
        if place is not None and place.participant >= 0:
            first = first_pair(self.desk.project, session.participants[place.participant].person, place.feature)
        told = ""
        if place is not None and place.part is Part.IMPORTANCE:
            least, most = importance_ends(language(session.language))
            told = self._context.tr("1 is “{least}”, 9 is “{most}”.", least=least, most=most)
        elif first is not None:
            asked_in = language(session.language)
            told = self._context.tr(
                "First vote: with it “{one}”, without it “{other}”.",
                one=answer_of(first[0], session, asked_in) or answer_name(Answer.UNANSWERED, asked_in),
                other=answer_of(first[1], session, asked_in) or answer_name(Answer.UNANSWERED, asked_in),
            )
        self.first.setText(told)
        self.first.setVisible(bool(told))

    def _show_note(self) -> None:
        place = self.desk.view.place
        if self.note.hasFocus() or place is None:
            return
        session = self.desk.session
        person = session.participants[place.participant].person if place.participant >= 0 else -1
        notes = self.desk.project.survey.notes
        text = next((one.text for one in notes if (one.person, one.feature) == (person, place.feature)), "")
        if text != self.note.text():
            self.note.setText(text)

    def _show_cards(self) -> None:
        place, project = self.desk.view.place, self.desk.project
        assert place is not None  # noqa: S101 - the caller looked
        evidence = project.survey.evidence
        at = next(at for at, one in enumerate(project.survey.features) if one.id == place.feature)
        counts = evidence.counts[at].tolist() if isinstance(evidence, PairTally) else [[0] * LEVELS] * LEVELS
        session = self.desk.session
        asked_in = language(session.language)
        answers = session_answers(session, asked_in)
        self.cards.put(counts, project.analysis.table, answers, asked_in.code, self._state.held)
        total = self._context.ntr("{n} pair of cards", "{n} pairs of cards", sum(map(sum, counts)))
        hint = self._context.tr(
            "Click a cell or type two digits; minus or Shift takes one back. Enter: the next feature."
        )
        held = f"   {self._state.held} _" if self._state.held else ""
        self.first.setText(f"{total} · {hint}{held}")
        self.first.setVisible(True)

    def _importance(self) -> list[Choice]:
        return [Choice(str(number), "") for number in range(1, _IMPORTANCE + 1)]

    def _votes(self) -> list[Choice]:
        words = language(self.desk.session.language)
        sentences = vote_sentences(words)
        return [Choice(one.letter, f"{category_name(one, words)}\n{sentences[one]}", one) for one in VOTES]

    def _voted(self) -> int:
        place, session = self.desk.view.place, self.desk.session
        assert place is not None  # noqa: S101 - the caller looked
        person = session.participants[place.participant].person
        told = next(
            (one.category for one in session.votes if (one.person, one.feature) == (person, place.feature)), None
        )
        return VOTES.index(told) if told is not None else -1

    # doing

    def _choose(self, at: int) -> None:
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


def _pairs(answers: tuple[str, ...]) -> list[Choice]:
    return [Choice(str(number), text) for number, text in enumerate(answers, start=1)]
