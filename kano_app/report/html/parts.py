"""Parts of a page that stand by themselves: pairs, entries, squares, and what a table's cells need to know."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import repeat

from kano_app.charts.palette import Mark
from kano_app.report.blocks import CellView, Drawing, Grid, Square
from kano_app.report.html.markup import element, items, literal, mark, paragraphs

_SHORT, _LONG = 17, 24
"""Characters up to which a text in a table stays on one line, and from which on it is given room."""


def anchors(blocks: object) -> Iterator[str]:
    """Yield the anchors of blocks and of all that stands in them, each once."""
    found: dict[str, None] = {}
    waiting = [blocks]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, tuple | list):
            waiting += one
        elif is_dataclass(one) and not isinstance(one, type | Drawing | Mark):
            if getattr(one, "anchor", ""):
                found[one.anchor] = None  # type: ignore[attr-defined] # just seen
            waiting += [getattr(one, part.name) for part in fields(one)]
    yield from found


def width_class(cell: CellView) -> str:
    """Return how a cell breaks its lines: names of categories not at all, long texts where they must."""
    if cell.mark is not None:
        return "whole"
    return "whole" if len(cell.text) <= _SHORT else "long" if len(cell.text) > _LONG else "middling"


def name_column(grid: Grid) -> int:
    """Return which column names the row: the first that is not set to the right."""
    return next((place for place, right in enumerate(grid.right) if not right), 0)


def square_table(square: Square, name: str) -> str:
    """Return the counts of both answers as a table with headings on two sides."""
    corner = f'<th scope="col">{literal(square.down)} \u2193 / {literal(square.across)} \u2192</th>'
    head = corner + "".join(element("th", literal(one), scope="col", class_="number") for one in square.answers)
    body = ""
    for answer, row in zip(square.answers, square.cells, strict=False):
        cells = "".join(
            element("td", f"{literal(number)} {mark(sign)}{literal(letter)}", class_="number")
            for number, letter, sign in row
        )
        body += element("tr", element("th", literal(answer), scope="row") + cells)
    caption = element("caption", literal(name))
    table = element("table", caption + element("thead", element("tr", head)) + element("tbody", body))
    return element("div", table, class_="scroll", tabindex="0", role="region", aria_label=name)


def pairs(rows: tuple[tuple[str, str], ...], look: str, marks: Sequence[Mark] = ()) -> str:
    """Return names, each behind its mark if there are any, and what they are; nothing where there are none."""
    signs = map(mark, marks) if marks else repeat("")
    inside = "".join(
        element("dt", sign + literal(name)) + element("dd", paragraphs(value))
        for sign, (name, value) in zip(signs, rows, strict=False)
    )
    return element("dl", inside, class_=look) if inside else ""


def figures(given: tuple[tuple[str, str], ...]) -> str:
    """Return a few large numbers, each with what it counts; nothing where there are none."""
    each = (element("div", element("dt", literal(told)) + element("dd", literal(number))) for number, told in given)
    inside = "".join(each)
    return element("dl", inside, class_="figures") if inside else ""


def entries(given: tuple[tuple[str, str], ...]) -> str:
    """Return short entries: a list of names where nothing is said of any."""
    if any(told for _, told in given):
        return pairs(given, "entries")
    return items("ul", (literal(name) for name, _ in given))
