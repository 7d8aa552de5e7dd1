"""How the file is painted: cells on the colour of their column, headings of columns with sign and word."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kano_app.domain.mapping import Role
from kano_app.ui.context import Context
from kano_app.ui.importing.file_model import FileModel, Index, RowKind
from kano_app.ui.importing.looks import look_of
from kano_app.ui.importing.words import letters, shown
from kano_app.ui.widgets.features_frame import draw_frame

_PAD = 8
_HEAD = 46
_LINE = 20
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellDelegate(QStyledItemDelegate):
    """Draws a cell of the file."""

    def __init__(self, context: Context, model: FileModel, parent: QWidget) -> None:
        """Draw for a view."""
        super().__init__(parent)
        self._context, self._model = context, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the text, and the frame of the current cell."""
        row, column = index.row(), index.column()
        model, colours = self._model, self._context.colours
        kind, rect = model.kind(row), option.rect
        look = look_of(model.column(column).role, self._context)
        unread = model.is_unread(row, column)
        ground = colours.warning_ground if unread else look.ground
        ink = look.ink
        if kind is RowKind.HEADING and look.ground == colours.surface:
            ground = colours.raised
        elif kind in {RowKind.ABOVE, RowKind.LEFT_OUT}:
            ground, ink = colours.ground, colours.muted
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        font = option.font
        font.setBold(kind is RowKind.HEADING or unread)
        font.setItalic(model.is_masked(row, column))
        font.setStrikeOut(kind is RowKind.LEFT_OUT)
        painter.setFont(font)
        painter.setPen(QColor(colours.warning if unread else ink))
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        text = ("? " if unread else "") + model.shown(row, column)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _LEFT, elided)
        state = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            draw_frame(painter, rect, colours)


class ColumnHeader(QHeaderView):
    """Letters of a column, and under them what it is."""

    def __init__(self, context: Context, model: FileModel, parent: QWidget) -> None:
        """Draw for a view."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context, self._file = context, model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for two lines."""
        # Qt would measure every heading, again and again.
        return QSize(_HEAD, _HEAD)

    def wanted_width(self, position: int) -> int:
        """Return how wide a heading wants to be."""
        look = look_of(self._file.column(position).role, self._context)
        return self.fontMetrics().horizontalAdvance(f"{look.sign}  {look.word}") + 2 * _PAD + 8

    def paintSection(self, painter: QPainter, rect: QRect, position: int) -> None:  # noqa: N802 - Qt's name
        """Draw one heading."""
        one, colours = self._file.column(position), self._context.colours
        look = look_of(one.role, self._context)
        painter.save()
        painter.fillRect(rect, QColor(look.ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.setPen(QColor(colours.edge if one.role is not Role.LEFT_OUT else colours.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        upper = QRect(inside.left(), rect.top() + 4, inside.width(), _LINE)
        lower = QRect(inside.left(), rect.top() + 3 + _LINE, inside.width(), _LINE)
        painter.setPen(QColor(colours.muted))
        name = letters(position)
        painter.drawText(upper, _LEFT, name)
        aside = painter.fontMetrics().horizontalAdvance(name) + 6
        feature = painter.fontMetrics().elidedText(
            shown(one.feature), Qt.TextElideMode.ElideRight, max(upper.width() - aside, 0)
        )
        painter.drawText(upper.adjusted(aside, 0, 0, 0), _LEFT, feature)
        font = painter.font()
        font.setBold(one.role is not Role.LEFT_OUT)
        painter.setFont(font)
        painter.setPen(QColor(look.ink))
        word = painter.fontMetrics().elidedText(f"{look.sign} {look.word}", Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, _LEFT, word)
        painter.restore()
