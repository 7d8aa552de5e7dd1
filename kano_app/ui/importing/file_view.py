"""The file as it is: its first rows, coloured by what they are to the reading."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from kano_app.ui.context import Context
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.file_model import FileModel
from kano_app.ui.importing.file_paint import CellDelegate, ColumnHeader
from kano_app.ui.importing.roles import add_rows, add_title, column_menu, row_menu
from kano_app.ui.widgets.features_frame import frame_focus

_ROW = 30
_NARROW, _WIDE = 64, 190
_MEASURED = 24
"""Rows by which the width of a column is found."""
_PAD = 20


class FileView(QTableView):
    """A table of cells that cannot be changed; what columns and rows are can."""

    menu_opened = Signal(object)

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show the file of a draft."""
        super().__init__()
        self._context, self._draft = context, draft
        self.file = FileModel(context)
        self.setModel(self.file)
        self.setAccessibleName(context.tr("The file"))
        self.setItemDelegate(CellDelegate(context, self.file, self))
        self.header = ColumnHeader(context, self.file, self)
        self.setHorizontalHeader(self.header)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(_ROW)
        rows.setMinimumSectionSize(_ROW)
        rows.setSectionsClickable(True)
        rows.setHighlightSections(False)
        rows.setCursor(Qt.CursorShape.PointingHandCursor)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        frame_focus(self, context.colours)
        self.header.sectionClicked.connect(self.open_column)
        rows.sectionClicked.connect(self.open_row)
        draft.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show how the present step reads the file."""
        before = self.file.step
        self.file.put(self._draft.step)
        if before is None or before.examined.head.grid is not self._draft.step.examined.head.grid:
            self._fit()
            self.setCurrentIndex(self.file.index(0, 0))

    def go_to(self, row: int | None, column: int | None) -> None:
        """Show a place of the file, as far as it is shown at all; both count from 0."""
        current = self.currentIndex()
        at = min(row if row is not None else max(current.row(), 0), self.file.rowCount() - 1)
        index = self.file.index(at, max(current.column(), 0) if column is None else column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def open_column(self, column: int) -> None:
        """Ask what a column is."""
        self.go_to(None, column)
        at = QPoint(self.header.sectionViewportPosition(column), self.header.height())
        self._open(column_menu(self._context, self._draft, column, self), self.header.mapToGlobal(at))

    def open_row(self, row: int) -> None:
        """Ask what a row is."""
        self.go_to(row, None)
        rows = self.verticalHeader()
        at = QPoint(rows.width(), rows.sectionViewportPosition(row))
        self._open(row_menu(self._context, self._draft, row + 1, self), rows.mapToGlobal(at))

    def _open(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opened.emit(menu)
        menu.popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask what the column and the row at hand are."""
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self._ask(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ask with the space bar what the column and the row at hand are."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._ask(index.row(), index.column())
            return
        super().keyPressEvent(event)

    def _ask(self, row: int, column: int) -> None:
        menu = column_menu(self._context, self._draft, column, self)
        add_title(menu, self._context.tr("Row {n}", n=self._context.language.number(row + 1)))
        add_rows(menu, self._context, self._draft, row + 1)
        at = self.visualRect(self.file.index(row, column)).bottomLeft()
        self._open(menu, self.viewport().mapToGlobal(at))

    def _fit(self) -> None:
        """Give every column what its first rows need, within reason."""
        metrics = self.fontMetrics()
        rows = min(self.file.rowCount(), _MEASURED)
        for column in range(self.file.columnCount()):
            texts = [metrics.horizontalAdvance(self.file.shown(row, column)[:40]) + _PAD for row in range(rows)]
            wanted = max([self.header.wanted_width(column), *texts, _NARROW])
            self.setColumnWidth(column, min(wanted, _WIDE))
