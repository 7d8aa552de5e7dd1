"""A layout that sets its widgets side by side and goes on below where the width ends, and the legend in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

from kano_app.charts.palette import mark
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label, row
from kano_app.ui.widgets.marks import mark_pixmap
from kano_app.wording.categories import READING_ORDER, category_meaning, category_name

_MARK = 12


class Flow(QLayout):
    """Widgets in lines, like words."""

    def __init__(self, parent: QWidget, gap: int = GAP, line_gap: int = GAP // 2) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:  # noqa: N802
        """Return one of them."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:  # noqa: N802
        """Give one away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Want no more than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Set everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the least it needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        lines: list[list[QLayoutItem]] = [[]]
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wide = item.sizeHint().width()
            if x and x + wide > rect.width():
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wide + self._gap
        y = rect.y()
        for line in lines:
            height = max((item.sizeHint().height() for item in line), default=0)
            if moves:
                self._set_line(line, rect.x(), y, height)
            y += height + self._line_gap
        return y - self._line_gap - rect.y()

    def _set_line(self, line: Sequence[QLayoutItem], x: int, y: int, height: int) -> None:
        for item in line:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            x += size.width() + self._gap


def flow(*widgets: QWidget, gap: int = GAP) -> QWidget:
    """Return widgets in lines."""
    found = QWidget()
    layout = Flow(found, gap)
    for widget in widgets:
        layout.addWidget(widget)
    policy = found.sizePolicy()
    policy.setHeightForWidth(True)
    found.setSizePolicy(policy)
    return found


def legend(context: Context, *more: QWidget) -> QWidget:
    """Return the marks of all categories with their names, letters and what they mean; ``more`` stands after them."""
    parts = []
    for category in READING_ORDER:
        picture = QLabel()
        picture.setPixmap(mark_pixmap(mark(category), _MARK, 2.0))
        name = category_name(category, context.language)
        told = name if name.startswith(category.letter) else f"{category.letter} {name}"
        one = row(picture, label(told, "muted"), spacing=5)
        one.setToolTip(category_meaning(category, context.language))
        parts.append(one)
    return flow(*parts, *more, gap=12)
