"""A place on the board: its heading, how full it is, and the cards that stand there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from kano_app.domain.plan import Horizon
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label, row
from kano_app.ui.widgets.roadmap_card import FeatureCard
from kano_app.ui.widgets.roadmap_words import breakable
from kano_app.wording.categories import horizon_name

_BAR = 1000


class Lane(QFrame):
    """One place; a release scrolls by itself, the places beside the releases scroll together."""

    def __init__(self, context: Context, horizon: Horizon, *, is_release: bool) -> None:
        """Make it with nothing in it."""
        super().__init__()
        self.setObjectName("lane" if is_release else "card")
        self.horizon, self._context, self._is_release = horizon, context, is_release
        self.cards: list[FeatureCard] = []
        name = horizon_name(horizon, context.language)
        self.setAccessibleName(name)
        self.load = label("", "muted")
        self.extra = label("", "smallwarning", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GAP)
        self.bar.setRange(0, _BAR)
        self.bar.setAccessibleName(context.tr("How full {place} is", place=name))
        self._empty = label(context.tr("Nothing stands here."), "smallmuted", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        inside = QWidget()
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, 0, 0)
        content.addWidget(self._empty)
        content.addLayout(self._column)
        content.addStretch(1)
        self._layout = QVBoxLayout(self)
        edge = GAP + 4 if is_release else 2 * GAP
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(row(label(name, "heading"), None, self.load))
        self.area: QScrollArea | None = None
        if is_release:
            self._layout.addWidget(self.bar)
            self.area = QScrollArea()
            self.area.setWidgetResizable(True)
            self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.area.setWidget(inside)
            self._layout.addWidget(self.extra)
            self._layout.addWidget(self.area, 1)
        else:
            self._layout.addWidget(inside)
        self._body = inside
        self._prompt: QWidget | None = None
        self.say("", "", None)

    def say(self, load: str, extra: str, share: float | None) -> None:
        """Tell how full it is; ``share`` is ``None`` where nothing limits it."""
        self.load.setText(load)
        self.extra.setText(extra)
        self.extra.setVisible(bool(extra))
        # Without a capacity the bar keeps its room, so that all cards begin at one height.
        self.bar.setValue(0 if share is None else min(round(share * _BAR), _BAR))
        over = share is not None and share > 1
        if self.bar.property("over") is not over:
            self.bar.setProperty("over", over)
            self.bar.style().unpolish(self.bar)
            self.bar.style().polish(self.bar)

    def say_empty(self, text: str) -> None:
        """Tell why nothing stands in it, for when nothing does."""
        self._empty.setText(breakable(text))

    def put(self, cards: Sequence[FeatureCard]) -> None:
        """Show cards in this order."""
        self._empty.setVisible(not cards)
        present = [item.widget() for place in range(self._column.count()) if (item := self._column.itemAt(place))]
        self.cards = list(cards)
        if present == self.cards:
            return
        while self._column.count():
            self._column.takeAt(0)
        for card in cards:
            self._column.addWidget(card)
            card.show()

    def stop_at(self, feature: str) -> None:
        """Let Tab stop at one card of the lane only; arrows lead to the others."""
        stop = next((card for card in self.cards if card.feature == feature), None)
        if stop is None and any(card.focusPolicy() is Qt.FocusPolicy.StrongFocus for card in self.cards):
            return
        for card in self.cards:
            is_stop = card is (stop or self.cards[0])
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def reveal(self, card: FeatureCard) -> None:
        """Scroll to a card."""
        if self.area is not None:
            self.area.ensureWidgetVisible(card, 0, 2 * GAP)

    def set_target(self, *, on: bool) -> None:
        """Show whether a card that is let go now falls here."""
        if self.property("target") is not on:
            self.setProperty("target", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def host(self, prompt: QWidget) -> None:
        """Show a question above the cards."""
        self._layout.insertWidget(self._layout.indexOf(self.area or self._body), prompt)
