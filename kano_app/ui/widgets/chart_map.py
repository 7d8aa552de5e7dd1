"""A map with what belongs under it: the legend, and the key where numbers stand for names."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label
from kano_app.ui.widgets.chart_figure import Draw, Frame
from kano_app.ui.widgets.chart_key import MapKey
from kano_app.ui.widgets.chart_overlay import draw_overlay
from kano_app.ui.widgets.chart_view import ChartView
from kano_app.ui.widgets.results_flow import legend
from kano_app.ui.widgets.results_panel import MAP_INSET, Scrolled

Point = tuple[float, float]
Places = dict[str, tuple[Point, str, str, str]]
"""Feature → its place in data, what hovering tells, its number and its name."""
Heights = tuple[int, int]
_LOWEST = 240
"""Pixels below which a map is scrolled to and not squeezed any more."""


class MapColumn(Scrolled):
    """The map, as high as there is room, over its legend and key; where it is low these are scrolled to."""

    picked = Signal(str)
    """The feature that was clicked."""

    def __init__(self, context: Context, chart: ChartView, heights: Heights, *choices: QWidget) -> None:
        """Take the chart, the least and most pixels it is high above a legend, and what stands after the legend."""
        super().__init__()
        self._context, self.chart, self._heights = context, chart, heights
        self._places: Places = {}
        self._feature = ""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.note = button(context.tr("Numbers stand for names: see the key"), self._show_key, "link")
        policy = self.note.sizePolicy()
        # With its room kept free the map has the same height with names and with numbers.
        policy.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(policy)
        self.note.hide()
        self.missing = label("", "muted", wrap=True)
        self.missing.hide()
        self.legend = legend(context, *choices)
        self.key = MapKey(context)
        self.key.hide()
        for widget in (chart, self.note, self.missing, self.legend, self.key):
            self.column.addWidget(widget)
        self.column.setAlignment(self.note, Qt.AlignmentFlag.AlignLeft)
        chart.numbered.connect(self._number)
        chart.picked.connect(self.picked)
        self.key.picked.connect(self.picked)

    def put(self, frame: Frame, draw: Draw, places: Places, feature: str) -> None:
        """Show a map with a feature as the selected one."""
        self._places, self._feature = places, feature
        place = list(places).index(feature) if feature in places else -1
        overlay = partial(draw_overlay, place=place, ring=self._context.colours.ink)
        points = {key: (at, tip) for key, (at, tip, _, _) in places.items()}
        self.chart.put(draw, MAP_INSET, points, overlay=overlay, frame=frame)
        entries = sorted(((key, number, name) for key, (_, _, number, name) in places.items()), key=_by_number)
        self.key.put(entries)
        self.key.choose(self._feature)
        self.fit()

    def choose(self, feature: str) -> None:
        """Take a feature as the selected one."""
        self._feature = feature
        self.chart.choose(feature)
        self.key.choose(feature)

    def tell_missing(self, count: int) -> None:
        """Say how many features have no place on the map."""
        self.missing.setText(
            self._context.ntr(
                "{n} feature is not on the map: its figures are undefined.",
                "{n} features are not on the map: their figures are undefined.",
                count,
            )
        )
        self.missing.setVisible(bool(count))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the map the room there is."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave room for the legend where the map is high enough with it."""
        room, width = self.viewport().height(), self.viewport().width()
        room -= self.note.sizeHint().height() + GAP
        if not self.missing.isHidden():
            room -= self.missing.heightForWidth(width) + GAP
        with_legend = room - self.legend.heightForWidth(width) - GAP
        least, most = self._heights
        self.chart.setFixedHeight(max(min(with_legend if with_legend >= least else room, most), _LOWEST))

    def _number(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self.key.isHidden() is on:
            self.note.setVisible(on)
            self.key.setVisible(on)

    def _show_key(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(min(self.key.y(), bar.maximum()))


def _by_number(entry: tuple[str, str, str]) -> tuple[int, str]:
    return len(entry[1]), entry[1]
