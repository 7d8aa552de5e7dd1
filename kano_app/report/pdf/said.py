"""What people said of a feature: inside its card, and where that is too long, in a box that goes on with it."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.report.blocks import Quotes
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.text import Span, TextBlock

PADDING = 8.0
BAR = 3.0
_BETWEEN = 3.0
_MOST_LINES = 40


class Said:
    """A title and what people said, under each other."""

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        """Take the texts; the first is the title."""
        self._blocks = list(blocks)
        self.height = 0.0

    @classmethod
    def of(cls, book: FontBook, quotes: Quotes) -> "Said":
        """Set the texts."""
        size = theme.CARD_TEXT_SIZE
        title = TextBlock(book, [Span(quotes.title, size, "semibold", theme.MUTED)], leading=1.4)
        items = [TextBlock(book, [Span(one, size)], leading=1.4, max_lines=_MOST_LINES) for one in quotes.items]
        return cls([title, *items])

    def wrap(self, width: float) -> float:
        """Return the height in a width."""
        self.height = sum(block.wrap(width, 0.0)[1] + _BETWEEN for block in self._blocks)
        return self.height

    def parted(self, height: float) -> "tuple[Said, Said] | None":
        """Return what fits into a height and what does not; nothing if not one text with the title fits."""
        room, fitting = height, 0
        while fitting < len(self._blocks) and self._blocks[fitting].height + _BETWEEN <= room:
            room -= self._blocks[fitting].height + _BETWEEN
            fitting += 1
        title, *items = self._blocks
        if fitting < 2 or fitting == len(self._blocks):
            return None
        return Said(self._blocks[:fitting]), Said([title, *items[fitting - 1 :]])

    def draw(self, canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw the texts below a height."""
        y = top
        for block in self._blocks:
            y -= block.height
            block.drawOn(canvas, x, y)
            y -= _BETWEEN


class SaidView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """The rest of what people said of a feature, on the page after its card."""

    def __init__(self, said: Said, colour: str) -> None:
        """Take the texts and the colour of the card."""
        super().__init__()
        self._said, self._colour = said, colour
        self.spaceBefore, self.spaceAfter = 0, 8

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the size of the box."""
        self.width = available_width
        self.height = self._said.wrap(available_width - 2 * PADDING - BAR) + 2 * PADDING
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part it between two texts; empty if not one fits."""
        self.wrap(available_width, available_height)
        parts = self._said.parted(available_height - 2 * PADDING)
        return [] if parts is None else [SaidView(one, self._colour) for one in parts]

    def draw(self) -> None:
        """Draw the box and the texts."""
        box(self.canv, self.width, self.height, self._colour)
        self._said.draw(self.canv, PADDING + BAR, self.height - PADDING)


def box(canvas: Any, width: float, height: float, colour: str) -> None:  # noqa: ANN401 - reportlab is untyped
    """Draw the frame of a card with its bar."""
    canvas.saveState()
    canvas.setFillColor(HexColor(theme.GROUND))
    canvas.setStrokeColor(HexColor(theme.LINE))
    canvas.setLineWidth(0.6)
    canvas.rect(0, 0, width, height, stroke=1, fill=1)
    canvas.setFillColor(HexColor(colour))
    canvas.rect(0, 0, BAR, height, stroke=0, fill=1)
    canvas.restoreState()
