"""The pages of a report: upright or on their side, drawn once, with running header and footer with page x of y."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Frame, NextPageTemplate, PageBreakIfNotEmpty, PageTemplate
from reportlab.platypus.doctemplate import PageBegin

from kano_app.report.blocks import Cover, Document
from kano_app.report.pdf import theme
from kano_app.report.pdf.canvas import AT, LABEL_WIDTH, OnePassCanvas
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.logo import logo_view
from kano_app.report.pdf.page import Pages
from kano_app.report.pdf.text import Span, TextBlock
from kano_app.report.written import Progress, silent

COVER, UPRIGHT, SIDEWAYS = "cover", "upright", "sideways"
_PAGE = "page-"
_FEW_PAGES = 4
"""Pages among which nobody needs bookmarks to find the way."""
_LOGO = (120.0, 34.0)
"""The most that a logo takes at the head of the first page, where there is no cover."""


class ReportPages(Pages):
    """A document of one frame a page, drawn once; ``total`` is said where not all pages are made."""

    def __init__(
        self,
        target: Any,  # noqa: ANN401 - path or file
        document: Document,
        book: FontBook,
        *,
        wanted: range | None = None,
        total: int = 0,
        progress: Progress = silent,
    ) -> None:
        """Set both sheets."""
        super().__init__(target, document, book, total, progress)
        self.keywords = ", ".join(document.keywords)
        self._wanted = wanted
        self._accent = document.branding.accent or theme.ACCENT
        sheet = theme.SHEETS[document.paper]
        upright, sideways = self._template(UPRIGHT, sheet), self._template(SIDEWAYS, (sheet[1], sheet[0]))
        has_cover = any(isinstance(block, Cover) for block in document.blocks[:1])
        cover = [PageTemplate(COVER, [_frame(sheet)], pagesize=sheet)] if has_cover else []
        self.pageTemplates: list[Any] = []
        self._logo = None if has_cover else logo_view(document.branding.logo, *_LOGO)
        self.addPageTemplates([*cover, upright, sideways])

    def draw(self, stories: Iterable[list[Flowable]], expected: int) -> int:
        """Draw flowables, given story by story, and return the pages there are.

        Args:
            stories: flowables in groups, which are asked for only while pages are wanted.
            expected: how many groups there are, for the progress.

        """
        self._startBuild(None, partial(OnePassCanvas, wanted=self._wanted))
        canvas = self.canv
        canvas._doctemplate = self  # noqa: SLF001 - as reportlab's own build does
        ended = True
        for place, story in enumerate(stories):
            while story:
                self._turn_empty(story)
                self.clean_hanging()
                if story:
                    self.handle_flowable(story)
            self._progress(place / max(expected, 1))
            if self._wanted is not None and self.page >= self._wanted.stop and not canvas.waits:
                ended = False
                break
        del canvas._doctemplate  # noqa: SLF001
        pages = int(self.page)
        canvas.bind_links()
        if ended:
            self._doSave = 0
            self._endBuild()
        elif canvas._code:  # noqa: SLF001 - the page nobody wants
            canvas.showPage()
        total = pages if ended else self._total
        if canvas.kept == pages > _FEW_PAGES:
            canvas.showOutline()
        canvas.fill(lambda key: self._label(key, total))
        if canvas.kept:
            canvas.save()
        self._progress(1.0)
        return total

    def _turn_empty(self, story: list[Flowable]) -> None:
        """Give a page on which nothing stands yet the sheet that is asked for, as reportlab's own build does."""
        if story and self._hanging and self._hanging[-1] is PageBegin and isinstance(story[0], PageBreakIfNotEmpty):
            template = story.pop(0).nextTemplate
            if template and not self._samePT(template):
                NextPageTemplate(template).apply(self)
                self._setPageTemplate()

    def _template(self, name: str, sheet: tuple[float, float]) -> PageTemplate:
        return PageTemplate(name, [_frame(sheet)], onPage=partial(self._dress, sheet), pagesize=sheet)

    def _dress(self, sheet: tuple[float, float], canvas: Any, _template: Any) -> None:  # noqa: ANN401 - untyped
        """Draw what every page has; the first has its title instead of a header."""
        if not canvas.is_wanted:
            return
        width, height = sheet
        room = width - 2 * theme.MARGIN
        if canvas.getPageNumber() > 1:
            self._rule(canvas, height - theme.HEADER - 14, room)
            self._head(canvas, height - theme.HEADER - 9, room)
        else:
            canvas.setFillColor(HexColor(self._accent))
            canvas.rect(theme.MARGIN, height - 34, 28, 3, stroke=0, fill=1)
            if self._logo is not None:
                self._logo.draw(canvas, theme.MARGIN + room - self._logo.width, height - 22 - self._logo.height)
        self._rule(canvas, theme.FOOTER + 4, room)
        self._left(canvas, self._document.footer, theme.FOOTER - 9, room - LABEL_WIDTH)
        key = f"{_PAGE}{canvas.getPageNumber()}"
        canvas.later(key, theme.MARGIN + room, theme.FOOTER - 9, self._number)

    def _label(self, key: str, total: int) -> str:
        """Return what a place kept for later says: page x of y, or the page of an anchor."""
        if key.startswith(_PAGE):
            page = key.removeprefix(_PAGE)
            return f"{page} / {total}" if total else page
        page = self.canv.anchored.get(key.removeprefix(AT), 0)
        return str(page) if page else "…"

    def _number(self, canvas: Any, text: str) -> None:  # noqa: ANN401 - reportlab is untyped
        self._right(canvas, text, 0, 0, LABEL_WIDTH)

    def _rule(self, canvas: Any, y: float, room: float) -> None:  # noqa: ANN401 - reportlab is untyped
        canvas.setStrokeColor(HexColor(theme.LINE))
        canvas.setLineWidth(0.6)
        canvas.line(theme.MARGIN, y, theme.MARGIN + room, y)

    def _head(self, canvas: Any, y: float, room: float) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw title and subject at either edge, the title shortened where they would meet."""
        edge = Span(self._document.subject, theme.SMALL_SIZE, "regular", theme.MUTED)
        taken = min(self._book.width(edge.text, edge.size) + 1, room / 2)
        self._right(canvas, self._document.subject, theme.MARGIN + room - taken, y, taken)
        self._left(canvas, self._document.title, y, room - taken - 16)

    def _left(self, canvas: Any, text: str, y: float, room: float) -> None:  # noqa: ANN401 - reportlab is untyped
        block = TextBlock(self._book, [Span(text, theme.SMALL_SIZE, "regular", theme.MUTED)], max_lines=1)
        block.wrap(room, 20)
        block.drawOn(canvas, theme.MARGIN, y)

    def _right(self, canvas: Any, text: str, x: float, y: float, room: float) -> None:  # noqa: ANN401 - untyped
        span = Span(text, theme.SMALL_SIZE, "regular", theme.MUTED)
        block = TextBlock(self._book, [span], align="right", max_lines=1)
        block.wrap(room, 20)
        block.drawOn(canvas, x, y)


def _frame(sheet: tuple[float, float]) -> Frame:
    width, height = sheet
    return Frame(
        theme.MARGIN,
        theme.BOTTOM,
        width - 2 * theme.MARGIN,
        height - theme.TOP - theme.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
