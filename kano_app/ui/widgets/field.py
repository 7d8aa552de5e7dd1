"""A line of text whose undo is the study's, and keys that are meant to change something."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_CHANGING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert, Qt.Key.Key_F2}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""With one of these a key is no text."""


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


def changes(event: QKeyEvent) -> bool:
    """Return whether a key pressed in a table is meant to change something."""
    types = event.text().isprintable() and bool(event.text().strip()) and not event.modifiers() & COMMANDS
    return types or event.key() in _CHANGING or event.matches(QKeySequence.StandardKey.Paste)
