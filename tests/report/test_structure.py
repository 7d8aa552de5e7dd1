from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from pypdf import PdfReader
from report.golden import bookmarks, compare, links
from report.studies import Judged, survey, workshop, written

from kano_app.domain.settings import Paper, Preset, Section
from kano_app.report.pdf import theme
from kano_app.report.pdf.canvas import OnePassCanvas
from kano_app.report.pdf.chart import CanvasRenderer
from kano_app.report.pdf.line_breaking import OPENING
from kano_app.report.pdf.text import TextBlock


class _Said(NamedTuple):
    page: int
    text: str
    left: float
    right: float
    y: float
    width: float


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[_Said]:
    """Return every line of text as it is drawn, with its place on its page; charts and what is put in later apart."""
    found: list[_Said] = []
    draw = TextBlock._draw_line

    def watched(block: Any, line: Any, x: float, y: float) -> None:
        canvas = block.canv
        if not canvas._formData:
            left, low = canvas.absolutePosition(x, y)
            found.append(_Said(canvas.getPageNumber(), line.text, left, left + line.width, low, canvas._pagesize[0]))
        draw(block, line, x, y)

    monkeypatch.setattr(TextBlock, "_draw_line", watched)
    return found


def _study(name: str) -> Judged:
    studies = {
        "survey": lambda: survey(12, 84),
        "workshop": lambda: workshop(6, 8, notes=True),
        "one-page": lambda: survey(12, 84, left_out=Preset.ONE_PAGE.left_out),
    }
    return studies[name]()


@pytest.mark.parametrize("name", ["survey", "workshop", "one-page"])
def test_a_report_is_made_of_the_pages_bookmarks_links_and_fonts_that_are_kept(tmp_path: Path, name: str) -> None:
    written(_study(name), tmp_path / "report.pdf")
    compare(tmp_path / "report.pdf", name)


@pytest.mark.parametrize(
    ("count", "language", "paper"),
    [(3, "en", Paper.A4), (30, "en", Paper.LETTER), (12, "zh_CN", Paper.A4), (30, "zh_TW", Paper.LETTER)],
)
def test_no_text_stands_outside_of_the_margins(
    tmp_path: Path, lines: list[_Said], count: int, language: str, paper: Paper
) -> None:
    written(survey(count, 40, language, paper=paper), tmp_path / "report.pdf")
    assert len(lines) > 100
    for one in lines:
        assert one.left >= theme.MARGIN - 1, one
        assert one.right <= one.width - theme.MARGIN + 1, one
        assert one.y >= theme.FOOTER - 12, one


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    tmp_path: Path, lines: list[_Said], language: str
) -> None:
    written(workshop(9, 8, language, notes=True), tmp_path / "report.pdf")
    for one in lines:
        text = one.text.strip()
        if len(text) > 1:
            assert text[0] not in "，。、）：；？！》」』", one
            assert text[-1] not in OPENING, one


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_latin_words_and_numbers_inside_chinese_are_never_broken(
    tmp_path: Path, lines: list[_Said], language: str
) -> None:
    written(survey(12, 84, language), tmp_path / "report.pdf")
    for before, after in pairwise(lines):
        # Within a paragraph a line follows the one above it at the same left edge.
        if before.page == after.page and before.left == after.left and 0 < before.y - after.y < 17:
            assert not (before.text.endswith("Wi-") and after.text.startswith("Fi")), before
            assert not (before.text.endswith("1") and after.text.startswith("1点")), before


def test_mixed_phrases_are_found_by_a_search(tmp_path: Path) -> None:
    written(survey(3, 20, "zh_CN"), tmp_path / "report.pdf")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages).replace("\n", "")
    assert text.count("上午11点，Wi-Fi免费") >= 4


def test_traditional_chinese_is_set_in_the_traditional_font(tmp_path: Path) -> None:
    written(survey(3, 20, "zh_TW"), tmp_path / "report.pdf")
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        fonts = {str(one.BaseFont)[8:] for page in pdf.pages for one in page.Resources.Font.values()}
    assert any("TC" in one for one in fonts)
    assert not any("SC" in one for one in fonts)


def test_a_card_of_the_roadmap_leads_to_the_card_of_its_feature_and_that_one_back(tmp_path: Path) -> None:
    written(survey(12, 84), tmp_path / "report.pdf")
    reader = PdfReader(tmp_path / "report.pdf")
    places = {
        line.strip().partition(" – ")[0].strip(): int(line.rpartition(" – ")[2]) - 1
        for line in bookmarks(reader, reader.outline, "")
    }
    roadmap = places["The roadmap"]
    cards = {page for name, page in places.items() if "of the hotel" in name}
    assert len([name for name in places if "of the hotel" in name]) == 12
    assert cards & set(links(reader, reader.pages[roadmap])) == cards
    for page in cards:
        assert set(links(reader, reader.pages[page])) == {roadmap}


@pytest.mark.parametrize("left_out", [(), (Section.CARDS,), (Section.ROADMAP,), Preset.ONE_PAGE.left_out])
def test_every_link_has_a_place_to_lead_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_out: tuple[Section, ...]
) -> None:
    loose: list[str] = []
    monkeypatch.setattr(
        OnePassCanvas,
        "bind_links",
        lambda canvas: loose.extend(key for key, place in canvas._destinations.items() if place.fmt is None),
    )
    written(workshop(9, 8, left_out=left_out), tmp_path / "report.pdf")
    assert loose == []


def test_the_contents_say_the_page_of_every_section(tmp_path: Path) -> None:
    written(survey(6, 20), tmp_path / "report.pdf")
    reader = PdfReader(tmp_path / "report.pdf")
    text = reader.pages[1].extract_text()
    marked = dict(line.strip().split(" – ") for line in bookmarks(reader, reader.outline, "") if "of the" not in line)
    for name in ("What to do first", "The figures", "Glossary"):
        assert f"{name}\n{marked[name]}" in text or f"{name} {marked[name]}" in text


def test_every_page_but_the_cover_says_its_number_and_how_many_there_are(tmp_path: Path) -> None:
    pages = written(survey(12, 84), tmp_path / "report.pdf").pages
    for number, page in list(enumerate(PdfReader(tmp_path / "report.pdf").pages, start=1))[1:]:
        assert f"{number} / {pages}" in page.extract_text()


def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path: Path, lines: list[_Said]) -> None:
    for count in (5, 9, 17):
        lines.clear()
        written(survey(count, 30), tmp_path / "report.pdf")
        headings = {
            "The figures",
            "Answers as numbers",
            "Data",
            "Method",
            "Glossary",
            "Choices",
            "Sources",
            "How sure it is",
            "How the answers split",
            "Feature by feature",
        }
        for page in {one.page for one in lines}:
            body = [one for one in lines if one.page == page and one.y > theme.BOTTOM - 2]
            assert body, page
            lowest = min(body, key=lambda one: one.y)
            assert lowest.text not in headings, (count, page)


def test_a_table_repeats_its_heading_on_every_page(tmp_path: Path) -> None:
    written(survey(60, 20), tmp_path / "report.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages]
    why = [text for text in pages if "Lands in Now" in text and "Why" in text and "Rank" in text]
    assert len(why) > 2


def test_thirty_features_are_less_than_a_megabyte(tmp_path: Path) -> None:
    written(survey(30, 1000, "zh_TW"), tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").stat().st_size < 1_000_000


def test_two_hundred_features_with_long_names_make_a_report_that_opens(tmp_path: Path) -> None:
    pages = written(survey(200, 9, effort=False), tmp_path / "report.pdf").pages
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert len(pdf.pages) == pages
        assert list(pdf.check_pdf_syntax()) == []


def test_no_letter_of_a_chart_stands_outside_of_its_box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = []
    draw = CanvasRenderer.draw_text

    def watched(self: Any, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, **rest: Any) -> None:
        width, height, _ = self.get_text_width_height_descent(s, prop, ismath=False)
        across, up = (height, width) if angle == 90 else (width, height)
        if angle in {0, 90} and not (x - (angle == 90) * across >= -2 and x + (angle == 0) * across <= self.width + 2):
            outside.append((s, x, across, self.width))
        if angle in {0, 90} and not (y >= -4 and y + up <= self.height + 4):
            outside.append((s, y, up, self.height))
        draw(self, gc, x, y, s, prop, angle, **rest)

    monkeypatch.setattr(CanvasRenderer, "draw_text", watched)
    written(survey(30, 84, "zh_CN"), tmp_path / "report.pdf")
    assert outside == []


def test_no_text_of_the_report_is_too_faint_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inks: set[str] = set()
    draw = TextBlock._draw_line

    def watched(block: Any, line: Any, x: float, y: float) -> None:
        inks.update(look.color for text, look in line.pieces if text.strip())
        draw(block, line, x, y)

    monkeypatch.setattr(TextBlock, "_draw_line", watched)
    written(survey(6, 40), tmp_path / "report.pdf")
    assert len(inks) >= 3
    for ink in inks:
        parts = [int(ink[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert 1.05 / (light + 0.05) >= 4.5, ink


def test_a_report_of_many_pages_opens_with_its_bookmarks_of_the_first_level(tmp_path: Path) -> None:
    written(survey(6, 40), tmp_path / "report.pdf")
    written(survey(6, 40, left_out=Preset.ONE_PAGE.left_out), tmp_path / "page.pdf")
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"
        with pdf.open_outline() as outline:
            assert all(entry.is_closed for entry in outline.root if entry.children)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert "/PageMode" not in pdf.Root or pdf.Root.PageMode != "/UseOutlines"


@pytest.mark.parametrize("count", [12, 30, 120])
@pytest.mark.parametrize("paper", list(Paper))
def test_the_page_that_says_everything_has_its_map_and_no_second_page(tmp_path: Path, count: int, paper: Paper) -> None:
    written(survey(count, 84, left_out=Preset.ONE_PAGE.left_out, paper=paper), tmp_path / "report.pdf")
    (page,) = PdfReader(tmp_path / "report.pdf").pages
    assert "PERFORMANCE" in page.extract_text()
