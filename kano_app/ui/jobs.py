"""The only module with threads: a pure function, and what to do with its value; the latest request wins."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from kano_app.ui.libraries import load_libraries


class Cancelled(Exception):  # noqa: N818 - not an error: somebody wanted it so
    """Raised inside a job by its progress call once nobody waits for its value."""


@dataclass
class Job:
    """One running request."""

    key: str
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    progress: Callable[[float], None] | None = None
    _cancelled: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Say that nobody waits any more; the job stops at its next progress call."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it."""
        return self._cancelled.is_set()


class _Answers(QObject):
    """Signals of a job, which carry its value from its thread to the window's."""

    done = Signal(object, object)
    failed = Signal(object, object)
    progress = Signal(object, float)


class _Run(QRunnable):
    def __init__(self, job: Job, work: Callable[[Callable[[float], None]], Any], answers: _Answers) -> None:
        super().__init__()
        self._job, self._work, self._answers = job, work, answers

    def run(self) -> None:
        try:
            if self._job.is_cancelled:
                return
            load_libraries()
            value = self._work(self._told)
        except Cancelled:
            return
        except BaseException as error:  # noqa: BLE001 - it reaches the user, whatever it is
            error.add_note("".join(traceback.format_exception(error)))
            self._send(self._answers.failed, error)
        else:
            self._send(self._answers.done, value)

    def _told(self, share: float) -> None:
        if self._job.is_cancelled:
            raise Cancelled
        if self._job.progress is not None:
            self._send(self._answers.progress, share)

    def _send(self, signal: Any, value: Any) -> None:  # noqa: ANN401 - a bound signal and any value
        try:
            signal.emit(self._job, value)
        except RuntimeError:  # the window closed meanwhile
            return


class Jobs(QObject):
    """Runs functions off the window's thread."""

    busy = Signal(bool)
    """Whether anything runs."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        """Start with nothing to do."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: dict[str, Job] = {}
        self._answers = _Answers(self)
        self._answers.done.connect(self._done)
        self._answers.failed.connect(self._failed)
        self._answers.progress.connect(self._progress)

    def run(
        self,
        key: str,
        work: Callable[[Callable[[float], None]], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progress: Callable[[float], None] | None = None,
    ) -> Job:
        """Run ``work`` in a thread and give its value to ``done`` in the window's; an earlier job of the key is void.

        ``work`` is given a function to tell how far it has come; that raises once the job is void.
        """
        earlier = self._running.get(key)
        if earlier is not None:
            earlier.cancel()
        job = Job(key, done, failed, progress)
        self._running[key] = job
        self.busy.emit(True)
        self._pool.start(_Run(job, work, self._answers))
        return job

    def cancel(self, key: str) -> None:
        """Void the job of a key, if one runs."""
        job = self._running.pop(key, None)
        if job is not None:
            job.cancel()
            self.busy.emit(bool(self._running))

    def stop(self) -> None:
        """Void everything and wait until no thread runs."""
        for key in list(self._running):
            self.cancel(key)
        self._pool.waitForDone()

    @Slot(object, object)
    def _done(self, job: Job, value: object) -> None:
        if self._over(job):
            job.done(value)

    @Slot(object, object)
    def _failed(self, job: Job, error: BaseException) -> None:
        if self._over(job):
            job.failed(error)

    @Slot(object, float)
    def _progress(self, job: Job, share: float) -> None:
        if self._running.get(job.key) is job and job.progress is not None:
            job.progress(share)

    def _over(self, job: Job) -> bool:
        """Return whether the value of a job is still wanted."""
        if self._running.get(job.key) is not job:
            return False
        del self._running[job.key]
        self.busy.emit(bool(self._running))
        return True
