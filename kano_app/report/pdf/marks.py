"""The shape of a category on paper."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.charts.palette import EDGE, Mark
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.text import Span, TextBlock

_LIGHT = 0.6
"""Luminance above which a shape needs an outline to stand on white."""


def draw_mark(canvas: Any, mark: Mark, x: float, y: float, radius: float) -> None:  # noqa: ANN401 - reportlab is untyped
    """Draw a shape around a centre."""
    outline = canvas.beginPath()
    for place, (across, up) in enumerate(mark.outline):
        step = outline.lineTo if place else outline.moveTo
        step(round(x + across * radius, 2), round(y + up * radius, 2))
    outline.close()
    fill = HexColor(mark.color)
    light = 0.2126 * fill.red + 0.7152 * fill.green + 0.0722 * fill.blue > _LIGHT
    canvas.saveState()
    canvas.setFillColor(fill)
    canvas.setStrokeColor(HexColor(EDGE) if light else fill)
    canvas.setLineWidth(0.4)
    canvas.drawPath(outline, stroke=1, fill=1)
    canvas.restoreState()


class MarkedText(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A shape with its name beside it."""

    def __init__(self, book: FontBook, mark: Mark, span: Span) -> None:
        """Keep the shape and the name; the shape is as high as the name's small letters."""
        super().__init__()
        self._mark, self._size = mark, span.size
        self._indent = span.size * 1.35
        self._text = TextBlock(book, [span], leading=1.3)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of shape and name together."""
        _, height = self._text.wrap(available_width - self._indent, available_height)
        self.width, self.height = available_width, height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shape beside the first line of the name."""
        middle = self.height - self._text.line_height / 2
        draw_mark(self.canv, self._mark, self._size * 0.45, middle, self._size * 0.36)
        self._text.drawOn(self.canv, self._indent, 0)
