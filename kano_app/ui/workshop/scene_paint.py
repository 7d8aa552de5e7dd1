"""The room screen painted: everything is a share of the height, so that it is read from ten metres on any projector."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kano_app.charts.palette import mark
from kano_app.ui.theme import DARK
from kano_app.ui.widgets.marks import draw_mark
from kano_app.ui.workshop.fit import Fits, Stressed, draw_line, font_of
from kano_app.ui.workshop.scene import Answer, Kind, Scene

ROOM = replace(
    DARK,
    ground="#10151C",
    surface="#10151C",
    raised="#232B37",
    line="#3B4655",
    edge="#5A6778",
    ink="#F7F9FB",
    muted="#A3B1C2",
    accent="#FFD166",
    warning="#FFD166",
)
"""Dark, whatever the window is: a bright wall blinds a room."""
QUESTION = 0.078
"""Size of the letters of a question, of the height; never below 7 % where the words allow it at all."""
_LEAST_QUESTION, _LAST_RESORT = 0.070, 0.036
_WORDS, _SMALL, _ANSWER, _LEAST_ANSWER = 0.085, 0.030, 0.036, 0.021
_KEY, _NUMBER, _LEGEND = 0.030, 0.042, 0.024
"""Sizes of the key of an answer, of a number that is the answer itself, and of the legend of results."""
_LINE = 1.55
"""Height of the line of a key, in its letters: Chinese fonts are taller than Latin ones."""
EDGE = 0.063
"""Left and right, of the width."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_WIDE = 16 / 9


def paint(painter: QPainter, width: float, height: float, shown: Scene, fits: Fits) -> None:
    """Paint a scene into a rectangle."""
    whole = QRectF(0, 0, width, height)
    painter.fillRect(whole, QColor("#000000") if shown.kind is Kind.BLACK else QColor(ROOM.ground))
    if shown.kind is Kind.BLACK:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = min(height, width / _WIDE * 1.15)
    edge = EDGE * width
    _head(painter, QRectF(edge, 0.075 * height, width - 2 * edge, 0.055 * height), shown, unit)
    if shown.kind is Kind.RESULTS:
        _legend(painter, QRectF(edge, 0.925 * height, width - 2 * edge, 0.045 * height), shown, unit)
    elif shown.kind is Kind.WORDS:
        room = QRectF(edge, 0.2 * height, width - 2 * edge, 0.6 * height)
        block = fits.fitted(
            shown.texts[0], shown.language, (room.width(), room.height()), _WORDS * unit, 8, ROOM.accent
        )
        block.draw(painter, room.x(), room.y() + (room.height() - block.height) / 2, ROOM.ink)
    elif shown.kind is Kind.QUESTION:
        _question(painter, QRectF(edge, 0.175 * height, width - 2 * edge, 0.44 * height), shown, (unit, fits))
        _answers(painter, QRectF(edge, 0.635 * height, width - 2 * edge, 0.205 * height), shown, (unit, fits))
        _foot(painter, QRectF(edge, 0.870 * height, width - 2 * edge, 0.06 * height), shown, unit)


def question_size(width: float, height: float, shown: Scene) -> float:
    """Return the size of the letters of the question, in pixels."""
    unit = min(height, width / _WIDE * 1.15)
    box = QRectF(0, 0, width - 2 * EDGE * width, 0.44 * height)
    return _question(None, box, shown, (unit, Fits()))


def _head(painter: QPainter, box: QRectF, shown: Scene, unit: float) -> None:
    font = font_of(shown.language, _SMALL * unit)
    told = [shown.corner, shown.hint if shown.kind is Kind.RESULTS else ""]
    corner = " · ".join(one for one in told if one)
    wide = min(QFontMetricsF(font).horizontalAdvance(corner) + 1, 0.7 * box.width())
    draw_line(painter, box.adjusted(0, 0, -wide - 2 * _SMALL * unit, 0), shown.title, font, ROOM.muted, _LEFT)
    draw_line(painter, box.adjusted(box.width() - wide, 0, 0, 0), corner, font, ROOM.muted, _RIGHT)


def _question(painter: QPainter | None, box: QRectF, shown: Scene, look: tuple[float, Fits]) -> float:
    unit, fits = look
    room = (box.width(), box.height())
    size = QUESTION * unit
    blocks = fits.stacked(shown.texts, shown.language, room, size, _LEAST_QUESTION * unit, ROOM.accent)
    gap = 0.5 * _LEAST_QUESTION * unit * (len(blocks) - 1)
    if sum(one.height for one in blocks) + gap > box.height():
        blocks = fits.stacked(shown.texts, shown.language, room, size, _LAST_RESORT * unit, ROOM.accent)
    y = box.y()
    for block in blocks:
        if painter is not None:
            block.draw(painter, box.x(), y, ROOM.ink)
        y += block.height + 0.5 * block.size
    return blocks[0].size if blocks else 0.0


def _answers(painter: QPainter, box: QRectF, shown: Scene, look: tuple[float, Fits]) -> None:
    unit, fits = look
    if not shown.answers:
        return
    gap = 0.013 * box.width() * (5 / len(shown.answers))
    wide = (box.width() - gap * (len(shown.answers) - 1)) / len(shown.answers)
    inner = min(0.026 * unit, wide * 0.09)
    key = _KEY * unit
    room = (wide - 2 * inner, box.height() - inner - _below(key, unit))
    if not all(one.text for one in shown.answers):
        _scale(painter, box, shown, (gap, wide, unit))
        return
    texts = [Stressed(one.text) for one in shown.answers]
    largest, least = _ANSWER * unit, _LEAST_ANSWER * unit
    blocks = [fits.fitted(one, shown.language, room, largest, least, ROOM.ink) for one in texts]
    size = min(one.size for one in blocks)
    for at, one in enumerate(shown.answers):
        card = QRectF(box.x() + at * (wide + gap), box.y(), wide, box.height())
        _card(painter, card, one, (inner, key, size, unit, fits), shown.language)


def _scale(painter: QPainter, box: QRectF, shown: Scene, look: tuple[float, float, float]) -> None:
    """Paint numbers, and what the ends of their scale mean below them: a card is too narrow for words to be read."""
    gap, wide, unit = look
    font, number = font_of(shown.language, _ANSWER * unit), font_of(shown.language, _NUMBER * unit, strong=True)
    line = QRectF(box.x(), box.bottom() - _LINE * _ANSWER * unit, box.width(), _LINE * _ANSWER * unit)
    high = line.y() - 0.012 * unit - box.y()
    for at, one in enumerate(shown.answers):
        card = QRectF(box.x() + at * (wide + gap), box.y(), wide, high)
        _frame(painter, card, unit)
        draw_line(painter, card, one.key, number, ROOM.ink, _CENTRE)
    half = line.adjusted(0, 0, -0.52 * line.width(), 0)
    for end, align in ((0, _LEFT), (-1, _RIGHT)):
        room = half if end == 0 else half.translated(line.width() - half.width(), 0)
        draw_line(painter, room, shown.answers[end].text, font, ROOM.ink, align)


def _frame(painter: QPainter, card: QRectF, unit: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ROOM.line), max(1.0, 0.0026 * unit)))
    painter.drawRoundedRect(card, 0.016 * unit, 0.016 * unit)


def _below(key: float, unit: float) -> float:
    """Return how far below the edge of a card its words begin, under a key of so many pixels."""
    return 0.018 * unit + _LINE * key + 0.004 * unit


def _card(
    painter: QPainter, card: QRectF, one: Answer, look: tuple[float, float, float, float, Fits], code: str
) -> None:
    inner, key, size, unit, fits = look
    _frame(painter, card, unit)
    line = QRectF(card.x() + inner, card.y() + 0.018 * unit, card.width() - 2 * inner, _LINE * key)
    draw_line(painter, line, one.key, font_of(code, key, strong=True), ROOM.muted, _LEFT)
    if one.category is not None:
        draw_mark(painter, mark(one.category), line.right() - 0.014 * unit, line.center().y(), 0.015 * unit)
    block = fits.fitted(Stressed(one.text), code, (line.width(), card.height()), size, size, ROOM.ink)
    block.draw(painter, line.x(), card.y() + _below(key, unit), ROOM.ink)


def _legend(painter: QPainter, box: QRectF, shown: Scene, unit: float) -> None:
    """Paint what the letters of the bars mean."""
    unit *= min(1.0, box.width() / max(_legend_width(shown, unit), 1.0))
    font = font_of(shown.language, _LEGEND * unit)
    x = box.x()
    for one in shown.answers:
        assert one.category is not None  # noqa: S101 - results name categories
        draw_mark(painter, mark(one.category), x + 0.012 * unit, box.center().y(), 0.011 * unit)
        text = f"{one.key} {one.text}"
        wide = QFontMetricsF(font).horizontalAdvance(text) + 1
        draw_line(painter, QRectF(x + 0.032 * unit, box.y(), wide, box.height()), text, font, ROOM.muted, _LEFT)
        x += wide + 0.062 * unit


def _legend_width(shown: Scene, unit: float) -> float:
    metrics = QFontMetricsF(font_of(shown.language, _LEGEND * unit))
    return sum(metrics.horizontalAdvance(f"{one.key} {one.text}") + 1 + 0.062 * unit for one in shown.answers)


def _foot(painter: QPainter, box: QRectF, shown: Scene, unit: float) -> None:
    font = font_of(shown.language, _SMALL * unit)
    metrics = QFontMetricsF(font)
    count, hint = len(shown.dots), metrics.horizontalAdvance(shown.hint)
    draw_line(painter, box.adjusted(0.6 * box.width(), 0, 0, 0), shown.hint, font, ROOM.muted, _RIGHT)
    step = min(0.036 * unit, 0.28 * box.width() / max(count, 1))
    radius, across = min(0.0115 * unit, step * 0.36), step * max(count - 1, 0)
    x = box.center().x() - across / 2
    if shown.has_names:  # a name takes the room that dots do not need
        x = box.right() - across - radius - (hint + 2 * step if shown.hint else 0.0)
    end = x - radius - step if count else box.right() - hint - step
    half = f" · {shown.half}" if shown.half else ""
    room = end - box.x() - metrics.horizontalAdvance(half)
    told = metrics.elidedText(shown.turn, Qt.TextElideMode.ElideRight, room) + half
    draw_line(painter, QRectF(box.x(), box.y(), end - box.x() + 1, box.height()), told, font, ROOM.ink, _LEFT)
    for at, is_done in enumerate(shown.dots):
        is_now = at == shown.now
        painter.setPen(QPen(QColor(ROOM.accent), radius * 0.32) if is_now else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ROOM.accent if is_done else ROOM.ground if is_now else ROOM.line))
        wide = radius * (1.15 if is_now else 1.0)
        painter.drawEllipse(QPointF(x + at * step, box.center().y()), wide, wide)
