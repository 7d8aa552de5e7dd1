"""The PDF writer: a document of neutral blocks in, a file out, the same bytes for the same document."""

import io
import os
import tempfile
from pathlib import Path

from kano_app.report.blocks import Document
from kano_app.report.pdf import theme
from kano_app.report.pdf.flow import Flow
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.page import Pages
from kano_app.report.written import Progress, Written, silent


def write(document: Document, path: Path, progress: Progress = silent) -> Written:
    """Write a document; the file appears whole or not at all.

    Raises:
        OSError: if the file cannot be written.

    """
    counted = FontBook(document.language.code)
    pages = _build(document, counted, io.BytesIO(), total=0, missing={})
    missing = dict(counted.missing)
    if missing:
        pages = _build(document, FontBook(document.language.code), io.BytesIO(), total=0, missing=missing)
    target = io.BytesIO()
    _build(document, FontBook(document.language.code), target, total=pages, missing=missing, progress=progress)
    _replace(path, target.getvalue())
    return Written(pages, missing)


def _replace(path: Path, content: bytes) -> None:
    """Put content at a path in one step; what was there stays if that fails, and nothing else is left behind."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".kano-app-", delete=False) as unfinished:
        name = Path(unfinished.name)
        try:
            unfinished.write(content)
            unfinished.close()
            name.chmod(0o666 & ~_umask())
            name.replace(path)
        except OSError:
            name.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """Return which rights new files do not get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _build(
    document: Document,
    book: FontBook,
    target: io.BytesIO,
    *,
    total: int,
    missing: dict[str, int],
    progress: Progress = silent,
) -> int:
    """Lay the document out and return its pages; with ``total`` known the charts are drawn too."""
    pages = Pages(target, document, book, total, progress)
    flow = Flow(book, theme.SHEETS[document.paper][0] - 2 * theme.MARGIN, charts=total > 0)
    blocks = document.blocks + (document.tail(missing) if document.tail else ())
    pages.build([flowable for block in blocks for flowable in flow.flowables(block)])
    return int(pages.page)
