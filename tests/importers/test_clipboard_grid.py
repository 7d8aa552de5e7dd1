"""A block copied from a spreadsheet is a grid like any other, and no file is written for it."""

import pytest

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers import clipboard
from kano_app.importers.readers.grid import Grid

TABBED = "F1_f\tF1_d\nI like it\tI dislike it\nI expect it\tI dislike it\n"
ROWS = (("F1_f", "F1_d"), ("I like it", "I dislike it"), ("I expect it", "I dislike it"))


def read(text: str, html: str | None = None) -> Grid:
    return clipboard.grid(text, html, Findings("clipboard"))


def streamed(grid: Grid) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for chunk in grid.chunks(lambda _: None):
        assert chunk.first_row == len(rows) + 1
        columns = [[*column.values, ""] for column in chunk.columns]
        rows += [
            tuple(values[column.codes[at]] for values, column in zip(columns, chunk.columns, strict=True))
            for at in range(chunk.length)
        ]
    return rows


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_between_tabs_are_a_grid_whose_stream_is_its_head(end: str) -> None:
    grid = read(TABBED.replace("\n", end))
    assert grid.head == ROWS
    assert streamed(grid) == list(ROWS)


def test_line_breaks_and_quotation_marks_in_cells_stay() -> None:
    assert read('"How do you\nfeel?"\t"so ""good"""\r\n1\t2\r\n').head == (
        ("How do you\nfeel?", 'so "good"'),
        ("1", "2"),
    )


def test_a_quotation_mark_that_stands_for_itself_is_no_beginning() -> None:
    assert read('5"\t"wide" screen\n1\t2\n').head == (('5"', '"wide" screen'), ("1", "2"))
    assert read('a\t"b\n1\t2\n').head == (("a", '"b'), ("1", "2"))


def test_rows_of_different_length_are_filled_up_and_blank_ones_at_the_end_left_out() -> None:
    assert read("a\tb\tc\n1\n2\t3\n\t\n\n").head == (("a", "b", "c"), ("1", "", ""), ("2", "3", ""))


def test_a_table_of_a_web_page_is_read_where_the_text_has_no_tabs() -> None:
    html = (
        "<html><head><style>td {color: red}</style></head><body><!--StartFragment--><table><colgroup><col></colgroup>"
        "<tr><td colspan=2 rowspan='2'>Wi-Fi &amp;\n  more<br>today</td><th>x</th></tr><tr><td>y</td></tr>"
        "<tr><td><b>I</b> like&nbsp;it</td><td></td><td>9</tr></table><!--EndFragment--></body></html>"
    )
    assert read("Wi-Fi", html).head == (
        ("Wi-Fi & more\ntoday", "", "x"),
        ("", "", "y"),
        ("I like it", "", "9"),
    )


def test_of_several_tables_the_largest_is_read_and_wild_spans_are_bounded() -> None:
    html = "<table><tr><td>note</td></tr></table><table><tr><td>a<td colspan=99999999999>b<tr><td rowspan=-1>c</table>"
    assert read("", html).head == (("a", "b"), ("c", ""))


def test_text_with_commas_is_read_where_nothing_else_is_given() -> None:
    assert read(TABBED.replace("\t", ",")).head == ROWS
    assert read(TABBED.replace("\t", ";"), "<p>no table</p>").head == ROWS


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n\t", "\x00", "\ufeff"])
def test_nothing_copied_is_said(text: str) -> None:
    with pytest.raises(Unusable) as told:
        read(text, "<p></p>")
    assert (told.value.problem.code, told.value.problem.facts["reason"]) == (Code.FILE_EMPTY, "clipboard")


def test_a_million_columns_are_refused() -> None:
    with pytest.raises(Unusable) as told:
        read("a\n" + "\t" * 1_000_000 + "x")
    assert (told.value.problem.code, told.value.problem.row) == (Code.FILE_TOO_LARGE, 2)
