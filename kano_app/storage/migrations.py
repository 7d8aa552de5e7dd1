"""From an older version of the format to this one, after a copy of the old file was put beside it.

A step that was released never changes. Fields added to a dataclass with a default need no step.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kano_app.domain.study_file import Reason
from kano_app.storage.connection import transaction, version_of
from kano_app.storage.copying import copy
from kano_app.storage.errors import ProjectFileError
from kano_app.storage.schema import FIRST_VERSION


@dataclass(frozen=True, slots=True)
class Step:
    """What turns one version into the next; ``run`` works inside a transaction."""

    before: int
    after: int
    run: Callable[[sqlite3.Connection], object]


STEPS: tuple[Step, ...] = ()
"""All steps, from the first version on."""


def newest(steps: Sequence[Step] = STEPS) -> int:
    """Return the version the steps lead to: the one this program writes."""
    return steps[-1].after if steps else FIRST_VERSION


def migrate(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Step], check: Callable[[], object]
) -> Path | None:
    """Bring an open file to the newest version, and return where the copy of the old one is.

    Args:
        connection: the file, held.
        path: where it is.
        steps: all steps there are.
        check: reads what the steps made of it, before it counts.

    Raises:
        ProjectFileError: DAMAGED if a step fails, UNWRITABLE if there is no room for the copy; the file is unchanged.

    """
    version = version_of(connection)
    if version == newest(steps):
        return None
    backup = _free_name(path, version)
    copy(connection, backup)
    try:
        run(connection, path, steps, check)
    except BaseException:
        backup.unlink(missing_ok=True)
        raise
    return backup


def run(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Step], check: Callable[[], object] = lambda: None
) -> None:
    """Run the steps that are due, all or none."""
    try:
        with transaction(connection):
            for step in steps:
                if version_of(connection) == step.before:
                    step.run(connection)
                    connection.execute(f"PRAGMA user_version = {step.after}")
            if version_of(connection) != newest(steps):
                raise ProjectFileError(Reason.DAMAGED, path)
            check()
    except (ValueError, TypeError, LookupError) as error:
        raise ProjectFileError(Reason.DAMAGED, path) from error


def _free_name(path: Path, version: int) -> Path:
    number = 1
    while True:
        backup = path.with_name(f"{path.name}.v{version}{'' if number == 1 else f'.{number}'}.bak")
        if not backup.exists():
            return backup
        number += 1
