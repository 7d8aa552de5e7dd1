"""A full report of 30 features against drawing the same charts and as many empty pages; and its first page alone."""

import io
import sys
import time
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from report.studies import Judged, survey
from reportlab.pdfgen.canvas import Canvas

from bench.measuring import best, say
from kano_app import report
from kano_app.report.blocks import Document, Drawing
from kano_app.report.compose import compose

_WIDTH = 503.0
_FIRST_PAGE = 0.3
"""Seconds in which the first page is to be seen after a change."""


def _draw(drawing: Drawing) -> None:
    """Draw a chart as matplotlib would by itself."""
    figure = Figure(figsize=(_WIDTH / 72, drawing.height / 72), dpi=72)
    FigureCanvasPdf(figure)
    axes: Any = figure.add_axes((0.3, 0.1, 0.65, 0.85))
    drawing.draw(axes)
    figure.savefig(io.BytesIO(), format="pdf")


def _bare(document: Document, pages: int) -> None:
    """Make what a report cannot do without: its charts, and its pages with nothing on them."""
    for block in document.blocks:
        if isinstance(block, Drawing):
            _draw(block)
    canvas = Canvas(io.BytesIO())
    for _ in range(pages):
        canvas.showPage()
    canvas.save()


def main() -> None:
    """Measure with everything loaded: what is compared is the work."""
    study: Judged = survey(30, 1000)
    path = Path(sys.argv[1]) / "report.pdf"
    pages = report.write_pdf(*study, path).pages
    ours = best(lambda: report.write_pdf(*study, path), 3)
    document = compose(*study)
    theirs = best(lambda: _bare(document, pages), 3)
    say(f"a report of 30 features ({pages} pages) ÷ its bare charts and pages", ours / theirs, 2)
    start = time.perf_counter()
    report.preview(*study)
    first = min(time.perf_counter() - start, best(lambda: report.preview(*study), 3))
    say("the first page of a report ÷ 0.3 s", first / _FIRST_PAGE, 1)


if __name__ == "__main__":
    main()
