"""Bars of categories, a row a feature, painted at any size and in any look; beside them how many answered."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kano_app.charts.palette import mark
from kano_app.i18n import Language
from kano_app.ui.theme import Colours
from kano_app.ui.widgets.marks import draw_mark
from kano_app.ui.workshop.fit import draw_line, font_of
from kano_app.ui.workshop.live import Live, Row
from kano_app.wording.literal import visible

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEAST_LETTER = 1.3


class ShareBars(QWidget):
    """A feature takes two lines: its name with the number of answers, and its bar."""

    def __init__(self, colours: Colours, language: Language, text: float) -> None:
        """Make it empty, with letters of so many pixels."""
        super().__init__()
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

    def size_text(self, pixels: float) -> None:
        """Make the letters another size."""
        self._text = pixels
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def row_height(self) -> float:
        """Return what a feature takes."""
        return self._text * 3.1

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all rows."""
        return QSize(220, round(self.row_height() * max(len(self._live.rows), 1)))

    def _told(self, one: Row) -> str:
        shares = ", ".join(f"{category.letter} {count}" for category, count in one.counts.items() if count)
        return f"{one.name}: {shares}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.row_height()
        for place, one in enumerate(self._live.rows):
            box = QRectF(0, place * high, self.width(), high)
            if box.intersects(QRectF(event.rect())):
                self._row(painter, box, one)
        painter.end()

    def _row(self, painter: QPainter, box: QRectF, one: Row) -> None:
        text, colours, code = self._text, self._colours, self._language.code
        top = QRectF(box.x(), box.y(), box.width(), text * 1.5)
        right = self._language.number(one.n)
        if self._tells_needs and one.needed is not None:
            right = f"{right} · +{self._language.number(one.needed)}"
        wide = len(right) * text * 0.66 + text
        if one.category is not None:
            draw_mark(painter, mark(one.category), box.x() + text * 0.55, top.center().y(), text * 0.45)
        name = QRectF(box.x() + text * 1.4, top.y(), box.width() - wide - text * 1.4, top.height())
        draw_line(painter, name, visible(one.name), font_of(code, text), colours.ink, _LEFT)
        ink = colours.warning if self._tells_needs and one.could_change else colours.muted
        draw_line(painter, top, right, font_of(code, text * 0.92, strong=one.could_change), ink, _RIGHT)
        self._bar(painter, QRectF(box.x(), top.bottom() + 1, box.width(), text * 1.15), one)

    def _bar(self, painter: QPainter, box: QRectF, one: Row) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.raised))
        painter.drawRoundedRect(box, 3, 3)
        x = box.x()
        for category, count in one.counts.items():
            if not count:
                continue
            wide = box.width() * count / one.n
            part = QRectF(x, box.y(), wide, box.height())
            painter.fillRect(part.adjusted(0, 0, -1, 0), QColor(mark(category).color))
            if wide > self._text * _LEAST_LETTER:
                painter.setFont(font_of("en", self._text * 0.85, strong=True))
                painter.setPen(QColor(mark(category).ink))
                painter.drawText(
                    part, _CENTRE, f"{category.letter} {count}" if wide > self._text * 3 else category.letter
                )
                painter.setPen(Qt.PenStyle.NoPen)
            x += wide
