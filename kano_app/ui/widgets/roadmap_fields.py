"""A field for an amount of effort: a number above 0, or nothing; what cannot be read stays until it is mended."""

import re
import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import label

_AMOUNT = re.compile(r"\d{1,9}(\.\d{0,4})?|\.\d{1,4}")
_BEGINNING = re.compile(r"0*[.,]?0*")
"""What may become a number above 0 while somebody types on."""
_THOUSANDS = re.compile(r"\d{1,3},\d{3}")


class AmountField(QLineEdit):
    """Tells every amount that can be read while somebody types; of any other ``told`` says what is accepted."""

    chosen = Signal(object)
    """A number, or ``None`` where the field was emptied."""

    def __init__(self, context: Context, name: str, *, may_be_empty: bool) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._may_be_empty = context, may_be_empty
        self._value: float | None = None
        self._before: float | None = None
        """The amount from before somebody came to type."""
        self._of = ""
        self._unread: dict[str, tuple[float | None, str]] = {}
        """What was typed and could not be read, of whom, and beside which amount."""
        self.told = label("", "smallwarning", wrap=True)
        self.told.hide()
        self.setAccessibleName(name)
        self.setMaximumWidth(96)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._finished)

    def put(self, value: float | None, of: str = "") -> None:
        """Show the amount the study has, of a feature; what somebody is typing stays, if it means the same."""
        same = self._of == of
        if not same:
            self._before = value
        self._value, self._of = value, of
        beside, text = self._unread.get(of, (None, ""))
        if text and beside == value:
            self._show(text, wrong=True)
            return
        self._unread.pop(of, None)
        if not (same and self.hasFocus() and _read(self.text()) == value and self.text().strip()):
            self._show("" if value is None else f"{value:.10g}", wrong=False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the amount there is: what cannot be read in the end leaves it as it was."""
        super().focusInEvent(event)
        self._before = self._value

    def _finished(self) -> None:
        """Let what was typed and confirmed be what stays."""
        wrong = self._of in self._unread
        if not wrong:
            self._before = _read(self.text())
        self._mark(wrong=wrong)

    def _show(self, text: str, *, wrong: bool) -> None:
        if self.text() != text:
            self.setText(text)
        self._mark(wrong=wrong)

    def _edited(self, text: str) -> None:
        value = _read(text)
        usable = value is not None or (self._may_be_empty and not text.strip())
        if usable:
            self._unread.pop(self._of, None)
        else:
            self._unread[self._of] = (self._before, text)
        self._mark(wrong=not usable and _BEGINNING.fullmatch(text) is None)
        if usable or self._value != self._before:
            self.chosen.emit(value if usable else self._before)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) is not wrong:
            tr = self._context.tr
            self.setProperty("wrong", wrong)
            told = ""
            if wrong and self._may_be_empty:
                told = tr(
                    "Not taken over: type a number above 0, such as 2.5 and with no sign for thousands, or nothing."
                )
            elif wrong:
                told = tr("Not taken over: type a number above 0, such as 2.5 and with no sign for thousands.")
            self.told.setText(told)
            self.told.setVisible(wrong)
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
