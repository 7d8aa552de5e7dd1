"""What the tabs beside the table share: they are filled when they are seen, and told which feature is selected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kano_app.analysis import Analysis
from kano_app.roadmap import Roadmap
from kano_app.tables import Table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.chart_style import DOTS, POINTS, pixels
from kano_app.ui.widgets.chart_view import ChartView
from kano_app.ui.widgets.table_view import ROW, TableView, footnotes

_NAMES = (84.0, 150.0)
"""The fewest and the most points left of bars that hold the names."""
_NAMES_SHARE = 0.3
_STEP = 6.0
MAP_INSET = (44.0, 40.0, 8.0, 8.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is to show; the roadmap comes a little after the analysis."""

    analysis: Analysis
    roadmap: Roadmap | None

    @property
    def ids(self) -> list[str]:
        """The features in the order of the survey."""
        return [result.feature.id for result in self.analysis.features]


class Panel(QWidget):
    """One tab: ``fill`` is called when it is seen and something has changed since."""

    picked = Signal(str)
    """The id of a feature that was selected here."""
    topic = "results"
    """The help page of what it shows."""

    def __init__(self, context: Context) -> None:
        """Make it empty; it fills itself once it is seen."""
        super().__init__()
        self.context = context
        self._shown: Shown | None = None
        self._filled: Shown | None = None
        self._names_width = 0.0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.again)
        self.feature = ""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)

    @property
    def names_width(self) -> float:
        """Points left of bars that hold the names: more of them where there is room."""
        room = _NAMES_SHARE * self.width() * POINTS / DOTS
        return min(max(round(room / _STEP) * _STEP, _NAMES[0]), _NAMES[1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give names their share of the new width."""
        super().resizeEvent(event)
        if self._filled is not None and self._names_width != self.names_width:
            self._later.start()

    def put(self, shown: Shown) -> None:
        """Show this, now or when it is seen."""
        self._shown = shown
        self.refresh()

    def refresh(self) -> None:
        """Fill what is seen, if it shows something older."""
        if self.isVisible() and self._shown is not None and self._filled is not self._shown:
            self._filled, self._names_width = self._shown, self.names_width
            self.fill(self._shown)
            self.choose(self.feature)

    def again(self) -> None:
        """Fill it anew, for another choice of what to show."""
        self._filled = None
        self.refresh()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Fill it."""
        super().showEvent(event)  # type: ignore[arg-type] # an event it is
        self.refresh()

    def select(self, feature: str) -> None:
        """Show a feature as the selected one."""
        self.feature = feature
        if self._filled is not None:
            self.choose(feature)

    def fill(self, shown: Shown) -> None:
        """Show results."""
        raise NotImplementedError

    def choose(self, feature: str) -> None:
        """Mark the selected feature."""


class Scrolled(QScrollArea):
    """A column of widgets that scrolls up and down; ``column`` is its layout."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, GAP, 0)
        self.column.setSpacing(GAP)
        self.setWidget(inside)


class NotedTable(QWidget):
    """A table as high as its rows, under its title and over the reasons of what is blank."""

    chosen = Signal(int)

    def __init__(self, context: Context, *, titled: bool = True) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._titled = context, titled
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP if titled else 0, 0, 0)
        layout.setSpacing(GAP // 2)
        self.title = label("", "heading")
        if not titled:
            self.title.hide()  # without a parent yet, a visible label would be a window of its own
        self.notes = label("", "muted", wrap=True)
        self.view: TableView | None = None
        layout.addWidget(self.title)
        layout.addWidget(self.notes)

    def put(self, table: Table) -> None:
        """Show a table."""
        if self.view is None:
            self.view = TableView(self._context, table)
            self.view.chosen.connect(self.chosen)
            self.view.horizontalHeader().geometriesChanged.connect(self._as_high)
            self.view.verticalHeader().sectionResized.connect(self._as_high)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made so
            layout.insertWidget(1, self.view)
        else:
            self.view.put(table)
        self.title.setText(self._context.tr(table.title))
        told = footnotes(table, self._context.language)
        self.notes.setText(told)
        self.notes.setVisible(bool(told))
        self._as_high()

    def choose(self, row: int) -> None:
        """Select a row; what the table stands in does not scroll for it."""
        if self.view is not None:
            self.view.choose(row)

    def _as_high(self, *_: int) -> None:
        if self.view is None:
            return
        header = self.view.horizontalHeader().sizeHint().height()
        rows = self.view.verticalHeader().length()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(header + max(rows, ROW) + bar + 2)


def tall_chart(context: Context, name: str, alt: str, picked: Callable[[str], None]) -> ChartView:
    """Return a chart of rows that tells which was clicked."""
    chart = ChartView(context, name, alt)
    chart.picked.connect(picked)
    return chart


def set_height(chart: ChartView, points: float) -> None:
    """Give a chart of rows its height."""
    chart.setFixedHeight(pixels(points) + 4)


def place_of(ids: Sequence[str], feature: str) -> int | None:
    """Return the place of a feature, if it is there."""
    return ids.index(feature) if feature in ids else None


def picks(ids: Sequence[str], panel: Panel) -> Callable[[int], None]:
    """Return what turns the row of a table into the feature that is picked."""
    return partial(_pick, list(ids), panel)


def _pick(ids: list[str], panel: Panel, row: int) -> None:
    if row < len(ids):
        panel.picked.emit(ids[row])
