"""The questions about the person: a row each, with the answers to choose from."""

import re
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from kano_app.domain import edits
from kano_app.domain.questionnaire import TraitQuestion
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button, label, row
from kano_app.ui.widgets.tips import plain_tip

_QUESTION, _CHOICES = 0, 1
_ROW = 32
_MOST_ROWS = 4
_DIVIDER = " | "


class Traits(Card):
    """A table of the questions, and the buttons that add and remove one."""

    def __init__(self, context: Context) -> None:
        """Show what the study asks."""
        super().__init__()
        self._context = context
        tr = context.tr
        self.table = _Table(self)
        self.table.setHorizontalHeaderLabels([tr("Question"), tr("Answers to choose from")])
        self.table.setAccessibleName(tr("Questions about the person"))
        self.table.itemChanged.connect(self._typed)
        self.table.itemSelectionChanged.connect(self._enable)
        self.add = button(tr("Add a question"), self._add)
        self.remove = button(tr("Remove"), self.remove_chosen)
        for one in (self.add, self.remove):
            one.setAutoDefault(False)
        self.told = label(
            tr("Put | between the answers. Without answers there is a line to write on."), "muted", wrap=True
        )
        self.body.addWidget(label(tr("Questions about the person"), "heading"))
        for widget in (self.table, self.told, row(self.add, self.remove, None)):
            self.body.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says, without touching what is being typed."""
        traits = self._context.project.questionnaire.traits
        self.table.blockSignals(True)
        self.table.setRowCount(len(traits))
        for at, trait in enumerate(traits):
            for column, text in ((_QUESTION, trait.question or trait.name), (_CHOICES, _DIVIDER.join(trait.choices))):
                item = self.table.item(at, column)
                if item is None:
                    self.table.setItem(at, column, QTableWidgetItem(text))
                elif item.text() != text:
                    item.setText(text)
                self.table.item(at, column).setToolTip(plain_tip(text))  # type: ignore[union-attr] # made above
        self.table.blockSignals(False)
        self.table.setVisible(bool(traits))
        self.told.setVisible(bool(traits))
        self.table.updateGeometry()
        self._enable()

    def remove_chosen(self) -> None:
        """Remove the question of the current row."""
        at = self.table.currentRow()
        if at >= 0 and not self._context.document.read_only:
            self._context.apply(
                N_("Remove a question about the person"), lambda project: edits.remove_trait_question(project, at)
            )

    def _add(self) -> None:
        at = len(self._context.project.questionnaire.traits)
        self._context.apply(
            N_("Add a question about the person"),
            lambda project: edits.add_trait_question(project, TraitQuestion("")),
        )
        self.table.setFocus()
        self.table.setCurrentCell(at, _QUESTION)
        self.edit()

    def edit(self) -> None:
        """Type into the current cell; the key that ends the typing comes here too, and does not begin it again."""
        item = self.table.currentItem()
        is_typing = self.table.state() is QAbstractItemView.State.EditingState
        if item is not None and not is_typing and not self._context.document.read_only:
            self.table.editItem(item)

    def _typed(self, item: QTableWidgetItem) -> None:
        at, text = item.row(), item.text()
        old = self._context.project.questionnaire.traits[at]
        if item.column() == _CHOICES:
            parts = (" ".join(part.split()) for part in re.split(r"[|｜]", text))
            new = replace(old, choices=tuple(dict.fromkeys(part for part in parts if part)))
        elif old.question and old.name != old.question:
            new = replace(old, question=text.strip())
        else:
            new = replace(old, name=text.strip(), question="")
        if new == old:
            self.refresh()
            return
        self._context.apply(
            N_("Change a question about the person"), lambda project: edits.change_trait_question(project, at, new)
        )

    def _enable(self) -> None:
        writes = not self._context.document.read_only
        self.add.setEnabled(writes)
        self.remove.setEnabled(writes and self.table.currentRow() >= 0)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.SelectedClicked
            if writes
            else triggers.NoEditTriggers
        )


class _Table(QTableWidget):
    """As high as its rows, up to a few."""

    def __init__(self, traits: Traits) -> None:
        super().__init__(0, 2)
        self._traits = traits
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the rows."""
        rows = min(max(self.rowCount(), 1), _MOST_ROWS)
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows * _ROW + 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same room: less would hide the rows."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Remove the row with the key that deletes; Enter types into the cell."""
        if event.key() == Qt.Key.Key_Delete:
            self._traits.remove_chosen()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._traits.edit()
        else:
            super().keyPressEvent(event)
