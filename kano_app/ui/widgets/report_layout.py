"""Where pages lie, one below the other and each in the middle, and which of them are seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

MARGIN, BETWEEN = 20.0, 16.0
"""At the left and right of pages at least, and above, below and between them."""
_SHADOW = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of pages on a surface that is scrolled."""

    places: tuple[QRectF, ...] = ()
    height: float = 0.0
    width: float = 0.0
    """Of the widest page with its margins."""

    def seen(self, top: float, bottom: float) -> list[int]:
        """Return the pages of which something shows between two heights."""
        return [
            page for page, place in enumerate(self.places) if place.bottom() + _SHADOW >= top and place.top() <= bottom
        ]

    def page_at(self, height: float) -> int:
        """Return the page at a height, the last one below all."""
        page = sum(place.bottom() + BETWEEN / 2 < height for place in self.places)
        return min(page, len(self.places) - 1)

    def share_above(self, page: int, height: float) -> float:
        """Return how much of a page lies above a height, as a share of the page; its gap above counts as it does."""
        place = self.places[page]
        return (height - place.top() + BETWEEN) / place.height()

    def top_of(self, page: int, share: float = 0.0) -> int:
        """Return the height with which a page is at the top, scrolled down by a share of it."""
        place = self.places[page]
        return round(place.top() - BETWEEN + share * place.height())

    def left_of(self, page: int, wide: float) -> int:
        """Return where a view begins across to have a page in its middle, or its left edge where it is too wide."""
        place = self.places[page]
        return round(place.left() - max((wide - place.width()) / 2, MARGIN))


def lay_out(sizes: Sequence[tuple[float, float]], wide: float) -> Layout:
    """Lay pages of these sizes out in a view that is so wide."""
    places, top = [], BETWEEN
    for width, height in sizes:
        places.append(QRectF(0, top, width, height))
        top += height + BETWEEN
    widest = max((width + 2 * MARGIN for width, _ in sizes), default=0.0)
    for place in places:
        place.moveLeft(max((max(wide, widest) - place.width()) / 2, MARGIN))
    return Layout(tuple(places), top, widest)
