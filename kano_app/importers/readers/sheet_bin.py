"""The sheets of an XLSB looked through record by record: how far the filled cells reach."""

from collections.abc import Iterable, Iterator

from kano_app.importers.readers import limits
from kano_app.importers.readers.sheet_notes import SheetNotes

_ROW = 0
_FILLED = range(2, 12)


def look_through(blocks: Iterable[bytes]) -> SheetNotes:
    """Return how far a sheet reaches."""
    notes = SheetNotes()
    row = 0
    for kind, start in _records(blocks):
        if kind == _ROW:
            row = int.from_bytes(start, "little")
        elif kind in _FILLED:
            notes.fill(row, int.from_bytes(start, "little"))
    return notes


def _records(blocks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the first four bytes of each record."""
    data = b""
    at = 0
    for block in blocks:
        data, at = data[at:] + block, 0
        while (head := _head(data, at)) is not None:
            kind, length, begin = head
            if begin + length > len(data) and length < limits.RECORD:
                break
            yield kind, data[begin : begin + min(length, 4)]
            at = begin + length
        if at > len(data) or len(data) - at > limits.RECORD:
            return


def _head(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Return the kind and length of the record at a place, and where its content begins."""
    if at + 6 > len(data):
        return None
    kind = data[at]
    at += 1
    if kind & 0x80:
        kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
        at += 1
    length = shift = 0
    for _ in range(4):
        length |= (data[at] & 0x7F) << shift
        at += 1
        if not data[at - 1] & 0x80:
            break
        shift += 7
    return kind, length, at
