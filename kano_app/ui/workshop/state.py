"""What a sitting is beside the study: nothing here is worth keeping after the program has ended."""

import time

from PySide6.QtCore import QObject, Signal

from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Stage
from kano_app.entry import View, view


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
        self.held = ""
        """What was typed of a pair of cards: a minus, the first digit."""
        self.since = time.monotonic()
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

    def ask(self) -> None:
        """Begin the time of a question."""
        self.since = time.monotonic()

    def blacken(self) -> None:
        """Make the room screen black, or not."""
        self.is_black = not self.is_black
        self.changed.emit()

    def turn_live(self) -> None:
        """Show or hide the live figures."""
        self.is_live = not self.is_live
        self.changed.emit()

    def hold_card(self, typed: str) -> None:
        """Wait for the rest of a pair of cards."""
        self.held = typed
        self.changed.emit()

    def practise(self, answers: tuple[int, ...]) -> None:
        """Take an answer of the practice pair; it is kept nowhere."""
        self.practice = answers
        self.changed.emit()


def is_under_way(project: Project) -> bool:
    """Return whether a workshop waits to be gone on with."""
    session = project.survey.session if project.surveys else None
    if session is None:
        return False
    if session.stage is not Stage.DONE:
        return True
    moment = view(project)
    return moment.place is not None and moment.done < moment.total and bool(session.participants)


LETTERS = {category.letter: category for category in Category if category is not Category.QUESTIONABLE}
"""The key of each category that can be voted for."""
