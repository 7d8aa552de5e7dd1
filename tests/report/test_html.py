import re
from dataclasses import dataclass, replace
from functools import cache, partial
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from exporting import CONTROLS_SHOWN, PLAIN, TURNED_SHOWN, Study, hostile, studied, survey_of
from making import counted, shared

from kano_app.charts.category_shares import category_shares
from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.charts.sensitivity_grid import sensitivity_grid
from kano_app.charts.stability_bars import stability_bars
from kano_app.charts.wave_drift import wave_drift
from kano_app.domain.branding import Branding, Logo, contrast
from kano_app.domain.survey import Trait
from kano_app.i18n import LANGUAGES, language
from kano_app.report.blocks import Document, Drawing, Grid, Heading
from kano_app.report.compose import compose
from kano_app.report.html import html_of
from kano_app.report.html.alternative import findings_of
from kano_app.report.html.page import page_of
from kano_app.report.html.style import style_of
from kano_app.report.html.writer import Writer

_NAMES = ("Wi-Fi", "Late check-out", "Quiet at night", "Minibar", "Daily linen change")
_VOID = {"meta", "img", "br", "link"}
_MAY_STAND = {
    *("html", "head", "title", "meta", "style", "body", "header", "nav", "main", "footer", "section", "div", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "br", "q", "ul", "ol", "li", "dl", "dt", "dd", "img"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "g", "path", "text", "tspan", "defs", "use", "rect", "clippath", "pattern", "polygon"),
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
    assert "Satisfies most where it is there: “" in named
    assert all(one.get("aria-hidden") == "true" for one in page.of("svg") if one not in drawn)


def _compared() -> Study:
    survey = survey_of(_NAMES, 22)
    object.__setattr__(survey, "traits", (Trait("Age", ("under 30", "over 30"), (np.arange(22) > 9).astype(np.int32)),))
    return studied(survey, {"segments": ("Age",)})


@cache
def _told() -> dict[str, str]:
    """Return what is said of each chart of a study, by the function that draws it."""
    document = compose(*_compared())
    blocks = [block for block in document.blocks if isinstance(block, Drawing)]
    return {getattr(block.draw, "func", block.draw).__name__: findings_of(block, document.language) for block in blocks}


def test_every_chart_has_a_text_of_its_own() -> None:
    told = _told()
    assert set(told) == {
        *("satisfaction_map", "category_shares", "stability_bars", "sensitivity_grid", "group_intervals"),
        "continuous_map",
    }
    assert all(told.values())
    assert len(set(told.values())) == len(told)


def test_what_is_said_of_a_chart_is_read_aloud_behind_its_caption() -> None:
    text = _text()
    for label in (one["aria-label"] for one in _page().of("svg") if one.get("role") == "img"):
        caption = next(one for one in re.findall("<figcaption>(.*?)</figcaption>", text) if label.startswith(one))
        assert len(label) > len(caption) + 20


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        ("satisfaction_map", ("In the quarters of the map – ", "Satisfies most", "Dissatisfies most")),
        ("category_shares", ("People agree most on “", "They agree least on “")),
        ("stability_bars", ("Too close to tell: “Wi-Fi” between Performance ",)),
        ("sensitivity_grid", ("of 5 features keep their category",)),
        ("group_intervals", ("The groups differ by more than chance on ", "Better lies furthest apart", "(under 30)")),
        ("continuous_map", ("By the region of their means – ", "Highest functional mean: “", "Highest dysfunctional")),
    ],
)
def test_the_text_of_a_chart_says_what_the_chart_shows(chart: str, told: tuple[str, ...]) -> None:
    for part in told:
        assert part in _told()[chart]


def _drawn(block: Drawing) -> str:
    return findings_of(block, language("en"))


def test_the_text_on_shares_says_where_people_agree_most_and_least() -> None:
    _, findings, _ = studied(counted({"Wi-Fi": "M9 P1", "Lift": "M4 I4 A2"}))
    draw = partial(category_shares, results=findings.features, language=language("en"), names_width=9)
    assert _drawn(Drawing(draw, 9, (0, 0, 0, 0), "")) == (
        "People agree most on “Wi-Fi” (Must-be 90 %). They agree least on “Lift” (Must-be "
        "40 % and Indifferent 40 %). Two parts of 30 % or more "
        "each: “Lift” (Must-be 40 % and Indifferent 40 %)."
    )


def test_the_text_on_stability_says_between_what_it_is_too_close() -> None:
    _, findings, _ = studied(counted({"Wi-Fi": "M99 P1", "Lift": "M9 I8", "Bar": "M2"}))
    draw = partial(stability_bars, results=findings.features, language=language("en"), names_width=9)
    told = _drawn(Drawing(draw, 9, (0, 0, 0, 0), ""))
    assert told.startswith("Clear: “Wi-Fi”. Too close to tell: “Lift” between Must-be ")
    assert " and Indifferent " in told
    assert told.endswith("Too few answers to tell: “Bar”.")


def test_the_text_on_sensitivity_says_what_changes_under_which_choice() -> None:
    _, findings, _ = studied(counted({"Wi-Fi": "M99 P1", "Lift": "R9 I8"}))
    draw = partial(sensitivity_grid, results=findings.features, language=language("en"), names_width=9)
    told = _drawn(Drawing(draw, 9, (0, 0, 0, 0), ""))
    assert told.startswith("1 of 2 features keep their category under every choice.")
    assert "R and Q beside: “Lift” (Indifferent)" in told


def test_the_text_on_waves_says_what_changed_and_how_far() -> None:
    study = studied(counted({"Wi-Fi": "A9 I1", "Lift": "I9"}), later=counted({"Wi-Fi": "M9 I1", "Lift": "I9"}))
    assert study[1].waves is not None
    draw = partial(wave_drift, step=study[1].waves.steps[0], language=language("en"))
    assert _drawn(Drawing(draw, 9, (0, 0, 0, 0), "")) == (
        "Another category than before: “Wi-Fi” from Attractive to Must-be. Better changed most on “Wi-Fi”, from 0.90 "
        "to 0.00. Worse changed most on “Wi-Fi”, from 0.00 to −0.90."
    )


def test_the_text_on_a_map_says_which_feature_lies_apart_from_its_category() -> None:
    _, findings, roadmap = studied(counted({"Wi-Fi": "P5 A4 M1", "Lift": "M9 I1", "Bar": "A4 P3 M3"}))
    assert findings.features
    numbered = [(item.rank, item.result) for item in roadmap.items]
    draw = partial(satisfaction_map, features=numbered, language=language("en"))
    assert "In another quarter than that of its own category: “Bar” (Attractive)." in _drawn(
        Drawing(draw, 9, (0, 0, 0, 0), "")
    )


def test_of_many_names_the_first_are_told_and_how_many_there_are_besides() -> None:
    _, findings, _ = studied(counted({f"Feature {place}": "M99 P1" for place in range(12)}))
    draw = partial(stability_bars, results=findings.features, language=language("en"), names_width=9)
    assert "“Feature 5” and 6 more." in _drawn(Drawing(draw, 9, (0, 0, 0, 0), ""))


def test_what_is_drawn_by_nobody_we_know_is_told_by_its_caption_alone() -> None:
    assert _drawn(Drawing(lambda _: None, 9, (0, 0, 0, 0), "A chart.")) == ""


def test_the_cover_shows_its_figures() -> None:
    text = _text()
    assert '<dl class="figures"><div><dt>people</dt><dd>15</dd></div><div><dt>features</dt><dd>5</dd></div>' in text


def test_how_to_read_it_shows_the_shape_of_each_category() -> None:
    assert re.search(r'<dt><svg class="mark"[^>]*>.*?</svg>Must-be</dt>', _text())


def test_titles_have_the_accent_and_a_lighter_one_by_night() -> None:
    text = _text(branding=Branding(accent="#A03020"))
    day, night = re.findall(r"--accent:(#[0-9A-F]{6})", text)
    assert day == "#A03020"
    assert contrast("#12171E") / contrast(night) >= 4.5
    assert "h1,h2{color:var(--accent)}" in text


@pytest.mark.parametrize("colour", ["#000000", "#0000FF", "#7A0000", "#333333", ""])
def test_every_accent_can_be_read_by_day_and_by_night(colour: str) -> None:
    day, night = re.findall(r"--accent:(#[0-9A-Fa-f]{6})", style_of(colour))
    assert contrast(day) >= 4.5
    assert contrast("#12171E") / contrast(night) >= 4.5


def test_on_a_phone_facts_stand_under_their_names_and_no_separator_ends_a_line() -> None:
    style = style_of()
    phone = style[style.index("@media screen and (max-width:40rem)") : style.index("@media print")]
    assert "dl.facts{grid-template-columns:1fr" in phone
    assert "::after" not in style


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
