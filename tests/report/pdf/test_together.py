"""What stands on one page together."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kano_app.charts.palette import NO_MARK
from kano_app.domain.settings import Paper
from kano_app.i18n import language
from kano_app.report.blocks import (
    Block,
    Bullets,
    CellView,
    Document,
    Drawing,
    Grid,
    Heading,
    Legend,
    Note,
    Paragraph,
)
from kano_app.report.pdf.writer import write

_ROW = (CellView("cell"), CellView("other"))


def _pages(path: Path, *blocks: Block) -> list[str]:
    words = language("en")
    document = Document("T", "A", "S", "", words, Paper.A4, None, blocks)
    write(document, path)
    return [page.extract_text() for page in PdfReader(path).pages]


def _filler(lines: int) -> Paragraph:
    return Paragraph("\n".join(["filler"] * lines))


def _chart(height: float) -> Drawing:
    def draw(axes: Any) -> None:
        axes.set_axis_off()
        axes.text(0.5, 0.5, "chart")

    return Drawing(draw, height, (0, 0, 0, 0), "alt")


@pytest.mark.parametrize("lines", range(20, 50, 3))
def test_a_heading_with_its_sentence_stands_on_the_page_of_its_chart(tmp_path: Path, lines: int) -> None:
    told = (Heading("Waves"), Heading("Step", level=2), Paragraph("Nothing changed."), Note("Arrows lead on."))
    legend = Legend(((NO_MARK, "legend"),))
    pages = _pages(tmp_path / "a.pdf", _filler(lines), *told, _chart(300), legend)
    (page,) = (text for text in pages if "chart" in text)
    assert all(one in page for one in ("Waves", "Step", "Nothing changed.", "Arrows lead on.", "legend"))


@pytest.mark.parametrize("lines", range(30, 50, 2))
def test_a_sentence_under_a_heading_stands_on_the_page_where_its_table_begins(tmp_path: Path, lines: int) -> None:
    table = Grid(("one", "two"), (_ROW,) * 30, (False, False))
    pages = _pages(tmp_path / "a.pdf", _filler(lines), Heading("Table"), Paragraph("It tells much."), table)
    begins = next(text for text in pages if "cell" in text)
    assert "It tells much." in begins
    assert begins.count("cell") >= 3


@pytest.mark.parametrize("lines", range(30, 50))
def test_no_item_of_a_list_stands_alone_on_its_page(tmp_path: Path, lines: int) -> None:
    items = Bullets(tuple(f"item {number} of the list" for number in range(20)))
    pages = _pages(tmp_path / "a.pdf", _filler(lines), Heading("Sources", level=2), items)
    counts = [text.count("of the list") for text in pages]
    assert 1 not in counts
    assert sum(counts) == 20
    assert next(text for text in pages if "Sources" in text).count("of the list") >= 2


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize("lines", range(30, 50))
def test_notes_under_a_table_stand_on_the_page_of_its_last_rows(tmp_path: Path, lines: int, rows: int) -> None:
    table = Grid(("one", "two"), (_ROW,) * rows, (False, False))
    notes = (Note("¹ Undefined: nobody answered."), Note("² The survey did not ask for it."))
    pages = _pages(tmp_path / "a.pdf", _filler(lines), Heading("Table"), table, *notes)
    told = next(text for text in pages if "did not ask" in text)
    assert "cell" in told
    assert "nobody answered" in told


def test_a_note_under_a_row_as_high_as_a_page_goes_on_to_the_next(tmp_path: Path) -> None:
    long = CellView("word " * 2000)
    pages = _pages(tmp_path / "a.pdf", Grid(("one", "two"), ((long, _ROW[1]),), (False, False)), Note("¹ Undefined."))
    assert "Undefined" in pages[-1]
