"""Opening a study off the window's thread: to work on it, or to look at it where it cannot be written."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, ProjectFileError, Reason, read_project
from kano_app.ui.jobs import Cancelled

_TRIES = 3
"""A copy that somebody was writing to may be half of one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A study that cannot be held, as it was saved last, and why."""

    project: Project
    error: ProjectFileError


class Opening:
    """Opens one file; what nobody waits for any more is let go of."""

    def __init__(self, path: Path) -> None:
        """Know the file."""
        self._path = path
        self._lock = Lock()
        self._is_void = False
        self._file: ProjectFile | None = None

    def __call__(self, _told: Callable[[float], None]) -> ProjectFile | Looked:
        """Open it, else read it."""
        try:
            file = ProjectFile.open(self._path)
        except ProjectFileError as error:
            if error.reason not in {Reason.IN_USE, Reason.UNWRITABLE}:
                raise
            return Looked(_as_saved_last(self._path, error), error)
        with self._lock:
            if not self._is_void:
                self._file = file
                return file
        file.close()
        raise Cancelled

    def give_up(self) -> None:
        """Let go of the file, now or once it is open."""
        with self._lock:
            self._is_void = True
            if self._file is not None:
                self._file.close()


def _as_saved_last(path: Path, why: ProjectFileError) -> Project:
    """Return what was saved of a study; of one that somebody holds a copy is read."""
    try:
        return read_project(path)
    except ProjectFileError as error:
        if error.reason is not Reason.IN_USE:
            raise why from error
    with tempfile.TemporaryDirectory(prefix="kano-app-") as folder:
        copied = Path(folder) / path.name
        for _ in range(_TRIES):
            try:
                shutil.copyfile(path, copied)
                return read_project(copied)
            except (OSError, ProjectFileError):
                continue
    raise why
