"""Rows of a project file that hold a manifest: the state, and the revisions that were kept of it."""

import datetime as dt
import sqlite3
from dataclasses import dataclass

from kano_app.storage.leaves import UnreadableError
from kano_app.storage.manifest import seal


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the project that was kept: when a file was opened (no note), or by name."""

    id: int
    made: dt.datetime
    """In UTC."""
    note: str = ""


def read_state(connection: sqlite3.Connection) -> bytes:
    """Return the manifest of the state.

    Raises:
        UnreadableError: if there is not one state, as it was written.

    """
    rows = connection.execute("SELECT manifest, seal FROM state").fetchall()
    if len(rows) != 1:
        raise UnreadableError("not one state")
    manifest, sealed = rows[0]
    if not isinstance(manifest, bytes) or seal(manifest) != sealed:
        raise UnreadableError("the state was altered")
    return manifest


def write_state(connection: sqlite3.Connection, manifest: bytes) -> None:
    """Put a manifest in place of the state."""
    connection.execute("REPLACE INTO state (id, manifest, seal) VALUES (1, ?, ?)", (manifest, seal(manifest)))


def every(connection: sqlite3.Connection) -> tuple[Revision, ...]:
    """Return all revisions, the oldest first.

    Raises:
        UnreadableError: if one of them was altered.

    """
    return tuple(_checked(row)[0] for row in connection.execute(f"{_SELECT} ORDER BY id"))


def manifests(connection: sqlite3.Connection) -> list[bytes]:
    """Return the manifests of all revisions."""
    return [_checked(row)[1] for row in connection.execute(_SELECT)]


def manifest_of(connection: sqlite3.Connection, revision: int) -> bytes:
    """Return the manifest of one revision.

    Raises:
        LookupError: if there is no such revision.
        UnreadableError: if it was altered.

    """
    return _one(connection, revision)[1]


def newest(connection: sqlite3.Connection) -> tuple[Revision, bytes] | None:
    """Return the newest revision and its manifest."""
    row = connection.execute(f"{_SELECT} ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else _checked(row)


def add(connection: sqlite3.Connection, manifest: bytes, note: str = "") -> Revision:
    """Keep a manifest as a revision of now."""
    made = dt.datetime.now(dt.UTC)
    note = _text(note)
    cursor = connection.execute(
        "INSERT INTO revision (made, note, manifest, seal) VALUES (?, ?, ?, ?)",
        (made.isoformat(), note, manifest, _sealed(made, note, manifest)),
    )
    return Revision(int(cursor.lastrowid or 0), made, note)


def rename(connection: sqlite3.Connection, revision: int, note: str) -> None:
    """Give a revision another note."""
    found, manifest = _one(connection, revision)
    note = _text(note)
    sealed = _sealed(found.made, note, manifest)
    connection.execute("UPDATE revision SET note = ?, seal = ? WHERE id = ?", (note, sealed, revision))


def remove(connection: sqlite3.Connection, revision: int) -> None:
    """Remove a revision."""
    if not connection.execute("DELETE FROM revision WHERE id = ?", (revision,)).rowcount:
        raise LookupError(revision)


_SELECT = "SELECT id, made, note, manifest, seal FROM revision"


def _one(connection: sqlite3.Connection, revision: int) -> tuple[Revision, bytes]:
    row = connection.execute(f"{_SELECT} WHERE id = ?", (revision,)).fetchone()
    if row is None:
        raise LookupError(revision)
    return _checked(row)


def _checked(row: tuple[object, ...]) -> tuple[Revision, bytes]:
    match row:
        case (int(number), str(made), str(note), bytes(manifest), bytes(sealed)):
            try:
                revision = Revision(number, dt.datetime.fromisoformat(made), note)
            except ValueError as error:
                raise UnreadableError("no time") from error
            if _sealed(revision.made, note, manifest) == sealed:
                return revision, manifest
    raise UnreadableError("a revision was altered")


def _sealed(made: dt.datetime, note: str, manifest: bytes) -> bytes:
    return seal(made.isoformat().encode(), note.encode(), manifest)


def _text(note: str) -> str:
    """Return a note as SQLite can hold it: without halves of characters."""
    return note.encode("utf-8", "replace").decode()
