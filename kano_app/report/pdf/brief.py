"""Short lanes: names under each other, for the page that says everything at once."""

from reportlab.platypus import Flowable

from kano_app.charts.palette import Mark
from kano_app.report.blocks import Brief, BriefLane
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.links import link
from kano_app.report.pdf.marks import draw_mark
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.text import Span, TextBlock

_GUTTER = 14.0
_INDENT = 12.0
_BETWEEN = 4.0
_RADIUS = 3.0
_LINES = 3
"""Lines of a name with a few words on it, one less where there are more than a few names."""
_FEW_ROWS = 4


class BriefView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Lanes side by side; each name has its mark before it and a few words under it or nothing."""

    def __init__(self, book: FontBook, block: Brief) -> None:
        """Set the texts."""
        super().__init__()
        self._columns = [_column(book, lane) for lane in block.lanes]
        self.spaceBefore, self.spaceAfter = 6, 10

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the height of the longest lane."""
        self.width = available_width
        self._lane = (available_width - _GUTTER * (len(self._columns) - 1)) / len(self._columns)
        heights = []
        for heading, rows in self._columns:
            height = heading.wrap(self._lane, available_height)[1] + _BETWEEN
            height += sum(text.wrap(self._lane - _INDENT, available_height)[1] + _BETWEEN for _, text, _ in rows)
            heights.append(height)
        self.height = max(heights, default=0.0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lanes from the top."""
        for place, (heading, rows) in enumerate(self._columns):
            x, y = place * (self._lane + _GUTTER), self.height - heading.height
            heading.drawOn(self.canv, x, y)
            y -= _BETWEEN
            for mark, text, target in rows:
                y -= text.height
                text.drawOn(self.canv, x + (_INDENT if mark else 0), y)
                if mark is not None:
                    draw_mark(self.canv, mark, x + _RADIUS, y + text.height - text.line_height / 2, _RADIUS)
                link(self.canv, target, (x, y, x + self._lane, y + text.height))
                y -= _BETWEEN


def _column(book: FontBook, lane: BriefLane) -> tuple[TextBlock, list[tuple[Mark | None, TextBlock, str]]]:
    spans = [Span(lane.title, 10, "semibold", theme.INK), Span(f"  {lane.note}", 8.5, "regular", theme.MUTED)]
    rows: list[tuple[Mark | None, TextBlock, str]] = []
    most = _LINES if len(lane.rows) <= _FEW_ROWS else _LINES - 1
    for mark, name, few, target in lane.rows:
        text = [Span(name, theme.TABLE_SIZE, "semibold" if few else "regular", theme.INK)]
        if few:
            text.append(Span(f"\n{few}", theme.CARD_TEXT_SIZE, "regular", theme.MUTED))
        rows.append((mark, NameBlock(book, text, leading=1.3, max_lines=most if few else 1), target))
    last = lane.more or ("" if rows else lane.empty)
    if last:
        rows.append(
            (None, TextBlock(book, [Span(last, theme.CARD_TEXT_SIZE, "regular", theme.MUTED)], max_lines=4), "")
        )
    return TextBlock(book, spans, max_lines=2), rows
