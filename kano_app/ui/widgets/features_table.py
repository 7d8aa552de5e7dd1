"""The table of features: typed into, pasted into, put in order by drag and by keys."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kano_app import entry
from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.models.features_model import FeaturesModel, Index
from kano_app.ui.widgets.features_cells import FIELDS
from kano_app.ui.widgets.features_clipboard import cells_of, text_of
from kano_app.ui.widgets.features_delegate import FeatureDelegate
from kano_app.ui.widgets.features_frame import frame_focus
from kano_app.ui.widgets.features_needs import NeedsPopup
from kano_app.ui.widgets.features_words import deleted_text, pasted_text
from kano_app.ui.widgets.field import changes

_ROW = 36
_WIDTHS = {"touchpoint": 100, "dimension": 132, "effort": 68, "owner": 104, "depends_on": 124}
_NARROW, _MOST_STRETCH = 884, 1.6
"""The width those are meant for, and how much wider they get in a wide window."""
_LEAST_NAME = 200
"""What names keep where another column lacks room."""
_NEEDS = FIELDS.index("depends_on")


class FeaturesTable(QTableView):
    """The features of the latest survey; every change is a step of the study."""

    chosen = Signal(str)
    """The id of the feature whose row is current; empty in the last row."""
    refused = Signal()
    """Somebody typed where nothing can be changed."""

    def __init__(self, context: Context) -> None:
        """Show the features of a context's study."""
        super().__init__()
        self._context = context
        self.setAccessibleName(context.tr("Features"))
        self.features = FeaturesModel(context)
        self.setModel(self.features)
        self._delegate = FeatureDelegate(context, self)
        self.setItemDelegate(self._delegate)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        # Long names begin alike.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # An input method may begin before there is a field.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._shape()
        frame_focus(self, context.colours)
        self.selectionModel().currentChanged.connect(self._told)
        self.features.modelReset.connect(self._told)
        self.features.modelReset.connect(lambda: self._share(self.viewport().width()))
        self._popup: NeedsPopup | None = None

    def _shape(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(56)
        # As far from the edge as the texts under them.
        across.setStyleSheet("QHeaderView::section { padding: 6px 9px; }")
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        down.setDefaultSectionSize(_ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumWidth(40)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setHighlightSections(False)
        down.setToolTip(self._context.tr("Drag a number to put its feature in another place (Alt+Up, Alt+Down)."))
        down.setSectionsMovable(not self._context.document.read_only)
        down.sectionMoved.connect(self._dropped)

    # selection

    def ids(self) -> list[str]:
        """Return the ids of the features in whose rows something is selected, in their order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self.features.features[row].id for row in rows if row < len(self.features.features)]

    def choose(self, feature: str, column: int = -1) -> None:
        """Make the row of a feature current."""
        column = max(self.currentIndex().column(), 0) if column < 0 else column
        places = {one.id: place for place, one in enumerate(self.features.features)}
        if feature in places and places[feature] != self.currentIndex().row():
            self.go_to(self.features.index(places[feature], column))

    def go_to(self, index: Index) -> None:
        """Make a cell current and the only one selected, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def select_rows(self, ids: list[str]) -> None:
        """Select the rows of features."""
        places = {one.id: place for place, one in enumerate(self.features.features)}
        flags = QItemSelectionModel.SelectionFlag
        current = self.features.index(places[ids[0]], max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(current, flags.ClearAndSelect)
        if len(ids) > 1:
            for feature in ids:
                self.selectionModel().select(self.features.index(places[feature], 0), flags.Select | flags.Rows)

    def _told(self, *_: object) -> None:
        cell = self.features.cell(self.currentIndex())
        self.chosen.emit(cell[0] if cell else "")

    # what can be done

    def add(self) -> None:
        """Go to the empty row and type a name."""
        index = self.features.index(self.features.rowCount() - 1, 0)
        self.setFocus()
        self.go_to(index)
        self.edit(index)

    def delete(self) -> None:
        """Delete the features of the selected rows, with a way back."""
        ids, context = self.ids(), self._context
        if not ids or context.document.read_only:
            return
        names = [one.name for one in self.features.features if one.id in ids]
        row, answers = self.currentIndex().row(), edits.answers_to(context.project, ids)
        if len(ids) == 1:
            context.apply(N_("Delete “{name}”"), lambda project: entry.remove_features(project, ids), name=names[0])
        else:
            count = context.language.number(len(ids))
            context.apply(N_("Delete {n} features"), lambda project: entry.remove_features(project, ids), n=count)
        told = deleted_text(names, answers, context)
        context.window.notify(told, "info", context.undo_of_this_step())
        self.go_to(self.features.index(max(min(row, len(self.features.features) - 1), 0), 0))

    def shift(self, by: int) -> None:
        """Put the selected features one place up (−1) or down (+1)."""
        ids = self.ids()
        if ids:
            self._context.apply(N_("Put features in order"), lambda project: edits.shift_features(project, ids, by))
            self.select_rows(ids)

    def _dropped(self, logical: int, _old: int, new: int) -> None:
        """Put a feature where its number was dragged; the header itself stays as it was."""
        header = self.verticalHeader()
        header.blockSignals(True)
        header.moveSection(new, logical)
        header.blockSignals(False)
        features = self.features.features
        if logical < len(features):
            feature, to = features[logical].id, min(new, len(features) - 1)
            # The header still holds the mouse.
            QTimer.singleShot(0, self, lambda: self._put(feature, to))

    def _put(self, feature: str, to: int) -> None:
        if self.features.features.index(next(one for one in self.features.features if one.id == feature)) != to:
            step = N_("Put features in order")
            self._context.apply(step, lambda project: edits.move_feature(project, feature, to))
        self.select_rows([feature])

    def copy(self) -> None:
        """Copy the selected cells for a spreadsheet; no text acts as a formula there."""
        QGuiApplication.clipboard().setText(text_of(self.selectedIndexes()))

    def paste(self) -> None:
        """Put the cells of the clipboard in, from the current cell on."""
        block, context = cells_of(QGuiApplication.clipboard().text()), self._context
        if not block or context.document.read_only:
            return
        index = self.currentIndex()
        if not index.isValid():
            index = self.features.index(self.features.rowCount() - 1, 0)
        before = context.project
        found = self.features.paste(index, block)
        told = pasted_text(found, context)
        if told:
            undo = context.undo_of_this_step() if context.project is not before else None
            is_doubtful = found.twice or found.left_over or (found.headings and found.headings.unknown)
            context.window.notify(told, "warning" if is_doubtful else "info", undo)

    def wipe(self) -> None:
        """Empty the selected cells; where names are among them the features are deleted."""
        indexes = [index for index in self.selectedIndexes() if self.features.cell(index)]
        if any(index.column() == 0 for index in indexes):
            self.delete()
            return
        left, right = (end(index.column() for index in indexes) for end in (min, max)) if indexes else (0, 0)
        top, bottom = (end(index.row() for index in indexes) for end in (min, max)) if indexes else (0, 0)
        if indexes:
            self.features.paste(self.features.index(top, left), [[""] * (right - left + 1)] * (bottom - top + 1))

    # Qt

    def edit(self, index: Index, trigger: Any = None, event: QEvent | None = None) -> Any:  # noqa: ANN401 - Qt has two of this name
        """Begin to edit a cell; dependencies are chosen from a list."""
        if trigger is None:
            super().edit(index)
            return None
        starts = bool(trigger & self.editTriggers()) and (
            not isinstance(event, QKeyEvent) or bool(event.text().strip()) or event.key() == Qt.Key.Key_F2
        )
        if index.column() == _NEEDS and self.features.cell(index):
            if starts:
                self.choose_needs(index)
            return False
        return super().edit(index, trigger, event)  # type: ignore[arg-type] # Qt gives none for some triggers

    def choose_needs(self, index: Index) -> None:
        """Show the list of features a feature may depend on, under its cell."""
        cell = self.features.cell(index)
        if cell is None or self._context.document.read_only:
            return
        place = self.visualRect(index)
        self._popup = NeedsPopup(self._context, cell[0], self)
        self._popup.open_at(self.viewport().mapToGlobal(QPoint(place.left(), place.bottom())), place.width())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to edit with what an input method commits; Qt itself hands on only what is still being composed."""
        index, committed = self.currentIndex(), event.commitString()
        begins = bool(committed) and not event.preeditString() and self.indexWidget(index) is None
        super().inputMethodEvent(event)
        field = self.indexWidget(index)
        if begins and field is not None:
            handed = QInputMethodEvent("", [])
            handed.setCommitString(committed)
            QCoreApplication.sendEvent(field, handed)
            event.accept()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Search nothing: what is typed is a text."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share a wide window among the columns."""
        self._share(event.size().width())
        super().resizeEvent(event)

    def _share(self, room: int) -> None:
        """Give every column its width; what one does not need goes to those whose texts would be cut."""
        stretch = min(max(room / _NARROW, 1), _MOST_STRETCH)
        widths = {field: round(base * (1 if field == "effort" else stretch)) for field, base in _WIDTHS.items()}
        widths["name"] = room - sum(widths.values())
        needs = {field: self._needed(column) for column, field in enumerate(FIELDS) if field != "effort"}
        needs["name"] = max(needs["name"], _LEAST_NAME)
        kept = dict(needs)
        if 2 * sum(bool(self.features.index(row, _NEEDS).data()) for row in range(self.features.rowCount())) < len(
            self.features.features
        ):
            kept["depends_on"] = self.horizontalHeader().sectionSizeHint(_NEEDS)
        for field in sorted(needs, key=lambda one: needs[one] - widths[one]):
            spare = {one: max(widths[one] - kept[one], 0) for one in kept if one != field}
            left = sum(spare.values())
            lack = min(needs[field] - widths[field], left)
            if lack > 0:
                widths[field] += lack
                for giver, some in spare.items():
                    widths[giver] -= round(some * lack / left)
        for column, field in enumerate(FIELDS):
            if field in _WIDTHS:
                self.setColumnWidth(column, widths[field])

    def _needed(self, column: int) -> int:
        """Return the width of the longest text that is seen in a column, and of its heading."""
        return max(self.sizeHintForColumn(column) + 2, self.horizontalHeader().sectionSizeHint(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer the keys of a table and of a list that can be put in order."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self._context.document.read_only and changes(event):
            self.refused.emit()
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.wipe()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().column() == _NEEDS:
                self.choose_needs(self.currentIndex())
            else:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
