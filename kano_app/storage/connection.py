"""Connections to project files: recognised without touching, held alone or looked at, checked, written durably."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from kano_app.domain.study_file import Reason
from kano_app.storage.errors import ProjectFileError, sqlite_code, told_of

APPLICATION_ID = int.from_bytes(b"KANO", "big")

_PATIENCE = 0.25
"""Seconds to wait for somebody who only looks at the file."""
_CACHE = 16_000
"""Kibibytes of pages kept: what is examined on opening is read from there."""


def connect(path: Path, options: str) -> sqlite3.Connection:
    """Return a connection in autocommit mode, without any access to the file yet.

    Args:
        path: the file.
        options: SQLite's URI options, ``mode=rw`` for instance.

    """
    connection = _opened(path, options)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _opened(path: Path, options: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{uri(path)}?{options}", uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )


def uri(path: Path) -> str:
    """Return a path as SQLite's URI, which also holds names that are no text and shares of Windows."""
    name = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    return f"file://{name if name.startswith('/') else '/' + name}"


def recognise(path: Path, newest: int) -> None:
    """Refuse what is plainly no project file of this version or an older one; nothing is locked or written.

    What cannot be read like this is left to ``hold`` and ``look``: a change that was cut short may have to be taken
    back first. SQLite reads the head, not we: closing a file of our own would give up its locks, wherever this process
    has it open.

    Raises:
        ProjectFileError: MISSING, NOT_OURS, NEWER or UNWRITABLE.

    """
    with told_of(path):
        if not path.exists():
            raise ProjectFileError(Reason.MISSING, path)
        if not path.is_file():
            raise ProjectFileError(Reason.NOT_OURS, path)
    with told_of(path), closing(_opened(path, "mode=ro&immutable=1")) as connection:
        try:
            _check_marks(connection, path, sys.maxsize if _cut_short(path) else newest)
        except sqlite3.DatabaseError as error:
            if sqlite_code(error) == sqlite3.SQLITE_NOTADB:
                raise ProjectFileError(Reason.NOT_OURS, path) from error
            if sqlite_code(error) != sqlite3.SQLITE_CORRUPT:
                raise


def _cut_short(path: Path) -> bool:
    """Return whether a change may have to be taken back before the file says what it is."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def _check_marks(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuse what says of itself that it is another program's, or a newer version's."""
    if _number(connection, "application_id") != APPLICATION_ID:
        raise ProjectFileError(Reason.NOT_OURS, path)
    if version_of(connection) > newest:
        raise ProjectFileError(Reason.NEWER, path)


def hold(path: Path, newest: int) -> sqlite3.Connection:
    """Return the only connection to a file; the lock lasts until it is closed, or the process ends in any way.

    A change that was cut short is taken back, as SQLite does it.

    Raises:
        ProjectFileError: NOT_OURS, NEWER, IN_USE, FOREIGN, DAMAGED or UNWRITABLE.

    """
    with told_of(path):
        connection = connect(path, "mode=rw")
        try:
            take(connection)
            _check_marks(connection, path, newest)
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA secure_delete = ON")
            _refuse_half_a_page(connection, path)
            examine(connection, path)
            _try_writing(connection)
            connection.execute("PRAGMA synchronous = EXTRA")
        except BaseException:
            connection.close()
            raise
    return connection


def look(path: Path, newest: int) -> sqlite3.Connection:
    """Return a connection that reads one state of the file; a change that was cut short is taken back.

    Raises:
        ProjectFileError: NOT_OURS, NEWER, IN_USE, FOREIGN, DAMAGED or UNWRITABLE.

    """
    with told_of(path):
        connection = connect(path, "mode=rw")
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            _check_marks(connection, path, newest)
            _refuse_half_a_page(connection, path)
            examine(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def take(connection: sqlite3.Connection) -> None:
    """Take the lock that nobody else can share, and keep it beyond the transaction."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _try_writing(connection: sqlite3.Connection) -> None:
    """Begin to write and take it back: SQLite opens what is read-only without a word, and fails at the first change.

    Nothing has to be on the disk for that, and waiting for the disk would take longer than all the rest of opening.
    """
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {version_of(connection)}")
    finally:
        connection.execute("ROLLBACK")


def _refuse_half_a_page(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that was cut short within its last page, for which SQLite would read zeros."""
    if path.stat().st_size % _number(connection, "page_size"):
        raise sqlite3.DatabaseError("the file was cut short")


def examine(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose structure was altered, or in which something acts on its own."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    acting = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1")
    if acting.fetchone():
        raise ProjectFileError(Reason.FOREIGN, path)
    found = connection.execute("PRAGMA quick_check(1)").fetchall()
    if found != [("ok",)]:
        raise sqlite3.DatabaseError(f"the file is damaged: {found}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the format."""
    return _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)


def identity(path: Path) -> tuple[int, int] | None:
    """Return which file a name means, so that one moved away under an open connection is noticed."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything or nothing; when it ends well, it is on the disk."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise
