"""Undo: each step is the project before and the project after, and a name that any language can tell."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from kano_app.domain.project import Project
from kano_app.i18n import N_, Language
from kano_app.storage import Back, Forward, Move

Put = Callable[[Project, Move | None], None]
"""Makes a project the study as it is now; the move is what that means for the steps that are kept in the file."""

_FIELD = r"\{([^\W\d]\w*)\}"
_TEMPLATE = rf"(?:[^{{}}]|{_FIELD})*"
"""A message with names in braces and nothing else that Python would look into."""


@dataclass(frozen=True, slots=True)
class StepName:
    """What a step does, as a message id with its values, so that it reads in whatever language the window speaks."""

    message: str
    values: tuple[tuple[str, str], ...] = ()

    def told(self, language: Language) -> str:
        """Return the name in a language."""
        return language.gettext(self.message).format(**dict(self.values))

    def text(self) -> str:
        """Return the name as it is kept in a file."""
        return json.dumps([self.message, dict(self.values)])

    @classmethod
    def of(cls, text: str) -> "StepName":
        """Return the name that was kept; what cannot be one is told as an earlier step."""
        unnamed = cls(N_("An earlier step"))
        try:
            message, values = json.loads(text)
            found = cls(message, tuple(values.items()))
            named = set(re.findall(_FIELD, message))
        except (ValueError, TypeError, AttributeError, RecursionError):
            return unnamed
        are_texts = all(isinstance(value, str) for value in values.values())
        return (
            found if message and re.fullmatch(_TEMPLATE, message) and named <= values.keys() and are_texts else unnamed
        )


class Step(QUndoCommand):
    """One step of the study."""

    def __init__(self, name: StepName, put: Put) -> None:
        """Take what it is called, and what puts a project in place of another."""
        super().__init__(name.message)
        self.name, self._put = name, put


class ReplaceProject(Step):
    """A step of this window: the project is replaced by another; typing in one place is one step."""

    def __init__(
        self, name: StepName, old: Project, new: Project, put: Put, merge: str = "", *, joins: bool = False
    ) -> None:
        """Keep both projects; steps with the same ``merge`` become one, and one that ``joins`` is about to."""
        super().__init__(name, put)
        self._old, self.new = old, new
        self.merge, self._joins = merge, joins

    def id(self) -> int:
        """Return a number that only steps which may become one share; −1 is none."""
        return hash(self.merge) & 0x7FFFFFFF if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take over where a later step leads."""
        if not isinstance(other, ReplaceProject) or other.merge != self.merge:
            return False
        self.new = other.new
        return True

    def redo(self) -> None:
        """Put the later project."""
        self._put(self.new, None if self._joins else _forward(self.name, self._old, self.new))

    def undo(self) -> None:
        """Put the earlier project."""
        self._put(self._old, Back())


class EarlierStep(Step):
    """A step from before the program was started again: what was before it is read once somebody wants it back."""

    def __init__(self, name: StepName, number: int, put: Put) -> None:
        """Take its number in the file."""
        super().__init__(name, put)
        self.number = number
        self.both: tuple[Project, Project] | None = None
        """The project before it and the one after it, once it is to be taken back."""

    def redo(self) -> None:
        """Put the later project, unless it is there: as it is told of first, the step is taken."""
        if self.both is not None:
            self._put(self.both[1], _forward(self.name, *self.both))

    def undo(self) -> None:
        """Put the earlier project."""
        if self.both is not None:
            self._put(self.both[0], Back())


def _forward(name: StepName, old: Project, new: Project) -> Move:
    return Forward(name.text(), old, old.sits or new.sits)
