"""The sheets of an ODS looked through as text: how far their repeated cells reach, and what was never computed."""

import html
import re
from collections.abc import Iterable

from kano_app.importers.readers import limits
from kano_app.importers.readers.sheet_notes import SheetNotes, as_percent

_PIECE = re.compile(
    rb"<table:table\s([^>]*)>|<table:table-row\b([^>]*?)/?>|<table:(?:covered-)?table-cell\b([^>]*?)(/?)>|</table:table-row>"
)
_NAME = re.compile(rb"""table:name\s*=\s*["']([^"']*)["']""")
_REPEATED = re.compile(rb"""-repeated\s*=\s*["'](\d+)["']""")
_TYPE = re.compile(rb"""office:value-type\s*=\s*["']([\w-]*)["']""")
_NUMBER = re.compile(rb"""office:value\s*=\s*["']([^"']*)["']""")
_HIDDEN = re.compile(rb"""table:visibility\s*=\s*["'](?:collapse|filter)["']""")


class Sheets:
    """The sheets of an ODS in their order, with what was found in each."""

    def __init__(self) -> None:
        """Start before the first sheet."""
        self.notes: list[SheetNotes] = []
        self._row = self._column = 0
        self._rows = 1

    def look_through(self, blocks: Iterable[bytes]) -> list[SheetNotes]:
        """Return what each sheet holds, in the order of the file."""
        rest = b""
        for block in blocks:
            data = rest + block
            end = 0
            for piece in _PIECE.finditer(data):
                end = piece.end()
                self._take(piece)
            rest = data[end:] if len(data) - end < limits.RECORD else b""
        return self.notes

    def _take(self, piece: re.Match[bytes]) -> None:
        if piece[1] is not None:
            name = _NAME.search(piece[1])
            self.notes.append(SheetNotes(html.unescape(name[1].decode("utf-8", "replace")) if name else ""))
            self._row, self._rows = 0, 0
        elif not self.notes:
            return
        elif piece[2] is not None:
            self._row += self._rows
            self._column, self._rows = 0, _repeated(piece[2])
            if _HIDDEN.search(piece[2]) and self._rows < 10_000:
                self.notes[-1].hidden.add(self._row + 1, self._rows)
        elif piece[3] is not None:
            self._cell(piece[3], empty=bool(piece[4]))

    def _cell(self, tag: bytes, *, empty: bool) -> None:
        notes = self.notes[-1]
        columns = _repeated(tag)
        kind = _TYPE.search(tag)
        if kind is not None or not empty:
            notes.fill(self._row, self._column, self._rows, columns)
        if b"table:formula" in tag and kind is None and empty:
            notes.lacks(self._row, self._column)
        elif kind is not None and kind[1] == b"percentage" and (number := _NUMBER.search(tag)):
            notes.show(self._row, self._column, as_percent(number[1]))
        self._column += columns


def _repeated(tag: bytes) -> int:
    found = _REPEATED.search(tag) if b"-repeated" in tag else None
    return int(found[1][:12]) if found else 1
