"""An import that is not confirmed yet: the steps of its correction, and what came of the latest one."""

import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kano_app.domain.mapping import Mapping
from kano_app.ui.importing.kept import forget, keep
from kano_app.ui.importing.reading import Reading, Step, Told, read
from kano_app.ui.studies import IMPORT_JOB as JOB

if TYPE_CHECKING:
    from kano_app.importers import Examined, Source
    from kano_app.ui.jobs import Job, Jobs


class Draft(QObject):
    """Steps that can be taken back; each is read anew, and the latest wins."""

    changed = Signal()
    """Another step is the present one; what comes of it is not known yet."""
    ready = Signal()
    """What comes of the present step is known."""
    advanced = Signal(float)
    failed = Signal(object)

    def __init__(self, source: "Source", jobs: "Jobs", first: tuple[Step, Step, Reading], salt: str) -> None:
        """Begin with what was guessed, and how it was read, which may be as remembered."""
        super().__init__()
        self.source, self._jobs = source, jobs
        self.guess, step, self.reading = first
        self._steps, self._at = [step], 0
        self.salt = salt
        self._read = step, salt
        """What the reading came of."""
        self._job: Job | None = None

    # what is

    @property
    def step(self) -> Step:
        """The present step."""
        return self._steps[self._at]

    @property
    def mapping(self) -> Mapping:
        """How the file is to be read."""
        return self.step.mapping

    @property
    def name(self) -> str:
        """The name of the file, or what stands for it."""
        return self.source.name

    @property
    def label(self) -> str:
        """What the survey is called: the name without its ending."""
        return Path(self.name).stem

    @property
    def is_stale(self) -> bool:
        """Whether what is known came of another step."""
        return self._read[0] is not self.step or self._read[1] != self.salt

    @property
    def is_corrected(self) -> bool:
        """Whether anything was corrected since it was opened."""
        return self._at > 0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._at + 1 < len(self._steps)

    # correcting

    def correct(self, mapping: Mapping) -> None:
        """Read the file by another mapping."""
        if mapping != self.mapping:
            self._push(replace(self.step, mapping=mapping, is_guess=False, kept_on=None))

    def look_otherwise(self, examined: "Examined") -> None:
        """Read another sheet, other rows as headings, or another layout."""
        self._push(Step(examined, examined.mapping))

    def read_afresh(self) -> None:
        """Read the file as it is guessed, not as it is remembered or corrected."""
        self._push(self.guess)

    def undo(self) -> None:
        """Take a step back."""
        if self.can_undo:
            self._go(self._at - 1)

    def redo(self) -> None:
        """Take a step again that was taken back."""
        if self.can_redo:
            self._go(self._at + 1)

    def stop(self) -> None:
        """Read no further: the step that was read last is the present one."""
        step, self.salt = self._read
        if step not in self._steps:
            self._steps[self._at] = step
        self._at = self._steps.index(step)
        if self._job is not None and self._jobs.running(JOB) is self._job:
            self._jobs.cancel(JOB)
        self.changed.emit()

    def read_again(self, salt: str) -> None:
        """Read the present step for another study, whose hashes are its own."""
        self.salt = salt or secrets.token_hex(8)
        self._go(self._at)

    def remember(self) -> None:
        """Keep what was corrected for the next file of the same shape."""
        shape = self.guess.examined.shape
        if self.step.is_guess:
            forget(shape)
        elif self.step.kept_on is None:
            keep(shape, self._without_remarks())

    def _without_remarks(self) -> Mapping:
        """Return the mapping without the meaning of what only one person wrote: that is no wording of the form."""
        common = {one.text for one in self.step.examined.answers(self.mapping) if one.count > 1}
        return replace(self.mapping, wordings=tuple(one for one in self.mapping.wordings if one[0] in common))

    def _push(self, step: Step) -> None:
        del self._steps[self._at + 1 :]
        self._steps.append(step)
        self._go(self._at + 1)

    def _go(self, at: int) -> None:
        self._at = at
        self.changed.emit()
        if not self.is_stale:
            self._jobs.cancel(JOB)
            self.ready.emit()
            return
        step, source, salt = self.step, self.source, self.salt

        def work(told: Told) -> Reading:
            return read(source, step, salt, told)

        def take(reading: Reading) -> None:
            self.reading, self._read = reading, (step, salt)
            self.ready.emit()

        self._job = self._jobs.run(
            JOB, work, take, self.failed.emit, self.advanced.emit, void=self._look_soon, owner=self
        )

    def _look_soon(self) -> None:
        """Look whether another file was read in the place of this one."""
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self.is_stale and self._jobs.running(JOB) is not self._job:
            self.stop()
