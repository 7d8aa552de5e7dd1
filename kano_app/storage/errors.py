"""Why a project file cannot be used, said the same way whether SQLite or the system says it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kano_app.domain.study_file import Reason


class ProjectFileError(Exception):
    """Raised when a project file cannot be used; words come from ``wording``."""

    def __init__(self, reason: Reason, path: Path) -> None:
        """Keep the reason and the file."""
        super().__init__(f"{reason.value}: {path.name}")
        self.reason = reason
        self.path = path


_REASONS = {
    sqlite3.SQLITE_BUSY: Reason.IN_USE,
    sqlite3.SQLITE_LOCKED: Reason.IN_USE,
    sqlite3.SQLITE_PROTOCOL: Reason.IN_USE,
    sqlite3.SQLITE_READONLY: Reason.UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: Reason.UNWRITABLE,
    sqlite3.SQLITE_PERM: Reason.UNWRITABLE,
    sqlite3.SQLITE_AUTH: Reason.UNWRITABLE,
    sqlite3.SQLITE_FULL: Reason.UNWRITABLE,
    sqlite3.SQLITE_IOERR: Reason.UNWRITABLE,
    sqlite3.SQLITE_TOOBIG: Reason.UNWRITABLE,
}
_PRIMARY = 0xFF
"""An extended error code of SQLite holds the primary one in its lowest byte."""


def sqlite_code(error: sqlite3.Error) -> int:
    """Return the primary code of an error, 0 where Python's module raised it on its own."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise into a ``ProjectFileError`` of this file."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise ProjectFileError(_REASONS.get(sqlite_code(error), Reason.DAMAGED), path) from error
    except UnicodeDecodeError as error:  # what SQLite says of a damaged file may quote it
        raise ProjectFileError(Reason.DAMAGED, path) from error
    except OSError as error:
        raise ProjectFileError(Reason.UNWRITABLE, path) from error
