"""The card of one feature: read, selected, dragged by the mouse, moved by the keyboard."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from kano_app.charts.palette import mark
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.marks import mark_pixmap
from kano_app.ui.widgets.roadmap_words import CardView, breakable
from kano_app.wording.literal import shortened

_MARK = 12
_LONGEST = 90
"""Characters of a name on a card; the detail has all of it."""
_EDGE, _RADIUS = 5, 6
_KEYS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class CardKeeper(Protocol):
    """What a card tells the board it stands on."""

    def choose(self, feature: str) -> None:
        """The card was clicked, or is asked for by Enter."""

    def focus(self, feature: str) -> None:
        """The card has the focus."""

    def walk(self, feature: str, lanes: int, cards: int) -> None:
        """Go to a card so many lanes to the right or so many cards below."""

    def shift(self, feature: str, lanes: int) -> None:
        """Move the feature so many lanes to the right."""

    def menu(self, feature: str, place: QPoint) -> None:
        """Show what can be done with the card, at a place on the screen."""

    def drag(self, card: "FeatureCard", place: QPoint) -> None:
        """The card is dragged over a place on the screen."""

    def drop(self, card: "FeatureCard", place: QPoint | None) -> None:
        """The card is let go there, or the drag is given up."""


class FeatureCard(QFrame):
    """One feature on the board."""

    def __init__(self, context: Context, feature: str, keeper: CardKeeper) -> None:
        """Make an empty card."""
        super().__init__()
        self.setObjectName("featurecard")
        self.feature, self._keeper, self._context = feature, keeper, context
        self.view: CardView | None = None
        self._pressed: QPoint | None = None
        self._dragged = False
        self._mark = QLabel()
        self._mark.setFixedWidth(_MARK)
        self._name = label("", "cardname", wrap=True)
        self._lines = {
            "why": label("", "small", wrap=True),
            "tags": label("", "smallmuted", wrap=True),
            "after": label("", "smallmuted", wrap=True),
            "by_hand": label("", "smallwarning", wrap=True),
        }
        body = QVBoxLayout(self)
        body.setContentsMargins(GAP + _EDGE - 1, GAP - 2, GAP, GAP - 2)
        body.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(GAP - 2)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        body.addLayout(head)
        for line in self._lines.values():
            body.addWidget(line)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_view(self, view: CardView) -> None:
        """Show a feature as it is now."""
        if view == self.view:
            return
        old, self.view = self.view, view
        self._name.setText(breakable(shortened(view.name, _LONGEST)))
        for name, line in self._lines.items():
            text = str(getattr(view, name))
            line.setText(breakable(text))
            line.setVisible(bool(text))
        self.setAccessibleName(view.name)
        self.setAccessibleDescription(view.spoken)
        if old is None or old.category is not view.category:
            self._mark.setPixmap(mark_pixmap(mark(view.category), _MARK, self.devicePixelRatioF()))
            self.update()

    def set_selected(self, *, on: bool) -> None:
        """Show whether it is the selected one."""
        if self.property("selected") is not on:
            self.setProperty("selected", on)
            self.style().unpolish(self)
            self.style().polish(self)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the card, and over it the edge at the left in the colour of the category."""
        super().paintEvent(event)
        edge = mark(self.view.category).color if self.view and self.view.category else self._context.colours.edge
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        painter.fillRect(0, 0, _EDGE, self.height(), QColor(edge))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag, once the mouse has gone far enough to mean it."""
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._dragged or way >= QApplication.startDragDistance():
            self._dragged = True
            self._keeper.drag(self, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go, or select where nothing was dragged."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._dragged:
            self._dragged = False
            self._keeper.drop(self, event.globalPosition().toPoint())
        else:
            self._keeper.choose(self.feature)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk by arrows, move by Alt and an arrow, select by Enter, give a drag up by Esc."""
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key is Qt.Key.Key_Escape and self._dragged:
            self._pressed, self._dragged = None, False
            self._keeper.drop(self, None)
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._keeper.shift(self.feature, 1 if key is Qt.Key.Key_Right else -1)
        elif key in _KEYS and not alt:
            self._keeper.walk(self.feature, *_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._keeper.choose(self.feature)
        elif key is Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._keeper.menu(self.feature, self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Show what can be done with it."""
        self._keeper.menu(self.feature, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that it is the one meant."""
        super().focusInEvent(event)
        self._keeper.focus(self.feature)


def card_style(context: Context) -> str:
    """Return the style rules of the board."""
    colours = context.colours
    return f"""
    #featurecard {{ background: {colours.surface}; border: 1px solid {colours.line};
        border-radius: {_RADIUS}px; padding: 1px; }}
    #featurecard:hover {{ border-color: {colours.edge}; }}
    #featurecard[selected="true"] {{ background: {colours.selected}; }}
    #featurecard:focus {{ border: 2px solid {colours.accent}; padding: 0px; }}
    #lane[target="true"], #card[target="true"] {{ background: {colours.selected};
        border: 2px dashed {colours.accent}; }}
    #moveprompt {{ background: {colours.surface}; border: 2px solid {colours.accent}; border-radius: 6px; }}
    QLabel[role="cardname"] {{ font-weight: 600; }}
    QLabel[role="small"] {{ font-size: 12px; }}
    QLabel[role="smallmuted"] {{ font-size: 12px; color: {colours.muted}; }}
    QLabel[role="smallwarning"] {{ font-size: 12px; color: {colours.warning}; }}
    #ghost {{ border: 1px solid {colours.accent}; border-radius: 6px; }}
    QProgressBar[over="true"]::chunk {{ background: {colours.warning}; }}
    QLineEdit[wrong="true"] {{ border: 2px solid {colours.error}; padding: 4px 7px; }}
    """
