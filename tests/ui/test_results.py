from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from making import CELLS, counted, people, shared
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import BERGER, POULIOT
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.domain.settings import Correction, QuadrantLines, ReverseAndQuestionable, Rule
from kano_app.domain.survey import Survey, Trait
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.results import ResultsPage
from kano_app.ui.widgets.results_table import OverviewView

HORIZONTAL = Qt.Orientation.Horizontal
Open = Callable[[Project], MainWindow]


def _study(survey: Survey) -> Project:
    return replace(edits.new_study("Hotel"), surveys=(survey,))


def _people() -> Survey:
    """Return forty people: a plain must-be, a close call, one nobody wants, and one with a missing half."""
    letters = {"Bed": "M" * 40, "Wi-Fi": "P" * 21 + "A" * 19, "Linen": "R" * 30 + "I" * 10}
    survey = people({name: [CELLS[one] for one in row] for name, row in letters.items()})
    codes = np.array([0, 1] * 20, dtype=np.int32)
    return replace(survey, traits=(Trait("Age & group", ("18–34", "35+"), codes),))


@pytest.fixture
def page(opened: Open) -> ResultsPage:
    return _page(opened, _people())


def _page(opened: Open, survey: Survey) -> ResultsPage:
    ResultsPage.working_open = True
    window = opened(_study(survey))
    window.go("results")
    found = window.pages["results"]
    assert isinstance(found, ResultsPage)
    return found


def _column(page: ResultsPage, key: str) -> list[str]:
    view = page.table.view
    place = [column.key for column in view.table.columns].index(key)
    return [str(view.proxy.index(row, place).data()) for row in range(view.proxy.rowCount())]


def _pick(box: QComboBox, place: int) -> None:
    """Choose from the list by the keyboard, as a person does."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    view = box.view()
    for _ in range(box.count()):
        if view.currentIndex().row() != place:
            QTest.keyClick(view, Qt.Key.Key_Down if view.currentIndex().row() < place else Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)


def _settled(page: ResultsPage, qtbot: QtBot) -> None:
    findings = page.context.findings
    qtbot.waitUntil(lambda: not findings.is_stale, timeout=20_000)


def test_the_table_shows_every_feature_and_the_rail_what_is_open(page: ResultsPage) -> None:
    assert _column(page, "name") == ["Bed", "Wi-Fi", "Linen"]
    assert _column(page, "category") == ["Must-be", "Performance", "Reverse"]
    assert page.state() == "too close to tell: 1"


def test_selecting_a_row_selects_on_the_map_in_the_working_and_on_every_page(page: ResultsPage) -> None:
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_Down)
    assert page.map.chart._chosen == "Wi-Fi"
    assert page.working.name.text() == "Wi-Fi"
    assert page.context.window.feature == "Wi-Fi"  # type: ignore[attr-defined] # the real window


def test_picking_on_the_map_selects_the_row(page: ResultsPage) -> None:
    QTest.keyClick(page.map.chart, Qt.Key.Key_Right)
    QTest.keyClick(page.map.chart, Qt.Key.Key_Right)
    assert page.table.view.currentIndex().siblingAtColumn(0).data() == "Linen"


def test_another_page_selects_here(page: ResultsPage) -> None:
    page.context.window.select("Linen")
    assert page.working.name.text() == "Linen"


def test_the_working_can_be_checked_by_hand(page: ResultsPage) -> None:
    page.context.window.select("Wi-Fi")
    told = page.working.told()
    assert "A 19 · P 21 · M 0 · I 0 · R 0 · Q 0 of 40 pairs." in told
    assert "(A + P) / (A + P + M + I) = (19 + 21) / 40 = 1.00" in told
    assert "−(P + M) / (A + P + M + I) = −(21 + 0) / 40 = −0.53" in told
    assert "of draws; the rival is attractive." in told
    assert "that P leads A may be chance" in told
    assert page.working.grid.accessibleDescription() == "like / neutral: 19 A; like / dislike: 21 P"


def test_a_reverse_feature_shows_the_flipped_statement(page: ResultsPage) -> None:
    page.context.window.select("Linen")
    assert "Flipped statement: As if its absence had been the feature: Performance." in page.working.told()


def test_what_counts_cannot_tell_is_said(opened: Open) -> None:
    page = _page(opened, counted({"Bed": "M9 I1", "Pool": "Q3"}))
    assert "Needs pairs of answers" in page.working.no_grid.text()
    assert page.working.camps.isHidden()
    page.context.window.select("Pool")
    assert "no answer is attractive, performance, must-be or indifferent" in page.working.told()


def test_shares_without_n_are_shown_without_what_needs_n(opened: Open) -> None:
    page = _page(opened, shared({"Bed": (0.5, 0.2, 0.1, 0.1, 0.1, 0.0)}))
    assert "Needs counts" in page.working.told()
    assert page.state() == "1 feature"
    for tab in page.panels:
        page.tabs.turn(tab)


@pytest.mark.parametrize(
    ("name", "place", "setting", "value"),
    [
        ("rule", 2, "rule", Rule.BLAUTH),
        ("treatment", 1, "reverse_and_questionable", ReverseAndQuestionable.BESIDE),
        ("confidence", 0, "confidence", 0.80),
        ("table", 1, "table", POULIOT),
    ],
)
def test_each_choice_of_method_is_a_step_that_is_undone(
    page: ResultsPage, name: str, place: int, setting: str, value: Any
) -> None:
    box = getattr(page.method, name)
    before = box.currentIndex()
    _pick(box, place)
    assert getattr(page.context.project.analysis, setting) == value
    while page.context.document.undo_stack.canUndo():
        page.context.document.undo_stack.undo()
    assert box.currentIndex() == before


def test_the_results_follow_a_choice(page: ResultsPage, qtbot: QtBot) -> None:
    _pick(page.method.treatment, 1)
    _settled(page, qtbot)
    assert _column(page, "category")[2] == "Indifferent"


def test_points_belong_to_the_precedence_rule_and_typing_them_is_one_step(page: ResultsPage) -> None:
    assert page.method.within.isHidden()
    _pick(page.method.rule, 1)
    assert not page.method.within.isHidden()
    steps = page.context.document.undo_stack.count()
    page.method.points.selectAll()
    QTest.keyClicks(page.method.points, "12")
    assert page.context.project.analysis.points == 12
    assert page.context.document.undo_stack.count() == steps + 1


def test_an_own_table_is_edited_cell_by_cell_and_told_what_is_unusual(page: ResultsPage) -> None:
    _pick(page.method.table, 2)
    assert page.own_table is not None
    assert page.own_table.isVisible()
    assert page.own_table.hints.isHidden()
    _pick(page.own_table.cells[0, 0], 2)
    table = page.context.project.analysis.table
    assert table.category(1, 1) is Category.ATTRACTIVE
    assert "(1, 1) A / Q" in page.own_table.hints.text()
    page.own_table.name.selectAll()
    QTest.keyClicks(page.own_table.name, "Ours")
    assert page.context.project.analysis.table.name == "Ours"
    _pick(page.method.table, 0)
    assert page.context.project.analysis.table == BERGER
    assert page.own_table.isHidden()
    _pick(page.method.table, 2)
    assert page.context.project.analysis.table.name == "Ours"


def test_columns_are_chosen_and_remembered_in_other_studies(
    page: ResultsPage, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OverviewView, "shown_keys", set(OverviewView.shown_keys))
    action = next(one for one in page.table.view.column_menu().actions() if one.text() == "Total strength")
    action.trigger()
    again = _page(opened, _people())
    place = [column.key for column in again.table.view.table.columns].index("total_strength")
    assert not again.table.view.isColumnHidden(place)


def test_the_filter_and_copy_work_on_what_is_shown(page: ResultsPage) -> None:
    QTest.keyClicks(page.table.filter, "wi-fi")
    assert _column(page, "name") == ["Wi-Fi"]
    page.table.view.copy_all()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_every_tab_is_reached_by_the_arrow_keys_and_has_its_help(page: ResultsPage, qtbot: QtBot) -> None:
    first = page.tabs.line.buttons["map"]
    first.setFocus()
    topics = []
    for _ in set(page.panels) - {"votes"}:  # there are none, so they have no tab
        QTest.keyClick(page.tabs.line, Qt.Key.Key_Right)
        topics.append(page.help_topic())
    assert topics == ["categories", "stability", "continuous", "segments", "sensitivity", "waves", "quality", "better"]
    page.method.rule.setFocus()
    assert page.help_topic() == "evaluation-table"
    del qtbot


def test_ticking_a_trait_compares_its_groups(page: ResultsPage, qtbot: QtBot) -> None:
    page.tabs.turn("segments")
    (box,) = page.segments.trait_boxes()
    assert box.accessibleName() == "Age & group"
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert page.context.project.analysis.segments == ("Age & group",)
    qtbot.waitUntil(lambda: page.segments.heading.text() == "Age & group", timeout=20_000)
    assert page.segments.differences.view is not None
    assert page.segments.differences.view.proxy.rowCount() == 3
    _pick(page.segments.correction, 1)
    assert page.context.project.analysis.correction is Correction.BENJAMINI_HOCHBERG


def test_camps_are_compared_from_the_working_and_left_again(page: ResultsPage, qtbot: QtBot) -> None:
    page.context.window.select("Wi-Fi")
    QTest.mouseClick(page.working.camps, Qt.MouseButton.LeftButton)
    assert page.tabs.current == "segments"
    camps = page.context.project.analysis.camps
    assert camps is not None
    assert camps.feature == "Wi-Fi"
    qtbot.waitUntil(lambda: "Wi-Fi" in page.segments.heading.text(), timeout=20_000)
    _pick(page.segments.first, 4)
    assert page.context.project.analysis.camps.first is not None  # type: ignore[union-attr] # still set
    leave = page.segments.camps.layout().itemAt(3).widget()  # type: ignore[union-attr] # the button
    leave.click()  # type: ignore[union-attr] # a button
    assert page.context.project.analysis.camps is None


def test_one_wave_says_how_a_later_one_comes_and_a_trait_can_date_the_answers(page: ResultsPage, qtbot: QtBot) -> None:
    page.tabs.turn("waves")
    waves: Any = page.panels["waves"][1]
    assert waves.empty.isVisible()
    _pick(waves.by, 1)
    assert page.context.project.analysis.wave_by == "Age & group"
    qtbot.waitUntil(lambda: waves.table.view is not None, timeout=20_000)
    assert not waves.empty.isVisible()
    assert waves.steps.currentText() == "18–34 › 35+"


def test_the_middle_lines_of_the_map_are_a_choice_of_the_study(page: ResultsPage) -> None:
    page.map.lines.setFocus()
    QTest.keyClick(page.map.lines, Qt.Key.Key_Space)
    assert page.context.project.report.quadrant_lines is QuadrantLines.MEAN
    page.context.document.undo_stack.undo()
    assert not page.map.lines.isChecked()


def test_the_tab_can_have_all_the_room(page: ResultsPage) -> None:
    page.tabs.wide.click()
    assert page.table.isHidden()
    page.tabs.wide.click()
    assert not page.table.isHidden()


def test_the_working_closes_to_a_strip_with_the_name(page: ResultsPage) -> None:
    page.working.toggle.click()
    assert page.working.inside.isHidden()
    assert page.working.name.isVisible()
    assert ResultsPage.working_open is False


def test_a_study_without_answers_says_what_belongs_here(opened: Open) -> None:
    page = _page(opened, edits.add_features(edits.new_study(), ["Bed"]).survey)
    assert page.stack.currentIndex() == 1
    assert page.state() == ""
    page.context.apply("Type", lambda project: edits.add_people(project, 1))
    assert page.stack.currentIndex() == 1


def test_answers_that_are_typed_appear_by_themselves(opened: Open, qtbot: QtBot) -> None:
    page = _page(opened, edits.add_features(edits.new_study(), ["Bed"]).survey)

    def answered(project: Project) -> Project:
        return replace(project, surveys=(people({"Bed": [CELLS["M"]] * 6}),))

    page.context.apply("Type", answered)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 0 and bool(_column(page, "name")), timeout=20_000)
    assert _column(page, "category") == ["Must-be"]


def test_the_arrow_keys_on_the_closed_list_do_not_open_the_own_table_in_passing(page: ResultsPage) -> None:
    box = page.method.table
    box.setFocus()
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Pouliot (in Berger 1993)"
    assert page.context.project.analysis.table == POULIOT
    assert page.own_table is None


def test_hiding_the_own_table_gives_the_focus_back_to_what_opened_it(page: ResultsPage) -> None:
    page.window().activateWindow()
    _pick(page.method.table, 2)
    assert page.own_table is not None
    page.own_table.name.setFocus()
    QTest.keyClick(page.own_table.name, Qt.Key.Key_Escape)
    assert not page.own_table.isVisible()
    assert page.method.cells.hasFocus()
    QTest.keyClick(page.method.cells, Qt.Key.Key_Space)
    page.own_table.name.setFocus()
    page.context.window.run("undo")
    assert not page.own_table.isVisible()
    assert page.method.table.hasFocus()


@pytest.mark.parametrize("tab", ["map", "shares", "sensitivity"])
@pytest.mark.parametrize("tongue", ["en", "zh_CN", "zh_TW"])
def test_category_bar_better_and_worse_are_seen_without_scrolling(opened: Open, tab: str, tongue: str) -> None:
    window = opened(_study(_people()))
    window.resize(1100, 700)
    window.prefer(replace(window.preferences, language=tongue))
    window.go("results")
    page = window.pages["results"]
    assert isinstance(page, ResultsPage)
    page.tabs.turn(tab)
    QCoreApplication.processEvents()
    view = page.table.view
    assert view.horizontalScrollBar().maximum() == 0
    metrics = view.horizontalHeader().fontMetrics()
    for key in ("category", "split", "better", "worse"):
        place = [column.key for column in view.table.columns].index(key)
        assert not view.isColumnHidden(place)
        assert view.columnWidth(place) >= metrics.horizontalAdvance(str(view.proxy.headerData(place, HORIZONTAL)))


def test_the_names_of_tables_are_not_cut(page: ResultsPage) -> None:
    box = page.method.table
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().startswith("Pouliot")
    assert box.width() >= box.fontMetrics().horizontalAdvance(box.currentText()) + 40


def test_what_a_room_said_and_voted_stands_in_the_working_and_is_not_pooled(opened: Open) -> None:
    study = edits.add_features(edits.new_study("Room"), ["Wi-Fi"])
    study = entry.begin(study, entry.Setup(Mode.VOTES, people=("", ""), practice=False))
    study = entry.vote(entry.vote(study, Category.MUST_BE), Category.ATTRACTIVE)
    feature = study.survey.features[0].id
    study = edits.write_note(edits.answer(study, {(0, 0): (1, 5), (1, 0): (1, 5)}), 0, feature, "for <b>calls</b>")
    page = _page(opened, study.survey)
    page.select(feature)
    told = page.working.told()
    assert "A 1 · M 1: direct votes" in told
    assert "for <b>calls</b>" in told
    assert "P 2" in told


def _dozen() -> Survey:
    """Return twelve features in the corners of the map."""
    mixes = ("M30 I10", "P30 A10", "A25 I15", "I30 M10", "P20 M20", "A20 P20")
    names = ("Clean room", "Fast Wi-Fi", "Local tips", "Welcome drink", "Late check-out", "Quiet at night")
    rows = {
        f"{name}{more}": [CELLS[one[0]] for one in mix.split() for _ in range(int(one[1:]) - place * shift)]
        + [CELLS["I"]] * (2 * place * shift)
        for shift, more in enumerate(("", " on request"))
        for place, (name, mix) in enumerate(zip(names, mixes, strict=True))
    }
    return people(rows)


def _wide(opened: Open, survey: Survey, width: int, height: int, *, is_open: bool | None = None) -> ResultsPage:
    ResultsPage.working_open = is_open
    window = opened(_study(survey))
    window.resize(width, height)
    window.go("results")
    found = window.pages["results"]
    assert isinstance(found, ResultsPage)
    return found


def test_a_map_of_a_dozen_names_has_the_width_for_them(opened: Open) -> None:
    page = _wide(opened, _people(), 1400, 900)
    QCoreApplication.processEvents()
    assert page.tabs.width() >= 620
    assert page.table.width() >= 508
    assert page.table.view.horizontalScrollBar().maximum() == 0


def test_where_numbers_stand_on_the_map_their_key_is_in_sight_and_lies_on_nothing(opened: Open, qtbot: QtBot) -> None:
    page = _wide(opened, _dozen(), 1100, 700)
    column = page.map.map
    column._retry.stop()
    column.chart.numbered.emit(True)
    qtbot.waitUntil(lambda: not column._fit_later.isActive())
    assert column.key.isVisible()
    assert column.key.geometry().top() > column.chart.geometry().bottom()
    assert column.legend.geometry().top() > column.key.geometry().bottom()
    assert column.key.geometry().bottom() <= column.viewport().height()
    assert not column.note.isVisible()


def test_opening_the_working_in_a_low_window_shows_the_whole_grid(opened: Open, qtbot: QtBot) -> None:
    page = _wide(opened, _people(), 1100, 700)
    assert not page.working.is_open
    page.working.toggle.click()
    grid, area = page.working.grid, page._scrolled.viewport()

    def is_whole() -> bool:
        top = grid.mapTo(area, grid.rect().topLeft()).y()
        return top >= 0 and top + grid.height() <= area.height() and grid.visibleRegion().boundingRect() == grid.rect()

    qtbot.waitUntil(is_whole)


def test_a_long_name_over_the_working_loses_its_middle_and_is_whole_in_its_tip(opened: Open) -> None:
    name = "A very long feature name that goes on and on about early check-in with a smile at the desk of the lobby"
    page = _wide(opened, people({name: [CELLS["M"]] * 9}), 1100, 700, is_open=True)
    QCoreApplication.processEvents()
    shown = page.working.name.shown
    assert "…" in shown
    assert shown.endswith(name[-6:])
    assert name in page.working.name.toolTip()


def test_a_filter_without_a_hit_says_so_and_is_cleared(page: ResultsPage) -> None:
    QTest.keyClicks(page.table.filter, "qqq")
    assert page.table.none.isVisible()
    assert "qqq" in page.table.nothing.text()
    page.table.clear_filter()
    assert not page.table.none.isVisible()
    assert page.table.filter.text() == ""
