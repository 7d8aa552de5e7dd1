"""What the facilitator does: each key is one step of the study, on the disk before the next question is shown."""

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.session import Mode
from kano_app.entry import Refusal, Refused
from kano_app.i18n import N_
from kano_app.ui.workshop.desk_asking import Asking
from kano_app.wording.entry import refusal_sentence
from kano_app.wording.literal import visible

_NOTE = "note of {person} {feature}"


class Desk(Asking):
    """Turns wishes into steps; what cannot be done is said in a sentence."""

    # the room

    def join(self, name: str = "") -> None:
        """Let somebody in."""
        if self._step(N_("Somebody joins"), lambda project: entry.join(project, name)):
            person = self.person(len(self.session.participants) - 1)
            if self.session.is_under_way:
                self.said.emit(self.context.tr("{person} is here.", person=person))
            else:
                self.said.emit(self.context.tr("{person} is here. Enter continues the workshop.", person=person))

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
        try:
            feature = feature or entry.feature_to_vote_again(self.project)
        except Refused as refusal:
            self.said.emit(refusal_sentence(refusal.why, self.context.language))
            return
        name = self.feature_name(feature)
        if self._step(N_("Vote again on “{name}”"), lambda project: entry.vote_again(project, feature), name=name):
            self.said.emit(self.context.tr("“{name}” is asked again; the first answers stand beside.", name=name))

    def add_feature(self, name: str) -> None:
        """Ask about one more feature; all that are done catch up."""
        if name.strip():
            self._step(
                N_("Add the feature “{name}”"),
                lambda project: entry.add_feature(project, name),
                name=visible(name.strip()),
            )

    def reveal(self) -> None:
        """Show results to the room, or hide them."""
        shown = not self.session.revealed
        if shown and self.unanswered and not self._is_sure("reveal", self._told_before_reveal()):
            return
        self.state.page = 0
        message = N_("Show results to the room") if shown else N_("Hide results from the room")
        self._step(message, lambda project: entry.reveal(project, shown=shown))

    def _told_before_reveal(self) -> str:
        language, key = self.context.language, "F5" if self.session.mode is Mode.VOTES else "R"
        if self.session.mode is Mode.CARDS:
            return self.context.ntr(
                "{n} feature has no cards yet. {key} again shows results to the room.",
                "{n} features have no cards yet. {key} again shows results to the room.",
                self.unanswered,
                key=key,
            )
        return self.context.tr(
            "{done} of {total} questions are answered. {key} again shows results to the room.",
            done=language.number(self.view.done),
            total=language.number(self.view.total),
            key=key,
        )

    def undo(self) -> None:
        """Take the last step back, also one from before the program was started again."""
        self.state.forget_typed()
        if self.context.document.undo_stack.canUndo():
            self.context.document.undo()
        else:
            back = "←" if self.session.mode is not Mode.CARDS else self.context.tr("Backspace")
            self.said.emit(
                self.context.tr("There is nothing more to undo. {key} goes back over the answers.", key=back)
            )

    def redo(self) -> None:
        """Take the last step again."""
        self.state.forget_typed()
        self.context.document.redo()
