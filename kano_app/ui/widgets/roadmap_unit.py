"""In what efforts are counted: days, weeks, points, or a short word of the team's own."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox

from kano_app.domain import edits
from kano_app.domain.settings import EFFORT_UNITS, LONGEST_UNIT, is_unit
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.wording.effort import unit_name


class UnitChoice(QComboBox):
    """A list with the usual units, in which another word can be typed."""

    def __init__(self, context: Context) -> None:
        """Make it as the study has it."""
        super().__init__()
        self._context = context
        self._names = {unit_name(one, context.language): one for one in EFFORT_UNITS}
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaximumWidth(120)
        self.setAccessibleName(context.tr("Unit of effort"))
        self.setToolTip(context.tr("In what efforts and capacities are counted; a short word can be typed."))
        self.addItems(list(self._names))
        line = self.lineEdit()
        assert line is not None  # noqa: S101 - it is editable
        line.setMaxLength(LONGEST_UNIT)
        self.line = line
        self.activated.connect(lambda _: self._choose())
        line.editingFinished.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says; a word that is being typed stays."""
        if not self.line.hasFocus():
            self._show()
        self.setEnabled(not self._context.document.read_only)

    def _show(self) -> None:
        name = unit_name(self._context.project.planning.effort_unit, self._context.language)
        if self.currentText() != name:
            self.setEditText(name)

    def _choose(self) -> None:
        text = self.currentText().strip()
        unit = self._names.get(text, text)
        if is_unit(unit) and unit != self._context.project.planning.effort_unit:
            self._context.apply(
                N_("Change the unit of effort"),
                lambda project: edits.choose_planning(project, replace(project.planning, effort_unit=unit)),
            )
        self._show()
