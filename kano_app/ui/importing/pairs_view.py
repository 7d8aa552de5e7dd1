"""The table of pairs; why two columns belong together stands under the name where that is not sure."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kano_app.domain.mapping import Confidence
from kano_app.ui.context import Context
from kano_app.ui.importing.file_model import Index
from kano_app.ui.importing.pairs_model import FEATURE, IMPORTANCE, SURE, WITH, WITHOUT, PairsModel
from kano_app.ui.widgets.features_frame import draw_frame, frame_focus
from kano_app.wording.literal import shortened

_ROW, _TALL = 32, 48
_MOST = 460
_SHORTEST = 6
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class PairDelegate(QStyledItemDelegate):
    """Draws the doubtful ones so that they are seen."""

    def __init__(self, context: Context, model: PairsModel, parent: QTableView) -> None:
        """Draw for a view."""
        super().__init__(parent)
        self._colours, self._pairs = context.colours, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, on two lines where there is a reason to look."""
        pair, colours, rect = self._pairs.pairs[index.row()], self._colours, option.rect
        doubtful = pair.confidence in {None, Confidence.GUESS}
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.selected if selected else colours.warning_ground if doubtful else colours.surface
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        inside = rect.adjusted(6, 0, -4, 0)
        column, tall = index.column(), self._pairs.is_tall(pair)
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(colours.ink if column == FEATURE else colours.warning if doubtful else colours.muted))
        text = _fitted(str(index.data() or ""), metrics, inside.width())
        if column == FEATURE and tall:
            painter.drawText(inside.adjusted(0, 5, 0, -rect.height() // 2 + 1), _MIDDLE, text)
            painter.setPen(QColor(colours.warning if doubtful else colours.muted))
            why = metrics.elidedText(self._pairs.why(pair), Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside.adjusted(0, rect.height() // 2 - 1, 0, -5), _MIDDLE, why)
        else:
            painter.drawText(inside, _MIDDLE, text)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            draw_frame(painter, rect, colours)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of one line or two."""
        pair = self._pairs.pairs[index.row()]
        width = super().sizeHint(option, index).width()
        return QSize(width, _TALL if self._pairs.is_tall(pair) else _ROW)


def _fitted(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return a name cut so that both its beginning and its end are seen."""
    width = metrics.horizontalAdvance(text)
    if width <= room:
        return text
    longest = len(text) * room // width + 2
    while longest > _SHORTEST and metrics.horizontalAdvance(shortened(text, longest)) > room:
        longest -= 1
    return shortened(text, longest)


class PairsView(QTableView):
    """As high as its rows, up to a point; the names share what the other columns leave."""

    def __init__(self, context: Context, model: PairsModel) -> None:
        """Show the pairs."""
        super().__init__()
        self.pairs = model
        self.setModel(model)
        self.setItemDelegate(PairDelegate(context, model, self))
        self.setAccessibleName(context.tr("Pairs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        frame_focus(self, context.colours)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Be as high as the rows, and divide the width."""
        has_importance = any(one.columns[2] is not None for one in self.pairs.pairs)
        self.setColumnHidden(IMPORTANCE, not has_importance)
        heights = 0
        for row, pair in enumerate(self.pairs.pairs):
            height = _TALL if self.pairs.is_tall(pair) else _ROW
            self.setRowHeight(row, height)
            heights += height
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(min(heights, _MOST) + head + 6)
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Divide the width anew."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        header, metrics = self.horizontalHeader(), self.horizontalHeader().fontMetrics()
        room = self.viewport().width()
        for column in (WITH, WITHOUT, IMPORTANCE, SURE):
            if self.isColumnHidden(column):
                continue
            texts = [str(self.pairs.headerData(column, Qt.Orientation.Horizontal))]
            texts += {str(self.pairs.index(row, column).data()) for row in range(self.pairs.rowCount())}
            width = max(metrics.horizontalAdvance(text) for text in texts) + 16
            header.resizeSection(column, width)
            room -= width
        header.resizeSection(FEATURE, max(room, 120))
