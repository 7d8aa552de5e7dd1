"""A choice among a few words, and rows of what is told and chosen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from kano_app.ui.theme import Colours
from kano_app.ui.widgets.card import GAP, label


class Choice(QComboBox):
    """A combo box that the wheel scrolls past, and that only a person changes."""

    def __init__(self, name: str, items: Sequence[tuple[str, Any]], chosen: Callable[[Any], object]) -> None:
        """Offer words, each for a value."""
        super().__init__()
        self._values: list[Any] = []
        self.offer(items)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(lambda at: chosen(self._values[at]))

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever was offered
        """The value that is chosen."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def offer(self, items: Sequence[tuple[str, Any]]) -> None:
        """Offer other words; Qt would make plain texts and numbers of values that are both, so they stand here."""
        self.clear()
        self._values = [value for _, value in items]
        self.addItems([text for text, _ in items])

    def offered(self) -> list[Any]:
        """Return all values."""
        return list(self._values)

    def show_value(self, value: object) -> None:
        """Show a value as the chosen one."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Cut what does not fit out of the middle, where texts that begin alike differ least."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room - 4)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to what lies under this."""
        event.ignore()


def frame_list(found: QListWidget, colours: Colours) -> None:
    """Keep room for the frame of the focus around a list, so that it covers none of its lines."""
    found.setStyleSheet(
        "QListWidget { border: 2px solid transparent; border-radius: 6px; padding: 2px; }"
        f" QListWidget:focus {{ border: 2px solid {colours.accent}; }}"
        " QListWidget::item { border-radius: 4px; }"
        f" QListWidget::item:selected {{ background: {colours.selected}; color: {colours.ink}; }}"
    )


class Told(QWidget):
    """Names at the left, what is told or chosen of each at the right."""

    def __init__(self) -> None:
        """Tell nothing yet."""
        super().__init__()
        self._names: dict[QWidget, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, widget: QWidget) -> None:
        """Add a row."""
        at = self._grid.rowCount()
        named = label(name, "muted")
        named.setBuddy(widget)
        middle = isinstance(widget, QComboBox | QLineEdit)
        self._grid.addWidget(named, at, 0, Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, at, 1)
        self._names[widget] = named

    def show_row(self, widget: QWidget, *, on: bool) -> None:
        """Show or hide a row by its widget."""
        widget.setVisible(on)
        self._names[widget].setVisible(on)
