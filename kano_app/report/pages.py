"""The pages of a PDF as pictures; one thread at a time, for PDFium knows no other way."""

import io
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from kano_app.domain.branding import Logo


@dataclass(frozen=True, slots=True)
class PagePicture:
    """The pixels of a page."""

    width: int
    height: int
    stride: int
    """Bytes of a line."""
    pixels: bytes
    """Red, green, blue and one byte that says nothing, line by line."""


class Pages:
    """The pages of a PDF, open until they are closed; counted from 0."""

    def __init__(self, pdf: bytes) -> None:
        """Open the bytes of a PDF; the library is loaded only here.

        Raises:
            RuntimeError: if they are none.

        """
        import pypdfium2  # noqa: PLC0415 - only where pages are shown

        self._document: Any = pypdfium2.PdfDocument(pdf)
        try:
            sizes = tuple(self._document.get_page_size(index) for index in range(len(self._document)))
        except BaseException:
            self._document.close()
            raise
        self.sizes: tuple[tuple[float, float], ...] = sizes
        """Width and height of every page in points."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def picture(self, index: int, scale: float) -> PagePicture:
        """Draw a page, so many pixels a point."""
        with (
            closing(self._document[index]) as page,
            closing(page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)) as drawn,
        ):
            return PagePicture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))

    def text(self, index: int) -> str:
        """Return what a page says, line by line."""
        with closing(self._document[index]) as page, closing(page.get_textpage()) as words:
            found = str(words.get_text_bounded())
        return found.replace("\r\n", "\n").strip()

    def headings(self) -> tuple[tuple[str, int], ...]:
        """Return the bookmarks, each with its page."""
        found = []
        for mark in self._document.get_toc():
            place = mark.get_dest()
            if place is not None:
                found.append((str(mark.get_title()), int(place.get_index())))
        return tuple(found)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


def logo_pdf(logo: Logo, width: float, height: float) -> bytes:
    """Return a logo as a PDF of its size in a box, drawn as the report draws it; nothing where it cannot be."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only where there is a logo

    from kano_app.report.pdf.logo import logo_view  # noqa: PLC0415

    view = logo_view(logo, width, height)
    if view is None:
        return b""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(view.width, view.height))
    canvas.is_wanted = True
    view.draw(canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
