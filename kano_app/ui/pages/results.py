"""The page Results: what people said of each feature, how sure that is, and how to check it by hand."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kano_app.analysis import Blank
from kano_app.analysis.stability import Sureness
from kano_app.analysis.votes import direct_votes
from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.card import GAP, button, empty_state
from kano_app.ui.widgets.results_bars import SensitivityPanel, SharesPanel, StabilityPanel
from kano_app.ui.widgets.results_map import ContinuousPanel, MapPanel
from kano_app.ui.widgets.results_method import MethodStrip
from kano_app.ui.widgets.results_own_table import OwnTable
from kano_app.ui.widgets.results_panel import Panel, Scrolled, Shown
from kano_app.ui.widgets.results_quality import QualityPanel
from kano_app.ui.widgets.results_segments import SegmentsPanel, compare_camps
from kano_app.ui.widgets.results_table import ResultsTable
from kano_app.ui.widgets.results_tabs import Tabs
from kano_app.ui.widgets.results_veil import Veil
from kano_app.ui.widgets.results_votes import VotesPanel, only_votes
from kano_app.ui.widgets.results_waves import WavesPanel
from kano_app.ui.widgets.results_working import Working

_HIGH_ENOUGH = 780
"""Height of the page from which on the working stands open until somebody closes it: the map comes first."""
_LEAST_MAP = 360
"""Pixels that table and map keep above the working."""

_MAP_SHARE, _ROWS_SHARE, _LEAST_TABLE = 0.59, 0.42, 404
"""How much of the width the table has beside a map and beside rows, and the pixels it has at least."""
_NAMED_MAP, _CALM_TABLE = 628, 508
"""Pixels of a map with a dozen names, for which the table gives way, and those that the table then keeps."""


class ResultsPage(Page):
    """The page Results."""

    topic = "results"
    working_open: ClassVar[bool | None] = None
    """What was chosen last, until the program ends; ``None``: as the height allows."""

    def __init__(self, context: Context) -> None:
        """Build it, empty."""
        super().__init__(context)
        tr = context.tr
        self.feature = str(getattr(context.window, "feature", ""))
        self._shown: Shown | None = None
        self._is_seen = self._by_hand = False
        self.method = MethodStrip(context)
        self.own_table: OwnTable | None = None
        self.method.edit_table.connect(self._edit_table)
        self.table = ResultsTable(context)
        self.map, self.segments = MapPanel(context), SegmentsPanel(context)
        self.panels: dict[str, tuple[str, Panel]] = {
            "map": (tr("Map"), self.map),
            "shares": (tr("Shares"), SharesPanel(context)),
            "stability": (tr("Stability"), StabilityPanel(context)),
            "continuous": (tr("Continuous"), ContinuousPanel(context)),
            "segments": (tr("Segments"), self.segments),
            "sensitivity": (tr("Sensitivity"), SensitivityPanel(context)),
            "waves": (tr("Waves"), WavesPanel(context)),
            "quality": (tr("Quality"), QualityPanel(context)),
            "votes": (tr("Votes"), VotesPanel(context)),
        }
        self.tabs = Tabs(context, self.panels)
        self.tabs.alone.connect(self.table.setHidden)
        self.working = Working(context, self._compare_camps)
        self._arrange()
        self.table.picked.connect(self._pick)
        for _, panel in self.panels.values():
            panel.picked.connect(self._pick)
        self.working.toggled.connect(self._keep_open)
        self._scroll_later = QTimer(self, singleShot=True, interval=0)  # once the page has grown
        self._scroll_later.timeout.connect(self._scroll_to_working)
        context.findings.ready.connect(self._update)
        context.findings.stale.connect(self._veil.lie)
        context.document.changed.connect(self._show_state)
        self._update()

    def _arrange(self) -> None:
        context = self.context
        self.beside = QSplitter(Qt.Orientation.Horizontal)
        self.above = QSplitter(Qt.Orientation.Vertical)
        self.beside.addWidget(self.table)
        self.beside.addWidget(self.tabs)
        self.above.addWidget(self.beside)
        self.above.addWidget(self.working)
        for splitter in (self.beside, self.above):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(GAP)
        self.table.setMinimumWidth(_LEAST_TABLE)
        self.tabs.setMinimumWidth(280)
        self.beside.splitterMoved.connect(self._moved)
        self.tabs.line.turned.connect(self._divide)
        self.above.setStretchFactor(0, 1)
        self.above.setStretchFactor(1, 0)
        self.above.setSizes([500, 210])
        results = QWidget()
        self.column = QVBoxLayout(results)
        self.column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        self.column.setSpacing(GAP)
        self.column.addWidget(self.method)
        self._scrolled = Scrolled()
        self._scrolled.column.setContentsMargins(0, 0, 0, 0)
        self._scrolled.column.addWidget(self.above)
        self.column.addWidget(self._scrolled, 1)
        self._veil = Veil(self.above, context.colours.ground)
        tr, window = context.tr, context.window
        nothing = empty_state(
            context,
            "chart-scatter",
            tr("No answers yet"),
            tr(
                "Here stands what people said of each feature: its category, how sure that is, and how much it "
                "satisfies to have it and dissatisfies to lack it. It comes by itself with the first answers."
            ),
            button(tr("Import answers…"), lambda: window.run("import"), "primary"),
            button(tr("Type answers"), lambda: window.go("answers")),
        )
        waiting = empty_state(
            context, "chart-scatter", tr("The figures are being computed"), tr("They appear here in a moment.")
        )
        self.stack = QStackedWidget()
        self.votes = VotesPanel(context, titled=False)
        self.votes.picked.connect(self._pick)
        for widget in (results, nothing, waiting, only_votes(context, self.votes)):
            self.stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _divide(self, tab: str) -> None:
        """Divide the width between table and tab, until somebody moves the handle: rows want more room than a map."""
        if not self._by_hand:
            width = max(self.beside.width() - GAP, 1)
            table = round(width * _ROWS_SHARE)
            if tab == "map":
                table = min(round(width * _MAP_SHARE), max(width - _NAMED_MAP, _CALM_TABLE))
            table = max(table, _LEAST_TABLE)
            self.beside.setSizes([table, width - table])

    def _moved(self, *_: int) -> None:
        self._by_hand = True

    # what the window asks for

    def state(self) -> str:
        """Return how many features are too close to tell, or that all are clear."""
        analysis, tr = self.context.findings.analysis, self.context.tr
        if analysis is None or not any(result.category for result in analysis.features):
            return ""
        words = [one.stability.word for one in analysis.features if not isinstance(one.stability, Blank)]
        number = self.context.language.number
        if close := words.count(Sureness.TOO_CLOSE):
            return tr("too close to tell: {n}", n=number(close))
        if few := words.count(Sureness.TOO_FEW):
            return tr("too few to tell: {n}", n=number(few))
        if len(words) == len(analysis.features) and all(word is Sureness.CLEAR for word in words):
            return tr("all clear")
        return self.context.ntr("{n} feature", "{n} features", len(analysis.features))

    def main(self) -> QWidget | None:
        """Return the table."""
        return self.table.view

    def select(self, feature: str) -> None:
        """Show a feature as the selected one."""
        self.feature = feature
        if self._is_seen:
            self._select()

    def shown(self) -> None:
        """Fill what was not worth filling unseen."""
        self._is_seen = True
        self._update()

    def help_topic(self) -> str:
        """Return the page of the figure that has the focus."""
        focus = self.window().focusWidget()
        if focus is not None and self.method.isAncestorOf(focus):
            return "evaluation-table"
        if focus is not None and self.own_table is not None and self.own_table.isAncestorOf(focus):
            return "evaluation-table"
        if focus is not None and self.tabs.isAncestorOf(focus):
            return self.tabs.panel.topic
        if focus is not None and self.working.isAncestorOf(focus):
            return "better"
        return self.topic

    # inside

    def _update(self) -> None:
        """Show the figures there are."""
        findings = self.context.findings
        self._show_state()
        if not self._is_seen or not self.isVisible() or findings.analysis is None:
            return
        shown = Shown(findings.analysis, findings.roadmap)
        self.votes.put(shown)
        if self.stack.currentIndex() != 0:
            return
        same = self._shown is not None and self._shown.analysis is shown.analysis
        if same and self._shown is not None and self._shown.roadmap is shown.roadmap:
            return
        self._shown = shown
        if not same:
            self.table.put(shown.analysis)
        for _, panel in self.panels.values():
            panel.put(shown)
        if self.feature not in shown.ids and shown.ids:
            self.feature = shown.ids[0]
        self._select()

    def _show_state(self, *_: object) -> None:
        """Show results, or that there are none yet."""
        project, analysis = self.context.project, self.context.findings.analysis
        has_any = analysis is not None and any(one.category is not None or one.n for one in analysis.features)
        has_votes = analysis is not None and bool(direct_votes(analysis.survey))
        self.tabs.line.offer("votes", on=has_votes)
        if has_votes and not has_any:
            place = 3
        elif not project.survey.features or (analysis is not None and not has_any):
            place = 1
        elif analysis is None:
            place = 2
        else:
            place = 0
        if self.stack.currentIndex() != place:
            self.stack.setCurrentIndex(place)

    def _select(self) -> None:
        self.table.choose(self.feature)
        for _, panel in self.panels.values():
            panel.select(self.feature)
        if self._shown is not None:
            self.working.put(self._shown.analysis, self.feature)

    def _pick(self, feature: str) -> None:
        if feature != self.feature:
            self.feature = feature
            self._select()
        self.context.window.select(feature)

    def _compare_camps(self, feature: str) -> None:
        compare_camps(self.context, feature)
        self.tabs.turn("segments")
        self.segments.show_camps()

    def _edit_table(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on and self.own_table is None:
            self.own_table = OwnTable(self.context, partial(self.method.cells.setChecked, False))
            self.column.insertWidget(1, self.own_table)
        if self.own_table is not None:
            focus = self.window().focusWidget()
            if not on and focus is not None and self.own_table.isAncestorOf(focus):
                self.method.take_focus()
            self.own_table.setVisible(on)
        self._fit_working()

    def _keep_open(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        type(self).working_open = on
        self._give_room()
        if on:
            self._scroll_later.start()

    def _scroll_to_working(self) -> None:
        """Show all of the working that the page has room for, its head at least."""
        self._give_room()
        top = self.working.mapTo(self._scrolled, QPoint(0, 0)).y() + self._scrolled.verticalScrollBar().value()
        self._scrolled.verticalScrollBar().setValue(top)

    def _give_room(self) -> None:
        wanted = self.working.wanted
        # Where the window is too low for both, the page scrolls.
        least = _LEAST_MAP + GAP + wanted if self.working.is_open else 0
        self.above.setMinimumHeight(least)
        total = max(self.above.height(), least) - GAP
        self.above.setSizes([max(total - wanted, 0), wanted])

    def _fit_working(self) -> None:
        """Open the working where the page is high enough, unless somebody decided."""
        if self.working_open is None and self.isVisible():
            on = self.height() >= _HIGH_ENOUGH and not (self.own_table is not None and self.own_table.isVisible())
            self.working.blockSignals(True)
            self.working.open(on)
            self.working.blockSignals(False)
            self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make room."""
        super().resizeEvent(event)
        self._fit_working()
        self._divide(self.tabs.current)

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Fill what was not worth filling unseen, and make room."""
        super().showEvent(event)  # type: ignore[arg-type] # an event it is
        self._update()
        self._fit_working()
        self._divide(self.tabs.current)
