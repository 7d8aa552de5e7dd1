"""The first rows of a file as a table, each cell with what it is to the reading."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kano_app.domain.mapping import MappedColumn, Role
from kano_app.domain.settings import ImportSettings
from kano_app.ui.context import Context
from kano_app.ui.importing.looks import look_of
from kano_app.ui.importing.reading import Step
from kano_app.ui.importing.words import letters, shown
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.literal import shortened, visible
from kano_app.wording.mapping import left_out_reason

Index = QModelIndex | QPersistentModelIndex
_LONGEST, _TIP = 160, 1000
_ANSWERS = (Role.FUNCTIONAL, Role.DYSFUNCTIONAL)


class RowKind(Enum):
    """What a row of the file is."""

    HEADING = auto()
    ABOVE = auto()
    """Neither headings nor answers."""
    LEFT_OUT = auto()
    ANSWERS = auto()


class FileModel(QAbstractTableModel):
    """The head of a grid; nothing is kept per cell."""

    def __init__(self, context: Context) -> None:
        """Show nothing."""
        super().__init__()
        self._context = context
        self.step: Step | None = None
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._width = 0
        self._columns: dict[int, MappedColumn] = {}
        self._kinds: list[RowKind] = []
        self._known: dict[str, bool] = {}
        self._is_known: Callable[[str], bool] = bool

    def put(self, step: Step) -> None:
        """Show how a step reads the file."""
        rows = step.examined.head.grid.head
        if rows is not self._rows:
            self.beginResetModel()
            self._rows = rows
            self._width = max((len(row) for row in rows), default=0)
            self._take(step)
            self.endResetModel()
            return
        self._take(step)
        if rows and self._width:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self._width - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._width - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def _take(self, step: Step) -> None:
        from kano_app.importers.answers import OUTSIDE, UNREAD, AnswerReader  # noqa: PLC0415 - heavy libraries wait
        from kano_app.importers.head import leaves_out  # noqa: PLC0415

        mapping = step.mapping
        if self.step is None or self.step.mapping.wordings != mapping.wordings:
            reader = AnswerReader(ImportSettings(), mapping.wordings)
            self._known = {}

            def is_known(text: str) -> bool:
                return reader.slot(text) not in {UNREAD, OUTSIDE}

            self._is_known = is_known
        before, self.step = self.step, step
        self._columns = {one.position: one for one in mapping.columns}
        if before is not None and _rows_of(before) == _rows_of(step):
            return
        headings, first, rules = set(mapping.heading_rows), mapping.first_row, mapping.left_out_rows
        self._kinds = [
            RowKind.HEADING
            if at in headings
            else RowKind.ABOVE
            if at < first
            else RowKind.LEFT_OUT
            if any(leaves_out(rule, row) for rule in rules)
            else RowKind.ANSWERS
            for at, row in enumerate(self._rows, start=1)
        ]

    # what is where

    def column(self, position: int) -> MappedColumn:
        """Return what a column is; one without a heading is left out."""
        found = self._columns.get(position)
        return MappedColumn(position, "", Role.LEFT_OUT, reason="empty") if found is None else found

    def kind(self, row: int) -> RowKind:
        """Return what a row is."""
        return self._kinds[row]

    def text(self, row: int, column: int) -> str:
        """Return a cell as it stands in the file."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else ""

    def is_masked(self, row: int, column: int) -> bool:
        """Return whether a cell tells who somebody is and is not shown."""
        one = self.column(column)
        return one.role is Role.LEFT_OUT and one.reason == "identity" and self.kind(row) is not RowKind.HEADING

    def is_unread(self, row: int, column: int) -> bool:
        """Return whether a cell should be an answer and is not understood."""
        if self.kind(row) is not RowKind.ANSWERS or self.column(column).role not in _ANSWERS:
            return False
        text = self.text(row, column).strip()
        if not text:
            return False
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._is_known(text)
        return not known

    def shown(self, row: int, column: int) -> str:
        """Return what stands in a cell on the screen."""
        if not self.is_masked(row, column):
            return shortened(visible(self.text(row, column).strip()), _LONGEST)
        if not self.text(row, column).strip():
            return ""
        reason = left_out_reason("identity", self._context.language)
        return self._context.tr("left out: {reason}", reason=reason)

    def column_told(self, position: int) -> str:
        """Return what a column is, in a sentence for a tip and for whoever listens."""
        one, context = self.column(position), self._context
        word = look_of(one.role, context).word
        told = [f"{letters(position)}: {visible(one.heading)}" if one.heading else letters(position)]
        told.append(f"{word}: {visible(one.feature)}" if one.feature else word)
        if one.role is Role.LEFT_OUT:
            told[-1] = context.tr("left out: {reason}", reason=left_out_reason(one.reason, context.language))
        return "\n".join(told)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows of the file are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many columns the longest row has."""
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return the text of a cell, or its tip."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(row, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            doubt = self._context.tr("not understood") if self.is_unread(row, column) else ""
            return f"{self.column_told(column)} {doubt}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            if self.is_masked(row, column):
                return plain_tip(self.column_told(column))
            text = shortened(visible(self.text(row, column)), _TIP)
            if self.is_unread(row, column):
                text = self._context.tr("“{text}” is not understood and counts as not answered.", text=text)
            return plain_tip(text) if text else None
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the letters and the role of a column, or the number of a row."""
        tr = self._context.tr
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return str(section + 1)
            if role == Qt.ItemDataRole.ToolTipRole:
                told = {
                    RowKind.HEADING: tr("Headings"),
                    RowKind.ABOVE: tr("Above the answers; not read"),
                    RowKind.LEFT_OUT: tr("Left out: a preview, or not finished"),
                    RowKind.ANSWERS: tr("Answers"),
                }[self.kind(section)]
                return plain_tip(told + "\n" + tr("Click to say where headings end and answers begin"))
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            look = look_of(self.column(section).role, self._context)
            return f"{letters(section)} {look.sign} {look.word} {shown(self.column(section).feature, 40)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.column_told(section) + "\n" + tr("Click to say what this column is"))
        return None


def _rows_of(step: Step) -> tuple[object, ...]:
    """Return what says of each row what it is."""
    mapping = step.mapping
    return id(step.examined.head.grid), mapping.heading_rows, mapping.first_row, mapping.left_out_rows
