"""Moves by hand: asked for in place, with what they cost, confirmed with a reason."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.project import Project
from kano_app.i18n import N_
from kano_app.roadmap import RoadmapItem
from kano_app.ui.context import Context
from kano_app.ui.widgets.roadmap_board import Board
from kano_app.ui.widgets.roadmap_prompt import MovePrompt
from kano_app.ui.widgets.roadmap_words import Cost, cost_between, cost_text

_JOB = "cost of a move"
_STEPS = {
    Horizon.NOW: N_("Move “{name}” to Now"),
    Horizon.NEXT: N_("Move “{name}” to Next"),
    Horizon.LATER: N_("Move “{name}” to Later"),
    Horizon.NOT_PLANNED: N_("Move “{name}” to Not planned"),
    Horizon.DO_NOT_BUILD: N_("Move “{name}” to Do not build"),
    Horizon.ASK_AGAIN: N_("Move “{name}” to Ask again"),
}


class Moves(QObject):
    """The one move that waits for its reason, if any does."""

    def __init__(self, context: Context, board: Board, reveal: Callable[[MovePrompt], None]) -> None:
        """Serve a board; ``reveal`` scrolls to a prompt."""
        super().__init__(board)
        self._context, self._board, self._reveal_prompt = context, board, reveal
        self.prompt: MovePrompt | None = None
        self._asked: tuple[str, Horizon] | None = None

    def refresh(self) -> None:
        """Tell the cost anew, or forget the move of a feature that is gone."""
        if self._asked is not None and self._asked[0] not in self._board.cards:
            self.forget()
        self.say_cost()

    def ask(self, feature: str, horizon: Horizon) -> None:
        """Ask for the reason of a move, and show what it costs."""
        if self._item_of(feature) is None or self._context.document.read_only:
            return
        earlier = next((one.reason for one in self._context.project.plan.overrides if one.feature == feature), "")
        kept = self.prompt.reason.text() if self.prompt and self._asked and self._asked[0] == feature else earlier
        self.forget()
        self._asked = (feature, horizon)
        self.prompt = MovePrompt(self._context, self._confirm, self.cancel, self._shift)
        self._board.lanes[horizon].host(self.prompt)
        self._board.lanes[horizon].show()
        self.prompt.reason.setText(kept)
        self.say_cost()
        self.prompt.show()
        self.prompt.reason.setFocus()
        if horizon not in RELEASES:
            QTimer.singleShot(0, self, self._reveal)

    def cancel(self) -> None:
        """Leave the feature where it is."""
        asked = self._asked
        self.forget()
        if asked and asked[0] in self._board.cards:
            self._board.cards[asked[0]].setFocus()

    def _confirm(self, reason: str) -> None:
        if self._asked is None:
            return
        feature, horizon = self._asked
        name = self._name(feature)
        self.cancel()
        self._context.apply(
            _STEPS[horizon], lambda project: edits.place_by_hand(project, feature, horizon, reason), name=name
        )

    def by_rule(self, feature: str) -> None:
        """Put a feature back to where the rule puts it."""
        self._context.apply(
            N_("Put “{name}” back to where the rule puts it"),
            lambda project: edits.place_by_rule(project, feature),
            name=self._name(feature),
        )

    def _shift(self, by: int) -> None:
        if self._asked is not None:
            to = self._board.beside(self._asked[1], by)
            item = self._item_of(self._asked[0])
            if to is not None and item is not None and to is item.horizon:
                to = self._board.beside(to, by)
            if to is not None:
                self.ask(self._asked[0], to)

    def say_cost(self) -> None:
        """Tell what the move that is asked about costs; it is found out off the window's thread."""
        analysis, project = self._context.findings.analysis, self._context.project
        if self._asked is None or self.prompt is None or analysis is None:
            return
        feature, horizon = self._asked
        if all(one.feature.id != feature for one in analysis.features):
            return
        self.prompt.wait()
        self._context.jobs.run(
            _JOB,
            lambda _: _cost(project, analysis, feature, horizon),
            lambda cost: self._told(cost, feature, horizon),
            self._context.findings.failed.emit,
            owner=self,
        )

    def _told(self, cost: Cost, feature: str, horizon: Horizon) -> None:
        if self.prompt is not None and self._asked == (feature, horizon):
            self.prompt.say(cost_text(cost, self._name(feature), horizon, self._context.language))

    def forget(self) -> None:
        """Take the question away."""
        self._context.jobs.cancel(_JOB)
        if self.prompt is not None:
            self.prompt.hide()
            self.prompt.setParent(None)
            self.prompt.deleteLater()
        self.prompt, self._asked = None, None

    def _reveal(self) -> None:
        if self.prompt is not None:
            self._reveal_prompt(self.prompt)

    def _item_of(self, feature: str) -> RoadmapItem | None:
        roadmap = self._context.findings.roadmap
        items = roadmap.items if roadmap is not None else ()
        return next((item for item in items if item.result.feature.id == feature), None)

    def _name(self, feature: str) -> str:
        item = self._item_of(feature)
        return "" if item is None else item.result.feature.name


def _cost(project: Project, analysis: Analysis, feature: str, horizon: Horizon) -> Cost:
    """Return what a move would bring about: planned with it, planned as it is, and planned by the rule."""
    from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until the window stands

    new = pipeline.plan(edits.place_by_hand(project, feature, horizon, ""), analysis)
    by_rule = pipeline.plan(edits.place_by_rule(project, feature), analysis)
    rule = next((item.horizon for item in by_rule.items if item.result.feature.id == feature), None)
    return cost_between(pipeline.plan(project, analysis), new, feature, rule)
