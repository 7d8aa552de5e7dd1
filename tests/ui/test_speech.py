import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kano_app.i18n import language
from kano_app.ui.speech import speak


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    speak(qapp, language("en"))


def _labels(qtbot: QtBot, folder: Path) -> list[str]:
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    return [one.text() for one in dialog.findChildren(QLabel)]


@pytest.mark.parametrize(("code", "kind"), [("zh_CN", "文件类型(&T)："), ("zh_TW", "檔案類型(&T)：")])
def test_the_dialog_for_files_speaks_the_language_throughout(
    application: QApplication, qtbot: QtBot, tmp_path: Path, code: str, kind: str
) -> None:
    speak(application, language(code))
    told = _labels(qtbot, tmp_path)
    assert kind in told
    assert not [one for one in told if re.search("[A-Za-z]{2}", one)]


def test_english_comes_back(application: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    speak(application, language("zh_CN"))
    speak(application, language("en"))
    assert "Files of &type:" in _labels(qtbot, tmp_path)
