"""The room of a map: its names want width, and where numbers stand for them the key stays in sight."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP
from kano_app.ui.widgets.chart_figure import Draw, Frame
from kano_app.ui.widgets.chart_key import MapKey
from kano_app.ui.widgets.chart_map import Heights, MapColumn, Places
from kano_app.ui.widgets.chart_view import ChartView

_CALM = 250
"""Milliseconds after a change of size when names may be tried again: numbers do not flicker under the hand."""
_LOWEST = 256
"""Pixels below which a map is scrolled to and not squeezed any more."""
_COLUMN = 150
"""Pixels of a column of the key, cut in the middle where a name is longer."""


class SnugKey(MapKey):
    """A key with two columns already in a narrow card."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of its lines; the names take the width there is."""
        return QSize(_COLUMN, super().sizeHint().height())

    def be_as_wide(self, width: int) -> None:
        """Arrange its lines for a width it is about to have, so that its height can be asked."""
        self._arrange_for(width)

    def _arrange(self) -> None:
        self._arrange_for(self.width())

    def _arrange_for(self, width: int) -> None:
        columns = max(width // _COLUMN, 1)
        if columns == self._columns:
            return
        self._columns = columns
        rows = max(-(-len(self._lines) // columns), 1)
        for place, line in enumerate(self._lines):
            self._grid.addWidget(line, place % rows, place // rows)
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))


class RoomyMap(MapColumn):
    """A map that has all the height while names stand on it, and gives some away to the key of its numbers."""

    def __init__(self, context: Context, chart: ChartView, heights: Heights, *choices: QWidget) -> None:
        """Take the chart, the least and most pixels it is high above a legend, and what stands after the legend."""
        super().__init__(context, chart, heights, *choices)
        policy = self.note.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.note.setSizePolicy(policy)
        self.column.removeWidget(self.key)
        self.key.setParent(None)
        self.key.deleteLater()
        # Numbers without their key say nothing; what the shapes stand for is in the table, too.
        self.key = self._snug = SnugKey(context)
        self.key.hide()
        self.key.picked.connect(self.picked)
        self.column.insertWidget(self.column.indexOf(self.legend), self.key)
        self._numbers = self._is_settled = False
        self._tried = QSize()
        self._fit_later = QTimer(self, singleShot=True, interval=0)  # not while it is being drawn
        self._fit_later.timeout.connect(self.fit)
        self._retry = QTimer(self, singleShot=True, interval=_CALM)
        self._retry.timeout.connect(self._try_names)

    def put(self, frame: Frame, draw: Draw, places: Places, feature: str) -> None:
        """Show a map with a feature as the selected one."""
        if places != self._places:
            self._is_settled = False
        super().put(frame, draw, places, feature)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the map the room there is, and let names have another try."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._retry.start()

    def fit(self) -> None:
        """Leave room for the key of numbers, and for the legend where the map is high enough with it."""
        room, width = self.viewport().height(), self.viewport().width()
        if not self.missing.isHidden():
            room -= self.missing.heightForWidth(width) + GAP
        least, most = self._heights
        with_legend = self.legend.heightForWidth(width) + GAP
        if self._numbers:
            self._snug.be_as_wide(width)
            key = self.key.sizeHint().height() + GAP
            is_seen = room - key >= _LOWEST
            self.note.setVisible(not is_seen)
            # Of a long key the beginning is seen, and the legend is behind its end.
            room -= key if is_seen else self.note.sizeHint().height() + GAP + room // 3
            with_legend = with_legend if is_seen else 0
            least = _LOWEST
        else:
            self.note.hide()
        self.key.setVisible(self._numbers)
        self.chart.setFixedHeight(max(min(room - with_legend if room - with_legend >= least else room, most), _LOWEST))
        self._set_places()

    def _set_places(self) -> None:
        """Set everything in its place before anything of it is painted."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self.column.activate()

    def _number(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        # Where names fit beside the key and not without it, the key stays: else it would come and go for ever.
        if on is self._numbers or (self._numbers and self._is_settled):
            return
        if on:
            self._tried = self.size()
        else:
            self._is_settled = True
        self._numbers = on
        self.key.setVisible(on)
        self._set_places()
        self._fit_later.start()

    def _try_names(self) -> None:
        """Draw with all the height once more: whether names fit depends on it."""
        from kano_app.charts.map_frame import MOST_NAMES  # noqa: PLC0415 - heavy

        if self._numbers and self._tried != self.size() and len(self._places) <= MOST_NAMES:
            self._numbers = self._is_settled = False
            self.fit()
            self.chart.later()
