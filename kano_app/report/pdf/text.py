"""Styled text as a block that reportlab's page templates can place: the step between words and the lines on a page."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Literal, NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.report.pdf.fonts import FontBook, Run
from kano_app.report.pdf.line_breaking import Line, break_lines, tokens

Align = Literal["left", "right", "center"]

_ELLIPSIS = "…"
# A first or last line alone on its page is hard to read on from.
_FEWEST_LINES = 2


@dataclass(frozen=True)
class Span:
    """Neighbouring words of one look; the text is literal, nothing in it is markup.

    Attributes:
        text: what is to be read.
        size: of the letters, in points.
        weight: "regular" or "semibold".
        color: hexadecimal, "#1b2430".
        link: name of a destination in the same document, with or without "#"; empty for none.
    """

    text: str
    size: float = 9.5
    weight: str = "regular"
    color: str = "#1b2430"
    link: str = ""


class _Look(NamedTuple):
    """The font and the span a character takes its look from."""

    font: str
    size: float
    color: str
    link: str


_Pieces = tuple[tuple[str, _Look], ...]


def natural_width(book: FontBook, spans: Sequence[Span]) -> float:
    """Return the width, in points, at which no line has to be broken."""
    pieces = _pieces(book, spans, count=False)
    if not any("\n" in text or text[-1:].isspace() for text, _ in pieces):
        return float(sum(map(_measure(book), *zip(*pieces, strict=True))))
    return max(line.width for line in break_lines(pieces, float("inf"), _measure(book)))


def min_width(book: FontBook, spans: Sequence[Span]) -> float:
    """Return the width, in points, of the widest word: narrower, and words are broken."""
    pieces = _pieces(book, spans, count=False)
    looks = [look for text, look in pieces for _ in text]
    measure, start, widest = _measure(book), 0, 0.0
    for token in tokens("".join(text for text, _ in pieces)):
        width = sum(map(measure, token.text, looks[start : start + len(token.text)]))
        widest = max(widest, width)
        start += len(token.text) + len(token.space)
    return widest


class TextBlock(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A paragraph, or several parted by line feeds, set in the document's fonts with right Chinese line breaks."""

    width: float
    height: float

    def __init__(
        self,
        book: FontBook,
        spans: Sequence[Span],
        *,
        leading: float = 1.4,
        align: Align = "left",
        max_lines: int | None = None,
        space_before: float = 0,
        space_after: float = 0,
        keep_with_next: bool = False,
    ) -> None:
        """Make a block; what no font has is counted in the book here, once, however often the block is drawn.

        Args:
            book: the document's fonts.
            spans: what to set; an empty sequence is one empty line.
            leading: from baseline to baseline, in times the largest size.
            align: where the lines stand in the width given by the page.
            max_lines: at most so many lines, the last one then ends with an ellipsis.
            space_before: points above, unless the block begins a page.
            space_after: points below.
            keep_with_next: whether it stays on one page with what follows.
        """
        super().__init__()
        self._book = book
        self._pieces = _pieces(book, spans, count=True)
        self._size = max((span.size for span in spans), default=Span("").size)
        self._leading = leading * self._size
        self._max_lines = max_lines
        self._align = align
        self._lines: list[Line[_Look]] = []
        self.spaceBefore = space_before
        self.spaceAfter = space_after
        self.keepWithNext = int(keep_with_next)

    @property
    def line_height(self) -> float:
        """Return the distance from baseline to baseline in points."""
        return self._leading

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Break the lines for a width; return width and height."""
        if not self._lines or available_width != self.width:
            self._lines = self._broken(available_width)
        self.width, self.height = available_width, len(self._lines) * self._leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list["TextBlock"]:
        """Part the block between two lines, with two lines at least on either side; empty if that cannot be."""
        self.wrap(available_width, available_height)
        total = len(self._lines)
        fitting = int((available_height + 1e-6) // self._leading)
        if fitting >= total:
            return [self]
        fitting = min(fitting, total - _FEWEST_LINES)
        if fitting < _FEWEST_LINES:
            return []
        head, tail = copy(self), copy(self)
        for part in (head, tail):
            # reportlab's note that the whole did not fit: a part that wore it would not be tried on the next page.
            part.__dict__.pop("_postponed", None)
        head._cut_after(self._lines[fitting].start, fitting)  # noqa: SLF001 - its own kind
        tail._cut_before(self._lines[fitting].start, fitting)  # noqa: SLF001 - its own kind
        return [head, tail]

    def draw(self) -> None:
        """Draw the lines from the top; every line is one text object, so that its words stay together for a search."""
        ascent, descent = self._book.ascent(self._size), self._book.descent(self._size)
        baseline = self.height - (self._leading - ascent - descent) / 2 - ascent
        for line in self._lines:
            x = {"left": 0.0, "center": 0.5, "right": 1.0}[self._align] * (self.width - line.width)
            self._draw_line(line, x, baseline)
            self._draw_links(line, x, baseline)
            baseline -= self._leading

    def _broken(self, width: float) -> list[Line[_Look]]:
        measure = _measure(self._book)
        if len(self._pieces) == 1:
            # Most cells of a table are one short text: no place to break it has to be looked for.
            text, look = self._pieces[0]
            if "\n" not in text and not text[-1:].isspace() and (whole := measure(text, look)) <= width:
                return [Line(self._pieces, whole, 0)]
        lines = break_lines(self._pieces, width, measure)
        if self._max_lines is None or len(lines) <= self._max_lines:
            return lines
        return [*lines[: self._max_lines - 1], self._shortened(lines[self._max_lines - 1], width)]

    def _shortened(self, line: Line[_Look], width: float) -> Line[_Look]:
        """End a line with an ellipsis, at the cost of its last characters where there is no room."""
        measure = _measure(self._book)
        pieces = list(line.pieces)
        look = pieces[-1][1] if pieces else self._pieces[0][1]
        room = width - measure(_ELLIPSIS, look)
        used = line.width
        while pieces and (used > room or pieces[-1][0][-1:].isspace()):
            text, last = pieces.pop()
            used -= measure(text[-1:], last)
            if len(text) > 1:
                pieces.append((text[:-1], last))
        return Line((*pieces, (_ELLIPSIS, look)), used + measure(_ELLIPSIS, look), line.start)

    def _cut_after(self, end: int, lines: int) -> None:
        self._pieces = _slice(self._pieces, 0, end)
        text = "".join(part for part, _ in self._pieces)
        # The line feed that ended the last line would begin an empty one.
        if text.endswith("\n"):
            self._pieces = _slice(self._pieces, 0, len(text) - 1)
        self._lines, self._max_lines = [], lines
        self.spaceAfter, self.keepWithNext = 0, 0

    def _cut_before(self, start: int, lines: int) -> None:
        self._pieces = _slice(self._pieces, start, None)
        self._lines = []
        self._max_lines = None if self._max_lines is None else self._max_lines - lines
        self.spaceBefore = 0

    def _draw_line(self, line: Line[_Look], x: float, y: float) -> None:
        writer = self.canv.beginText(x, y)
        for text, look in line.pieces:
            writer.setFont(look.font, look.size)
            writer.setFillColor(_color(look.color))
            writer.textOut(text)
        self.canv.drawText(writer)

    def _draw_links(self, line: Line[_Look], x: float, y: float) -> None:
        measure = _measure(self._book)
        low, high = y - self._book.descent(self._size), y + self._book.ascent(self._size)
        for link, pieces in groupby(line.pieces, key=lambda piece: piece[1].link):
            end = x + sum(measure(*piece) for piece in pieces)
            if link:
                self.canv.linkRect("", link.removeprefix("#"), (x, low, end, high), relative=1)
            x = end


@cache
def _color(code: str) -> Any:  # noqa: ANN401 - reportlab is untyped
    return HexColor(code)


def _measure(book: FontBook) -> Any:  # noqa: ANN401 - a function of text and look
    def width(text: str, look: _Look) -> float:
        return book.run_width(Run(look.font, text), look.size)

    return width


def _pieces(book: FontBook, spans: Sequence[Span], *, count: bool) -> _Pieces:
    """Give every character its font, with all spans in view: a quotation mark's face depends on its neighbours."""
    shown = [book.shown(span.text, count=count) for span in spans] or [""]
    every = book.faces("".join(shown))
    if len(spans) == 1 and len(set(every)) == 1:
        span = spans[0]
        return ((shown[0], _Look(book.font(every[0], span.weight), span.size, span.color, span.link)),)
    faces = iter(every)
    pieces: list[tuple[str, _Look]] = []
    for span, text in zip(spans or [Span("")], shown, strict=True):
        for face, pairs in groupby(zip(text, faces, strict=False), key=lambda pair: pair[1]):
            look = _Look(book.font(face, span.weight), span.size, span.color, span.link)
            pieces.append(("".join(char for char, _ in pairs), look))
    empty = _Look(book.initial_font, Span("").size, Span("").color, "")
    return tuple(pieces) or (("", empty),)


def _slice(pieces: _Pieces, start: int, end: int | None) -> _Pieces:
    """Return the pieces of a part of the joined text."""
    kept: list[tuple[str, _Look]] = []
    position = 0
    for text, look in pieces:
        stop = len(text) if end is None else max(end - position, 0)
        part = text[max(start - position, 0) : stop]
        if part:
            kept.append((part, look))
        position += len(text)
    return tuple(kept) or (("", pieces[0][1]),)
