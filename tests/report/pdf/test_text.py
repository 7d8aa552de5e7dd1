"""A block of text stands inside its frame, in embedded fonts, and is found by a search."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pdf.drawn import drawn_boxes

from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.text import Span, TextBlock, min_width, natural_width

MakePdf = Callable[..., bytes]
MIXED = (
    "本报告整理了84位住客的回答：“满意系数 Better 0.59”，不满系数Worse为−0.81。Wi-Fi速度（n = 84）的类别是“期望型”，"
    "占比63.1%……其余功能见《附录A》，网址https://example.com/kano；“24小时前台”与“Wi-Fi 太慢”被反复提到——值得优先处理。"
)
ENGLISH = "This report turns 84 guests’ paired answers into a roadmap — “Better” is 0.59, “Worse” −0.81 (n = 84). " * 3


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def block(book: FontBook, text: str, **choices: object) -> TextBlock:
    return TextBlock(book, [Span(text)], **choices)  # type: ignore[arg-type] # any of the block's own arguments


def test_every_font_is_embedded_and_subset(make_pdf: MakePdf) -> None:
    book = FontBook("zh_TW")
    pdf = make_pdf([block(book, MIXED + "滿意摆"), TextBlock(book, [Span("卡諾 Kano 摆", weight="semibold")])], book)
    fonts = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            fonts[font["/BaseFont"]] = font
    faces = {name.split("+")[1] for name in fonts}
    assert faces == {f"NotoSans{face}-{weight}" for face in ("", "TC", "SC") for weight in ("Regular", "SemiBold")}
    assert all("+" in name for name in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in fonts.values())
    assert b"Helvetica" not in pdf


def test_a_mixed_phrase_is_found_as_one(make_pdf: MakePdf, book: FontBook) -> None:
    found = text_of(make_pdf([block(book, MIXED)], book))
    assert "满意系数 Better 0.59" in found
    assert "https://example.com/kano" in found


def test_markup_and_formulas_are_literal(make_pdf: MakePdf, book: FontBook) -> None:
    name = r"<b>早餐</b> $x$ &amp; \n {y} %d (a\)"
    assert name in text_of(make_pdf([block(book, name)], book))


def test_an_emoji_is_printed_as_its_code_and_counted_once(make_pdf: MakePdf, book: FontBook) -> None:
    blocks = [block(book, "海景🏨房")]
    assert book.missing == {"🏨": 1}
    assert "海景[U+1F3E8]房" in text_of(make_pdf(blocks, book))
    assert book.missing == {"🏨": 1}


def test_the_same_blocks_are_the_same_bytes(make_pdf: MakePdf) -> None:
    first, second = (make_pdf([block(book, MIXED)], book) for book in (FontBook("zh_CN"), FontBook("zh_CN")))
    assert first == second


@pytest.mark.parametrize("align", ["left", "right", "center"])
def test_no_text_stands_outside_its_frame(make_pdf: MakePdf, book: FontBook, align: str) -> None:
    texts = [MIXED, ENGLISH, "W" * 500, "（" * 9 + "好" * 60, "e" * 200 + "，好", "“好（是）”。" * 40]
    boxes = drawn_boxes(make_pdf([block(book, text, align=align) for text in texts], book))
    assert len(boxes) > 40
    # The blank half of a mark at the end of a line may hang over.
    blank = 9.5 / 2
    for left, right, baseline in boxes:
        assert 50 - blank - 0.01 <= left <= right <= 350 + blank + 0.01
        assert 50 + 2 <= baseline <= 750 - 9


def test_lines_stand_at_the_side_that_was_chosen(make_pdf: MakePdf, book: FontBook) -> None:
    ends = {
        align: drawn_boxes(make_pdf([block(book, "Kano", align=align)], book))[0]
        for align in ("left", "right", "center")
    }
    assert ends["left"][0] == pytest.approx(50, abs=0.01)
    assert ends["right"][1] == pytest.approx(350, abs=0.01)
    assert sum(ends["center"][:2]) / 2 == pytest.approx(200, abs=0.01)


def test_too_many_lines_end_with_an_ellipsis(make_pdf: MakePdf, book: FontBook) -> None:
    short = block(book, MIXED, max_lines=2)
    assert short.wrap(300, 700)[1] == pytest.approx(2 * 9.5 * 1.4)
    pdf = make_pdf([short], book)
    assert text_of(pdf).strip().endswith("…")
    assert all(right <= 350.01 + 9.5 / 2 for _, right, _ in drawn_boxes(pdf))
    assert "…" not in text_of(make_pdf([block(book, "短", max_lines=1)], book))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80), st.floats(5, 300), st.integers(1, 3))
def test_a_shortened_block_of_any_text_has_at_most_its_lines(text: str, width: float, most: int) -> None:
    short = TextBlock(FontBook("zh_CN"), [Span(text)], max_lines=most, leading=1)
    assert short.wrap(width, 100)[1] <= most * 9.5 + 0.001


def test_a_block_is_split_between_lines_without_orphans(book: FontBook) -> None:
    whole = block(book, MIXED, space_before=3, space_after=5, keep_with_next=True)
    _, height = whole.wrap(200, 1000)
    line = whole.line_height
    total = round(height / line)
    assert whole.split(200, height) == [whole]
    assert whole.split(200, line * 1.9) == []
    for room in range(2, total):
        head, tail = whole.split(200, line * room + 0.1)
        counts = [round(part.wrap(200, 1000)[1] / line) for part in (head, tail)]
        assert counts == [min(room, total - 2), total - min(room, total - 2)]
        assert (head.getSpaceBefore(), head.getSpaceAfter(), tail.getSpaceBefore(), tail.getSpaceAfter()) == (
            3,
            0,
            0,
            5,
        )
        assert not head.getKeepWithNext()
        assert tail.getKeepWithNext()
        assert "".join(line.text for part in (head, tail) for line in part._lines) == "".join(
            line.text for line in whole._lines
        )


def test_a_block_of_three_lines_is_never_split(book: FontBook) -> None:
    three = block(book, "a\nb\nc")
    three.wrap(100, 100)
    assert three.split(100, three.line_height * 2.5) == []


def test_a_split_after_a_line_feed_adds_no_line(book: FontBook) -> None:
    four = block(book, "a\nb\nc\nd")
    four.wrap(100, 100)
    head, tail = four.split(100, four.line_height * 2)
    assert [head.wrap(100, 100)[1], tail.wrap(100, 100)[1]] == pytest.approx([2 * four.line_height] * 2)


def test_text_flows_over_pages_without_loss(make_pdf: MakePdf, book: FontBook) -> None:
    pdf = make_pdf([block(book, MIXED * 20)], book, height=150)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) > 5
    assert sum(page.extract_text().count("录") for page in reader.pages) == 20


def test_a_link_leads_to_its_destination(make_pdf: MakePdf, book: FontBook) -> None:
    class Mark(TextBlock):
        def draw(self) -> None:
            self.canv.bookmarkPage("wifi")
            super().draw()

    spans = [Span("见 "), Span("Wi-Fi 速度", link="#wifi", weight="semibold"), Span(" 一页")]
    pdf = make_pdf([TextBlock(book, spans), Mark(book, [Span("Wi-Fi")])], book)
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    annotations: Any = page["/Annots"]
    links = [annotation.get_object() for annotation in annotations]
    assert len(links) == 1
    left, low, right, high = map(float, links[0]["/Rect"])
    assert left == pytest.approx(50 + book.width("见 ", 9.5), abs=0.01)
    assert right - left == pytest.approx(book.width("Wi-Fi 速度", 9.5, "semibold"), abs=0.01)
    assert high - low == pytest.approx(9.5 * 1.16, abs=0.01)


def test_widths_for_table_columns_are_those_of_word_and_paragraph(book: FontBook) -> None:
    spans = [Span("Wi-Fi 速度（很"), Span("快）\n好", weight="semibold")]
    whole = book.width("Wi-Fi 速度（很", 9.5) + book.width("快）", 9.5, "semibold")
    assert natural_width(book, spans) == pytest.approx(whole - 9.5 / 2)
    assert min_width(book, spans) == pytest.approx(book.width("Wi-Fi", 9.5))
    assert natural_width(book, []) == min_width(book, []) == 0


def test_an_empty_block_is_one_empty_line(make_pdf: MakePdf, book: FontBook) -> None:
    assert TextBlock(book, []).wrap(100, 100)[1] == pytest.approx(9.5 * 1.4)
    assert not text_of(make_pdf([TextBlock(book, []), block(book, "")], book)).strip()


def test_the_face_of_a_quotation_mark_is_judged_across_spans(book: FontBook) -> None:
    mixed = TextBlock(book, [Span("“"), Span("好", weight="semibold")])
    assert [look.font for _, look in mixed._pieces] == ["NotoSansSC-Regular", "NotoSansSC-SemiBold"]


def test_two_chinese_marks_beside_each_other_share_one_square_and_are_still_read(
    make_pdf: MakePdf, book: FontBook
) -> None:
    text = "在“现在”，（单点登录（SSO））“下一步”。好"
    pdf = make_pdf([block(book, text)], book)
    assert text_of(pdf).replace("\n", "") == text
    pairs = ("”，", "，（", "））", "）“", "”。")
    assert natural_width(book, [Span(text)]) == pytest.approx(book.width(text, 9.5) - len(pairs) * 9.5 / 2)


def test_a_mark_at_either_end_of_a_line_hangs_over_with_its_blank_half(book: FontBook) -> None:
    for text in ("“好", "好。", "（好"):
        assert natural_width(book, [Span(text)]) == pytest.approx(1.5 * 9.5)
    assert natural_width(FontBook("zh_TW"), [Span("臺。")]) == pytest.approx(1.75 * 9.5)
    assert natural_width(book, [Span("“good”, he said.")]) == book.width("“good”, he said.", 9.5)


def test_one_chinese_character_is_not_left_alone_on_the_last_line(book: FontBook) -> None:
    short = TextBlock(book, [Span("每个房间都有稳定的 Wi-Fi 6 网络。")])
    short.wrap(natural_width(book, [Span("每个房间都有稳定的 Wi-Fi 6 网")]), 100)
    assert [line.text for line in short._lines] == ["每个房间都有稳定的", "Wi-Fi 6 网络。"]


def test_a_name_too_long_for_its_lines_keeps_its_beginning_and_its_end(book: FontBook) -> None:
    named = NameBlock(book, [Span("7  "), Span("A very long name of a feature that ends with 12")], max_lines=1)
    named.wrap(120, 100)
    (line,) = named._lines
    assert line.text.startswith("7  A very")
    assert line.text.endswith("with 12")
    assert "…" in line.text
    assert line.width <= 120
