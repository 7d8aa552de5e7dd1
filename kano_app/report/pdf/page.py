"""The page: running header, footer with page x of y, and bookmarks."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from kano_app.report.blocks import Document
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.text import Span, TextBlock, natural_width
from kano_app.report.written import Progress, silent


class Pages(BaseDocTemplate):  # type: ignore[misc] # reportlab is untyped
    """A document of one frame a page; ``total`` is the number of pages as counted by a first pass, 0 in that pass."""

    def __init__(
        self,
        target: Any,  # noqa: ANN401 - path or file
        document: Document,
        book: FontBook,
        total: int,
        progress: Progress = silent,
    ) -> None:
        """Set the sheet, the metadata and the one page template."""
        sheet = theme.SHEETS[document.paper]
        super().__init__(
            target,
            pagesize=sheet,
            leftMargin=theme.MARGIN,
            rightMargin=theme.MARGIN,
            topMargin=theme.TOP,
            bottomMargin=theme.BOTTOM,
            title=document.title,
            author=document.author or "Kano App",
            subject=document.subject,
            creator="Kano App",
            producer="Kano App",
            lang=document.language.code.replace("_", "-"),
            invariant=1,
            initialFontName=book.initial_font,
            displayDocTitle=True,
        )
        self._document, self._book, self._total, self._progress = document, book, total, progress
        frame = Frame(
            theme.MARGIN,
            theme.BOTTOM,
            self.width,
            self.height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._furnish))

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Date the file by the report, not by the clock: reportlab's own choices are now, or the year 2000."""
        day = self._document.date
        if day is not None:
            stamp = self.canv._doc._timeStamp  # noqa: SLF001 - there is no public way to say a date
            stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)

    def _furnish(self, canvas: Any, _template: Any) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw what every page has; the first has its title instead of a header."""
        _, height = theme.SHEETS[self._document.paper]
        if canvas.getPageNumber() > 1:
            self._line(canvas, height - theme.HEADER - 14)
            self._pair(canvas, height - theme.HEADER - 9, self._document.title, self._document.subject)
        else:
            canvas.setFillColor(HexColor(theme.INK))
            canvas.rect(theme.MARGIN, height - 34, 28, 3, stroke=0, fill=1)
        self._line(canvas, theme.FOOTER + 4)
        self._progress(canvas.getPageNumber() / max(self._total, canvas.getPageNumber()))
        page = f"{canvas.getPageNumber()} / {self._total}"
        self._pair(canvas, theme.FOOTER - 9, self._document.footer, page)

    def _line(self, canvas: Any, y: float) -> None:  # noqa: ANN401 - reportlab is untyped
        canvas.setStrokeColor(HexColor(theme.LINE))
        canvas.setLineWidth(0.6)
        canvas.line(theme.MARGIN, y, theme.MARGIN + self.width, y)

    def _pair(self, canvas: Any, y: float, left: str, right: str) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw a text at either edge, the left one shortened where they would meet."""
        edge = Span(right, theme.SMALL_SIZE, "regular", theme.MUTED)
        taken = natural_width(self._book, [edge]) + 1
        last = TextBlock(self._book, [edge], align="right", max_lines=1)
        last.wrap(taken, 20)
        last.drawOn(canvas, theme.MARGIN + self.width - taken, y)
        first = TextBlock(self._book, [Span(left, theme.SMALL_SIZE, "regular", theme.MUTED)], max_lines=1)
        first.wrap(self.width - taken - 16, 20)
        first.drawOn(canvas, theme.MARGIN, y)
