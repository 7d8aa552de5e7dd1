"""Which feature of one survey is which of another: proposed by name, settled by a person."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kano_app.domain.survey import Survey
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.literal import shortened, visible

NEW, LEFT_OUT = "", "\0"
"""What stands in a combo beside the ids of features."""
_LONGEST = 72


class MatchingTable(QWidget):
    """One row for each feature of the other survey: its name, and the feature of this one it is."""

    changed = Signal()

    def __init__(self, context: Context, here: Survey, other: Survey, same: Mapping[str, str]) -> None:
        """Show a proposal, id there → id here."""
        super().__init__()
        self._context, self._here, self._other = context, here, other
        self._combos: dict[str, QComboBox] = {}
        self._doubts: dict[str, QWidget] = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(context.tr("In the other survey"), "muted"), 0, 0)
        grid.addWidget(label(context.tr("In this study"), "muted"), 0, 1)
        for place, feature in enumerate(other.features, start=1):
            name = label(visible(feature.name), wrap=True)
            combo = self._combo(feature.name, same.get(feature.id, NEW))
            doubt = label(context.tr("chosen twice"), "error")
            name.setBuddy(combo)
            for column, widget in enumerate((name, combo, doubt)):
                grid.addWidget(widget, place, column)
            self._combos[feature.id], self._doubts[feature.id] = combo, doubt
        grid.setRowStretch(len(other.features) + 1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.offer(context.tr("Not in the earlier wave"))

    def offer(self, new: str, left_out: str = "") -> None:
        """Set how the choices beside the features read; without ``left_out`` there is no such choice."""
        for combo in self._combos.values():
            combo.setItemText(0, new)
            at = combo.findData(LEFT_OUT)
            if left_out and at < 0:
                combo.insertItem(1, left_out, LEFT_OUT)
            elif not left_out and at >= 0:
                if combo.currentIndex() == at:
                    combo.setCurrentIndex(0)
                combo.removeItem(at)
        self._look()

    def same(self) -> dict[str, str]:
        """Return id there → id here of what was matched."""
        return {there: data for there, data in self._data().items() if data not in {NEW, LEFT_OUT}}

    def left_out(self) -> tuple[str, ...]:
        """Return the ids there of what is not wanted."""
        return tuple(there for there, data in self._data().items() if data == LEFT_OUT)

    def only_here(self) -> list[str]:
        """Return the names of the features here that nothing was matched with."""
        taken = set(self.same().values())
        return [feature.name for feature in self._here.features if feature.id not in taken]

    def is_settled(self) -> bool:
        """Return whether no feature here was chosen twice."""
        return not self._twice()

    def combo(self, feature: str) -> QComboBox:
        """Return the choice of a feature of the other survey."""
        return self._combos[feature]

    def _combo(self, name: str, chosen: str) -> QComboBox:
        combo = QComboBox()
        combo.addItem("", NEW)
        for feature in self._here.features:
            combo.addItem(shortened(visible(feature.name), _LONGEST), feature.id)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(16)
        combo.setAccessibleName(self._context.tr("“{name}” is", name=visible(name)))
        combo.setToolTip(plain_tip(visible(name)))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.installEventFilter(self)
        combo.currentIndexChanged.connect(lambda _: self._look())
        return combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the wheel scroll the table, not change a choice it happens to pass over."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return bool(super().eventFilter(watched, event))

    def _data(self) -> dict[str, str]:
        return {there: str(combo.currentData()) for there, combo in self._combos.items()}

    def _twice(self) -> set[str]:
        return {here for here, count in Counter(self.same().values()).items() if count > 1}

    def _look(self) -> None:
        twice = self._twice()
        for there, data in self._data().items():
            self._doubts[there].setVisible(data in twice)
        self.changed.emit()
