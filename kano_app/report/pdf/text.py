"""Styled text as a block that reportlab's page templates can place: the step between words and the lines on a page."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from itertools import groupby
from typing import Literal

from reportlab.platypus import Flowable

from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.line_breaking import Line, tokens
from kano_app.report.pdf.pieces import Look, Span, lines_of, measure_of, pieces_of, room, sliced, squeeze
from kano_app.report.pdf.punctuation import MARKS
from kano_app.report.pdf.reach import starts
from kano_app.report.pdf.seams import seams
from kano_app.report.pdf.written_line import write_line

__all__ = ["Align", "Span", "TextBlock", "min_width", "natural_width"]

Align = Literal["left", "right", "center"]

_ELLIPSIS = "…"
# A first or last line alone on its page is hard to read on from.
_FEWEST_LINES = 2


def natural_width(book: FontBook, spans: Sequence[Span]) -> float:
    """Return the width, in points, at which no line has to be broken."""
    pieces = pieces_of(book, spans, count=False)
    if all(_is_plain(text) for text, _ in pieces) and not any(seams("".join(text for text, _ in pieces))):
        return float(sum(map(measure_of(book), *zip(*pieces, strict=True))))
    return max(line.width for line in lines_of(book, pieces, float("inf")))


def min_width(book: FontBook, spans: Sequence[Span]) -> float:
    """Return the width, in points, of the widest word: narrower, and words are broken."""
    pieces = pieces_of(book, spans, count=False)
    looks = [look for text, look in pieces for _ in text]
    measure, start, widest = measure_of(book), 0, 0.0
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
        self._pieces = pieces_of(book, spans, count=True)
        self._size = max((span.size for span in spans), default=Span("").size)
        self._leading = leading * self._size
        self._max_lines = max_lines
        self._align = align
        self._lines: list[Line[Look]] = []
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

    def _broken(self, width: float) -> list[Line[Look]]:
        if len(self._pieces) == 1:
            # Most cells of a table are one short text: no place to break it has to be looked for.
            text, look = self._pieces[0]
            if _is_plain(text) and (whole := measure_of(self._book)(text, look)) <= width:
                return [Line(self._pieces, whole, 0)]
        lines = lines_of(self._book, self._pieces, width)
        if self._max_lines is None or len(lines) <= self._max_lines:
            return lines
        return self._cut_short(width, self._max_lines)

    def _cut_short(self, width: float, most: int) -> list[Line[Look]]:
        """Return the lines there is room for."""
        lines = lines_of(self._book, self._pieces, width, balanced=False)
        return [*lines[: most - 1], self._shortened(lines[most - 1], width)]

    def _shortened(self, line: Line[Look], width: float) -> Line[Look]:
        """End a line with an ellipsis, at the cost of its last characters where there is no room."""
        look = line.pieces[-1][1] if line.pieces else self._pieces[0][1]
        for end in range(len(line.text), 0, -1):
            if not line.text[end - 1].isspace():
                kept = (*sliced(line.pieces, 0, end), (_ELLIPSIS, look))
                (short,) = lines_of(self._book, kept, float("inf"))
                if short.width <= width:
                    return replace(short, start=line.start)
        return Line(((_ELLIPSIS, look),), measure_of(self._book)(_ELLIPSIS, look), line.start)

    def _cut_after(self, end: int, lines: int) -> None:
        self._pieces = sliced(self._pieces, 0, end)
        text = "".join(part for part, _ in self._pieces)
        # The line feed that ended the last line would begin an empty one.
        if text.endswith("\n"):
            self._pieces = sliced(self._pieces, 0, len(text) - 1)
        self._lines, self._max_lines = [], lines
        self.spaceAfter, self.keepWithNext = 0, 0

    def _cut_before(self, start: int, lines: int) -> None:
        self._pieces = sliced(self._pieces, start, None)
        self._lines = []
        self._max_lines = None if self._max_lines is None else self._max_lines - lines
        self.spaceBefore = 0

    def _draw_line(self, line: Line[Look], x: float, y: float) -> None:
        if line.pieces and line.text[:1] in MARKS:
            x -= squeeze(None, (line.text[0], line.pieces[0][1]))
        writer = self.canv.beginText(x, y)
        write_line(writer, line.pieces)
        self.canv.drawText(writer)

    def _draw_links(self, line: Line[Look], x: float, y: float) -> None:
        if not any(look.link for _, look in line.pieces):
            return
        low, high = y - self._book.descent(self._size), y + self._book.ascent(self._size)
        ends = starts(line.pieces, measure_of(self._book), squeeze, room)
        for link, places in groupby(range(len(line.pieces)), key=lambda place: line.pieces[place][1].link):
            if link:
                linked = list(places)
                left, right = x + ends[linked[0]], x + ends[linked[-1] + 1]
                self.canv.linkRect("", link.removeprefix("#"), (left, low, right, high), relative=1)


def _is_plain(text: str) -> bool:
    """Return whether a text is as wide as its characters, so long as it is not broken."""
    return "\n" not in text and not text[-1:].isspace() and MARKS.isdisjoint(text)
