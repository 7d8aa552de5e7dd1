"""What the facilitator does: each key is one step of the study, on the disk before the next question is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.answer import LEVELS
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Session, Stage
from kano_app.entry import Refusal, Refused, View
from kano_app.entry.steps import features_asked
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.workshop.state import State
from kano_app.wording.categories import category_name
from kano_app.wording.entry import person_label, refusal_sentence
from kano_app.wording.literal import visible

_NOTE = "note of {person} {feature}"


class Desk(QObject):
    """Turns wishes into steps; what cannot be done is said in a sentence."""

    said = Signal(str)
    """Why a key did nothing, or what it did where that is not seen; empty once a key did something."""
    wanted = Signal(str)
    """Something of the window is wanted: "note", "people", "features", "add_feature", "room"…"""

    def __init__(self, context: Context, state: State) -> None:
        """Serve a window."""
        super().__init__()
        self.context, self.state = context, state

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

    # asking

    def answer(self, number: int) -> None:
        """Take an answer to the question of the moment."""
        if self.session.stage is Stage.PRACTICE:
            self._practise(number)
            return
        seconds = self.state.seconds
        self._step(
            N_("Answer of {person} to “{feature}”"),
            lambda project: entry.answer(project, number, seconds),
            at_place=True,
        )

    def _practise(self, number: int) -> None:
        answers = self.state.practice
        if not 1 <= number <= LEVELS:
            self.said.emit(refusal_sentence(Refusal.NO_SUCH_ANSWER, self.context.language))
        elif len(answers) < 2:
            self.said.emit("")
            self.state.practise((*answers, number))

    def abstain(self) -> None:
        """Take down that the person has no answer to this feature."""
        seconds = self.state.seconds
        self._step(
            N_("{person} abstains from “{feature}”"), lambda project: entry.abstain(project, seconds), at_place=True
        )

    def vote(self, category: Category) -> None:
        """Take the category that a person names."""
        seconds = self.state.seconds
        self._step(
            N_("Direct vote of {person} on “{feature}”: {category}"),
            lambda project: entry.vote(project, category, seconds),
            at_place=True,
            category=category_name(category, self.context.language),
        )

    def card(self, functional: int, dysfunctional: int, by: int = 1) -> None:
        """Count a pair of cards, or take one back."""
        message = (
            N_("Count a pair of cards for “{feature}”") if by > 0 else N_("Take a pair of cards of “{feature}” back")
        )
        self._step(message, lambda project: entry.card(project, functional, dysfunctional, by), at_place=True)

    def skip(self) -> None:
        """Pass the question over; practice ends."""
        if self.session.stage is Stage.PRACTICE:
            self.end_practice()
        else:
            self._step(N_("Skip “{feature}” for {person}"), entry.skip, at_place=True)

    def back(self) -> None:
        """Go to the question before."""
        if self.session.stage is Stage.PRACTICE and self.state.practice:
            self.state.practise(self.state.practice[:-1])
        else:
            self._step(N_("Back to the question before"), entry.back)

    def forward(self) -> None:
        """Go on from a question that is answered already."""
        self._step(N_("On to the next open question"), entry.forward)

    def go_on(self) -> None:
        """Do what Enter means: begin, on to the next person, on to the next feature, or on after the end."""
        match self.session.stage:
            case Stage.PRACTICE:
                self.end_practice()
            case Stage.CONFIRMING:
                self._step(N_("On to the next person"), entry.confirm)
            case Stage.DONE:
                self._step(N_("Continue the workshop"), entry.go_on)
            case Stage.ASKING if self.session.mode is Mode.CARDS:
                self.skip()
            case _:
                self.said.emit(refusal_sentence(Refusal.NOT_ASKED_NOW, self.context.language))

    def end_practice(self) -> None:
        """Ask the first question that counts."""
        self._step(N_("End the practice"), entry.end_practice)
        self.state.practise(())

    def finish(self) -> None:
        """Stop; it can be gone on with at any time."""
        if self.session.stage is Stage.DONE:
            self.wanted.emit("leave")
        else:
            self._step(N_("Finish the workshop"), entry.finish)

    # the room

    def join(self, name: str = "") -> None:
        """Let somebody in."""
        if self._step(N_("Somebody joins"), lambda project: entry.join(project, name)):
            told = self.context.tr("{person} is here.", person=self.person(len(self.session.participants) - 1))
            self.said.emit(told)

    def leave(self, participant: int | None = None) -> None:
        """Let somebody go: the person of the moment, unless told."""
        place = self.view.place
        at = participant if participant is not None else (place.participant if place else -1)
        if at < 0:
            self.said.emit(refusal_sentence(Refusal.NO_SUCH_PERSON, self.context.language))
            return
        name = self.person(at)
        if self._step(N_("{name} leaves"), lambda project: entry.leave(project, at), name=name):
            self.said.emit(self.context.tr("{person} has left; the answers stay.", person=name))

    def come_back(self, participant: int) -> None:
        """Let somebody in again."""
        self._step(
            N_("{name} comes back"),
            lambda project: entry.come_back(project, participant),
            name=self.person(participant),
        )

    def call(self, participant: int, name: str) -> None:
        """Give a person a name; blank is a number."""
        self._step(N_("Name a person"), lambda project: entry.call(project, participant, name))

    def tell(self, participant: int, trait: str, value: str) -> None:
        """Take down something known of a person."""
        person = self.session.participants[participant].person
        self._step(
            N_("{trait} of {name}"),
            lambda project: edits.tell_trait(project, [person], trait, value),
            trait=trait,
            name=self.person(participant),
        )

    def go_to_person(self, participant: int) -> None:
        """Ask a person next."""
        self._step(
            N_("Go to {name}"), lambda project: entry.go_to_person(project, participant), name=self.person(participant)
        )

    def go_to_feature(self, feature: str) -> None:
        """Ask a feature next: of the same person in an interview, else of the first in turn."""
        place = self.view.place
        who = place.participant if place and self.session.mode is Mode.INTERVIEW else None
        self._step(
            N_("Go to {name}"), lambda project: entry.go_to(project, feature, who), name=self.feature_name(feature)
        )

    # beside the question

    def note(self, text: str) -> None:
        """Write down why; typing on is one step."""
        place = self.session.place
        if place is None:
            self.said.emit(refusal_sentence(Refusal.NOT_ASKED_NOW, self.context.language))
            return
        key = _NOTE.format(person=place.participant, feature=place.feature)
        self._step(N_("Note of {person} on “{feature}”"), lambda project: entry.note(project, text), key, at_place=True)

    def vote_again(self, feature: str = "") -> None:
        """Ask a feature anew: the one of the moment, or the one before if nobody has answered that yet."""
        for one in [feature] if feature else self._just_asked():
            try:
                entry.vote_again(self.project, one)
            except Refused:
                continue
            self._vote_again(one)
            return
        self.said.emit(self.context.tr("Nobody has answered this with a pair of answers yet."))

    def _vote_again(self, feature: str) -> None:
        name = self.feature_name(feature)
        if self._step(N_("Vote again on “{name}”"), lambda project: entry.vote_again(project, feature), name=name):
            self.said.emit(self.context.tr("“{name}” is asked again; the first answers stand beside.", name=name))

    def _just_asked(self) -> list[str]:
        place, asked = self.view.place, features_asked(self.project)
        if place is None or place.feature not in asked:
            return list(reversed(asked))
        return list(reversed(asked[: asked.index(place.feature) + 1]))

    def add_feature(self, name: str) -> None:
        """Ask about one more feature; all that are done catch up."""
        if name.strip():
            self._step(
                N_("Add the feature “{name}”"),
                lambda project: edits.add_features(project, [name.strip()]),
                name=visible(name.strip()),
            )

    def reveal(self) -> None:
        """Show results to the room, or hide them."""
        shown = not self.session.revealed
        message = N_("Show results to the room") if shown else N_("Hide results from the room")
        self._step(message, lambda project: entry.reveal(project, shown=shown))

    def undo(self) -> None:
        """Take the last step back; not the beginning of the workshop."""
        self.said.emit("")
        self.context.document.undo_stack.undo()

    def redo(self) -> None:
        """Take the last step again."""
        self.said.emit("")
        self.context.document.undo_stack.redo()

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
