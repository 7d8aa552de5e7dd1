"""Asking: what each key that answers, counts or moves on does to the study."""

import time

from kano_app import entry
from kano_app.domain.answer import LEVELS
from kano_app.domain.category import Category
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Stage
from kano_app.entry import Refusal
from kano_app.i18n import N_
from kano_app.ui.workshop.desk_steps import Steps
from kano_app.wording.categories import category_name
from kano_app.wording.entry import refusal_sentence

_CELL = "cards {functional} {dysfunctional} of {feature}"
_MOST_CARDS = 999


class Asking(Steps):
    """Answers, votes, cards, and the way from one question to another."""

    def answer(self, number: int) -> None:
        """Take an answer to the question of the moment."""
        if self.session.stage is Stage.PRACTICE:
            self._practise(number)
            return
        seconds = self.state.seconds
        self.state.answered = time.monotonic()
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

    def card(self, functional: int, dysfunctional: int, by: int = 1) -> bool:
        """Count pairs of cards, or take some back; return whether that could be done."""
        message = (
            N_("Count a pair of cards for “{feature}”") if by > 0 else N_("Take a pair of cards of “{feature}” back")
        )
        return self._step(message, lambda project: entry.card(project, functional, dysfunctional, by), at_place=True)

    def cards_in_cell(self) -> int:
        """Return how many pairs were counted in the cell that is chosen."""
        cell, place = self.state.cell, self.session.place
        return 0 if cell is None or place is None else _cards(self.project, place.feature, *cell)

    def put_card(self, number: int) -> bool:
        """Put a number into the cell that is chosen, and return whether it can stand there; its digits are one step."""
        cell, place = self.state.cell, self.session.place
        if cell is None or place is None or not 0 <= number <= _MOST_CARDS:
            self.said.emit(
                self.context.tr("A number from 0 to {most}.", most=self.context.language.number(_MOST_CARDS))
            )
            return False
        functional, dysfunctional = cell
        self._step(
            N_("Number of a pair of cards for “{feature}”"),
            lambda project: entry.put_cards(project, functional, dysfunctional, number),
            _CELL.format(functional=functional, dysfunctional=dysfunctional, feature=place.feature),
            at_place=True,
        )
        return self.cards_in_cell() == number

    def turn_counting(self) -> None:
        """Choose a cell to type its number into, or be done with that."""
        self.state.choose_cell(None if self.state.cell is not None else (1, 1))

    def move_cell(self, down: int, right: int) -> None:
        """Choose a cell beside; the first one, if none is chosen."""
        cell = self.state.cell
        if cell is None:
            self.state.choose_cell((1, 1))
        else:
            self.state.choose_cell((1 + (cell[0] - 1 + down) % LEVELS, 1 + (cell[1] - 1 + right) % LEVELS))

    def skip(self) -> None:
        """Pass the question over; practice ends."""
        if self.session.stage is Stage.PRACTICE:
            self.end_practice()
        else:
            is_of_all = self.session.mode is Mode.CARDS
            message = N_("Skip “{feature}”") if is_of_all else N_("Skip “{feature}” for {person}")
            self._step(message, entry.skip, at_place=True)

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
            return
        left = self.unanswered
        if self.session.mode is Mode.CARDS:
            told = self.context.ntr(
                "{n} feature has no cards yet. Esc again finishes; it can be continued.",
                "{n} features have no cards yet. Esc again finishes; it can be continued.",
                left,
            )
        else:
            told = self.context.ntr(
                "{n} question is open. Esc again finishes; it can be continued.",
                "{n} questions are open. Esc again finishes; it can be continued.",
                left,
            )
        if not left or self._is_sure("finish", told):
            self._finish()

    def after(self, what: str) -> None:
        """Go to what comes after the workshop: where all have answered it ends with the same key."""
        if self.session.stage is not Stage.DONE:
            self._finish()
        self.wanted.emit(what)

    def _finish(self) -> None:
        self._step(N_("Finish the workshop"), entry.finish)


def _cards(project: Project, feature: str, functional: int, dysfunctional: int) -> int:
    evidence = project.survey.evidence
    at = next((at for at, one in enumerate(project.survey.features) if one.id == feature), None)
    if at is None or not isinstance(evidence, PairTally):
        return 0
    return int(evidence.counts[at, functional - 1, dysfunctional - 1])
