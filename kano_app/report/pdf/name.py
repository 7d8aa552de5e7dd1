"""A name on paper: where it has no room it loses its middle, for many names begin alike."""

from collections.abc import Sequence
from dataclasses import replace

from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.line_breaking import Line
from kano_app.report.pdf.pieces import Look, Span, lines_of, pieces_of
from kano_app.report.pdf.text import TextBlock
from kano_app.wording.literal import shortened


class NameBlock(TextBlock):
    """A text of at most some lines, whose longest span keeps its beginning and its end."""

    def __init__(self, book: FontBook, spans: Sequence[Span], *, max_lines: int, leading: float = 1.4) -> None:
        """Take what is to be set."""
        super().__init__(book, spans, leading=leading, max_lines=max_lines)
        self._spans = tuple(spans)

    def _cut_short(self, width: float, most: int) -> list[Line[Look]]:
        """Return at most so many lines, with as much of the name as has room in them."""
        place = max(range(len(self._spans)), key=lambda one: len(self._spans[one].text))
        whole = self._spans[place]
        low, high = 1, len(whole.text) - 1
        found = super()._cut_short(width, most)
        while low <= high:
            middle = (low + high) // 2
            spans = list(self._spans)
            spans[place] = replace(whole, text=shortened(whole.text, middle))
            pieces = pieces_of(self._book, spans, count=False)
            lines = lines_of(self._book, pieces, width, balanced=False)
            if len(lines) <= most:
                found, low = lines, middle + 1
            else:
                high = middle - 1
        return found
