"""People × features as a table straight on the columns of a survey: nothing is kept per cell."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kano_app.analysis.flags import Flagged
from kano_app.domain.answer import Answer
from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.survey import Survey
from kano_app.i18n import Language
from kano_app.ui.widgets.chart_view import plain_tip
from kano_app.wording.answers import answer_name
from kano_app.wording.flags import flag_name, reason_name

Index = QModelIndex | QPersistentModelIndex
People = NDArray[np.intp]

_SINGLE = 64
"""Up to so many changed cells of a column are told one by one."""
_NOBODY: tuple[AnswerPair, ...] = ()


class AnswersModel(QAbstractTableModel):
    """The answers of one survey; ``rows`` chooses people, ``None`` is everybody."""

    def __init__(self, language: Language) -> None:
        """Show nobody."""
        super().__init__()
        self._language = language
        self._survey: Survey | None = None
        self.pairs: tuple[AnswerPair, ...] = _NOBODY
        self.rows: People | None = None
        self.flagged: Flagged | None = None
        self.out: dict[int, str] = {}
        """Who is left out, and why."""
        self._complete: list[int] = []

    # what is shown

    def put(self, survey: Survey, rows: People | None) -> None:
        """Show another version of the survey, telling only the cells that differ."""
        old, before = self._survey, self.rows
        same_rows = before is rows or (before is not None and rows is not None and np.array_equal(before, rows))
        pairs = survey.evidence.pairs if isinstance(survey.evidence, Answers) else _NOBODY
        ids = [one.id for one in survey.features]
        if old is None or [one.id for one in old.features] != ids or not same_rows or len(pairs) != len(self.pairs):
            self.beginResetModel()
            self._take(survey, pairs, rows)
            self.endResetModel()
            return
        people, now = old.respondents or 0, survey.respondents or 0
        if now > people and rows is None:
            self.beginInsertRows(QModelIndex(), people, now - 1)
            self._take(survey, pairs, rows)
            self.endInsertRows()
        elif now != people:
            self.beginResetModel()
            self._take(survey, pairs, rows)
            self.endResetModel()
        else:
            self._tell(old, survey, pairs)

    def _take(self, survey: Survey, pairs: tuple[AnswerPair, ...], rows: People | None) -> None:
        self._survey, self.rows = survey, rows
        self.out = {one.person: one.reason for one in survey.excluded}
        known = {id(pair): count for pair, count in zip(self.pairs, self._complete, strict=False)}
        self._complete = [known[id(pair)] if id(pair) in known else complete(pair) for pair in pairs]
        self.pairs = pairs

    def _tell(self, old: Survey, survey: Survey, pairs: tuple[AnswerPair, ...]) -> None:
        """Take over answers of the same people, and tell which cells and headings differ."""
        before, out = self.pairs, self.out
        self._take(survey, pairs, self.rows)
        for column, (one, other) in enumerate(zip(before, pairs, strict=True)):
            if one is not other:
                self._tell_column(column, one, other)
        if out != self.out and self.rowCount():
            for person in sorted(set(out) ^ set(self.out)):
                row = self.row_of(person)
                if row >= 0:
                    self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
                    self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        if [one.name for one in old.features] != [one.name for one in survey.features]:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _tell_column(self, column: int, one: AnswerPair, other: AnswerPair) -> None:
        different = np.flatnonzero((one.functional != other.functional) | (one.dysfunctional != other.dysfunctional))
        if len(different) > _SINGLE:
            self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))
            return
        for person in different.tolist():
            row = self.row_of(person)
            if row >= 0:
                self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def flag(self, flagged: Flagged | None) -> None:
        """Show what speaks against whom."""
        if flagged is not self.flagged:
            self.flagged = flagged
            if self.rowCount():
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    @property
    def answered(self) -> int:
        """How many pairs are complete of people who are counted."""
        out = list(self.out)
        return sum(self._complete) - (sum(complete(pair, out) for pair in self.pairs) if out else 0)

    def person(self, row: int) -> int:
        """Return who stands in a row, as a place among the people, from 0."""
        return row if self.rows is None else int(self.rows[row])

    def row_of(self, person: int) -> int:
        """Return the row of a person; −1 where the filter hides them."""
        if self.rows is None:
            return person
        row = int(np.searchsorted(self.rows, person))
        return row if row < len(self.rows) and self.rows[row] == person else -1

    def codes(self, row: int, column: int) -> tuple[int, int]:
        """Return the codes of a pair."""
        person, pair = self.person(row), self.pairs[column]
        return int(pair.functional[person]), int(pair.dysfunctional[person])

    def feature_name(self, column: int) -> str:
        """Return the name of the feature of a column."""
        return "" if self._survey is None else self._survey.features[column].name

    def reasons(self, person: int) -> list[str]:
        """Return what speaks against a person, and why they are left out."""
        language = self._language
        found = []
        if self.flagged is not None and person < len(self.flagged.complete):
            found = [flag_name(flag, language) for flag in self.flagged.of(person)]
        if person in self.out:
            reason = reason_name(self.out[person], language)
            found.append(language.gettext("left out: {reason}").format(reason=reason))
        return found

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Return the number of people shown."""
        if parent.isValid() or self._survey is None:
            return 0
        return (self._survey.respondents or 0) if self.rows is None else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of features."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the pair of a cell: "1 5"; in words where it is read aloud or hovered."""
        if role == Qt.ItemDataRole.DisplayRole:
            return pair_text(*self.codes(index.row(), index.column()))
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            told = self._words(index)
            return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def _words(self, index: Index) -> str:
        language = self._language
        functional, dysfunctional = self.codes(index.row(), index.column())
        return language.gettext(
            "Person {person}, {feature}\nwith it: {functional}\nwithout it: {dysfunctional}"
        ).format(
            person=self.person(index.row()) + 1,
            feature=self.feature_name(index.column()),
            functional=answer_name(Answer(functional), language),
            dysfunctional=answer_name(Answer(dysfunctional), language),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802, ANN401
        """Return the name of a feature, or the number of a person with what speaks against them."""
        if orientation is Qt.Orientation.Horizontal:
            name = self.feature_name(section)
            return name if role == Qt.ItemDataRole.DisplayRole else plain_tip(name) if role == _TIP else None
        person = self.person(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(person + 1)
        if role == _TIP:
            reasons = self.reasons(person)
            return plain_tip("\n".join(reasons)) if reasons else None
        return None


_TIP = Qt.ItemDataRole.ToolTipRole


def pair_text(functional: int, dysfunctional: int) -> str:
    """Return a pair in digits; a half that is missing is a dot, nothing at all is nothing."""
    if not functional and not dysfunctional:
        return ""
    return f"{functional or '·'} {dysfunctional or '·'}"


def complete(pair: AnswerPair, people: list[int] | slice = slice(None)) -> int:
    """Return how many of the people answered both halves."""
    one, other = pair.functional[people], pair.dysfunctional[people]
    return int(np.count_nonzero((one > 0) & (one < Answer.ABSTAINED) & (other > 0) & (other < Answer.ABSTAINED)))
