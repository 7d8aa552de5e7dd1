"""A table on paper: columns as wide as they need, a heading on every page, rows that are never torn."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from kano_app.report.blocks import CellView, Grid
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.line_breaking import is_cjk
from kano_app.report.pdf.marks import MarkedText
from kano_app.report.pdf.rows import Rows
from kano_app.report.pdf.text import Span, TextBlock, min_width, natural_width

_PADDING, _NARROW = 4.0, 2.5
_MANY = 8
"""Columns from which on there is less room between them."""
_MARK_INDENT = theme.TABLE_SIZE * 1.35
_TOGETHER = 3
"""Rows at the end of a table that stay together."""
_LONG_TEXT = 400
_MOST_OF_A_NAME = 0.24
"""Share of the width that a text has beside one that needs several lines anyway."""
_SHORT_HEADING = 3
"""Han characters of a heading that stay in one line."""
_MOST_LINES = 40
"""Lines of one cell; a longer text would not fit on any page."""


def grid_view(book: FontBook, grid: Grid, width: float) -> Rows:
    """Return a table that fits a width."""
    rows = [[_cell(book, view, right=right) for view, right in zip(row, grid.right, strict=True)] for row in grid.rows]
    heading = [_heading(book, text, right=right) for text, right in zip(grid.heading, grid.right, strict=True)]
    widths = [width / len(grid.heading)] * len(grid.heading) if grid.even else _widths(book, grid, width)
    return Rows(widths, rows, heading, padding=(_padding(grid), 4.2), ruled=True, together=_together(grid))


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
    span = Span(_broken(text) if right else text, theme.SMALL_SIZE, "semibold", theme.MUTED)
    return TextBlock(book, [span], leading=1.25, align="right" if right else "left")


def _broken(heading: str) -> str:
    """Return a Chinese heading of numbers in two even lines; it has no blanks that would say where to break."""
    if len(heading) <= _SHORT_HEADING or not all(map(is_cjk, heading)):
        return heading
    half = (len(heading) + 1) // 2
    return f"{heading[:half]}\n{heading[half:]}"


def _widths(book: FontBook, grid: Grid, width: float) -> list[float]:
    """Give number columns what they need and share the rest among the texts."""
    columns = range(len(grid.heading))
    needs = [_need(book, grid, column) for column in columns]
    fixed = [grid.right[column] or _has_marks(grid, column) for column in columns]
    widths = [need if is_fixed else 0.0 for need, is_fixed in zip(needs, fixed, strict=True)]
    # The short texts get what they need; the long ones share what is left, so that no name is squeezed by a sentence.
    texts = sorted((column for column in columns if not fixed[column]), key=lambda column: needs[column])
    least = min(sum(_least(book, grid, column) for column in texts), width / 5)
    room = max(width - sum(widths), least)
    is_long = bool(texts) and needs[texts[-1]] > room / 2 and sum(needs) > width
    for place, column in enumerate(texts):
        share = room / (len(texts) - place)
        if is_long and column != texts[-1]:
            share = min(share, width * _MOST_OF_A_NAME)
        widths[column] = min(needs[column], share)
        room -= widths[column]
    if texts:
        last = len(grid.heading) - 1
        widths[last if last in texts else texts[-1]] += max(room, 0.0)
    return [one * min(1.0, width / sum(widths)) for one in widths]


def _least(book: FontBook, grid: Grid, column: int) -> float:
    """Return the width of the widest word of a column."""
    spans = [Span(row[column].text, theme.TABLE_SIZE) for row in grid.rows]
    return max((min_width(book, [span]) for span in spans), default=0.0) + 2 * _padding(grid)


def _need(book: FontBook, grid: Grid, column: int) -> float:
    """Return the width of a column's widest cell; a heading may break, but not inside a word."""
    spans = [Span(row[column].text, theme.TABLE_SIZE) for row in grid.rows]
    indent = _MARK_INDENT if _has_marks(grid, column) else 0.0
    widest = max((natural_width(book, [span]) for span in spans), default=0.0) + indent
    heading = _broken(grid.heading[column]) if grid.right[column] else grid.heading[column]
    words = [Span(heading, theme.SMALL_SIZE, "semibold")]
    whole = any(map(is_cjk, heading))
    return max(widest, natural_width(book, words) if whole else min_width(book, words)) + 2 * _padding(grid) + 0.5


def _has_marks(grid: Grid, column: int) -> bool:
    cells: Sequence[CellView] = [row[column] for row in grid.rows]
    return any(view.mark is not None for view in cells)
