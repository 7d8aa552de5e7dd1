"""One Qt model for every read-only table: what the PDF and the terminal show, the screen shows too."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kano_app.analysis.figure import Blank
from kano_app.analysis.stability import Sureness
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.plan import Horizon
from kano_app.i18n import Language
from kano_app.tables import Cell, Kind, Split, Table, cell_text, raw_cell
from kano_app.tables.cells import Range
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.figures import blank_reason, footnote_marks

Index = QModelIndex | QPersistentModelIndex

_LONG = 20
"""Characters from which on a text may be cut in its column, and so is its own tip."""
_ORDERED: tuple[type[StrEnum], ...] = (Category, Sureness, Horizon)
"""Words that have an order of their own."""

CELL = Qt.ItemDataRole.UserRole
"""The raw cell, held; read it by ``cell_of``."""
SORT = Qt.ItemDataRole.UserRole + 1
"""What a column is sorted by."""


@dataclass(frozen=True, slots=True)
class _Held:
    """Keeps a cell what it is: Qt would make plain text of a category, which is a text among others."""

    cell: Cell


def cell_of(index: Index) -> Cell:
    """Return the raw cell at an index of a ``TableModel``, or of what stands before one."""
    held = index.data(CELL)
    return held.cell if isinstance(held, _Held) else None


class TableModel(QAbstractTableModel):
    """A ``Table`` in a language."""

    def __init__(self, table: Table, language: Language) -> None:
        """Show a table."""
        super().__init__()
        self._table, self._language = table, language
        self._marks = footnote_marks(table.blanks)

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._table

    def put(self, table: Table) -> None:
        """Show another version of the table; the view keeps its selection where rows and columns are the same."""
        same = len(table.rows) == len(self._table.rows) and table.columns == self._table.columns
        if not same:
            self.beginResetModel()
        self._table = table
        self._marks = footnote_marks(table.blanks)
        if not same:
            self.endResetModel()
        elif table.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, len(table.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a role asks of a cell."""
        cell, column = self._table.rows[index.row()][index.column()], self._table.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell_text(cell, column.kind, self._language, self._marks)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(tip) if (tip := self._tip(cell, column.kind)) else None
            case _ if role == CELL:
                return _Held(cell)
            case _ if role == SORT:
                return sort_key(cell, self._language)
        return None

    def _tip(self, cell: Cell, kind: Kind) -> str:
        """Return why there is no figure, or all of a text that may have been cut."""
        if isinstance(cell, Blank):
            return blank_reason(cell, self._language)
        text = cell_text(cell, kind, self._language, self._marks)
        return text if isinstance(cell, Split) or len(text) > _LONG else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802, ANN401
        """Return a heading, or what it means as its tip."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.columns):
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.titled(self._language)
        if role == Qt.ItemDataRole.ToolTipRole and column.description:
            return self._language.gettext(column.description)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def sort_key(cell: Cell, language: Language) -> tuple[int, float, str]:
    """Return by what a cell is sorted: numbers by value, words by their text, empty and undefined ones last."""
    if isinstance(cell, Range):
        return (0, cell.low, "")
    if isinstance(cell, Split):
        return (0, sum(cell.shares[one] for one in CATEGORIES[:3]), "")
    if isinstance(cell, _ORDERED):
        return (0, float(list(type(cell)).index(cell)), "")
    raw = raw_cell(cell, language)
    if raw is None or raw == "":
        return (2, 0.0, "")
    if isinstance(raw, int | float):
        return (0, float(raw), "")
    return (1, 0.0, cell_text(cell, Kind.TEXT, language, {}).casefold())


class SortedTable(QSortFilterProxyModel):
    """A table sorted by what its cells are, and filtered by a text in any column."""

    def __init__(self, model: TableModel) -> None:
        """Stand before a model."""
        super().__init__()
        self.setSourceModel(model)
        self.setSortRole(SORT)
        self._wanted = ""

    def look_for(self, text: str) -> None:
        """Show only the rows in which a text stands."""
        self._wanted = text.casefold()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Return whether the wanted text stands in a row."""
        model = self.sourceModel()
        texts: Sequence[str] = [
            str(model.index(row, column, parent).data() or "") for column in range(model.columnCount())
        ]
        return not self._wanted or any(self._wanted in text.casefold() for text in texts)

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        """Compare two cells by their sort keys; what is empty stays last in either direction."""
        one, other = left.data(SORT), right.data(SORT)
        if (one[0] == 2) != (other[0] == 2):
            return bool((one[0] == 2) == (self.sortOrder() is Qt.SortOrder.DescendingOrder))
        return bool(one < other)
