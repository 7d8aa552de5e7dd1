"""Starting the window: one program on one screen; a second start hands its file to the first."""

import os
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from kano_app import assets
from kano_app.storage import ProjectFileError
from kano_app.ui.collector import Collector
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.new_study import started
from kano_app.ui.places import data_folder, drafts_folder, preferences_file
from kano_app.ui.preferences import Preferences, load
from kano_app.ui.preferred import language_of

SMOKE = "KANO_APP_SMOKE"
"""Set, the window closes by itself once it has stood a while."""
_PATIENCE = 2000
"""Milliseconds to wait for the first start to answer."""
_STANDS = 50
"""Milliseconds left to the first window to be painted before what it can wait for is loaded."""


def run(paths: Sequence[Path] = ()) -> int:
    """Show the window until it is closed; return the exit code."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one
    from kano_app.ui.doorkeeper import Doorkeeper, door, handed_over  # noqa: PLC0415 - the network's part of Qt

    name = door(data_folder())
    if handed_over(name, paths):
        return 0
    prepare(application)
    doorkeeper = Doorkeeper(name, application)
    window = open_window()
    sys.excepthook = lambda kind, error, trace: _told(window, kind, error, trace)
    doorkeeper.handed.connect(lambda handed: _receive(window, handed))
    window.show()
    QTimer.singleShot(0, lambda: window.take(paths))
    if os.environ.get(SMOKE):
        QTimer.singleShot(_PATIENCE, window.close)  # whoever builds the program sees whether its window opens
    return int(application.exec())


def prepare(application: QApplication) -> None:
    """Give the application its collector, name and fonts."""
    Collector(application)
    application.setApplicationName("kano-app")
    application.setApplicationDisplayName("Kano App")
    application.setDesktopFileName("kano-app")
    application.setStyle("Fusion")
    _add_fonts("noto-sans")


@cache
def add_chinese_fonts() -> None:
    """Add the large fonts: at once for a Chinese window, for others once the first window stands."""
    _add_fonts("noto-sans-[st]c")


def _add_fonts(folders: str) -> None:
    for path in sorted(assets.resource("fonts").glob(f"{folders}/*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def open_window() -> MainWindow:
    """Return the window on a new study; drafts that are there are offered on its first page."""
    window = _window(load(preferences_file()), drafts_folder())
    QTimer.singleShot(_STANDS, window, _add_what_can_wait)
    return window


def _add_what_can_wait() -> None:
    add_chinese_fonts()
    QApplication.setWindowIcon(QIcon(str(assets.resource("icons", "kano-app.svg"))))


def _window(preferences: Preferences, folder: Path) -> MainWindow:
    if language_of(preferences).code.startswith("zh"):
        add_chinese_fonts()  # what is laid out before its font is there keeps the room of another
    try:
        return MainWindow(Document.new(started(preferences), folder), preferences, preferences_file(), folder)
    except ProjectFileError:
        folder = Path(tempfile.mkdtemp(prefix="kano-app-"))
    window = MainWindow(Document.new(started(preferences), folder), preferences, preferences_file(), folder)
    told = window.context.tr(
        "The folder for unnamed studies cannot be written. They are kept in {folder} for now: save them under a name.",
        folder=str(folder),
    )
    window.notify(told, "error")
    return window


def _receive(window: MainWindow, handed: list[str]) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    window.take([Path(name) for name in handed])


def _told(window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell what no one caught, in the window and on standard error; the study is saved."""
    sys.__excepthook__(kind, error, trace)
    if shiboken6.isValid(window) and isinstance(error, Exception):
        window.fault(error)
