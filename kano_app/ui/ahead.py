"""Pages that nobody has wanted yet, made while nothing else happens, so that none has to be waited for."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_CALM, _PAINTED = 30, 200
"""Milliseconds between two pages, and until the first is on the screen."""


class Ahead(QTimer):
    """Makes one page at a time; then does what is left to do."""

    def __init__(self, make: Callable[[], bool], then: Callable[[], None], parent: QWidget) -> None:
        """Take what makes another page and says whether there was one, and what is done after the last."""
        super().__init__(parent, singleShot=True)
        self._make, self._then = make, then
        self.timeout.connect(self._go_on)

    def begin(self, *, is_painted: bool) -> None:
        """Begin once the page in sight is painted."""
        self.start(_CALM if is_painted else _PAINTED)

    def _go_on(self) -> None:
        if self._make():
            self.start(_CALM)
        else:
            self._then()
