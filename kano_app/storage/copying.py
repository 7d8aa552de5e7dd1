"""Whole files put where they belong at one stroke: there is the old file or the new one, never half of one."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kano_app.domain.study_file import Reason
from kano_app.storage.connection import connect, take, uri
from kano_app.storage.errors import ProjectFileError, sqlite_code, told_of

_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; under a new file, what an old one left would be taken for its own."""


def copy(
    connection: sqlite3.Connection, target: Path, clean: Callable[[sqlite3.Connection], object] | None = None
) -> None:
    """Copy an open file as a whole, in place of a file that may be there; ``clean`` takes out of it what stays behind.

    Raises:
        ProjectFileError: IN_USE if the target is open anywhere, so also if it is the file itself; UNWRITABLE.

    """
    with replacement(target) as temporary, told_of(target):
        connection.execute("VACUUM INTO ?", (uri(temporary),))
        if clean is not None:
            with closing(connect(temporary, "mode=rw")) as copied:
                clean(copied)


@contextmanager
def replacement(target: Path) -> Iterator[Path]:
    """Give a new name beside the target to write to; what was written there then takes the target's place."""
    with told_of(target):
        target = target.resolve()
        ensure_free(target)
    temporary = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        yield temporary
        with told_of(target):
            _to_disk(temporary)
            ensure_free(target)
            remove_beside(target)
            temporary.replace(target)
            _folder_to_disk(target.parent)
    finally:
        for one in (temporary, *_beside(temporary)):
            with suppress(OSError):
                one.unlink(missing_ok=True)


def ensure_free(path: Path) -> None:
    """Refuse a file that a window or program has open; what is no database cannot be.

    Raises:
        ProjectFileError: IN_USE.

    """
    with told_of(path):
        if not path.is_file():
            return
        connection = connect(path, "mode=rw")
        try:
            take(connection)
        except sqlite3.Error as error:
            if sqlite_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise ProjectFileError(Reason.IN_USE, path) from error
        finally:
            connection.close()


def remove_beside(path: Path) -> None:
    """Remove what SQLite keeps beside a file."""
    for one in _beside(path):
        one.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + ending) for ending in _BESIDE)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """Make a new name durable where folders can be opened: not on Windows, whose file system keeps its own journal."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
