"""The fields in which cells of the features are edited: what is typed is stored at once, Escape takes it back."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kano_app.ui.context import Context
from kano_app.ui.models.features_model import FeaturesModel, Index
from kano_app.ui.widgets.features_cells import FIELDS
from kano_app.ui.widgets.features_frame import draw_frame


class FeatureDelegate(QStyledItemDelegate):
    """Makes and reads the fields."""

    def __init__(self, context: Context, view: Any) -> None:  # noqa: ANN401 - the table, which imports this module
        """Serve a table."""
        super().__init__(view)
        self._context, self._view = context, view
        self._live = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002, N802 - Qt's signature
        """Return a field over a cell."""
        self._features.begin()
        field = QLineEdit(parent)
        name = FIELDS[index.column()]
        field.setAccessibleName(str(self._features.headerData(index.column(), Qt.Orientation.Horizontal)))
        field.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {self._context.colours.accent}; border-radius: 0;"
            " padding: 0 5px; min-height: 0; }"
        )
        field.textEdited.connect(lambda: self._commit(field))
        known = self._known(name)
        if known:
            completer = QCompleter(known, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(lambda text: self._take(field, text))
            field.setCompleter(completer)
        return field

    @property
    def _features(self) -> FeaturesModel:
        return self._view.features  # type: ignore[no-any-return] # see __init__

    def _known(self, name: str) -> list[str]:
        """Return texts to offer: those in use, and the dimensions of SERVQUAL."""
        tr, project = self._context.tr, self._context.project
        features = project.survey.features
        match name:
            case "dimension":
                offered = [
                    tr("tangibles"), tr("reliability"), tr("responsiveness"), tr("assurance"), tr("empathy")
                ]  # fmt: skip
                return list(dict.fromkeys([*offered, *(one.dimension for one in features if one.dimension)]))
            case "touchpoint":
                return list(dict.fromkeys(one.touchpoint for one in features if one.touchpoint))
            case "owner":
                return list(dict.fromkeys(item.owner for item in project.plan.items if item.owner))
        return []

    def _take(self, field: QLineEdit, text: str) -> None:
        """Take over an offered text."""
        field.setText(text)
        field.setModified(True)
        self._commit(field)

    def _commit(self, field: QWidget) -> None:
        self._live = True
        self.commitData.emit(field)
        self._live = False

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Fill the field; its cursor stays where it is while it says the same."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit) and not editor.isModified() and editor.text() != text:
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: ANN401, N802
        """Store what stands in the field."""
        del model
        if isinstance(editor, QLineEdit):
            cell = self._features.cell(index)
            if self._live or editor.isModified():
                self._features.write(index, editor.text(), live=self._live)
            if not self._live:
                self._features.settle(cell)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Put a mark behind the text, so that names stay in line."""
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        # Else a selected cell would pale it.
        if not option.icon.isNull():
            mark = option.icon.pixmap(option.decorationSize, self._view.devicePixelRatioF())
            option.icon = QIcon(mark)
            option.icon.addPixmap(mark, QIcon.Mode.Selected)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, the current one with a frame."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_frame(painter, option.rect, self._context.colours)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002, N802
        """Lay the field over its cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take back by Escape; go on to the row below by Enter."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            completer = editor.completer()
            popup = completer.popup() if completer is not None else None
            listed = popup is not None and popup.isVisible()
            if event.key() == Qt.Key.Key_Escape and not listed:
                self._features.take_back()
                editor.setModified(False)
            elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not listed:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                index = self._view.currentIndex()
                self._view.go_to(index.siblingAtRow(min(index.row() + 1, self._features.rowCount() - 1)))
                return True
            elif event.key() == Qt.Key.Key_Down and completer is not None and not listed:
                completer.setCompletionPrefix("")
                completer.complete()
                return True
        return super().eventFilter(editor, event)
