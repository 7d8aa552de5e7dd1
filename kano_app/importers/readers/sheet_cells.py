"""The sheets of an XLSX looked through cell by cell, however they are written."""

import html
import re
from collections.abc import Iterable

from kano_app.importers.readers import limits
from kano_app.importers.readers.sheet_notes import SheetNotes, as_percent

_PIECE = re.compile(rb"<(?:\w+:)?row\b([^>]*)>|<(?:\w+:)?c((?:\s[^>]*?)?)(?:/>|>(.*?)</(?:\w+:)?c\s*>)", re.DOTALL)
_ATTRIBUTE = re.compile(rb"""(?:^|\s)(r|t|s|hidden)\s*=\s*["']([^"']*)["']""")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)\b[^>]*>([^<]+)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_REFERENCE = re.compile(rb"([A-Za-z]{1,12})([0-9]{1,12})")


def cell_by_cell(blocks: Iterable[bytes], percents: frozenset[bytes]) -> SheetNotes:
    """Return what a sheet holds, looking at each of its cells.

    Args:
        blocks: the unpacked sheet.
        percents: the numbers of the styles that show a number as a percentage.

    """
    notes = SheetNotes()
    row, column = -1, -1
    rest = b""
    for block in blocks:
        data = rest + block
        end = 0
        for piece in _PIECE.finditer(data):
            end = piece.end()
            if piece[1] is not None:
                row, column = _begin_row(piece[1], row, notes), -1
                continue
            attributes = dict(_ATTRIBUTE.findall(piece[2]))
            place = _REFERENCE.fullmatch(attributes.get(b"r", b""))
            at_row, column = (int(place[2]) - 1, column_at(place[1])) if place else (max(row, 0), column + 1)
            _note(notes, (at_row, column), attributes, piece[3] or b"", percents)
        # Nothing of a sheet is as long as a record; what is longer is no cell.
        rest = data[end:] if len(data) - end < limits.RECORD else b""
    return notes


def _begin_row(tag: bytes, row: int, notes: SheetNotes) -> int:
    attributes = dict(_ATTRIBUTE.findall(tag))
    number = attributes.get(b"r", b"")
    row = int(number[:12]) - 1 if number.isdigit() else row + 1
    if attributes.get(b"hidden") in {b"1", b"true"}:
        notes.hidden.add(row + 1)
    return row


def _note(
    notes: SheetNotes,
    place: tuple[int, int],
    attributes: dict[bytes, bytes],
    content: bytes,
    percents: frozenset[bytes],
) -> None:
    value = _VALUE.search(content)
    kind = attributes.get(b"t", b"n")
    if value is None:
        if kind != b"str" and _FORMULA.search(content):
            notes.lacks(*place)
        return
    notes.fill(*place)
    if kind == b"e":
        notes.show(*place, error_text(value[1]))
    elif kind == b"n" and attributes.get(b"s") in percents:
        notes.show(*place, as_percent(value[1]))


def error_text(value: bytes) -> str:
    """Return an error as a person sees it: #N/A."""
    return html.unescape(value.decode("utf-8", "replace")).strip()


def column_at(letters: bytes) -> int:
    """Return the column that letters name, counted from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
