"""A pair made by hand of two columns that nobody uses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kano_app.domain.mapping import MappedColumn, Role
from kano_app.ui.context import Context
from kano_app.ui.importing.choice import Choice, Told
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.words import column_name, name_in, shown
from kano_app.ui.widgets.card import GAP, button, row

_FREE = (Role.LEFT_OUT, Role.TRAIT)
_NEVER = {"empty", "identity"}


class Adding(QWidget):
    """Two columns and a name that become a pair."""

    closed = Signal()

    def __init__(self, context: Context, draft: Draft) -> None:
        """Offer the columns of a draft."""
        super().__init__()
        self._draft = draft
        tr = context.tr
        self.functional = Choice(tr("With the feature"), [], lambda _: self._propose())
        self.dysfunctional = Choice(tr("Without it"), [], lambda _: self._enable())
        self.feature = QLineEdit()
        self.feature.setAccessibleName(tr("Name of the feature"))
        self.feature.textChanged.connect(self._enable)
        self.feature.returnPressed.connect(self._add)
        self.confirm = button(tr("Add"), self._add)
        self.cancel = button(tr("Cancel"), self._close)
        told = Told()
        told.add(tr("With"), self.functional)
        told.add(tr("Without"), self.dysfunctional)
        told.add(tr("Feature"), self.feature)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(told)
        layout.addWidget(row(self.confirm, self.cancel, None))

    def free(self) -> list[MappedColumn]:
        """Return the columns that could be halves, those with answers first."""
        mapping = self._draft.mapping
        answered = set(self._draft.step.examined.unused(mapping))
        found = [one for one in mapping.of(*_FREE) if one.reason not in _NEVER]
        return sorted(found, key=lambda one: (one.position not in answered, one.position))

    def open(self) -> None:
        """Offer what is free now."""
        columns = self.free()
        for at, choice in enumerate((self.functional, self.dysfunctional)):
            choice.offer([(column_name(one.position, one.heading), one.position) for one in columns])
            choice.setCurrentIndex(min(at, len(columns) - 1))
        self._propose()
        self.show()
        self.functional.setFocus()

    def follow(self) -> None:
        """Close where the columns were given away."""
        free = {one.position for one in self.free()}
        if not self.isHidden() and not set(self.functional.offered()) <= free:
            self.hide()

    def _propose(self) -> None:
        chosen = self.functional.value
        heading = next((one.heading for one in self.free() if one.position == chosen), "")
        self.feature.setText(self._draft.mapping.free_name(shown(name_in(heading))))
        self._enable()

    def _enable(self, *_: object) -> None:
        name = self.feature.text().strip()
        apart = self.functional.value != self.dysfunctional.value
        self.confirm.setEnabled(apart and bool(name) and name not in self._draft.mapping.features)

    def _add(self) -> None:
        if not self.confirm.isEnabled():
            return
        self.hide()
        name = self.feature.text().strip()
        self._draft.correct(self._draft.mapping.with_pair(name, self.functional.value, self.dysfunctional.value))
        self.closed.emit()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
