"""The features of the latest survey as an editable table, with an empty row at the end for the next one."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from kano_app.domain import edits
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.icons import icon
from kano_app.ui.widgets.chart_view import plain_tip
from kano_app.ui.widgets.features_cells import FIELDS, Cell, Refused, cell_text, one_line, with_cell
from kano_app.ui.widgets.features_paste import Block, Pasted, pasted
from kano_app.ui.widgets.features_remarks import Remarks
from kano_app.ui.widgets.features_words import HEADINGS, STEPS, TIPS

Index = QModelIndex | QPersistentModelIndex


class FeaturesModel(QAbstractTableModel):
    """Cells of a study; what is typed goes to the study at once, what a cell cannot take stays in it, marked."""

    refused = Signal()
    """What cells could not take is other than before."""

    def __init__(self, context: Context) -> None:
        """Show the study of a context."""
        super().__init__()
        self._context = context
        self._project = context.project
        self._refused: dict[Cell, str] = {}
        self._session, self._changed = 0, False
        self.remarks = Remarks(context)
        self.remarks.put(self.features)

    # the study

    @property
    def features(self) -> tuple[Feature, ...]:
        """The features in their order."""
        return self._project.survey.features

    def put(self, project: Project) -> None:
        """Show another state of the study, changing only what differs."""
        before, after = ([one.id for one in version.survey.features] for version in (self._project, project))
        self.remarks.put(project.survey.features)
        if before == after:
            self._put_cells(project)
        elif after[: len(before)] == before:
            self.beginInsertRows(QModelIndex(), len(before) + 1, len(after))
            self._put_rows(project)
            self.endInsertRows()
        elif before[: len(after)] == after:
            self.beginRemoveRows(QModelIndex(), len(after) + 1, len(before))
            self._put_rows(project)
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self._project = project
            self.endResetModel()
        known = set(after)
        if any(cell[0] not in known for cell in self._refused):
            self._refused = {cell: text for cell, text in self._refused.items() if cell[0] in known}
            self.refused.emit()

    def _put_cells(self, project: Project) -> None:
        old, self._project = self._project, project
        names = [one.name for one in old.survey.features] != [one.name for one in project.survey.features]
        for row, (one, other) in enumerate(zip(old.survey.features, project.survey.features, strict=True)):
            if one is not other or old.plan.item(one.id) != project.plan.item(one.id) or names:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(FIELDS) - 1))

    def _put_rows(self, project: Project) -> None:
        """Take over features that came or went at the end; rows before them may differ too."""
        shared = min(len(self._project.survey.features), len(project.survey.features))
        self._project = project
        self.dataChanged.emit(self.index(0, 0), self.index(shared, len(FIELDS) - 1))

    # editing

    def begin(self) -> None:
        """Begin the typing of one cell: all of it is one step."""
        self._session += 1
        self._changed = False

    def take_back(self) -> None:
        """Take back what was typed into the cell since ``begin``."""
        if self._changed:
            self._changed = False
            self._context.document.undo()

    def settle(self, cell: Cell | None) -> None:
        """Leave a cell: a name that was wiped out stays what it was."""
        if cell is not None and cell[1] == "name" and self._refused.pop(cell, None) is not None:
            self.refused.emit()

    def cell(self, index: Index) -> Cell | None:
        """Return feature and field of a cell; ``None`` in the empty row."""
        if not index.isValid() or index.row() >= len(self.features):
            return None
        return self.features[index.row()].id, FIELDS[index.column()]

    def sentences(self) -> list[str]:
        """Return what is wrong with the texts that cells could not take."""
        found: dict[str, None] = {}
        names = {feature.id: feature.name for feature in self.features}
        for (feature, field), text in self._refused.items():
            told = self._context.tr("{name}: {problem}", name=names[feature], problem=self._why((feature, field), text))
            found.setdefault(told)
        return list(found)

    def write(self, index: Index, text: str, *, live: bool = False) -> bool:
        """Put a text into a cell; while it is still typed (``live``) one that cannot be taken is passed over."""
        cell = self.cell(index)
        if cell is None:
            return self._add(index, text)
        try:
            changed = with_cell(self._project, *cell, text)
        except Refused:
            if not live:
                self.take_back()
                self._refused[cell] = text
                self.refused.emit()
                self.dataChanged.emit(index, index)
            return False
        if self._refused.pop(cell, None) is not None:
            self.refused.emit()
            self.dataChanged.emit(index, index)
        if changed is not self._project:
            name = self.features[index.row()].name
            self._context.apply(STEPS[cell[1]], lambda project: with_cell(project, *cell, text), self._key(), name=name)
            self._changed = True
        return True

    def _add(self, index: Index, text: str) -> bool:
        text = one_line(text)
        if not text or index.column():
            return False
        add = N_("Add a feature")
        self._context.apply(add, lambda project: edits.add_features(project, [text]), self._key())
        self._changed = True
        return True

    def _key(self) -> str:
        return f"features cell {self._session}"

    def _why(self, cell: Cell, text: str) -> str:
        try:
            with_cell(self._project, *cell, text)
        except Refused as refused:
            return self._context.tr(refused.message, **refused.values)
        return ""

    def paste(self, index: Index, block: Block) -> Pasted:
        """Put a block of cells in, as one step; return what became of it."""
        found = pasted(self._project, index.row(), index.column(), block)
        if found.project is not self._project:
            row, column = index.row(), index.column()
            self._context.apply(N_("Paste cells"), lambda project: pasted(project, row, column, block).project)
        for cell in [(one.id, field) for one in self.features for field in FIELDS]:
            if cell in found.refused:
                self._refused[cell] = found.refused[cell]
        if found.refused:
            self.refused.emit()
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(FIELDS) - 1))
        return found

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.features) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited; in the empty row only the name."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        field = FIELDS[index.column()]
        writes = not self._context.document.read_only and (self.cell(index) is not None or field == "name")
        return found | Qt.ItemFlag.ItemIsEditable if writes else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a role asks of a cell."""
        cell, field, tr = self.cell(index), FIELDS[index.column()], self._context.tr
        wrong = cell in self._refused if cell else False
        colours = self._context.colours
        match role:
            case Qt.ItemDataRole.DisplayRole if cell is None:
                return tr("Type the next feature") if field == "name" else ""
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(cell) if cell else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return "\n".join([self._text(cell), *self._remarks(cell)]) if cell else ""
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(colours.error if wrong else colours.muted) if wrong or cell is None else None
            case Qt.ItemDataRole.DecorationRole if wrong:
                return icon("circle-alert", colours.error)
            case Qt.ItemDataRole.DecorationRole if cell and self._remarks(cell):
                return icon("triangle-alert", colours.warning)
            case Qt.ItemDataRole.ToolTipRole if cell:
                text = self._text(cell)
                told = [self._why(cell, text)] if wrong else [text, *self._remarks(cell)]
                return plain_tip("\n".join(told)) if text else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if field == "effort" else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _remarks(self, cell: Cell) -> list[str]:
        """Return what to look at in a row, told at its name."""
        return self.remarks.of(cell[0]) if cell[1] == "name" else []

    def _text(self, cell: Cell) -> str:
        if cell in self._refused:
            return self._refused[cell]
        feature = next(one for one in self.features if one.id == cell[0])
        return cell_text(self._project, feature, self._project.plan.item(cell[0]), cell[1])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, ANN401
        """Put a text into a cell."""
        return role == Qt.ItemDataRole.EditRole and self.write(index, str(value))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802, ANN401
        """Return a heading with its tip, or the number of a row."""
        if orientation is Qt.Orientation.Vertical:
            last = section >= len(self.features)
            return ("" if last else str(section + 1)) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._context.tr(HEADINGS[section])
        if role == Qt.ItemDataRole.ToolTipRole and (tip := TIPS.get(FIELDS[section])):
            return self._context.tr(tip)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.index(0, section).data(role)
        return None
