"""Rows of cells side by side: the one table of the PDF, which goes on over pages and never tears a row."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.report.pdf import theme

_HUGE = 1e6
_FEWEST = 2
"""Rows that at least stand at the end of a page, below the heading."""
_BEGINNING = 5
"""Rows that stand on the page of the title above them."""
_SHORT = 190.0
"""Points of height up to which a table is not parted."""


class Rows(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Rows whose cells are flowables; a heading is repeated on every page."""

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[Flowable | None]],
        heading: Sequence[Flowable] = (),
        *,
        padding: tuple[float, float] = (0.0, 1.5),
        before: Sequence[float] = (),
        right: float = 0.0,
        ruled: bool = False,
        together: int = 1,
    ) -> None:
        """Take the cells.

        Args:
            widths: of the columns.
            rows: the cells; ``None`` for an empty one.
            heading: of the columns; empty for none.
            padding: beside and above the text of every cell.
            before: more room at the left of the cells of each column; empty for none.
            right: more room at the right of every cell.
            ruled: whether a line stands under every row.
            together: how many of the last rows stay on one page.

        """
        super().__init__()
        self._widths, self._rows, self._heading = list(widths), list(rows), list(heading)
        self._padding, self._right, self._ruled, self._together = padding, right, ruled, together
        self._before = list(before) or [0.0] * len(self._widths)
        self._heights: list[float] = []
        self._head = 0.0
        self.foot = 0.0
        """Height of the notes that follow and stand on the page of the last rows."""
        self.spaceBefore, self.spaceAfter = (6, 8) if ruled else (0, 6)

    def wrap(self, _available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of all rows; with the notes below where these would be parted from them."""
        if not self._heights:
            self._head = self._height(self._heading) if self._heading else 0.0
            self._heights = [self._height(row) for row in self._rows]
        self.width, self.height = sum(self._widths), self._head + sum(self._heights)
        return self.width, self.height + (self.foot if self._leaves_notes(available_height) else 0.0)

    def _leaves_notes(self, room: float) -> bool:
        """Return whether all rows would fit into the room and the notes below them would not."""
        return self.height <= room < min(self.height + self.foot, self._page())

    def least(self, width: float) -> float:
        """Return the height without which it had better begin on a new page."""
        _, height = self.wrap(width, _HUGE)
        if len(self._heights) <= self._together or height <= _SHORT:
            return height
        return min(self._head + sum(self._heights[:_BEGINNING]), _SHORT + self._head)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part it between two rows; empty if too little of it would stand here."""
        self.wrap(available_width, available_height)
        fitting = self._fitting(available_height - self._head)
        kept = len(self._rows) - self._together
        if self._leaves_notes(available_height):
            fitting = len(self._rows) - 1
        if fitting >= len(self._rows):
            return [self]
        if self.height <= _SHORT and available_height < self.height + self.foot < self._page():
            return []
        fitting = min(fitting, max(kept, 0)) or fitting
        if not fitting or (fitting < _FEWEST < len(self._rows) and self._fitting(self._page() - self._head) > fitting):
            return []
        return [self._part(0, fitting), self._part(fitting, len(self._rows))]

    def draw(self) -> None:
        """Draw the rows from the top."""
        y = self.height
        if self._heading:
            y = self._draw_row(self._heading, y, self._head, bottom=True)
            self._rule(y, theme.INK, 0.8)
        for row, height in zip(self._rows, self._heights, strict=True):
            y = self._draw_row(row, y, height)
            if self._ruled:
                self._rule(y, theme.LINE, 0.4)

    def _page(self) -> float:
        """Return the height of an empty page, as far as the frame is known."""
        frame = getattr(self, "_frame", None)
        return float(frame._aH) if frame is not None else _HUGE  # noqa: SLF001 - reportlab says it nowhere else

    def _fitting(self, room: float) -> int:
        fitting = 0
        for height in self._heights:
            room -= height
            if room < -1e-6:
                break
            fitting += 1
        return fitting

    def _part(self, start: int, end: int) -> "Rows":
        part = Rows(
            self._widths,
            self._rows[start:end],
            self._heading,
            padding=self._padding,
            before=self._before,
            right=self._right,
            ruled=self._ruled,
            together=self._together,
        )
        part._heights, part._head = self._heights[start:end], self._head
        part.foot = self.foot if end == len(self._rows) else 0.0
        part.spaceBefore = self.spaceBefore if not start else 0
        part.spaceAfter = self.spaceAfter
        return part

    def _height(self, row: Sequence[Flowable | None]) -> float:
        beside, above = self._padding
        heights = [
            cell.wrap(width - before - 2 * beside - self._right, _HUGE)[1]
            for cell, width, before in zip(row, self._widths, self._before, strict=True)
            if cell is not None
        ]
        return max(heights, default=0.0) + 2 * above

    def _draw_row(self, row: Sequence[Flowable | None], top: float, height: float, *, bottom: bool = False) -> float:
        beside, above = self._padding
        x = beside
        for cell, width, before in zip(row, self._widths, self._before, strict=True):
            if cell is not None:
                y = top - height + above if bottom else top - above - cell.height
                cell.drawOn(self.canv, x + before, y)
            x += width
        return top - height

    def _rule(self, y: float, colour: str, width: float) -> None:
        canvas: Any = self.canv
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(width)
        canvas.line(0, y, self.width, y)
