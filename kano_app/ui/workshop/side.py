"""Beside the question: who is here, which features there are, and live results if they are wanted."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from kano_app.domain.session import Mode
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.features_part import FeaturesPart
from kano_app.ui.workshop.live_part import LivePart
from kano_app.ui.workshop.people_part import PeoplePart

_WIDTH = 264
_SOON = 40
"""Milliseconds after a key: the question comes first."""


class Side(Card):
    """Three leaves under three tabs."""

    left = Signal()
    """Somebody is done here; the keys belong to the question again."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Make it with the people on top."""
        super().__init__()
        self._desk = desk
        self.setFixedWidth(_WIDTH)
        tr = context.tr
        self.people, self.features, self.live = (
            PeoplePart(context, desk),
            FeaturesPart(context, desk),
            LivePart(context),
        )
        self._leaves: dict[str, QWidget] = {"people": self.people, "features": self.features, "live": self.live}
        self._stack = QStackedWidget()
        self.tabs: dict[str, QPushButton] = {}
        tabs = QHBoxLayout()
        tabs.setSpacing(2)
        people = context.language.pgettext("in the room", "People")
        for name, text in (("people", people), ("features", tr("Features")), ("live", tr("Live"))):
            tab = button(text, lambda name=name: self._turn(name), "tab")  # type: ignore[misc] # a bound default
            tab.setCheckable(True)
            self.tabs[name] = tab
            tabs.addWidget(tab)
            self._stack.addWidget(self._leaves[name])
        tabs.addStretch(1)
        self.body.insertLayout(0, tabs)
        self.body.addWidget(self._stack, 1)
        self.people.left.connect(self.left)
        self.features.left.connect(self.left)
        desk.state.changed.connect(self._follow_state)
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._follow)
        self._leaf = ""
        first = "features" if desk.session.mode is Mode.CARDS else "people"
        self.show_leaf("live" if desk.state.is_live else first)

    def later(self) -> None:
        """Follow the study once the question is on the screen."""
        if self._leaf == "live":
            self.live.follow()
        else:
            self._timer.start()

    def show_leaf(self, name: str) -> None:
        """Turn to a leaf."""
        cards = self._desk.session.mode is Mode.CARDS
        self.tabs["people"].setVisible(not cards)
        self._leaf = name
        self._stack.setCurrentWidget(self._leaves[name])
        for one, tab in self.tabs.items():
            tab.setChecked(one == name)
        self._follow()

    def go_to(self, name: str) -> None:
        """Give the keys to a leaf: the list, or the line for one more feature."""
        place = self._desk.view.place
        if name == "people":
            self.show_leaf("people")
            if place is not None:
                self.people.choose(place.participant)
            self.people.list.setFocus()
        else:
            self.show_leaf("features")
            if place is not None:
                self.features.choose(place.feature)
            (self.features.line if name == "add_feature" else self.features.list).setFocus()

    def _turn(self, name: str) -> None:
        if (name == "live") != self._desk.state.is_live:
            self._desk.state.turn_live()
        self.show_leaf(name)
        self.left.emit()

    def _follow_state(self) -> None:
        is_live = self._desk.state.is_live
        if self._desk.project.survey.session is not None and is_live != (self._leaf == "live"):
            cards = self._desk.session.mode is Mode.CARDS
            self.show_leaf("live" if is_live else "features" if cards else "people")

    def _follow(self) -> None:
        if self._desk.project.survey.session is None:
            return
        if self._leaf == "people":
            self.people.follow()
        elif self._leaf == "features":
            self.features.follow()
        else:
            self.live.follow()
