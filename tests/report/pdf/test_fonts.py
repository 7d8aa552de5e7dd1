"""Every character of any text is set in a face that has it, or shown by its code and counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from kano_app.report.pdf.fonts import FontBook, visible

LATIN, SC, TC = "NotoSans-Regular", "NotoSansSC-Regular", "NotoSansTC-Regular"


def parts(text: str, language: str = "zh_CN") -> list[tuple[str, str]]:
    names = {LATIN: "L", SC: "S", TC: "T"}
    return [(names[run.font], run.text) for run in FontBook(language).runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wi-Fi 速度", [("L", "Wi-Fi "), ("S", "速度")]),
        ("Ελληνικά Русский Å −0.81", [("L", "Ελληνικά Русский Å −0.81")]),
        ("（Better）", [("S", "（"), ("L", "Better"), ("S", "）")]),
        ("ラーメンＡ，。", [("S", "ラーメンＡ，。")]),
        ("→ ≥ ✓", [("S", "→"), ("L", " "), ("S", "≥"), ("L", " "), ("S", "✓")]),
    ],
)
def test_latin_takes_the_latin_and_chinese_the_chinese_face(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Better” is it’s best — yes…", [("L", "“Better” is it’s best — yes…")]),
        ("说“好”", [("S", "说“好”")]),
        ("说 “Better” 的", [("S", "说"), ("L", " “Better” "), ("S", "的")]),
        ("the “满意” score", [("L", "the "), ("S", "“满意”"), ("L", " score")]),
        ("“24 小时”", [("S", "“"), ("L", "24 "), ("S", "小时”")]),
        ("意见——值得……", [("S", "意见——值得……")]),
        ("“‘好’”", [("S", "“‘好’”")]),
        ("“", [("L", "“")]),
        ("n · 满", [("L", "n · "), ("S", "满")]),
        ("‘it’s’好", [("L", "‘it’s’"), ("S", "好")]),
    ],
)
def test_shared_marks_take_the_face_they_hug(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


def test_traditional_documents_borrow_simplified_characters_one_by_one() -> None:
    assert parts("滿摆", "zh_TW") == [("T", "滿"), ("S", "摆")]
    assert parts("滿摆", "en") == [("S", "滿摆")]


def test_an_accent_stays_in_the_face_of_its_letter() -> None:
    assert parts("e\u0301满\u0301") == [("L", "e\u0301"), ("S", "满\u0301")]


@pytest.mark.parametrize(
    ("text", "printed", "counted"),
    [
        ("海景🏨房", "海景[U+1F3E8]房", {"🏨": 1}),
        ("🏨🏨", "[U+1F3E8][U+1F3E8]", {"🏨": 2}),
        ("👨\u200d💻!", "[U+1F468+U+200D+U+1F4BB]!", {"👨\u200d💻": 1}),
        ("❤\ufe0f", "[U+2764+U+FE0F]", {"❤\ufe0f": 1}),
        ("👍🏽", "[U+1F44D+U+1F3FD]", {"👍🏽": 1}),
        ("a\x07b\x00", "a[U+0007]b[U+0000]", {"\x07": 1, "\x00": 1}),
        ("한", "[U+D55C]", {"한": 1}),
        ("\ud800", "[U+D800]", {"\ud800": 1}),
        ("☎\ufe0f", "☎", {}),
        ("a\tb\nc", "a b c", {}),
    ],
)
def test_what_no_font_has_is_visible_and_counted(text: str, printed: str, counted: dict[str, int]) -> None:
    book = FontBook("zh_CN")
    assert "".join(run.text for run in book.runs(text)) == printed
    assert book.missing == counted


def test_measuring_counts_nothing() -> None:
    book = FontBook("en")
    assert book.width("🏨", 10) == pytest.approx(book.width("[U+1F3E8]", 10))
    assert not book.missing


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(["en", "zh_CN", "zh_TW"]), st.sampled_from(["regular", "semibold"]))
def test_every_printed_character_has_a_glyph(text: str, language: str, weight: str) -> None:
    book = FontBook(language)
    for run in book.runs(text, weight):
        glyphs = pdfmetrics.getFont(run.font).face.charToGlyph
        assert all(ord(char) in glyphs for char in run.text)
    assert "".join(run.text for run in book.runs(visible("🏨"), weight)) == "[U+1F3E8]"


def test_widths_add_up_and_are_those_of_reportlab() -> None:
    book = FontBook("zh_CN")
    assert book.width("满意", 10) == pytest.approx(20)
    assert book.width("Wi-Fi", 10) == pytest.approx(pdfmetrics.stringWidth("Wi-Fi", LATIN, 10))
    assert book.width("Wi-Fi满意", 10, "semibold") > book.width("Wi-Fi满意", 10)


def test_a_second_book_uses_the_fonts_of_the_first() -> None:
    fonts = []
    for _ in range(2):
        FontBook("zh_CN").runs("满意")
        fonts.append(pdfmetrics.getFont(SC))
    assert fonts[0] is fonts[1]


def test_the_line_box_holds_accents_and_tails() -> None:
    book = FontBook("en")
    assert book.ascent(10) == pytest.approx(9.2)
    assert book.descent(10) == pytest.approx(2.4)


def test_what_turns_the_direction_of_a_text_is_shown_by_its_number() -> None:
    book = FontBook("en")
    assert book.shown("exe\u202efdp.\u2066x\u200f") == "exe[U+202E]fdp.[U+2066]x[U+200F]"
    assert sum(book.missing.values()) == 3
