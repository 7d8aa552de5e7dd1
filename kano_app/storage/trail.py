"""The steps of a workshop, kept beside the state: they can be taken back after the program was started again.

Each row is one step: what it is called, and the manifest before it, whole or as what differs from the row before. The
rows belong to the latest steps without a gap, and the last one says which state it led to: a trail that does not fit
the state, or cannot be read, is none. The state itself never depends on it.
"""

import sqlite3
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from kano_app.domain.project import Project
from kano_app.storage.leaves import UnreadableError
from kano_app.storage.manifest import seal

MOST = 5_000
"""Steps that are kept, and that a window can take back."""
_PART = 64
"""The first of so many rows is whole, so that none needs more than these to be read."""
LARGEST = 1 << 24
"""Bytes of a manifest that is kept."""
_MOST_BYTES = 1 << 28
"""Of all manifests of a trail, unpacked: more is none of ours."""
_COLUMNS = "SELECT id, name, whole, packed, seal, after FROM step"
_ENDS = struct.Struct(">II")
_TABLE = (
    "CREATE TABLE step (id INTEGER PRIMARY KEY, name BLOB NOT NULL, whole INTEGER NOT NULL, packed BLOB NOT NULL,"
    " seal BLOB NOT NULL, after BLOB)"
)
"""``seal`` is the hash of the columns before it; ``after`` is that of the state the last step led to."""


class Forward(NamedTuple):
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


class Stored(NamedTuple):
    """A step as it is written: its name and the manifest before it."""

    name: str
    before: bytes


class Kept(NamedTuple):
    """A step that was found in a file."""

    id: int
    name: str


class Trail(NamedTuple):
    """Which rows there are; a new one for each write, so that what was not written never happened."""

    first: int = 1
    last: int = 0
    base: bytes | None = None
    """The manifest of the last row, where it is in memory."""

    @property
    def is_empty(self) -> bool:
        """Whether no step is kept."""
        return self.last < self.first

    def due(self, moves: Sequence[Move]) -> list[Move]:
        """Return what is to be written of moves: not what took itself back, and nothing outside of a workshop."""
        found: list[Move] = []
        rows = self.last - self.first + 1
        for move in moves:
            if isinstance(move, Cut):
                found, rows = ([move] if self.last >= self.first else []), 0
            elif isinstance(move, Forward) and (rows or move.in_workshop):
                found.append(move)
                rows += 1
            elif isinstance(move, Back) and rows:
                if found and isinstance(found[-1], Forward):
                    found.pop()
                else:
                    found.append(move)
                rows -= 1
        return found

    def written(self, connection: sqlite3.Connection, due: Sequence[Stored | Back | Cut], state: bytes) -> "Trail":
        """Write what is due beside a state, and return the trail there is then.

        Written again after a write of which nobody knows whether it got through, it comes to the same.
        """
        trail = self
        for one in due:
            if isinstance(one, Stored):
                trail = trail._forward(connection, one)
            elif isinstance(one, Back):
                connection.execute("DELETE FROM step WHERE id = ?", (trail.last,))
                trail = Trail(trail.first, trail.last - 1)
            else:
                remove(connection)
                trail = Trail()
        if not trail.is_empty:
            connection.execute("UPDATE step SET after = ? WHERE id = ?", (seal(state), trail.last))
        return trail

    def _forward(self, connection: sqlite3.Connection, step: Stored) -> "Trail":
        if self.is_empty:
            remove(connection)  # whatever was there could not be read
            connection.execute(_TABLE)
        number = self.last + 1
        base = None if number % _PART == 1 else self.base
        packed = zlib.compress(step.before) if base is None else _difference(step.before, base)
        row = (number, step.name.encode(), int(base is None), packed)
        connection.execute("REPLACE INTO step VALUES (?, ?, ?, ?, ?, NULL)", (*row, _sealed(*row)))
        first = self.first
        if number - first >= MOST + _PART:
            first += _PART - (first - 1) % _PART
            connection.execute("DELETE FROM step WHERE id < ?", (first,))
        return Trail(first, number, step.before)


def remove(connection: sqlite3.Connection) -> None:
    """Take all steps out of a file."""
    connection.execute("DROP TABLE IF EXISTS step")


def found(connection: sqlite3.Connection, state: bytes) -> tuple[Trail, tuple[Kept, ...]]:
    """Return the trail of a file and its steps, the oldest first: those that can be read, if they led to its state."""
    kept: list[tuple[Kept, int]] = []
    try:
        for row in _rows(connection, "ORDER BY id DESC LIMIT ?", MOST + 2 * _PART):
            if not _is_sound(row) or (kept and row[0] != kept[-1][0].id - 1) or not (kept or row[5] == seal(state)):
                break
            kept.append((Kept(row[0], row[1].decode()), row[2]))
    except (sqlite3.Error, UnicodeDecodeError):
        return Trail(), ()
    while kept and not kept[-1][1]:  # nothing says what it differs from
        kept.pop()
    if not kept:
        return Trail(), ()
    steps = [step for step, _ in reversed(kept)]
    return Trail(steps[0].id, steps[-1].id), tuple(steps[-MOST:])


def manifest_before(connection: sqlite3.Connection, number: int) -> bytes:
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
    """Give the manifest before each step.

    Raises:
        UnreadableError: if one cannot be read.

    """
    manifest: bytes | None = None
    total = 0
    for row in _rows(connection, "ORDER BY id"):
        manifest = _manifest(row, manifest)
        total += len(manifest)
        if total > _MOST_BYTES:
            raise UnreadableError("too much")
        yield manifest


def _rows(connection: sqlite3.Connection, which: str, *values: int) -> Iterator[tuple[Any, ...]]:
    if connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'step'").fetchone() == (_TABLE,):
        yield from connection.execute(f"{_COLUMNS} {which}", values)


def _manifest(row: tuple[Any, ...], base: bytes | None) -> bytes:
    if not _is_sound(row) or (base is None and not row[2]):
        raise UnreadableError("a step was altered")
    try:
        return _unpacked(row[3]) if base is None or row[2] else _restored(row[3], base)
    except (struct.error, zlib.error) as error:
        raise UnreadableError("no step") from error


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
    start, end = _ENDS.unpack_from(packed)
    if start + end > len(base):
        raise UnreadableError("a step of another state")
    middle = _unpacked(packed[_ENDS.size :], base[start : len(base) - end], start + end)
    return base[:start] + middle + base[len(base) - end :]


def _unpacked(packed: bytes, known: bytes = b"", beside: int = 0) -> bytes:
    packer = zlib.decompressobj(zdict=known)
    found = packer.decompress(packed, LARGEST + 1)
    if len(found) + beside > LARGEST:
        raise UnreadableError("too much")
    return found


def _is_sound(row: tuple[Any, ...]) -> bool:
    match row:
        case (int(), bytes(), int(), bytes(), bytes(sealed), _):
            return _sealed(*row[:4]) == sealed
    return False


def _sealed(number: int, name: bytes, whole: int, packed: bytes) -> bytes:
    return seal(str(number).encode(), name, str(whole).encode(), packed)
