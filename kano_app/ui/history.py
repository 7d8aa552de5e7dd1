"""Undo: each step is the project before and the project after, and a name that any language can tell."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from kano_app.domain.project import Project
from kano_app.i18n import Language


@dataclass(frozen=True, slots=True)
class StepName:
    """What a step does, as a message id with its values, so that it reads in whatever language the window speaks."""

    message: str
    values: tuple[tuple[str, str], ...] = ()

    def told(self, language: Language) -> str:
        """Return the name in a language."""
        return language.gettext(self.message).format(**dict(self.values))


class ReplaceProject(QUndoCommand):
    """One step: the project is replaced by another; typing in one place is one step."""

    def __init__(
        self, name: StepName, old: Project, new: Project, put: Callable[[Project], None], merge: str = ""
    ) -> None:
        """Keep both projects, and what puts one in its place; steps with the same ``merge`` become one."""
        super().__init__(name.message)
        self.name = name
        self._old, self._put = old, put
        self.new, self.merge = new, merge

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
        self._put(self.new)

    def undo(self) -> None:
        """Put the earlier project."""
        self._put(self._old)
