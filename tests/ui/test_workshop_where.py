"""Where the answers of another workshop go: what is proposed, and who is who."""

from workshops import session, study, workshop

from kano_app import entry
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.entry import Setup
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.workshop.setup import SetupSheet

SAME = "The people are those of the last workshop: P1 is P1, and so on."
NEW = "People without names are new people, beside those of the last workshop."


def answered(people: int = 3) -> Project:
    project = entry.begin(study("Wi-Fi"), Setup(Mode.ROUND, ("",) * people, practice=False))
    for number in [1] * people + [5] * people:
        project = entry.answer(project, number)
    return project


def setup_of(window: MainWindow, project: Project, mode: Mode) -> SetupSheet:
    window.show_document(Document.new(project, window.drafts))
    window.run("new_workshop")
    sheet = workshop(window).sheet
    assert isinstance(sheet, SetupSheet)
    sheet.mode.buttons[mode].setChecked(True)
    return sheet


def test_votes_after_pairs_are_added_to_the_same_people(window: MainWindow) -> None:
    sheet = setup_of(window, answered(), Mode.VOTES)
    assert sheet.add.isChecked()
    assert sheet.where.told.text() == SAME
    sheet.begin_now()
    assert (len(window.document.project.surveys), window.document.project.survey.respondents) == (1, 3)
    assert [one.here for one in session(window).participants] == [True] * 3


def test_pairs_after_pairs_are_a_wave_and_of_new_people_where_they_are_added(window: MainWindow) -> None:
    sheet = setup_of(window, answered(), Mode.ROUND)
    assert sheet.wave.isChecked()
    assert sheet.where.told.isHidden()
    sheet.add.setChecked(True)
    assert sheet.where.told.text() == NEW
    sheet.people.names.setPlainText("Ana\nBo")
    assert "Whoever is named again" in sheet.where.told.text()


def test_what_is_proposed_follows_the_way_of_asking_until_somebody_chooses(window: MainWindow) -> None:
    sheet = setup_of(window, answered(), Mode.VOTES)
    sheet.mode.buttons[Mode.INTERVIEW].setChecked(True)
    assert sheet.wave.isChecked()
    sheet.mode.buttons[Mode.CARDS].setChecked(True)
    assert not sheet.add.isEnabled()
    sheet.mode.buttons[Mode.VOTES].setChecked(True)
    assert sheet.add.isChecked()
    sheet.wave.setChecked(True)
    sheet.mode.buttons[Mode.INTERVIEW].setChecked(True)
    sheet.mode.buttons[Mode.VOTES].setChecked(True)
    assert sheet.wave.isChecked()


def test_pairs_after_votes_are_added_and_votes_after_both_are_a_wave(window: MainWindow) -> None:
    voted = entry.begin(study("Wi-Fi"), Setup(Mode.VOTES, ("",)))
    voted = entry.vote(voted, Category.MUST_BE)
    assert setup_of(window, voted, Mode.ROUND).add.isChecked()
    both = entry.answer(entry.begin(voted, Setup(Mode.ROUND, ("",), practice=False)), 1)
    assert setup_of(window, entry.answer(both, 5), Mode.VOTES).wave.isChecked()
