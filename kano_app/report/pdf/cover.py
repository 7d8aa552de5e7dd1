"""The cover: logo, what the study is called and whose it is, and what holds for all of its figures."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.domain.branding import Branding
from kano_app.report.blocks import Cover
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.logo import LogoView, logo_view
from kano_app.report.pdf.rows import Rows
from kano_app.report.pdf.text import Span, TextBlock

_LOGO = (200.0, 72.0)
"""The most a logo takes."""
_MEASURE = 0.86
"""Share of the width that the title takes."""
_MIDDLE = 0.62
"""Share of the page's height at which the title ends."""
_NAMES = 110.0
_FIGURE = 130.0
"""Width that each of the numbers has."""
_MOST_LINES = 7


class CoverView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A whole page."""

    def __init__(
        self, book: FontBook, block: Cover, branding: Branding, accent: str, size: tuple[float, float]
    ) -> None:
        """Set the texts."""
        super().__init__()
        self.width, self.height = size
        self._accent = accent
        self._logo: LogoView | None = logo_view(branding.logo, *_LOGO)
        self._kind = TextBlock(book, [Span(block.kind, 11, "semibold", accent)], max_lines=2)
        length = len(block.title)
        scale = 1.0 if length <= 60 else 0.8 if length <= 120 else 0.55
        self._title = TextBlock(
            book,
            [Span(block.title, theme.COVER_SIZE * scale, "semibold", theme.INK)],
            leading=1.18,
            max_lines=_MOST_LINES,
        )
        self._whose = TextBlock(book, [Span(block.organisation, 13, "regular", theme.MUTED)], max_lines=4)
        self._figures = [_figure(book, number, what, accent) for number, what in block.figures]
        self._facts = _facts(book, block.facts, self.width)
        self._note = TextBlock(book, [Span(block.note, theme.SMALL_SIZE, "regular", theme.MUTED)], max_lines=6)

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the whole page, a hair less than it has."""
        return self.width, self.height - 1

    def draw(self) -> None:
        """Draw from the top: logo; title and whose it is; facts at the foot."""
        canvas, measure = self.canv, self.width * _MEASURE
        if self._logo is not None:
            self._logo.draw(canvas, 0, self.height - 8 - self._logo.height)
        for block in (self._kind, self._title, self._whose):
            block.wrap(measure, self.height)
        y = self.height * _MIDDLE
        self._kind.drawOn(canvas, 0, y + self._title.height + 10)
        self._title.drawOn(canvas, 0, y)
        canvas.setFillColor(HexColor(self._accent))
        canvas.rect(0, y - 14, 56, 3, stroke=0, fill=1)
        self._whose.drawOn(canvas, 0, y - 28 - self._whose.height)
        y -= 28 + self._whose.height + 34
        for place, figure in enumerate(self._figures):
            top = y
            for block in figure:
                block.wrap(_FIGURE - 14, self.height)
                top -= block.height
                block.drawOn(canvas, place * _FIGURE, top)
        self._note.wrap(measure, self.height)
        self._note.drawOn(canvas, 0, 6)
        self._facts.wrap(self.width, self.height)
        self._facts.drawOn(canvas, 0, 6 + self._note.height + 18)


def _figure(book: FontBook, number: str, what: str, accent: str) -> tuple[TextBlock, TextBlock]:
    return (
        TextBlock(book, [Span(number, 26, "semibold", accent)], leading=1.2, max_lines=1),
        TextBlock(book, [Span(what, theme.TEXT_SIZE, "regular", theme.MUTED)], max_lines=3),
    )


def _facts(book: FontBook, facts: tuple[tuple[str, str], ...], width: float) -> Rows:
    rows = [
        [
            TextBlock(book, [Span(name, theme.TEXT_SIZE, "regular", theme.MUTED)], max_lines=3),
            TextBlock(book, [Span(value, theme.TEXT_SIZE, "regular", theme.INK)], max_lines=3),
        ]
        for name, value in facts
    ]
    return Rows([_NAMES, width * _MEASURE - _NAMES], rows, padding=(0, 2.2), right=8)
