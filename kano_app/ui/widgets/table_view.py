"""A read-only table on the screen: sorted by its headings, filtered, copied into a spreadsheet."""

import csv
import io
from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kano_app.charts.palette import mark
from kano_app.domain.category import Category
from kano_app.i18n import Language
from kano_app.report import inert
from kano_app.tables import Kind, Table, sheet_cells, sheet_headings, sheet_number
from kano_app.ui.context import Context
from kano_app.ui.models.table_model import Index, SortedTable, TableModel, cell_of
from kano_app.ui.widgets.marks import draw_mark
from kano_app.wording.figures import blank_reason, footnote_marks

ROW = 34
"""Height of a row of one line."""
MARK = 12
_WIDE = {"name", "changes", "moves", "reasons", "flag", "functional", "dysfunctional", "description", "reason"}
"""Columns that share the width which the others leave."""
_CALM = 250
"""Milliseconds after which columns are fitted to figures that changed; the charts come first."""
_SMALLEST = 40
_HEADING_PAD = 13
_WRAPPED = 400
"""Rows up to which long texts make their rows higher."""


class TableView(QTableView):
    """A ``Table``; ``chosen`` tells the row of the table that was selected."""

    chosen = Signal(int)
    squeezable: ClassVar[Mapping[str, int]] = {}
    """Columns that give away width before long texts do, in this order → the least they keep, but for headings."""
    least_text: ClassVar[int] = 110
    """What long texts keep."""

    def __init__(self, context: Context, table: Table, *, sortable: bool = True) -> None:
        """Show a table."""
        super().__init__()
        self.setAccessibleName(context.tr(table.title))
        self._language = context.language
        self._table = TableModel(table, context.language)
        self._fitting = self._by_hand = False
        self._needed: dict[int, int] = {}
        self.proxy = SortedTable(self._table)
        self.setModel(self.proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(_SMALLEST)
        header.sectionResized.connect(self._dragged)
        self.setSortingEnabled(sortable)
        if sortable:
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.proxy.sort(-1)
        self.setItemDelegate(CategoryDelegate(self))
        self.fit()
        self.selectionModel().currentRowChanged.connect(self._told)
        self._fit_later = QTimer(self, singleShot=True, interval=_CALM)
        self._fit_later.timeout.connect(self.fit)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self, context=Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._table.table

    def put(self, table: Table) -> None:
        """Show another version of the table; what was selected stays so."""
        same = table.columns == self.table.columns and len(table.rows) == len(self.table.rows)
        if table.columns != self.table.columns:
            self._by_hand = False
        self._table.put(table)
        if same:
            self._fit_later.start()
        else:
            self.fit()

    def look_for(self, text: str) -> None:
        """Show only the rows in which a text stands."""
        self.proxy.look_for(text)
        self._fit_rows()

    def choose(self, row: int) -> None:
        """Select a row of the table, wherever sorting has put it."""
        index = self.proxy.mapFromSource(self._table.index(row, 0))
        if index.isValid() and (index.row() != self.currentIndex().row() or not self.selectedIndexes()):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def copy(self) -> None:
        """Copy the selected rows, all where there are none, with their headings; no text acts as a formula."""
        rows = sorted({index.row() for index in self.selectedIndexes()}) or list(range(self.proxy.rowCount()))
        self._copy(rows)

    def copy_all(self) -> None:
        """Copy every row that is shown, with its headings."""
        self._copy(list(range(self.proxy.rowCount())))

    def _copy(self, rows: list[int]) -> None:
        table, language = self.table, self._language
        places = [place for place in range(len(table.columns)) if not self.isColumnHidden(place)]
        columns = [table.columns[place] for place in places]
        # A spreadsheet reads what is pasted as whoever sits here writes numbers, whatever this program speaks.
        point = QLocale.system().decimalPoint()
        out = io.StringIO()
        writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
        writer.writerow(inert(one) for column in columns for one in sheet_headings(column, language))
        for row in rows:
            cells = table.rows[self.proxy.mapToSource(self.proxy.index(row, 0)).row()]
            values = (one for place in places for one in sheet_cells(cells[place], table.columns[place], language))
            writer.writerow(inert(one) if isinstance(one, str) else sheet_number(one, point) for one in values)
        QGuiApplication.clipboard().setText(out.getvalue())

    def fit(self) -> None:
        """Give every column what it needs, and long texts the room that is left; not after somebody dragged one."""
        self._needed = {}
        self._fit_columns()
        self._fit_rows()

    def _fit_columns(self) -> None:
        if self._by_hand:
            return
        header = self.horizontalHeader()
        shown = [place for place in range(len(self.table.columns)) if not self.isColumnHidden(place)]
        for place in shown:
            if place not in self._needed:
                self._needed[place] = max(self._heading_width(place), self.sizeHintForColumn(place), _SMALLEST)
        wide = [place for place in shown if self._is_wide(place)]
        widths = {place: self._needed[place] for place in shown}
        room = self.viewport().width() - sum(widths[place] for place in shown if place not in wide)
        places = {self.table.columns[place].key: place for place in shown}
        for key in self.squeezable:
            if key in places:
                giver = places[key]
                least = max(self.squeezable[key], self._heading_width(giver))
                taken = min(max(self.least_text * len(wide) - room, 0), max(widths[giver] - least, 0))
                widths[giver] -= taken
                room += taken
        for place in wide:
            widths[place] = max(min(self.least_text, widths[place]), room // len(wide))
        self._fitting = True
        for place, width in widths.items():
            header.resizeSection(place, width)
        self._fitting = False

    def _fit_rows(self) -> None:
        wraps = any(column.key in _WIDE - {"name"} for column in self.table.columns)
        if wraps and self.proxy.rowCount() <= _WRAPPED:
            self.resizeRowsToContents()

    def _heading_width(self, place: int) -> int:
        """Return what a heading needs; the arrow of sorting lies over its end."""
        text = str(self.proxy.headerData(place, Qt.Orientation.Horizontal) or "")
        return self.horizontalHeader().fontMetrics().horizontalAdvance(text) + _HEADING_PAD

    def _is_wide(self, place: int) -> bool:
        column = self.table.columns[place]
        return column.kind in {Kind.TEXT, Kind.REASONS} and column.key in _WIDE

    def _dragged(self, *_: int) -> None:
        self._by_hand = self._by_hand or not self._fitting

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Divide the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
            self._fit_rows()

    def _told(self, current: Index) -> None:
        if current.isValid():
            self.chosen.emit(self.proxy.mapToSource(self.proxy.index(current.row(), 0)).row())


def footnotes(table: Table, language: Language) -> str:
    """Return the reasons of the marks in a table, one a line."""
    marks = footnote_marks(table.blanks)
    return "\n".join(f"{marks[blank]} {blank_reason(blank, language)}" for blank in table.blanks)


class CategoryDelegate(QStyledItemDelegate):
    """Draws the mark of a category before its name, as everywhere."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell = cell_of(index)
        if not isinstance(cell, Category):
            super().paint(painter, option, index)
            return
        text = self.draw_ground(painter, option, index)
        inside = option.rect.adjusted(8, 0, -4, 0)
        draw_mark(painter, mark(cell), inside.left() + MARK / 2, inside.center().y() + 0.5, MARK / 2)
        painter.setPen(option.palette.text().color())
        painter.drawText(inside.adjusted(MARK + 8, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> str:
        """Draw a cell without its text, and return the text."""
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        return str(text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room a cell wants."""
        hint = super().sizeHint(option, index)
        more = MARK + 4 if isinstance(cell_of(index), Category) else 0
        return QSize(hint.width() + more, max(hint.height(), ROW))
