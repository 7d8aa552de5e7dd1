"""What of a raw grid is headings and what is answers; headings of several rows are put together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kano_app.domain.mapping import Platform, RowRule
from kano_app.importers.readers.grid import Row

_MARKUP = re.compile(
    r"<\s*(?:br|/?p|/?div|/?span|/?b|/?i|/?u|/?strong|/?em|/?font|/?li|/?ul|/?ol)\b[^<>]*>", re.IGNORECASE
)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a grid; rows are positions in its head, from 0."""

    headings: tuple[str, ...]
    """One per column, without blank ones at the end."""
    heading_rows: tuple[int, ...]
    """The rows the headings are made of, top first."""
    first_row: int
    """The first row under the headings."""
    platform: Platform = Platform.OTHER
    score: float = 0.0
    """How much of what the platform writes is there, 0 to 1."""
    told: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Columns of which the platform's shape tells what they are: ``respondent``, ``identity``, ``administrative``."""
    rules: tuple[RowRule, ...] = ()
    """Rows that are no answers of anybody, by what the platform wrote beside them."""


def plain(text: str) -> str:
    """Return a heading without line breaks, markup of forms and doubled blanks."""
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    if "&" in text:
        for entity, character in _ENTITIES.items():
            text = text.replace(entity, character)
    return re.sub(r"\s+", " ", text).strip()


def cut(headings: Sequence[str]) -> tuple[str, ...]:
    """Return headings without the blank ones behind the last."""
    found = list(headings)
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def single(head: Sequence[Row], row: int) -> tuple[str, ...]:
    """Return one row as headings, as they stand."""
    return cut([cell.strip() for cell in head[row]])


def together(head: Sequence[Row], rows: Sequence[int], generic: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return rows of headings put together as ``upper [lower]``, upper ones filled forward over the blanks after them.

    Args:
        head: the records of a grid.
        rows: which of them, top first.
        generic: texts of the lowest row, folded, that say nothing: the upper ones stand for themselves there.

    """
    width = max(len(head[row]) for row in rows)
    lines = [[plain(cell) for cell in head[row]] + [""] * (width - len(head[row])) for row in rows]
    for line in lines[:-1]:
        _fill_forward(line, lines[-1])
    found = []
    for cells in zip(*lines, strict=True):
        upper = " – ".join(dict.fromkeys(cell for cell in cells[:-1] if cell))
        lower = cells[-1]
        if not upper or not lower or lower == upper or lower.casefold() in generic:
            found.append(upper or lower)
        else:
            found.append(f"{upper} [{lower}]")
    return cut(found)


def _fill_forward(line: list[str], below: Sequence[str]) -> None:
    """Fill blanks with the text before them, where something stands below."""
    last = ""
    for at, cell in enumerate(line):
        if cell:
            last = cell
        elif below[at]:
            line[at] = last
