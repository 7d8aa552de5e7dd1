"""Blocks of a report as HTML, one after the other, with headings that skip no level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import count

from kano_app.charts.palette import Mark
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Aside,
    Brief,
    BriefLane,
    Bullets,
    Card,
    CellView,
    Contents,
    Cover,
    Drawing,
    Entries,
    Facts,
    FeatureCard,
    Grid,
    Heading,
    Lane,
    Lanes,
    Lead,
    Legend,
    Note,
    Paragraph,
    Quotes,
    Sheet,
    Title,
)
from kano_app.report.drawing import svg_of
from kano_app.report.html.alternative import findings_of
from kano_app.report.html.markup import element, items, literal, mark, paragraphs
from kano_app.report.html.parts import anchors, entries, figures, name_column, pairs, square_table, width_class
from kano_app.wording.literal import shortened

_CHART_WIDTH = 500.0
_LOWEST = 6
_LONGEST_LINK = 200


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that the table of contents leads to."""

    key: str
    text: str


class Writer:
    """Writes the blocks of one document.

    Attributes:
        sections: the headings of the first level so far.
    """

    def __init__(self, words: Language, blocks: Sequence[object] = ()) -> None:
        """Begin below the title; a link to what is not among the blocks will be plain text."""
        self.sections: list[Section] = []
        self._words = words
        self._level = 1
        self._heading = ""
        self._numbers = count(1)
        self._anchors = {anchor: f"a{number}" for number, anchor in enumerate(anchors(blocks), start=1)}
        self._open = False

    def end(self) -> str:
        """Return what closes the last section."""
        return "</section>" if self._open else ""

    def block(self, block: object) -> str:
        """Return a block as HTML; one of a kind that is not known here by what it holds."""
        match block:
            case Title() | Sheet() | Contents():
                return ""  # the page has a title and contents of its own, and no sheets
            case Cover():
                note = element("p", paragraphs(block.note)) if block.note else ""
                return figures(block.figures) + pairs(block.facts, "facts") + note
            case Brief():
                return element("div", "".join(map(self._brief, block.lanes)), class_="lanes")
            case FeatureCard():
                return self._feature(block)
            case Quotes():
                return _quotes(block)
            case Heading():
                return self._section(block)
            case Paragraph() | Lead() | Note():
                look = {} if isinstance(block, Paragraph) else {"class_": type(block).__name__.lower()}
                return element("p", paragraphs(block.text), **look)
            case Facts():
                return pairs(block.rows, "facts", block.marks)
            case Bullets():
                return items("ul", map(literal, block.items))
            case Entries():
                return entries(block.items)
            case Legend():
                return items("ul", (mark(sign) + literal(name) for sign, name in block.entries), class_="legend")
            case Lanes():
                return element("div", "".join(map(self._lane, block.lanes)), class_="lanes")
            case Grid():
                return self._grid(block)
            case Drawing():
                return self._drawing(block)
            case _:
                return self._unknown(block)

    def _section(self, block: Heading) -> str:
        # A heading may stand one level below the last one at most, or a reader of headings loses the way.
        self._level = min(block.level + 1, self._level + 1, _LOWEST)
        self._heading = block.text
        if self._level > 2:
            return element(f"h{self._level}", literal(block.text), **self._place(block.anchor))
        key = f"s{next(self._numbers)}"
        self.sections.append(Section(key, block.text))
        before, self._open = self.end(), True
        heading = element("h2", element("span", literal(block.text), **self._place(block.anchor)), id=key)
        return f'{before}<section aria-labelledby="{key}">{heading}'

    def _place(self, anchor: str) -> dict[str, str]:
        """Return the attribute that makes a place a link can lead to; an anchor may hold what the user wrote."""
        return {"id": self._anchors[anchor]} if anchor in self._anchors else {}

    def _linked(self, text: str, link: str) -> str:
        if link not in self._anchors:
            return literal(text)
        # What a link leads to has the whole name.
        return f'<a href="#{self._anchors[link]}">{literal(shortened(text, _LONGEST_LINK))}</a>'

    def _brief(self, lane: BriefLane) -> str:
        level = min(self._level + 1, _LOWEST)
        rows = (
            mark(sign) + self._linked(name, link) + (f" {literal(told)}" if told else "")
            for sign, name, told, link in lane.rows
        )
        notes = [lane.more, "" if lane.rows else lane.empty]
        below = "".join(element("p", literal(note), class_="note") for note in notes if note)
        head = element(f"h{level}", literal(lane.title)) + element("p", literal(lane.note), class_="note")
        return element("div", head + items("ul", rows, class_="brief") + below, class_="lane")

    def _feature(self, card: FeatureCard) -> str:
        level = min(self._level + 1, _LOWEST)
        number = f"{literal(card.number)}. " if card.number else ""
        title = element(f"h{level}", f"{mark(card.mark)}{number}{literal(card.title)}", **self._place(card.anchor))
        tags = items("ul", map(literal, card.tags), class_="tags")
        square = square_table(card.square, card.title) if card.square else ""
        said = "" if card.said is None else _quotes(card.said)
        link = element("p", self._linked(card.link_text, card.link)) if card.link in self._anchors else ""
        return element("div", title + tags + pairs(card.lines, "facts") + square + said + link, class_="card")

    def _lane(self, lane: Lane) -> str:
        level = min(self._level + 1, _LOWEST)
        cards = items("ol", (self._card(card, level + 1) for card in lane.cards), class_="cards")
        below = "".join(self._aside(aside, level) for aside in lane.asides)
        empty = "" if lane.cards else element("p", literal(lane.empty), class_="note")
        head = element(f"h{level}", literal(lane.title)) + element("p", literal(lane.note), class_="note")
        return element("div", head + cards + empty + below, class_="lane")

    def _card(self, card: Card, level: int) -> str:
        level = min(level, _LOWEST)
        title = element(
            f"h{level}",
            f"{mark(card.mark)}{literal(card.number)}. {self._linked(card.title, card.link)}",
            **self._place(card.anchor),
        )
        tags = items("ul", map(literal, card.tags), class_="tags")
        return element("div", title + element("p", paragraphs(card.text)) + tags, class_="card")

    def _aside(self, aside: Aside, level: int) -> str:
        links = aside.links or ("",) * len(aside.items)
        rows = (
            self._linked(name, link) + (f": {literal(told)}" if told else "")
            for (name, told), link in zip(aside.items, links, strict=False)
        )
        return element(f"h{level}", literal(aside.title)) + items("ul", rows)

    def _grid(self, grid: Grid) -> str:
        name = name_column(grid)
        head = "".join(
            element("th", literal(text), scope="col", **({"class_": "number"} if right else {}))
            if text
            else "<td></td>"
            for text, right in zip(grid.heading, grid.right, strict=True)
        )
        body = ""
        for row in grid.rows:
            cells = ""
            for place, (cell, right) in enumerate(zip(row, grid.right, strict=True)):
                inside = self._cell(cell)
                look = {"class_": "number" if right else width_class(cell)}
                cells += element("th", inside, scope="row", **look) if place == name else element("td", inside, **look)
            body += element("tr", cells)
        caption = element("caption", literal(self._heading), class_="hidden")
        table = element("table", caption + element("thead", element("tr", head)) + element("tbody", body))
        # Whoever has no mouse must be able to move a wide table sideways.
        return element("div", table, class_="scroll", tabindex="0", role="region", aria_label=self._heading)

    def _cell(self, cell: CellView) -> str:
        sign = mark(cell.mark) if cell.mark else ""
        return sign + (self._linked(cell.text, cell.link) if cell.link else paragraphs(cell.text))

    def _drawing(self, block: Drawing) -> str:
        number = next(self._numbers)
        told = self._words.sentences([block.alt, findings_of(block, self._words)])
        label = f'role="img" aria-label="{literal(told)}" focusable="false"'
        size = (_CHART_WIDTH, block.height)
        svg = svg_of(block.draw, size, block.inset, self._words.code, f"c{number}", label)
        return element("figure", element("div", svg, class_="chart") + element("figcaption", literal(block.alt)))

    def _unknown(self, block: object) -> str:
        """Return what a block holds: texts as paragraphs, lists as lists, pairs as names and what they are."""
        if isinstance(block, str):
            return element("p", paragraphs(block)) if block else ""
        if block is None or isinstance(block, Mark | int | float) or callable(block):
            return ""
        if is_dataclass(block) and not isinstance(block, type):
            return "".join(self.block(getattr(block, one.name)) for one in fields(block))
        if isinstance(block, Mapping):
            return pairs(tuple((str(key), str(value)) for key, value in block.items()), "facts")
        if isinstance(block, tuple | list):
            if all(isinstance(one, str) for one in block):
                return items("ul", (literal(one) for one in block if one))
            if all(
                isinstance(one, tuple) and len(one) == 2 and all(isinstance(each, str) for each in one) for one in block
            ):
                return pairs(tuple(block), "facts")
            return "".join(map(self.block, block))
        return ""


def _quotes(block: Quotes) -> str:
    """Return what people said under its title; nothing where there is nothing."""
    quotes = items("ul", (element("q", literal(one)) for one in block.items))
    return element("p", literal(block.title), class_="name") + quotes if quotes else ""
