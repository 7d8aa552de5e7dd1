"""One line of styled pieces, as the instructions that draw it and the words that are found in it."""

from functools import cache
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import HexColor

from kano_app.report.pdf.pieces import Look, Pieces, room, squeeze
from kano_app.report.pdf.punctuation import MARKS
from kano_app.report.pdf.reach import joined, shifts


def write_line(writer: Any, pieces: Pieces) -> None:  # noqa: ANN401 - reportlab is untyped
    """Write the pieces of a line, with room where Chinese meets Latin and less of it where Chinese marks meet.

    Args:
        writer: a text object of reportlab, at the start of the line.
        pieces: what stands on the line, in reading order.
    """
    text, looks = joined(pieces)
    moved = {} if len(pieces) == 1 else dict(shifts(text, looks, room))
    taken = {} if MARKS.isdisjoint(text) else _taken(text, looks)
    position, size = 0, 0.0
    for part, look in pieces:
        if position in moved:
            # Neither a character nor a spacing of one: what reads the file shall find no more and no fewer spaces.
            writer._code.append(f"[{-1000 * moved[position] / size:.2f}] TJ")  # noqa: SLF001 - no other way to such a move
        writer.setFont(look.font, look.size)
        writer.setFillColor(_color(look.color))
        end = position + len(part)
        _write(writer, part, {place - position: less for place, less in taken.items() if position <= place < end})
        position, size = end, look.size


def _taken(text: str, looks: list[Look]) -> dict[int, float]:
    """Return how much less than its width each mark moves on to the next one."""
    found: dict[int, float] = {}
    for index, (before, after) in enumerate(pairwise(zip(text, looks, strict=True))):
        if before[0] in MARKS and after[0] in MARKS and (less := squeeze(before, after)):
            found[index] = less
    return found


def _write(writer: Any, part: str, taken: dict[int, float]) -> None:  # noqa: ANN401 - as above
    """Write a part of a line, and what is taken from marks by their place in it.

    The box of such a mark would reach over the next one, which some readers (pdftotext) take for another line; in a
    span that says what it is, they take its way for its width. Others (PDFium) want one such span for each.
    """
    start = 0
    for index in sorted(taken):
        if start < index:
            writer.textOut(part[start:index])
        said = part[index].encode("utf-16-be").hex().upper()
        writer._code.append(f"/Span <</ActualText <FEFF{said}>>> BDC")  # noqa: SLF001 - reportlab has no word for it
        writer.setCharSpace(-taken[index])
        writer.textOut(part[index])
        writer.setCharSpace(0)
        writer._code.append("EMC")  # noqa: SLF001 - as above
        start = index + 1
    if start < len(part):
        writer.textOut(part[start:])


@cache
def _color(code: str) -> Any:  # noqa: ANN401 - reportlab is untyped
    return HexColor(code)
