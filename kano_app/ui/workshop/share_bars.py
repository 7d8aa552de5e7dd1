"""Bars of categories, a row a feature, painted at any size and in any look; beside them how many answered."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kano_app.charts.palette import mark
from kano_app.i18n import Language
from kano_app.ui.theme import Colours
from kano_app.ui.widgets.marks import draw_mark
from kano_app.ui.workshop.fit import draw_line, font_of, lines_of
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
_TALL, _HAN = 0.2, 0.06
"""Above and below a line: letters of some fonts are taller than it; and how much higher Chinese fonts stand in it."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How high the parts of a row are, of the size of the letters."""

    line: float
    """A name of one line."""
    more: float
    """Each more line of it."""
    pad: float
    """Between a name and its bar."""
    bar: float
    gap: float
    """After a bar, before the next name: what belongs together stands together."""

    def row(self, lines: int = 1) -> float:
        """Return what a feature takes."""
        return self.line + (lines - 1) * self.more + self.pad + self.bar + self.gap


BESIDE = Rhythm(1.5, 1.3, 0.08, 1.15, 0.37)
"""Beside the question."""
ROOM = Rhythm(1.16, 1.25, 0.08, 1.0, 0.37)
"""For the room at its closest."""
AIRY, AIRIEST = 0.6, 1.1
"""Gaps of the room where there is room, and at most."""


class ShareBars(QWidget):
    """A feature takes two lines: its name with the number of answers, and its bar.

    For the room every letter is as large as the name, names may take several lines, and rows may be numbered: the
    key of a map.
    """

    def __init__(self, colours: Colours, language: Language, text: float, *, is_for_room: bool = False) -> None:
        """Make it empty, with letters of so many pixels."""
        super().__init__()
        self._is_for_room = is_for_room
        self._first, self._shown, self._numbered, self._lines = 0, 0, False, 1
        self._rhythm = ROOM if is_for_room else BESIDE
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
        """Show so many rows only, from one on, with their numbers or without, names on so many lines at most."""
        self._first, self._shown, self._numbered, self._lines = first, shown, numbered, lines
        self.updateGeometry()
        self.update()

    def lines(self, text: float, most: int) -> tuple[list[int], bool]:
        """Return how many lines the name of each row takes in letters of so many pixels, and whether all are whole."""
        font = font_of(self._language.code, text)
        metrics, is_whole, found = QFontMetricsF(font), True, []
        for one in self.rows:
            room = self._name_room(one, text)
            told = lines_of(visible(one.name), font, room, most)
            is_whole = is_whole and metrics.horizontalAdvance(told[-1]) <= room
            found.append(len(told))
        return found, is_whole

    def _name_room(self, one: Row, text: float) -> float:
        """Return how wide a name may be."""
        return self.width() - text * (_MARK + (_NUMBER if self._numbered else 0)) - self._far_width(one, text)

    def _far(self, one: Row) -> str:
        """Return what stands at the right: how many answered, and what more is to be told of it."""
        far = self._language.number(one.n)
        if self._tells_needs and one.needed is not None:
            far = f"{far} · +{self._language.number(one.needed)}"
        return f"{self._language.gettext('Tie')} · {far}" if one.is_tie else far

    def _far_width(self, one: Row, text: float) -> float:
        font = font_of(self._language.code, text, strong=one.could_change)
        return QFontMetricsF(font).horizontalAdvance(self._far(one)) + text

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown of it."""
        return self._live.rows[self._first : self._first + self._shown] if self._shown else self._live.rows

    def size_text(self, pixels: float, gap: float) -> None:
        """Make the letters another size, and the gap after each bar, in letters."""
        self._text, self._rhythm = pixels, replace(self._rhythm, gap=gap)
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    @property
    def rhythm(self) -> Rhythm:
        """How high the parts of a row are."""
        return self._rhythm

    def row_boxes(self) -> list[QRectF]:
        """Return where the rows stand."""
        boxes, y = list[QRectF](), 0.0
        for lines in self.lines(self._text, self._lines)[0]:
            high = self._text * self._rhythm.row(lines)
            boxes.append(QRectF(0, y, self.width(), high))
            y += high
        return boxes

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all rows, of one line each."""
        return QSize(220, round(self._text * self._rhythm.row() * max(len(self.rows), 1)))

    def _told(self, one: Row) -> str:
        shares = ", ".join(f"{category.letter} {count}" for category, count in one.counts.items() if count)
        tie = f" ({self._language.gettext('Tie')})" if one.is_tie else ""
        return f"{one.name}: {shares}{tie}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (box, one) in enumerate(zip(self.row_boxes(), self.rows, strict=True)):
            if box.intersects(QRectF(event.rect())):
                self._row(painter, box, one, self._first + place + 1)
        painter.end()

    def name_and_bar(self, box: QRectF) -> tuple[QRectF, QRectF]:
        """Return where the first line of a name stands in its row, and the bar."""
        text, rhythm = self._text, self._rhythm
        bar = QRectF(box.x(), 0, box.width(), text * rhythm.bar)
        bar.moveBottom(box.bottom() - text * rhythm.gap)
        return QRectF(box.x(), box.y(), box.width(), text * rhythm.line), bar

    def _row(self, painter: QPainter, box: QRectF, one: Row, number: int) -> None:
        text, colours, code = self._text, self._colours, self._language.code
        font, wide = font_of(code, text), self._name_room(one, text)
        told = lines_of(visible(one.name), font, wide, self._lines)
        top, bar = self.name_and_bar(box)
        up = _HAN * text if self._is_for_room and code != "en" else 0.0
        tall = top.adjusted(0, -_TALL * text - up, 0, _TALL * text - up)
        x = box.x()
        if self._numbered:
            room = QRectF(x, tall.y(), text * 1.35, tall.height())
            strong = font_of(code, text, strong=True)
            draw_line(painter, room, self._language.number(number), strong, colours.ink, _RIGHT)
            x += text * _NUMBER
        if one.category is not None:
            draw_mark(painter, mark(one.category), x + text * 0.55, top.center().y(), text * 0.45)
        name = QRectF(x + text * _MARK, tall.y(), wide, tall.height())
        for at, line in enumerate(told):
            below = name.translated(0, at * text * self._rhythm.more)
            draw_line(painter, below, line, font, colours.ink, _LEFT, _MIDDLE)
        ink = colours.warning if self._tells_needs and one.could_change else colours.muted
        small = text if self._is_for_room else text * 0.92
        draw_line(painter, tall, self._far(one), font_of(code, small, strong=one.could_change), ink, _RIGHT)
        self._bar(painter, bar, one)

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
