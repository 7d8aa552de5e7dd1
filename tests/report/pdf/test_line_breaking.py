"""Lines of mixed Chinese and Latin text end where a careful typesetter ends them."""

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kano_app.report.pdf.line_breaking import CLOSING, OPENING, Line, break_lines, is_cjk, opportunities, tokens


def measure(text: str, style: str) -> float:
    size = 14.0 if style == "large" else 10.0
    return sum(size if is_cjk(char) else size * 0.55 for char in text)


def lines_of(text: str, width: float) -> list[str]:
    return [line.text for line in break_lines([(text, "plain")], width, measure)]


def joined(text: str) -> str:
    # A zero-width space is a space, too, though not to Python.
    return "".join(text.replace("\u200b", "").split())


WORDS = [
    "Wi-Fi",
    "3.5%",
    "24/7",
    "−0.81",
    "n = 84",
    "kano@example.com",
    "it’s",
    "23°C",
    "1–5",
    "café",
    "¥100",
    "(Mbps)",
]
HAN = st.text("酒店房间早餐服务速度前台很慢滿意係數的是在ガあ", min_size=1, max_size=12)
CORES = st.one_of(HAN, st.sampled_from(WORDS), st.text("abcdefgHIJ0123456789", min_size=1, max_size=14))
UNITS = st.tuples(
    st.text(sorted(OPENING), max_size=2),
    CORES,
    st.text(sorted(CLOSING), max_size=2),
    st.sampled_from(["", "", " ", "  "]),
).map("".join)
MIXED = st.lists(UNITS, min_size=1, max_size=40).map("".join)
STYLED = st.lists(st.tuples(MIXED, st.sampled_from(["plain", "large"])), min_size=1, max_size=5)
WIDTHS = st.floats(200, 600)
MANY = settings(max_examples=150, deadline=None)


def fits(text: str, width: float, style: str = "large") -> bool:
    return all(measure(token.text, style) <= width for token in tokens(text))


@MANY
@given(STYLED, WIDTHS)
def test_nothing_but_spaces_at_line_ends_is_lost(spans: list[tuple[str, str]], width: float) -> None:
    text = "".join(part for part, _ in spans)
    lines = break_lines(spans, width, measure)
    assert joined("".join(line.text for line in lines)) == joined(text)
    for line in lines:
        assert text[line.start :].startswith(line.text)
    gaps = [text[line.start + len(line.text) : after.start] for line, after in pairwise(lines)]
    assert not "".join(gaps).strip()


@MANY
@given(STYLED, st.floats(1, 600))
def test_styles_stay_with_their_characters(spans: list[tuple[str, str]], width: float) -> None:
    wanted = [(char, style) for text, style in spans for char in text if char != " "]
    lines = break_lines(spans, width, measure)
    assert [(char, style) for line in lines for text, style in line.pieces for char in text if char != " "] == wanted


@MANY
@given(STYLED, st.floats(15, 600))
def test_no_line_is_wider_than_the_width(spans: list[tuple[str, str]], width: float) -> None:
    for line in break_lines(spans, width, measure):
        assert line.width == pytest.approx(sum(measure(*piece) for piece in line.pieces))
        assert line.width <= width + 0.001


@MANY
@given(MIXED, WIDTHS)
def test_closing_marks_never_begin_and_opening_marks_never_end_a_line(text: str, width: float) -> None:
    assume(fits(text, width))
    lines = lines_of(text, width)
    assert all(line[0] not in CLOSING for line in lines[1:])
    assert all(line[-1] not in OPENING for line in lines[:-1])


@MANY
@given(MIXED, WIDTHS)
def test_a_latin_word_that_fits_is_never_broken(text: str, width: float) -> None:
    assume(fits(text, width))
    for before, after in pairwise(break_lines([(text, "plain")], width, measure)):
        at = after.start
        if text[at - 1] != " ":
            assert not (text[at - 1].isascii() and text[at].isascii()), (before.text, after.text)


@MANY
@given(MIXED)
def test_tokens_put_together_are_the_text(text: str) -> None:
    assert "".join(token.text + token.space for token in tokens(text)) == text


@MANY
@given(st.text(max_size=60), st.floats(0.5, 100))
def test_any_text_at_all_is_kept(text: str, width: float) -> None:
    lines = break_lines([(text, "plain")], width, measure)
    assert joined("".join(line.text for line in lines)) == joined(text)
    assert "".join(token.text + token.space for token in tokens(text)) == text


@MANY
@given(st.text(max_size=60))
def test_an_accent_is_never_parted_from_its_letter(text: str) -> None:
    for line in break_lines([(text, "plain")], 1, measure)[1:]:
        if line.start and text[line.start - 1] not in " \n" and line.text:
            assert category(line.text[0])[0] != "M"


@pytest.mark.parametrize(
    "word", [*WORDS[:4], "https://example.com/a?b=c&d=e", "f(x)", "don’t", "N·m", "R²", "col-lege's"]
)
def test_a_word_stays_whole_inside_chinese(word: str) -> None:
    assert [token.text for token in tokens(f"使用{word}时")] == ["使", "用", word, "时"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("满意（Better）为0.59，好。", ["满", "意", "（Better）", "为", "0.59，", "好。"]),
        ("说“好”了", ["说", "“好”", "了"]),
        ("功能《附录A》；见", ["功", "能", "《附", "录", "A》；", "见"]),
        ("意见——值得……", ["意", "见——", "值", "得……"]),
        ("n = 84", ["n", "=", "84"]),
        ("满意(Better)吗?", ["满", "意", "(Better)", "吗?"]),
        ("he said “no”, then", ["he", "said", "“no”,", "then"]),
        ("占63%的", ["占", "63%", "的"]),
        ("ラーメン", ["ラー", "メ", "ン"]),
        ("40 % and 15 ％ of 20", ["40 %", "and", "15 ％", "of", "20"]),
        ("and % of", ["and", "%", "of"]),
        ("10\u00a0000 km", ["10\u00a0000", "km"]),
        ("甲 ，乙", ["甲 ，", "乙"]),
        ('说"好"了', ['说"好"了']),
    ],
)
def test_marks_stick_to_their_neighbours(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokens(text)] == parts


def test_a_name_of_five_hundred_characters_is_broken_anywhere() -> None:
    lines = lines_of("x" * 500, 100)
    assert "".join(lines) == "x" * 500
    assert {len(line) for line in lines[:-1]} == {18}


def test_a_long_word_begins_a_line_of_its_own() -> None:
    assert lines_of("a " + "x" * 30, 100) == ["a", "x" * 18, "x" * 12]


def test_spaces_are_broken_before_words_where_marks_leave_no_good_place() -> None:
    assert lines_of("aaaa … bbbb … cccc", 40) == ["aaaa …", "bbbb …", "cccc"]
    assert lines_of("aaaaaa …… bbbbbb", 40) == ["aaaaaa", "……", "bbbbbb"]


def test_a_number_and_its_per_cent_are_never_parted() -> None:
    assert lines_of("of 40 % here", 33) == ["of", "40 %", "here"]
    assert lines_of("1234567 %", 33) == ["123456", "7 %"]


def test_line_feeds_end_lines_and_empty_paragraphs_stay() -> None:
    assert lines_of("甲\n\n乙 \n", 100) == ["甲", "", "乙", ""]
    assert lines_of("", 100) == [""]


def test_spaces_at_the_end_hang_over_the_edge_and_vanish() -> None:
    assert break_lines([("aa    bb", "plain")], 12, measure)[0] == Line((("aa", "plain"),), 11.0, 0)


def test_line_feeds_inside_a_token_are_its_space() -> None:
    assert [(token.text, token.space) for token in tokens("a \nb")] == [("a", " \n"), ("b", "")]


def test_nothing_is_asked_before_the_first_character() -> None:
    assert opportunities("") == []
    assert opportunities("  a")[0] == 0


def test_a_break_is_judged_across_styles() -> None:
    lines = break_lines([("一二三", "plain"), ("，四", "large")], 35, measure)
    assert [line.text for line in lines] == ["一二", "三，", "四"]
    assert lines[1].pieces == (("三", "plain"), ("，", "large"))
