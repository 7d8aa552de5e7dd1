"""The canvas of a document drawn once: what is known only at the end, the number of pages, is put in at the end."""

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

LABEL_WIDTH = 90.0
"""Points that are kept for what is put in later, which stands at their right end."""
LABEL_HEIGHT = 14.0
AT = "at-"
"""Begins the key of a text that says the page of an anchor."""
Draw = Callable[[Any, str], None]
"""Draws a text on a canvas, from the origin to ``LABEL_WIDTH``."""


class OnePassCanvas(Canvas):  # type: ignore[misc] # reportlab is untyped
    """A canvas that keeps only some of its pages, and knows where its anchors are.

    Attributes:
        anchored: the page of every anchor, also of those on pages that are not kept.
    """

    def __init__(self, *args: Any, wanted: range | None = None, **options: Any) -> None:  # noqa: ANN401 - untyped
        """Take what a canvas takes, and the pages to keep, counted from 1; ``None`` keeps all."""
        self._wanted = wanted
        self.anchored: dict[str, int] = {}
        self._labels: dict[str, Draw] = {}
        self.kept = 0
        self._depth = -1
        super().__init__(*args, **options)

    @property
    def is_wanted(self) -> bool:
        """Whether the page that is being drawn is kept."""
        return self._wanted is None or self.getPageNumber() in self._wanted

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End a page; one that is not wanted leaves no trace."""
        if self.is_wanted:
            if self._wanted is not None:
                self.bind_links()
            self.kept += 1
            super().showPage()
        else:
            self._annotationrefs: list[Any] = []
            self._formsinuse: list[Any] = []
            self._startPage()

    def bookmarkPage(self, key: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401, N802 - reportlab's
        """Set an anchor here."""
        self.anchored.setdefault(key, self.getPageNumber())
        return super().bookmarkPage(key, *args, **options) if self.is_wanted else None

    def linkRect(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, N802 - reportlab's
        """Add a link to a page that is kept."""
        if self.is_wanted:
            super().linkRect(*args, **options)

    def addOutlineEntry(self, title: str, key: str, level: int = 0, closed: Any = None) -> None:  # noqa: ANN401, N802
        """Add a bookmark for a page that is kept; the entry above it may be on one that is not."""
        if self.is_wanted:
            self._depth = min(level, self._depth + 1)
            super().addOutlineEntry(title, key, self._depth, closed)

    def later(self, key: str, right: float, y: float, draw: Draw) -> None:
        """Keep a place for a text that ``fill`` will know; it ends at ``right`` on the line from ``y``."""
        if not self.is_wanted:
            return
        self._labels.setdefault(key, draw)
        self.saveState()
        self.translate(right - LABEL_WIDTH, y)
        self.doForm(key)
        self.restoreState()

    @property
    def waits(self) -> bool:
        """Whether a page that is kept says where something stands that has not come yet."""
        return any(key.startswith(AT) and key.removeprefix(AT) not in self.anchored for key in self._labels)

    def fill(self, text: Callable[[str], str]) -> None:
        """Draw every text that was kept for later."""
        for key, draw in self._labels.items():
            self.beginForm(key, 0, 0, LABEL_WIDTH, LABEL_HEIGHT)
            draw(self, text(key))
            self.endForm()

    def bind_links(self) -> None:
        """Let links whose place is not found so far lead to this page; they go on to it where it comes later."""
        for key, place in list(self._destinations.items()):
            if place.fmt is None and self.is_wanted:
                super().bookmarkPage(key)
