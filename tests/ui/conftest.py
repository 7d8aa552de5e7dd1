"""A window of the program on folders of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from staging import P, Stage, Staged

from kano_app.domain.project import Project
from kano_app.ui import findings
from kano_app.ui.application import open_window
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.page import Page
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


@pytest.fixture
def staged(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Staged]:
    """Return a function that shows the page of a study by itself and waits for its figures."""
    made: list[Stage[Page]] = []

    def show(
        kind: Callable[[Context], P], project: Project, *, quick: bool = False, read_only: bool = False
    ) -> Stage[P]:
        if quick:
            monkeypatch.setattr(findings, "_judged", lambda _, analysis, roadmap: (analysis, roadmap))
        stage = Stage(kind, project, tmp_path / "drafts", read_only=read_only)
        made.append(cast("Stage[Page]", stage))
        page = stage.page
        qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow, timeout=10_000)
        if project.surveys and project.survey.features:
            qtbot.waitUntil(lambda: stage.findings.roadmap is not None and not stage.findings.is_stale, timeout=20_000)
        return stage

    (tmp_path / "drafts").mkdir()
    yield show
    for stage in made:
        stage.findings._timer.stop()
        stage.jobs.stop()
        stage.document.close()
