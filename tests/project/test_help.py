import itertools
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from kano_app import i18n
from kano_app.analysis.coefficients import (
    better,
    better_interval,
    category_strength,
    total_strength,
    worse,
    worse_interval,
)
from kano_app.analysis.continuous import Continuous, continuous
from kano_app.analysis.importance import Stated
from kano_app.analysis.lead import lead
from kano_app.analysis.stability import stability
from kano_app.analysis.verdict import verdict
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import BERGER
from kano_app.domain.settings import AnalysisSettings, Rule
from kano_app.statistics.corrections import holm
from kano_app.statistics.differences import independent_difference
from kano_app.statistics.independence import independence
from kano_app.statistics.sample_size import answers_for_half_width, half_width_of, leader_found
from kano_app.ui.actions import PAGES
from kano_app.ui.dialogs.help_pages import NAMES, read_pages
from kano_app.wording.categories import category_name

HELP = Path(__file__).parents[2] / "resources" / "help"
CODES = ("en", "zh_CN", "zh_TW")
EVERY_PAGE = list(itertools.product(CODES, NAMES))
FIGURES = (
    "evaluation-table",
    "rule",
    "categories",
    "better",
    "strength",
    "stability",
    "fong",
    "continuous",
    "importance",
    "sensitivity",
    "segments",
    "camps",
    "waves",
    "quality",
    "sample-size",
    "flipped",
    "ranks",
)
_ANCHOR = re.compile(r"^#+ .*\S \{#([a-z0-9-]+)\}$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\n]*)\)")
_CJK = "[\u4e00-\u9fff]"


_PICTURE = re.compile(r"^!\[([^\]\n]*)\]\(\.\./\.\./\.\./docs/images/window/[\w-]+\.png\)$", re.MULTILINE)


@cache
def text(code: str, page: str) -> str:
    """Return a page with its pictures as they are told in words."""
    return _PICTURE.sub(r"\1", (HELP / code / f"{page}.md").read_text(encoding="utf-8"))


def anchors(code: str, page: str) -> list[str]:
    return _ANCHOR.findall(text(code, page))


def section(code: str, anchor: str) -> str:
    parts = re.split(r"^## ", text(code, "method"), flags=re.MULTILINE)
    return next(part for part in parts if part.partition("\n")[0].endswith(f"{{#{anchor}}}"))


def counts(*row: int) -> dict[Category, int]:
    return dict(zip(CATEGORIES, row, strict=True))


def written(value: object, decimals: int = 4) -> str:
    assert isinstance(value, int | float), value
    return f"{value:.{decimals}f}".replace("-", "−")


LOAN, TRANSFERS = counts(65, 87, 93, 51, 0, 0), counts(32, 90, 88, 105, 15, 28)
SECURE, APP = counts(90, 174, 18, 42, 7, 27), counts(95, 123, 45, 33, 0, 0)


# The pages


@pytest.mark.parametrize("code", CODES)
def test_guide_and_method_have_the_anchors_of_the_english_ones_in_their_order(code: str) -> None:
    assert anchors(code, "guide") == anchors("en", "guide")
    assert anchors(code, "method") == anchors("en", "method")


@pytest.mark.parametrize("code", CODES)
def test_the_glossary_explains_the_same_terms_in_every_language(code: str) -> None:
    assert sorted(anchors(code, "glossary")) == sorted(anchors("en", "glossary"))


def test_the_english_glossary_is_alphabetical() -> None:
    terms = re.findall(r"^### (.+) \{#", text("en", "glossary"), re.MULTILINE)
    folded = [term.casefold() for term in terms]
    assert len(terms) > 40
    assert folded == sorted(folded)


@pytest.mark.parametrize("code", CODES)
def test_no_anchor_stands_twice_on_any_page_since_help_is_found_by_the_anchor_alone(code: str) -> None:
    every = [anchor for page in NAMES for anchor in anchors(code, page)]
    assert sorted(every) == sorted(set(every))
    assert not set(every) & set(NAMES)


@pytest.mark.parametrize(("code", "page"), EVERY_PAGE)
def test_every_link_leads_to_a_page_or_an_anchor_that_exists(code: str, page: str) -> None:
    for target in _LINK.findall(text(code, page)):
        name, _, anchor = target.partition("#")
        assert name in {"", *NAMES}, target
        assert not anchor or anchor in anchors(code, name or page), target
        assert name or anchor, target


@pytest.mark.parametrize(("code", "page"), EVERY_PAGE)
def test_pages_are_plain_markdown_that_needs_no_network(code: str, page: str) -> None:
    written_page = text(code, page)
    assert not re.search(r"<[a-zA-Z/!]", written_page)
    assert not re.search(r"https?:|www\.|!\[", written_page)
    assert not re.search(r"[!！]", written_page)
    assert written_page.endswith("\n")


@pytest.mark.parametrize("code", CODES)
def test_nothing_of_the_markup_is_left_where_qt_shows_a_page(qapp: QApplication, code: str) -> None:
    assert qapp is not None
    pages = read_pages(HELP, i18n.language(code))
    assert tuple(pages) == NAMES
    for name, page in pages.items():
        assert [one.anchor for one in page.headings if one.anchor] == anchors(code, name)
        assert [one.text for one in page.headings if not one.text.strip() or "{" in one.text] == []
        assert not re.search(r"\*\*|\{#|\]\(|\|--|\n\|", page.document.toPlainText()), name


@pytest.mark.parametrize("page", NAMES)
def test_chinese_pages_have_the_punctuation_of_their_script(page: str) -> None:
    for code, foreign in (("zh_CN", "「」『』"), ("zh_TW", "“”‘")):
        assert not set(foreign) & set(text(code, page)), code
        assert not re.search(rf"{_CJK}[,.;:?\"'] ?{_CJK}", text(code, page)), code
        assert not re.search(rf"{_CJK} +{_CJK}", text(code, page)), code
        paragraphs = [line for line in text(code, page).splitlines() if line and line[0] not in "#|-"]
        assert [one for one in paragraphs if one[-1] not in "。："] == [], code


# What the window asks for


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_the_window_has_its_section_in_the_guide(code: str) -> None:
    found = anchors(code, "guide")
    assert [name for name, _ in PAGES] == found[: len(PAGES)]
    assert {"studies", "keys", "files", "privacy", "trouble"} <= set(found)


def test_every_figure_has_its_section_on_the_method_page() -> None:
    assert tuple(anchors("en", "method")) == FIGURES


@pytest.mark.parametrize("code", CODES)
def test_every_topic_that_f1_opens_is_written(code: str, root: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (root / "kano_app" / "ui").rglob("*.py"))
    topics = set(re.findall(r"^    topic = \"([\w-]+)\"", source, re.MULTILINE))
    assert len(topics) > len(PAGES)
    assert topics <= {anchor for page in NAMES for anchor in anchors(code, page)}


@pytest.mark.parametrize("code", CODES)
def test_the_categories_have_the_names_the_program_gives_them(code: str) -> None:
    for category in CATEGORIES:
        name = category_name(category, i18n.language(code))
        heading = (
            f"### {name} ({category.letter})" if code == "en" else f"### {name}（{category.value}，{category.letter}）"
        )
        assert f"{heading} {{#term-{category.value}}}" in text(code, "glossary")


# The worked examples


@pytest.mark.parametrize("code", CODES)
def test_the_evaluation_table_shown_is_the_one_that_is_used(code: str) -> None:
    rows = re.findall(r"^\| [1-5] .*\|$", section(code, "evaluation-table"), re.MULTILINE)
    shown = [[cell.strip() for cell in row.strip("|").split("|")][1:] for row in rows]
    assert shown == [[BERGER.category(f, d).letter for d in range(1, 6)] for f in range(1, 6)]


def _given() -> Mapping[str, tuple[str, ...]]:
    """Return what the program computes, by the section in which it is worked by hand."""
    settings = AnalysisSettings()
    strength = category_strength(APP, 296)
    held = stability(APP, Category.PERFORMANCE, settings)
    first, close = lead(APP), lead(counts(101, 0, 0, 81, 0, 114))
    cells = np.zeros((5, 5), dtype=int)
    cells[0, 4] = cells[0, 2] = cells[1, 4] = 1
    means = continuous(cells)
    assert isinstance(means, Continuous)
    stated = Stated(mean=7.729, n=358, highest=9, above=True)
    cohorts = np.array([[8, 36, 19, 23], [34, 21, 11, 27], [25, 18, 7, 28], [11, 35, 15, 20]])
    test = independence(cohorts, 9999, (1,))
    assert test is not None
    expected = cohorts[0].sum() * cohorts[:, 0].sum() / cohorts.sum()
    change = independent_difference((44, 86), (46, 81))
    assert change is not None
    found = [leader_found(n, 20000, 1) for n in (20, 50, 200)]
    pleased, angered = better(SECURE), worse(SECURE)
    assert isinstance(pleased, float)
    assert isinstance(angered, float)
    worth = pleased - angered
    assert found[2] > 0.99
    assert holm([0.0936, 1.59e-5, 0.0615, 0.0801, 7.09e-5])[1] == pytest.approx(5 * 1.59e-5)
    return {
        "rule": (written(100 * (93 - 87) / 296, 2), "210 > 148"),
        "categories": tuple(written(100 * APP[one] / 296, 1) for one in CATEGORIES[:4]),
        "better": (
            written(better(SECURE)),
            written(worse(SECURE)),
            *(written(end) for end in better_interval(SECURE, 0.95)),
            *(written(end) for end in worse_interval(SECURE, 0.95)),
        ),
        "strength": (written(100 * strength.value, 2), written(100 * total_strength(APP, 296), 2)),
        "stability": (written(100 * held.leads, 0) + "%",),
        "fong": (str(first.difference), written(first.limit, 3), written(close.limit, 3), written(close.binomial_p, 3)),
        "continuous": (
            written(means.functional, 3),
            written(means.dysfunctional, 3),
            written(means.functional_sd, 3),
        ),
        "importance": (written(better(SECURE)), written(stated.weighted(better(SECURE)))),
        "segments": (
            written(test.chi_square, 3),
            written(test.cramers_v, 3),
            written(test.p, 7),
            written(expected, 2),
            written((8 - expected) ** 2 / expected, 2),
        ),
        "waves": (
            *(written(value) for value in (change.value, 44 / 86, 46 / 81, 90 / 167, change.low, change.high)),
            *(written(value, 3) for value in (change.z, change.p)),
        ),
        "quality": (written(100 * 28 / 358, 1) + "%",),
        "sample-size": (
            *(str(answers_for_half_width(half)) for half in (0.10, 0.05)),
            written(half_width_of(12), 3),
            *(written(100 * share, 0) + "%" for share in found[:2]),
        ),
        "ranks": (written(worth), written(worth / 5), "25", "975"),
    }


@pytest.fixture(scope="module")
def given() -> Mapping[str, tuple[str, ...]]:
    return _given()


@pytest.mark.parametrize("code", CODES)
def test_the_worked_numbers_are_those_the_program_computes(code: str, given: Mapping[str, tuple[str, ...]]) -> None:
    for anchor, numbers in given.items():
        shown = section(code, anchor).replace(" %", "%")
        for number in numbers:
            assert re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", shown), f"{anchor}: {number}"


def test_the_worked_verdicts_are_those_the_program_gives() -> None:
    def judged(row: dict[Category, int], settings: AnalysisSettings) -> Category | None:
        found = verdict(row, sum(row.values()), settings)
        return None if found is None else found.category

    assert judged(LOAN, AnalysisSettings()) is Category.ATTRACTIVE
    assert judged(LOAN, AnalysisSettings(rule=Rule.PRECEDENCE, points=5)) is Category.PERFORMANCE
    assert judged(TRANSFERS, AnalysisSettings()) is Category.INDIFFERENT
    assert judged(TRANSFERS, AnalysisSettings(rule=Rule.BLAUTH)) is Category.PERFORMANCE
    assert [BERGER.category(*pair) for pair in ((1, 5), (2, 5), (1, 3), (5, 1))] == [
        Category.PERFORMANCE,
        Category.MUST_BE,
        Category.ATTRACTIVE,
        Category.REVERSE,
    ]
    held = stability(APP, Category.PERFORMANCE, AnalysisSettings())
    assert (held.word.value, held.rival) == ("clear", Category.MUST_BE)
