"""The command palette: one field that finds every action, page and feature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from kano_app.ui.actions import PAGES
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

_WIDTH, _HEIGHT = 560, 420
_TOP = 64
_ROW = 34
_HINT = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be run or gone to."""

    text: str
    hint: str
    """Its keys, or what kind of thing it is."""
    run: Callable[[], None]


def show_palette(context: Context, window: "MainWindow") -> None:
    """Show the palette over the window."""
    Palette(context, window, commands(context, window)).open()


def commands(context: Context, window: "MainWindow") -> list[Command]:
    """Return what can be done now: actions, pages, features."""
    found = []
    pages = {f"go_{name}" for name, _ in PAGES}
    for name, action in window.actions_by_name.items():
        if name == "palette" or not action.isEnabled():
            continue
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if name == "help":
            keys = "F1"
        if name in pages:
            keys = context.tr("page") + (f"   {keys}" if keys else "")
        text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        found.append(Command(text, keys, lambda name=name: window.run(name)))  # type: ignore[misc] # a bound default
    if context.project.surveys:
        found += [
            Command(visible(feature.name), context.tr("feature"), _jump(window, feature.id))
            for feature in context.project.survey.features
        ]
    return found


def matching(found: Sequence[Command], wanted: str) -> list[int]:
    """Return the places of what holds every wanted word, in any order; what begins with the words comes first."""
    words = wanted.casefold().split()
    ranked = []
    for place, command in enumerate(found):
        text = command.text.casefold()
        within = f"{text} {command.hint.casefold()}"
        if all(word in within for word in words):
            starts = sum(any(part.startswith(word) for part in text.split()) for word in words)
            first = bool(words) and text.startswith(words[0])
            ranked.append((not first, -starts, place))
    return [place for _, _, place in sorted(ranked)]


class Palette(QDialog):
    """A field, and under it what it finds."""

    def __init__(self, context: Context, window: "MainWindow", found: Sequence[Command]) -> None:
        """List commands; nothing typed lists them all."""
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(context.tr("Search or run a command"))
        self.setStyleSheet(
            f"QDialog {{ background: {context.colours.surface}; border: 1px solid {context.colours.edge}; }}"
        )
        self._found = found
        self.field = QLineEdit()
        self.field.setPlaceholderText(context.tr("An action, a page or a feature"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(context.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_TwoEnds(self.list, context.colours.muted))
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _: self._run())
        self.nothing = label(context.tr("Nothing is called that."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.move(window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - _WIDTH) // 2, 0)
        self.move(self.x(), window.mapToGlobal(window.rect().topLeft()).y() + _TOP)
        self._search("")
        self.field.setFocus()

    def texts(self) -> list[str]:
        """Return what is listed."""
        return [self.list.item(at).text() for at in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrows move in the list while the field is typed in."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                at = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(at)
                return True
        return bool(super().eventFilter(watched, event))

    def _search(self, wanted: str) -> None:
        self.list.clear()
        for place in matching(self._found, wanted):
            item = QListWidgetItem(self._found[place].text)
            item.setData(_HINT, self._found[place].hint)
            item.setData(_PLACE, place)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        run = self._found[int(item.data(_PLACE))].run
        self.accept()
        # After this dialog is gone, so that whatever opens next is alone on the screen.
        QTimer.singleShot(0, run)


class _TwoEnds(QStyledItemDelegate):
    """The text at the left, the hint at the right."""

    def __init__(self, parent: QObject, muted: str) -> None:
        super().__init__(parent)
        self._muted = muted

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        text, hint = option.text, str(index.data(_HINT) or "")
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inside: QRect = option.rect.adjusted(GAP, 0, -GAP, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(option.font)
        painter.setPen(QColor(self._muted))
        painter.drawText(inside, middle | int(Qt.AlignmentFlag.AlignRight), hint)
        room = inside.width() - option.fontMetrics.horizontalAdvance(hint) - 2 * GAP
        painter.setPen(option.palette.text().color())
        elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(inside, middle | int(Qt.AlignmentFlag.AlignLeft), elided)

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)


def _jump(window: "MainWindow", feature: str) -> Callable[[], None]:
    def go() -> None:
        window.go("results")
        window.select(feature)

    return go
