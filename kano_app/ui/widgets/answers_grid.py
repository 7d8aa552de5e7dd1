"""The grid of answers: two digits fill a pair and move on; every pair is a step of the study."""

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kano_app.domain import edits
from kano_app.domain.answer import Answer
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.models.answers_model import AnswersModel
from kano_app.ui.widgets.answers_copy import sheet_lines
from kano_app.ui.widgets.answers_paint import NameHeader, PairDelegate, PersonHeader
from kano_app.ui.widgets.features_frame import frame_focus
from kano_app.ui.widgets.field import changes

_ROW = 30
_NARROWEST, _WIDEST = 76, 132

_DIGITS = ("0", "1", "2", "3", "4", "5", "6")

Place = tuple[int, int]
"""A person and a column."""


class AnswersGrid(QTableView):
    """People × features of one survey."""

    asked_for_person = Signal()
    """Insert was pressed."""
    ended = Signal()
    """The last pair of the last person was typed."""
    wrong_key = Signal(str)
    """What was typed that means nothing here; empty once something that does was pressed."""
    refused = Signal()
    """Somebody typed where nothing can be changed."""

    def __init__(self, context: Context) -> None:
        """Show nobody yet."""
        super().__init__()
        self._context = context
        self.writable = True
        self.answers = AnswersModel(context.language)
        self.pairs = PairDelegate(context, self.answers, self)
        self._names = NameHeader(context, self)
        self.setHorizontalHeader(self._names)
        self.setVerticalHeader(PersonHeader(context, self))
        self.setModel(self.answers)
        self.setItemDelegate(self.pairs)
        self.setAccessibleName(context.tr("Answers"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(True)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self._session, self._before = 0, (0, 0)
        self._over: Place | None = None
        """The last pair of all, once it has been filled."""
        self.selectionModel().currentChanged.connect(lambda *_: self._leave())
        self.answers.modelReset.connect(self._share)
        self.answers.headerDataChanged.connect(self._renamed)
        frame_focus(self, context.colours)

    # where somebody is

    @property
    def place(self) -> Place | None:
        """Person and column of the current cell."""
        index = self.currentIndex()
        return (self.answers.person(index.row()), index.column()) if index.isValid() else None

    def go_to(self, person: int, column: int) -> bool:
        """Make a cell current and show it; return whether the person is among those shown."""
        row = self.answers.row_of(person) if person >= 0 else -1
        if not 0 <= row < self.answers.rowCount() or not 0 <= column < self.answers.columnCount():
            return False
        index = self.answers.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def chosen(self) -> list[int]:
        """Return the people in whose rows something is selected."""
        return [self.answers.person(row) for row in self._spans()[0]]

    def _spans(self) -> tuple[list[int], list[int]]:
        """Return the rows and the columns in which something is selected."""
        rows: set[int] = set()
        columns: set[int] = set()
        for part in self._parts():
            rows.update(range(part.top(), part.bottom() + 1))
            columns.update(range(part.left(), part.right() + 1))
        return sorted(rows), sorted(columns)

    def _parts(self) -> Iterator[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return (selection.at(place) for place in range(selection.count()))

    # typing

    def type_digit(self, digit: int) -> None:
        """Fill the next half of the current pair; both filled, go on to the next pair."""
        if self._over is not None and self._over == self.place:
            self.asked_for_person.emit()  # typing on after the last pair is the next person, never the last one again
        self._over = None
        place = self.place
        if place is None:
            return
        if self.pairs.half == place:
            functional, _ = self.answers.codes(self.currentIndex().row(), place[1])
            self._give(place, (functional, digit))
            self._wait_for(None)
            self._go_on()
            return
        self._session += 1
        self._before = self.answers.codes(self.currentIndex().row(), place[1])
        self._give(place, (digit, 0))
        self._wait_for(place)

    def take_back(self) -> None:
        """Take the last digit back: the first of this pair, or the second of the one before."""
        place = self.place
        if place is None:
            return
        if self.pairs.half == place:
            self._wait_for(None)
            self._give(place, self._before)
            return
        index = self.currentIndex()
        if self._over is not None and self._over == place:  # the last pair of all was filled and is current still
            row, column = index.row(), index.column()
        else:
            row, column = (index.row(), index.column() - 1) if index.column() else (index.row() - 1, self._last_column)
        self._over = None
        if row < 0:
            return
        self.go_to(self.answers.person(row), column)
        functional, dysfunctional = self.answers.codes(row, column)
        if functional and dysfunctional:
            self._session += 1
            self._before = (0, 0)
            self._give((self.answers.person(row), column), (functional, 0))
            self._wait_for((self.answers.person(row), column))

    def clear_answers(self) -> None:
        """Take the answers of all selected cells back, in one step."""
        self._wait_for(None)
        given = {
            (self.answers.person(index.row()), index.column()): (0, 0)
            for part in self._parts()
            for index in part.indexes()
            if any(self.answers.codes(index.row(), index.column()))
        }
        if given:
            self._context.apply(N_("Clear answers"), lambda project: edits.answer(project, given))

    def _give(self, place: Place, codes: tuple[int, int]) -> None:
        if self.answers.codes(self.answers.row_of(place[0]), place[1]) != codes:
            self._context.apply(
                N_("Answer of person {person} to “{name}”"),
                lambda project: edits.answer(project, {place: codes}),
                f"answer {self._session}",
                person=str(place[0] + 1),
                name=self.answers.feature_name(place[1]),
            )

    def _go_on(self) -> None:
        index = self.currentIndex()
        if index.column() < self._last_column:
            self.go_to(self.answers.person(index.row()), index.column() + 1)
        elif index.row() + 1 < self.answers.rowCount():
            self.go_to(self.answers.person(index.row() + 1), 0)
        else:
            self._over = self.place
            self.ended.emit()

    @property
    def _last_column(self) -> int:
        return self.answers.columnCount() - 1

    def _wait_for(self, place: Place | None) -> None:
        """Show that the second digit of a pair is awaited."""
        self.pairs.half = place
        self.update(self.currentIndex())

    def _leave(self) -> None:
        if self.pairs.half is not None and self.pairs.half != self.place:
            self.pairs.half = None
            self.viewport().update()

    # copying

    def copy(self) -> None:
        """Copy the selected part with its headings, a half a column, so that it can be imported again."""
        rows, columns = self._spans()
        features = self._context.project.survey.features if self.writable else ()
        lines = sheet_lines(self.answers, rows, columns, features)
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    # Qt

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Search nothing by typed letters: the people have no names."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer digits and the keys around them."""
        commands = (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        typed = "" if event.modifiers() & commands else unicodedata.normalize("NFKC", event.text())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not self.writable:
            if changes(event):
                self.refused.emit()
            else:
                super().keyPressEvent(event)
        elif typed.isprintable() and typed.strip() and typed not in _DIGITS:
            self.wrong_key.emit(typed)
        else:
            self.wrong_key.emit("")
            self._answer(event, typed)

    def _answer(self, event: QKeyEvent, typed: str) -> None:
        if typed and typed in _DIGITS[1:]:
            self.type_digit(int(typed))
        elif event.key() == Qt.Key.Key_Delete or typed == "0":
            self.clear_answers()
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() == Qt.Key.Key_Insert:
            self.asked_for_person.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    def _renamed(self, orientation: Qt.Orientation) -> None:
        if orientation is Qt.Orientation.Horizontal:
            self._share()

    def _share(self) -> None:
        columns = max(self.answers.columnCount(), 1)
        width = min(max(self.viewport().width() // columns, _NARROWEST), _WIDEST)
        if width != self.horizontalHeader().defaultSectionSize():
            self.horizontalHeader().setDefaultSectionSize(width)
        self._names.fit([self.answers.feature_name(column) for column in range(self.answers.columnCount())])


ANSWERS = (Answer.LIKE, Answer.EXPECT, Answer.NEUTRAL, Answer.TOLERATE, Answer.DISLIKE, Answer.ABSTAINED)
"""The answers in the order of their digits."""
