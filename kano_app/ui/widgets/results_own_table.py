"""The evaluation table of the user's own: twenty-five cells to choose, and what looks unusual in them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from kano_app.analysis.own_table import table_problems
from kano_app.charts.palette import mark
from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import BY_LETTER
from kano_app.domain.evaluation_table import BERGER, EvaluationTable
from kano_app.domain.project import Project
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label, row
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.marks import mark_pixmap
from kano_app.ui.widgets.results_choices import choose, settings_of
from kano_app.wording.answers import answer_name
from kano_app.wording.categories import category_name
from kano_app.wording.problems import message

_LETTERS = "MPAIRQ"
_LONGEST_NAME = 60


class OwnTable(Card):
    """Every change of a cell is a step that can be undone, and the results follow at once."""

    def __init__(self, context: Context, close: Callable[[], None]) -> None:
        """Show the table of the study; ``close`` puts the card away."""
        super().__init__(context.tr("Own evaluation table"))
        self._context = context
        tr, words = context.tr, context.language
        answers = [answer_name(answer, words) for answer in Answer if 1 <= answer <= LEVELS]
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.addWidget(label(tr("with it ↓  without it →"), "muted"), 0, 0)
        self.cells: dict[tuple[int, int], QComboBox] = {}
        for place, name in enumerate(answers):
            grid.addWidget(label(name, "muted"), 0, place + 1, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(label(name, "muted"), place + 1, 0, Qt.AlignmentFlag.AlignRight)
        for f in range(LEVELS):
            for d in range(LEVELS):
                cell = self._cell(tr("with it: {f}, without it: {d}", f=answers[f], d=answers[d]))
                cell.activated.connect(lambda which, f=f, d=d: self._set(f, d, _LETTERS[which]))
                self.cells[f, d] = cell
                grid.addWidget(cell, f + 1, d + 1)
        self.name = Field()
        self.name.setAccessibleName(tr("Name of the table"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setMaximumWidth(240)
        self.name.textEdited.connect(self._rename)
        self.hints = label("", "warning", wrap=True)
        self.fine = label(tr("Corners and mirrored cells are as in every published table."), "muted", wrap=True)
        start = button(
            tr("Start from Berger’s"),
            lambda: choose(context, N_("Fill the own table as Berger’s"), table=self._table(BERGER.rows)),
        )
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(row(label(tr("Name"), "muted"), self.name, start, None))
        column.addWidget(row(button(tr("Hide the table"), close), None))
        column.addWidget(self.hints)
        column.addWidget(self.fine)
        column.addStretch(1)
        left = QWidget()
        left.setLayout(grid)
        line = row(left, spacing=3 * GAP)
        layout = line.layout()
        assert layout is not None  # noqa: S101 - a row has one
        layout.addWidget(right)
        line.layout().setStretch(1, 1)  # type: ignore[union-attr] # a box layout
        self.body.addWidget(line)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(close)
        context.document.changed.connect(self._follow)
        self.show_table()

    def show_table(self) -> None:
        """Show what the project says."""
        table = settings_of(self._context).table
        for (f, d), cell in self.cells.items():
            cell.setCurrentIndex(_LETTERS.index(table.category(f + 1, d + 1).letter))
        if self.name.text() != table.name:
            self.name.setText(table.name)
        told = [message(one, self._context.language) for one in table_problems(table)]
        self.hints.setText("\n".join(told))
        self.hints.setVisible(bool(told))
        self.fine.setVisible(not told)

    def _cell(self, name: str) -> QComboBox:
        cell = QComboBox()
        cell.setAccessibleName(name)
        cell.setFixedWidth(76)
        for letter in _LETTERS:
            category = BY_LETTER[letter]
            cell.addItem(mark_pixmap(mark(category), 12, 2.0), letter)
            tip = category_name(category, self._context.language)
            cell.setItemData(cell.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        return cell

    def _set(self, f: int, d: int, letter: str) -> None:
        rows = list(settings_of(self._context).table.rows)
        rows[f] = rows[f][:d] + letter + rows[f][d + 1 :]
        choose(self._context, N_("Change a cell of the evaluation table"), table=self._table(tuple(rows)))

    def _rename(self, name: str) -> None:
        table = settings_of(self._context).table
        if name.strip() and table.name != name:
            renamed = EvaluationTable(name, table.rows)
            choose(self._context, N_("Rename the evaluation table"), "table-name", table=renamed)

    def _table(self, rows: tuple[str, ...]) -> EvaluationTable:
        return EvaluationTable(settings_of(self._context).table.name, rows)

    def _follow(self, old: Project, new: Project) -> None:
        if old.analysis.table != new.analysis.table:
            self.show_table()
