"""What all dialogs share: their ground, a heading, the buttons at the foot; Esc closes, Enter confirms."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label


class Dialog(QDialog):
    """A dialog; ``body`` is where its contents go, ``foot`` where its buttons stand."""

    def __init__(self, context: Context, parent: QWidget | None, title: str, told: str = "") -> None:
        """Make an empty one with a heading, and a sentence under it."""
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet("QTreeView::item, QListView::item { padding: 5px 6px; }")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self.body.addWidget(label(title, "title", wrap=True))
        if told:
            self.body.addWidget(label(told, "muted", wrap=True))
        whole.addLayout(self.body, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(GAP)
        self.foot.addStretch(1)
        whole.addLayout(self.foot)

    def add_confirm(self, text: str) -> QPushButton:
        """Add the two buttons of a choice, the second of which does what ``text`` says; return that one."""
        cancel = button(self.context.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        confirm = button(text, self.accept, "primary")
        confirm.setDefault(True)
        self.foot.addWidget(cancel)
        self.foot.addWidget(confirm)
        return confirm

    def add_close(self) -> QPushButton:
        """Add the one button of a dialog that only shows."""
        close = button(self.context.tr("Close"), self.reject)
        close.setAutoDefault(False)
        self.foot.addWidget(close)
        return close
