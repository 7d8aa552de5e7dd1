"""The document: one project, its file, its undo; all change passes through ``Document.apply``."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from kano_app.domain.project import Project
from kano_app.storage import (
    MOST_STEPS,
    Cut,
    Move,
    ProjectFile,
    ProjectFileError,
    Reason,
    adopt,
    copied,
    discard,
    has_named_revision,
    is_empty,
    new_draft,
)
from kano_app.ui.history import EarlierStep, ReplaceProject, Step, StepName

Edit = Callable[[Project], Project]

_SOON = 50
"""Milliseconds until a step that met a copy in the making is saved again."""


class Document(QObject):
    """A study that is open: always saved, every step can be undone."""

    changed = Signal(object, object)
    """The project before and after a step."""
    saved = Signal()
    failed = Signal(object)
    """A ``ProjectFileError``: the last step is on the screen and not on the disk."""
    stays = Signal(str)
    """A step from before the program was started again is not taken back: "lost", "unread" or "busy" says why."""
    renamed = Signal()
    """The study has another file."""

    def __init__(
        self, file: ProjectFile, drafts: Path, parent: QObject | None = None, *, read_only: bool = False
    ) -> None:
        """Take over an open file; ``drafts`` is the folder of studies that have no name yet."""
        super().__init__(parent)
        self._file, self._drafts = file, drafts
        self._in_use = Lock()
        """Held by whoever reads or writes the file."""
        self._project = file.project
        self.is_saved = True
        self.read_only = read_only
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)
        self._moves: list[Move] = []
        """What the steps that are not on the disk yet mean for those that are kept there."""
        if not read_only:
            for kept in file.steps:
                self.undo_stack.push(EarlierStep(StepName.of(kept.name), kept.id, self._put))
        self.opened_at = self.undo_stack.index()
        """Where the undo stack stood when the study was opened."""

    @classmethod
    def new(cls, project: Project, drafts: Path) -> "Document":
        """Return a document of a study that has no file of the user's yet."""
        return cls(new_draft(drafts, project), drafts)

    @property
    def project(self) -> Project:
        """The study as it is now."""
        return self._project

    @property
    def file(self) -> ProjectFile:
        """Where it is kept."""
        return self._file

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._file.path

    @property
    def is_draft(self) -> bool:
        """Whether the study has no file of the user's yet."""
        return self.path.parent == self._drafts.resolve()

    def apply(self, message: str, edit: Edit, merge: str = "", /, **values: str) -> None:
        """Change the project by a step that can be undone; an edit that changes nothing is no step.

        Args:
            message: what the step does, a message id such as ``N_("Rename “{name}”")``.
            edit: Project → Project, one of ``domain.edits``.
            merge: steps that follow each other with the same text become one: typing in one field.
            values: what stands in the braces of the message.

        """
        old = self._project
        new = edit(old)
        if new is not old and not self.read_only:
            name = StepName(message, tuple(values.items()))
            latest = self._step(self.undo_stack.index() - 1)
            joins = bool(merge) and isinstance(latest, ReplaceProject) and latest.merge == merge
            self.undo_stack.push(ReplaceProject(name, old, new, self._put, merge, joins=joins))

    def undo(self) -> None:
        """Take the latest step back."""
        step = self._step(self.undo_stack.index() - 1)
        if not isinstance(step, EarlierStep) or step.both is not None or self._bring_back(step):
            self.undo_stack.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.undo_stack.redo()

    def undo_name(self) -> StepName | None:
        """Return what undo would take back."""
        return self._name(self.undo_stack.index() - 1)

    def redo_name(self) -> StepName | None:
        """Return what redo would do again."""
        return self._name(self.undo_stack.index())

    def save_again(self) -> None:
        """Try once more to put on the disk what is on the screen."""
        self._save()

    def copy_to(self, path: Path) -> None:
        """Copy the file as a whole; also in a thread: what is done meanwhile is saved right after.

        Raises:
            ProjectFileError: IN_USE, UNWRITABLE; what is there is untouched.

        """
        with self._in_use:
            self._file.copy_to(path)

    def save_as(self, path: Path) -> None:
        """Keep a study under a name: a draft moves there, a study with a file goes on in the new one.

        Raises:
            ProjectFileError: if it cannot be written there; the study is open as before.

        """
        if self.is_draft:
            self._file = adopt(self._file, path, self._project)
        else:
            fresh = copied(self._file, path, self._project)
            self._file.close()
            self._file = fresh
        self._save()
        self.renamed.emit()

    def rescue(self, path: Path) -> None:
        """Keep the study as it is on the screen in a new file, where its own can no longer be written.

        Raises:
            ProjectFileError: if it cannot be written there either; what is there is untouched.

        """
        if self._file.is_at(path):
            self._file.save(self._project)
        else:
            ProjectFile.write(path, self._project)
            if path.resolve() == self.path:  # by its name, the journal of the new file would be the old one's to remove
                self._file.close()
            fresh = ProjectFile.open(path)
            self._file.close()
            self._file = fresh
        self._save()
        self.renamed.emit()

    def close(self) -> None:
        """Let go of the file; a draft in which nothing was done, or that shows a revision, is removed."""
        self.undo_stack.blockSignals(True)  # its end is no step
        looked_at = self.read_only and bool(self.property("came_from"))
        useless = self.is_draft and (looked_at or (is_empty(self._project) and not has_named_revision(self._file)))
        self._file.close()
        if useless:
            with suppress(ProjectFileError):  # what is left over is nothing, and is offered to nobody
                discard(self.path)

    def _bring_back(self, step: EarlierStep) -> bool:
        """Read what was before a step, and return whether that is there now."""
        if not self._in_use.acquire(blocking=False):
            self.stays.emit("busy")
            return False
        try:
            step.both = self._file.before_step(step.number), self._project
        except Exception as error:  # noqa: BLE001 - whatever it is, the step stays and the user is told
            is_lost = isinstance(error, ProjectFileError) and error.reason is Reason.DAMAGED
            if is_lost:  # and so are all before it, which are of the file, too
                self._moves.append(Cut())
                self.undo_stack.clear()
            self.stays.emit("lost" if is_lost else "unread")
        finally:
            self._in_use.release()
        return step.both is not None

    def _put(self, project: Project, move: Move | None) -> None:
        old, self._project = self._project, project
        if move is not None:
            self._moves.append(move)
        if self._in_use.locked():
            self.is_saved = False
            QTimer.singleShot(_SOON, self, self._save_soon)
        else:
            self._save()
        self.changed.emit(old, project)

    @Slot()
    def _save_soon(self) -> None:
        if self._in_use.locked():
            QTimer.singleShot(_SOON, self, self._save_soon)
        elif not self.is_saved:
            self._save()

    def _save(self) -> None:
        try:
            with self._in_use:
                self._file.save(self._project, self._moves)
        except Exception as error:  # noqa: BLE001 - whatever it is, the step is not on the disk and the user is told
            self.is_saved = False
            told = error if isinstance(error, ProjectFileError) else ProjectFileError(Reason.UNWRITABLE, self.path)
            self.failed.emit(told)
        else:
            self._moves.clear()
            self.is_saved = True
            self.saved.emit()

    def _name(self, index: int) -> StepName | None:
        step = self._step(index)
        return step.name if step is not None else None

    def _step(self, index: int) -> Step | None:
        command = self.undo_stack.command(index) if 0 <= index < self.undo_stack.count() else None
        return command if isinstance(command, Step) else None
