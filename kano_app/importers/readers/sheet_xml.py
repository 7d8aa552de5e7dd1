"""The sheets of an XLSX looked through as text: quickly where they are written as usual, else cell by cell."""

import re
from collections.abc import Callable, Iterable, Iterator

from kano_app.importers.readers import limits
from kano_app.importers.readers.grid import column_letters
from kano_app.importers.readers.sheet_cells import cell_by_cell, column_at, error_text
from kano_app.importers.readers.sheet_notes import SheetNotes, as_percent

_LETTERS = re.compile(rb'<c( r="[A-Z]+|[\s>])')
_BEFORE_LETTERS = len(' r="')
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')
_CELL = rb'<c r="([A-Z]+)(\d+)"'
_ERROR = re.compile(_CELL + rb'[^>]* t="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]+)</v>')
_UNCOMPUTED = re.compile(_CELL + rb"([^>]*)><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?</c>")
_HIDDEN = re.compile(rb'<row (?=[^>]*hidden="(?:1|true)")[^>]*?\br="(\d+)"')


def look_through(blocks: Callable[[], Iterable[bytes]], percents: frozenset[bytes]) -> SheetNotes:
    """Return what a sheet holds.

    Args:
        blocks: begins to unpack the sheet; called a second time if it is written in an unusual way.
        percents: the numbers of the styles that show a number as a percentage.

    """
    usual = _Usual(percents)
    for piece in _pieces(blocks()):
        if not usual.takes(piece):
            return cell_by_cell(blocks(), percents)
    # What is said to be far may be an empty cell with a colour.
    return cell_by_cell(blocks(), percents) if usual.notes.is_too_large else usual.notes


def _pieces(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the blocks anew, cut between two cells."""
    rest = b""
    for block in blocks:
        data = rest + block
        cut = max(data.rfind(b"<c "), data.rfind(b"<row "))
        if cut > 0 or len(data) > limits.RECORD:
            cut = cut if cut > 0 else len(data)
            yield data[:cut]
        rest = data[max(cut, 0) :]
    yield rest


class _Usual:
    """Looks through the pieces of a sheet that is written as spreadsheet programs do."""

    def __init__(self, percents: frozenset[bytes]) -> None:
        self.notes = SheetNotes()
        self._marks = [b's="%s"' % style for style in percents]
        styles = b"|".join(percents)
        self._percent = re.compile(
            _CELL + rb' s="(?:' + styles + rb')"(?: t="n")?>(?:<f[^>]*>[^<]*</f>)?<v>([^<]+)</v>'
        )
        self._digits = 1
        self._right = 0
        self._known = re.compile(b"")
        self._longer = self._longer_than(1)

    @staticmethod
    def _longer_than(digits: int) -> re.Pattern[bytes]:
        return re.compile(rb'<c r="[A-Z]+\d{%d}' % (digits + 1))

    def takes(self, piece: bytes) -> bool:
        """Return whether every cell is written as usual and stands in the row that says so."""
        last = max(map(int, _ROW.findall(piece)), default=0)
        if self._known.search(piece) is None and (b":" not in piece or b":c" not in piece):
            # Nothing is unusual or lies further to the right or below than what was met before.
            if self._right:
                self.notes.fill(0, 0, max(last, 1), self._right)
            self._note(piece)
            return True
        letters = {found[_BEFORE_LETTERS:] for found in set(_LETTERS.findall(piece))}
        # One character is found so much faster than two that it is asked for first.
        if b"" in letters or (b":" in piece and b":c" in piece):
            return False
        if len(str(last)) > self._digits:
            self._digits = len(str(last))
            self._longer = self._longer_than(self._digits)
        if self._longer.search(piece):
            return False
        if letters:
            widest = max(letters, key=column_at)
            self._right = max(self._right, column_at(widest) + 1)
            self.notes.fill(0, 0, max(last, 1), self._right)
            self._known = _beyond(column_letters(self._right - 1), self._digits)
        self._note(piece)
        return True

    def _note(self, piece: bytes) -> None:
        notes = self.notes
        if b"f" in piece and (b"<f>" in piece or b"<f " in piece):
            for letters, row, attributes in _UNCOMPUTED.findall(piece):
                if b't="str"' not in attributes:
                    notes.lacks(int(row) - 1, column_at(letters))
        if b"e" in piece and b't="e"' in piece:
            for letters, row, value in _ERROR.findall(piece):
                notes.show(int(row) - 1, column_at(letters), error_text(value))
        if b"h" in piece and b'hidden="' in piece:
            for row in _HIDDEN.findall(piece):
                notes.hidden.add(int(row))
        if any(mark in piece for mark in self._marks):
            for letters, row, value in self._percent.findall(piece):
                notes.show(int(row) - 1, column_at(letters), as_percent(value))


def _beyond(letters: str, digits: int) -> re.Pattern[bytes]:
    """Return what finds a cell that is written in an unusual way, right of a column, or with a longer row number."""
    further = [f"[A-Z]{{{len(letters) + 1},}}"]
    for at, letter in enumerate(letters):
        if letter < "Z":
            further.append(f"{letters[:at]}[{chr(ord(letter) + 1)}-Z][A-Z]{{{len(letters) - at - 1}}}")
    text = rf'<c(?=[\s>])(?:(?! r="[A-Z])| r="(?:(?:{"|".join(further)})\d|[A-Z]+\d{{{digits + 1}}}))'
    return re.compile(text.encode())
