"""Styled text as pieces of one font each, how wide they are, and what stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from kano_app.report.pdf.fonts import LATIN, TC, FontBook, Run
from kano_app.report.pdf.line_breaking import Line, break_lines
from kano_app.report.pdf.punctuation import surplus
from kano_app.report.pdf.seams import GAP


@dataclass(frozen=True)
class Span:
    """Neighbouring words of one look; the text is literal, nothing in it is markup.

    Attributes:
        text: what is to be read.
        size: of the letters, in points.
        weight: "regular" or "semibold".
        color: hexadecimal, "#1b2430".
        link: name of a destination in the same document, with or without "#"; empty for none.
    """

    text: str
    size: float = 9.5
    weight: str = "regular"
    color: str = "#1b2430"
    link: str = ""


class Look(NamedTuple):
    """The font and the span a character takes its look from."""

    font: str
    size: float
    color: str
    link: str


Pieces = tuple[tuple[str, Look], ...]


def squeeze(before: tuple[str, Look] | None, after: tuple[str, Look] | None) -> float:
    """Return what is taken from between two characters; nothing where one of them is of a Latin face."""
    looks = [one[1] for one in (before, after) if one is not None]
    if any(look.font.startswith(LATIN) for look in looks):
        return 0.0
    share = surplus(before[0] if before else "", after[0] if after else "", centred=looks[0].font.startswith(TC))
    return share * min(look.size for look in looks)


def room(before: Look, after: Look) -> float:
    """Return what stands between Han and Latin characters; nothing where both are of one face."""
    if before.font.startswith(LATIN) == after.font.startswith(LATIN):
        return 0.0
    return GAP * min(before.size, after.size)


def measure_of(book: FontBook) -> Any:  # noqa: ANN401 - a function of text and look
    """Return what measures a text in a look."""

    def width(text: str, look: Look) -> float:
        return book.run_width(Run(look.font, text), look.size)

    return width


def lines_of(book: FontBook, pieces: Pieces, width: float, *, balanced: bool = True) -> list[Line[Look]]:
    """Break pieces into lines of at most a width."""
    return break_lines(pieces, width, measure_of(book), squeeze, room, balanced=balanced)


def pieces_of(book: FontBook, spans: Sequence[Span], *, count: bool) -> Pieces:
    """Give every character its font, with all spans in view: a quotation mark's face depends on its neighbours."""
    shown = [book.shown(span.text, count=count) for span in spans] or [""]
    every = book.faces("".join(shown))
    if len(spans) == 1 and len(set(every)) == 1:
        span = spans[0]
        return ((shown[0], Look(book.font(every[0], span.weight), span.size, span.color, span.link)),)
    faces = iter(every)
    pieces: list[tuple[str, Look]] = []
    for span, text in zip(spans or [Span("")], shown, strict=True):
        for face, pairs in groupby(zip(text, faces, strict=False), key=lambda pair: pair[1]):
            look = Look(book.font(face, span.weight), span.size, span.color, span.link)
            pieces.append(("".join(char for char, _ in pairs), look))
    empty = Look(book.initial_font, Span("").size, Span("").color, "")
    return tuple(pieces) or (("", empty),)


def sliced(pieces: Pieces, start: int, end: int | None) -> Pieces:
    """Return the pieces of a part of the joined text."""
    kept: list[tuple[str, Look]] = []
    position = 0
    for text, look in pieces:
        stop = len(text) if end is None else max(end - position, 0)
        part = text[max(start - position, 0) : stop]
        if part:
            kept.append((part, look))
        position += len(text)
    return tuple(kept) or (("", pieces[0][1]),)
