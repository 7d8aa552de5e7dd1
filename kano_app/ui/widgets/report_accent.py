"""The accent colour of reports: a few that are good, any other by its number, and how well it can be read."""

import re
from math import floor

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kano_app.domain.branding import contrast, nearest_readable
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.icons import icon
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.report_choosing import brand

_OWN = "#1D4E89"
"""That of the program, which an empty accent stands for; a test holds it to that of the report."""
_COLOURS = (
    ("", N_("Kano App’s own")),
    ("#0B57B8", N_("Blue")),
    ("#0F6B6B", N_("Teal")),
    ("#12694A", N_("Green")),
    ("#8A4B00", N_("Brown")),
    ("#A81E1E", N_("Red")),
    ("#9B1C6B", N_("Magenta")),
    ("#5B3FA6", N_("Violet")),
    ("#37414F", N_("Slate")),
)
_EASY = 7
_SIDE = 20
_WHOLE = re.compile(r"#[0-9A-Fa-f]{6}")


class AccentField(QWidget):
    """Swatches, a field, and what is to be said of the colour."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Make it as the study has it."""
        super().__init__()
        self._context = context
        self.swatches: dict[str, QPushButton] = {}
        for colour, name in _COLOURS:
            self.swatches[colour] = self._swatch(colour, context.tr(name))
        self.field = Field()
        self.field.setMaxLength(7)
        self.field.setMaximumWidth(96)
        self.field.setPlaceholderText(_OWN)
        self.field.setAccessibleName(context.tr("Accent colour as a number, such as #1D4E89"))
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self._left)
        self.told = label("", "muted", wrap=True)
        self.nearest = button("", self._take_nearest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(row(*self.swatches.values(), None, spacing=4))
        column.addWidget(row(self.field, self.nearest, None))
        column.addWidget(self.told)
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says, unless something is being typed that is no such colour yet."""
        accent, read_only = self._context.project.report.branding.accent, self._context.document.read_only
        typed = self.field.text()
        if not (self.field.hasFocus() and self._refused(typed)) and typed.upper() != accent.upper():
            self.field.setText(accent)
        self.field.setReadOnly(read_only)
        for colour, swatch in self.swatches.items():
            is_it = colour.upper() == accent.upper()
            swatch.setChecked(is_it)
            swatch.setIcon(icon("check", "#FFFFFF") if is_it else icon("check", "transparent"))
            swatch.setEnabled(not read_only)
        self._tell()
        say_why(self._context, self.field, *self.swatches.values())

    def _swatch(self, colour: str, name: str) -> QPushButton:
        found = button("", lambda: self._choose(colour))
        found.setCheckable(True)
        found.setIconSize(QSize(14, 14))
        shown, ink, edge = colour or _OWN, self._context.colours.ink, self._context.colours.edge
        found.setStyleSheet(
            f"QPushButton {{ background: {shown}; border: 1px solid {edge}; border-radius: 6px; padding: 0;"
            f" min-width: {_SIDE}px; max-width: {_SIDE}px; min-height: {_SIDE}px; max-height: {_SIDE}px; }}"
            f" QPushButton:focus {{ border: 2px solid {ink}; padding: 0; }}"
        )
        found.setAccessibleName(name)
        found.setToolTip(f"{name} {shown}")
        return found

    def _choose(self, colour: str) -> None:
        self.field.setText(colour)
        brand(self._context, N_("Choose the accent colour"), accent=colour)
        self.refresh()

    @staticmethod
    def _refused(text: str) -> bool:
        """Return whether something typed is no colour that titles can have."""
        return bool(text) and (_WHOLE.fullmatch(text) is None or nearest_readable(text) != text.upper())

    def _typed(self, text: str) -> None:
        if text and not text.startswith("#"):
            text = f"#{text}"[:7]
            self.field.setText(text)
        if not self._refused(text):
            brand(self._context, N_("Choose the accent colour"), "accent", accent=text.upper())
        self._tell()

    def _left(self) -> None:
        """Put back the colour that stands, where what was typed is none; one too light stays, with its remedy."""
        text = self.field.text()
        if text and _WHOLE.fullmatch(text) is None:
            self.field.setText(self._context.project.report.branding.accent)
        self._tell()

    def _take_nearest(self) -> None:
        self._choose(nearest_readable(self.field.text()))

    def _tell(self) -> None:
        tr, language, text = self._context.tr, self._context.language, self.field.text() or _OWN
        is_whole = _WHOLE.fullmatch(text) is not None
        is_refused = is_whole and self._refused(text)
        self.nearest.setVisible(is_refused)
        if not is_whole:
            self.told.setText(tr("A # and six of 0–9 and A–F, such as #1D4E89."))
            return
        ratio = language.number(floor(10 * contrast(text)) / 10, 1)
        if is_refused:
            nearest = nearest_readable(text)
            self.nearest.setText(tr("Take {colour}", colour=nearest))
            self.nearest.setAccessibleName(self.nearest.text())
            self.told.setText(
                tr(
                    "Too light: its contrast with white is {ratio} : 1, and titles need 4.5 : 1. "
                    "The nearest that can be read is {colour}.",
                    ratio=ratio,
                    colour=nearest,
                )
            )
        elif contrast(text) >= _EASY:
            self.told.setText(tr("Contrast with white {ratio} : 1, easy to read.", ratio=ratio))
        else:
            self.told.setText(tr("Contrast with white {ratio} : 1, enough to be read.", ratio=ratio))
