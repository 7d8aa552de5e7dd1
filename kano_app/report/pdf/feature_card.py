"""One feature on a third of a page: the grid of both answers at the right, and what is counted from it at the left."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.report.blocks import FeatureCard, Square
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.links import anchor
from kano_app.report.pdf.marks import draw_mark
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.said import BAR, PADDING, Said, SaidView, box
from kano_app.report.pdf.text import Span, TextBlock, natural_width

_CELL = (27.0, 17.0)
_SIDE = 42.0
"""Room for the answers beside the grid."""
_HEAD = 24.0
"""Room for the answers above it."""
_GAP = 14.0
_NAMES = 52.0
_BETWEEN = 2.4
_MOST_LINES = 12
_GAP_ABOVE_NOTES = 5.0
_TINT = 0.20
_SMALL = 6.2


class FeatureCardView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A card that is never torn, but for what people said: that goes on where it is too long."""

    def __init__(self, book: FontBook, card: FeatureCard, accent: str) -> None:
        """Set the texts."""
        super().__init__()
        self._book, self._card = book, card
        self._title = NameBlock(
            book,
            [
                Span(f"{card.number}  ", 10.5, "regular", theme.MUTED),
                Span(card.title, 10.5, "semibold", theme.INK),
            ],
            leading=1.25,
            max_lines=12,
        )
        tags = [Span(card.tags[0], theme.TABLE_SIZE, "semibold", theme.INK)]
        tags += [Span(f" · {tag}", theme.TABLE_SIZE, "regular", theme.MUTED) for tag in card.tags[1:]]
        self._tags = TextBlock(book, tags, leading=1.35, max_lines=4)
        size = theme.CARD_TEXT_SIZE
        self._about = TextBlock(book, [Span(card.about, size, "regular", theme.MUTED)], leading=1.35, max_lines=4)
        self._lines = [
            (
                TextBlock(book, [Span(name, size, "regular", theme.MUTED)], leading=1.35, max_lines=4),
                TextBlock(book, [Span(text, size, "regular", theme.INK)], leading=1.35, max_lines=_MOST_LINES),
            )
            for name, text in card.lines
        ]
        back = [Span(card.link_text, _SMALL + 0.5, "regular", accent, card.link)]
        self._back, self._back_width = TextBlock(book, back, max_lines=1), natural_width(book, back) + 1
        self._accent = accent
        self._said = None if card.said is None else Said.of(book, card.said)
        self._square = None if card.square is None else _SquareView(book, card.square)
        self.spaceBefore, self.spaceAfter = 0, 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of the card."""
        beside = self._square.width + _GAP if self._square else 0.0
        room = available_width - 2 * PADDING - BAR - beside
        self._title.wrap(room, available_height)
        self._about.wrap(room, available_height)
        self._tags.wrap(room - 11, available_height)
        for name, text in self._lines:
            name.wrap(_NAMES - 6, available_height)
            text.wrap(room - _NAMES, available_height)
        self._back.wrap(self._back_width, available_height)
        height = self._title.height + self._tags.height + 7
        if self._card.about:
            height += self._about.height + 3
        height += sum(max(name.height, text.height) + _BETWEEN for name, text in self._lines)
        if self._card.link_text:
            height += self._back.height
        self.width = available_width
        height = max(height, self._square.height if self._square else 0.0) + 2 * PADDING
        self._below = 0.0
        if self._said is not None:
            self._below = self._said.wrap(available_width - 2 * PADDING - BAR) + _GAP_ABOVE_NOTES
        self.height = height + self._below
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part it between two of the things people said; empty if not one fits."""
        self.wrap(available_width, available_height)
        parts = None if self._said is None else self._said.parted(available_height - (self.height - self._below))
        if parts is None:
            return []
        head, rest = parts
        card = FeatureCardView(self._book, self._card, self._accent)
        card._said = head
        return [card, SaidView(rest, self._card.mark.color)]

    def draw(self) -> None:
        """Draw the card from its lower left corner, with its place in the outline."""
        canvas, card = self.canv, self._card
        anchor(canvas, card.anchor, self.height + 4)
        if card.anchor:
            canvas.addOutlineEntry(f"{card.number}  {card.title}", card.anchor, 1, closed=True)
        box(canvas, self.width, self.height, card.mark.color)
        x, y = PADDING + BAR, self.height - PADDING - self._title.height
        self._title.drawOn(canvas, x, y)
        y -= 3 + self._tags.height
        self._tags.drawOn(canvas, x + 11, y)
        draw_mark(canvas, card.mark, x + 3.2, y + self._tags.height - self._tags.line_height / 2, 3.2)
        if card.about:
            y -= 3 + self._about.height
            self._about.drawOn(canvas, x, y)
        y -= 4
        for name, text in self._lines:
            height = max(name.height, text.height)
            name.drawOn(canvas, x, y - name.height)
            text.drawOn(canvas, x + _NAMES, y - text.height)
            y -= height + _BETWEEN
        if card.link_text:
            self._back.drawOn(canvas, x, PADDING - 2.5 + self._below)
        if self._said is not None:
            self._said.draw(canvas, x, self._below - _GAP_ABOVE_NOTES + PADDING)
        if self._square is not None:
            place = self.width - PADDING - self._square.width
            self._square.draw(canvas, place, self.height - PADDING - self._square.height)


class _SquareView:
    """The grid of both answers."""

    def __init__(self, book: FontBook, square: Square) -> None:
        self._book, self._square = book, square
        self.width = _SIDE + 5 * _CELL[0]
        self.height = _HEAD + 5 * _CELL[1]

    def draw(self, canvas: Any, x: float, y: float) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw it with its lower left corner at a place."""
        wide, high = _CELL
        top = y + 5 * high
        self._say(canvas, self._square.across, x + _SIDE, top + 12, 5 * wide, "center")
        self._say(canvas, self._square.down, x - 4, top + 2, _SIDE, "right")
        for place, answer in enumerate(self._square.answers):
            self._say(canvas, answer, x + _SIDE + place * wide - 4, top + 2, wide + 8, "center")
            self._say(canvas, answer, x - 4, top - (place + 1) * high + 5.2, _SIDE, "right")
        for down, row in enumerate(self._square.cells):
            for across, cell in enumerate(row):
                self._cell(canvas, x + _SIDE + across * wide, top - (down + 1) * high, cell)

    def _cell(self, canvas: Any, x: float, y: float, cell: tuple[str, str, Any]) -> None:  # noqa: ANN401 - untyped
        count, letter, mark = cell
        wide, high = _CELL
        tint = HexColor(mark.color)
        light = [1 - (1 - one) * (_TINT if count else _TINT / 3) for one in (tint.red, tint.green, tint.blue)]
        canvas.setFillColorRGB(*(round(one, 3) for one in light))
        canvas.setStrokeColor(HexColor(theme.GROUND))
        canvas.setLineWidth(0.8)
        canvas.rect(x, y, wide, high, stroke=1, fill=1)
        self._say(canvas, letter, x + 2.5, y + high - 9.2, 10, "left", theme.MUTED)
        if count:
            block = TextBlock(self._book, [Span(count, 8.2, "semibold", theme.INK)], align="right", max_lines=1)
            block.wrap(wide - 4, high)
            block.drawOn(canvas, x, y + 1.5)

    def _say(
        self,
        canvas: Any,  # noqa: ANN401 - reportlab is untyped
        text: str,
        x: float,
        y: float,
        room: float,
        align: Any,  # noqa: ANN401 - one of three words
        color: str = theme.MUTED,
    ) -> None:
        block = TextBlock(self._book, [Span(text, _SMALL, "regular", color)], align=align, max_lines=1)
        block.wrap(room, 20)
        block.drawOn(canvas, x, y)
