"""A line of text whose undo is the study's: what is typed is a step like any other."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Field(QLineEdit):
    """A line edit that leaves the keys of undo and redo to the window."""

    def event(self, event: QEvent) -> bool:
        """Do not claim the keys of undo and redo."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(step) for step in _STEPS)
        ):
            event.ignore()
            return False
        return super().event(event)
