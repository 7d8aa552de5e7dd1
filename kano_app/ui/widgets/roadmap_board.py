"""The board: cards in their places, dragged by the mouse and walked by the keyboard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect, QLabel, QWidget

from kano_app.domain.plan import RELEASES, Horizon
from kano_app.ui.context import Context
from kano_app.ui.widgets.roadmap_card import FeatureCard
from kano_app.ui.widgets.roadmap_lane import Lane
from kano_app.ui.widgets.roadmap_words import CardView

ASIDES = (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
_BY_KEYS = (*RELEASES, Horizon.NOT_PLANNED)
"""Where Alt and an arrow lead, from left to right."""
_GHOST = 0.85


@dataclass(frozen=True, slots=True)
class Asked:
    """What the board asks the page for."""

    chosen: Callable[[str], None]
    """A feature was selected."""
    moved: Callable[[str, Horizon], None]
    """A feature is to stand somewhere else."""
    menu: Callable[[str, QPoint], None]
    """What can be done with a feature is to be shown at a place on the screen."""


class Board(QObject):
    """All places and their cards; it is no widget, for its places stand in different parts of the page."""

    def __init__(self, context: Context, page: QWidget, asked: Asked) -> None:
        """Make the places, with no card in them."""
        super().__init__(page)
        self._context, self._page, self._asked = context, page, asked
        self.lanes = {
            horizon: Lane(context, horizon, is_release=horizon in RELEASES) for horizon in (*RELEASES, *ASIDES)
        }
        self.cards: dict[str, FeatureCard] = {}
        self._ghost: QLabel | None = None
        self._selected = ""

    def show_cards(self, places: Mapping[Horizon, list[tuple[str, CardView]]]) -> None:
        """Show every feature where it stands; cards that are there already are used again."""
        focused = next((card for card in self.cards.values() if card.hasFocus()), None)
        held = {feature for cards in places.values() for feature, _ in cards}
        for feature in self.cards.keys() - held:
            card = self.cards.pop(feature)
            card.setParent(None)
            card.deleteLater()
        for horizon, lane in self.lanes.items():
            lane.put([self._card(feature, view) for feature, view in places.get(horizon, [])])
            if lane.cards:
                lane.stop_at(self._selected)
            lane.setVisible(bool(lane.cards) or horizon in _BY_KEYS)
        if focused is not None and focused.feature in self.cards and not focused.hasFocus():
            focused.setFocus()

    def select(self, feature: str) -> None:
        """Show a feature as the selected one and scroll to it."""
        self._selected = feature
        for card in self.cards.values():
            card.set_selected(on=card.feature == feature)
        lane = self.lane_of(feature)
        if lane is not None:
            lane.stop_at(feature)
            lane.reveal(self.cards[feature])

    def lane_of(self, feature: str) -> Lane | None:
        """Return where a feature stands."""
        return next((lane for lane in self.lanes.values() if any(one.feature == feature for one in lane.cards)), None)

    def beside(self, horizon: Horizon, by: int) -> Horizon | None:
        """Return the place so many steps to the right of another, for moves by the keyboard."""
        at = _BY_KEYS.index(horizon) if horizon in _BY_KEYS else len(_BY_KEYS)
        to = at + by
        return _BY_KEYS[to] if 0 <= to < len(_BY_KEYS) else None

    def set_stale(self, *, on: bool) -> None:
        """Grey the cards while newer figures are computed; they stay where they are."""
        for horizon in RELEASES:
            lane = self.lanes[horizon]
            if on and lane.graphicsEffect() is None:
                effect = QGraphicsOpacityEffect(lane)
                effect.setOpacity(0.6)
                lane.setGraphicsEffect(effect)
            elif not on and lane.graphicsEffect() is not None:
                lane.setGraphicsEffect(None)  # type: ignore[arg-type] # Qt's way to take it off

    # what cards tell

    def choose(self, feature: str) -> None:
        """Select a feature."""
        self._asked.chosen(feature)

    def focus(self, feature: str) -> None:
        """Let Tab come back to where the focus was."""
        lane = self.lane_of(feature)
        if lane is not None:
            lane.stop_at(feature)
            lane.reveal(self.cards[feature])

    def walk(self, feature: str, lanes: int, cards: int) -> None:
        """Put the focus on another card."""
        filled = [lane for lane in self.lanes.values() if lane.cards]
        lane = self.lane_of(feature)
        if lane is None:
            return
        row = lane.cards.index(self.cards[feature])
        column = filled.index(lane) + lanes
        if lanes and 0 <= column < len(filled):
            lane = filled[column]
        target = lane.cards[max(0, min(row + cards, len(lane.cards) - 1))]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def shift(self, feature: str, lanes: int) -> None:
        """Ask to move a feature by the keyboard."""
        lane = self.lane_of(feature)
        to = None if lane is None else self.beside(lane.horizon, lanes)
        if to is not None:
            self._asked.moved(feature, to)

    def menu(self, feature: str, place: QPoint) -> None:
        """Ask for what can be done with a feature."""
        self._asked.menu(feature, place)

    def drag(self, card: FeatureCard, place: QPoint) -> None:
        """Let a picture of the card follow the mouse, and show where it would fall."""
        if self._context.document.read_only:
            return
        if self._ghost is None:
            self._ghost = self._picture(card)
        window = self._page.window()
        self._ghost.move(window.mapFromGlobal(place) - QPoint(self._ghost.width() // 3, GRIP))
        target = self._lane_at(place)
        own = self.lane_of(card.feature)
        for lane in self.lanes.values():
            lane.set_target(on=lane is target and lane is not own)

    def drop(self, card: FeatureCard, place: QPoint | None) -> None:
        """Ask to move the card to where it was let go."""
        ghost, self._ghost = self._ghost, None
        if ghost is None:
            return
        ghost.hide()
        ghost.deleteLater()
        for lane in self.lanes.values():
            lane.set_target(on=False)
        target = None if place is None else self._lane_at(place)
        if target is not None and target is not self.lane_of(card.feature):
            self._asked.moved(card.feature, target.horizon)

    def _card(self, feature: str, view: CardView) -> FeatureCard:
        if feature not in self.cards:
            self.cards[feature] = FeatureCard(self._context, feature, self)
            self.cards[feature].set_selected(on=feature == self._selected)
        self.cards[feature].show_view(view)
        return self.cards[feature]

    def _picture(self, card: FeatureCard) -> QLabel:
        ghost = QLabel(self._page.window())
        ghost.setObjectName("ghost")
        ghost.setPixmap(card.grab())
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        effect = QGraphicsOpacityEffect(ghost)
        effect.setOpacity(_GHOST)
        ghost.setGraphicsEffect(effect)
        ghost.adjustSize()
        ghost.raise_()
        ghost.show()
        return ghost

    def _lane_at(self, place: QPoint) -> Lane | None:
        for lane in self.lanes.values():
            if lane.isVisible() and _is_seen_at(lane, place):
                return lane
        return None


def _is_seen_at(widget: QWidget, place: QPoint) -> bool:
    """Return whether a place on the screen is within a widget, and not where it is scrolled out of sight."""
    around: QWidget | None = widget
    while around is not None:
        if not around.rect().contains(around.mapFromGlobal(place)):
            return False
        around = None if around.isWindow() else around.parentWidget()
    return True


GRIP = 16
"""How far below the upper edge of its picture the mouse holds a dragged card."""
