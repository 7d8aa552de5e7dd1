"""A window of the program on folders of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from kano_app.domain.project import Project
from kano_app.ui.application import open_window
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.places import OWN_FOLDER, drafts_folder

Open = Callable[[Project], MainWindow]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Return the window as it is after a first start, in English and light."""
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "preferences.json").write_text('{"language": "en", "theme": "light"}', encoding="utf-8")
    found = open_window()
    qtbot.addWidget(found)
    found.show()
    yield found
    found.close()
    # Outside of an event loop nothing that was to be deleted later ever is, and old windows pile up.
    found.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Open:
    """Return a function that shows a project in the window and waits for its figures."""

    def show(project: Project) -> MainWindow:
        window.show_document(Document.new(project, drafts_folder()))
        qtbot.waitUntil(lambda: window.findings.roadmap is not None and not window.findings.is_stale, timeout=20_000)
        return window

    return show
