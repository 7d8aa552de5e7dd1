"""The contents: a line a heading, which leads there and says its page."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.report.blocks import Contents
from kano_app.report.pdf import theme
from kano_app.report.pdf.canvas import AT, LABEL_WIDTH
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.links import link
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.text import Span, TextBlock

_SIZE = 9.5
_PADDING = 3.4


class ContentsView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Every heading with a thin line under it and its page at the right."""

    def __init__(self, book: FontBook, block: Contents) -> None:
        """Set the lines."""
        super().__init__()
        self._book = book
        self._lines = [
            (NameBlock(book, [Span(text, _SIZE, "regular", theme.INK)], max_lines=2), anchor)
            for text, anchor in block.entries
        ]
        self.spaceBefore, self.spaceAfter = 4, 16

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the height of all lines."""
        for text, _ in self._lines:
            text.wrap(available_width - LABEL_WIDTH, available_height)
        self.width = available_width
        self.height = sum(text.height + 2 * _PADDING for text, _ in self._lines)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines from the top; the pages are known at the end."""
        y = self.height
        for text, anchor in self._lines:
            y -= text.height + 2 * _PADDING
            text.drawOn(self.canv, 0, y + _PADDING)
            self.canv.later(f"{AT}{anchor}", self.width, y + _PADDING, self._page)
            self.canv.setStrokeColor(HexColor(theme.LINE))
            self.canv.setLineWidth(0.4)
            self.canv.line(0, y, self.width, y)
            link(self.canv, anchor, (0, y, self.width, y + text.height + 2 * _PADDING))

    def _page(self, canvas: Any, text: str) -> None:  # noqa: ANN401 - reportlab is untyped
        block = TextBlock(self._book, [Span(text, _SIZE, "regular", theme.MUTED)], align="right", max_lines=1)
        block.wrap(LABEL_WIDTH, 20)
        block.drawOn(canvas, 0, 0)
