from making import analysed, shared

from kano_app.analysis import Blank, analyse
from kano_app.domain.category import Category
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import language
from kano_app.tables import Kind, Split, cell_text, overview_table
from kano_app.tables.cells import raw_cell


def test_the_overview_has_a_row_a_feature_with_the_split_of_its_answers() -> None:
    table = overview_table(analysed({"Wi-Fi": "P6 A2 M1 I1", "Bed": "M9 I1"})).only("name", "category", "split", "n")
    (name, category, split, n), _ = table.rows
    assert (name, category, n) == ("Wi-Fi", Category.PERFORMANCE, 10)
    assert isinstance(split, Split)
    assert cell_text(split, Kind.TEXT, language("zh_CN"), {}) == "A 20% · P 60% · M 10% · I 10%"
    assert raw_cell(split, language("zh_CN")) == "A 20% · P 60% · M 10% · I 10%"


def test_what_shares_without_n_cannot_tell_is_blank_with_the_reason() -> None:
    table = overview_table(analyse(shared({"Bed": (0.5, 0.2, 0.1, 0.1, 0.1, 0.0)}), AnalysisSettings()))
    row = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    assert row["reverse"] == 0.1
    assert row["n"] is Blank.NEEDS_COUNTS
    assert row["better_interval"] is Blank.NEEDS_COUNTS
    assert row["incomplete"] is None
