"""Files that come from outside, dropped or handed over: taken one after another, and nothing is left in silence."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QDialog

from kano_app.ui.studies import ENDING, IMPORT_JOB, OPEN_JOB
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow


class Arrivals(QObject):
    """The files that wait their turn: a study first, then the surveys that go into it."""

    def __init__(self, window: "MainWindow") -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        window.jobs.ended.connect(self._soon)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files, as soon as those from before are done with."""
        studies = [path for path in paths if path.suffix.lower() == ENDING]
        self._waiting += [*studies[:1], *(path for path in paths if path not in studies)]
        self._put_by(studies[1:])
        self._next()

    def _put_by(self, studies: Sequence[Path]) -> None:
        """List the studies that are not opened where they can be opened, and say so."""
        if not studies:
            return
        window = self._window
        for path in reversed(studies):
            window.remember(path)
        names = window.context.language.listing([visible(path.name) for path in studies])
        told = window.context.ntr(
            "{names} was not opened, because one study is open at a time: open it from the recent studies on the page "
            "Start.",
            "{names} were not opened, because one study is open at a time: open them from the recent studies on the "
            "page Start.",
            len(studies),
            names=names,
        )
        window.notify(told, "warning", (window.context.tr("Go to Start"), lambda: window.go("start")))

    @Slot()
    def _soon(self, *_: object) -> None:
        if self._waiting:
            QTimer.singleShot(0, self, self._next)

    @Slot()
    def _next(self, *_: object) -> None:
        """Take the next file, unless one is being read or asks for something."""
        jobs = self._window.jobs
        if not self._waiting or jobs.running(IMPORT_JOB) or jobs.running(OPEN_JOB):
            return
        sheet = self._window.frame.sheet
        dialogs = [one for one in self._window.findChildren(QDialog) if one.isVisible() or one is sheet]
        if dialogs:
            dialogs[-1].finished.connect(self._soon)
            return
        self._window.studies.take(self._waiting.pop(0))
        self._soon()
