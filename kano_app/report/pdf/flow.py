"""Blocks as what flows down the pages: one small function a kind of block."""

from functools import partial
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table, TableStyle

from kano_app.report.blocks import (
    Block,
    Bullets,
    Drawing,
    Entries,
    Facts,
    Grid,
    Heading,
    Lanes,
    Lead,
    Legend,
    Note,
    Paragraph,
    Title,
)
from kano_app.report.pdf import theme
from kano_app.report.pdf.chart import Chart
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.grid import grid_view
from kano_app.report.pdf.lanes import LanesView
from kano_app.report.pdf.marks import MarkedText
from kano_app.report.pdf.text import Span, TextBlock, natural_width

_COLUMNS = 3
_MOST_TOGETHER = 300.0
"""Points of height up to which facts stay on one page together."""
_NAME_SHARE = 0.27
"""Share of the width that the names of facts take."""


class Bookmark(Flowable):  # type: ignore[misc] # reportlab is untyped
    """An entry of the outline; takes no room."""

    def __init__(self, text: str, level: int, key: str) -> None:
        """Keep what the entry says and how deep it lies."""
        super().__init__()
        self._text, self._level, self._key = text, level, key
        self.width = self.height = 0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return nothing in either direction."""
        return 0, 0

    def draw(self) -> None:
        """Set the destination a little above the heading."""
        self.canv.bookmarkHorizontal(self._key, 0, theme.HEADING_SIZES[1] * 2)
        self.canv.addOutlineEntry(self._text, self._key, self._level, closed=False)


class Flow:
    """Turns blocks into flowables for pages of one width; without ``charts`` only their room is kept."""

    def __init__(self, book: FontBook, width: float, *, charts: bool) -> None:
        """Keep what every block needs."""
        self._book, self._width, self._charts = book, width, charts
        self._bookmarks = 0

    def flowables(self, block: Block) -> list[Flowable]:
        """Return what a block becomes."""
        match block:
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
            case Facts():
                return self._facts(block)
            case Bullets():
                return [self._bullet(item) for item in block.items]
            case Entries():
                return self._entries(block)
            case Legend():
                return self._legend(block)
            case Lanes():
                return [LanesView(self._book, block)]
            case Grid():
                return [grid_view(self._book, block, self._width)]
            case Drawing():
                return [self._drawing(block)]

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
        size = theme.HEADING_SIZES[block.level]
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        # Not keepWithNext: it would move a whole table to the next page that could begin on this one.
        start: list[Flowable] = [CondPageBreak(block.room)]
        text = TextBlock(
            self._book,
            [Span(block.text, size, "semibold", theme.INK)],
            leading=1.25,
            space_before=12 if block.level == 1 else 9,
            space_after=5 if block.level == 1 else 3,
        )
        return [*start, Bookmark(block.text, block.level - 1, key), text]

    def _facts(self, block: Facts) -> list[Flowable]:
        if not block.rows:
            return []
        rows = [
            [
                TextBlock(self._book, [Span(name, theme.TEXT_SIZE, "semibold", theme.INK)], leading=1.4, max_lines=30),
                TextBlock(self._book, [Span(value, theme.TEXT_SIZE, "regular", theme.INK)], leading=1.4, max_lines=40),
            ]
            for name, value in block.rows
        ]
        table = Table(rows, colWidths=[self._width * _NAME_SHARE, self._width * (1 - _NAME_SHARE)], splitInRow=0)
        table.setStyle(_plain_cells(self._book, right=10))
        table.spaceAfter = 6
        # Not a KeepTogether: inside one, a heading above would be left behind on the page before.
        table.splitByRow = int(table.wrap(self._width, _MOST_TOGETHER)[1] > _MOST_TOGETHER)
        return [table]

    def _entries(self, block: Entries) -> list[Flowable]:
        """Set entries in three columns, alphabet-like: the second column goes on where the first ends."""
        depth = -(-len(block.items) // _COLUMNS)
        cells: list[TextBlock | str] = [self._entry(name, text) for name, text in block.items]
        cells += [""] * (depth * _COLUMNS - len(cells))
        rows = [[cells[column * depth + row] for column in range(_COLUMNS)] for row in range(depth)]
        table = Table(rows, colWidths=[self._width / _COLUMNS] * _COLUMNS, splitInRow=0)
        table.setStyle(_plain_cells(self._book, right=10))
        table.spaceAfter = 6
        return [table]

    def _entry(self, name: str, text: str) -> TextBlock:
        spans = [Span(name, theme.TABLE_SIZE, "regular", theme.INK)]
        if text:
            spans.append(Span(f"\n{text}", theme.SMALL_SIZE, "regular", theme.MUTED))
        return TextBlock(self._book, spans, leading=1.35, max_lines=40)

    def _bullet(self, item: str) -> Flowable:
        bullet = TextBlock(self._book, [Span("•", theme.TEXT_SIZE, "regular", theme.MUTED)], leading=1.45)
        text = TextBlock(self._book, [Span(item, theme.TEXT_SIZE, "regular", theme.INK)], leading=1.45, max_lines=40)
        table = Table([[bullet, text]], colWidths=[10, self._width - 10], splitInRow=0)
        table.setStyle(_plain_cells(self._book, right=0))
        return table

    def _legend(self, block: Legend) -> list[Flowable]:
        size = theme.SMALL_SIZE
        cells = [MarkedText(self._book, mark, Span(name, size, "regular", theme.MUTED)) for mark, name in block.entries]
        widths = [natural_width(self._book, [Span(name, size)]) + size * 1.35 + 14 for _, name in block.entries]
        table = Table([cells], colWidths=widths, hAlign="LEFT")
        table.setStyle(_plain_cells(self._book, right=0))
        table.spaceBefore, table.spaceAfter = 4, 8
        return [table]

    def _drawing(self, block: Drawing) -> Flowable:
        if not self._charts:
            return Spacer(self._width, block.height)
        return Chart(
            self._book, partial(_draw_inset, block=block, width=self._width), self._width, block.height, block.alt
        )


def _draw_inset(axes: Any, *, block: Drawing, width: float) -> None:  # noqa: ANN401 - matplotlib is untyped
    left, bottom, right, top = block.inset
    axes.set_position(
        (
            left / width,
            bottom / block.height,
            (width - left - right) / width,
            (block.height - bottom - top) / block.height,
        )
    )
    block.draw(axes)


def _plain_cells(book: FontBook, right: float) -> TableStyle:
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), book.initial_font),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), right),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ]
    )
