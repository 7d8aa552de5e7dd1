"""The steps of the study that keys are: each on the disk before the next question is shown, or refused in words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kano_app import entry
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Session
from kano_app.entry import Refusal, Refused, View
from kano_app.entry.steps import features_asked
from kano_app.ui.context import Context
from kano_app.ui.workshop.state import State
from kano_app.wording.entry import person_label, refusal_sentence
from kano_app.wording.literal import visible

_MOMENT = 5_000
"""Milliseconds in which a key is pressed again to mean it."""


class Steps(QObject):
    """Turns wishes into steps; what cannot be done is said in a sentence."""

    said = Signal(str)
    """Why a key did nothing, or what it did where that is not seen; empty once a key did something."""
    wanted = Signal(str)
    """Something of the window is wanted: "note", "people", "features", "add_feature", "room"…"""

    def __init__(self, context: Context, state: State) -> None:
        """Serve a window."""
        super().__init__()
        self.context, self.state = context, state
        self._asked, self._asked_before = "", ""
        """What was asked back by this key, and by the one before."""
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT)
        self._moment.timeout.connect(self.hush)
        context.document.changed.connect(self._changed)

    @Slot(object, object)
    def _changed(self, old: Project, new: Project) -> None:
        """Keep nothing that was typed upon other counts; a key that counts says itself what is typed after it."""
        if not old.surveys or not new.surveys or old.survey.evidence is not new.survey.evidence:
            self.state.forget_typed()

    # what there is

    @property
    def project(self) -> Project:
        """The study as it is now."""
        return self.context.project

    @property
    def session(self) -> Session:
        """The workshop."""
        found = self.project.survey.session
        if found is None:
            raise Refused(Refusal.NO_SESSION)
        return found

    @property
    def view(self) -> View:
        """What is to be shown now."""
        return self.state.view(self.project)

    def feature_name(self, feature: str) -> str:
        """Return the name of a feature, empty if it is gone."""
        return next((visible(one.name) for one in self.project.survey.features if one.id == feature), "")

    def person(self, participant: int) -> str:
        """Return how the facilitator knows a person."""
        return person_label(self.session, participant, self.context.language)

    @property
    def unanswered(self) -> int:
        """How many questions are open, of those who are here; with cards how many features nobody showed cards for."""
        if self.session.mode is Mode.CARDS:
            passed = {feature for person, feature in self.session.skipped if person < 0}
            left = [one for one in features_asked(self.project) if one not in passed]
            return sum(not entry.count_of_cards(self.project, one) for one in left)
        return self.view.total - self.view.done

    # keys

    def has_open_number(self) -> bool:
        """Return whether a number of cards waits for Enter; it is told, since all that moves on would drop it."""
        is_open = "×" in self.state.held.at(self.view.place).text
        if is_open:
            self.said.emit(refusal_sentence(Refusal.NUMBER_NOT_ENDED, self.context.language))
        return is_open

    def hush(self) -> None:
        """Say no more what an earlier key did; a question that was asked back stands for the next key only."""
        self._asked, self._asked_before = "", self._asked
        if not self._asked_before or not self._moment.isActive():
            self._asked_before = ""
        self._moment.stop()
        self.said.emit("")

    def _is_sure(self, what: str, told: str) -> bool:
        """Return whether the key before was the same one; else ask back."""
        if self._asked_before == what:
            return True
        self._asked = what
        self._moment.start()
        self.said.emit(told)
        return False

    # how

    def _step(
        self,
        message: str,
        edit: Callable[[Project], Project],
        merge: str = "",
        *,
        at_place: bool = False,
        **values: str,
    ) -> bool:
        """Take one step, or say why not; return whether anything changed."""
        before = self.project
        try:
            if at_place:
                values |= self._place_words()
            self.context.apply(message, edit, merge, **values)
        except Refused as refusal:
            self.said.emit(refusal_sentence(refusal.why, self.context.language))
            return False
        self.said.emit("")
        return self.project is not before

    def _place_words(self) -> dict[str, str]:
        place = self.view.place
        if place is None:
            return {"person": "", "feature": ""}
        return {"person": self.person(place.participant), "feature": self.feature_name(place.feature)}
