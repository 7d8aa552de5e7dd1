"""The facilitator's sheet: what each key does to the study and to what is shown."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from workshops import begun, pairs, press, rest, session, shown, study, workshop

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evidence import PairTally
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry import Setup
from kano_app.storage import read_project
from kano_app.ui.main_window import MainWindow
from kano_app.ui.preferences import Theme
from kano_app.ui.workshop.door import has_open_workshop
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.live import live
from kano_app.ui.workshop.setup import SetupSheet

LEFT = Qt.MouseButton.LeftButton


def test_two_keys_answer_a_feature_and_the_next_is_asked(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    assert "have" in sheet.question.text
    assert "Wi-Fi" in sheet.question.text
    press(sheet, "15")
    assert pairs(window, 0)[0] == (1, 5)
    assert "Breakfast" in sheet.question.text
    assert window.document.file.project is window.document.project


def test_each_answer_is_on_the_disk_before_the_next_question(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "2")
    copy = tmp_path / "copy.kano"
    window.document.copy_to(copy)
    read = read_project(copy)
    assert entry.view(read) == entry.view(window.document.project)


def test_a_step_is_named_and_undo_reaches_back_to_the_question(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "15")
    name = window.document.undo_name()
    assert name is not None
    assert name.told(window.context.language) == "Answer of P1 to “Wi-Fi”"
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pairs(window, 0)[0] == (0, 0)
    assert "Wi-Fi" in sheet.question.text


@pytest.mark.parametrize("key", ["7", "9", "0", "x", "?"])
def test_a_key_that_means_nothing_changes_nothing_and_is_told_in_place(
    window: MainWindow, qtbot: QtBot, key: str
) -> None:
    sheet = begun(window, qtbot)
    before = window.document.project
    press(sheet, key)
    assert window.document.project is before
    assert sheet.said.text()
    press(sheet, "1")
    assert sheet.said.text() == ""


def test_back_marks_the_answer_that_stands_and_forward_keeps_it(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "14", Qt.Key.Key_Backspace)
    assert [one.is_chosen for one in sheet.choices.buttons] == [False, False, False, True, False]
    press(sheet, Qt.Key.Key_Right)
    assert "Breakfast" in sheet.question.text
    assert pairs(window, 0)[0] == (1, 4)


def test_abstaining_skipping_and_the_first_question(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, Qt.Key.Key_Left)
    assert sheet.said.text() == "This is the first question."
    press(sheet, "6")
    assert pairs(window, 0)[0] == (6, 6)
    press(sheet, "s", "a")
    assert session(window).skipped == ((0, window.document.project.survey.features[1].id),)
    assert session(window).stage is Stage.CONFIRMING


def test_enter_calls_the_next_person_and_seats_a_new_one_in_the_end(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", people=("Ana", ""))
    press(sheet, "15")
    assert sheet.between.heading.text() == "P1 Ana is done."
    assert "P2" in sheet.between.told.text()
    press(sheet, Qt.Key.Key_Return, "24")
    assert pairs(window, 1) == [(2, 4)]
    press(sheet, Qt.Key.Key_Enter)
    assert len(session(window).participants) == 3


def test_a_note_is_typed_beside_the_question_and_its_digits_are_no_answers(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "n")
    assert sheet.note.hasFocus()
    press(sheet.note, "only for 2 calls", Qt.Key.Key_Return)
    assert sheet.hasFocus()
    (note,) = window.document.project.survey.notes
    assert note.text == "only for 2 calls"
    assert pairs(window, 0)[0] == (0, 0)
    press(sheet, "15")
    assert sheet.note.text() == ""
    press(sheet, Qt.Key.Key_Left)
    assert sheet.note.text() == "only for 2 calls"
    assert window.document.undo_stack.count() == 4  # the note is one step


def test_late_comers_and_leavers(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.ROUND, people=("", ""))
    press(sheet, "j")
    assert [one.here for one in session(window).participants] == [True, True, True]
    assert "P3" in sheet.said.text()
    press(sheet, "l")
    assert [one.here for one in session(window).participants] == [False, True, True]
    assert sheet.head.who.text() == "P2"


def test_a_second_vote_shows_the_first_beside(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.ROUND, people=("",))
    press(sheet, "15", "v")
    assert "Wi-Fi" in sheet.question.text
    assert sheet.first.isVisible()
    assert "I dislike it that way" in sheet.first.text()
    press(sheet, "33")
    assert pairs(window, 0)[0] == (3, 3)
    assert entry.first_pair(window.document.project, 0, window.document.project.survey.features[0].id) == (1, 5)


def test_voting_again_on_what_nobody_answered_is_refused_in_place(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "v")
    assert sheet.said.text() == "Nobody who is here has answered this yet."


def test_a_feature_added_in_the_middle_is_asked_at_the_end(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi")
    press(sheet, "f")
    line = sheet.side.features.line
    assert line.hasFocus()
    press(line, "Pool 2", Qt.Key.Key_Return)
    assert [one.name for one in window.document.project.survey.features] == ["Wi-Fi", "Pool 2"]
    assert sheet.hasFocus()
    press(sheet, "15")
    assert "Pool 2" in sheet.question.text


def test_a_feature_deleted_in_the_middle_is_passed_by(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "1")
    first = window.document.project.survey.features[0].id
    window.context.apply("Delete", lambda project: edits.remove_features(project, [first]))
    assert "Breakfast" in sheet.question.text
    press(sheet, "25")
    assert pairs(window, 0)[0] == (2, 5)


def test_lists_jump_to_a_feature_and_to_a_person(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, people=("", ""))
    press(sheet, "g")
    features = sheet.side.features.list
    assert features.hasFocus()
    press(features, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "Breakfast" in sheet.question.text
    press(sheet, "w")
    press(sheet.side.people.list, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sheet.head.who.text() == "P2"
    assert sheet.hasFocus()


def test_escape_in_a_list_comes_back_and_then_stops(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "1", "g")
    press(sheet.side.features.list, Qt.Key.Key_Escape)
    assert sheet.hasFocus()
    assert session(window).stage is Stage.ASKING
    press(sheet, Qt.Key.Key_Escape)
    assert session(window).stage is Stage.ASKING
    assert sheet.said.text() == "5 questions are open. Esc again finishes; it can be continued."
    press(sheet, Qt.Key.Key_Escape)
    assert session(window).stage is Stage.DONE
    assert sheet.between.heading.text() == "The workshop is finished."
    press(sheet, Qt.Key.Key_Return)
    assert session(window).stage is Stage.ASKING


def test_names_and_traits_are_told_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, people=("", "Bo"))
    people = sheet.side.people
    press(sheet, "w")
    people.name.setFocus()
    press(people.name, "Bo", Qt.Key.Key_Return)
    assert sheet.said.text() == "Somebody here has that name already."
    people.name.setFocus()
    people.name.clear()
    press(people.name, "Ana", Qt.Key.Key_Return)
    assert [one.name for one in session(window).participants] == ["Ana", "Bo"]
    qtbot.waitUntil(lambda: people.list.item(0).text().endswith("P1 Ana"))
    sheet.desk.tell(1, "Role", "staff")
    (trait,) = window.document.project.survey.traits
    assert trait.codes.tolist() == [-1, 0]
    people.follow()
    assert "Role" in people._boxes


def test_importance_takes_nine_keys(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", "Gym", importance=True)
    press(sheet, "15")
    assert len(sheet.choices.buttons) == 9
    press(sheet, "9")
    column = window.document.project.survey.importance[0]
    assert column is not None
    assert column.tolist() == [9.0]
    press(sheet, "156")
    assert session(window).stage is Stage.CONFIRMING


def test_direct_votes_are_letters_and_labelled_as_not_pooled(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", mode=Mode.VOTES, people=("", "", ""))
    assert "not pooled" in sheet.head.flag.text()
    press(sheet, "1")
    assert sheet.said.text()
    press(sheet, "pA")
    QTest.mouseClick(sheet.choices.buttons[4], LEFT)
    assert [one.category for one in session(window).votes] == [
        Category.PERFORMANCE,
        Category.ATTRACTIVE,
        Category.REVERSE,
    ]
    assert pairs(window, 0) == [(0, 0)]
    press(sheet, Qt.Key.Key_F5)
    assert session(window).revealed


def test_cards_are_clicked_and_typed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.CARDS)
    grid = sheet.cards
    press(sheet, "15")
    QTest.mouseClick(grid, LEFT, pos=QPointF(grid.cell(1, 5).center()).toPoint())
    assert grid.count(1, 5) == 2
    press(sheet, "-15")
    assert grid.count(1, 5) == 1
    QTest.mouseClick(grid, LEFT, Qt.KeyboardModifier.ShiftModifier, grid.cell(1, 5).center().toPoint())
    assert grid.count(1, 5) == 0
    press(sheet, "-15")
    assert sheet.said.text() == "No such pair of cards was counted."
    press(sheet, "22", Qt.Key.Key_Return)
    assert "Breakfast" in sheet.question.text
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert evidence.counts[0].sum() == 1


def test_practice_counts_nowhere_and_says_what_the_pair_means(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, practice=True)
    press(sheet, "15")
    assert "Performance" in sheet.first.text()
    assert pairs(window, 0)[0] == (0, 0)
    press(sheet, Qt.Key.Key_Return)
    assert "Wi-Fi" in sheet.question.text


def test_live_results_are_hidden_until_they_are_wanted(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", "Gym", mode=Mode.ROUND, people=("", "", ""))
    assert not sheet.side.live.isVisible()
    press(sheet, "h")
    with qtbot.waitSignal(sheet.side.live.counted, timeout=20_000):
        press(sheet, "111555")
    qtbot.waitUntil(lambda: sheet.side.live.bars.live.rows[0].n == 3, timeout=20_000)
    first = sheet.side.live.bars.live.rows[0]
    assert first.category is Category.PERFORMANCE
    assert sheet.side.live.told.text() == "2 more answers could change 1 of 2."
    press(sheet, "h")
    assert not sheet.side.live.isVisible()


def test_every_key_of_the_moment_stands_in_the_legend_and_can_be_clicked(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    assert {"back", "skip", "abstain", "note", "join", "reveal", "black", "finish", "undo"} <= set(sheet.legend.buttons)
    QTest.mouseClick(sheet.legend.buttons["skip"], LEFT)
    assert session(window).skipped
    assert all(one.accessibleName() for one in sheet.legend.buttons.values())
    QTest.mouseClick(sheet.choices.buttons[0], LEFT)
    assert pairs(window, 0)[1] == (1, 0)


def test_the_workshop_stands_through_a_change_of_language_and_look(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "15")
    window.prefer(replace(window.preferences, theme=Theme.DARK))
    qtbot.waitUntil(lambda: workshop(window).sheet is not sheet)
    new = workshop(window).sheet
    assert isinstance(new, Facilitator)
    assert "Breakfast" in new.question.text
    qtbot.waitUntil(new.hasFocus)
    press(new, "3")
    assert pairs(window, 0)[1] == (3, 0)


def test_undoing_the_beginning_leads_back_to_the_setup(window: MainWindow) -> None:
    window.run("workshop")
    assert isinstance(workshop(window).sheet, SetupSheet)
    setup = workshop(window).sheet
    assert isinstance(setup, SetupSheet)
    setup.features[1].setPlainText("Wi-Fi")
    setup.asking.practice.setChecked(False)
    press(setup, Qt.Key.Key_Return)
    sheet = workshop(window).sheet
    assert isinstance(sheet, Facilitator)
    window.document.undo_stack.undo()
    assert isinstance(workshop(window).sheet, SetupSheet)


def test_what_is_not_saved_is_told_quietly_and_asking_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    workshop(window).turn_room()
    press(sheet, "1")
    path = window.document.path
    moved = path.with_name("away.kano")
    path.rename(moved)
    press(sheet, "52")
    assert pairs(window, 0)[:2] == [(1, 5), (2, 0)]
    assert window.notices.texts()
    assert not window.document.is_saved
    room = workshop(window).room
    assert room is not None
    assert room.scene is not None
    assert "Breakfast" in room.scene.texts[0].text
    moved.rename(path)
    press(sheet, "5")
    assert window.document.is_saved
    assert read_project_of(window) == (2, 5)
    workshop(window).leave()


def read_project_of(window: MainWindow) -> tuple[int, int]:
    evidence = window.document.file.project.survey.evidence
    pair = evidence.pairs[1]  # type: ignore[union-attr] # answers of people
    return int(pair.functional[0]), int(pair.dysfunctional[0])


def test_the_done_view_leads_to_results_and_roadmap(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", mode=Mode.ROUND, people=("", ""))
    press(sheet, "1155")
    assert session(window).stage is Stage.DONE
    rest(sheet, qtbot)
    press(sheet, "2")
    assert window.page == "roadmap"
    window.go("answers")
    press(sheet, "1")
    assert window.page == "results"


def test_start_and_answers_offer_to_go_on_where_it_stopped(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, people=("Ana",))
    press(sheet, "15")
    workshop(window).leave()
    for name in ("start", "answers"):
        window.go(name)
        waits = window.pages[name].waits  # type: ignore[attr-defined] # both pages have one
        assert waits.isVisible()
        assert waits.told.text() == "Continue at P1 Ana, “Breakfast”."
    QTest.mouseClick(waits.go_on, LEFT)
    again = workshop(window).sheet
    assert isinstance(again, Facilitator)
    assert again.isVisible()


def test_a_study_without_a_workshop_offers_none(window: MainWindow, qtbot: QtBot) -> None:
    del qtbot
    window.go("start")
    assert not window.pages["start"].waits.isVisible()  # type: ignore[attr-defined]


def test_the_place_is_found_again_in_an_opened_study(window: MainWindow, qtbot: QtBot) -> None:
    project = entry.answer(
        entry.begin(edits.add_features(edits.new_study(), ["A", "B"]), entry.Setup(practice=False)), 1
    )
    sheet = shown(window, qtbot, project)
    place = sheet.desk.view.place
    assert place is not None
    assert place.part is Part.DYSFUNCTIONAL
    assert QApplication.focusWidget() is sheet


def test_undo_in_the_note_takes_back_typing_and_never_a_step_of_the_study(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "1", "n")
    press(sheet.note, "too dear")
    for _ in range(4):
        QTest.keyClick(sheet.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert sheet.note.text() == notes(window)
    assert sheet.note.text() == ""
    assert pairs(window, 0)[0] == (1, 0)


def test_what_the_note_shows_is_what_is_stored_also_while_it_is_typed_into(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    press(sheet, "n")
    press(sheet.note, "too dear ")
    assert (sheet.note.text(), notes(window)) == ("too dear ", "too dear")
    window.run("undo")
    assert (sheet.note.text(), notes(window)) == ("", "")
    window.run("redo")
    assert (sheet.note.text(), notes(window)) == ("too dear", "too dear")


def notes(window: MainWindow) -> str:
    return "".join(one.text for one in window.document.project.survey.notes)


def test_cards_take_a_number_in_a_cell_that_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.CARDS)
    grid = sheet.cards
    press(sheet, Qt.Key.Key_Down, "12", Qt.Key.Key_Right, Qt.Key.Key_Down, "7")
    assert (grid.count(1, 1), grid.count(2, 2)) == (12, 7)
    QTest.mouseClick(grid, LEFT, pos=grid.cell(1, 5).center().toPoint())
    assert grid.count(1, 5) == 0
    press(sheet, "305", Qt.Key.Key_Backspace)
    assert grid.count(1, 5) == 30
    press(sheet, Qt.Key.Key_Return, "15")
    assert grid.count(1, 5) == 31
    assert "Wi-Fi" in sheet.question.text
    press(sheet, "c", "4", Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert "Breakfast" in sheet.question.text
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert evidence.counts[0].sum() == 4 + 7 + 31


def test_cards_take_a_pair_and_how_many_of_it(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.CARDS)
    press(sheet, "15*12")
    assert sheet.cards.count(1, 5) == 1
    assert "15×12 ⏎" in sheet.first.text()
    press(sheet, Qt.Key.Key_Return)
    assert sheet.cards.count(1, 5) == 12
    press(sheet, "1")
    assert "Wi-Fi" in sheet.question.text
    press(sheet, "9")
    assert sheet.said.text()
    window.context.apply("Go", lambda project: entry.go_to(project, project.survey.features[1].id))
    press(sheet, "5")  # the first half of a pair at another question is none here
    assert sheet.cards.count(1, 5) == 0


def test_the_time_of_the_sitting_goes_on_over_questions_and_people(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", people=("", ""))
    now = time.monotonic()
    monkeypatch.setattr("kano_app.ui.workshop.state.time.monotonic", lambda: now + 600)
    press(sheet, "15")
    assert session(window).stage is Stage.CONFIRMING
    monkeypatch.setattr("kano_app.ui.workshop.state.time.monotonic", lambda: now + 1200)
    press(sheet, Qt.Key.Key_Return)
    assert sheet.head.time.text().startswith("sitting 20:0")
    assert session(window).seconds < 300
    press(sheet, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    monkeypatch.setattr("kano_app.ui.workshop.state.time.monotonic", lambda: now + 9000)
    sheet.head.follow()
    assert sheet.head.time.text().startswith("sitting 20:0")


def test_results_are_shown_only_on_a_second_press_while_questions_are_open(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", mode=Mode.ROUND, people=("", ""))
    press(sheet, "1", "r")
    assert not session(window).revealed
    assert sheet.said.text() == "1 of 4 questions are answered. R again shows results to the room."
    press(sheet, "1", "r")
    assert not session(window).revealed
    press(sheet, "r", "r")
    assert not session(window).revealed  # shown, and hidden again
    press(sheet, "55")
    press(sheet, "r")
    assert session(window).revealed


def test_a_letter_of_a_vote_reveals_nothing_after_the_last_vote(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", mode=Mode.VOTES, people=("", ""))
    press(sheet, "rrr")
    assert session(window).stage is Stage.DONE
    assert not session(window).revealed
    assert sheet.said.text() == "In direct votes F5 shows results to the room."
    press(sheet, Qt.Key.Key_F5)
    assert session(window).revealed


def test_what_was_said_of_a_step_goes_with_it(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.ROUND, people=("",))
    press(sheet, "15", "v")
    assert "again" in sheet.said.text()
    press(sheet, "b")
    assert sheet.said.text() == ""
    press(sheet, "b", "33", "v")
    assert "again" in sheet.said.text()
    window.run("undo")
    assert sheet.said.text() == ""


def test_undo_says_where_it_ends(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot)
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sheet.said.text() == "There is nothing more to undo. ← goes back over the answers."


def test_one_key_leads_from_the_last_answer_to_the_results(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", people=("", ""))
    press(sheet, "15", "1")
    assert window.page == "answers"
    press(sheet, Qt.Key.Key_Return, "15")
    assert session(window).stage is Stage.CONFIRMING
    rest(sheet, qtbot)
    press(sheet, "1")
    assert session(window).stage is Stage.DONE
    assert window.page == "results"


def test_a_digit_too_many_after_the_last_answer_leads_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", mode=Mode.ROUND, people=("",))
    press(sheet, "151")
    assert session(window).stage is Stage.DONE
    assert window.page == "answers"
    assert pairs(window, 0) == [(1, 5)]


def test_who_joins_after_the_end_is_told_of_with_the_key_that_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", mode=Mode.ROUND, people=("",))
    press(sheet, "15")
    sheet.desk.join()
    assert sheet.said.text() == "P2 is here. Enter continues the workshop."
    press(sheet, Qt.Key.Key_Return)
    assert sheet.desk.view.place is not None
    assert (sheet.desk.view.place.participant, sheet.desk.view.place.part) == (1, Part.FUNCTIONAL)


def test_a_seat_in_which_nobody_answered_is_nobody(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", people=("", "", ""))
    press(sheet, "15", Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert "1 person, 1 feature." in sheet.between.told.text()
    assert "2 seats in which nobody answered are left out." in sheet.between.told.text()
    workshop(window).leave()
    window.go("start")
    assert window.pages["start"].waits.told.text() == "Continue at P2, “Wi-Fi”."  # type: ignore[attr-defined]
    window.run("workshop")
    assert len(session(window).participants) == 3


def test_where_all_features_are_gone_one_can_be_added(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi")
    every = [one.id for one in window.document.project.survey.features]
    window.context.apply("Delete", lambda project: edits.remove_features(project, every))
    assert sheet.between.told.isVisible()
    assert "deleted" in sheet.between.told.text()
    assert set(sheet.legend.buttons) == {"add_feature", "room", "black", "undo", "finish"}
    press(sheet, "f")
    press(sheet.side.features.line, "Pool", Qt.Key.Key_Return)
    assert "Pool" in sheet.question.text


def test_a_feature_that_is_there_is_not_added_twice(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi")
    press(sheet, "f")
    press(sheet.side.features.line, "wi-fi", Qt.Key.Key_Return)
    assert len(window.document.project.survey.features) == 1
    assert sheet.said.text() == "There is a feature of that name already."


def test_direct_votes_are_voted_on_again_with_the_first_beside(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", "Gym", mode=Mode.VOTES, people=("",))
    press(sheet, "m", "v")
    assert "Wi-Fi" in sheet.question.text
    assert sheet.first.text() == "First vote: Must-be."
    assert "voting again" in sheet.head.flag.text()
    press(sheet, "p")
    assert [one.category for one in session(window).votes] == [Category.PERFORMANCE]


def test_a_long_name_is_shortened_with_an_ellipsis_in_the_head(window: MainWindow, qtbot: QtBot) -> None:
    name = "Alexandra-Maximiliana von Hohenstein-Sigmaringen zu Hechingen the younger, of the harbour"
    window.resize(1100, 700)
    sheet = begun(window, qtbot, people=(name,))
    qtbot.waitUntil(lambda: sheet.head.who.text().endswith("…"))
    assert sheet.head.who.accessibleName() == f"P1 {name}"
    assert "with it" in sheet.head.where.text()


def test_undo_forgets_what_was_typed_of_cards(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.CARDS)

    def undo() -> None:
        QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    press(sheet, "15*12")
    undo()
    press(sheet, "3")
    assert sheet.cards.count(1, 5) == 0
    press(sheet, "4")
    assert sheet.cards.count(3, 4) == 1
    press(sheet, "15")
    undo()
    press(sheet, "*")
    assert sheet.said.text().startswith("Two digits from 1 to 5 count a pair of cards")
    press(sheet, "15*12", Qt.Key.Key_Return)
    undo()
    press(sheet, "3", Qt.Key.Key_Escape)
    assert sheet.cards.count(1, 5) == 1
    press(sheet, "c", "12")
    assert sheet.cards.count(1, 1) == 12
    undo()
    press(sheet, "3")
    assert sheet.cards.count(1, 1) == 3
    window.run("undo")
    window.run("redo")
    press(sheet, "4")
    assert sheet.cards.count(1, 1) == 4


def test_a_number_of_cards_that_is_not_ended_is_dropped_by_nothing_but_escape_and_undo(
    window: MainWindow, qtbot: QtBot
) -> None:
    sheet = begun(window, qtbot, mode=Mode.CARDS)
    press(sheet, "15*12")
    tries: tuple[Callable[[], None], ...] = (
        lambda: press(sheet, Qt.Key.Key_Down),
        lambda: press(sheet, "s"),
        lambda: QTest.mouseClick(sheet.cards, LEFT, pos=sheet.cards.cell(2, 2).center().toPoint()),
        lambda: QTest.mouseClick(sheet.legend.buttons["skip"], LEFT),
    )
    for do in tries:
        do()
        assert sheet.said.text().startswith("A number after × counts once Enter ends it")
        assert "Wi-Fi" in sheet.question.text
    press(sheet.note, "why")
    press(sheet, Qt.Key.Key_Return)
    assert sheet.cards.count(1, 5) == 12
    press(sheet, "15*123", Qt.Key.Key_Return)
    assert sheet.said.text().startswith("A number after × counts once Enter ends it")
    assert sheet.cards.count(1, 5) == 13


def test_the_chosen_cell_stays_through_a_change_of_look(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, mode=Mode.CARDS)
    press(sheet, "c", Qt.Key.Key_Down, "1")
    window.prefer(replace(window.preferences, theme=Theme.DARK))
    qtbot.waitUntil(lambda: workshop(window).sheet is not sheet)
    after = workshop(window).sheet
    assert isinstance(after, Facilitator)
    press(after, "2")
    assert after.cards.count(2, 1) == 12
    workshop(window).leave()
    window.run("workshop")
    assert workshop(window).state.cell is None


def test_votes_that_tie_are_shown_as_a_tie(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", "Gym", mode=Mode.VOTES, people=("", "", ""))
    press(sheet, "mpammp")
    tied, clear = live(window.document.project).rows
    assert (tied.category, tied.is_tie) == (None, True)
    assert (clear.category, clear.is_tie) == (Category.MUST_BE, False)
    press(sheet, "h")
    bars = sheet.side.live.bars
    qtbot.waitUntil(lambda: bool(bars.live.rows), timeout=20_000)
    assert bars._far(bars.live.rows[0]) == "Tie · 3"
    assert bars.accessibleDescription() == "Wi-Fi: M 1, P 1, A 1 (Tie); Gym: M 2, P 1"


def test_the_done_view_tells_of_the_workshop_and_of_those_who_answered_before(window: MainWindow, qtbot: QtBot) -> None:
    before = edits.answer(edits.add_people(study("Wi-Fi", "Gym"), 80), {(n, 0): (1, 5) for n in range(80)})
    sheet = shown(window, qtbot, entry.begin(before, Setup(people=("",) * 4, practice=False)))
    for _ in range(3):
        press(sheet, "1515", Qt.Key.Key_Return)
    press(sheet, "1515")
    rest(sheet, qtbot)
    press(sheet, "1")
    window.go("answers")
    told = sheet.between.told.text()
    assert told.startswith("4 people, 2 features. The answers of 80 other people count too.")


def test_a_long_pair_of_questions_is_made_smaller_rather_than_cut(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 700)
    name = "Staff who know the name of every guest from the first evening on and greet them in the lobby by it"
    sheet = begun(window, qtbot, name, mode=Mode.CARDS)
    qtbot.waitUntil(lambda: sheet.question.height() > 0)
    blocks = sheet.question.blocks()
    gap = blocks[0].size / 2
    assert sum(one.height for one in blocks) + gap <= sheet.question.height()
    assert sheet.cards.height() >= sheet.cards.minimumSizeHint().height()


def test_where_everybody_has_left_the_end_says_how_it_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", "Gym", people=("", ""))
    press(sheet, "15", "l")
    if session(window).stage is Stage.CONFIRMING:
        press(sheet, Qt.Key.Key_Return)
    press(sheet, "15", "l")
    assert session(window).stage is Stage.DONE
    assert "Everybody has left, and 4 questions are open." in sheet.between.told.text()
    assert has_open_workshop(window.document.project)
    press(sheet, Qt.Key.Key_Return)
    assert session(window).stage is Stage.ASKING
