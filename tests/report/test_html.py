import re
from dataclasses import dataclass, replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from exporting import CONTROLS_SHOWN, PLAIN, TURNED_SHOWN, hostile, studied, survey_of
from making import shared

from kano_app.domain.branding import Branding, Logo
from kano_app.i18n import LANGUAGES, language
from kano_app.report.blocks import Document, Grid, Heading
from kano_app.report.compose import compose
from kano_app.report.html import html_of
from kano_app.report.html.page import page_of
from kano_app.report.html.writer import Writer

_NAMES = ("Wi-Fi", "Late check-out", "Quiet at night", "Minibar", "Daily linen change")
_VOID = {"meta", "img", "br", "link"}
_MAY_STAND = {
    *("html", "head", "title", "meta", "style", "body", "header", "nav", "main", "footer", "section", "div", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "br", "q", "ul", "ol", "li", "dl", "dt", "dd", "img"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "g", "path", "text", "tspan", "defs", "use", "rect", "clippath", "polygon"),
}


class _Page(HTMLParser):
    """What a page holds, as a parser sees it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag == name]


@cache
def _text(**report: Any) -> str:
    return html_of(*studied(survey_of(_NAMES), **report)).decode()


@cache
def _page(**report: Any) -> _Page:
    return _Page(_text(**report))


@pytest.mark.parametrize(("code", "tag"), [("en", "en"), ("zh_CN", "zh-Hans"), ("zh_TW", "zh-Hant")])
def test_the_page_says_its_language(code: str, tag: str) -> None:
    assert _page(language=code).of("html") == [{"lang": tag}]


def test_there_are_landmarks_one_title_and_a_way_past_the_contents() -> None:
    page = _page()
    for name in ("header", "nav", "main", "footer", "h1"):
        assert len(page.of(name)) == 1, name
    assert page.of("a")[0] == {"class": "skip", "href": "#content"}
    assert page.of("main")[0]["id"] == "content"


def test_headings_skip_no_level() -> None:
    levels = [int(tag[1]) for tag, _ in _page().elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headings_with_a_scope() -> None:
    page = _page()
    assert len(page.of("caption")) == len(page.of("table")) > 3
    assert {one.get("scope") for one in page.of("th")} == {"col", "row"}


def test_every_chart_is_a_figure_with_a_caption_and_its_findings_in_words() -> None:
    page = _page()
    drawn = [one for one in page.of("svg") if one.get("role") == "img"]
    assert len(page.of("figure")) == len(page.of("figcaption")) == len(drawn) >= 3
    named = " ".join(one["aria-label"] for one in drawn)
    assert "Must-be: “Wi-Fi”" in named
    assert "Satisfies most where it is there: “" in named
    assert all(one.get("aria-hidden") == "true" for one in page.of("svg") if one not in drawn)


def test_text_in_charts_is_text() -> None:
    assert "Late check-out</text>" in _text()


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_loaded_and_nothing_runs(code: str) -> None:
    text = _text(language=code)
    page = _Page(text)
    policy = next(one for one in page.of("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert "http" not in re.sub(r'xmlns(:xlink)?="http://www.w3.org/[^"]*"|http-equiv', "", text)
    assert "url(" not in re.sub(r"url\(#c\d+-", "", text)
    _is_inert(page)


def _is_inert(page: _Page) -> None:
    assert {tag for tag, _ in page.elements} <= _MAY_STAND
    for _, attributes in page.elements:
        assert not any(key.startswith("on") for key in attributes)
        for key in ("href", "xlink:href"):
            assert attributes.get(key, "#").startswith("#")
        assert attributes.get("src", "data:").startswith("data:")


def test_every_id_is_there_once_and_every_link_leads_somewhere() -> None:
    page = _page()
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.elements:
        for key in ("href", "xlink:href", "aria-labelledby"):
            if key in attributes:
                assert attributes[key].lstrip("#") in ids


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_study_gives_the_same_bytes(code: str) -> None:
    assert html_of(*studied(survey_of(_NAMES), language=code)).decode() == _text(language=code)


def test_hostile_text_stands_there_as_it_was_written() -> None:
    text = html_of(*hostile()).decode()
    page = _Page(text)
    _is_inert(page)
    assert page.of("img") == []
    shown = "".join(page.texts)
    for name in (*PLAIN, TURNED_SHOWN, CONTROLS_SHOWN):
        assert name in shown
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]", text)


def test_a_logo_stands_inside_the_page_and_a_broken_one_does_not() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0H4V4Z" fill="#123456"/></svg>'
    (logo,) = _page(branding=Branding(logo=Logo.of(svg))).of("img")
    assert logo["src"].startswith("data:image/svg+xml;base64,")
    assert logo["alt"] == "Harbour Hotel"
    assert _page(branding=Branding(logo=Logo.of(b"no picture"))).of("img") == []


def test_a_study_of_shares_has_a_page_too() -> None:
    page = _Page(html_of(*studied(shared({"Wi-Fi": (0.5, 0.2, 0.1, 0.2, 0, 0)}))).decode())
    assert len(page.of("h1")) == 1


@dataclass(frozen=True)
class _Novelty:
    """A kind of block that the writer has never seen."""

    title: str
    rows: tuple[tuple[str, str], ...]
    items: tuple[str, ...]
    inner: Heading


def test_a_block_of_an_unknown_kind_is_written_by_what_it_holds() -> None:
    block = _Novelty("On <top>", (("Owner", "Desk"),), ("one", "two"), Heading("Below", 2))
    text = Writer(language("en")).block(block)
    assert "<p>On &lt;top&gt;</p>" in text
    assert "<dt>Owner</dt><dd>Desk</dd>" in text
    assert "<li>one</li><li>two</li>" in text
    assert "<h2>Below</h2>" in text or ">Below<" in text


def test_every_block_of_the_report_is_known_by_its_own_rule() -> None:
    project, findings, roadmap = studied(survey_of(_NAMES))
    document = compose(project, findings, roadmap)
    writer = Writer(document.language)
    strange: list[object] = []
    writer._unknown = lambda block: strange.append(block) or ""  # type: ignore[func-returns-value, method-assign]
    for block in document.blocks:
        writer.block(block)
    assert strange == []


def test_a_document_without_a_title_is_called_what_it_is() -> None:
    document = compose(*studied(survey_of(_NAMES)))
    bare = replace(document, title="", blocks=(Heading("Only"), Grid(("a",), (), (False,))))
    assert isinstance(bare, Document)
    assert f"<h1>{document.subject}</h1>" in page_of(bare)
