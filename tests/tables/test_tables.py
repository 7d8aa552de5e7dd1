import pytest
from making import analysed, planned, shared

from kano_app.analysis import Blank, analyse
from kano_app.domain.category import Category
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import language
from kano_app.tables import cell_text, features_table, raw_cell, roadmap_table
from kano_app.wording.figures import footnote_marks

_EN = language("en")


def _texts(table_row: int, rows: dict[str, str]) -> dict[str, str]:
    table = features_table(analysed(rows))
    marks = footnote_marks(table.blanks)
    return {
        column.key: cell_text(cell, column.kind, _EN, marks)
        for column, cell in zip(table.columns, table.rows[table_row], strict=True)
    }


def test_a_row_reads_as_its_figures() -> None:
    assert _texts(0, {"Wi-Fi": "M2 P5 A1 I2 R1 Q1"}) == {
        "name": "Wi-Fi",
        "category": "Performance",
        "tied": "",
        "n": "12",
        "must-be": "2",
        "performance": "5",
        "attractive": "1",
        "indifferent": "2",
        "reverse": "1",
        "questionable": "1",
        "n_coefficients": "10",
        "better": "0.60",
        "worse": "−0.70",
        "category_strength": "25.0\N{NO-BREAK SPACE}% P–M",
        "total_strength": "66.7\N{NO-BREAK SPACE}%",
    }


def test_a_tie_is_shown_by_its_letters() -> None:
    assert _texts(0, {"Wi-Fi": "M2 P2"})["tied"] == "M = P"


def test_an_undefined_figure_is_a_dash_with_a_footnote_and_never_a_zero() -> None:
    table = features_table(analysed({"Fax": "R3", "Wi-Fi": "P1"}))
    assert table.blanks == (Blank.NO_COEFFICIENT_ANSWERS,)
    assert _texts(0, {"Fax": "R3"})["better"] == "–¹"


def test_a_published_share_table_leaves_blank_what_needs_counts() -> None:
    table = features_table(analyse(shared({"x": (0.5, 0.2, 0.1, 0.2, 0, 0)}), AnalysisSettings()))
    assert table.blanks == (Blank.NEEDS_COUNTS,)
    assert table.only("better").rows[0][0] == pytest.approx(0.3)


def test_programs_get_full_precision_and_nothing_for_what_is_undefined() -> None:
    assert raw_cell(1 / 3, _EN) == 1 / 3
    assert raw_cell(Blank.NO_ANSWERS, _EN) is None
    assert raw_cell(Category.MUST_BE, _EN) == "must-be"


def test_columns_can_be_chosen_without_changing_their_cells() -> None:
    table = roadmap_table(planned({"Wi-Fi": "P1", "Bed": "M1"})).only("name", "rank")
    assert table.rows == (("Bed", 1), ("Wi-Fi", 2))
