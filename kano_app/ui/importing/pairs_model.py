"""The pairs as a table: name of the feature, its columns, and how sure it is that they belong together."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from kano_app.domain.mapping import Confidence, MappedColumn, Mapping, Role
from kano_app.ui.context import Context
from kano_app.ui.importing.file_model import Index
from kano_app.ui.importing.words import letters, shown
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.literal import visible
from kano_app.wording.mapping import confidence_name, pair_reason

FEATURE, WITH, WITHOUT, IMPORTANCE, SURE = range(5)
ROLES = {WITH: Role.FUNCTIONAL, WITHOUT: Role.DYSFUNCTIONAL, IMPORTANCE: Role.IMPORTANCE}


@dataclass(frozen=True, slots=True)
class Pair:
    """One feature and its columns."""

    feature: str
    columns: tuple[MappedColumn | None, MappedColumn | None, MappedColumn | None]
    """With it, without it, its importance."""

    @property
    def is_whole(self) -> bool:
        """Whether both halves are there."""
        return self.columns[0] is not None and self.columns[1] is not None

    @property
    def confidence(self) -> Confidence | None:
        """How sure it is; ``None`` where a half is missing."""
        halves = [one for one in self.columns[:2] if one is not None]
        return (halves[0].confidence or Confidence.SURE) if len(halves) == 2 else None

    @property
    def reason(self) -> str:
        """Why they belong together."""
        return next((one.reason for one in self.columns[:2] if one is not None and one.reason), "")


def pairs_of(mapping: Mapping) -> list[Pair]:
    """Return the features of a wide table, those to be looked at first."""
    order = {None: 0, Confidence.GUESS: 1, Confidence.LIKELY: 2, Confidence.SURE: 3}
    by_role = {(one.role, one.feature): one for one in reversed(mapping.columns) if one.role in ROLES.values()}
    found = [
        Pair(feature, tuple(by_role.get((role, feature)) for role in ROLES.values()))  # type: ignore[arg-type]
        for feature in mapping.features
    ]
    return sorted(found, key=lambda pair: order[pair.confidence])


class PairsModel(QAbstractTableModel):
    """The pairs of a mapping; the names can be changed."""

    renamed = Signal(str, str)

    def __init__(self, context: Context) -> None:
        """Show none."""
        super().__init__()
        self._context = context
        self.pairs: list[Pair] = []
        self._usual = ""

    def is_tall(self, pair: Pair) -> bool:
        """Return whether it is said under the name why the columns belong together: where that is a reason to look."""
        if pair.confidence in {None, Confidence.GUESS}:
            return True
        return pair.confidence is Confidence.LIKELY and pair.reason != self._usual

    def put(self, pairs: list[Pair]) -> None:
        """Show other pairs; those that were there keep their row, so that nothing jumps away under the hand."""
        old = [one.feature for one in self.pairs]
        reasons = Counter(one.reason for one in pairs)
        self._usual = reasons.most_common(1)[0][0] if reasons else ""
        if sorted(old) == sorted(one.feature for one in pairs):
            pairs = sorted(pairs, key=lambda one: old.index(one.feature))
        elif len(old) == len(pairs):
            gone = [name for name in old if all(one.feature != name for one in pairs)]
            new = [one.feature for one in pairs if one.feature not in old]
            if len(gone) == len(new) == 1:
                place = {name: at for at, name in enumerate(old)} | {new[0]: old.index(gone[0])}
                pairs = sorted(pairs, key=lambda one: place[one.feature])
        if len(pairs) == len(old):
            self.pairs = pairs
            if pairs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(pairs) - 1, SURE))
            return
        self.beginResetModel()
        self.pairs = pairs
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many pairs there are."""
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return what is told of each."""
        return 0 if parent.isValid() else SURE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the names be changed."""
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemIsEditable if index.column() == FEATURE else able

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, N802
        """Give a feature another name."""
        old = self.pairs[index.row()].feature
        if role != Qt.ItemDataRole.EditRole or str(value).strip() == old:
            return False
        self.renamed.emit(old, str(value).strip())
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what stands in a cell."""
        pair, column = self.pairs[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole and column == FEATURE:
            return pair.feature
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(pair, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(pair, column))
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the headings."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        tr = self._context.tr
        return [tr("Feature"), tr("With"), tr("Without"), tr("Importance"), tr("How sure")][section]

    def _text(self, pair: Pair, column: int) -> str:
        tr = self._context.tr
        if column == FEATURE:
            return shown(pair.feature, 120)
        if column == SURE:
            return self.sureness(pair)
        one = pair.columns[column - WITH]
        if one is not None:
            return letters(one.position)
        return "" if column == IMPORTANCE else tr("missing")

    def _tip(self, pair: Pair, column: int) -> str:
        if column in ROLES and (one := pair.columns[column - WITH]) is not None:
            return f"{letters(one.position)}: {visible(one.heading)}"
        return f"{visible(pair.feature)}\n{self.why(pair)}"

    def sureness(self, pair: Pair) -> str:
        """Return how sure a pair is."""
        if pair.confidence is None:
            return self._context.tr("half missing")
        return confidence_name(pair.confidence, self._context.language)

    def why(self, pair: Pair) -> str:
        """Return why the columns belong together."""
        if pair.confidence is None:
            return self._context.tr("It is left out until the other half is chosen.")
        return pair_reason(pair.reason, self._context.language) if pair.reason else ""
