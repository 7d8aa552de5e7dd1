"""Blocks as what flows down the pages: one small function a kind of block."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, takewhile
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, PageBreakIfNotEmpty

from kano_app.report.blocks import (
    Block,
    Brief,
    Bullets,
    Contents,
    Cover,
    Document,
    Drawing,
    Entries,
    Facts,
    FeatureCard,
    Grid,
    Heading,
    Lanes,
    Lead,
    Legend,
    Note,
    Paragraph,
    Quotes,
    Sheet,
    Title,
)
from kano_app.report.pdf import theme
from kano_app.report.pdf.brief import BriefView
from kano_app.report.pdf.chart import Chart
from kano_app.report.pdf.contents import ContentsView
from kano_app.report.pdf.cover import CoverView
from kano_app.report.pdf.feature_card import FeatureCardView
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.grid import grid_view
from kano_app.report.pdf.if_room import IfRoom
from kano_app.report.pdf.lanes import LanesView
from kano_app.report.pdf.links import Bookmark
from kano_app.report.pdf.lists import list_view
from kano_app.report.pdf.report_pages import SIDEWAYS, UPRIGHT
from kano_app.report.pdf.rows import Rows
from kano_app.report.pdf.text import Span, TextBlock

_LINES_TOGETHER = 2
_NOTES_TOGETHER = 3
"""Notes under a table that stand on the page of its last rows."""


class Flow:
    """Turns the blocks of a document into flowables.

    Attributes:
        missing: how often a character that no font has stands in the blocks so far.
    """

    def __init__(self, book: FontBook, document: Document, sheet: tuple[float, float]) -> None:
        """Keep what every block needs."""
        self.missing: Counter[str] = Counter()
        self._book, self._sheet = book, sheet
        self._branding = document.branding
        self._accent = document.branding.accent or theme.ACCENT
        self._landscape = False
        self._headings = 0
        self._level = 0
        self._is_first = True

    @property
    def _width(self) -> float:
        return self._sheet[self._landscape] - 2 * theme.MARGIN

    @property
    def _page(self) -> float:
        """Return the height of the frame."""
        return self._sheet[not self._landscape] - theme.TOP - theme.BOTTOM

    def stories(self, blocks: Sequence[Block]) -> Iterator[list[Flowable]]:
        """Yield flowables, with each heading those it has to stand with."""
        headed: list[Flowable] = []
        for place, (block, following) in enumerate(pairwise((*blocks, None))):
            if block is None:
                break
            before = Counter(self._book.missing)
            made = self.flowables(block)
            if isinstance(block, Grid):
                self._foot(made, blocks[place + 1 :])
            self.missing += Counter(self._book.missing) - before
            if isinstance(block, Heading) or (headed and _leads_on(block, following)):
                headed += made
                continue
            if headed and isinstance(block, Drawing) and block.least:
                made, headed = [IfRoom(headed, made[0])], []
            below = self._legend_below(block, following)
            if headed or below:
                made = [CondPageBreak(self._room(headed, made) + below), *headed, *made]
                headed = []
            yield made
        if headed:
            yield headed

    def _foot(self, made: Sequence[Flowable], following: Sequence[Block]) -> None:
        """Tell a table how high the notes are that explain it below."""
        notes = list(takewhile(lambda block: isinstance(block, Note), following))[:_NOTES_TOGETHER]
        below = [one for note in notes for one in self.flowables(note)]
        for rows in made:
            if isinstance(rows, Rows):
                rows.foot = sum(one.wrap(self._width, self._page)[1] + _space(one) for one in below) + _space(rows)

    def _legend_below(self, block: Block, following: Block | None) -> float:
        """Return the height of a legend that explains the drawing above it."""
        if not isinstance(block, Drawing) or block.least or not isinstance(following, Legend):
            return 0.0
        made = list_view(self._book, following, self._width)
        return float(sum(one.wrap(self._width, self._page)[1] + _space(one) for one in made))

    def flowables(self, block: Block) -> list[Flowable]:
        """Return what a block becomes."""
        is_first, self._is_first = self._is_first, False
        match block:
            case Sheet():
                return [] if is_first and not block.landscape else self._turn(landscape=block.landscape)
            case Cover():
                cover = CoverView(self._book, block, self._branding, self._accent, (self._width, self._page))
                return [cover, PageBreakIfNotEmpty(UPRIGHT)]
            case Contents():
                return [ContentsView(self._book, block)]
            case Title():
                return self._title(block)
            case Heading():
                return self._heading(block)
            case Lead():
                return [self._text(block.text, theme.LEAD_SIZE, leading=1.5, after=6)]
            case Paragraph():
                return [self._text(block.text, theme.TEXT_SIZE, leading=1.5, after=6)]
            case Note():
                return [self._text(block.text, theme.SMALL_SIZE, color=theme.MUTED, leading=1.45, after=5)]
            case Lanes() | Brief() | FeatureCard() | Drawing():
                return [self._picture(block)]
            case Facts() | Bullets() | Entries() | Quotes() | Legend():
                return list_view(self._book, block, self._width)
            case Grid():
                return [grid_view(self._book, block, self._width)]
            case _:
                raise TypeError(f"no block of a report: {block}")

    def _picture(self, block: Lanes | Brief | FeatureCard | Drawing) -> Flowable:
        match block:
            case Lanes():
                return LanesView(self._book, block)
            case Brief():
                return BriefView(self._book, block)
            case FeatureCard():
                return FeatureCardView(self._book, block, self._accent)
            case Drawing():
                return self._drawing(block)

    def _room(self, headed: Sequence[Flowable], made: Sequence[Flowable]) -> float:
        """Return the height that a heading needs with the beginning of what it heads."""
        height = sum(one.wrap(self._width, self._page)[1] + _space(one) for one in headed)
        first = made[0] if made else None
        if first is not None:
            height += first.getSpaceBefore() + self._least(first)
        return float(min(height, self._page))

    def _least(self, flowable: Flowable) -> float:
        """Return how much of a flowable has to stand under its heading."""
        if isinstance(flowable, Rows | LanesView):
            return flowable.least(self._width)
        _, height = flowable.wrap(self._width, 0.0)
        if isinstance(flowable, TextBlock):
            return float(min(height, (_LINES_TOGETHER + 1) * flowable.line_height))
        return float(height)

    def _turn(self, *, landscape: bool) -> list[Flowable]:
        self._landscape = landscape
        return [PageBreakIfNotEmpty(SIDEWAYS if landscape else UPRIGHT)]

    def _text(
        self, text: str, size: float, *, color: str = theme.INK, leading: float = 1.4, after: float = 0
    ) -> TextBlock:
        return TextBlock(self._book, [Span(text, size, "regular", color)], leading=leading, space_after=after)

    def _title(self, block: Title) -> list[Flowable]:
        title = TextBlock(
            self._book,
            [Span(block.text, theme.TITLE_SIZE, "semibold", theme.INK)],
            leading=1.2,
            max_lines=8,
            space_after=3,
        )
        return [title, self._text(block.under, theme.TEXT_SIZE, color=theme.MUTED, after=8)]

    def _heading(self, block: Heading) -> list[Flowable]:
        is_large = block.level == 1
        self._headings += 1
        # An outline may not begin in its second level.
        self._level = min(block.level - 1, self._level + 1 if self._headings > 1 else 0)
        text = TextBlock(
            self._book,
            [Span(block.text, theme.HEADING_SIZES[block.level], "semibold", theme.INK)],
            leading=1.25,
            space_before=20 if is_large else 10,
            space_after=6 if is_large else 3,
        )
        return [Bookmark(block.text, self._level, block.anchor or f"heading-{self._headings}"), text]

    def _drawing(self, block: Drawing) -> Flowable:
        width = self._width
        return Chart(self._book, partial(_draw_inset, block=block), width, block.height, block.alt, least=block.least)


def _leads_on(block: Block, following: Block | None) -> bool:
    """Return whether a block under a heading only leads to what follows it, and has to stand with that."""
    is_text = isinstance(block, Note | Legend | Paragraph)
    return is_text and following is not None and not isinstance(following, Heading | Sheet)


def _space(flowable: Flowable) -> float:
    return float(flowable.getSpaceBefore() + flowable.getSpaceAfter())


def _draw_inset(axes: Any, *, block: Drawing) -> None:  # noqa: ANN401 - matplotlib is untyped
    left, bottom, right, top = block.inset
    width, height = (72 * size for size in axes.figure.get_size_inches())
    axes.set_position((left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height))
    block.draw(axes)
