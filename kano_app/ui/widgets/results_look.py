"""How the cells of the table of results are drawn: the split of the answers, and coefficients with their intervals."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from kano_app.analysis.stability import Sureness
from kano_app.charts.palette import mark
from kano_app.domain.category import Category
from kano_app.tables import Split
from kano_app.tables.cells import Range
from kano_app.ui.models.table_model import Index, cell_of
from kano_app.ui.theme import Colours
from kano_app.ui.widgets.marks import draw_mark
from kano_app.ui.widgets.table_view import MARK, CategoryDelegate
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.categories import READING_ORDER

_BAR = 14
_BAR_WIDTH = 104
_FIGURE_WIDTH = 56
_LETTER = 13
_CHIP = MARK + 8
"""From the left of a category's mark to its text."""
"""Pixels of a part that has room for its letter."""
_PAD = 6


class OverviewDelegate(CategoryDelegate):
    """Draws the cells of the overview; the interval of a coefficient stands as a line under it."""

    def __init__(self, parent: QAbstractItemView, colours: Colours, intervals: Mapping[int, int]) -> None:
        """Know the colours, and column of a coefficient → column of its interval."""
        super().__init__(parent)
        self._colours, self._intervals = colours, dict(intervals)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell = cell_of(index)
        if isinstance(cell, Category):
            _chip(painter, option.rect, self.draw_ground(painter, option, index), cell, option.palette.text().color())
        elif isinstance(cell, Split):
            self.draw_ground(painter, option, index)
            _bar(painter, option.rect, cell.shares, self._colours)
        elif index.column() in self._intervals:
            text = self.draw_ground(painter, option, index)
            self._figure(painter, option.rect, text, self._interval(index), cell)
        elif index.column() == 0:
            text = self.draw_ground(painter, option, index)
            painter.setPen(QColor(self._colours.ink))
            _two_lines(painter, option.rect.adjusted(_PAD + 2, 0, -_PAD, 0), text)
        elif isinstance(cell, Sureness):
            text = self.draw_ground(painter, option, index)
            loud = cell in {Sureness.TOO_CLOSE, Sureness.TOO_FEW}
            painter.setPen(QColor(self._colours.warning if loud else self._colours.ink))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(option.rect.adjusted(_PAD, 0, -2, 0), int(flags), text)
        else:
            super().paint(painter, option, index)

    def _interval(self, index: Index) -> Range | None:
        cell = cell_of(self._sibling(index))
        return cell if isinstance(cell, Range) else None

    def _sibling(self, index: Index) -> QModelIndex:
        """Return the interval beside a coefficient."""
        return index.sibling(index.row(), self._intervals[index.column()])

    def _figure(self, painter: QPainter, rect: QRect, text: str, interval: Range | None, value: Any) -> None:  # noqa: ANN401 - a raw cell
        """Draw a coefficient, and under it where it lies between nothing and one."""
        painter.setPen(QColor(self._colours.ink))
        lift = 5 if interval is not None else 0
        inside = rect.adjusted(_PAD, -lift, -_PAD, -lift)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        if interval is None or not isinstance(value, float):
            return
        left, right, y = rect.left() + _PAD + 4, rect.right() - _PAD, rect.bottom() - 7
        ends = sorted((abs(interval.low), abs(interval.high)))
        wide = right - left
        painter.fillRect(QRectF(left, y, wide, 1), QColor(self._colours.line))
        painter.fillRect(
            QRectF(left + wide * ends[0], y - 1, max(wide * (ends[1] - ends[0]), 2), 3), QColor(self._colours.edge)
        )
        painter.fillRect(QRectF(left + wide * abs(value) - 1, y - 3, 2, 7), QColor(self._colours.ink))

    def helpEvent(  # noqa: N802 - Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the interval of a coefficient."""
        if event.type() is QEvent.Type.ToolTip and index.column() in self._intervals:
            told = self._sibling(index).data()
            if self._interval(index) is not None:
                QToolTip.showText(event.globalPos(), plain_tip(f"{index.data()} ({told})"), view)
                return True
        return super().helpEvent(event, view, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room a cell wants; long words of sureness stand in two lines."""
        cell = cell_of(index)
        hint = super().sizeHint(option, index)
        if isinstance(cell, Split):
            return QSize(_BAR_WIDTH + 2 * _PAD, hint.height())
        if index.column() in self._intervals:
            return QSize(_FIGURE_WIDTH, hint.height())
        if isinstance(cell, Sureness):
            metrics = QFontMetrics(option.font)
            words = str(index.data()).split(" ")
            half = max(len(words) // 2 + len(words) % 2, 1)
            lines = (" ".join(words[:half]), " ".join(words[half:]))
            return QSize(max(map(metrics.horizontalAdvance, lines)) + _PAD + 4, hint.height())
        return hint


def _chip(painter: QPainter, rect: QRect, text: str, category: Category, ink: QColor) -> None:
    """Draw the mark of a category and its name, or its letter where the name has no room."""
    inside = rect.adjusted(8, 0, -2, 0)
    draw_mark(painter, mark(category), inside.left() + MARK / 2, inside.center().y() + 0.5, MARK / 2)
    painter.setPen(ink)
    room = inside.adjusted(_CHIP, 0, 0, 0)
    has_room = painter.fontMetrics().horizontalAdvance(text) <= room.width()
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text if has_room else category.letter)


def _two_lines(painter: QPainter, rect: QRect, text: str) -> None:
    """Write a text in at most two lines; of one that needs more, the second loses its middle and keeps the end."""
    metrics = painter.fontMetrics()
    layout = QTextLayout(text, painter.font())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())  # where the second begins follows from it
    second = layout.createLine()
    if second.isValid():
        second.setLineWidth(rect.width())
    layout.endLayout()
    lines = [text]
    if second.isValid():
        cut = first.textStart() + first.textLength()
        lines = [text[:cut].rstrip(), text[cut:]]
    height = metrics.lineSpacing()
    top = rect.center().y() - height * len(lines) // 2 + 1
    for place, words in enumerate(lines):
        told = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, rect.width())
        box = QRect(rect.left(), top + place * height, rect.width(), height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), told)


def _bar(painter: QPainter, rect: QRect, shares: Mapping[Category, float], colours: Colours) -> None:
    left, width = float(rect.left() + _PAD), float(rect.width() - 2 * _PAD)
    top = rect.center().y() - _BAR / 2 + 1
    font = QFont(painter.font())
    font.setPixelSize(10)
    painter.save()
    painter.setFont(font)
    total = sum(shares.values())
    for category in READING_ORDER:
        part = width * shares[category] / total
        if part > 0:
            box = QRectF(left, top, max(part - 1, 1), _BAR)
            painter.fillRect(box, QColor(mark(category).color))
            if part >= _LETTER:
                painter.setPen(QColor(mark(category).ink))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), category.letter)
        left += part
    painter.setPen(QColor(colours.ink))
    painter.restore()
