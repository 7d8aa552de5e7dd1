"""The pages that are at hand, and pictures of a few of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from kano_app.report.pages import Pages


@dataclass(frozen=True, slots=True)
class _Drawn:
    image: QImage
    of: "Pages"
    scale: float


class Sheets:
    """All pages as one file, one page that may be newer, and the pictures that are kept."""

    def __init__(self) -> None:
        """Have none yet."""
        self.sizes: list[tuple[float, float]] = []
        """Width and height of every page in points."""
        self.newest = -1
        """The page that is already as it will be, while the others are not."""
        self.files: list[Pages] = []
        """All that are open; to be closed with what shows them, for a collector could do it in any thread."""
        self._book: Pages | None = None
        self._fresh: tuple[int, Pages] | None = None
        self._drawn: dict[int, _Drawn] = {}

    @property
    def kept(self) -> tuple[int, ...]:
        """The pages whose pictures are kept."""
        return tuple(sorted(self._drawn))

    def put_page(self, page: int, pages: "Pages") -> None:
        """Take one page that is newer than the others."""
        self._drop(self._fresh[1] if self._fresh is not None else None)
        self.files.append(pages)
        self._fresh, self.newest = (page, pages), page
        if page < len(self.sizes):
            self.sizes[page] = pages.sizes[0]
        elif page == 0:
            self.sizes = [pages.sizes[0]]

    def put(self, pages: "Pages") -> None:
        """Take all pages anew; old pictures stay until there are new ones."""
        self._forget()
        self.files.append(pages)
        self._book, self.sizes = pages, list(pages.sizes)
        self._drawn = {page: one for page, one in self._drawn.items() if page < len(self.sizes)}

    def empty(self) -> None:
        """Have none any more."""
        self._forget()
        self.sizes = []
        self._drawn.clear()

    def has(self, page: int) -> bool:
        """Return whether a page can be drawn."""
        return self._source(page) is not None

    def is_sharp(self, page: int, scale: float) -> bool:
        """Return whether the picture of a page is of its newest file and of a size."""
        drawn, source = self._drawn.get(page), self._source(page)
        return drawn is not None and source is not None and drawn.of is source[0] and drawn.scale == scale

    def image(self, page: int) -> QImage | None:
        """Return the picture of a page, be it older or of another size."""
        drawn = self._drawn.get(page)
        return drawn.image if drawn is not None else None

    def draw(self, page: int, scale: float) -> None:
        """Draw a page, so many pixels a point."""
        source = self._source(page)
        if source is None:
            return
        found = source[0].picture(source[1], scale)
        # The bytes go away with the answer; a copy is the image's own.
        image = QImage(found.pixels, found.width, found.height, found.stride, QImage.Format.Format_RGBX8888).copy()
        self._drawn[page] = _Drawn(image, source[0], scale)

    def keep(self, pages: range) -> None:
        """Let go of the pictures of all pages but these."""
        self._drawn = {page: one for page, one in self._drawn.items() if page in pages}

    def text(self, page: int) -> str:
        """Return what a page says."""
        source = self._source(page)
        return source[0].text(source[1]) if source is not None else ""

    def headings(self) -> tuple[tuple[str, int], ...]:
        """Return the bookmarks of all pages."""
        return self._book.headings() if self._book is not None else ()

    def _source(self, page: int) -> "tuple[Pages, int] | None":
        """Return the newest file of a page, and its place there."""
        if self._fresh is not None and self._fresh[0] == page:
            return self._fresh[1], 0
        if self._book is not None and page < len(self._book.sizes):
            return self._book, page
        return None

    def _forget(self) -> None:
        self._drop(self._fresh[1] if self._fresh is not None else None)
        self._drop(self._book)
        self._fresh, self._book, self.newest = None, None, -1

    def _drop(self, pages: "Pages | None") -> None:
        if pages is not None:
            self.files.remove(pages)
            pages.close()


def close_all(files: "list[Pages]", _of: object = None) -> None:
    """Close the files of pages."""
    while files:
        files.pop().close()
