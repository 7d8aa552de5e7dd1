"""Bars of categories, a row a feature, painted at any size and in any look; beside them how many answered."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kano_app.charts.palette import mark
from kano_app.i18n import Language
from kano_app.ui.theme import Colours
from kano_app.ui.widgets.marks import draw_mark
from kano_app.ui.workshop.fit import draw_line, font_of, two_lines
from kano_app.ui.workshop.live import Live, Row
from kano_app.wording.literal import visible

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_MIDDLE = Qt.TextElideMode.ElideMiddle
"""Where a name is cut: many begin alike and differ in their ends."""
_LEAST_LETTER = 1.3
_MARK, _NUMBER = 1.4, 1.8
"""Before a name, of the size of the letters: its mark, and the number on the map."""
_ROW, _ROOM_ROW = 3.1, 2.56
_LINE = 1.3
"""Of the size of the letters: a row beside the question, and one of those that the room sees."""


class ShareBars(QWidget):
    """A feature takes two lines: its name with the number of answers, and its bar.

    For the room every letter is as large as the name, and rows may be numbered: the key of a map.
    """

    def __init__(self, colours: Colours, language: Language, text: float, *, is_for_room: bool = False) -> None:
        """Make it empty, with letters of so many pixels."""
        super().__init__()
        self._is_for_room = is_for_room
        self._first, self._shown, self._numbered, self._lines = 0, 0, False, 1
        self._colours, self._language, self._text = colours, language, text
        self._live = Live()
        self._tells_needs = False

    @property
    def live(self) -> Live:
        """What is shown."""
        return self._live

    def put(self, live: Live, *, tells_needs: bool) -> None:
        """Show figures; ``tells_needs`` marks what few more answers could change."""
        self._live, self._tells_needs = live, tells_needs
        self.setAccessibleDescription("; ".join(self._told(one) for one in live.rows))
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def turn_to(self, first: int, shown: int, *, numbered: bool, lines: int = 1) -> None:
        """Show so many rows only, from one on, with their numbers or without, names on one line or two."""
        self._first, self._shown, self._numbered, self._lines = first, shown, numbered, lines
        self.updateGeometry()
        self.update()

    def is_short(self, text: float) -> bool:
        """Return whether all names stand on one line in letters of so many pixels."""
        metrics = QFontMetricsF(font_of(self._language.code, text))
        before = text * (_MARK + (_NUMBER if self._numbered else 0))
        return all(
            metrics.horizontalAdvance(visible(one.name)) <= self.width() - before - self._far_width(one, text)
            for one in self._live.rows
        )

    def _far(self, one: Row) -> str:
        """Return what stands at the right: how many answered, and what more is to be told of it."""
        far = self._language.number(one.n)
        if self._tells_needs and one.needed is not None:
            return f"{far} · +{self._language.number(one.needed)}"
        return f"{self._language.gettext('Tie')} · {far}" if one.is_tie else far

    def _far_width(self, one: Row, text: float) -> float:
        font = font_of(self._language.code, text, strong=one.could_change)
        return QFontMetricsF(font).horizontalAdvance(self._far(one)) + text

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown of it."""
        return self._live.rows[self._first : self._first + self._shown] if self._shown else self._live.rows

    def size_text(self, pixels: float) -> None:
        """Make the letters another size."""
        self._text = pixels
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    @property
    def row_ratio(self) -> float:
        """What a feature takes, of the size of the letters."""
        return _ROOM_ROW + (self._lines - 1) * _LINE if self._is_for_room else _ROW

    def row_height(self) -> float:
        """Return what a feature takes."""
        return self._text * self.row_ratio

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all rows."""
        return QSize(220, round(self.row_height() * max(len(self.rows), 1)))

    def _told(self, one: Row) -> str:
        shares = ", ".join(f"{category.letter} {count}" for category, count in one.counts.items() if count)
        tie = f" ({self._language.gettext('Tie')})" if one.is_tie else ""
        return f"{one.name}: {shares}{tie}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.row_height()
        for place, one in enumerate(self.rows):
            box = QRectF(0, place * high, self.width(), high)
            if box.intersects(QRectF(event.rect())):
                self._row(painter, box, one, self._first + place + 1)
        painter.end()

    def _row(self, painter: QPainter, box: QRectF, one: Row, number: int) -> None:
        text, colours, code = self._text, self._colours, self._language.code
        line = _LINE if self._is_for_room else 1.5
        top = QRectF(box.x(), box.y(), box.width(), text * line)
        wide = self._far_width(one, text)
        x = box.x()
        if self._numbered:
            room = QRectF(x, top.y(), text * 1.35, top.height())
            draw_line(
                painter, room, self._language.number(number), font_of(code, text, strong=True), colours.ink, _RIGHT
            )
            x += text * _NUMBER
        if one.category is not None:
            draw_mark(painter, mark(one.category), x + text * 0.55, top.center().y(), text * 0.45)
        name = QRectF(x + text * _MARK, top.y(), box.right() - wide - x - text * _MARK, top.height())
        told, font = visible(one.name), font_of(code, text)
        if self._lines > 1:
            told, rest = two_lines(told, font, name.width())
            below = name.translated(0, top.height())
            draw_line(painter, below, rest, font, colours.ink, _LEFT, _MIDDLE)
        draw_line(painter, name, told, font, colours.ink, _LEFT, _MIDDLE)
        ink = colours.warning if self._tells_needs and one.could_change else colours.muted
        small = text if self._is_for_room else text * 0.92
        draw_line(painter, top, self._far(one), font_of(code, small, strong=one.could_change), ink, _RIGHT)
        under = top.y() + top.height() * self._lines
        self._bar(painter, QRectF(box.x(), under + 1, box.width(), text * 1.15), one)

    def _bar(self, painter: QPainter, box: QRectF, one: Row) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.raised))
        painter.drawRoundedRect(box, 3, 3)
        x, text = box.x(), self._text * (0.95 if self._is_for_room else 0.85)
        font = font_of("en", text, strong=True)
        for category, count in one.counts.items():
            if not count:
                continue
            wide = box.width() * count / one.n
            part = QRectF(x, box.y(), wide, box.height())
            painter.fillRect(part.adjusted(0, 0, -1, 0), QColor(mark(category).color))
            if wide > self._text * _LEAST_LETTER:
                painter.setFont(font)
                painter.setPen(QColor(mark(category).ink))
                painter.drawText(
                    part, _CENTRE, f"{category.letter} {count}" if wide > self._text * 3 else category.letter
                )
                painter.setPen(Qt.PenStyle.NoPen)
            x += wide
