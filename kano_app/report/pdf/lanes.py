"""Lanes of cards side by side, which go on over as many pages as they need."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, PageBreak

from kano_app.report.blocks import Card, Lane, Lanes
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.links import anchor, link
from kano_app.report.pdf.marks import draw_mark
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.text import Span, TextBlock, natural_width

_GUTTER = 10.0
_BETWEEN, _CLOSE = 7.0, 4.0
"""Between two cards, and where that saves a page."""
_PADDING, _TIGHT = 8.0, 5.0
_LOWEST = 200.0
"""Points of height that are worth drawing lanes closer for."""
_BAR = 3.0
_MARK = 2.9
_INDENT = 9.0
"""From the shape to the tags beside it."""
_BETWEEN_TAGS = " · "
_MOST_TITLE_LINES = 12
_MOST_TEXT_LINES = 16


class CardView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """One card: a bar in the category's colour, the name, why it stands here, and its tags."""

    def __init__(self, book: FontBook, card: Card) -> None:
        """Set the texts; the shape stands before the first tag."""
        super().__init__()
        self._mark, self._anchor, self._link = card.mark, card.anchor, card.link
        self._has_text = bool(card.text)
        self.padding = _PADDING
        title = [
            Span(f"{card.number}  ", theme.CARD_TITLE_SIZE, "regular", theme.MUTED),
            Span(card.title, theme.CARD_TITLE_SIZE, "semibold", theme.INK),
        ]
        self._title = NameBlock(
            book,
            title,
            leading=1.28,
            max_lines=_MOST_TITLE_LINES,
        )
        self._text = TextBlock(
            book,
            [Span(card.text, theme.CARD_TEXT_SIZE, "regular", theme.MUTED)],
            leading=1.36,
            max_lines=_MOST_TEXT_LINES,
        )
        self._book, self._labels = book, card.tags
        self._tags = TextBlock(book, [], leading=1.36)
        self._set_for = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the card's size in a lane of a width."""
        inner = available_width - 2 * _PADDING - _BAR
        self._title.wrap(inner, available_height)
        self._text.wrap(inner, available_height)
        if inner != self._set_for:
            spans = _tag_lines(self._book, self._labels, inner - _INDENT)
            self._tags = TextBlock(self._book, spans, leading=1.36, max_lines=_MOST_TITLE_LINES)
            self._set_for = inner
        self._tags.wrap(inner - _INDENT, available_height)
        self.width = available_width
        text = self._text.height + 2 if self._has_text else 0.0
        self.height = 2 * self.padding + self._title.height + text + 4 + self._tags.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the card from its lower left corner; a click on it leads to what is known of the feature."""
        canvas = self.canv
        anchor(canvas, self._anchor, self.height + 4)
        link(canvas, self._link, (0, 0, self.width, self.height))
        canvas.saveState()
        canvas.setFillColor(HexColor(theme.GROUND))
        canvas.setStrokeColor(HexColor(theme.LINE))
        canvas.setLineWidth(0.6)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=1)
        canvas.setFillColor(HexColor(self._mark.color))
        canvas.rect(0, 0, _BAR, self.height, stroke=0, fill=1)
        canvas.restoreState()
        x, y = _PADDING + _BAR, self.height - self.padding - self._title.height
        self._title.drawOn(canvas, x, y)
        if self._has_text:
            y -= 2 + self._text.height
            self._text.drawOn(canvas, x, y)
        y -= 4 + self._tags.height
        self._tags.drawOn(canvas, x + _INDENT, y)
        draw_mark(canvas, self._mark, x + _MARK, y + self._tags.height - self._tags.line_height / 2, _MARK)


class AsideTitle(TextBlock):
    """The title of a list beside the cards."""

    def __init__(self, book: FontBook, text: str) -> None:
        """Set the title with a little room above."""
        super().__init__(book, [Span(f"\n{text}", theme.CARD_TITLE_SIZE, "semibold", theme.INK)], leading=1.2)
        self._title_book, self._title_text = book, text

    def as_heading(self) -> TextBlock:
        """Return the title as it stands at the head of a lane."""
        return TextBlock(self._title_book, [Span(self._title_text, 10, "semibold", theme.INK)], max_lines=2)


class AsideItem(TextBlock):
    """One entry of a list beside the cards; it knows the title it stands under."""

    def __init__(self, book: FontBook, name: str, text: str, title: AsideTitle, target: str = "") -> None:
        """Set the name and the few words on it."""
        spans = [
            Span(name, theme.CARD_TEXT_SIZE, link=target),
            Span(f"\n{text}", theme.CARD_TEXT_SIZE, "regular", theme.MUTED),
        ]
        super().__init__(book, spans, leading=1.36, max_lines=_MOST_TEXT_LINES)
        self.title = title


class LanesView(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Lanes side by side; what does not fit goes on under the same names on the next page."""

    def __init__(self, book: FontBook, lanes: Lanes) -> None:
        """Set every card once."""
        super().__init__()
        self._columns = [(_heading(book, lane), _cards(book, lane)) for lane in lanes.lanes]
        self.spaceBefore, self.spaceAfter = 8, 8

    @classmethod
    def _of(cls, columns: list[tuple[TextBlock, Sequence[Any]]]) -> "LanesView":
        view = cls.__new__(cls)
        Flowable.__init__(view)
        view._columns = columns  # noqa: SLF001 - its own kind
        view.spaceBefore, view.spaceAfter = 0, 8
        return view

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the height of the longest lane; a little closer where that saves a page."""
        self.width = available_width
        self._set(close=False)
        if self.height > available_height > _LOWEST:
            self._set(close=True)
            if self.height > available_height:
                self._set(close=False)
        return self.width, self.height

    def _set(self, *, close: bool) -> None:
        """Find the heights of all lanes."""
        lane = self._lane_width()
        self._between = _CLOSE if close else _BETWEEN
        heights = []
        for heading, cards in self._columns:
            height = heading.wrap(lane, 0.0)[1]
            for card in cards:
                if isinstance(card, CardView):
                    card.padding = _TIGHT if close else _PADDING
                height += self._between + card.wrap(lane, 0.0)[1]
            heights.append(height)
        self.height = max(heights)

    def least(self, width: float) -> float:
        """Return the height of the headings and of the highest first card."""
        self.wrap(width, 0.0)
        return float(
            max(heading.height + sum(_BETWEEN + card.height for card in cards[:1]) for heading, cards in self._columns)
        )

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part every lane between two cards; empty if not one card of any lane fits."""
        self.wrap(available_width, available_height)
        head: list[tuple[TextBlock, Sequence[Any]]] = []
        tail: list[tuple[TextBlock, Sequence[Any]]] = []
        page = float(self._frame._aH) if getattr(self, "_frame", None) is not None else available_height  # noqa: SLF001
        pages = 1 + ceil(max(self.height - available_height, 0.0) / max(page, available_height))
        for heading, cards in self._columns:
            room, fitting = min(available_height - heading.height - _BETWEEN, _fair(cards, pages)), 0
            while fitting < len(cards) and cards[fitting].height <= room:
                room -= cards[fitting].height + _BETWEEN
                fitting += 1
            if fitting and isinstance(cards[fitting - 1], AsideTitle):
                fitting -= 1
            head.append((heading, cards[:fitting]))
            tail.append(self._going_on(heading, cards[fitting:]))
        if not any(cards for _, cards in head) or available_height < self.least(available_width):
            return []
        if not any(cards for _, cards in tail):
            return [self]
        # Without the break a lane that ended early would go on under itself.
        return [self._of(head), PageBreak(), self._of(tail)]

    @staticmethod
    def _going_on(heading: TextBlock, cards: Sequence[Any]) -> tuple[TextBlock, Sequence[Any]]:
        """Return what a lane goes on with: an aside that was torn gets its title again, and never the lane's."""
        if cards and isinstance(cards[0], AsideItem):
            return cards[0].title.as_heading(), cards
        if cards and isinstance(cards[0], AsideTitle):
            return cards[0].as_heading(), cards[1:]
        return heading, cards

    def draw(self) -> None:
        """Draw the lanes from the top."""
        lane = self._lane_width()
        for place, (heading, cards) in enumerate(self._columns):
            x, y = place * (lane + _GUTTER), self.height - heading.height
            heading.drawOn(self.canv, x, y)
            for card in cards:
                y -= self._between + card.height
                card.drawOn(self.canv, x, y)

    def _lane_width(self) -> float:
        return (self.width - _GUTTER * (len(self._columns) - 1)) / len(self._columns)


def _fair(cards: Sequence[Any], pages: int) -> float:
    """Return the height of a lane's cards on each of some pages, so that none of them is left nearly empty."""
    heights = [card.height + _BETWEEN for card in cards]
    if not heights:
        return 0.0
    return float(max(sum(heights) / pages + max(heights) / 2, *heights))


def _tag_lines(book: FontBook, tags: Sequence[str], width: float) -> list[Span]:
    """Return the tags in lines that break between two tags, not inside one; the first names the shape."""
    first, *others = tags
    spans = [Span(first, theme.CARD_TEXT_SIZE, "semibold", theme.INK)]
    used = natural_width(book, spans)
    for tag in others:
        span = Span(_BETWEEN_TAGS + tag, theme.CARD_TEXT_SIZE, "regular", theme.MUTED)
        wide = natural_width(book, [span])
        if used + wide > width:
            span = replace(span, text=f"\n{tag}")
            used, wide = 0.0, natural_width(book, [replace(span, text=tag)])
        spans.append(span)
        used += wide
    return spans


def _heading(book: FontBook, lane: Lane) -> TextBlock:
    spans = [Span(lane.title, 10, "semibold", theme.INK), Span(f"  {lane.note}", 8.5, "regular", theme.MUTED)]
    return TextBlock(book, spans, max_lines=2)


def _cards(book: FontBook, lane: Lane) -> Sequence[Flowable]:
    cards: list[Flowable] = [CardView(book, card) for card in lane.cards]
    if not cards:
        cards = [TextBlock(book, [Span(lane.empty, theme.SMALL_SIZE, "regular", theme.MUTED)])]
    for aside in lane.asides:
        title = AsideTitle(book, aside.title)
        links = aside.links or ("",) * len(aside.items)
        items = zip(aside.items, links, strict=True)
        cards += [title, *(AsideItem(book, name, text, title, target) for (name, text), target in items)]
    return cards
