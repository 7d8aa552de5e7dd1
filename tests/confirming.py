"""What a person does with the sheet of an import."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kano_app.ui.importing.sheet import Sheet
from kano_app.ui.main_window import MainWindow

LONG = 20_000


def sheet_of(window: MainWindow, qtbot: QtBot, name: str = "") -> Sheet:
    """Return the sheet of an import once it is shown and read."""

    def shown() -> bool:
        sheet = window.frame.sheet
        return isinstance(sheet, Sheet) and not sheet.draft.is_stale and name in sheet.draft.name

    qtbot.waitUntil(shown, timeout=LONG)
    sheet = window.frame.sheet
    assert isinstance(sheet, Sheet)
    QCoreApplication.processEvents()  # where the focus goes is settled after it is shown
    return sheet


def confirm(window: MainWindow, qtbot: QtBot, name: str = "") -> None:
    """Press the button of the import."""
    sheet = sheet_of(window, qtbot, name)
    assert sheet.head.confirm.isEnabled()
    QTest.mouseClick(sheet.head.confirm, Qt.MouseButton.LeftButton)
