"""A project file as it is, read once and let go: for merging, the command line and lists."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from kano_app.domain.project import Project
from kano_app.domain.study_file import Reason
from kano_app.storage import migrations
from kano_app.storage.arrays import Known, Reading
from kano_app.storage.connection import look, recognise, version_of
from kano_app.storage.errors import ProjectFileError, told_of
from kano_app.storage.leaves import UnfamiliarError, UnreadableError
from kano_app.storage.manifest import unpack
from kano_app.storage.migrations import STEPS, Step
from kano_app.storage.revisions import Revision, every, read_state


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Turn everything that can be wrong with what a file holds into a ``ProjectFileError``."""
    try:
        with told_of(path):
            yield
    except UnfamiliarError as error:
        raise ProjectFileError(Reason.NEWER, path) from error
    except UnreadableError as error:
        raise ProjectFileError(Reason.DAMAGED, path) from error


def read_project(path: Path, *, steps: Sequence[Step] = STEPS) -> Project:
    """Return the project of a file, which is not held, and not changed unless a change of it was cut short.

    Raises:
        ProjectFileError: if it cannot be read, or is open elsewhere.

    """
    with _looked_at(path, steps) as connection:
        return unpack(read_state(connection), Reading(connection, Known()).fetch)


def read_revisions(path: Path, *, steps: Sequence[Step] = STEPS) -> tuple[Revision, ...]:
    """Return the revisions of a file, the oldest first; the file is treated as by ``read_project``.

    Raises:
        ProjectFileError: if it cannot be read, or is open elsewhere.

    """
    with _looked_at(path, steps) as connection:
        return every(connection)


@contextmanager
def _looked_at(path: Path, steps: Sequence[Step]) -> Iterator[sqlite3.Connection]:
    """Give a connection that reads a file as one of the newest version."""
    path, newest = path.resolve(), migrations.newest(steps)
    recognise(path, newest)
    with closing(look(path, newest)) as connection, understood(path):
        if version_of(connection) == newest:
            yield connection
            return
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copied:
            connection.backup(copied)
            migrations.run(copied, path, steps)
            yield copied
