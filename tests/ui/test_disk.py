"""A disk that is full or slow, seen from the window."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.storage import read_project
from kano_app.storage.connection import transaction
from kano_app.ui.main_window import MainWindow


class _Disk:
    """Stands before every change of an open file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        self.seconds = 0.0
        really = transaction

        @contextmanager
        def change(connection: sqlite3.Connection) -> Iterator[None]:
            with really(connection):
                yield
                time.sleep(self.seconds)
                if self.is_full:
                    error = sqlite3.OperationalError("database or disk is full")
                    error.sqlite_errorcode = sqlite3.SQLITE_FULL
                    raise error

        monkeypatch.setattr("kano_app.storage.project_file.transaction", change)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> _Disk:
    return _Disk(monkeypatch)


def test_on_a_full_disk_the_work_stays_on_the_screen_and_is_saved_once_there_is_room(
    window: MainWindow, disk: _Disk
) -> None:
    disk.is_full = True
    QTest.keyClicks(window.top_bar.title, "Hotel")
    assert window.top_bar.title.text() == "Hotel"
    assert window.document.project.report.title == "Hotel"
    assert window.top_bar.saved.text() == "Not saved"
    (told,) = window.notices.texts()
    assert "the disk may be full" in told
    assert "Your changes are on the screen; save the study elsewhere." in told
    disk.is_full = False
    QTest.keyClicks(window.top_bar.title, " stay")
    assert window.top_bar.saved.text() == "All changes saved"
    assert window.document.file.project.report.title == "Hotel stay"
    assert window.notices.texts() == []


def test_what_a_full_disk_does_not_take_can_be_saved_elsewhere(
    window: MainWindow, disk: _Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.is_full = True
    window.document.apply(N_("Rename the study"), lambda project: edits.rename_study(project, "Kept"))
    disk.is_full = False  # elsewhere there is room
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "elsewhere"), ""))
    window.studies.rescue()
    assert window.document.path == (tmp_path / "elsewhere.kano").resolve()
    assert window.top_bar.saved.text() == "All changes saved"
    window.document.close()
    assert read_project(tmp_path / "elsewhere.kano").report.title == "Kept"


def test_on_a_slow_disk_nothing_that_is_typed_is_lost(window: MainWindow, disk: _Disk, qtbot: QtBot) -> None:
    disk.seconds = 0.05
    QTest.keyClicks(window.top_bar.title, "Slowly")
    assert window.top_bar.title.text() == "Slowly"
    qtbot.waitUntil(lambda: window.document.is_saved)
    assert window.document.file.project.report.title == "Slowly"
    assert window.document.undo_stack.count() == 1
