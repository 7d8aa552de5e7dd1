"""Work off the window's thread, and who is told of it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from making import people
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.ui.jobs import Jobs
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.report import ReportPage
from kano_app.ui.widgets import report_export

Open = Callable[[Project], MainWindow]


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    found = Jobs(qapp, threads=3)
    yield found
    found.stop()
    found.deleteLater()


class _Told:
    """What somebody who asked for work was told."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.voids: list[threading.Thread] = []

    def void(self) -> None:
        self.voids.append(threading.current_thread())


def _never(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize("how", ["cancelled", "replaced", "stopped"])
def test_who_waits_for_a_job_that_is_void_is_told_once_in_the_windows_thread(
    jobs: Jobs, qtbot: QtBot, how: str
) -> None:
    go_on, told, later = threading.Event(), _Told(), _Told()
    job = jobs.run("x", lambda _: go_on.wait(10), told.values.append, _never, void=told.void)
    if how == "replaced":
        jobs.run("x", lambda _: 2, later.values.append, _never, void=later.void)
    elif how == "cancelled":
        jobs.cancel("x")
    go_on.set()
    if how == "stopped":
        jobs.stop()
    if how == "replaced":
        qtbot.waitUntil(lambda: later.values == [2])
    job.cancel()
    assert told.voids == [threading.main_thread()]
    assert told.values == later.voids == []


def test_a_job_that_is_done_is_not_void(jobs: Jobs, qtbot: QtBot) -> None:
    told = _Told()
    jobs.run("x", lambda _: 1, told.values.append, _never, void=told.void)
    qtbot.waitUntil(lambda: told.values == [1])
    jobs.cancel("x")
    jobs.stop()
    assert told.voids == []


def test_nobody_is_told_anything_whose_owner_is_no_more(jobs: Jobs, qtbot: QtBot) -> None:
    told, other, owner = _Told(), _Told(), QObject()
    go_on = threading.Event()

    def work(progress: Callable[[float], None]) -> int:
        go_on.wait(10)
        progress(0.5)
        return 1

    for key in ("done", "void"):
        jobs.run(key, work, told.values.append, _never, told.values.append, void=told.void, owner=owner)
    shiboken6.delete(owner)
    jobs.cancel("void")
    jobs.run("other", lambda _: go_on.set(), other.values.append, _never)
    qtbot.waitUntil(lambda: jobs.running("done") is None and jobs.running("other") is None)
    assert (told.values, told.voids, other.values) == ([], [], [None])


@pytest.fixture
def writing(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[tuple[MainWindow, threading.Event]]:
    """Return a window that writes figures, in another language than they were begun in, and what ends it."""
    go_on = threading.Event()

    def slow(_project: object, _key: str, path: Path, progress: Callable[[float], None]) -> tuple[Path]:
        progress(0.4)
        go_on.wait(10)
        progress(0.5)
        return (path,)

    monkeypatch.setattr(report_export, "write_export", slow)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.csv"), ""))
    window = opened(edits.add_survey(Project(), people({"Wi-Fi": [(1, 5)]})))
    _page(window).export.ask_way("figures")
    window.prefer(replace(window.preferences, language="zh_CN"))
    yield window, go_on
    go_on.set()


def _page(window: MainWindow) -> ReportPage:
    window.go("report")
    found = window.pages["report"]
    assert isinstance(found, ReportPage)
    return found


def test_a_page_made_anew_shows_the_file_that_is_being_written_and_tells_when_it_is_there(
    writing: tuple[MainWindow, threading.Event], qtbot: QtBot
) -> None:
    (window, go_on), job = writing, writing[0].jobs.running("export")
    export = _page(window).export
    assert export.is_running
    assert "all.csv" in export.told.text()
    qtbot.waitUntil(lambda: export.bar.value() == 400)
    export.ask_way("figures")
    assert window.jobs.running("export") is job, "one file at a time"
    go_on.set()
    qtbot.waitUntil(lambda: not export.is_running)
    assert window.notices.texts() == [window.context.tr("{file} is written.", file="all.csv")]


def test_a_page_made_anew_can_cancel_the_file_that_is_being_written(
    writing: tuple[MainWindow, threading.Event],
) -> None:
    (window, _), export = writing, _page(writing[0]).export
    QTest.mouseClick(export.stop, Qt.MouseButton.LeftButton)
    assert not export.is_running
    assert window.jobs.running("export") is None


def test_after_the_window_is_closed_nothing_begins_and_whoever_asks_is_told() -> None:
    jobs = Jobs()
    told: list[object] = []
    jobs.close()
    job = jobs.run("late", lambda _: told.append("ran"), told.append, told.append, void=lambda: told.append("void"))
    assert told == ["void"]
    assert job.is_cancelled
    assert jobs.running("late") is None
