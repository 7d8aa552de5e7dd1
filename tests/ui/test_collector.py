import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kano_app.ui.collector import Collector


class _Ring:
    """Something that only the collector takes away."""

    alive = 0

    def __init__(self) -> None:
        self.own = self
        _Ring.alive += 1

    def __del__(self) -> None:
        _Ring.alive -= 1


def test_what_nobody_needs_is_collected_by_the_window_and_by_nobody_else(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    assert not gc.isenabled()
    for _ in range(2000):
        _Ring()
    assert _Ring.alive == 2000
    collector.collect()
    assert _Ring.alive < 2000
    del qtbot
