"""The container and records of an XLS looked through: whether its chains end, and how far the filled cells reach."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.problem import Code
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.grid import Progress, column_letters
from kano_app.importers.readers.sheet_notes import SheetNotes
from kano_app.importers.readers.workbook import explain_broken

_LAST = 0xFFFFFFFA
"""From here on a number is no sector but says that a chain ends."""
_ENTRY = 128
_STREAMS = {"workbook", "book"}
_SHEET, _BEGIN, _STRINGS, _MANY, _REACH = 0x85, 0x809, 0xFC, 0xBD, 0x200
_MOST_ROWS, _MOST_COLUMNS = 1 << 16, 1 << 8
_FILLED = {0x06, 0x203, 0x204, 0x205, 0x27E, 0xD6, 0xFD, _MANY}
_FEW = 1_000_000


class _BrokenError(Exception):
    """Raised where a chain runs in a circle or out of the file."""


class _Container:
    """The files within a compound file."""

    def __init__(self, data: bytes) -> None:
        shift, self._mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or self._mini_shift != 6:
            raise _BrokenError
        self._data, self._shift = data, shift
        self._cutoff, mini_start = struct.unpack_from("<II", data, 56)
        self._fat = self._table()
        self._mini = np.frombuffer(self._chained(mini_start), "<u4")
        directory = self._chained(struct.unpack_from("<I", data, 48)[0])
        self._entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) << self._shift : (number + 2) << self._shift]

    def _table(self) -> NDArray[np.uint32]:
        """Return the table that says which sector follows each."""
        numbers = list(struct.unpack_from("<109I", self._data, 76))
        (more,) = struct.unpack_from("<I", self._data, 68)
        for _ in range(len(self._data) >> self._shift):
            if more >= _LAST:
                break
            *listed, more = np.frombuffer(self._sector(more), "<u4").tolist() or [_LAST]
            numbers += listed
        else:
            raise _BrokenError
        tables = [self._sector(number) for number in numbers if number < _LAST]
        return np.frombuffer(b"".join(tables), "<u4")

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._fat)))

    def check(self) -> None:
        """Follow every chain once; each must end."""
        for entry in self._entries:
            start, size = struct.unpack_from("<II", entry, 116)
            kind = entry[66]
            if kind == 5 or (kind == 2 and size >= self._cutoff):
                _chain(start, self._fat)
            elif kind == 2 and size:
                _chain(start, self._mini)

    def workbook(self) -> bytes:
        """Return the file that holds the records of the workbook."""
        for entry in self._entries:
            length = struct.unpack_from("<H", entry, 64)[0]
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace").lower()
            start, size = struct.unpack_from("<II", entry, 116)
            if name in _STREAMS and size >= self._cutoff:
                return self._chained(start)
            if name in _STREAMS:
                root = self._chained(struct.unpack_from("<I", self._entries[0], 116)[0])
                return b"".join(root[number << 6 : (number + 1) << 6] for number in _chain(start, self._mini))
        return b""


def _chain(start: int, following: NDArray[np.uint32]) -> list[int]:
    chain: list[int] = []
    while start < _LAST:
        if start >= len(following) or len(chain) > len(following):
            raise _BrokenError
        chain.append(start)
        start = int(following[start])
    return chain


def check(path: Path, findings: Findings, progress: Progress) -> None:
    """Refuse a workbook of old whose chains do not end, or that reaches farther than is read.

    Raises:
        Unusable: if it does.

    """
    if path.stat().st_size > limits.STRINGS:
        raise findings.unusable(Code.FILE_TOO_LARGE, reason="inflated")
    try:
        container = _Container(path.read_bytes())
        container.check()
        sheets = _sheets(container.workbook(), progress)
    except (_BrokenError, struct.error, ValueError):
        raise explain_broken(path, findings) from None
    cells = 0
    for notes in sheets:
        cells += notes.cells
        if cells > limits.CELLS:
            raise findings.unusable(
                Code.FILE_TOO_LARGE, row=notes.bottom + 1, column=column_letters(notes.right), reason="cells"
            )


def _sheets(stream: bytes, progress: Progress) -> list[SheetNotes]:
    """Return how far each sheet reaches, one as often as it is listed."""
    listed: list[int] = []
    found: dict[int, SheetNotes] = {}
    notes = SheetNotes()
    at = number = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        record = stream[at + 4 : at + 4 + length]
        if kind == _BEGIN:
            notes = found[at] = SheetNotes()
        elif kind in _FILLED and length >= 6:
            row, column = struct.unpack_from("<HH", record)
            last = struct.unpack("<H", record[-2:])[0] if kind == _MANY else column
            notes.fill(row, min(column, last), columns=abs(last - column) + 1)
        elif kind == _SHEET and length >= 4:
            listed.append(struct.unpack_from("<I", record)[0])
        elif _asks_too_much(kind, record, len(stream)):
            raise _BrokenError
        at += 4 + length
        number += 1
        if number % 100_000 == 0:
            progress(0.0)
    return [found[place] for place in listed if place in found]


def _asks_too_much(kind: int, record: bytes, length: int) -> bool:
    """Return whether a record names more texts, rows or columns than there can be: room would be made for all."""
    if kind == _STRINGS and len(record) >= 8:
        counts = struct.unpack_from("<II", record)
        return bool(max(counts) > max(length, _FEW))
    if kind == _REACH and len(record) in {10, 14}:
        _, rows, _, columns = struct.unpack_from("<IIHH" if len(record) == 14 else "<HHHH", record)
        return bool(rows > _MOST_ROWS or columns > _MOST_COLUMNS)
    return False
