"""Small documents of blocks, and where their text stands by the file itself."""

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from kano_app.report.pdf.fonts import FontBook


def made(blocks: Sequence[Any], book: FontBook, width: float = 300, height: float = 700) -> bytes:
    """Set blocks in a frame from (50, 50), without padding."""
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=(400, 800), invariant=1, initialFontName=book.initial_font)
    frame = Frame(50, 50, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    document.build(list(blocks))
    return file.getvalue()


def drawn_boxes(pdf: bytes) -> list[tuple[float, float, float]]:
    """Return left, right and baseline of every string on the first page, by the file's own widths."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        fonts = {name: [float(width) for width in font.Widths] for name, font in page.Resources.Font.items()}
        here = matrix = pikepdf.Matrix()
        kept: list[pikepdf.Matrix] = []
        boxes, widths, size, shift, more = [], [0.0], 0.0, 0.0, 0.0
        for instruction in pikepdf.parse_content_stream(page):
            operands: list[Any] = list(instruction.operands)
            match str(instruction.operator):
                case "q":
                    kept.append(here)
                case "Q":
                    here = kept.pop()
                case "cm":
                    here = pikepdf.Matrix(*map(float, operands)) @ here
                case "Tm":
                    matrix, shift = pikepdf.Matrix(*map(float, operands)), 0.0
                case "Tf":
                    widths, size = fonts[str(operands[0])], float(operands[1])
                case "Tc":
                    more = float(operands[0])
                case "TJ":
                    # Only moves are written with it, never characters.
                    shift -= float(operands[0][0]) * size / 1000
                case "Tj":
                    width = sum(widths[code] * size / 1000 + more for code in bytes(operands[0]))
                    place = matrix @ here
                    boxes.append((place.e + shift, place.e + shift + width, place.f))
                    shift += width
    return boxes
