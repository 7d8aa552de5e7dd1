"""The steps of a sitting, kept beside the state: they can be taken back after the program was started again.

Each row is one step: what it is called, and the manifest before it, whole or as what differs from the row before. The
rows always belong to the latest steps without a gap. A table that is not there is an empty trail, and programs that do
not know it leave it alone, so that it needs no version of its own.
"""

import sqlite3
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from kano_app.domain.project import Project
from kano_app.storage.leaves import UnreadableError
from kano_app.storage.manifest import seal

MOST = 5_000
"""Steps that are kept."""
_PART = 64
"""The first of so many rows is whole, so that none needs more than these to be read."""
_ENDS = struct.Struct(">II")
_LARGEST = 1 << 26
"""Bytes of a manifest, at most: more is no study of ours."""
_FARTHEST = 1 << 40
"""No sitting has as many steps."""
_COLUMNS = "SELECT id, name, whole, before, seal FROM step"
_TABLE = """
    CREATE TABLE IF NOT EXISTS step (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, whole INTEGER NOT NULL, before BLOB NOT NULL, seal BLOB NOT NULL
    )
"""


@dataclass(frozen=True, slots=True)
class Forward:
    """A step was taken; from the first one of a workshop on they are kept."""

    name: str
    """What it is called."""
    before: Project
    in_workshop: bool


class Back(NamedTuple):
    """The latest step was taken back."""


class Cut(NamedTuple):
    """The steps that are kept cannot be reached any more."""


Move = Forward | Back | Cut


class Kept(NamedTuple):
    """One step of a trail."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Trail:
    """Which rows there are; a new one for each move, so that a move that was not written never happened."""

    first: int = 1
    last: int = 0
    base: bytes | None = None
    """The manifest of the last row, where it is in memory."""

    @property
    def is_empty(self) -> bool:
        """Whether no step is kept."""
        return self.last < self.first

    def concerns(self, moves: Sequence[Move]) -> bool:
        """Return whether any of the moves changes what is kept."""
        return not self.is_empty or any(isinstance(move, Forward) and move.in_workshop for move in moves)

    def moved(self, connection: sqlite3.Connection, move: Move, before: bytes) -> "Trail":
        """Follow a move; ``before`` is the manifest before a step forward."""
        match move:
            case Forward(name, _, in_workshop):
                return self if self.is_empty and not in_workshop else self._forward(connection, name, before)
            case Back():
                return self._back(connection)
            case Cut():
                return self.cut(connection)

    def cut(self, connection: sqlite3.Connection) -> "Trail":
        """Take all steps away."""
        if self.is_empty:
            return self
        connection.execute("DELETE FROM step")
        return Trail()

    def _forward(self, connection: sqlite3.Connection, name: str, before: bytes) -> "Trail":
        """Put a step at the end; what was put there by a write that failed half-way is written over."""
        connection.execute(_TABLE)
        if self.is_empty:
            connection.execute("DELETE FROM step")  # what was found there and could not be read
        number = self.last + 1
        base = None if number % _PART == 1 else self.base
        packed = zlib.compress(before) if base is None else _difference(before, base)
        whole = int(base is None)
        connection.execute(
            "REPLACE INTO step (id, name, whole, before, seal) VALUES (?, ?, ?, ?, ?)",
            (number, name, whole, packed, _sealed(number, name, whole, packed)),
        )
        first = self.first
        if number - first >= MOST + _PART:
            first += _PART - (first - 1) % _PART
            connection.execute("DELETE FROM step WHERE id < ?", (first,))
        return Trail(first, number, before)

    def _back(self, connection: sqlite3.Connection) -> "Trail":
        """Take the step at the end away; of an empty trail nothing."""
        if self.is_empty:
            return self
        connection.execute("DELETE FROM step WHERE id = ?", (self.last,))
        return Trail(self.first, self.last - 1)


def found(connection: sqlite3.Connection) -> tuple[Trail, tuple[Kept, ...]]:
    """Return the trail of a file and its steps, the oldest first; what was altered ends it there."""
    kept: list[Kept] = []
    for row in _rows(connection, "ORDER BY id DESC LIMIT ?", MOST):
        if not _is_sound(row) or (kept and row[0] != kept[-1].id - 1):
            break
        kept.append(Kept(row[0], row[1]))
    if not kept:
        return Trail(), ()
    kept.reverse()
    return Trail(kept[0].id, kept[-1].id), tuple(kept)


def before(connection: sqlite3.Connection, number: int) -> bytes:
    """Return the manifest before a step.

    Raises:
        UnreadableError: if it is not there, or was altered.

    """
    rows: list[tuple[Any, ...]] = []
    for row in _rows(connection, "WHERE id <= ? ORDER BY id DESC LIMIT ?", number, _PART):
        if row[0] != number - len(rows):
            break
        rows.append(row)
        if row[2]:
            break
    manifest: bytes | None = None
    for row in reversed(rows):
        manifest = _manifest(row, manifest)
    if manifest is None:
        raise UnreadableError("the step is not there")
    return manifest


def manifests(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Give the manifest before each step that can be read."""
    manifest: bytes | None = None
    for row in _rows(connection, "ORDER BY id"):
        with suppress(UnreadableError):
            manifest = _manifest(row, manifest)
            yield manifest


def _manifest(row: tuple[Any, ...], base: bytes | None) -> bytes:
    if not _is_sound(row) or (base is None and not row[2]):
        raise UnreadableError("a step was altered")
    return _whole(row[3]) if base is None or row[2] else _restored(row[3], base)


def _rows(connection: sqlite3.Connection, which: str, *values: int) -> Iterator[tuple[Any, ...]]:
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'step'").fetchone():
        yield from connection.execute(f"{_COLUMNS} {which}", values)


def _difference(manifest: bytes, base: bytes) -> bytes:
    """Return what a manifest has between the ends it shares with another, packed with the other's as a dictionary."""
    shorter = min(len(manifest), len(base))
    one, other = (np.frombuffer(part, np.uint8) for part in (manifest, base))
    unlike = np.flatnonzero(one[:shorter] != other[:shorter])
    start = int(unlike[0]) if unlike.size else shorter
    rest = shorter - start
    unlike = np.flatnonzero(one[len(one) - rest :] != other[len(other) - rest :])
    end = rest - 1 - int(unlike[-1]) if unlike.size else rest
    packer = zlib.compressobj(zdict=base[start : len(base) - end])
    return _ENDS.pack(start, end) + packer.compress(manifest[start : len(manifest) - end]) + packer.flush()


def _restored(packed: bytes, base: bytes) -> bytes:
    try:
        start, end = _ENDS.unpack_from(packed)
        if start + end > len(base):
            raise UnreadableError("a step of another state")
        packer = zlib.decompressobj(zdict=base[start : len(base) - end])
        middle = packer.decompress(packed[_ENDS.size :], _LARGEST)
    except (struct.error, zlib.error) as error:
        raise UnreadableError("no step") from error
    return base[:start] + middle + base[len(base) - end :]


def _whole(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error as error:
        raise UnreadableError("no step") from error


def _is_sound(row: tuple[object, ...]) -> bool:
    match row:
        case (int(number), str(name), int(whole), bytes(packed), bytes(sealed)) if 0 < number < _FARTHEST:
            return _sealed(number, name, whole, packed) == sealed
    return False


def _sealed(number: int, name: str, whole: int, packed: bytes) -> bytes:
    return seal(str(number).encode(), name.encode("utf-8", "surrogatepass"), str(whole).encode(), packed)
