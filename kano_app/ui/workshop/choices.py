"""What can be answered, each under its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kano_app.charts.palette import mark
from kano_app.domain.category import Category
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, clear
from kano_app.ui.widgets.marks import draw_mark
from kano_app.ui.workshop.fit import Fits, Stressed, font_of

_HEIGHT = 92


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its key and its words."""

    key: str
    text: str
    category: Category | None = None


class ChoiceButton(QPushButton):
    """A card with the key above the answer."""

    def __init__(self, context: Context, choice: Choice, language: str) -> None:
        """Make it."""
        super().__init__()
        self._context, self._choice, self._language = context, choice, language
        self.is_chosen, self._fits = False, Fits()
        self.setAccessibleName(f"{choice.key}: {choice.text}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least it can be read at."""
        return QSize(56, _HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the same for all, so that they share the width."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint card, key and answer."""
        del event
        colours = self._context.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_framed = self.hasFocus() or self.is_chosen
        painter.setPen(QPen(QColor(colours.accent if is_framed else colours.edge), 2 if is_framed else 1))
        ground = colours.selected if self.is_chosen else colours.raised if self.underMouse() else colours.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(font_of(self._language, 14, strong=True))
        painter.setPen(QColor(colours.accent if self.is_chosen else colours.muted))
        painter.drawText(QRectF(12, 9, 40, 20), int(Qt.AlignmentFlag.AlignLeft), self._choice.key)
        if self._choice.category is not None:
            draw_mark(painter, mark(self._choice.category), self.width() - 20, 19, 7)
        elif self.is_chosen:
            painter.drawText(QRectF(self.width() - 30, 9, 20, 20), int(Qt.AlignmentFlag.AlignRight), "✓")
        room = (self.width() - 22.0, self.height() - 38.0)
        largest = min(20.0, max(16.0, self.width() * 0.08))
        block = self._fits.fitted(
            Stressed(self._choice.text),
            self._language,
            room,
            largest,
            11,
            colours.ink,
        )
        block.draw(painter, 12, 32, colours.ink)
        painter.end()


class Choices(QWidget):
    """Answers beside each other."""

    chosen = Signal(int)
    """The place of the answer that was clicked, from 0."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._shown: tuple[tuple[Choice, ...], str] | None = None
        self.buttons: list[ChoiceButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)

    def put(self, choices: Sequence[Choice], language: str, chosen: int = -1) -> None:
        """Show answers, one of them as what stands there already."""
        if self._shown != (tuple(choices), language):
            self._shown = (tuple(choices), language)
            clear(self._layout)
            self.buttons = [ChoiceButton(self._context, one, language) for one in choices]
            for place, one in enumerate(self.buttons):
                one.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
                self._layout.addWidget(one, 1)
        for place, one in enumerate(self.buttons):
            if one.is_chosen != (place == chosen):
                one.is_chosen = place == chosen
                one.update()
