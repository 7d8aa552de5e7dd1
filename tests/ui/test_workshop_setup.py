"""Before the first question: what is chosen, and what stands in the way."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from workshops import begun, press, session, study, workshop

from kano_app.domain import edits
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Stage
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.preferences import Theme
from kano_app.ui.widgets.start_doors import Door
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.setup import SetupSheet


def setup_of(window: MainWindow, project: Project | None = None, action: str = "workshop") -> SetupSheet:
    if project is not None:
        window.show_document(Document.new(project, window.drafts))
    window.run(action)
    found = workshop(window).sheet
    assert isinstance(found, SetupSheet)
    return found


def test_the_door_on_the_first_page_leads_to_the_setup(window: MainWindow) -> None:
    window.show_document(Document.new(study(), window.drafts))
    door = next(one for one in window.pages["start"].findChildren(Door) if one.accessibleName() == "Workshop")
    door.setFocus()
    QTest.keyClick(door, Qt.Key.Key_Space)
    assert isinstance(workshop(window).sheet, SetupSheet)


def test_enter_begins_with_what_is_usual(window: MainWindow) -> None:
    press(setup_of(window, study()), Qt.Key.Key_Return)
    found = session(window)
    assert (found.mode, found.stage, len(found.participants)) == (Mode.INTERVIEW, Stage.PRACTICE, 8)
    assert found.write_first
    assert found.date is not None
    assert isinstance(workshop(window).sheet, Facilitator)


def test_features_can_be_typed_right_here(window: MainWindow) -> None:
    sheet = setup_of(window)
    assert not sheet.begin.isEnabled()
    assert sheet.told.text() == "A workshop needs features to ask about."
    press(sheet, Qt.Key.Key_Return)
    assert window.document.project.survey.session is None
    sheet.features[1].setPlainText("Wi-Fi\n\n  Gym ")
    sheet.begin.click()
    assert [one.name for one in window.document.project.survey.features] == ["Wi-Fi", "Gym"]
    assert session(window).order


def test_all_choices_reach_the_workshop(window: MainWindow) -> None:
    sheet = setup_of(window, study())
    sheet.mode.buttons[Mode.ROUND].setChecked(True)
    sheet.people.names.setPlainText("Ana\nBo")
    sheet.people.traits.setPlainText("Role: guest, staff\nCity")
    sheet.asking.importance.setChecked(True)
    sheet.asking.practice.setChecked(False)
    sheet.room.names_shown.setChecked(True)
    sheet.room.write_first.setChecked(False)
    sheet.room.answers[0].setText("Lovely")
    press(sheet, Qt.Key.Key_Return)
    found = session(window)
    assert found.mode is Mode.ROUND
    assert [one.name for one in found.participants] == ["Ana", "Bo"]
    assert (found.importance, found.names_shown, found.write_first) == (True, True, False)
    assert found.answers[0] == "Lovely"
    traits = window.document.project.questionnaire.traits
    assert [(one.name, one.choices) for one in traits] == [("Role", ("guest", "staff")), ("City", ())]


def test_two_people_of_one_name_are_marked(window: MainWindow) -> None:
    sheet = setup_of(window, study())
    sheet.people.names.setPlainText("Ana\nBo\n ana")
    assert not sheet.people.wrong.isHidden()
    assert "ana" in sheet.people.wrong.text()
    assert not sheet.begin.isEnabled()
    sheet.people.names.setPlainText("Ana\nBo")
    assert sheet.begin.isEnabled()
    assert sheet.people.number.value() == 2


def test_another_language_of_the_room_words_the_answers_that_were_not_changed(window: MainWindow) -> None:
    sheet = setup_of(window, study())
    sheet.room.answers[4].setText("Awful")
    sheet.room.language.setCurrentIndex(1)
    assert sheet.room.code == "zh_CN"
    assert sheet.room.answers[0].text() != "I like it that way"
    assert sheet.room.answers[4].text() == "Awful"
    press(sheet, Qt.Key.Key_Return)
    assert session(window).language == "zh_CN"
    assert session(window).answers[4] == "Awful"


def test_cards_need_nobody_by_name(window: MainWindow) -> None:
    sheet = setup_of(window, study())
    sheet.mode.buttons[Mode.CARDS].setChecked(True)
    assert sheet.people.isHidden()
    assert not sheet.asking.shuffled.isEnabled()
    press(sheet, Qt.Key.Key_Return)
    assert session(window).participants == ()


def test_answers_that_are_there_are_added_to_or_left_as_a_wave(window: MainWindow) -> None:
    project = edits.answer(edits.add_people(study(), 2), {(0, 0): (1, 5)})
    sheet = setup_of(window, project)
    assert not sheet.where.isHidden()
    assert sheet.add.isChecked()
    sheet.mode.buttons[Mode.CARDS].setChecked(True)
    assert sheet.wave.isChecked()
    assert not sheet.add.isEnabled()
    sheet.mode.buttons[Mode.INTERVIEW].setChecked(True)
    sheet.wave.setChecked(True)
    sheet.label.setText("Spring")
    press(sheet, Qt.Key.Key_Return)
    assert [one.label for one in window.document.project.surveys] == ["", "Spring"]
    assert window.document.project.surveys[0].respondents == 2


def test_people_join_those_who_have_answered(window: MainWindow) -> None:
    project = edits.answer(edits.add_people(study(), 2), {(0, 0): (1, 5)})
    press(setup_of(window, project), Qt.Key.Key_Return)
    assert window.document.project.survey.respondents == 10
    assert session(window).participants[0].person == 2


def test_counts_only_take_a_wave(window: MainWindow) -> None:
    tally = PairTally(np.ones((3, 5, 5), dtype=np.int64), np.zeros(3, dtype=np.int64))
    project = study()
    project = replace(project, surveys=(replace(project.survey, evidence=tally),))
    sheet = setup_of(window, project)
    assert sheet.wave.isChecked()
    assert not sheet.add.isEnabled()


def test_a_new_workshop_beside_one_that_was(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot, "Wi-Fi")
    sheet = setup_of(window, action="new_workshop")
    assert sheet.wave.isChecked()
    press(sheet, Qt.Key.Key_Escape)
    assert workshop(window).sheet is None
    assert session(window).order


def test_a_read_only_study_takes_no_workshop(window: MainWindow) -> None:
    window.show_document(Document.new(study(), window.drafts))
    window.document.read_only = True
    window.run("workshop")
    assert window.notices.texts()


@pytest.mark.parametrize("name", ["features", "answers"])
def test_the_pages_have_a_way_to_the_workshop(window: MainWindow, name: str) -> None:
    window.show_document(Document.new(study(), window.drafts))
    window.go(name)
    page = window.pages[name]
    found = [one for one in page.findChildren(QAbstractButton) if "orkshop" in one.accessibleName() and one.isVisible()]
    found[0].click()
    assert isinstance(workshop(window).sheet, SetupSheet)


def test_the_people_are_seen_at_once_in_the_smallest_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 700)
    sheet = setup_of(window)
    qtbot.waitUntil(sheet.isVisible)
    for widget in (sheet.people.number, sheet.people.names, sheet.features[1], sheet.begin):
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_the_button_says_with_whom_and_what_it_begins(window: MainWindow) -> None:
    sheet = setup_of(window, study())
    assert sheet.begin.text() == "Begin with 8 people · 3 features"
    sheet.people.names.setPlainText("Ana")
    assert sheet.begin.text() == "Begin with 1 person · 3 features"
    sheet.mode.buttons[Mode.CARDS].setChecked(True)
    assert sheet.begin.text() == "Begin with 3 features"


@pytest.mark.parametrize("change", [{"theme": Theme.DARK}, {"language": "zh_CN"}])
def test_what_was_chosen_stands_through_a_change_of_language_and_look(
    window: MainWindow, qtbot: QtBot, change: dict[str, object]
) -> None:
    sheet = setup_of(window)
    sheet.features[1].setPlainText("Wi-Fi\nGym")
    sheet.people.names.setPlainText("Ana\nBo")
    sheet.people.traits.setPlainText("Role: guest, staff")
    sheet.mode.buttons[Mode.ROUND].setChecked(True)
    sheet.asking.importance.setChecked(True)
    sheet.asking.practice.setChecked(False)
    sheet.room.names_shown.setChecked(True)
    sheet.room.answers[4].setText("Awful")
    window.prefer(replace(window.preferences, **change))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: workshop(window).sheet is not sheet)
    new = workshop(window).sheet
    assert isinstance(new, SetupSheet)
    assert new.names() == ["Wi-Fi", "Gym"]
    new.begin.click()
    found = session(window)
    assert [one.name for one in found.participants] == ["Ana", "Bo"]
    assert (found.mode, found.stage) == (Mode.ROUND, Stage.ASKING)
    assert (found.importance, found.names_shown) == (True, True)
    assert found.answers[4] == "Awful"
    assert found.language == change.get("language", "en")
    assert [one.name for one in window.document.project.questionnaire.traits] == ["Role"]


def test_what_was_typed_is_there_again_where_the_beginning_is_undone(window: MainWindow) -> None:
    sheet = setup_of(window)
    sheet.features[1].setPlainText("Wi-Fi")
    sheet.begin.click()
    window.run("undo")
    again = workshop(window).sheet
    assert isinstance(again, SetupSheet)
    assert again.names() == ["Wi-Fi"]
    press(again, Qt.Key.Key_Escape)
    assert setup_of(window).names() == []


def test_votes_after_pairs_propose_the_same_people(window: MainWindow, qtbot: QtBot) -> None:
    sheet = begun(window, qtbot, "Wi-Fi", people=("", "", ""))
    for _ in range(2):
        press(sheet, "15", Qt.Key.Key_Return)
    press(sheet, "15", Qt.Key.Key_Escape)
    setup = setup_of(window, action="new_workshop")
    assert setup.people.number.value() == 3
    assert setup.wave.isChecked()
    setup.mode.buttons[Mode.VOTES].setChecked(True)
    assert setup.add.isChecked()
    window.prefer(replace(window.preferences, theme=Theme.DARK))
    qtbot.waitUntil(lambda: workshop(window).sheet is not setup)
    again = workshop(window).sheet
    assert isinstance(again, SetupSheet)
    assert again.add.isChecked()
    again.mode.buttons[Mode.INTERVIEW].setChecked(True)
    assert again.wave.isChecked()
    again.add.setChecked(True)
    again.mode.buttons[Mode.ROUND].setChecked(True)
    assert again.add.isChecked()
