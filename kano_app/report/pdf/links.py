"""Places that links lead to."""

from typing import Any

from reportlab.platypus import Flowable

from kano_app.report.pdf import theme


class Bookmark(Flowable):  # type: ignore[misc] # reportlab is untyped
    """An entry of the outline; takes no room."""

    def __init__(self, text: str, level: int, key: str) -> None:
        """Keep what the entry says and how deep it lies."""
        super().__init__()
        self._text, self._level, self._key = text, level, key
        self.width = self.height = 0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return nothing in either direction."""
        return 0, 0

    def draw(self) -> None:
        """Set the destination a little above the heading."""
        self.canv.bookmarkHorizontal(self._key, 0, theme.HEADING_SIZES[1] * 2)
        self.canv.addOutlineEntry(self._text, self._key, self._level, closed=True)


def anchor(canvas: Any, key: str, above: float) -> None:  # noqa: ANN401 - reportlab is untyped
    """Set a destination; nothing without a name."""
    if key:
        canvas.bookmarkHorizontal(key, 0, above)


def link(canvas: Any, key: str, box: tuple[float, float, float, float]) -> None:  # noqa: ANN401 - reportlab is untyped
    """Let a rectangle lead somewhere; nothing without a name."""
    if key:
        canvas.linkRect("", key, box, relative=1)
