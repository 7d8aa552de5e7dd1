"""The results of the open study, always of its latest state: quick figures first, resampled ones after."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from kano_app.domain.project import Project
from kano_app.ui.document import Document
from kano_app.ui.jobs import Jobs

if TYPE_CHECKING:  # the window is painted before the method is loaded
    from kano_app.analysis import Analysis
    from kano_app.roadmap import Roadmap

_SOON = 5
"""Milliseconds from a change to its computation: what follows at once is computed with it."""
_BURST, _CALM = 100, 60
"""Milliseconds after a change in which another is one of many, and how long many have to pause to be computed."""


_AFTER = 200
"""Milliseconds left to the charts to be drawn before resampling takes the processor."""
_FIRST = 120
"""Milliseconds left to the window to be painted before the first computation takes the processor."""


class Findings(QObject):
    """Analysis and roadmap of a document; stale ones stay until new ones are there."""

    ready = Signal()
    """New figures are there: read ``analysis`` and ``roadmap``."""
    stale = Signal(bool)
    """Whether the figures are older than the project."""
    failed = Signal(object)

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        """Follow a document from now on."""
        super().__init__(parent)
        self._document, self._jobs = document, jobs
        self.analysis: Analysis | None = None
        self.roadmap: Roadmap | None = None
        self.project: Project | None = None
        """The project the figures are of."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._compute)
        self._last_change = QElapsedTimer()
        self._judging = QTimer(self, singleShot=True, interval=_AFTER)
        self._judging.timeout.connect(self._judge)
        document.changed.connect(self._changed)
        if document.project.surveys:
            self._timer.start(_FIRST)

    @property
    def is_stale(self) -> bool:
        """Whether the figures are older than the project."""
        return self.project is not self._document.project

    def _changed(self, old: Project, new: Project) -> None:
        if _same_inputs(old, new) and self.project is old:
            self.project = new
            return
        self.stale.emit(True)
        is_one_of_many = self._last_change.isValid() and self._last_change.elapsed() < _BURST
        self._last_change.start()
        self._timer.start(_CALM if is_one_of_many else _SOON)

    def _compute(self) -> None:
        project = self._document.project
        self._jobs.run("analysis", lambda _: _quick(project), self._quick_done, self.failed.emit)

    def _quick_done(self, value: "tuple[Project, Analysis, Roadmap]") -> None:
        self.project, self.analysis, self.roadmap = value
        self.ready.emit()
        self.stale.emit(self.is_stale)
        self._judging.start()

    def _judge(self) -> None:
        project, analysis, roadmap = self.project, self.analysis, self.roadmap
        if project is None or analysis is None or roadmap is None:
            return
        self._jobs.run("resampling", lambda _: _judged(project, analysis, roadmap), self._judged_done, self.failed.emit)

    def _judged_done(self, value: "tuple[Analysis, Roadmap]") -> None:
        analysis, roadmap = value
        if self.analysis is analysis:  # the project may have changed since in what makes no figure
            self.roadmap = roadmap
            self.ready.emit()

    def stop(self) -> None:
        """Follow the document no longer."""
        self._timer.stop()
        self._judging.stop()
        self._document.changed.disconnect(self._changed)


def _same_inputs(old: Project, new: Project) -> bool:
    """Return whether two projects give the same figures."""
    parts = ("surveys", "analysis", "plan", "planning", "problems")
    return all(getattr(old, part) is getattr(new, part) for part in parts)


def _quick(project: Project) -> "tuple[Project, Analysis, Roadmap]":
    from kano_app import pipeline  # noqa: PLC0415 - heavy libraries wait until the window stands

    analysis = pipeline.analyse(project)
    return project, analysis, pipeline.plan(project, analysis)


def _judged(project: Project, analysis: "Analysis", roadmap: "Roadmap") -> "tuple[Analysis, Roadmap]":
    from kano_app import pipeline  # noqa: PLC0415

    return analysis, pipeline.judge_plan(project, analysis, roadmap)
