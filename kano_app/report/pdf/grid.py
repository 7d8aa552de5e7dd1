"""A table on paper: columns as wide as they need, a heading on every page, rows that are never torn."""

import re
from collections.abc import Sequence

from reportlab.platypus import Flowable

from kano_app.report.blocks import CellView, Grid
from kano_app.report.pdf import theme
from kano_app.report.pdf.columns import Text, shared
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.line_breaking import is_cjk
from kano_app.report.pdf.marks import MarkedText
from kano_app.report.pdf.rows import Rows
from kano_app.report.pdf.text import Span, TextBlock, min_width, natural_width

_PADDING, _NARROW = 4.0, 3.0
_MANY = 8
"""Columns from which on there is less room between them."""
_APART = 5.0
"""More room between numbers set to the right and the text that follows them."""
_MARK_INDENT = theme.TABLE_SIZE * 1.35
_TOGETHER = 3
"""Rows at the end of a table that stay together."""
_LONG_TEXT = 400
_SHORT = 0.17
"""Share of the width up to which a column of texts has what it needs."""
_MOST_SHORT = 0.7
"""Share of the width that such columns may take together with the numbers."""
_SHORT_HEADING = 3
"""Han characters of a heading that stay in one line."""
_SHORT_NAME = 6
"""Characters of a text with Han characters that had better stay in one line."""
_MOST_LINES = 40
"""Lines of one cell; a longer text would not fit on any page."""


def grid_view(book: FontBook, grid: Grid, width: float) -> Rows:
    """Return a table that fits a width."""
    rows = [[_cell(book, view, right=right) for view, right in zip(row, grid.right, strict=True)] for row in grid.rows]
    heading = [_heading(book, text, right=right) for text, right in zip(grid.heading, grid.right, strict=True)]
    widths = [width / len(grid.heading)] * len(grid.heading) if grid.even else _widths(book, grid, width)
    before = [_before(grid, column) for column in range(len(grid.heading))]
    return Rows(
        widths, rows, heading, padding=(_padding(grid), 4.2), before=before, ruled=True, together=_together(grid)
    )


def _before(grid: Grid, column: int) -> float:
    """Return the room left of a column beside the padding: a text that follows numbers stands off them."""
    return _APART if column and grid.right[column - 1] and not grid.right[column] else 0.0


def _padding(grid: Grid) -> float:
    return _PADDING if len(grid.heading) < _MANY else _NARROW


def _together(grid: Grid) -> int:
    """Return how many of the last rows stay on one page, so that none goes on alone; one where a text could fill it."""
    last = grid.rows[-_TOGETHER:]
    if len(grid.rows) <= _TOGETHER or any(len(view.text) > _LONG_TEXT for row in last for view in row):
        return 1
    return _TOGETHER


def _cell(book: FontBook, view: CellView, *, right: bool) -> Flowable:
    span = Span(view.text, theme.TABLE_SIZE, "regular", theme.INK, view.link)
    if view.mark is not None:
        return MarkedText(book, view.mark, span)
    return TextBlock(book, [span], leading=1.3, align="right" if right else "left", max_lines=_MOST_LINES)


def _heading(book: FontBook, text: str, *, right: bool) -> TextBlock:
    span = Span(_broken(text) if right else _bound(text), theme.SMALL_SIZE, "semibold", theme.MUTED)
    return TextBlock(book, [span], leading=1.25, align="right" if right else "left")


def _broken(heading: str) -> str:
    """Return a Chinese heading of numbers in two even lines; it has no blanks that would say where to break."""
    if len(heading) <= _SHORT_HEADING or not all(map(is_cjk, heading)):
        return _bound(heading)
    half = (len(heading) + 1) // 2
    return f"{heading[:half]}\n{heading[half:]}"


def _bound(heading: str) -> str:
    """Return a heading in which a last letter, as in "Binomial p", has no line of its own."""
    return re.sub(r" (?=\w$)", "\N{NO-BREAK SPACE}", heading)


def _widths(book: FontBook, grid: Grid, width: float) -> list[float]:
    """Give numbers and short texts what they need, and share the rest so that the table is as low as it can be."""
    columns = range(len(grid.heading))
    needs = [_need(book, grid, column) for column in columns]
    fixed = [grid.right[column] or _has_marks(grid, column) for column in columns]
    taken = sum(need for need, is_fixed in zip(needs, fixed, strict=True) if is_fixed)
    widths = needs
    texts = sorted((column for column in columns if not fixed[column]), key=lambda column: needs[column])
    if sum(needs) > width:
        for column in texts[:-1]:
            if needs[column] <= _SHORT * width and taken + needs[column] <= _MOST_SHORT * width:
                fixed[column] = True
                taken += needs[column]
        open_ones = [column for column in columns if not fixed[column]]
        room = max(width - taken, width / 5)
        found = shared([_text(book, grid, column) for column in open_ones], room)
        for column, one in zip(open_ones, found, strict=True):
            widths[column] = one
    elif texts:
        last = len(grid.heading) - 1
        widths[last if last in texts else texts[-1]] += width - sum(widths)
    return [one * min(1.0, width / sum(widths)) for one in widths]


def _text(book: FontBook, grid: Grid, column: int) -> Text:
    """Return what is to be known of a column of texts to share the room among several."""
    beside = 2 * _padding(grid) + _before(grid, column)
    spans = [Span(row[column].text, theme.TABLE_SIZE) for row in grid.rows]
    head = Span(grid.heading[column], theme.SMALL_SIZE, "semibold")
    return Text(
        beside,
        tuple(natural_width(book, [span]) for span in spans),
        tuple(_solid(book, span) for span in spans),
        min_width(book, [head]),
    )


def _solid(book: FontBook, span: Span) -> float:
    """Return the width under which a text would be broken where it should not: inside a word, or a short name."""
    if len(span.text) <= _SHORT_NAME and any(map(is_cjk, span.text)):
        return natural_width(book, [span])
    return min_width(book, [span])


def _need(book: FontBook, grid: Grid, column: int) -> float:
    """Return the width of a column's widest cell; a heading may break, but not inside a word."""
    spans = [Span(row[column].text, theme.TABLE_SIZE) for row in grid.rows]
    indent = _MARK_INDENT if _has_marks(grid, column) else 0.0
    widest = max((natural_width(book, [span]) for span in spans), default=0.0) + indent
    heading = _broken(grid.heading[column]) if grid.right[column] else _bound(grid.heading[column])
    words = [Span(heading, theme.SMALL_SIZE, "semibold")]
    whole = any(map(is_cjk, heading))
    needed = max(widest, natural_width(book, words) if whole else min_width(book, words))
    return needed + 2 * _padding(grid) + _before(grid, column) + 0.5


def _has_marks(grid: Grid, column: int) -> bool:
    cells: Sequence[CellView] = [row[column] for row in grid.rows]
    return any(view.mark is not None for view in cells)
