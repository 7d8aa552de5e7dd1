"""Text with stressed parts, broken into lines and as large as its room allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kano_app.wording.questions import Spans

_LINE = 1.26
"""Of the size of the letters."""
_SHORT = 0.34
"""A last line shorter than this share of the width is an orphan."""
_STEP = 0.96
_NARROWEST = 0.45
_PAUSES = ("，", "；", "：", "。", ",", ";", ":")
"""What a line may well end with."""
_MOST = 60
_LATIN, _SIMPLIFIED, _TRADITIONAL = "Noto Sans", "Noto Sans SC", "Noto Sans TC"
_FAMILIES = {  # in Chinese its own font comes first: quotation marks are as wide as its commas
    "en": (_LATIN, _SIMPLIFIED, _TRADITIONAL),
    "zh_CN": (_SIMPLIFIED, _TRADITIONAL, _LATIN),
    "zh_TW": (_TRADITIONAL, _SIMPLIFIED, _LATIN),
}


@dataclass(frozen=True, slots=True)
class Stressed:
    """A text and where it is stressed."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, spans: Spans) -> "Stressed":
        """Return a text with its stressed parts."""
        parts = list(text)
        for start, length in spans:  # "do not have" is one stress and stands in one line
            parts[start : start + length] = text[start : start + length].replace(" ", "\N{NO-BREAK SPACE}")
        return cls("".join(parts), tuple(spans))


def font_of(language: str, pixels: float, *, strong: bool = False) -> QFont:
    """Return the program's font with the glyphs of a language."""
    font = QFont(list(_FAMILIES[language]))
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
    return font


class Block:
    """A text in lines of a width."""

    def __init__(self, text: Stressed, font: QFont, width: float, stress: str) -> None:
        """Break it; two lines are broken where the words pause, if they do."""
        self.size = float(font.pixelSize())
        self._layout = QTextLayout(text.text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([_range(text.text, span, stress) for span in text.spans])
        self._advance = font.pixelSize() * _LINE
        metrics = QFontMetricsF(font)
        self.is_whole = all(metrics.horizontalAdvance(word) <= width for word in text.text.split() if word.isascii())
        """Whether no word is broken."""
        self.lines = self._break(width)
        if self.lines == 2 and self._breaks_badly(width):
            self._break_better(width)

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.lines * self._advance

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max((self._layout.lineAt(at).naturalTextWidth() for at in range(self._layout.lineCount())), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float, ink: str) -> None:
        """Draw it with its upper left corner at a point."""
        painter.setPen(QColor(ink))
        self._layout.draw(painter, QPointF(x, y))

    def _breaks_badly(self, width: float) -> bool:
        """Return whether the first of two lines ends within a phrase, or the second is an orphan."""
        last = self._layout.lineAt(1).naturalTextWidth()
        return last < _SHORT * width or not self._ends_a_phrase

    @property
    def _ends_a_phrase(self) -> bool:
        line = self._layout.lineAt(0)
        text = self._layout.text()[line.textStart() : line.textStart() + line.textLength()].rstrip()
        return text.endswith(_PAUSES)

    def _break_better(self, width: float) -> None:
        """Break where the words pause, else so that the second line is no orphan; never into one line more."""
        narrow, rather = width * _STEP, 0.0
        while narrow > width * _NARROWEST and self._break(narrow) == 2:
            if self._ends_a_phrase:
                return
            if not rather and self._layout.lineAt(1).naturalTextWidth() >= _SHORT * width:
                rather = narrow
            narrow *= _STEP
        self._break(width)
        if rather and self._layout.lineAt(1).naturalTextWidth() < _SHORT * width:
            self._break(rather)

    def _break(self, width: float) -> int:
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, y + (self._advance - line.height()) / 2))
            y += self._advance
        self._layout.endLayout()
        return self._layout.lineCount()


class Fits:
    """Remembers what fits: the same words are painted with every key."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._known: dict[object, list[Block]] = {}

    def fitted(
        self, text: Stressed, language: str, room: tuple[float, float], largest: float, smallest: float, stress: str
    ) -> Block:
        """Return what the function of this name returns."""
        key = (text, language, room, largest, smallest, stress)
        return self._of(key, lambda: [fitted(*key)])[0]

    def stacked(
        self,
        texts: Sequence[Stressed],
        language: str,
        room: tuple[float, float],
        largest: float,
        smallest: float,
        stress: str,
    ) -> list[Block]:
        """Return what the function of this name returns."""
        key = (tuple(texts), language, room, largest, smallest, stress)
        return self._of(key, lambda: stacked(*key))

    def _of(self, key: object, fit: Callable[[], list[Block]]) -> list[Block]:
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = fit()
        return self._known[key]


def fitted(
    text: Stressed, language: str, room: tuple[float, float], largest: float, smallest: float, stress: str
) -> Block:
    """Return a text as large as fits a width and a height, between two sizes in pixels."""
    size = largest
    while True:
        block = Block(text, font_of(language, size), room[0], stress)
        if (block.height <= room[1] and block.is_whole) or size <= smallest:
            return block
        size = max(size * _STEP, smallest)


def stacked(
    texts: Sequence[Stressed], language: str, room: tuple[float, float], largest: float, smallest: float, stress: str
) -> list[Block]:
    """Return several texts of one size that fit above each other, half a line apart."""
    size = largest
    while True:
        blocks = [Block(one, font_of(language, size), room[0], stress) for one in texts]
        needed = sum(one.height for one in blocks) + (len(blocks) - 1) * 0.5 * size
        if needed <= room[1] or size <= smallest:
            return blocks
        size = max(size * _STEP, smallest)


def draw_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: str,
    align: int,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw one line of text, shortened to its room."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, cut, box.width())
    painter.drawText(box, align, shown)


def lines_of(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return a text in so many lines at most, broken where words end; what is left over stands in the last."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ends = list[int]()
    layout.beginLayout()
    while len(ends) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        ends.append(2 * (line.textStart() + line.textLength()))
    layout.endLayout()
    units = text.encode("utf-16-le")
    parts = [units[start:end] for start, end in pairwise([0, *ends, len(units)])]
    return [told for one in parts if (told := one.decode("utf-16-le").strip())] or [""]


def _range(text: str, span: tuple[int, int], stress: str) -> QTextLayout.FormatRange:
    start, length = span
    found = QTextLayout.FormatRange()
    found.start, found.length = _units(text[:start]), _units(text[start : start + length])
    form = QTextCharFormat()
    form.setForeground(QColor(stress))
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    found.format = form
    return found


def _units(text: str) -> int:
    """Return how long a text is for Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
