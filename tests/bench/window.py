"""The window against bare Qt and bare SQLite: first paint, an answer typed, undo, scrolling, opening."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.measuring import best, codes, say
from kano_app.domain import edits
from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.domain.settings import Paper
from kano_app.domain.survey import Survey
from kano_app.storage import ProjectFile

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

_FRAME = 0.033
_FOLLOW = 0.15
_PREVIEW = 0.3
_TYPED, _STEPS, _OPENINGS, _STARTS = 100, 500, 41, 15
_UNDO_LIMIT = 20_000_000


def main() -> None:
    """Measure on a screen that is not there."""
    folder = Path(sys.argv[1])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["KANO_APP_DATA"] = str(folder / "own")
    say("first window painted ÷ a bare window with a table", _first_window(), 3)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    application = QApplication([])
    from kano_app.ui.application import open_window, prepare  # noqa: PLC0415

    prepare(application)
    window = open_window()
    window.show()
    insert = durable_insert(folder)
    for people, limit in ((200, 20), (10_000, 40)):
        typed = _typed(window, people, application.processEvents)
        say(f"answer typed and stored, {people} × 30, 95 % ÷ a durable insert", typed / insert, limit)
    follow = _charts_follow(window, application.processEvents)
    say("map drawn after a changed answer, 200 × 30, median ÷ 150 ms", follow / _FOLLOW, 1)
    shown = _preview_follows(window, application.processEvents)
    say("preview of the first page after a change, 84 × 12, median ÷ 300 ms", shown / _PREVIEW, 1)
    say("memory of 500 undo steps at 10,000 × 30 ÷ 20 MB", _undo_memory() / _UNDO_LIMIT, 1)
    say("longest frame scrolling 20,000 × 50 ÷ 33 ms", _scrolled(window, application.processEvents) / _FRAME, 1)
    say("opening a study of 20,000 × 50 ÷ plain SQLite", _opened(folder), 2)
    window.jobs.stop()
    os._exit(0)


def _first_window() -> float:
    """Return the median ratio of starts in turn: of the shortest ones the bare one would have the luckier moments."""
    ratios = [_start("ours") / _start("bare") for _ in range(_STARTS + 1)]
    return float(np.median(ratios[1:]))  # the first ones compile


def _start(kind: str) -> float:
    command = [sys.executable, "-m", "bench.first_window", kind]
    # As a user starts it: compiled once, here beside the measurements.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = str(Path(sys.argv[1]) / "compiled")
    with tempfile.TemporaryDirectory() as own:  # nothing is left of the start before, as when a window is closed
        surroundings["KANO_APP_DATA"] = own
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings)
    return float(done.stdout)


def _project(people: int, features: int) -> Project:
    columns = codes(people, 2 * features)
    pairs = tuple(AnswerPair(columns[2 * one].copy(), columns[2 * one + 1].copy()) for one in range(features))
    named = tuple(Feature(f"F{one}", f"Feature {one}") for one in range(features))
    return edits.add_survey(Project(), Survey(named, Answers(pairs, people)))


def durable_insert(folder: Path, rows: int = 200) -> float:
    """Return the median seconds of one of so many rows put durably on the same disk."""
    (folder / "bare.sqlite").unlink(missing_ok=True)
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE answer (person INTEGER, code INTEGER)")
    times = []
    for person in range(rows):
        start = time.perf_counter()
        connection.execute("INSERT INTO answer VALUES (?, 1)", (person,))
        times.append(time.perf_counter() - start)
    connection.close()
    return float(np.median(times))


def _show(window: "MainWindow", project: Project, page: str, settle: Callable[[], None]) -> None:
    from kano_app.ui.document import Document  # noqa: PLC0415

    window.show_document(Document.new(project, window.drafts))
    window.go(page)
    end = time.perf_counter() + 60
    while (window.findings.roadmap is None or window.findings.is_stale) and time.perf_counter() < end:
        settle()
    for _ in range(20):
        settle()
        time.sleep(0.02)


def _typed(window: "MainWindow", people: int, settle: Callable[[], None]) -> float:
    """Return the 95th percentile of the seconds from a digit to its answer on the disk and on the screen."""
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    _show(window, _project(people, 30), "answers", settle)
    grid = window.pages["answers"].grid  # type: ignore[attr-defined] # the page's own
    grid.setFocus()
    grid.go_to(3, 0)
    times = []
    for _ in range(_TYPED):
        QTest.keyClick(grid, Qt.Key.Key_2)
        before = window.document.project
        start = time.perf_counter()
        QTest.keyClick(grid, Qt.Key.Key_4)
        grid.viewport().repaint()
        times.append(time.perf_counter() - start)
        assert window.document.project is not before
        assert window.document.file.project is window.document.project
        time.sleep(0.03)
        settle()
    return float(np.quantile(times, 0.95))


def _charts_follow(window: "MainWindow", settle: Callable[[], None]) -> float:
    """Return the median seconds from a changed answer to the satisfaction map of it on the screen."""
    from kano_app.ui.widgets.chart_view import ChartView  # noqa: PLC0415

    _show(window, _project(200, 30), "results", settle)
    (chart,) = [one for one in window.findChildren(ChartView) if one.isVisible() and one.can_zoom]
    drawn: list[float] = []
    chart.drawn.connect(lambda: drawn.append(time.perf_counter()))
    times = []
    for turn in range(15):
        drawn.clear()
        start = time.perf_counter()
        given = {(turn, 0): (1 + turn % 5, 5)}
        window.context.apply("An answer", partial(edits.answer, given=given))
        end = start + 10
        while (window.findings.is_stale or not drawn or drawn[-1] < start) and time.perf_counter() < end:
            settle()
            time.sleep(0.001)  # as an event loop that waits lets the jobs have the processor
        assert drawn
        times.append(drawn[-1] - start)
        for _ in range(40):  # resampled figures come after, and draw again
            settle()
            time.sleep(0.02)
    return float(np.median(times))


def _preview_follows(window: "MainWindow", settle: Callable[[], None]) -> float:
    """Return the median seconds from a changed choice of the report to its first page on the screen."""
    _show(window, _project(84, 12), "report", settle)
    view = window.pages["report"].preview.view  # type: ignore[attr-defined] # the page's own
    times = []
    for turn in range(9):
        end = time.perf_counter() + 60
        while view.is_stale and time.perf_counter() < end:
            settle()
            time.sleep(0.002)
        start = time.perf_counter()
        window.context.apply("The paper", partial(_on_paper, Paper.LETTER if turn % 2 == 0 else Paper.A4))
        while not view.is_fresh(0) and time.perf_counter() < start + 10:
            settle()
            time.sleep(0.001)
        view.viewport().repaint()
        times.append(time.perf_counter() - start)
    return float(np.median(times))


def _on_paper(paper: Paper, old: Project) -> Project:
    return edits.choose_report(old, replace(old.report, paper=paper))


def _undo_memory() -> int:
    """Return the bytes that so many steps keep, each a changed answer at a place of its own."""
    project = _project(10_000, 30)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    steps = [project]
    for step in range(_STEPS):
        last = steps[-1]
        assert isinstance(last.survey.evidence, Answers)
        old = int(last.survey.evidence.pairs[step % 30].functional[step])
        steps.append(edits.answer(last, {(step, step % 30): (old % 5 + 1, 0)}))
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return after - before


def _scrolled(window: "MainWindow", settle: Callable[[], None]) -> float:
    _show(window, _project(20_000, 50), "answers", settle)
    grid = window.pages["answers"].grid  # type: ignore[attr-defined]
    bar = grid.verticalScrollBar()
    times = []
    for place in np.linspace(bar.minimum(), bar.maximum(), 120):
        start = time.perf_counter()
        bar.setValue(int(place))
        grid.viewport().repaint()
        times.append(time.perf_counter() - start)
    return max(times[5:])


def _opened(folder: Path) -> float:
    path, plain = folder / "large.kano", folder / "plain.sqlite"
    project = _project(20_000, 50)
    ProjectFile.create(path, project).close()
    assert isinstance(project.survey.evidence, Answers)
    connection = sqlite3.connect(plain, isolation_level=None)
    connection.execute("CREATE TABLE blob (id INTEGER PRIMARY KEY, data BLOB)")
    halves = [half for one in project.survey.evidence.pairs for half in (one.functional, one.dysfunctional)]
    connection.executemany("INSERT INTO blob (data) VALUES (?)", [(half.tobytes(),) for half in halves])
    connection.close()

    def bare() -> None:
        """Read the arrays, and look at the file as a careful program does."""
        opened = sqlite3.connect(plain)
        opened.execute("PRAGMA quick_check(1)").fetchall()
        arrays = [np.frombuffer(data, dtype=np.int8) for (data,) in opened.execute("SELECT data FROM blob ORDER BY id")]
        assert sum(int(one.sum()) for one in arrays) > 0
        opened.close()

    opened: list[ProjectFile] = []

    def ours() -> None:
        opened.append(ProjectFile.open(path))

    times = []
    for _ in range(_OPENINGS):  # in turn, for what the machine does besides changes from moment to moment
        taken = best(ours, 1)
        opened.pop().close()
        times.append((taken, best(bare, 1)))
    return float(np.median([one / other for one, other in times]))


if __name__ == "__main__":
    main()
