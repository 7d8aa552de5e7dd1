"""The workshop against a bare durable insert: a key until the next question is shown, and until the live chart is."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.measuring import say
from bench.window import durable_insert
from kano_app import entry
from kano_app.domain import edits
from kano_app.entry import Setup

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow
    from kano_app.ui.workshop.facilitator import Facilitator

_PEOPLE, _FEATURES = 15, 40
_KEYS, _LIVE_KEYS = 150, 40
_FOLLOW = 0.15
_SPEECH = 0.15
"""Seconds between two keys: faster than anybody speaks."""


def main() -> None:
    """Measure on a screen that is not there, with the room screen open."""
    folder = Path(sys.argv[1])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["KANO_APP_DATA"] = str(folder / "own")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    application = QApplication([])
    from kano_app.ui.application import open_window, prepare  # noqa: PLC0415

    prepare(application)
    window = open_window()
    window.show()
    sheet = _sheet(window, application.processEvents)
    keys, insert = _keys(window, sheet, application.processEvents, folder)
    label = f"workshop: key → next question shown, answer durable, {_PEOPLE} × {_FEATURES}, 95 % ÷ insert"
    say(label, keys / insert, 20)
    say("workshop: live charts after a key, median ÷ 150 ms", _live(sheet, application.processEvents) / _FOLLOW, 1)
    window.jobs.stop()
    os._exit(0)


def _sheet(window: "MainWindow", settle: Callable[[], None]) -> "Facilitator":
    from kano_app.ui.document import Document  # noqa: PLC0415
    from kano_app.ui.workshop.facilitator import Facilitator  # noqa: PLC0415
    from kano_app.ui.workshop.workshop import workshop_of  # noqa: PLC0415

    study = edits.add_features(edits.new_study("Bench"), [f"Feature {n}" for n in range(_FEATURES)])
    project = entry.begin(study, Setup(practice=False, people=("",) * _PEOPLE))
    window.show_document(Document.new(project, window.drafts))
    window.run("workshop")
    found = workshop_of(window)
    assert found is not None
    assert isinstance(found.sheet, Facilitator)
    found.turn_room()
    _calm(settle, 1.0)
    return found.sheet


def _keys(window: "MainWindow", sheet: "Facilitator", settle: Callable[[], None], folder: Path) -> tuple[float, float]:
    """Return the 95th percentile of the seconds from a key to the next question on both screens and on the disk.

    With it the median of durable inserts made between the keys: how fast a disk is changes from minute to minute.
    """
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from kano_app.ui.workshop.workshop import workshop_of  # noqa: PLC0415

    found = workshop_of(window)
    assert found is not None
    assert found.room is not None
    times, inserts = [], []
    for turn in range(_KEYS):
        inserts.append(durable_insert(folder, 1))
        if sheet.desk.session.stage.value == "confirming":
            sheet.desk.go_on()
            _calm(settle, _SPEECH)
        before = window.document.project
        start = time.perf_counter()
        QTest.keyClicks(sheet, str(1 + turn % 5))
        sheet.question.repaint()
        sheet.head.repaint()
        found.room.repaint()
        times.append(time.perf_counter() - start)
        assert window.document.project is not before
        assert window.document.file.project is window.document.project
        _calm(settle, _SPEECH)
    return float(np.quantile(times, 0.95)), float(np.median(inserts))


def _live(sheet: "Facilitator", settle: Callable[[], None]) -> float:
    """Return the median seconds from a key to the live figures that know of it, painted."""
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.keyClicks(sheet, "h")
    live = sheet.side.live
    end = time.perf_counter() + 60
    while not live.bars.live.rows and time.perf_counter() < end:
        settle()
    _calm(settle, 1.0)
    shown: list[float] = []
    live.counted.connect(lambda: shown.append(time.perf_counter()))
    times = []
    for turn in range(_LIVE_KEYS):
        if sheet.desk.session.stage.value == "confirming":
            sheet.desk.go_on()
            _calm(settle, 0.3)
        shown.clear()
        start = time.perf_counter()
        QTest.keyClicks(sheet, str(1 + turn % 5))
        while not shown and time.perf_counter() - start < 10:
            settle()
        live.bars.repaint()
        times.append(time.perf_counter() - start)
        _calm(settle, 0.1)
    return float(np.median(times))


def _calm(settle: Callable[[], None], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        settle()
        time.sleep(0.005)


if __name__ == "__main__":
    main()
