"""The sheet over the page Answers: the file at the left, how it was read at the right, nothing taken before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kano_app.domain.problem import Code, Problem
from kano_app.ui.context import Context
from kano_app.ui.importing.answers_part import AnswersPart
from kano_app.ui.importing.codes_part import CodesPart
from kano_app.ui.importing.columns_part import ColumnsPart
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.file_view import FileView
from kano_app.ui.importing.head_line import HeadLine
from kano_app.ui.importing.how_part import HowPart
from kano_app.ui.importing.pairs_part import PairsPart
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.problems_part import ProblemsPart
from kano_app.ui.widgets.card import GAP, Card, label
from kano_app.ui.widgets.results_veil import Veil

if TYPE_CHECKING:
    from kano_app.importers import FoundAnswer

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_LEAST_RIGHT, _LEAST_LEFT = 400, 300


class Sheet(QDialog):
    """A dialog without a window of its own: it stands where pages stand."""

    topic = "importing"
    """Of the help for it."""

    confirmed = Signal()

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show a draft."""
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context, self.draft = context, draft
        self.setAccessibleName(context.tr("Import {file}", file=draft.name))
        self.head = HeadLine(context, draft, self._confirm, self.reject)
        self.file = FileView(context, draft)
        self.how = HowPart(context, draft)
        self.answers = AnswersPart(context, draft)
        self.codes = CodesPart(context, draft)
        self.pairs = PairsPart(context, draft)
        self.columns = ColumnsPart(context, draft)
        self.problems = ProblemsPart(context, draft)
        self.right = self._column(self._ordered())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(2 * GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self.right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([620, 440])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self.head)
        whole.addWidget(split, 1)
        self.problems.chosen.connect(self._go_to)
        self._veil = Veil(self.right, context.colours.ground)
        draft.changed.connect(self._follow)
        draft.ready.connect(self._follow)
        for one in self.findChildren(QPushButton):
            one.setAutoDefault(False)
        for part in self._ordered():
            # Not before they stand somewhere: what is shown without a place is a window of its own.
            part.follow()
            part.refresh()
        QTimer.singleShot(0, self, self.focus)

    def focus(self) -> None:
        """Give the focus to what is to be done first: the import where nothing is in its way, else the file."""
        if self.head.confirm.isEnabled():
            self.head.confirm.setFocus()
        elif self.answers.order.isVisible():
            self.answers.order.setFocus()
        else:
            self.file.setFocus()

    def _left(self) -> QWidget:
        card = Card(self.context.tr("The file"))
        card.setMinimumWidth(_LEAST_LEFT)
        hint = label(
            self.context.tr(
                "Click the heading of a column or the number of a row, or press the space bar, to correct it."
            ),
            "muted",
            wrap=True,
        )
        card.body.addWidget(hint)
        card.body.addWidget(self.file, 1)
        grid = self.draft.step.examined.head.grid
        shown = len(grid.head)
        from kano_app.importers.readers.grid import HEAD_RECORDS  # noqa: PLC0415 - heavy libraries wait

        if shown >= HEAD_RECORDS:
            told = self.context.tr("The first {n} rows; all are read.", n=self.context.language.number(shown))
            card.body.addWidget(label(told, "muted"))
        return card

    def _ordered(self) -> list[Part]:
        """Return the cards at the right, doubtful answers before the pairs and known ones after them."""
        found = self.draft.step.examined.answers(self.draft.mapping)
        refused = self.draft.reading.refused
        if refused is not None and refused.code in {Code.ANSWERS_UNKNOWN, Code.CODES_FROM_ZERO}:
            return [self.answers, self.how, self.codes, self.pairs, self.columns, self.problems]
        doubtful = any(_is_unknown(one) for one in found)
        middle = (self.answers, self.pairs) if doubtful else (self.pairs, self.answers)
        return [self.how, self.codes, *middle, self.columns, self.problems]

    def _column(self, parts: list[Part]) -> QScrollArea:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(2 * GAP)
        for one in parts:
            layout.addWidget(one)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(_LEAST_RIGHT)
        area.setWidget(inside)
        return area

    def _follow(self) -> None:
        self._veil.lie(self.draft.is_stale)

    def _go_to(self, problem: Problem) -> None:
        head = self.draft.step.examined.head
        column = next((at for at in range(len(head.headings)) if head.name(at) == problem.column), None)
        self.file.go_to(None if problem.row is None else problem.row - 1, column)

    def _confirm(self) -> None:
        if self.head.confirm.isEnabled():
            self.confirmed.emit()

    # keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys of undo and redo: here they take corrections back, not steps of the study."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and (event.matches(_UNDO) or event.matches(_REDO)):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Undo, redo; Enter presses the button that has the focus and nothing else."""
        if event.matches(_UNDO):
            self.draft.undo()
        elif event.matches(_REDO):
            self.draft.redo()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)


def _is_unknown(found: "FoundAnswer") -> bool:
    return found.answer is None and found.code is None
