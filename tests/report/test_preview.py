from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from report.studies import survey, workshop, written

from kano_app.report import preview
from kano_app.report.pdf.chart import CanvasRenderer


def _text(pdf: bytes, page: int = 0) -> str:
    import io  # noqa: PLC0415 - one use

    return PdfReader(io.BytesIO(pdf)).pages[page].extract_text()


def test_a_previewed_page_is_the_page_as_it_prints(tmp_path: Path) -> None:
    study = survey(12, 84)
    pages = written(study, tmp_path / "whole.pdf").pages
    whole = PdfReader(tmp_path / "whole.pdf").pages
    for first in (1, 3, 8, pages - 1):
        shown = preview(*study, first, 1, pages)
        assert _text(shown.pdf) == whole[first].extract_text()


def test_a_preview_of_every_page_knows_how_many_there_are_and_is_the_report(tmp_path: Path) -> None:
    study = workshop()
    pages = written(study, tmp_path / "whole.pdf").pages
    shown = preview(*study, 0, 500)
    assert shown.total == pages
    assert shown.pdf == (tmp_path / "whole.pdf").read_bytes()


def test_a_preview_of_the_first_pages_lays_out_no_more_and_has_no_total_to_say() -> None:
    shown = preview(*survey(12, 84), 3, 1)
    assert shown.total == 0
    assert "4 /" not in _text(shown.pdf)


def test_pages_that_are_not_shown_have_their_charts_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    monkeypatch.setattr(CanvasRenderer, "draw_text", lambda *_, **__: drawn.append(1))
    preview(*survey(12, 84), 4, 1)
    few = len(drawn)
    preview(*survey(12, 84), 0, 1)
    assert len(drawn) == few


@pytest.mark.parametrize("first", [0, 1, 2, 5, 9])
def test_a_previewed_page_is_a_file_without_fault_although_its_links_lead_elsewhere(tmp_path: Path, first: int) -> None:
    (tmp_path / "page.pdf").write_bytes(preview(*workshop(), first, 1).pdf)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert list(pdf.check_pdf_syntax()) == []


def test_a_preview_beyond_the_end_is_empty_and_says_the_end() -> None:
    study = workshop()
    shown = preview(*study, 400, 2)
    assert shown.pdf == b""
    assert shown.total > 5
