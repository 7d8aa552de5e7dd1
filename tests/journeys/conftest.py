"""A whole program on folders of its own, on a real screen where there is one (Xvfb in ``make test``)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kano_app.ui.application import open_window, prepare
from kano_app.ui.main_window import MainWindow
from kano_app.ui.places import OWN_FOLDER


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "preferences.json").write_text('{"language": "en", "theme": "light"}', encoding="utf-8")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    prepare(application)
    found = open_window()
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    found.activateWindow()
    yield found
    found.close()
    found.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
