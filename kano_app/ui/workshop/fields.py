"""Lists and lines between which the keys of the workshop go on working."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_ROW = 28
_FAR = int(Qt.ItemDataRole.UserRole) + 1
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Line(QLineEdit):
    """A line of text that Enter gives and Escape leaves; neither goes further.

    Undo takes back what was typed here, never a step of the study: an answer would be gone unseen.
    """

    given = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Answer Enter and Escape."""
        if event.key() in _ENTER:
            self.given.emit(self.text())
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
            event.accept()  # a digit that a full line does not take is no answer


class _TwoEnds(QStyledItemDelegate):
    """A text at the left, how far it is at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint both."""
        view = option.widget
        rect = option.rect
        palette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 5, 5)
        painter.setFont(view.font())
        far, room = str(index.data(_FAR) or ""), rect.adjusted(6, 0, -8, 0)
        wide = painter.fontMetrics().horizontalAdvance(far) + 10
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(palette.text().color())
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width() - wide)
        painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignLeft), name)
        painter.setPen(palette.placeholderText().color())
        painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignRight), far)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return room for one line."""
        del option, index
        return QSize(100, _ROW)


class Choosing(QListWidget):
    """A list that takes arrows and Enter, and leaves every other key to the workshop."""

    chosen = Signal(int)
    """The row on which Enter was pressed, or that was clicked twice."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_TwoEnds(self))
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Search nothing by typed letters: they are keys of the workshop."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer what moves, and Enter."""
        if event.key() in _ENTER:
            if self.currentRow() >= 0:
                self.chosen.emit(self.currentRow())
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def put(self, rows: list[tuple[str, str]]) -> None:
        """Show rows, each a text and how far it is; the current one stays."""
        texts = [text for text, _ in rows]
        row = self.currentRow()
        while self.count() > len(texts):
            self.takeItem(self.count() - 1)
        for place, text in enumerate(texts):
            if place == self.count():
                self.addItem(text)
            elif self.item(place).text() != text:
                self.item(place).setText(text)
            self.item(place).setData(_FAR, rows[place][1])
        if row < 0 and texts:
            self.setCurrentRow(0)
