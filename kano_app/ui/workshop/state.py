"""What a sitting is beside the study: nothing here is worth keeping after the program has ended."""

import time

from PySide6.QtCore import QObject, Signal

from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.entry import CardTyping, View, view
from kano_app.ui.workshop.draft import Draft

_BOUNCE = 1.0
"""Seconds after an answer in which another digit is not meant for what comes after the workshop."""


class State(QObject):
    """The black screen, the practice pair, the live figures, and since when the question of the moment is asked."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin with everything quiet."""
        super().__init__(parent)
        self.is_black = False
        self.is_live = False
        self.practice: tuple[int, ...] = ()
        """The answers to the practice pair so far."""
        self.held = CardTyping()
        """What was typed of a pair of cards, at the question of the moment."""
        self.cell: tuple[int, int] | None = None
        """The pair of cards whose number is typed: functional, dysfunctional, from 1."""
        self.cell_typed = ""
        """The digits typed for it so far."""
        self.page = 0
        """Of the shares that the room sees."""
        self.pages = 1
        self.has_room = False
        """Whether the room screen is open."""
        self.draft: Draft | None = None
        """What was chosen in the setup so far."""
        self.is_setting_up = False
        """Whether a workshop is about to begin: the room sees nothing of one that was."""
        self.asked: object = None
        """The question that was shown last, however often the window was made anew since."""
        self.since = time.monotonic()
        self.answered = 0.0
        """When the last answer was typed."""
        self._sat = 0.0
        self._sits_since: float | None = None
        self._viewed: tuple[Project, View] | None = None

    def view(self, project: Project) -> View:
        """Return what is to be shown of a project, worked out once."""
        if self._viewed is None or self._viewed[0] is not project:
            self._viewed = (project, view(project))
        return self._viewed[1]

    @property
    def seconds(self) -> float:
        """How long the question of the moment has been asked."""
        return time.monotonic() - self.since

    @property
    def has_just_answered(self) -> bool:
        """Whether a digit may be one too many, of an answer that is there already."""
        return time.monotonic() - self.answered < _BOUNCE

    def ask(self) -> None:
        """Begin the time of a question."""
        self.since = time.monotonic()

    @property
    def sitting(self) -> float:
        """Seconds that the sitting has taken since it began or was continued in this window; not while it is done."""
        return self._sat + (0.0 if self._sits_since is None else time.monotonic() - self._sits_since)

    def sit(self, *, anew: bool = False) -> None:
        """Let the time of the sitting run, from its beginning or on."""
        if anew:
            self._sat, self._sits_since = 0.0, None
        if self._sits_since is None:
            self._sits_since = time.monotonic()

    def rise(self) -> None:
        """Let the time of the sitting stand: everything is done for now."""
        self._sat, self._sits_since = self.sitting, None

    def count_pages(self, pages: int) -> None:
        """Take down on how many pages the shares stand."""
        if self.pages != pages:
            self.pages = pages
            self.changed.emit()

    def show_room(self, *, is_so: bool) -> None:
        """Take down whether the room screen is open."""
        if self.has_room != is_so:
            self.has_room = is_so
            self.changed.emit()

    def turn_page(self, by: int) -> None:
        """Show other shares to the room."""
        self.page += by
        self.changed.emit()

    def forget_typed(self) -> None:
        """Forget what was typed of cards: what stands on the table is no more what it was typed upon."""
        self.held, self.cell_typed = CardTyping(), ""

    def choose_cell(self, cell: tuple[int, int] | None) -> None:
        """Choose the pair of cards whose number is typed, or none."""
        self.cell, self.cell_typed, self.held = cell, "", CardTyping()
        self.changed.emit()

    def set_up(self, *, is_so: bool) -> None:
        """Prepare a workshop, or be done with that."""
        if self.is_setting_up != is_so:
            self.is_setting_up = is_so
            self.changed.emit()

    def blacken(self) -> None:
        """Make the room screen black, or not."""
        self.is_black = not self.is_black
        self.changed.emit()

    def turn_live(self) -> None:
        """Show or hide the live figures."""
        self.is_live = not self.is_live
        self.changed.emit()

    def hold_card(self, typed: CardTyping) -> None:
        """Wait for the rest of a pair of cards."""
        self.held = typed
        self.changed.emit()

    def practise(self, answers: tuple[int, ...]) -> None:
        """Take an answer of the practice pair; it is kept nowhere."""
        self.practice = answers
        self.changed.emit()


LETTERS = {category.letter: category for category in Category if category is not Category.QUESTIONABLE}
"""The key of each category that can be voted for."""
