"""What stands in the place of a question: between two people, and after the last."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kano_app.domain.session import Mode
from kano_app.entry.steps import next_open
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.results_flow import flow
from kano_app.ui.workshop.desk import Desk
from kano_app.wording.study import people_and_features


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
            _keyed(text, key, lambda name=name: desk.wanted.emit(name), primary=key == "1")  # type: ignore[misc] # a bound default
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
            told = tr("Everybody here has answered. Enter seats a new person; Esc finishes.")
        self.told.setText(told)
        self._primary.setVisible(True)
        self._after.setVisible(False)

    def show_done(self) -> None:
        """Tell what came together, and what can be done with it."""
        desk, context = self._desk, self._context
        session, moment = desk.session, desk.view
        left = moment.total - moment.done
        self.heading.setText(context.tr("The workshop is finished."))
        size = people_and_features(desk.project.survey, context.language)
        told = [size + context.tr(".")]
        if left and session.mode is not Mode.CARDS:
            told.append(
                context.ntr("{n} question is open: Enter goes on.", "{n} questions are open: Enter goes on.", left)
            )
        if session.mode is Mode.VOTES:
            told.append(context.tr("Direct votes stand beside the results and are not pooled with paired answers."))
        self.told.setText(context.language.sentences(told))
        self._primary.setVisible(False)
        self._after.setVisible(True)
        self._continue.setVisible(bool(left))


def _keyed(text: str, key: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    found = QPushButton(f"{text}   {key}".replace("&", "&&"))
    found.setAccessibleName(f"{text} ({key})")
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    found.clicked.connect(lambda _checked=False: act())
    if primary:
        found.setProperty("role", "primary")
    return found
