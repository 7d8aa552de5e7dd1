"""Plain building blocks: cards, labels with a role, rows of buttons, and what an empty page says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.icons import pixmap

GAP = 8
_READABLE = 400
"""Pixels of a line of the text of an empty page."""
"""The grid: distances are multiples of it."""


def label(text: str, role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Return a label that shows its text literally; roles: title, heading, muted, warning, error, number."""
    found = QLabel()
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setText(text)
    found.setWordWrap(wrap)
    if role:
        found.setProperty("role", role)
    if selectable:
        found.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return found


def button(text: str, act: Callable[[], object], role: str = "", *, tip: str = "") -> QPushButton:
    """Return a button; roles: primary, link, tab."""
    found = QPushButton(text.replace("&", "&&"))
    found.clicked.connect(lambda _checked=False: act())
    found.setAccessibleName(text)
    if role:
        found.setProperty("role", role)
    if tip:
        found.setToolTip(tip)
        found.setAccessibleDescription(tip)
    return found


class Card(QFrame):
    """A surface with a thin line around it; ``body`` is its layout."""

    def __init__(self, heading: str = "", name: str = "card") -> None:
        """Make it, with a heading if one is given."""
        super().__init__()
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self.body.setSpacing(GAP)
        if heading:
            self.body.addWidget(label(heading, "heading"))


def row(*widgets: QWidget | None, spacing: int = GAP) -> QWidget:
    """Return widgets beside each other; ``None`` is the room that is left."""
    found = QWidget()
    layout = QHBoxLayout(found)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return found


def empty_state(context: Context, icon: str, heading: str, text: str, *buttons: QPushButton) -> QWidget:
    """Return what stands on a page with nothing on it: what belongs there, and the buttons that bring it."""
    found = QWidget()
    layout = QVBoxLayout(found)
    layout.setSpacing(GAP)
    layout.addStretch(2)
    picture = QLabel()
    picture.setPixmap(pixmap(icon, context.colours.muted, 40, found.devicePixelRatioF()))
    told = label(text, "muted", wrap=True)
    told.setFixedWidth(_READABLE)
    told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    told.ensurePolished()  # a layout that aligns a label gives it the height of its shortest shape, not of its width
    told.setMinimumHeight(told.heightForWidth(_READABLE))
    for widget in (picture, label(heading, "heading"), told):
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addSpacing(GAP)
    layout.addWidget(row(*buttons), 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(3)
    return found


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
