"""User text in a workbook: as it stands, never a formula, never too long, and names of sheets that Excel takes."""

import re
from collections.abc import Iterable

from kano_app.wording.literal import visible

LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_HAN = 0x2E80
_RESERVED = "history"


def cell_text(text: str) -> str:
    """Return text that fits into a cell, control characters as visible marks."""
    shown = visible(text)
    return shown if _units(shown) <= LONGEST_CELL else _cut(shown, LONGEST_CELL - 1) + "…"


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name of a sheet as near to the wanted one as may be: legal, short, and no other sheet's."""
    used = {one.casefold() for one in taken} | {_RESERVED}
    plain = _FORBIDDEN.sub("-", visible(wanted)).strip("' ") or "-"
    name, number = _shortened(plain, _LONGEST_NAME), 1
    while name.casefold() in used:
        number += 1
        ending = f" ({number})"
        name = _shortened(plain, _LONGEST_NAME - len(ending)) + ending
    return name


def width_of(text: str) -> int:
    """Return how many columns of a terminal a text takes; a Han character is two wide."""
    return sum(2 if ord(char) >= _HAN else 1 for char in text)


def _shortened(text: str, longest: int) -> str:
    return text if _units(text) <= longest else _cut(text, longest - 1).rstrip("' ") + "…"


def _units(text: str) -> int:
    """Return the length as a spreadsheet counts: an emoji is two."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def _cut(text: str, longest: int) -> str:
    kept = text[:longest]
    while _units(kept) > longest:
        kept = kept[:-1]
    return kept
