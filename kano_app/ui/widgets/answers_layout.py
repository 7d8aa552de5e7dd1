"""How the parts of the page Answers stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from kano_app.ui.widgets.card import GAP, Card


def above_each_other(upper: Sequence[QWidget], large: Sequence[QWidget], lower: Sequence[QWidget]) -> QWidget:
    """Return a card of widgets, some of which take the room that is left, above others beside each other."""
    card = Card()
    for widget in upper:
        card.body.addWidget(widget, int(widget in large))
    beside, split = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
    for widget in lower:
        beside.addWidget(widget)
    beside.setSizes([500] * len(lower))
    for part in (card, beside):
        split.addWidget(part)
    for one in (split, beside):
        one.setHandleWidth(2 * GAP)
        one.setChildrenCollapsible(False)
    split.setStretchFactor(0, 1)
    split.setSizes([500, 170])
    return column(split)


def column(*widgets: QWidget) -> QWidget:
    """Return widgets above each other; the last takes the room that is left."""
    found = QWidget()
    layout = QVBoxLayout(found)
    layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    layout.setSpacing(GAP)
    for widget in widgets:
        layout.addWidget(widget, int(widget is widgets[-1]))
    return found


def uncut(found: QWidget) -> QWidget:
    """Return what an empty page says, with room for every line of a text that is narrower than the page."""
    for told in found.findChildren(QLabel):
        if told.wordWrap():
            told.ensurePolished()
            told.setMinimumHeight(told.heightForWidth(told.maximumWidth()))
    return found
