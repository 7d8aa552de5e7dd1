"""The grid of answers in which no complete pair is lost to one stray digit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

from kano_app.domain.project import Project
from kano_app.ui.widgets.answers_grid import AnswersGrid


class SettledGrid(AnswersGrid):
    """The grid, which keeps a complete pair when only one half of it was typed over."""

    put_back = Signal(int, int)
    """The person and the column of a pair that is as it was."""
    _typed: Project | None = None
    """The study with the one digit in place of a complete pair."""

    def type_digit(self, digit: int) -> None:
        """Remember a complete pair while the second digit is awaited."""
        super().type_digit(digit)
        awaited = self.pairs.half is not None
        self._typed = self._context.project if awaited and all(self._before) else None

    def settle(self) -> None:
        """Put a complete pair back of which one half was typed over and the other was not."""
        typed, self._typed = self._typed, None
        place = self.pairs.half
        # Anything else that came since is not to be undone.
        if typed is None or place is None or self._context.project is not typed:
            return
        self._wait_for(None)
        self._context.document.undo()
        self.put_back.emit(*place)

    def _leave(self) -> None:
        if self.pairs.half != self.place:
            self.settle()
        super()._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Settle the pair before a person is added."""
        if event.key() == Qt.Key.Key_Insert:
            self.settle()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Settle the pair when somebody goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Settle the pair when another page or study comes in place of this."""
        super().hideEvent(event)
        self.settle()
