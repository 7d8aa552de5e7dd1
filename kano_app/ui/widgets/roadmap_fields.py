"""A field for an amount of effort: a number above 0, or nothing."""

import re
import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from kano_app.ui.context import Context

_AMOUNT = re.compile(r"\d{1,9}(\.\d{0,4})?|\.\d{1,4}")
_THOUSANDS = re.compile(r"\d{1,3},\d{3}")


class AmountField(QLineEdit):
    """Tells every amount that can be read while somebody types; what cannot be read is marked and not taken."""

    chosen = Signal(object)
    """A number, or ``None`` where the field was emptied."""

    def __init__(self, context: Context, name: str, *, may_be_empty: bool) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._may_be_empty = context, may_be_empty
        self._value: float | None = None
        self.setAccessibleName(name)
        self.setMaximumWidth(96)
        self.textEdited.connect(self._edited)

    def put(self, value: float | None) -> None:
        """Show the amount the study has; what somebody is typing stays, if it means the same."""
        self._value = value
        if self.hasFocus() and (self.property("wrong") or _read(self.text()) == value):
            return
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the amount the study has in place of what could not be read."""
        super().focusOutEvent(event)
        self._show()

    def _show(self) -> None:
        text = "" if self._value is None else f"{self._value:.10g}"
        if self.text() != text:
            self.setText(text)
        self._mark(wrong=False)

    def _edited(self, text: str) -> None:
        value = _read(text)
        usable = value is not None or (self._may_be_empty and not text.strip())
        self._mark(wrong=not usable)
        if usable:
            self.chosen.emit(value)

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") is not wrong:
            self.setProperty("wrong", wrong)
            told = self._context.tr("A number above 0 is needed.") if wrong else ""
            self.setToolTip(told)
            self.setAccessibleDescription(told)
            self.style().unpolish(self)
            self.style().polish(self)


def _read(text: str) -> float | None:
    """Return a number above 0; a comma may be the decimal sign, but not where it may part thousands."""
    text = unicodedata.normalize("NFKC", text).strip()
    if _THOUSANDS.fullmatch(text):
        return None
    text = text.replace(",", ".")
    return float(text) or None if _AMOUNT.fullmatch(text) else None
