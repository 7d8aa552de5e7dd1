"""The tabs beside the table: as many as fit stand in a line, the others in a menu at its end."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button
from kano_app.ui.widgets.results_panel import Panel

_GAP = 2
_PAD = 24


class TabLine(QWidget):
    """The names of the tabs."""

    turned = Signal(str)
    """The key of the tab that was chosen."""

    def __init__(self, context: Context, names: Mapping[str, str]) -> None:
        """Make it from key → name."""
        super().__init__()
        self._context, self._names = context, dict(names)
        self._current = next(iter(names))
        self._absent: set[str] = set()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        for key, name in names.items():
            one = button(name, partial(self.turn, key), "tab")
            one.setCheckable(True)
            one.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            strong = QFont(self.font())
            strong.setPixelSize(13)
            strong.setWeight(QFont.Weight.DemiBold)
            one.setFixedWidth(QFontMetrics(strong).horizontalAdvance(name) + _PAD)
            self._group.addButton(one)
            self.buttons[key] = one
            line.addWidget(one)
        self.more = QToolButton()
        self.more.setIcon(context.icon("ellipsis"))
        self.more.setToolTip(context.tr("More figures"))
        self.more.setAccessibleName(context.tr("More figures"))
        self.more.clicked.connect(lambda: self.menu().exec(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        line.addWidget(self.more)
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.buttons[self._current].sizeHint().height())
        self.buttons[self._current].setChecked(True)

    def turn(self, key: str) -> None:
        """Choose a tab."""
        self._current = key
        self.buttons[key].setChecked(True)
        self._fit()
        self.turned.emit(key)

    def offer(self, key: str, *, on: bool) -> None:
        """Offer a tab or not; one that is shown and offered no longer gives way to the first."""
        if on is (key not in self._absent):
            return
        (self._absent.discard if on else self._absent.add)(key)
        if key == self._current and not on:
            self.turn(next(iter(self.buttons)))
        self._fit()

    def menu(self) -> QMenu:
        """Return the menu of the tabs that do not fit."""
        menu = QMenu(self)
        for key, one in self.buttons.items():
            if one.isHidden() and key not in self._absent:
                menu.addAction(self._names[key].replace("&", "&&"), partial(self.turn, key))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next tab or the one before by the arrow keys."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = [key for key in self.buttons if key not in self._absent]
        key = keys[(keys.index(self._current) + step) % len(keys)]
        self.turn(key)
        self.buttons[key].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as many as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        offered = [key for key in self.buttons if key not in self._absent or key == self._current]
        widths = {key: self.buttons[key].minimumWidth() + _GAP for key in offered}
        room = self.width()
        if sum(widths.values()) > room:
            room -= self.more.sizeHint().width() + _GAP + widths[self._current]
            shown = {self._current}
            for key, width in widths.items():
                if key == self._current:
                    continue
                if width > room:
                    break
                room -= width
                shown.add(key)
        else:
            shown = set(widths)
        for key, one in self.buttons.items():
            one.setVisible(key in shown)
        self.more.setVisible(len(shown) < len(widths))


class Tabs(Card):
    """The line of tabs over the one that is shown."""

    alone = Signal(bool)
    """Whether the tabs are to have all the room."""

    def __init__(self, context: Context, panels: Mapping[str, tuple[str, Panel]]) -> None:
        """Make it from key → (name, panel)."""
        super().__init__()
        self._panels = {key: panel for key, (_, panel) in panels.items()}
        self.current = next(iter(panels))
        self.line = TabLine(context, {key: name for key, (name, _) in panels.items()})
        self.line.turned.connect(self._turn)
        self._context = context
        self.wide = QToolButton()
        self.wide.setCheckable(True)
        self.wide.toggled.connect(self._widen)
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.wide)
        self._stack = QStackedWidget()
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.addWidget(head)
        self.body.addWidget(self._stack, 1)
        self._widen(False)

    @property
    def panel(self) -> Panel:
        """The one that is shown."""
        return self._panels[self.current]

    def turn(self, key: str) -> None:
        """Show a tab."""
        self.line.turn(key)

    def _turn(self, key: str) -> None:
        self.current = key
        self._stack.setCurrentWidget(self._panels[key])

    def _widen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        tr = self._context.tr
        told = tr("Show the table again") if on else tr("Give this all the room")
        self.wide.setIcon(self._context.icon("minimize-2" if on else "maximize-2"))
        self.wide.setToolTip(told)
        self.wide.setAccessibleName(told)
        self.alone.emit(on)
