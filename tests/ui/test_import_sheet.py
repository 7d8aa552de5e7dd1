"""The sheet of an import: what it shows, and that every guess can be corrected by click and by key."""

import csv
import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from confirming import LONG, confirm, sheet_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kano_app import assets, importers
from kano_app.domain.answer import Answer
from kano_app.domain.evidence import Answers
from kano_app.domain.mapping import Layout, Mapping, Role
from kano_app.domain.problem import Code
from kano_app.domain.settings import Direction, ImportSettings, Scale
from kano_app.ui.dialogs.adding import AddDialog, Way
from kano_app.ui.importing.file_model import RowKind
from kano_app.ui.importing.sheet import Sheet
from kano_app.ui.main_window import MainWindow
from kano_app.ui.preferences import Theme

LEFT, CONTROL, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LIKE, EXPECT, NEUTRAL, TOLERATE, DISLIKE = (
    "I like it",
    "I expect it",
    "I am neutral",
    "I can tolerate it",
    "I dislike it",
)
HEAD = ["Respondent", "E-mail", "Age", "Wi-Fi (with)", "Wi-Fi (without)", "Bed (with)", "Bed (without)"]
Row = Sequence[object]


def _people(count: int = 6) -> list[Row]:
    ages = ("18-34", "35-54")
    return [[f"p{at}", f"p{at}@example.org", ages[at % 2], LIKE, DISLIKE, EXPECT, NEUTRAL] for at in range(count)]


def _write(path: Path, *rows: Row) -> Path:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def _own(path: Path) -> Path:
    """Return a file with five wordings nobody knows."""
    words = ("Fab", "Needed", "Meh", "Fine", "Awful")
    rows = [[f"p{at}", words[at % 3], words[2 + at % 3], words[at % 2], words[4 - at % 2]] for at in range(12)]
    return _write(path, ["Respondent", "Wi-Fi (with)", "Wi-Fi (without)", "Bed (with)", "Bed (without)"], *rows)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Callable[[Path], Sheet]:
    window.activateWindow()

    def show(path: Path) -> Sheet:
        window.studies.take(path)
        return sheet_of(window, qtbot, path.name)

    return show


def _settle(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not sheet.draft.is_stale, timeout=LONG)


def _choose(menu: QMenu, *path: str) -> None:
    """Choose an item of a menu by the beginnings of its words."""
    at: QMenu | None = menu
    for step in path:
        assert at is not None
        action: QAction = next(one for one in at.actions() if step in one.text())
        at = QMenu.menuInAction(action)
        if at is None:
            action.trigger()
    menu.close()


def _menu(sheet: Sheet, act: Callable[[], object]) -> QMenu:
    menus: list[QMenu] = []
    sheet.file.menu_opened.connect(menus.append)
    act()
    sheet.file.menu_opened.disconnect(menus.append)
    assert len(menus) == 1
    return menus[0]


def _click_column(sheet: Sheet, column: int) -> QMenu:
    header = sheet.file.header
    sheet.file.go_to(0, column)
    at = QPoint(header.sectionViewportPosition(column) + 10, 10)
    return _menu(sheet, lambda: QTest.mouseClick(header.viewport(), LEFT, pos=at))


def _click_row(sheet: Sheet, row: int) -> QMenu:
    header = sheet.file.verticalHeader()
    at = QPoint(5, header.sectionViewportPosition(row) + 5)
    return _menu(sheet, lambda: QTest.mouseClick(header.viewport(), LEFT, pos=at))


def _role(sheet: Sheet, column: int) -> Role:
    return sheet.file.file.column(column).role


def test_a_file_that_is_understood_is_shown_and_enter_imports_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    assert not window.document.project.survey.features
    assert sheet.head.confirm.text() == "Import 6 people"
    assert sheet.head.summary.text() == "1 heading row, UTF-8 · 6 rows, 7 columns · 2 pairs found, 1 column left out"
    qtbot.waitUntil(sheet.head.confirm.hasFocus)
    QTest.keyClick(sheet.head.confirm, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.sheet is None, timeout=LONG)
    survey = window.document.project.survey
    assert (survey.respondents, [one.name for one in survey.features]) == (6, ["Wi-Fi", "Bed"])
    assert [one.name for one in survey.traits] == ["Age"]
    assert window.page == "answers"


def test_who_people_are_is_not_shown_and_not_taken_unless_it_is_wanted(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    assert _role(sheet, 1) is Role.LEFT_OUT
    cell = sheet.file.file.index(1, 1)
    assert cell.data() == "left out: tells who people are"
    assert "@" not in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    item = sheet.columns.left_out.item(0)
    assert "tells who people are" in item.text()
    item.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: _role(sheet, 1) is Role.TRAIT)
    assert cell.data() == "p0@example.org"
    _settle(sheet, qtbot)


def test_a_column_is_told_by_a_click_on_its_heading_and_the_file_is_read_anew(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    _choose(_click_column(sheet, 2), "left out")
    assert _role(sheet, 2) is Role.LEFT_OUT
    _settle(sheet, qtbot)
    survey = sheet.draft.reading.survey
    assert survey is not None
    assert survey.traits == ()
    assert sheet.file.file.headerData(2, Qt.Orientation.Horizontal) == "C × left out"


def test_a_column_is_told_by_key_and_taken_back_with_control_z(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    sheet.file.setFocus()
    sheet.file.go_to(1, 2)
    _choose(_menu(sheet, lambda: QTest.keyClick(sheet.file, Qt.Key.Key_Space)), "who answered")
    assert (_role(sheet, 0), _role(sheet, 2)) == (Role.LEFT_OUT, Role.RESPONDENT)
    QTest.keyClick(sheet.file, Qt.Key.Key_Z, CONTROL)
    assert (_role(sheet, 0), _role(sheet, 2)) == (Role.RESPONDENT, Role.TRAIT)
    QTest.keyClick(sheet.file, Qt.Key.Key_Y, CONTROL)
    assert _role(sheet, 2) is Role.RESPONDENT
    sheet.head.undo.click()
    _settle(sheet, qtbot)
    assert not window.document.undo_stack.canUndo()
    assert sheet.head.confirm.text() == "Import 6 people"


def test_a_click_on_a_row_says_where_headings_end(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    _choose(_click_row(sheet, 2), "First row of answers")
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 5 people"
    assert [sheet.file.file.kind(row) for row in range(3)] == [RowKind.HEADING, RowKind.ABOVE, RowKind.ANSWERS]
    _choose(_click_row(sheet, 0), "Headings end here")
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 6 people"
    assert "row 1; the answers begin in row 2" in sheet.how.headings.text()


def test_five_answers_nobody_knows_are_put_in_order_with_the_arrow_keys(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_own(tmp_path / "own.csv"))
    assert not sheet.head.confirm.isEnabled()
    assert sheet.head.told.text() == "The answers are in words that are not known."
    assert sheet.file.file.is_unread(1, 1)
    order = sheet.answers.order
    qtbot.waitUntil(order.hasFocus)
    wanted = ["Fab", "Needed", "Meh", "Fine", "Awful"]
    for to, text in enumerate(wanted):
        order.setCurrentRow(order.texts().index(text))
        for _ in range(order.texts().index(text) - to):
            QTest.keyClick(order, Qt.Key.Key_Up, ALT)
    assert order.texts() == wanted
    assert order.item(0).text() == "like:  Fab"
    QTest.mouseClick(sheet.answers.use, LEFT)
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 12 people"
    assert sheet.head.confirm.isEnabled()
    assert not sheet.file.file.is_unread(1, 1)
    sheet.head.confirm.click()
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    assert evidence.pairs[0].functional[:3].tolist() == [1, 2, 3]


def test_one_answer_that_is_not_understood_stands_first_and_is_told_by_a_choice(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    people = [list(one) for one in _people()]
    people[3][4] = "rather not"
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *people))
    assert "1 cell not understood" in sheet.head.summary.text()
    assert next(iter(sheet.answers.choices)) == "rather not"
    line = next(one for one in sheet.problems.lines if one.problem.row == 5)
    QTest.mouseClick(line, LEFT)
    assert (sheet.file.currentIndex().row(), sheet.file.currentIndex().column()) == (4, 4)
    choice = sheet.answers.choices["rather not"]
    choice.setFocus()
    while choice.value is not Answer.DISLIKE:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    _settle(sheet, qtbot)
    assert sheet.answers.choices["rather not"] is choice
    assert choice.hasFocus()
    assert "not understood" not in sheet.head.summary.text()


def test_codes_show_what_either_direction_gives_and_each_half_is_chosen(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    rows = [[f"p{at}", 5 - at % 2, 1 + at % 3, 5, 2] for at in range(20)]
    sheet = opened(_write(tmp_path / "codes.csv", ["Respondent", "Q1_f", "Q1_d", "Q2_f", "Q2_d"], *rows))
    assert sheet.codes.isVisible()
    assert sheet.codes.halves == (Direction.DISLIKE_FIRST, Direction.DISLIKE_FIRST)
    assert [sheet.codes.evidence[2, at].text() for at in range(3)] == ["✓ 1 means dislike", "0", "0"]
    assert sheet.codes.evidence[1, 1].text() == "33"
    sheet.codes.functional.setFocus()
    QTest.keyClick(sheet.codes.functional, Qt.Key.Key_Up)
    _settle(sheet, qtbot)
    survey = sheet.draft.reading.survey
    assert survey is not None
    assert survey.source.direction is Direction.LIKE_FIRST
    assert survey.source.dysfunctional_direction is Direction.DISLIKE_FIRST


def test_three_codes_are_read_once_the_form_is_told(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    rows = [[f"p{at}", 1 + at % 3, 3 - at % 3, 1, 3] for at in range(20)]
    sheet = opened(_write(tmp_path / "three.csv", ["Respondent", "Q1_f", "Q1_d", "Q2_f", "Q2_d"], *rows))
    assert sheet.head.told.text() == "The codes may be of a form with three answers or with five."
    sheet.codes.scale.setFocus()
    while sheet.codes.scale.value is not Scale.THREE:
        QTest.keyClick(sheet.codes.scale, Qt.Key.Key_Down)
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 20 people"
    survey = sheet.draft.reading.survey
    assert survey is not None
    assert survey.source.scale is Scale.THREE


def test_codes_from_zero_are_put_in_order(qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]) -> None:
    rows = [[f"p{at}", at % 3, 4 - at % 3, at % 5, 4] for at in range(30)]
    sheet = opened(_write(tmp_path / "zero.csv", ["Respondent", "Q1_f", "Q1_d", "Q2_f", "Q2_d"], *rows))
    assert not sheet.head.confirm.isEnabled()
    assert sheet.answers.order.texts() == ["0", "1", "2", "3", "4"]
    sheet.answers.turn.click()
    assert sheet.answers.order.item(0).text() == "like:  4"
    sheet.answers.turn.click()
    sheet.answers.use.click()
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 30 people"


def test_pairs_are_renamed_exchanged_left_out_and_added(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    pairs = sheet.pairs
    pairs.table.setFocus()
    pairs.table.setCurrentIndex(pairs.model.index(0, 0))
    QTest.keyClick(pairs.table, Qt.Key.Key_F2)
    editor = pairs.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Fast Wi-Fi")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.draft.mapping.features == ("Fast Wi-Fi", "Bed"))
    assert window.frame.sheet is sheet
    pairs.table.selectRow(0)
    pairs.swap.click()
    half = sheet.draft.mapping.half("Fast Wi-Fi", Role.FUNCTIONAL)
    assert half is not None
    assert half.position == 4
    pairs.table.selectRow(1)
    QTest.keyClick(pairs.table, Qt.Key.Key_Delete)
    assert sheet.draft.mapping.features == ("Fast Wi-Fi",)
    pairs.add.click()
    adding = pairs.adding
    assert [adding.functional.itemText(at) for at in range(2)] == ["F · Bed (with)", "G · Bed (without)"]
    adding.feature.clear()
    QTest.keyClicks(adding.feature, "Soft bed")
    QTest.keyClick(adding.feature, Qt.Key.Key_Return)
    _settle(sheet, qtbot)
    survey = sheet.draft.reading.survey
    assert survey is not None
    assert [one.name for one in survey.features] == ["Fast Wi-Fi", "Soft bed"]


def test_a_trait_that_the_reading_left_out_after_all_is_said(opened: Callable[[Path], Sheet]) -> None:
    sheet = opened(assets.sample_surveys() / "evening-course-awkward.csv")
    assert _role(sheet, 0) is Role.TRAIT
    said = [line.problem.column for line in sheet.problems.lines if line.problem.code is Code.COLUMN_LEFT_OUT]
    assert said == ["Timestamp"]


def test_two_features_of_one_name_are_refused_in_place(tmp_path: Path, opened: Callable[[Path], Sheet]) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    sheet.pairs.model.setData(sheet.pairs.model.index(0, 0), "Bed")
    assert "called “Bed” already" in sheet.pairs.error.text()
    assert sheet.draft.mapping.features == ("Wi-Fi", "Bed")


def test_a_file_with_nothing_recognised_is_mapped_by_hand(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    rows = [[LIKE, DISLIKE, "x"], [EXPECT, NEUTRAL, "y"], [LIKE, TOLERATE, "x"]]
    sheet = opened(_write(tmp_path / "bare.csv", ["Morning", "Evening", "Town"], *rows))
    assert not sheet.head.confirm.isEnabled()
    assert sheet.head.told.text() == "No column is known to hold answers yet."
    _choose(_click_column(sheet, 0), "with the feature", "A new feature")
    _choose(_click_column(sheet, 1), "without it", "Morning")
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 3 people"


def test_rows_that_were_left_out_are_read_after_all(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    tags = ["StartDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId", "Q1_1", "Q2_1"]
    texts = ["Start Date", "Response Type", "IP Address", "Progress", "Finished", "Response ID"]
    texts += ["If we had it? - Wi-Fi", "If we did not have it? - Wi-Fi"]
    rows = []
    for at in range(1, 6):
        status = "Survey Preview" if at == 2 else "IP Address"
        rows.append([f"2026-05-0{at} 10:00:00", status, f"10.0.0.{at}", 100, "True", f"R_{at}", LIKE, DISLIKE])
    sheet = opened(_write(tmp_path / "q.csv", tags, texts, [f'{{"ImportId":"{one}"}}' for one in tags], *rows))
    assert sheet.head.summary.text().startswith("Qualtrics, 3 heading rows, UTF-8 · 5 rows")
    assert sheet.head.confirm.text() == "Import 4 people"
    box = next(box for rule, box in sheet.columns.rules.items() if rule.reason == "preview")
    assert "Previews and tests: 1 row" in box.text()
    box.click()
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 5 people"


def test_a_row_that_explains_the_scale_is_offered_as_such(tmp_path: Path, opened: Callable[[Path], Sheet]) -> None:
    legend = ["1 = like, 5 = dislike", *[""] * (len(HEAD) - 1)]
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people(), legend))
    box = next(box for rule, box in sheet.columns.rules.items() if rule.reason == "legend")
    assert "Explanations of the scale: 1 row" in box.text()


def test_reading_that_takes_long_can_be_stopped_and_the_sheet_is_as_before(
    qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    go_on = threading.Event()

    def slow(_source: Path, _settings: ImportSettings, progress: Callable[[float], None], _mapping: Mapping) -> None:
        progress(0.5)
        go_on.wait(10)
        progress(0.6)

    monkeypatch.setattr(importers, "read_survey", slow)
    sheet.draft.correct(sheet.draft.mapping.with_feature_renamed("Bed", "Soft bed"))
    qtbot.waitUntil(lambda: sheet.head.reading.isVisible() and sheet.head.bar.value() == 50)
    assert not sheet.head.confirm.isEnabled()
    assert sheet.head.told.text() == "Reading the file…"
    assert sheet.pairs.model.index(1, 0).data() == "Soft bed"
    QTest.mouseClick(sheet.head.stop, LEFT)
    go_on.set()
    assert not sheet.head.reading.isVisible()
    assert sheet.head.confirm.isEnabled()
    assert sheet.pairs.model.index(1, 0).data() == "Bed"
    assert sheet.draft.can_redo


def test_a_fault_of_the_reader_takes_the_correction_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))

    def fault(*_: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(importers, "read_survey", fault)
    sheet.draft.correct(sheet.draft.mapping.with_feature_renamed("Bed", "Soft bed"))
    qtbot.waitUntil(lambda: bool(window.notices.texts()))
    assert "fault of its own (RuntimeError: no such thing)" in window.notices.texts()[0]
    assert sheet.draft.mapping.features == ("Wi-Fi", "Bed")


def test_another_sheet_and_another_layout_are_looked_at(qtbot: QtBot, opened: Callable[[Path], Sheet]) -> None:
    sheet = opened(assets.sample_surveys() / "online-shop.xlsx")
    sheet.how.sheet.setFocus()
    QTest.keyClick(sheet.how.sheet, Qt.Key.Key_Down)
    _settle(sheet, qtbot)
    assert sheet.draft.step.examined.head.grid.sheet == "Key"
    assert not sheet.head.confirm.isEnabled()
    QTest.keyClick(sheet.how.sheet, Qt.Key.Key_Up)
    _settle(sheet, qtbot)
    sheet.how.layout_choice.setFocus()
    QTest.keyClick(sheet.how.layout_choice, Qt.Key.Key_Down)
    _settle(sheet, qtbot)
    assert sheet.draft.mapping.layout is Layout.LONG
    assert not sheet.pairs.isVisible()
    QTest.keyClick(sheet.how.layout_choice, Qt.Key.Key_Up)
    _settle(sheet, qtbot)
    assert sheet.head.confirm.text() == "Import 120 people"


def test_what_was_corrected_is_not_lost_by_escape(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    window.go("start")
    sheet = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    sheet.draft.correct(sheet.draft.mapping.with_feature_renamed("Bed", "Soft bed"))
    _settle(sheet, qtbot)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert window.page == "start"
    assert not window.document.project.survey.features
    qtbot.waitUntil(lambda: "guests.csv was not imported." in window.notices.texts())
    next(one for one in window.notices.findChildren(QPushButton) if one.text() == "Back to it").click()
    sheet = sheet_of(window, qtbot)
    assert sheet.draft.mapping.features == ("Wi-Fi", "Soft bed")


def test_corrections_live_through_another_language_and_look(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    first = opened(_write(tmp_path / "guests.csv", HEAD, *_people()))
    first.draft.correct(first.draft.mapping.with_feature_renamed("Bed", "Soft bed"))
    window.prefer(replace(window.preferences, language="zh_CN", theme=Theme.DARK))
    qtbot.waitUntil(lambda: window.frame.sheet is not None, timeout=LONG)
    sheet = sheet_of(window, qtbot)
    assert sheet is not first
    assert sheet.draft.mapping.features == ("Wi-Fi", "Soft bed")
    window.go("results")
    assert not sheet.isVisible()
    window.go("answers")
    assert sheet.isVisible()


def test_people_who_are_in_the_study_already_are_told_before_anything_is_taken(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    opened(_write(tmp_path / "one.csv", HEAD, *_people()))
    confirm(window, qtbot)
    sheet = opened(_write(tmp_path / "two.csv", HEAD, *_people(8)))
    assert sheet.head.told.text() == "6 people are in this study already."
    sheet.head.confirm.click()
    dialog = next(one for one in window.findChildren(AddDialog) if one.isVisible())
    dialog.reject()
    assert window.frame.sheet is sheet
    sheet.head.confirm.click()
    dialog = next(one for one in window.findChildren(AddDialog) if one.isVisible())
    dialog.radios[Way.STUDY].click()
    mine = window.document.path
    dialog.confirm.click()
    qtbot.waitUntil(lambda: window.document.path != mine, timeout=LONG)
    assert window.document.project.survey.respondents == 8


def test_a_block_on_the_clipboard_is_pasted_as_an_import(window: MainWindow, qtbot: QtBot) -> None:
    rows = [HEAD, *_people(3)]
    QGuiApplication.clipboard().setText("\n".join("\t".join(map(str, row)) for row in rows))
    window.go("start")
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    sheet = sheet_of(window, qtbot, "Pasted answers")
    assert sheet.head.confirm.text() == "Import 3 people"
    sheet.head.confirm.click()
    assert window.document.project.survey.respondents == 3
    assert window.document.project.report.title == "Pasted answers"


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.run("paste_answers")
    assert "no cells on the clipboard" in window.notices.texts()[0]


def test_a_field_of_text_keeps_what_is_pasted(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("Guest stay")
    window.activateWindow()
    window.top_bar.title.setFocus()
    QTest.keyClick(window.top_bar.title, Qt.Key.Key_V, CONTROL)
    assert window.top_bar.title.text() == "Guest stay"
    assert window.frame.sheet is None


@pytest.mark.parametrize("name", ["broken.xlsx", "empty.csv"])
def test_a_file_that_cannot_be_opened_is_one_sentence_and_no_sheet(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 nothing" if name.endswith("xlsx") else b"")
    window.studies.take(tmp_path / name)
    qtbot.waitUntil(lambda: bool(window.notices.texts()), timeout=LONG)
    assert name in window.notices.texts()[0]
    assert window.frame.sheet is None


def test_user_text_is_shown_literally(tmp_path: Path, opened: Callable[[Path], Sheet]) -> None:
    head = [one.replace("Bed", "<b>R&D</b>") for one in HEAD]
    sheet = opened(_write(tmp_path / "a&b.csv", head, *_people()))
    assert sheet.pairs.model.index(1, 0).data() == "<b>R&D</b>"
    assert "&lt;b&gt;R&amp;D" in str(sheet.pairs.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert any(one.text() == "a&b.csv" for one in sheet.head.findChildren(QLabel))


def test_two_hundred_columns_of_a_thousand_rows_are_shown_at_once(
    tmp_path: Path, opened: Callable[[Path], Sheet]
) -> None:
    head = ["Respondent", *(f"F{at} ({half})" for at in range(100) for half in ("with", "without"))]
    row = [LIKE, DISLIKE] * 100
    sheet = opened(_write(tmp_path / "large.csv", head, *([f"p{at}", *row] for at in range(1000))))
    assert (sheet.file.file.rowCount(), sheet.file.file.columnCount()) == (1000, 201)
    sheet.file.go_to(999, 200)
    QApplication.processEvents()
    assert sheet.file.currentIndex().column() == 200
