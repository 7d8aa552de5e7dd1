"""A small document from blocks, and what a reader of the file finds in it."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from kano_app.report.pdf.fonts import FontBook

MakePdf = Callable[..., bytes]


@pytest.fixture
def book() -> FontBook:
    return FontBook("zh_CN")


@pytest.fixture
def make_pdf() -> MakePdf:
    """Return a function that sets blocks in a frame from (50, 50), without padding."""

    def make(blocks: Sequence[Any], book: FontBook, width: float = 300, height: float = 700) -> bytes:
        file = io.BytesIO()
        document = BaseDocTemplate(file, pagesize=(400, 800), invariant=1, initialFontName=book.initial_font)
        frame = Frame(50, 50, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        document.addPageTemplates(PageTemplate(frames=[frame]))
        document.build(list(blocks))
        return file.getvalue()

    return make
