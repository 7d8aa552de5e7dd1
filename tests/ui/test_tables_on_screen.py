import csv
import io

import pytest
from making import analysed
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kano_app.domain.category import Category
from kano_app.tables import Column, Kind, Table, features_table, overview_table, sureness_table
from kano_app.ui.main_window import MainWindow
from kano_app.ui.models.table_model import cell_of
from kano_app.ui.widgets.results_table import ResultsTable
from kano_app.ui.widgets.table_view import TableView

ROWS = {"Wi-Fi": "P9 I1", "=Bed": "M6 I4", "Pool": "Q3", "<b>Bar</b>": "I9 A1"}


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> TableView:
    found = TableView(window.context, features_table(analysed(ROWS)))
    qtbot.addWidget(found)
    found.resize(900, 300)
    found.show()
    return found


@pytest.fixture
def results(window: MainWindow, qtbot: QtBot) -> ResultsTable:
    found = ResultsTable(window.context)
    qtbot.addWidget(found)
    found.put(analysed(ROWS))
    found.resize(900, 400)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def _pasted() -> list[list[str]]:
    """Return the cells that a spreadsheet takes from the clipboard."""
    return list(csv.reader(io.StringIO(QGuiApplication.clipboard().text(), newline=""), dialect="excel-tab"))


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


def test_what_is_copied_is_a_number_a_cell_as_a_spreadsheet_takes_it(window: MainWindow, qtbot: QtBot) -> None:
    view = TableView(window.context, overview_table(analysed(ROWS)))
    qtbot.addWidget(view)
    view.copy_all()
    head, *rows = _pasted()
    cells = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert head[3:9] == ["A", "P", "M", "I", "R", "Q"]
    assert [cells["Wi-Fi"][letter] for letter in "APMIRQ"] == ["0", "0.9", "0", "0.1", "0", "0"]
    assert (cells["Wi-Fi"]["Better"], cells["Wi-Fi"]["Worse"]) == ("0.9", "-0.9")
    assert float(cells["Wi-Fi"]["Worse between (low)"]) < -0.9 < float(cells["Wi-Fi"]["Worse between (high)"])
    assert (cells["Wi-Fi"]["n"], cells["Wi-Fi"]["Category"]) == ("10", "Performance")
    assert all(not cells["Pool"][one] for one in ("Better", "Worse", "Better between (low)", "Worse between (high)"))
    assert not set("\u2212\u202f%–") & set("".join(cell for row in rows for cell in row[3:]))


def test_decimals_are_copied_as_the_system_writes_them(view: TableView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    view.copy_all()
    head, first, *_ = _pasted()
    assert first[head.index("Better")] == "0,9"


def test_a_text_stays_one_inert_cell_whatever_is_in_it(window: MainWindow, qtbot: QtBot) -> None:
    texts = ("+1", "-1", "@sum", "\t=1", "one\ttwo", "one\ntwo", "one\rtwo", 'a "quoted" one')
    columns = (Column("name", "Feature", Kind.TEXT), Column("n", "n", Kind.COUNT))
    view = TableView(window.context, Table("odd", "Odd", columns, tuple((one, -1) for one in texts)))
    qtbot.addWidget(view)
    view.copy_all()
    _, *rows = _pasted()
    assert [row[0] for row in rows] == ["'+1", "'-1", "'@sum", "'\t=1", "one\ttwo", "one\ntwo", "one\ntwo", texts[-1]]
    assert {row[1] for row in rows} == {"-1"}


def test_rows_are_copied_as_they_are_sorted_and_filtered(view: TableView) -> None:
    view.look_for("i")
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    view.copy_all()
    assert [row[0] for row in _pasted()[1:]] == [
        name if name[0] != "=" else f"'{name}" for name in _column(view, "name")
    ]


def test_escape_clears_the_filter(results: ResultsTable) -> None:
    results.filter.setFocus()
    QTest.keyClicks(results.filter, "must")
    QTest.keyClick(results.filter, Qt.Key.Key_Escape)
    assert results.filter.text() == ""
    assert results.view.proxy.rowCount() == len(ROWS)


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
