"""The question of a move by hand, where the card will stand: what it costs, and why it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.roadmap_words import breakable


class _Reason(QLineEdit):
    """The field of the reason: Alt and an arrow move on, Esc gives up."""

    def __init__(self, shift: Callable[[int], None], cancel: Callable[[], None]) -> None:
        super().__init__()
        self._shift, self._cancel = shift, cancel

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._shift(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class MovePrompt(QFrame):
    """Asks for a reason, which may be empty; Enter confirms, Esc cancels."""

    def __init__(
        self,
        context: Context,
        confirm: Callable[[str], None],
        cancel: Callable[[], None],
        shift: Callable[[int], None],
    ) -> None:
        """Make it; ``shift`` is asked for by Alt and an arrow."""
        super().__init__()
        self.setObjectName("moveprompt")
        self._computing = context.tr("Computing what it costs…")
        self.cost = label("", "small", wrap=True)
        self.reason = _Reason(shift, cancel)
        self.reason.setPlaceholderText(context.tr("Reason (may be empty)"))
        self.reason.setAccessibleName(context.tr("Reason for the move"))
        self.reason.setMaxLength(500)
        self.reason.returnPressed.connect(lambda: confirm(self.reason.text().strip()))
        self.place = button(context.tr("Place here"), lambda: confirm(self.reason.text().strip()), "primary")
        self.cancel = button(context.tr("Cancel"), cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.cost)
        layout.addWidget(self.reason)
        layout.addWidget(row(self.place, self.cancel, None))

    def wait(self) -> None:
        """Say that it is being found out; what was said before stays, greyed."""
        if not self.cost.text():
            self.cost.setText(self._computing)
        self._grey(on=True)

    def _grey(self, *, on: bool) -> None:
        role = "smallmuted" if on else "small"
        if self.cost.property("role") != role:
            self.cost.setProperty("role", role)
            self.cost.style().polish(self.cost)

    def say(self, cost: str) -> None:
        """Tell what the move costs."""
        self.cost.setText(breakable(cost))
        self._grey(on=False)
        self.reason.setAccessibleDescription(cost)
