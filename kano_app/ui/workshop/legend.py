"""The keys of the moment, each shown and each to be clicked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kano_app.domain.session import Stage
from kano_app.ui.context import Context
from kano_app.ui.widgets.results_flow import Flow
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.fit import font_of
from kano_app.ui.workshop.keys import Command, commands, run, shown_key

_HEIGHT = 26


class KeyButton(QPushButton):
    """A key as it stands on a keyboard, and what it does."""

    def __init__(self, context: Context, key: str, text: str) -> None:
        """Make it."""
        super().__init__()
        self._context, self.key, self._words = context, key, text
        self.is_on = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{text} ({key})")
        self._cap = max(QFontMetrics(font_of(context.language.code, 12, strong=True)).horizontalAdvance(key) + 12, 22)
        self._wide = QFontMetrics(font_of(context.language.code, 13)).horizontalAdvance(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what it needs."""
        return QSize(self._cap + self._wide + 18, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cap of the key and the words."""
        del event
        colours, language = self._context.colours, self._context.language.code
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.is_on:
            painter.setBrush(QColor(colours.selected if self.is_on else colours.raised))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        cap = QRectF(4, (self.height() - 20) / 2, self._cap, 20)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font_of(language, 12, strong=True))
        painter.setPen(QColor(colours.ink))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.key)
        painter.setFont(font_of(language, 13))
        painter.setPen(QColor(colours.accent if self.is_on else colours.muted))
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(cap.right() + 7, 0, self._wide + 8, self.height()), middle, self._words)
        painter.end()


class Legend(QWidget):
    """All keys that mean something now."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._desk = context, desk
        self._shown: list[tuple[str, str]] = []
        self.buttons: dict[str, KeyButton] = {}
        inside = QWidget()
        self._flow = Flow(inside, 2, 2)
        policy = inside.sizePolicy()
        policy.setHeightForWidth(True)
        inside.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)

    def follow(self) -> None:
        """Show the keys of the moment; those that are switched on are marked."""
        found = commands(self._desk)
        if self._shown != (shown := [(one.name, shown_key(one, self._desk)) for one in found]):
            self._shown = shown
            self._fill(found)
        session, state = self._desk.session, self._desk.state
        for name, is_on in (("reveal", session.revealed), ("black", state.is_black), ("live", state.is_live)):
            if name in self.buttons and self.buttons[name].is_on != is_on:
                self.buttons[name].is_on = is_on
                self.buttons[name].update()

    def _run(self, name: str) -> None:
        self._desk.hush()
        if name == "undo" or not self._desk.has_open_number():
            run(name, self._desk)

    def _fill(self, found: list[Command]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for one in found:
            is_over = one.name == "finish" and self._desk.session.stage is Stage.DONE
            text = self._context.tr("Close") if is_over else self._context.tr(one.text)
            button = KeyButton(self._context, shown_key(one, self._desk), text)
            button.clicked.connect(lambda _checked=False, name=one.name: self._run(name))
            self._flow.addWidget(button)
            button.show()
            self.buttons[one.name] = button
        self._flow.invalidate()
        self.updateGeometry()
