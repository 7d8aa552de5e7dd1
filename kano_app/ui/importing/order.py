"""Five answers nobody knows, put in order by hand: dragged, or moved with Alt and the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from kano_app.domain.answer import Answer
from kano_app.ui.context import Context
from kano_app.ui.importing.choice import frame_list
from kano_app.ui.importing.words import shown
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.answers import answer_name
from kano_app.wording.literal import visible

_ROW = 34
ORDERS = {
    3: (Answer.LIKE, Answer.NEUTRAL, Answer.DISLIKE),
    5: (Answer.LIKE, Answer.EXPECT, Answer.NEUTRAL, Answer.TOLERATE, Answer.DISLIKE),
}
"""How many answers a form has → what they are, in order."""


class OrderList(QListWidget):
    """Texts in order from like to dislike; each shows what it would mean where it stands."""

    moved = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty one."""
        super().__init__()
        self._context = context
        self.setObjectName("order")
        self.setAccessibleName(context.tr("Answers from like to dislike"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setToolTip(context.tr("Drag a line, or move it with Alt and the arrow keys"))
        frame_list(self, context.colours)
        self.model().rowsMoved.connect(self._say)
        self.model().rowsInserted.connect(self._say)
        self.model().rowsRemoved.connect(self._say)

    def put(self, texts: Sequence[str]) -> None:
        """Show texts in an order."""
        if list(texts) == self.texts():
            return
        self.clear()
        for text in texts:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, text)
            item.setIcon(self._context.icon("grip-vertical"))
            item.setToolTip(plain_tip(visible(text)))
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)
        self.setFixedHeight(_ROW * len(texts) + 10)
        self._say()
        if self.count():
            self.setCurrentRow(0)

    def texts(self) -> list[str]:
        """Return the texts in their order."""
        return [str(self.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.count())]

    def wordings(self) -> list[tuple[str, Answer]]:
        """Return what each text means in this order."""
        texts = self.texts()
        return list(zip(texts, ORDERS.get(len(texts), ()), strict=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the current line with Alt and the arrow keys."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        at = self.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.count():
            item = self.takeItem(at)
            self.insertItem(to, item)
            self.setCurrentRow(to)
            self.moved.emit()

    def _say(self) -> None:
        """Say before each text what it would mean."""
        meanings = ORDERS.get(self.count(), ())
        for at in range(self.count()):
            text = shown(str(self.item(at).data(Qt.ItemDataRole.UserRole)))
            meaning = answer_name(meanings[at], self._context.language) if at < len(meanings) else "–"
            told = self._context.tr("{meaning}:  {text}", meaning=meaning, text=text)
            self.item(at).setText(told)
