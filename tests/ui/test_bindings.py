import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class _Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)


def test_a_call_into_qt_gives_up_no_reference_to_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 gave up one with every call; before Python 3.12, where None cannot die, that ends the program.
    widget = _Painted()
    qtbot.addWidget(widget)
    widget.show()
    before = sys.getrefcount(None)
    for _ in range(200):
        widget.repaint()
        QApplication.processEvents()
    assert sys.getrefcount(None) > before - 100
