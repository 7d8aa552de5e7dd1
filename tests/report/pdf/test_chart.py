"""A chart in the PDF is lines and text of the document: searchable, in its fonts, the same bytes every time."""

import io
import math
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke
from matplotlib.transforms import IdentityTransform
from reportlab.pdfgen.canvas import Canvas

from kano_app.report.pdf.chart import CanvasRenderer, Chart
from kano_app.report.pdf.fonts import FontBook

MakePdf = Callable[..., bytes]


def satisfaction_map(axes: Axes) -> None:
    axes.set_position((0.1, 0.1, 0.85, 0.85))
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="不满系数 Worse", ylabel="满意系数 Better")
    axes.axhline(0.5, ls="--", lw=0.8, color="#888888")
    for index in range(30):
        x, y = index * 37 % 100 / 100, index * 61 % 100 / 100
        axes.plot([x], [y], marker="osD^v"[index % 5], ms=5, color="#1f77b4", alpha=0.8)
        axes.text(x, y, f"{index} Wi-Fi 速度", fontsize=7, va="center")


def operators(pdf: bytes) -> list[tuple[str, list[Any]]]:
    """Return every drawing operator of the first page with its operands."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        content = pikepdf.parse_content_stream(document.pages[0])
        return [(str(step.operator), [plain(value) for value in step.operands]) for step in content]


def plain(value: Any) -> Any:
    """Return an operand that outlives its document: numbers as float."""
    if isinstance(value, pikepdf.Array):
        return [plain(item) for item in value]
    return float(value) if isinstance(value, int | float | Decimal) else str(value)


def places(pdf: bytes) -> list[list[float]]:
    """Return the matrix of every label; reportlab writes one of its own before it."""
    return [values for name, values in operators(pdf) if name == "Tm"][1::2]


def text_of(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


@pytest.fixture
def chart_pdf(make_pdf: MakePdf, book: FontBook) -> Callable[[Callable[[Axes], object]], bytes]:
    def make(draw: Callable[[Axes], object]) -> bytes:
        def draw_alone(axes: Axes) -> None:
            axes.set_axis_off()
            draw(axes)

        return make_pdf([Chart(book, draw_alone, 300, 200)], book)

    return make


ChartPdf = Callable[[Callable[[Axes], object]], bytes]


def test_all_labels_are_found_by_a_search(make_pdf: MakePdf, book: FontBook) -> None:
    found = text_of(make_pdf([Chart(book, satisfaction_map, 300, 200)], book))
    assert all(f"{index} Wi-Fi 速度" in found for index in range(30))
    assert "不满系数 Worse" in found
    assert "满意系数 Better" in found


def test_the_same_chart_is_the_same_bytes(make_pdf: MakePdf, book: FontBook) -> None:
    first, second = (make_pdf([Chart(book, satisfaction_map, 300, 200, alt="图")], book) for _ in range(2))
    assert first == second


def test_a_chart_brings_no_font_of_its_own(make_pdf: MakePdf, book: FontBook) -> None:
    pdf = make_pdf([Chart(book, satisfaction_map, 300, 200)], book)
    resources: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    assert {font["/BaseFont"].split("+")[1] for font in resources["/Font"].values()} == {
        "NotoSans-Regular",
        "NotoSansSC-Regular",
    }
    assert b"Helvetica" not in pdf
    assert b"DejaVu" not in pdf


@pytest.mark.parametrize("name", ["$x$", r"$\alpha_1$", r"\$5", "<b>早餐</b> &amp;", "a_b^c", "50% {x}", "$"])
def test_formulas_and_markup_are_literal_in_labels(chart_pdf: ChartPdf, name: str) -> None:
    assert name in text_of(chart_pdf(lambda axes: axes.text(0.5, 0.5, name)))


def test_an_emoji_in_a_label_is_printed_as_its_code_and_counted(chart_pdf: ChartPdf, book: FontBook) -> None:
    assert "[U+1F3E8]" in text_of(chart_pdf(lambda axes: axes.text(0.1, 0.5, "🏨")))
    assert book.missing == {"🏨": 1}


@pytest.mark.parametrize(
    ("weight", "font"), [("bold", "SemiBold"), (600, "SemiBold"), (500, "Regular"), ("normal", "Regular")]
)
def test_heavy_text_is_semibold(chart_pdf: ChartPdf, weight: object, font: str) -> None:
    pdf = chart_pdf(lambda axes: axes.text(0.5, 0.5, "Kano", weight=weight))
    assert f"NotoSans-{font}".encode() in pdf
    assert (b"SemiBold" in pdf) == (font == "SemiBold")


def test_a_turned_label_stands_on_its_turned_baseline(chart_pdf: ChartPdf) -> None:
    pdf = chart_pdf(lambda axes: axes.text(0.5, 0.5, "Kano", rotation=30))
    cos, sin = math.cos(math.pi / 6), math.sin(math.pi / 6)
    assert places(pdf)[0][:4] == pytest.approx([cos, sin, -sin, cos], abs=1e-5)


def test_dashes_caps_joins_alpha_and_width_are_those_of_the_line(chart_pdf: ChartPdf) -> None:
    pdf = chart_pdf(
        lambda axes: axes.plot(
            [0, 1, 2],
            [0, 1, 0],
            ls=(1, (4, 2)),
            lw=2,
            alpha=0.5,
            color="#ff0000",
            dash_capstyle="round",
            dash_joinstyle="bevel",
        )
    )
    found = operators(pdf)
    assert ("d", [[8, 4], 2]) in found
    assert ("w", [2]) in found
    assert ("J", [1]) in found
    assert ("j", [2]) in found
    assert ("RG", [1, 0, 0]) in found
    with pikepdf.open(io.BytesIO(pdf)) as document:
        states = document.pages[0].Resources.ExtGState
        assert [float(state.CA) for state in states.values() if "/CA" in state] == [0.5]


def test_what_lies_outside_the_axes_is_clipped(chart_pdf: ChartPdf) -> None:
    names = [name for name, _ in operators(chart_pdf(lambda axes: axes.plot([0, 9], [0, 9], scalex=False)))]
    assert "W" in names or "W*" in names
    assert names.count("q") == names.count("Q")


def test_curves_are_drawn_as_curves_and_markers_once_each(chart_pdf: ChartPdf) -> None:
    names = [name for name, _ in operators(chart_pdf(lambda axes: axes.scatter([1, 2, 3], [1, 2, 3], marker="o")))]
    assert names.count("c") == 3 * 8
    assert names.count("B") == 3


def test_a_quadratic_curve_becomes_the_same_cubic(chart_pdf: ChartPdf) -> None:
    outline = Outline([(0, 0), (30, 60), (60, 0)], [Outline.MOVETO, Outline.CURVE3, Outline.CURVE3])
    patch = PathPatch(outline, fc="none", transform=IdentityTransform(), clip_on=False)
    curves = [values for name, values in operators(chart_pdf(lambda axes: axes.add_artist(patch))) if name == "c"]
    assert curves == [[20, 40, 40, 40, 60, 0]]


def test_a_hatch_is_lines_inside_its_shape(chart_pdf: ChartPdf) -> None:
    plain = operators(chart_pdf(lambda axes: axes.bar([1], [1])))
    hatched = operators(chart_pdf(lambda axes: axes.bar([1], [1], hatch="//")))
    assert len([name for name, _ in hatched if name == "l"]) > len([name for name, _ in plain if name == "l"]) + 20


def test_what_is_invisible_is_not_written(chart_pdf: ChartPdf) -> None:
    names = [name for name, _ in operators(chart_pdf(lambda axes: axes.axvspan(0, 1, fc="none", ec="none")))]
    assert not {"f", "F", "S", "B"} & set(names)


def test_an_image_is_refused(chart_pdf: ChartPdf) -> None:
    with pytest.raises(NotImplementedError, match="images"):
        chart_pdf(lambda axes: axes.imshow([[0, 1], [1, 0]]))


def test_path_effects_on_text_are_refused(chart_pdf: ChartPdf) -> None:
    with pytest.raises(NotImplementedError, match="bbox"):
        chart_pdf(lambda axes: axes.text(0, 0, "x", path_effects=[withStroke(linewidth=2, foreground="w")]))


def test_a_label_is_measured_in_the_document_s_fonts(book: FontBook) -> None:
    figure = Figure(figsize=(4, 3), dpi=72)
    label = figure.text(0.5, 0.5, "Wi-Fi 速度 $x$", fontsize=9)
    renderer = CanvasRenderer(book, Canvas(io.BytesIO(), initialFontName=book.initial_font), 288, 216)
    box = label.get_window_extent(renderer)
    assert box.width == pytest.approx(book.width("Wi-Fi 速度 $x$", 9))
    assert box.height == pytest.approx(book.ascent(9) + book.descent(9))


def test_labels_measured_to_fit_stay_inside_the_chart(make_pdf: MakePdf, book: FontBook) -> None:
    def draw(axes: Axes) -> None:
        axes.set_axis_off()
        axes.text(1, 1, "右上角 Right", ha="right", va="top", transform=axes.transAxes)
        axes.text(0, 0, "左下角 Left", ha="left", va="bottom", transform=axes.transAxes)

    right, left = places(make_pdf([Chart(book, draw, 300, 200)], book))
    assert right[4] + book.width("右上角 Right", 10) == pytest.approx(300, abs=0.01)
    assert right[5] + book.ascent(10) == pytest.approx(200, abs=0.01)
    assert (left[4], left[5] - book.descent(10)) == pytest.approx((0, 0), abs=0.01)


def test_what_a_chart_shows_is_told_to_those_who_do_not_see_it(make_pdf: MakePdf, book: FontBook) -> None:
    pdf = make_pdf([Chart(book, satisfaction_map, 300, 200, alt="满意 map (a)")], book)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        steps = [step for step in pikepdf.parse_content_stream(document.pages[0]) if str(step.operator) == "BDC"]
        marks: Any = [step.operands[1] for step in steps]
        assert [str(mark.Alt) for mark in marks] == ["满意 map (a)"]


def test_no_font_of_matplotlib_is_opened() -> None:
    program = (
        "import io, matplotlib.font_manager as fonts\n"
        "def refuse(*args, **kwargs): raise AssertionError('matplotlib looks for a font')\n"
        "fonts.FontManager.findfont = fonts.FontManager._find_fonts_by_props = refuse\n"
        "from reportlab.pdfgen.canvas import Canvas\n"
        "from kano_app.report.pdf.chart import Chart\n"
        "from kano_app.report.pdf.fonts import FontBook\n"
        "book = FontBook('en')\n"
        "canvas = Canvas(io.BytesIO(), initialFontName=book.initial_font)\n"
        "def draw(axes):\n"
        "    axes.set(xlabel='x', title='a\\nb'); axes.plot([1, 2], label='L'); axes.legend(title='t')\n"
        "Chart(book, draw, 300, 200).drawOn(canvas, 0, 0)\n"
        "canvas.save()\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
