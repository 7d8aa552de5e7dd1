"""The guide shows the window as it is, and fetches nothing."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from kano_app.ui.dialogs.help import HelpWindow, show_help
from kano_app.ui.dialogs.help_pictures import PicturedDocument
from kano_app.ui.main_window import MainWindow

_IMAGE = QTextDocument.ResourceType.ImageResource.value
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")


def _guides(root: Path) -> list[Path]:
    return [root / "resources" / "help" / code / "guide.md" for code in ("en", "zh_CN", "zh_TW")]


def test_every_picture_of_the_guide_is_there_and_told_in_words(root: Path) -> None:
    for guide in _guides(root):
        found = _PICTURE.findall(guide.read_text(encoding="utf-8"))
        assert len(found) == 11
        for told, name in found:
            assert (guide.parent / name).resolve().is_file(), name
            assert len(told) > 10


def test_every_picture_of_the_window_is_shown_somewhere(root: Path) -> None:
    shown = "".join(one.read_text(encoding="utf-8") for one in [*_guides(root), root / "docs" / "window.md"])
    assert [one.name for one in (root / "docs" / "images" / "window").glob("*.png") if one.name not in shown] == []


@pytest.mark.parametrize("name", ["https://example.com/light-start.png", "../docs/images/window/light-start.png"])
def test_a_picture_is_found_by_its_file_name_wherever_it_is_said_to_be(qtbot: QtBot, name: str) -> None:
    found = PicturedDocument().loadResource(_IMAGE, QUrl(name))
    assert isinstance(found, QImage)
    assert found.deviceIndependentSize().width() == 544
    del qtbot


@pytest.mark.parametrize("name", ["../../../etc/passwd", "none.png", "..", "", "light-start.txt", "%2e%2e/x.png"])
def test_what_is_no_picture_of_the_window_is_nothing(qtbot: QtBot, name: str) -> None:
    assert PicturedDocument().loadResource(_IMAGE, QUrl(name)) is None
    assert PicturedDocument().loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(name)) is None
    del qtbot


def test_the_help_in_the_window_shows_the_pictures_of_its_language(window: MainWindow, qtbot: QtBot) -> None:
    show_help(window.context, window, "start")
    shown = window.findChild(HelpWindow)
    assert shown is not None
    document = shown.browser.document()
    picture = document.resource(_IMAGE, QUrl("../../../docs/images/window/light-start.png"))
    assert isinstance(picture, QImage)
    assert shown.browser.horizontalScrollBar().maximum() == 0
    shown.close()
    del qtbot
