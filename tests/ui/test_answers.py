from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from making import counted, people, shared, tallied
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from staging import Stage, Staged

from kano_app.domain import edits
from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.domain.survey import Exclusion, Flag, Survey, Trait
from kano_app.ui.looking import Look
from kano_app.ui.pages.answers import AnswersPage
from kano_app.ui.theme import DARK, LIGHT, Colours

Key = Qt.Key


Open = Callable[[Project], Stage[AnswersPage]]


@pytest.fixture
def opened(staged: Staged) -> Open:
    """Return a function that shows a project on the page, with its quick figures."""
    return lambda project: staged(AnswersPage, project, quick=True)


def _project(survey: Survey) -> Project:
    return edits.add_survey(Project(), survey)


def _three(people_count: int = 3) -> Project:
    rows = [(2, 5), (1, 5), (3, 3)][:people_count]
    return _project(people({"Wi-Fi": rows, "Bed": rows, "Tea": rows}))


def _large(people_count: int, features: int) -> Project:
    draw = np.random.default_rng(1)
    pairs = tuple(
        AnswerPair(*(draw.integers(1, 6, people_count).astype(np.int8) for _ in range(2))) for _ in range(features)
    )
    named = tuple(Feature(f"F{n}", f"Feature {n}") for n in range(features))
    return _project(Survey(named, Answers(pairs, people_count)))


def _page(window: Stage[AnswersPage]) -> AnswersPage:
    window.go("answers")
    return window.page


def _codes(window: Stage[AnswersPage], person: int, feature: int) -> tuple[int, int]:
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    pair = evidence.pairs[feature]
    return int(pair.functional[person]), int(pair.dysfunctional[person])


def _press(page: AnswersPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.grid, key)


def _button(page: AnswersPage, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


def test_two_digits_fill_a_pair_and_move_on_to_the_next_feature_and_then_to_the_next_person(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 1)
    _press(page, Key.Key_1, Key.Key_4)
    assert _codes(window, 0, 1) == (1, 4)
    assert page.grid.place == (0, 2)
    _press(page, Key.Key_5, Key.Key_1)
    assert _codes(window, 0, 2) == (5, 1)
    assert page.grid.place == (1, 0)


def test_each_pair_is_one_step_and_undo_shows_what_was_there(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_1, Key.Key_3, Key.Key_1, Key.Key_2)
    assert window.document.undo_stack.count() == 2
    window.document.undo_stack.undo()
    assert (_codes(window, 0, 0), _codes(window, 0, 1)) == ((1, 3), (2, 5))
    assert page.grid.answers.index(0, 1).data() == "2 5"


def test_the_half_typed_pair_is_stored_seen_and_taken_back_by_backspace(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_4)
    assert _codes(window, 0, 0) == (4, 0)
    assert page.grid.pairs.half == (0, 0)
    _press(page, Key.Key_Backspace)
    assert _codes(window, 0, 0) == (2, 5)
    assert page.grid.pairs.half is None


def test_backspace_after_a_pair_takes_its_second_digit_back(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 2)
    _press(page, Key.Key_4, Key.Key_3, Key.Key_Backspace)
    assert page.grid.place == (0, 2)
    assert _codes(window, 0, 2) == (4, 0)
    _press(page, Key.Key_5)
    assert _codes(window, 0, 2) == (4, 5)


def test_six_is_abstained_and_zero_and_delete_clear(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_6, Key.Key_6)
    assert _codes(window, 0, 0) == (6, 6)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_0)
    assert _codes(window, 0, 0) == (0, 0)
    page.grid.selectAll()
    _press(page, Key.Key_Delete)
    assert page.grid.answers.answered == 0
    assert page.counter.text() == "0 of 9 pairs"
    window.document.undo_stack.undo()
    assert page.grid.answers.answered == 8


@pytest.mark.parametrize(("size", "features"), [(200, 30), (10_000, 30)])
def test_a_typed_answer_changes_its_own_cell_and_no_other(opened: Open, size: int, features: int) -> None:
    window = opened(_large(size, features))
    page = _page(window)
    page.grid.go_to(100, 3)
    page.grid.clear_answers()
    cells, resets = [], []
    page.grid.answers.dataChanged.connect(lambda first, last: cells.append((first, last)))
    page.grid.answers.modelReset.connect(lambda: resets.append(True))
    before = page.grid.answers.answered
    _press(page, Key.Key_2, Key.Key_5)
    assert not resets
    assert [(one.row(), one.column()) for one, _ in cells] == [(100, 3)] * 2
    assert all(one == other for one, other in cells)
    assert page.grid.answers.answered == before + 1


def test_insert_and_the_button_add_people_who_can_be_typed_at_once(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_Insert)
    assert page.grid.place == (3, 0)
    _press(page, Key.Key_1, Key.Key_5)
    assert _codes(window, 3, 0) == (1, 5)
    QTest.mouseClick(page.tools.add, Qt.MouseButton.LeftButton)
    assert window.document.project.survey.respondents == 5
    assert page.tools.heading.text().startswith("5 people")


def test_a_study_without_people_or_features_says_what_belongs_there(opened: Open) -> None:
    page = _page(opened(edits.new_study()))
    assert _button(page, "Go to Features").isVisible()
    window = opened(edits.add_features(edits.new_study(), ["Wi-Fi"]))
    page = _page(window)
    QTest.mouseClick(_button(page, "Add people and type their answers"), Qt.MouseButton.LeftButton)
    _press(page, Key.Key_1, Key.Key_5)
    assert _codes(window, 0, 0) == (1, 5)


def test_people_are_left_out_for_a_reason_of_ones_own_struck_and_counted_again(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(1, 0)
    QTest.mouseClick(page.tools.leave_out, Qt.MouseButton.LeftButton)
    assert page.reason.isVisible()
    line = page.reason.reason.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "a colleague of ours")
    QTest.keyClick(line, Key.Key_Return)
    assert [(one.person, one.reason) for one in window.document.project.survey.excluded] == [(1, "a colleague of ours")]
    assert page.grid.answers.reasons(1) == ["left out: a colleague of ours"]
    assert "1 left out" in page.tools.heading.text()
    page.grid.go_to(1, 0)
    QTest.mouseClick(page.tools.count, Qt.MouseButton.LeftButton)
    assert not window.document.project.survey.excluded


def test_removed_people_come_back_by_undo(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    QTest.mouseClick(page.tools.remove, Qt.MouseButton.LeftButton)
    assert window.document.project.survey.respondents == 2
    assert page.grid.answers.rowCount() == 2
    window.said[0][1]()
    assert window.document.project.survey.respondents == 3
    assert page.grid.answers.rowCount() == 3


def test_undo_of_removed_people_takes_no_later_step_back(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    QTest.mouseClick(page.tools.remove, Qt.MouseButton.LeftButton)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_3, Key.Key_3)
    window.said[0][1]()
    assert window.document.project.survey.respondents == 2
    assert _codes(window, 0, 0) == (3, 3)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Insert])
def test_a_complete_pair_stays_where_only_one_digit_was_typed_over_it(opened: Open, key: Qt.Key) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 1)
    _press(page, Key.Key_2, key)
    assert _codes(window, 0, 1) == (2, 5)
    assert page.grid.pairs.half is None
    assert page.grid.answers.index(0, 1).data() == "2 5"
    assert window.said[0][0] == "Only one digit was typed, so person 1 keeps “2 5” for “Bed”."
    assert (window.document.undo_stack.index(), window.document.project.survey.respondents) == (
        (1, 4) if key == Key.Key_Insert else (0, 3)
    )


def test_a_complete_pair_that_was_half_typed_over_is_put_back_when_the_focus_goes(opened: Open, qtbot: QtBot) -> None:
    window = opened(_three())
    page = _page(window)
    page.activateWindow()
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)
    page.grid.go_to(0, 1)
    _press(page, Key.Key_4)
    page.tools.person.setFocus()
    assert _codes(window, 0, 1) == (2, 5)
    assert len(window.said) == 1
    window.said[0][1]()
    assert _codes(window, 0, 1) == (0, 0), "the notice clears it instead"
    window.said[0][1]()
    assert window.document.undo_stack.index() == 1


def test_turning_to_another_page_puts_a_complete_pair_back_too(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 1)
    _press(page, Key.Key_4)
    window.go("features")
    assert _codes(window, 0, 1) == (2, 5)
    assert len(window.said) == 1


def test_half_a_pair_where_there_was_none_stays_and_one_taken_back_by_hand_is_not_typed_again(opened: Open) -> None:
    window = opened(edits.answer(_three(), {(0, 0): (0, 0), (0, 1): (3, 0)}))
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_4, Key.Key_Right, Key.Key_2, Key.Key_Right, Key.Key_6, Key.Key_Backspace, Key.Key_Down)
    assert [_codes(window, 0, at) for at in range(3)] == [(4, 0), (2, 0), (2, 5)]
    assert window.said == []


def _lines() -> Project:
    """Return a study in which person 1 of four gave the same pair on everything."""
    rows = {f"F{n}": [(1, 5), (1, 5 - n % 2), (2, 5 - n % 3), (1, 3 + n % 3)] for n in range(6)}
    return _project(people(rows))


def test_a_flag_is_shown_and_its_people_left_out_and_counted_again(opened: Open, qtbot: QtBot) -> None:
    window = opened(_lines())
    page = _page(window)
    flagged = page.grid.answers.flagged
    assert flagged is not None
    assert flagged.people(Flag.STRAIGHT_LINE) == (0,)
    assert "1 flagged" in page.state()
    assert page.grid.answers.reasons(0) == ["the same pair on everything"]
    QTest.mouseClick(_button(page, "Leave these out"), Qt.MouseButton.LeftButton)
    assert window.document.project.survey.excluded == (Exclusion(0, Flag.STRAIGHT_LINE.value),)
    qtbot.waitUntil(lambda: not window.findings.is_stale, timeout=10_000)
    qtbot.waitUntil(lambda: any(one.text() == "Count them again" for one in page.findChildren(QPushButton)))
    qtbot.waitUntil(lambda: _button(page, "Count them again").isVisible())
    QTest.mouseClick(_button(page, "Count them again"), Qt.MouseButton.LeftButton)
    assert not window.document.project.survey.excluded


def test_the_filter_shows_a_group_the_flagged_and_those_left_out(opened: Open) -> None:
    project = edits.exclude_people(_lines(), [Exclusion(3, "why not")])
    role = Trait("Role", ("nurse", "doctor"), np.array([0, 1, 1, 0], dtype=np.int32))
    project = replace(project, surveys=(replace(project.survey, traits=(role,)),))
    page = _page(opened(project))
    texts = [page.tools.filter.itemText(at) for at in range(page.tools.filter.count())]
    assert texts == ["Everybody", "Flagged only", "Left out only", "Role: nurse", "Role: doctor"]
    shown = []
    for at in range(len(texts)):
        page.tools.filter.setCurrentIndex(at)
        page.tools.filter.activated.emit(at)
        model = page.grid.answers
        shown.append([model.person(row) + 1 for row in range(model.rowCount())])
    assert shown == [[1, 2, 3, 4], [1], [4], [1, 4], [2, 3]]


def test_a_person_is_found_by_number_whatever_the_filter_hides(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.tools.filtered.emit(("out", 0, 0))
    assert page.grid.answers.rowCount() == 0
    QTest.keyClicks(page.tools.person, "3")
    QTest.keyClick(page.tools.person, Key.Key_Return)
    assert page.grid.place == (2, 0)
    QTest.keyClicks(page.tools.person, "33")
    QTest.keyClick(page.tools.person, Key.Key_Return)
    assert "1 to 3" in window.said[0][0]


def test_an_earlier_wave_is_looked_at_and_not_changed(opened: Open) -> None:
    first = replace(people({"Wi-Fi": [(1, 5), (1, 5)]}), label="spring")
    second = replace(people({"Wi-Fi": [(3, 3)]}), label="autumn")
    window = opened(edits.add_wave(_project(first), second))
    page = _page(window)
    assert [page.tools.wave.itemText(at) for at in range(2)] == ["spring", "autumn (latest)"]
    assert page.grid.answers.rowCount() == 1
    page.tools.wave.activated.emit(0)
    assert page.grid.answers.rowCount() == 2
    assert page.told.text.text() == "This is an earlier wave: it can be looked at, not changed."
    page.grid.go_to(0, 0)
    _press(page, Key.Key_3, Key.Key_3)
    assert page.grid.answers.codes(0, 0) == (1, 5)
    assert not page.tools.add.isEnabled()


@pytest.mark.parametrize(
    ("survey", "why"),
    [
        (tallied({"Wi-Fi": [(1, 5, 9)]}), "how often each pair was given"),
        (counted({"Wi-Fi": "M9"}), "counts categories"),
        (shared({"Wi-Fi": [0.5, 0.5, 0, 0, 0, 0]}), "without the number of people"),
    ],
)
def test_counts_without_people_are_shown_as_a_table_that_says_why(opened: Open, survey: Survey, why: str) -> None:
    page = _page(opened(_project(survey)))
    assert why in page.counts.why.text()
    assert page.counts.table is not None
    assert page.counts.table.model().index(0, 0).data() == "Wi-Fi"
    assert page.state() == ""


def test_selected_cells_are_copied_with_headings_a_half_a_column(opened: Open) -> None:
    page = _page(opened(edits.answer(_three(), {(0, 0): (6, 0)})))
    page.grid.go_to(0, 0)
    page.grid.selectAll()
    QTest.keyClick(page.grid, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("respondent\tWi-Fi (functional)\tWi-Fi (dysfunctional)\tBed (functional)")
    assert lines[1] == "1\tabstained\t\t2\t5\t2\t5"
    assert len(lines) == 4


def test_what_was_met_is_listed_in_words(opened: Open) -> None:
    page = _page(opened(edits.answer(_three(), {(0, 0): (1, 0)})))
    assert any("Wi-Fi" in text for text in page.problems.texts())
    assert "Everything was read" not in " ".join(page.problems.texts())


def test_a_cell_tells_its_answers_in_words(opened: Open) -> None:
    page = _page(opened(_three()))
    told = page.grid.answers.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Person 1, Bed\nwith it: expect\nwithout it: dislike"


def test_a_page_that_nobody_sees_follows_when_it_is_turned_to(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    window.go("features")
    window.context.apply("x", lambda project: edits.answer(project, {(0, 0): (3, 3)}))
    window.go("answers")
    assert page.grid.answers.index(0, 0).data() == "3 3"


def test_the_heading_says_how_many_a_filter_shows_and_all_counters_know_who_is_left_out(opened: Open) -> None:
    role = Trait("Role", ("nurse", "doctor"), np.array([0, 1, 1, 0], dtype=np.int32))
    project = edits.exclude_people(_lines(), [Exclusion(3, "why not")])
    window = opened(replace(project, surveys=(replace(project.survey, traits=(role,)),)))
    page = _page(window)
    assert page.tools.heading.text() == page.state() == "4 people, 1 left out, 1 flagged"
    assert page.counter.text() == "18 of 18 pairs"
    page.tools.filtered.emit(("trait", 0, 1))
    assert page.tools.heading.text() == "2 of 4 people shown"
    page.grid.go_to(1, 0)
    QTest.keyClick(page.grid, Key.Key_Delete)
    assert page.counter.text() == "17 of 18 pairs"
    assert page.tools.heading.text() == "2 of 4 people shown"
    page.tools.filtered.emit(("all", 0, 0))
    assert page.tools.heading.text() == "4 people, 1 left out, 1 flagged"
    page.grid.go_to(3, 0)
    QTest.keyClick(page.grid, Key.Key_Delete)
    assert page.counter.text() == "17 of 18 pairs", "what somebody answered who is left out is not counted"
    QTest.mouseClick(page.tools.count, Qt.MouseButton.LeftButton)
    assert page.counter.text() == "22 of 24 pairs"


def test_people_left_out_of_what_is_shown_are_told_at_once(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(1, 0)
    QTest.mouseClick(page.tools.leave_out, Qt.MouseButton.LeftButton)
    page.reason.reason.setEditText("why not")
    QTest.mouseClick(page.reason.confirm, Qt.MouseButton.LeftButton)
    assert page.tools.heading.text() == page.state() == "3 people, 1 left out"
    assert page.counter.text() == "6 of 6 pairs"


@pytest.mark.parametrize("key", [Key.Key_7, Key.Key_9, Key.Key_X, Key.Key_Period])
def test_a_key_that_means_nothing_is_answered_in_place_until_one_that_counts(opened: Open, key: Qt.Key) -> None:
    window = opened(_three())
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, key, key)
    assert page.legend.wrong.isVisible()
    assert page.legend.wrong.text().endswith("is no answer. The keys 1 to 5 are answers, 6 is “abstained”, 0 clears.")
    assert not page.legend.keys.isVisible()
    assert (_codes(window, 0, 0), window.said) == ((2, 5), [])
    _press(page, Key.Key_4)
    assert page.legend.keys.isVisible()
    assert not page.legend.wrong.isVisible()
    _press(page, key, Key.Key_3)
    assert _codes(window, 0, 0) == (4, 3), "a wrong key between both digits does no harm"


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_X, Key.Key_Delete, Key.Key_Insert])
def test_typing_into_a_read_only_study_says_what_is_open_and_how_to_go_on(staged: Staged, key: Qt.Key) -> None:
    window = staged(AnswersPage, _three(), quick=True, read_only=True)
    page = _page(window)
    assert not page.told.isVisible()
    page.grid.go_to(0, 0)
    _press(page, key)
    assert page.told.isVisible()
    assert page.told.text.text() == "This study is read only. Save it under a name to work on the copy."
    assert (_codes(window, 0, 0), window.said) == ((2, 5), [])
    QTest.mouseClick(page.told.save, Qt.MouseButton.LeftButton)
    assert window.asked[-1] == ("run", "save_as")


def test_typing_into_a_revision_names_it_and_says_how_to_restore_it(staged: Staged, tmp_path: Path) -> None:
    window = staged(AnswersPage, _three(), quick=True, read_only=True)
    window.document.setProperty("look", Look(tmp_path / "study.kano", title="before the fair"))
    page = _page(window)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_1)
    told = page.told.text.text()
    assert told.startswith("This is the revision “before the fair”, read only. Restore it under Revisions…")


def test_typing_into_an_earlier_wave_changes_nothing_and_leaves_the_sentence_in_place(opened: Open) -> None:
    first, second = (people({"Wi-Fi": [(1, 5), (1, 5)]}) for _ in range(2))
    window = opened(edits.add_wave(_project(first), second))
    page = _page(window)
    page.tools.wave.activated.emit(0)
    page.grid.go_to(0, 0)
    _press(page, Key.Key_3)
    assert page.told.text.text() == "This is an earlier wave: it can be looked at, not changed."
    assert not page.told.save.isVisible()
    page.tools.wave.activated.emit(1)
    assert not page.told.isVisible()


def test_a_filter_that_shows_nobody_says_so_and_offers_everybody(opened: Open) -> None:
    page = _page(opened(_three()))
    page.tools.filtered.emit(("out", 0, 0))
    assert page.tools.heading.text() == "0 of 3 people shown"
    assert page.none_shown.isVisible()
    assert not page.grid.isVisible()
    QTest.mouseClick(_button(page, "Show everybody"), Qt.MouseButton.LeftButton)
    assert page.grid.isVisible()
    assert not page.none_shown.isVisible()
    assert page.tools.heading.text() == "3 people"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_current_cell_and_the_grid_are_framed_on_all_four_sides(
    opened: Open, monkeypatch: pytest.MonkeyPatch, colours: Colours, qtbot: QtBot
) -> None:
    monkeypatch.setattr("staging.LIGHT", colours)
    page = _page(opened(_three()))
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)
    page.grid.go_to(1, 1)
    cell = page.grid.visualRect(page.grid.currentIndex())
    image = page.grid.viewport().grab(cell).toImage()
    assert _sides(image, image.width() - 2, image.height() - 2) == {QColor(colours.accent).name()}
    whole = page.grid.grab().toImage()
    assert _sides(whole, whole.width() - 1, whole.height() - 1) == {QColor(colours.accent).name()}


def _sides(image: QImage, right: int, bottom: int) -> set[str]:
    """Return the colours in the middle of the four sides of a picture."""
    across, down = image.width() // 2, image.height() // 2
    places = ((across, 1), (across, bottom - 1), (1, down), (right - 1, down))
    return {image.pixelColor(x, y).name() for x, y in places}


def test_the_names_above_the_grid_take_no_more_lines_than_they_need(opened: Open) -> None:
    window = opened(_three())
    page = _page(window)
    low = page.grid.horizontalHeader().height()
    long = "A very long name of a feature that no column has room for"
    window.context.apply("x", lambda project: edits.change_feature(project, "Bed", name=long))
    assert page.grid.horizontalHeader().height() > low
    window.document.undo_stack.undo()
    assert page.grid.horizontalHeader().height() == low


def test_what_an_empty_page_says_is_not_cut(opened: Open) -> None:
    page = _page(opened(edits.new_study()))
    shown = [one for one in page.findChildren(QLabel) if one.wordWrap() and one.isVisible()]
    assert len(shown) == 1
    assert shown[0].height() >= shown[0].heightForWidth(shown[0].width())


def test_counters_wave_and_tools_do_not_lie_on_each_other_in_a_narrow_window(opened: Open, qtbot: QtBot) -> None:
    project = _three()
    first = project.surveys[0]
    window = opened(replace(project, surveys=(replace(first, label="hotel-stay"), replace(first, label="autumn stay"))))
    page = _page(window)
    page.resize(884, 640)
    tools = page.tools

    def is_apart() -> bool:
        is_inside = tools.several.geometry().right() < tools.width()
        is_whole = tools.heading.width() >= tools.heading.sizeHint().width()
        return is_inside and is_whole and tools.wave.width() >= tools.wave.sizeHint().width()

    qtbot.waitUntil(is_apart)
    assert tools.heading.geometry().right() < tools.wave.geometry().left()
