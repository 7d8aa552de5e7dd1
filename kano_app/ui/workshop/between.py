"""What stands in the place of a question: between two people, and after the last."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kano_app.domain.session import Mode
from kano_app.entry import Refusal, can_go_on, left_open
from kano_app.entry.steps import next_open
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.results_flow import flow
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.size import others, workshop_size
from kano_app.wording.entry import everybody_left_sentence, refusal_sentence


class Between(QWidget):
    """A few large words, a sentence, and what can be done."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._desk = context, desk
        self.heading, self.told = label("", "title", wrap=True), label("", "muted", wrap=True)
        self.heading.setStyleSheet("font-size: 30px;")
        self.told.setStyleSheet("font-size: 16px;")
        self._primary = _keyed(context.tr("Next person"), "Enter", desk.go_on, primary=True)
        self._continue = _keyed(context.tr("Continue"), "Enter", desk.go_on)
        after = [
            _keyed(text, key, lambda name=name: desk.after(name), primary=key == "1")  # type: ignore[misc] # a bound default
            for text, key, name in (
                (context.tr("Results"), "1", "results"),
                (context.tr("Roadmap"), "2", "roadmap"),
                (context.tr("PDF report"), "3", "pdf"),
            )
        ]
        self._after = flow(*after, self._continue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GAP)
        layout.addStretch(2)
        layout.addWidget(self.heading)
        layout.addWidget(self.told)
        layout.addWidget(self._primary, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._after)
        layout.addStretch(3)

    def show_confirming(self) -> None:
        """Tell who is done and who comes next."""
        desk, tr = self._desk, self._context.tr
        place = desk.session.place
        who = desk.person(place.participant) if place is not None else ""
        following = next_open(desk.project, place)
        self.heading.setText(tr("{person} is done.", person=who))
        if following is not None:
            told = tr("Next: {person}.", person=desk.person(following.participant))
        else:
            told = tr("Everybody here has answered. 1, 2 and 3 finish and lead on; Enter seats a new person.")
        self.told.setText(told)
        self._primary.setVisible(following is not None)
        self._after.setVisible(following is None)
        _word(self._continue, tr("New person"), "Enter")
        self._continue.setVisible(True)

    def show_empty(self) -> None:
        """Tell that all features are gone."""
        self.heading.setText(self._context.tr("Nothing to ask"))
        self.told.setText(refusal_sentence(Refusal.NO_FEATURES_LEFT, self._context.language))
        self._primary.setVisible(False)
        self._after.setVisible(False)

    def show_done(self) -> None:
        """Tell what came together, and what can be done with it."""
        desk, context = self._desk, self._context
        session, moment = desk.session, desk.view
        left, goes_on = moment.total - moment.done, can_go_on(desk.project)
        self.heading.setText(context.tr("The workshop is finished."))
        told = [workshop_size(desk.project.survey, context.language) + context.tr(".")]
        if more := others(desk.project.survey):
            told.append(
                context.ntr(
                    "The answers of {n} other person count too.", "The answers of {n} other people count too.", more
                )
            )
        if away := left_open(desk.project):
            told.append(everybody_left_sentence(away, context.language))
        elif left and session.mode is not Mode.CARDS:
            told.append(
                context.ntr("{n} question is open: Enter goes on.", "{n} questions are open: Enter goes on.", left)
            )
        if session.empty_seats:
            told.append(
                context.ntr(
                    "{n} seat in which nobody answered is left out.",
                    "{n} seats in which nobody answered are left out.",
                    len(session.empty_seats),
                )
            )
        if session.mode is Mode.VOTES:
            told.append(context.tr("Direct votes stand beside the results and are not pooled with paired answers."))
        self.told.setText(context.language.sentences(told))
        self._primary.setVisible(False)
        self._after.setVisible(True)
        _word(self._continue, context.tr("Continue"), "Enter")
        self._continue.setVisible(goes_on)


def _word(shown: QPushButton, text: str, key: str) -> None:
    shown.setText(f"{text}   {key}".replace("&", "&&"))
    shown.setAccessibleName(f"{text} ({key})")


def _keyed(text: str, key: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    found = QPushButton()
    _word(found, text, key)
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    found.clicked.connect(lambda _checked=False: act())
    if primary:
        found.setProperty("role", "primary")
    return found
