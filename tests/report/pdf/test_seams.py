"""Chinese and Latin characters stand a little apart where no space parts them, and are read as they were written."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pdf.drawn import drawn_boxes, made

from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.name import NameBlock
from kano_app.report.pdf.seams import GAP, seams
from kano_app.report.pdf.text import Span, TextBlock, natural_width

MakePdf = Callable[..., bytes]
SIZE = 9.5
TEXTS = (
    "满意系数 0.19",
    "工作量21天",
    "84位受访者评价了 12 项服务特性",
    "没有它，79%的人会不满（不满意系数 −0.79），n = 84 人",
    "稳定的Wi-Fi 与 “24 小时前台” 和café里",
    "稳定的 Wi-Fi，落入“现在”。（单点登录（SSO））、“快速””、“好”",
    "第 5 步之后",
    "占 63% 的人",
)


def block(book: FontBook, text: str, **choices: object) -> TextBlock:
    return TextBlock(book, [Span(text)], **choices)  # type: ignore[arg-type] # any of the block's own arguments


def in_line(book: FontBook, *texts: str) -> float:
    """Return the width of texts that stand beside each other with the usual room."""
    return sum(book.width(text, SIZE) for text in texts) + (len(texts) - 1) * GAP * SIZE


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("工作量21天", [3, 5]),
        ("Kano模型", [4]),
        ("占63%的", [1, 4]),
        ("为−0.81", [1]),
        ("あA α之", [1, 4]),
    ],
)
def test_a_seam_is_between_han_and_letters_or_numbers(text: str, places: list[int]) -> None:
    assert list(seams(text)) == places


@pytest.mark.parametrize(
    "text",
    [
        "",
        "84 guests",
        "好，12",
        "（84）位",
        "好 12",
        "12 好",
        "好  12",
        "好\u00a012",
        "好\n12",
        "Kano——好",
        "한국 12",
        "甲-乙",
        "“A”和",
    ],
)
def test_there_is_no_seam_beside_marks_line_feeds_or_spaces(text: str) -> None:
    assert not list(seams(text))


def test_a_seam_has_its_room_and_a_written_space_keeps_its_own(make_pdf: MakePdf, book: FontBook) -> None:
    for text, wide in (
        ("工作量21天", in_line(book, "工作量", "21", "天")),
        ("工作量 21天", in_line(book, "工作量 21", "天")),
        ("工作量21 天", in_line(book, "工作量", "21 天")),
        ("工作量 21 天", book.width("工作量 21 天", SIZE)),
    ):
        assert natural_width(book, [Span(text)]) == pytest.approx(wide)
        first, *_, last = drawn_boxes(make_pdf([block(book, text)], book))
        assert last[1] - first[0] == pytest.approx(wide, abs=0.01)


def test_the_room_follows_the_smaller_letters(book: FontBook) -> None:
    small = [Span("7", 8), Span("项", 12)]
    assert natural_width(book, small) == pytest.approx(book.width("7", 8) + 12 + GAP * 8)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.text("好项天 Ka19%−", max_size=6), st.sampled_from([8.0, 9.5, 12.0])), max_size=8))
def test_a_line_is_drawn_as_wide_as_it_is_measured(parts: list[tuple[str, float]]) -> None:
    book = FontBook("zh_CN")
    spans = [Span("始"), *(Span(text, size) for text, size in parts), Span("终", 9.5, "semibold")]
    boxes = drawn_boxes(made([TextBlock(book, spans)], book, width=900))
    assert boxes[-1][1] - boxes[0][0] == pytest.approx(natural_width(book, spans), abs=0.02)


def test_no_room_is_left_at_either_end_of_a_line(make_pdf: MakePdf, book: FontBook) -> None:
    for text, parts in (("满意系数0.19", ["满意系数", "0.19"]), ("第 2026号房间", ["第 2026", "号房间"])):
        width = natural_width(book, [Span(parts[0])])
        broken = block(book, text)
        broken.wrap(width, 100)
        assert [line.text for line in broken._lines] == parts
        assert [line.width for line in broken._lines] == pytest.approx([width, book.width(parts[1], SIZE)])
        for align, side in (("left", 0), ("right", 1)):
            boxes = drawn_boxes(make_pdf([block(book, text, align=align)], book, width=width))
            ends = [box for box in boxes if box[2] == boxes[-1][2]]
            assert (ends[0][0], ends[-1][1])[side] == pytest.approx((50, 50 + width)[side], abs=0.01)


def test_a_text_that_fits_only_without_the_room_is_broken(book: FontBook) -> None:
    tight = block(book, "工作量21天")
    tight.wrap(book.width("工作量21天", SIZE) + GAP * SIZE, 100)
    assert len(tight._lines) == 2
    tight.wrap(natural_width(book, [Span("工作量21天")]), 100)
    assert len(tight._lines) == 1


@pytest.mark.parametrize("kind", [TextBlock, NameBlock])
def test_a_shortened_line_knows_of_the_room(kind: type[TextBlock], make_pdf: MakePdf, book: FontBook) -> None:
    for width in range(20, 100, 3):
        short = kind(book, [Span("客房84位Wi-Fi上网5G更快7天")], max_lines=1)
        short.wrap(width, 100)
        (line,) = short._lines
        assert line.text.count("…") == 1
        assert line.width <= width
        boxes = drawn_boxes(make_pdf([short], book, width=width))
        assert boxes[-1][1] - boxes[0][0] == pytest.approx(line.width, abs=0.02)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_as_it_was_written(text: str, make_pdf: MakePdf, book: FontBook, tmp_path: Path) -> None:
    pdf = make_pdf([block(book, text)], book)
    assert pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().strip() == text
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_textpage().get_text_range().strip() == text
    for mode in ([], ["-raw"], ["-layout"]):
        assert poppler(pdf, tmp_path, *mode).strip() == text


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_marks_that_meet_are_read_on_the_line_they_stand_on(language: str, make_pdf: MakePdf, tmp_path: Path) -> None:
    book = FontBook(language)
    text = "重抽样中有100%落入“现在”。要先做（早餐（免费））、“快速”，再做稳定的 Wi-Fi，“下一步”。" * 9
    pdf = make_pdf([block(book, text)], book)
    for mode in ([], ["-raw"], ["-layout"]):
        lines = [line.strip() for line in poppler(pdf, tmp_path, *mode).splitlines() if line.strip()]
        assert "".join(lines).replace(" ", "").replace("\f", "") == text.replace(" ", "")
        assert not [line for line in lines if line[0] in "。，、）”"]
        assert any("落入“现在”。" in line for line in lines)
        assert any("稳定的 Wi-Fi" in line for line in lines)


def poppler(pdf: bytes, folder: Path, *mode: str) -> str:
    """Return what pdftotext reads."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    (folder / "a.pdf").write_bytes(pdf)
    command = [program, *mode, str(folder / "a.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()
