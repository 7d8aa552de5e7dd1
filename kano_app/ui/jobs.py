"""The only module with threads: a pure function, and what to do with its value; the latest request wins."""

import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

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
    void: Callable[[], None] | None = None
    """Told once nobody waits for the value any more."""
    owner: QObject | None = None
    """Where it is no more, nobody is told anything."""
    about: object = None
    """What whoever shows a running job has to know of it."""
    share: float = 0.0
    """How far the work has come, 0 to 1."""
    _cancelled: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Say that nobody waits any more; the job stops at its next progress call."""
        if not self.is_cancelled:
            self._cancelled.set()
            if self.void is not None and self.is_owned:
                self.void()

    @property
    def is_owned(self) -> bool:
        """Whether there is still somebody to tell."""
        return self.owner is None or shiboken6.isValid(self.owner)

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it."""
        return self._cancelled.is_set()


class _Answers(QObject):
    """Signals of a job, which carry its value from its thread to the window's."""

    done = Signal(object, object)
    failed = Signal(object, object)
    progress = Signal(object, float)


class _Work:
    """One job in its thread, from there to its last word."""

    def __init__(
        self, job: Job, work: Callable[[Callable[[float], None]], Any], answers: _Answers, *, light: bool
    ) -> None:
        self._job, self._work, self._answers, self._light = job, work, answers, light

    def __call__(self) -> None:
        try:
            if self._job.is_cancelled:
                return
            if not self._light:
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
        if self._job.progress is not None or self._job.about is not None:
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
    advanced = Signal(object)
    """The job with something known ``about`` it that came further."""
    ended = Signal(str)
    """The key of a job that is done, failed or void; what waits for its value is told after."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        """Start with nothing to do."""
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, "kano-app-job")
        self._threads: set[Future[None]] = set()
        self._running: dict[str, Job] = {}
        self._is_closed = False
        self._answers = _Answers(self)
        self._answers.done.connect(self._done)
        self._answers.failed.connect(self._failed)
        self._answers.progress.connect(self._progress)

    def run(  # noqa: PLR0913 - each is one thing to know of a job
        self,
        key: str,
        work: Callable[[Callable[[float], None]], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progress: Callable[[float], None] | None = None,
        *,
        void: Callable[[], None] | None = None,
        owner: QObject | None = None,
        about: object = None,
        light: bool = False,
    ) -> Job:
        """Run ``work`` in a thread and give its value to ``done`` in the window's; an earlier job of the key is void.

        Args:
            key: of the jobs of which the latest wins.
            work: is given a function to tell how far it has come; that raises once the job is void.
            done: is given the value.
            failed: is given what was raised.
            progress: is given how far the work has come, 0 to 1.
            void: is called instead of the two once the job is cancelled, replaced or stopped.
            owner: an object without which nothing of all that is called.
            about: what is to be known of the job while it runs.
            light: whether it needs none of the heavy libraries, so that it may run before they are loaded.

        """
        earlier = self._running.pop(key, None)
        if earlier is not None:
            earlier.cancel()
            self.ended.emit(key)
        job = Job(key, done, failed, progress, void, owner, about)
        if self._is_closed:
            job.cancel()
            return job
        self._running[key] = job
        self.busy.emit(True)
        self._threads = {one for one in self._threads if not one.done()}
        self._threads.add(self._pool.submit(_Work(job, work, self._answers, light=light)))
        return job

    def running(self, key: str) -> Job | None:
        """Return the job of a key, if one runs."""
        return self._running.get(key)

    def cancel(self, key: str) -> None:
        """Void the job of a key, if one runs."""
        job = self._running.pop(key, None)
        if job is not None:
            job.cancel()
            self.ended.emit(key)
            self.busy.emit(bool(self._running))

    def stop(self) -> None:
        """Void everything and wait until no thread runs."""
        for key in list(self._running):
            self.cancel(key)
        wait(self._threads)

    def close(self) -> None:
        """Stop for good: what is asked for from now on is void at once, for the window goes away."""
        self._is_closed = True
        self.stop()
        self._pool.shutdown()

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
        if self._running.get(job.key) is not job:
            return
        job.share = share
        if job.progress is not None and job.is_owned:
            job.progress(share)
        if job.about is not None:
            self.advanced.emit(job)

    def _over(self, job: Job) -> bool:
        """Return whether the value of a job is still wanted."""
        if self._running.get(job.key) is not job:
            return False
        del self._running[job.key]
        self.ended.emit(job.key)
        self.busy.emit(bool(self._running))
        return job.is_owned
