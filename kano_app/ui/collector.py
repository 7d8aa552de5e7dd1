"""Python’s collector where it does no harm: in the window’s thread, between two events, never in a job or a paint."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 5000
"""Milliseconds."""


class Collector(QObject):
    """Holds the automatic collector, which would delete widgets in whatever thread and call asks for memory."""

    def __init__(self, parent: QObject) -> None:
        """Collect from time to time as long as the parent lives."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what has grown old: all of it seldom, as Python does on its own."""
        counts, limits = gc.get_count(), gc.get_threshold()
        generation = max((at for at in range(3) if counts[at] > limits[at]), default=-1)
        if generation >= 0:
            gc.collect(generation)
