import pytest
from making import analysed
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kano_app.domain.category import Category
from kano_app.tables import features_table, overview_table, sureness_table
from kano_app.ui.main_window import MainWindow
from kano_app.ui.models.table_model import cell_of
from kano_app.ui.widgets.table_view import TableView

ROWS = {"Wi-Fi": "P9 I1", "=Bed": "M6 I4", "Pool": "Q3", "<b>Bar</b>": "I9 A1"}


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> TableView:
    found = TableView(window.context, features_table(analysed(ROWS)))
    qtbot.addWidget(found)
    found.resize(900, 300)
    found.show()
    return found


def _column(view: TableView, key: str) -> list[str]:
    place = [column.key for column in view.table.columns].index(key)
    return [str(view.proxy.index(row, place).data()) for row in range(view.proxy.rowCount())]


def test_a_heading_sorts_by_value_and_what_is_undefined_stays_last(view: TableView) -> None:
    place = [column.key for column in view.table.columns].index("better")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        view.sortByColumn(place, order)
        assert _column(view, "name")[-1] == "Pool"
    assert _column(view, "name")[0] == "Wi-Fi"


def test_categories_sort_in_their_order_and_keep_their_kind_for_the_mark(view: TableView) -> None:
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert _column(view, "category")[:3] == ["Must-be", "Performance", "Indifferent"]
    assert cell_of(view.proxy.index(0, 1)) is Category.MUST_BE


def test_sureness_sorts_from_clear_to_open(window: MainWindow, qtbot: QtBot) -> None:
    view = TableView(window.context, sureness_table(analysed({"Open": "M5 P5", "Clear": "M50", "Few": "M2"})))
    qtbot.addWidget(view)
    view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert _column(view, "name") == ["Clear", "Open", "Few"]


def test_the_filter_shows_only_rows_with_the_text(view: TableView) -> None:
    view.look_for("MUST")
    assert _column(view, "name") == ["=Bed"]


def test_copying_takes_the_shown_columns_and_no_text_acts_as_a_formula(view: TableView) -> None:
    view.setColumnHidden(2, True)
    view.choose(1)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert "Tie" not in head.split("\t")
    assert row.split("\t")[0] != "=Bed"
    assert row.split("\t")[0].endswith("=Bed")


def test_a_blank_tells_its_reason_and_markup_is_literal(view: TableView) -> None:
    place = [column.key for column in view.table.columns].index("better")
    assert "no answer is attractive" in view.proxy.index(2, place).data(Qt.ItemDataRole.ToolTipRole)
    assert view.proxy.index(3, 0).data() == "<b>Bar</b>"


def test_a_new_version_keeps_what_was_selected_and_sorted(view: TableView) -> None:
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    view.choose(0)
    view.put(features_table(analysed({**ROWS, "Wi-Fi": "A9 I1"})))
    assert view.currentIndex().siblingAtColumn(0).data() == "Wi-Fi"
    assert view.currentIndex().siblingAtColumn(1).data() == "Attractive"
    assert _column(view, "name")[0] == "Wi-Fi"


def test_columns_fill_the_width_until_somebody_drags_one(view: TableView) -> None:
    assert view.horizontalHeader().length() >= view.viewport().width()
    view.horizontalHeader().resizeSection(0, 333)
    view.resize(1000, 300)
    assert view.columnWidth(0) == 333


def test_long_texts_make_their_rows_higher(window: MainWindow, qtbot: QtBot) -> None:
    from kano_app.tables import Column, Kind, Table  # noqa: PLC0415 - for one test

    columns = (Column("name", "Feature", Kind.TEXT), Column("changes", "Changes", Kind.TEXT))
    view = TableView(window.context, Table("long", "Long", columns, (("A", "word " * 60),)))
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    assert view.rowHeight(0) > 60


def test_the_overview_is_shown_with_every_column(window: MainWindow, qtbot: QtBot) -> None:
    view = TableView(window.context, overview_table(analysed(ROWS)))
    qtbot.addWidget(view)
    assert view.proxy.index(0, 3).data().startswith("P 90")
