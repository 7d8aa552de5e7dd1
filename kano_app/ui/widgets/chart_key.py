"""The key of a map: which number is which feature."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.tips import plain_tip

_COLUMN = 190
"""Pixels of a column of the key."""


class _Line(QLabel):
    """One feature, cut at the end of its column."""

    clicked = Signal(str)

    def __init__(self, feature: str, text: str) -> None:
        super().__init__()
        self.feature = feature
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setToolTip(plain_tip(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(1, super().minimumSizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        self.clicked.emit(self.feature)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class MapKey(QWidget):
    """Which number is which feature, in as many columns as there is room for; a click selects."""

    picked = Signal(str)
    """The feature that was clicked."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self.setAccessibleName(context.tr("Key to the numbers on the map"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(context.tr("Key to the map"), "heading"))
        column.addLayout(self._grid)
        self._lines: list[_Line] = []
        self._columns = 0

    @property
    def texts(self) -> list[str]:
        """What it says, line by line."""
        return [line.text() for line in self._lines]

    def put(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Show features as (id, number, name)."""
        if [(line.feature, line.text()) for line in self._lines] == [
            (one, f"{no}  {name}") for one, no, name in entries
        ]:
            return
        for line in self._lines:
            self._grid.removeWidget(line)
            line.deleteLater()
        self._lines = [_Line(feature, f"{number}  {name}") for feature, number, name in entries]
        for line in self._lines:
            line.clicked.connect(self.picked)
        self._columns = 0
        self._arrange()

    def choose(self, feature: str) -> None:
        """Write one line strong."""
        for line in self._lines:
            font = line.font()
            font.setBold(line.feature == feature)
            line.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(self.width() // _COLUMN, 1)
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._lines) // columns)
        for place, line in enumerate(self._lines):
            self._grid.addWidget(line, place % max(rows, 1), place // max(rows, 1))
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))
