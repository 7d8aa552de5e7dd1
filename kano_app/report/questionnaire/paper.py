"""The questionnaire on paper: pages to be handed out, the same bytes for the same questionnaire."""

import io
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Spacer

from kano_app.report.blocks import Document
from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.page import Pages
from kano_app.report.pdf.text import Span, TextBlock, natural_width
from kano_app.report.questionnaire.boxes import pair_block, trait_block
from kano_app.report.questionnaire.document import Questionnaire
from kano_app.report.written import Progress, Written, silent

_NUMBER_ROOM = 92.0
"""Width of the line on which the respondent's number is written."""
_BESIDE = 12.0


def pdf_of(asked: Questionnaire, progress: Progress = silent) -> tuple[bytes, Written]:
    """Return a questionnaire as the bytes of a PDF, and what is to be said of it."""
    counted = FontBook(asked.language.code)
    pages = _build(asked, counted, io.BytesIO(), total=0)
    target = io.BytesIO()
    _build(asked, FontBook(asked.language.code), target, total=pages, progress=progress)
    return target.getvalue(), Written(pages, dict(counted.missing))


class _Sheets(Pages):
    """Pages with room for the respondent's number at the top of each: loose sheets find together by it."""

    def __init__(
        self,
        target: Any,  # noqa: ANN401 - a file
        document: Document,
        book: FontBook,
        total: int,
        progress: Progress,
    ) -> None:
        self._told = document.language.gettext("Respondent number")
        self._page_of = document.language.gettext("Page {page} of {pages}")
        super().__init__(target, document, book, total, progress)

    def _furnish(self, canvas: Any, _template: Any) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw the head and the foot of a page."""
        _, height = theme.SHEETS[self._document.paper]
        page = canvas.getPageNumber()
        first = page == 1
        head = height - theme.HEADER - 9
        if first:
            canvas.setFillColor(HexColor(theme.INK))
            canvas.rect(theme.MARGIN, height - 34, 28, 3, stroke=0, fill=1)
        taken = self._write_number(canvas, head)
        if not first:
            self._write(canvas, self._document.title, theme.MARGIN, head, self.width - taken - _BESIDE)
        self._line(canvas, theme.FOOTER + 4)
        self._progress(page / max(self._total, page))
        told = self._page_of.format(page=page, pages=self._total)
        self._pair(canvas, theme.FOOTER - 9, self._document.footer, told)

    def _write_number(self, canvas: Any, y: float) -> float:  # noqa: ANN401 - reportlab is untyped
        """Draw the place for the respondent's number at the right edge; return the width it takes."""
        width = natural_width(self._book, [Span(self._told, theme.SMALL_SIZE)]) + 1
        right = theme.MARGIN + self.width
        start = right - _NUMBER_ROOM
        self._write(canvas, self._told, start - 6 - width, y, width)
        canvas.setStrokeColor(HexColor(theme.FAINT))
        canvas.setLineWidth(0.7)
        canvas.roundRect(start, y - 3.5, _NUMBER_ROOM, 20, 3, stroke=1, fill=0)
        return _NUMBER_ROOM + 6 + width

    def _write(self, canvas: Any, text: str, x: float, y: float, width: float) -> None:  # noqa: ANN401 - likewise
        block = TextBlock(self._book, [Span(text, theme.SMALL_SIZE, "regular", theme.MUTED)], max_lines=1)
        block.wrap(width, 20)
        block.drawOn(canvas, x, y)


def _build(asked: Questionnaire, book: FontBook, target: io.BytesIO, *, total: int, progress: Progress = silent) -> int:
    """Lay the questionnaire out and return its pages."""
    footer = " · ".join(part for part in (asked.organisation, asked.title) if part)
    document = Document(
        title=asked.title,
        author=asked.organisation,
        subject=asked.language.gettext("Questionnaire"),
        footer=footer,
        language=asked.language,
        paper=asked.paper,
        date=asked.day,
        blocks=(),
    )
    pages = _Sheets(target, document, book, total, progress)
    pages.build([*_opening(asked, book), *_questions(asked, book), *_closing(asked, book)])
    return int(pages.page)


def _opening(asked: Questionnaire, book: FontBook) -> list[Flowable]:
    """Return the title, the introduction and what the answers mean."""
    found = [
        TextBlock(book, [Span(asked.title, theme.TITLE_SIZE, "semibold", theme.INK)], leading=1.2, max_lines=6),
    ]
    if asked.organisation:
        found.append(_text(book, asked.organisation, theme.TEXT_SIZE, color=theme.MUTED, before=3))
    found += [_text(book, one, theme.LEAD_SIZE, before=8) for one in asked.introduction]
    found.append(_text(book, asked.how_to, theme.LEAD_SIZE, before=8))
    name = asked.language.gettext("What the answers mean")
    found.append(_text(book, name, theme.TEXT_SIZE, weight="semibold", before=10))
    widest = max(natural_width(book, [Span(one, theme.TEXT_SIZE)]) for one in asked.answers)
    meant = zip(asked.answers, asked.meanings, strict=True)
    return [*found, *(_Meaning(book, answer, meaning, widest + 18) for answer, meaning in meant), Spacer(1, 16)]


class _Meaning(Flowable):  # type: ignore[misc] # reportlab is untyped
    """An answer and beside it what it means."""

    def __init__(self, book: FontBook, answer: str, meaning: str, indent: float) -> None:
        super().__init__()
        self._answer = _text(book, answer, theme.TEXT_SIZE)
        self._meaning = _text(book, meaning, theme.TEXT_SIZE, color=theme.MUTED)
        self._indent = indent

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._answer.wrap(self._indent, available_height)
        self._meaning.wrap(available_width - self._indent, available_height)
        self.width, self.height = available_width, max(self._answer.height, self._meaning.height)
        return self.width, self.height

    def draw(self) -> None:
        for block, x in ((self._answer, 0.0), (self._meaning, self._indent)):
            block.drawOn(self.canv, x, self.height - block.height)


def _questions(asked: Questionnaire, book: FontBook) -> list[Flowable]:
    found: list[Flowable] = [pair_block(book, pair, at, asked) for at, pair in enumerate(asked.pairs, start=1)]
    if asked.traits:
        heading = asked.language.gettext("About you")
        found += [
            _text(book, heading, theme.HEADING_SIZES[1], weight="semibold", before=10, after=8, together=True),
        ]
        first = len(asked.pairs) + 1
        found += [trait_block(book, one.question, one.choices, at) for at, one in enumerate(asked.traits, start=first)]
    # What closes the questionnaire never stands on a page of its own.
    found[-1].keepWithNext = 1
    return found


def _closing(asked: Questionnaire, book: FontBook) -> list[Flowable]:
    return [_text(book, asked.language.gettext("Thank you for your answers."), theme.LEAD_SIZE, before=10)]


def _text(
    book: FontBook,
    text: str,
    size: float,
    *,
    weight: str = "regular",
    color: str = theme.INK,
    before: float = 0,
    after: float = 0,
    together: bool = False,
) -> TextBlock:
    spans = [Span(text, size, weight, color)]
    return TextBlock(book, spans, leading=1.45, space_before=before, space_after=after, keep_with_next=together)
