"""Facts, bullets, entries, quotes and legends on paper: short texts set in columns and lines."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from kano_app.charts.palette import Mark
from kano_app.report.blocks import Bullets, Entries, Facts, Legend, Quotes
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.marks import MarkedText
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.rows import Rows
from kano_app.report.pdf.text import Span, TextBlock, natural_width

_COLUMNS = 3
_MOST_TOGETHER = 300.0
"""Points of height up to which facts stay on one page together."""
_NAME_SHARE = 0.27
"""Share of the width that the names of facts take."""
_MOST_LINES = 40
"""Lines of one text; a longer one would not fit on any page."""
_BETWEEN_ENTRIES = 14.0
_LINES_OF_A_NAME = 2
"""Lines of an entry that is a name and nothing else."""
_ITEMS_TOGETHER = 2
"""Items at the end of a list that stay on one page."""


def list_view(book: FontBook, block: Facts | Bullets | Entries | Quotes | Legend, width: float) -> list[Flowable]:
    """Return a list that is as wide as it may be; nothing where it has no items."""
    match block:
        case Facts():
            return _facts(book, block, width) if block.rows else []
        case Bullets():
            return [_bullets(book, block.items, width)] if block.items else []
        case Entries():
            return _entries(book, block, width) if block.items else []
        case Quotes():
            return _quotes(book, block, width) if block.items else []
        case Legend():
            return _legend(book, block, width)


def _facts(book: FontBook, block: Facts, width: float) -> list[Flowable]:
    marks = block.marks or (None,) * len(block.rows)
    rows = [
        [_name(book, name, mark), _text(book, value, theme.TEXT_SIZE)]
        for (name, value), mark in zip(block.rows, marks, strict=True)
    ]
    widths = [width * _NAME_SHARE, width * (1 - _NAME_SHARE)]
    facts = Rows(widths, rows, right=10)
    if facts.wrap(width, _MOST_TOGETHER)[1] <= _MOST_TOGETHER:
        facts = Rows(widths, rows, right=10, together=len(rows))
    return [facts]


def _name(book: FontBook, name: str, mark: Mark | None) -> Flowable:
    span = Span(name, theme.TEXT_SIZE, "semibold", theme.INK)
    if mark is not None:
        return MarkedText(book, mark, span)
    return TextBlock(book, [span], leading=1.4, max_lines=30)


def _bullets(book: FontBook, items: Sequence[str], width: float) -> Flowable:
    bullet = Span("•", theme.TEXT_SIZE, "regular", theme.MUTED)
    rows = [
        [TextBlock(book, [bullet], leading=1.45), _text(book, item, theme.TEXT_SIZE, leading=1.45)] for item in items
    ]
    return Rows([10, width - 10], rows, together=min(_ITEMS_TOGETHER, len(rows)))


def _entries(book: FontBook, block: Entries, width: float) -> list[Flowable]:
    """Set entries in three columns, alphabet-like: the second column goes on where the first ends."""
    depth = -(-len(block.items) // _COLUMNS)
    cells: list[TextBlock | None] = [_entry(book, name, text) for name, text in block.items]
    cells += [None] * (depth * _COLUMNS - len(cells))
    rows = [[cells[column * depth + row] for column in range(_COLUMNS)] for row in range(depth)]
    return [Rows([width / _COLUMNS] * _COLUMNS, rows, right=10)]


def _entry(book: FontBook, name: str, text: str) -> TextBlock:
    spans = [Span(name, theme.TABLE_SIZE, "regular", theme.INK)]
    if not text:
        return NameBlock(book, spans, leading=1.35, max_lines=_LINES_OF_A_NAME)
    spans.append(Span(f"\n{text}", theme.SMALL_SIZE, "regular", theme.MUTED))
    return TextBlock(book, spans, leading=1.35, max_lines=_MOST_LINES)


def _quotes(book: FontBook, block: Quotes, width: float) -> list[Flowable]:
    size = theme.CARD_TEXT_SIZE
    rows = [[None, TextBlock(book, [Span(item, size)], leading=1.4, max_lines=_MOST_LINES)] for item in block.items]
    title = TextBlock(book, [Span(block.title, size, "semibold", theme.MUTED)], leading=1.4)
    return [Rows([11, width - 11], [[None, title], *rows])]


def _legend(book: FontBook, block: Legend, width: float) -> list[Flowable]:
    """Set marks and names in lines, none of them cut."""
    lines: list[list[tuple[Mark, str, float]]] = [[]]
    used = 0.0
    for mark, name in block.entries:
        size = theme.SMALL_SIZE
        wide = natural_width(book, [Span(name, size)]) + size * 1.35 + _BETWEEN_ENTRIES
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append((mark, name, min(wide, width)))
        used += wide
    made: list[Flowable] = []
    for line in lines:
        cells = [MarkedText(book, mark, Span(name, theme.SMALL_SIZE, "regular", theme.MUTED)) for mark, name, _ in line]
        made.append(Rows([wide for _, _, wide in line], [cells]))
        made[-1].spaceAfter = 0
    made[0].spaceBefore, made[-1].spaceAfter = 4, 8
    return made


def _text(book: FontBook, text: str, size: float, *, leading: float = 1.4) -> TextBlock:
    return TextBlock(book, [Span(text, size, "regular", theme.INK)], leading=leading, max_lines=_MOST_LINES)
