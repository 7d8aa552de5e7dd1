"""The PDF writer: a document of neutral blocks in, a file out, the same bytes for the same document."""

import io
from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import Flowable

from kano_app.placing import place
from kano_app.report.blocks import Block, Document
from kano_app.report.pdf import theme
from kano_app.report.pdf.flow import Flow
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.report_pages import ReportPages
from kano_app.report.written import Preview, Progress, Written, silent


def write(document: Document, path: Path, progress: Progress = silent) -> Written:
    """Write a document; the file appears whole or not at all.

    Raises:
        OSError: if the file cannot be written.

    """
    target, missing = io.BytesIO(), dict[str, int]()
    pages = _draw(document, target, missing, progress=progress)
    place(path, target.getvalue())
    return Written(pages, missing)


def draw_pages(document: Document, first: int, count: int, total: int = 0) -> Preview:
    """Draw some pages of a document; what comes after them is not even laid out.

    Args:
        document: the whole.
        first: the first page that is wanted, counted from 0.
        count: how many.
        total: how many pages there are, where that is known from before; 0 leaves it out of the page numbers.

    """
    target = io.BytesIO()
    total = _draw(document, target, {}, wanted=range(first + 1, first + count + 1), total=total)
    return Preview(target.getvalue(), total)


def _draw(
    document: Document,
    target: io.BytesIO,
    missing: dict[str, int],
    *,
    wanted: range | None = None,
    total: int = 0,
    progress: Progress = silent,
) -> int:
    """Draw a document in one pass and return how many pages it has, 0 where that was not found out."""
    book = FontBook(document.language.code)
    pages = ReportPages(target, document, book, wanted=wanted, total=total, progress=progress)
    flow = Flow(book, document, theme.SHEETS[document.paper])
    return pages.draw(_stories(document, flow, missing), len(document.blocks))


def _stories(document: Document, flow: Flow, missing: dict[str, int]) -> Iterator[list[Flowable]]:
    """Yield what flows down the pages; at the end what is to be said of characters that no font has."""
    yield from flow.stories(document.blocks)
    # Counted from the blocks: what charts and margins repeat is not missing once more.
    missing.update(flow.missing)
    tail: tuple[Block, ...] = document.tail(missing) if document.tail else ()
    yield from flow.stories(tail)
