"""The project file: always the current state, one durable transaction for each change."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from kano_app.domain.project import Project
from kano_app.domain.study_file import Reason
from kano_app.storage import migrations, revisions, trail
from kano_app.storage.arrays import Known, Reading, Writing
from kano_app.storage.connection import hold, identity, recognise, transaction
from kano_app.storage.copying import copy, replacement
from kano_app.storage.errors import ProjectFileError, told_of
from kano_app.storage.leaves import UnreadableError
from kano_app.storage.manifest import pack, unpack
from kano_app.storage.migrations import STEPS, Step
from kano_app.storage.reading import understood
from kano_app.storage.revisions import Revision
from kano_app.storage.schema import new_database
from kano_app.storage.trail import Back, Cut, Forward, Move, Stored
from kano_app.storage.unused import remove_what_is_unused, without_steps

_T = TypeVar("_T")


class ProjectFile:
    """An open project file, which nobody else can open meanwhile; used by one thread at a time."""

    def __init__(self, path: Path, steps: Sequence[Step] = STEPS) -> None:
        """Open a file; ``ProjectFile.open`` reads better."""
        self.path = path.resolve()
        recognise(self.path, migrations.newest(steps))
        self._connection = hold(self.path, migrations.newest(steps))
        self._certain = True
        """Whether the state on the disk is the one in memory; not after a save that failed."""
        try:
            with understood(self.path):
                self._identity = identity(self.path)
                self.backup = migrations.migrate(self._connection, self.path, steps, self._read)
                """Where the copy of an older version is, if the file was one."""
                self._manifest, self._project, self._known = self._read()
                self._trail, self.steps = trail.found(self._connection, self._manifest)
                """The steps of a sitting as they were found on opening, the oldest first."""
                self.opened = self._opened()
                """The revision of the state that was found on opening."""
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(cls, path: Path, *, steps: Sequence[Step] = STEPS) -> Self:
        """Open a file.

        Raises:
            ProjectFileError: if it cannot be read or written, or is open elsewhere; it is unchanged then.

        """
        return cls(path, steps)

    @classmethod
    def create(cls, path: Path, project: Project, *, steps: Sequence[Step] = STEPS) -> Self:
        """Make a file that was not there before, and open it.

        Raises:
            ProjectFileError: EXISTS, UNWRITABLE.

        """
        with told_of(path):
            if path.exists():
                raise ProjectFileError(Reason.EXISTS, path)
        cls.write(path, project, steps=steps)
        made = cls(path, steps)
        made.save(project)
        return made

    @staticmethod
    def write(path: Path, project: Project, *, steps: Sequence[Step] = STEPS) -> None:
        """Make a file in place of one that may be there, without opening it.

        Raises:
            ProjectFileError: IN_USE if what is there is open anywhere, UNWRITABLE; it is unchanged then.

        """
        writing = Writing(Known())
        manifest = pack(project, writing.store)
        with replacement(path) as temporary, told_of(path), closing(new_database(temporary)) as connection:
            migrations.run(connection, path, steps)
            with transaction(connection):
                writing.write(connection)
                revisions.write_state(connection, manifest)

    @property
    def project(self) -> Project:
        """The state that is on the disk."""
        return self._project

    def is_at(self, path: Path) -> bool:
        """Return whether a name means this very file."""
        with told_of(path):
            return identity(path) == self._identity

    def save(self, project: Project, moves: Sequence[Move] = ()) -> None:
        """Put a project in place of the state; when this returns, what differs is on the disk.

        Args:
            project: the state from now on.
            moves: the steps that led there from the state on the disk, for the trail of a sitting.

        Raises:
            ProjectFileError: UNWRITABLE; MISSING if the file is no longer where it was. The state is as before.
            TypeError: if the project holds what its type hints exclude, or no survey.

        """
        if project is self._project and self._certain and not moves:
            return
        writing = Writing(self._known)
        manifest = pack(project, writing.store)
        # What was before is no part of the state: its arrays are not among those that the next save takes for written.
        earlier = Writing(writing.known)
        due = [self._stored(move, earlier) for move in self._trail.due(moves)]
        steps = self._trail
        if manifest != self._manifest or due or not self._certain:
            self._certain = False
            with self._changing():
                writing.write(self._connection)
                earlier.write(self._connection)
                revisions.write_state(self._connection, manifest)
                steps = steps.written(self._connection, due, manifest)
            self._certain = True
        self._project, self._manifest, self._known, self._trail = project, manifest, writing.known, steps

    def before_step(self, step: int) -> Project:
        """Return the project before one of ``steps``; the state stays as it is.

        Raises:
            ProjectFileError: DAMAGED, also where the step was taken away.

        """
        with understood(self.path):
            manifest = trail.manifest_before(self._connection, step)
            return unpack(manifest, Reading(self._connection, self._known).fetch)

    def revisions(self) -> tuple[Revision, ...]:
        """Return the revisions, the oldest first."""
        with understood(self.path):
            return revisions.every(self._connection)

    def load(self, revision: int) -> Project:
        """Return the project as it was; the state stays as it is.

        Raises:
            LookupError: if there is no such revision.
            ProjectFileError: DAMAGED.

        """
        with understood(self.path):
            manifest = revisions.manifest_of(self._connection, revision)
            return unpack(manifest, Reading(self._connection, self._known).fetch)

    def keep(self, note: str) -> Revision:
        """Keep the state under a name."""
        return self._change(lambda: revisions.add(self._connection, self._manifest, note))

    def name(self, revision: int, note: str) -> None:
        """Give a revision a name.

        Raises:
            LookupError: if there is no such revision.

        """
        self._change(lambda: revisions.rename(self._connection, revision, note))

    def forget(self, revision: int) -> None:
        """Remove a revision, and the arrays that only it needed.

        Raises:
            LookupError: if there is no such revision.
            ValueError: if it is the one that "Revert to opened" needs.

        """
        if revision == self.opened:
            raise ValueError("the state on opening is kept until the file is closed")

        def remove() -> None:
            revisions.remove(self._connection, revision)
            remove_what_is_unused(
                self._connection, self._manifest
            )  # what is in memory is taken to be on the disk by the next save

        self._change(remove)

    def copy_to(self, path: Path, *, with_steps: bool = False) -> None:
        """Copy the file as a whole, in place of a file that may be there: all of it or nothing.

        Args:
            path: where to.
            with_steps: whether the steps of a workshop go along; a copy that is handed on has none of what was undone.

        Raises:
            ProjectFileError: IN_USE if the target is open anywhere, so also if it is this file; UNWRITABLE.

        """
        has_more = not with_steps and not self._trail.is_empty
        with told_of(path):
            copy(self._connection, path, without_steps if has_more else None)

    def close(self) -> None:
        """Close the file and let go of it; the steps of a sitting stay until it is done."""
        try:
            with suppress(sqlite3.Error, UnreadableError), transaction(self._connection):
                if not self._project.sits:
                    trail.remove(self._connection)
                remove_what_is_unused(
                    self._connection
                )  # what is left over costs room, and is removed by the next one who can
        finally:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self) -> tuple[bytes, Project, Known]:
        manifest = revisions.read_state(self._connection)
        reading = Reading(self._connection, Known(), manifest)
        return manifest, unpack(manifest, reading.fetch), reading.known

    def _opened(self) -> int:
        newest = revisions.newest(self._connection)
        if newest is not None and newest[1] == self._manifest:
            return newest[0].id
        with transaction(self._connection):
            return revisions.add(self._connection, self._manifest).id

    def _stored(self, move: Move, writing: Writing) -> Stored | Back | Cut:
        """Return a move as it is written; where the state before it cannot be, no step before this one is kept."""
        if not isinstance(move, Forward):
            return move
        try:
            before = self._manifest if move.before is self._project else pack(move.before, writing.store)
        except (TypeError, ValueError):
            return Cut()
        return Stored(move.name, before) if len(before) <= trail.LARGEST else Cut()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with understood(self.path):
            if identity(self.path) != self._identity:
                raise ProjectFileError(Reason.MISSING, self.path)
            try:
                with transaction(self._connection):
                    yield
            except (sqlite3.ProgrammingError, sqlite3.InterfaceError) as error:  # the connection itself is lost
                raise ProjectFileError(Reason.UNWRITABLE, self.path) from error

    def _change(self, change: Callable[[], _T]) -> _T:
        with self._changing():
            return change()
