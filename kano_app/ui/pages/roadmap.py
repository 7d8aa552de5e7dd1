"""The page Roadmap: lanes of cards, what is not to be built, the plan, and moves by hand with what they cost."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from kano_app.analysis import Blank
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.project import Project
from kano_app.roadmap import Roadmap, RoadmapItem
from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.card import GAP, button, empty_state
from kano_app.ui.widgets.roadmap_board import ASIDES, Asked, Board
from kano_app.ui.widgets.roadmap_card import card_style
from kano_app.ui.widgets.roadmap_detail import Detail, Doings, place_menu
from kano_app.ui.widgets.roadmap_moves import Moves
from kano_app.ui.widgets.roadmap_plan import Alternatives, PlanPanel, Problems
from kano_app.ui.widgets.roadmap_prompt import MovePrompt
from kano_app.ui.widgets.roadmap_words import (
    CardView,
    card_view,
    count_text,
    extra_load_text,
    in_now_text,
)
from kano_app.wording.releases import empty_text, load_text

_NARROWEST, _WIDEST = 272, 328
"""Of the column at the right."""
_READABLE = 440
"""Width of a text that stands alone."""
_PATIENCE = 150
"""Milliseconds after which figures that are older than the study are greyed."""


class RoadmapPage(Page):
    """The page Roadmap."""

    topic = "roadmap"

    def __init__(self, context: Context) -> None:
        """Make the board; it is filled once the page is seen."""
        super().__init__(context)
        self.setStyleSheet(card_style(context))
        self._roadmap: Roadmap | None = None
        self._judged: Roadmap | None = None
        """The last one that was resampled: its shares stay until there are newer ones."""
        self._selected = ""
        self.board = Board(context, self, Asked(self._choose, self.ask, self._menu))
        self.moves = Moves(context, self.board, self._reveal)
        self._doings = Doings(self.ask, self.moves.by_rule, self._close)
        self.detail = Detail(context, self._doings)
        self.problems, self.plan_panel, self.alternatives = Problems(context), PlanPanel(context), Alternatives(context)
        self._side = self._make_side()
        whole, lanes = QWidget(), QHBoxLayout()
        for horizon in RELEASES:
            lanes.addWidget(self.board.lanes[horizon], 1)
        lanes.setSpacing(GAP)
        inside = QHBoxLayout(whole)
        inside.setContentsMargins(2 * GAP, 2 * GAP, GAP, 2 * GAP)
        inside.setSpacing(2 * GAP)
        inside.addLayout(lanes, 1)
        inside.addWidget(self._side)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(whole)
        self._stack.addWidget(QWidget())
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self.board.set_stale(on=context.findings.is_stale))
        context.document.changed.connect(self._changed)
        context.findings.ready.connect(self._refresh)
        context.findings.stale.connect(self._stale)
        self._turn()

    def main(self) -> QWidget | None:
        """Return the selected card, or the first one."""
        cards = self.board.cards
        return cards.get(self._selected) or next(iter(cards.values()), None)

    def state(self) -> str:
        """Return how many features are planned, and how many of them by hand."""
        roadmap, tr, number = self.context.findings.roadmap, self.context.tr, self.context.language.number
        if roadmap is None or not self._has_answers():
            return ""
        planned = number(sum(len(roadmap.at(horizon)) for horizon in RELEASES))
        by_hand = len(self.context.project.plan.overrides)
        if not by_hand:
            return tr("{n} planned", n=planned)
        return tr("{n} planned, {m} by hand", n=planned, m=number(by_hand))

    def select(self, feature: str) -> None:
        """Show a feature as the selected one."""
        self._selected = feature
        if self.isVisible():
            self._show_selected()

    def shown(self) -> None:
        """Fill the board with what was found while nobody looked."""
        self.detail.refresh()
        self.plan_panel.refresh()
        self._refresh()

    def ask(self, feature: str, horizon: Horizon) -> None:
        """Ask for the reason of a move, and show what it costs."""
        self.moves.ask(feature, horizon)

    def _reveal(self, prompt: MovePrompt) -> None:
        self._side.ensureWidgetVisible(prompt)

    # what is shown

    def _make_side(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        asides = [self.board.lanes[horizon] for horizon in ASIDES]
        for widget in (self.detail, self.problems, *asides, self.plan_panel, self.alternatives):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _make_empty(self) -> QWidget:
        tr, window = self.context.tr, self.context.window
        found = empty_state(
            self.context,
            "kanban",
            tr("No roadmap yet"),
            tr(
                "The roadmap follows from the answers: what people take for granted first, then what pays most for "
                "its effort. It takes pairs of answers; from direct votes alone no figure can be computed."
            ),
            button(tr("Import answers…"), lambda: window.run("import"), "primary"),
            button(tr("Go to the answers"), lambda: window.go("answers")),
        )
        for told in found.findChildren(QLabel):
            if told.wordWrap():
                told.setMinimumWidth(_READABLE)
        return found

    def _changed(self, old: Project, new: Project) -> None:
        if old.plan is not new.plan or old.planning is not new.planning:
            self.detail.refresh()
            self.plan_panel.refresh()

    def _stale(self, is_stale: bool) -> None:  # noqa: FBT001 - it is Qt's signal
        if is_stale:
            self._patience.start()
        else:
            self._patience.stop()
            self.board.set_stale(on=False)

    def _has_answers(self) -> bool:
        analysis = self.context.findings.analysis
        return analysis is not None and any(not isinstance(one.shares, Blank) for one in analysis.features)

    def _turn(self) -> None:
        """Show the board, what belongs on it, or nothing while the first figures are on their way."""
        project = self.context.project
        nothing = not project.surveys or not project.survey.features
        if nothing or (self.context.findings.analysis is not None and not self._has_answers()):
            self._stack.setCurrentIndex(0)
        else:
            self._stack.setCurrentIndex(1 if self.context.findings.roadmap is not None else 2)

    def _refresh(self) -> None:
        roadmap = self.context.findings.roadmap
        if roadmap is not None and _is_judged(roadmap):
            self._judged = roadmap
        if not self.isVisible():
            return
        self._turn()
        if roadmap is None or (roadmap is self._roadmap and not self.detail.isHidden()):
            self._show_selected()
            return
        self._roadmap = roadmap
        self.setUpdatesEnabled(False)
        try:
            self._show_board(roadmap)
        finally:
            self.setUpdatesEnabled(True)
        self.moves.refresh()
        self._show_selected(scroll=False)

    def _show_board(self, roadmap: Roadmap) -> None:
        language = self.context.language
        names = {item.result.feature.id: item.result.feature.name for item in roadmap.items}
        earlier = {item.result.feature.id: item for item in self._judged.items} if self._judged else {}
        places: dict[Horizon, list[tuple[str, CardView]]] = {}
        for item in roadmap.items:
            feature = item.result.feature.id
            judged = earlier.get(feature, item) if item.in_now is Blank.NEEDS_COUNTS else item
            told = "" if item.is_by_hand else in_now_text(judged, language)
            view = card_view(item, told, names, language, roadmap.effort_unit)
            places.setdefault(item.horizon, []).append((feature, view))
        self.board.show_cards(places)
        self._order_stops()
        for release in roadmap.releases:
            share = release.effort / release.capacity if release.capacity else None
            lane = self.board.lanes[release.horizon]
            lane.say_empty(empty_text(release.horizon, roadmap, language))
            lane.say(load_text(release, roadmap, language), extra_load_text(release, roadmap, language), share)
        for horizon in ASIDES:
            count = len(roadmap.at(horizon))
            self.board.lanes[horizon].say(count_text(count, language) if count else "", "", None)
        self.problems.put(roadmap.problems, sum(item.horizon in RELEASES for item in roadmap.items))
        self.plan_panel.roadmap = roadmap
        self.plan_panel.refresh()
        self.alternatives.put((self._judged or roadmap).alternatives)

    def _order_stops(self) -> None:
        """Let Tab lead through the lanes first: cards are made after all that stands beside them."""
        lanes, asides = self.board.lanes, [lane for lane in self.board.lanes.values() if lane.horizon in ASIDES]
        stops: list[QWidget] = [card for horizon in RELEASES for card in lanes[horizon].cards]
        stops += [*_stops(self.detail), *_stops(self.problems), *(card for lane in asides for card in lane.cards)]
        stops += [*_stops(self.plan_panel), *_stops(self.alternatives)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_selected(self, *, scroll: bool = True) -> None:
        item = self._item(self._selected)
        after = self.board.cards[self._selected].view if item and self._selected in self.board.cards else None
        self.detail.show_item(item, after.after if after else "")
        if scroll or self._selected not in self.board.cards:
            self.board.select(self._selected)

    def _choose(self, feature: str) -> None:
        self.select(feature)
        self._side.verticalScrollBar().setValue(0)
        self.context.window.select(feature)

    def _close(self) -> None:
        card = self.board.cards.get(self._selected)
        self.select("")
        if card is not None:
            card.setFocus()

    def _menu(self, feature: str, place: QPoint) -> None:
        item = self._item(feature)
        if item is not None:
            self._choose(feature)
            place_menu(self.context, item, self._doings, self).popup(place)

    def _item(self, feature: str) -> RoadmapItem | None:
        roadmap = self.context.findings.roadmap
        items = roadmap.items if roadmap is not None else ()
        return next((item for item in items if item.result.feature.id == feature), None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fill the board, also where the window is made anew around the page."""
        super().showEvent(event)
        self.shown()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the column at the right its share of the room."""
        super().resizeEvent(event)
        self._side.setFixedWidth(min(max(self.width() * 27 // 100, _NARROWEST), _WIDEST))


def _stops(widget: QWidget) -> list[QWidget]:
    """Return what the focus can be put on in a widget, in its order; not the insides of fields."""
    return [
        one
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and one.window() is widget.window()
    ]


def _is_judged(roadmap: Roadmap) -> bool:
    """Return whether a roadmap was resampled, or has nothing that could be."""
    return any(not isinstance(item.in_now, Blank) or item.in_now is Blank.TOO_FEW for item in roadmap.items) or bool(
        roadmap.alternatives
    )
