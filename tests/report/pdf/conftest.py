"""A small document from blocks, and what a reader of the file finds in it."""

from collections.abc import Callable

import pytest
from report.pdf.drawn import made

from kano_app.report.pdf.fonts import FontBook

MakePdf = Callable[..., bytes]


@pytest.fixture
def book() -> FontBook:
    return FontBook("zh_CN")


@pytest.fixture
def make_pdf() -> MakePdf:
    """Return a function that sets blocks in a frame from (50, 50), without padding."""
    return made
