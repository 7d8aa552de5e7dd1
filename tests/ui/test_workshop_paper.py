"""Stacks of paper forms, typed on the keypad."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from workshops import press, study

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.entry import Setup
from kano_app.storage import read_project
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.answers import AnswersPage

ENTER = Qt.Key.Key_Enter


def typing(window: MainWindow, people: int = 0) -> AnswersPage:
    project = edits.add_people(study(), people) if people else study()
    if people:
        project = edits.answer(project, {(people - 1, 0): (1, 1)})
    window.show_document(Document.new(project, window.drafts))
    window.go("answers")
    page = window.pages["answers"]
    assert isinstance(page, AnswersPage)
    page.type_forms()
    return page


def pairs(window: MainWindow) -> list[list[tuple[int, int]]]:
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    return [
        [(int(one.functional[person]), int(one.dysfunctional[person])) for one in evidence.pairs]
        for person in range(evidence.people)
    ]


def test_two_digits_a_feature_and_enter_brings_the_next_form(window: MainWindow) -> None:
    page = typing(window)
    assert page.paper.number.text() == "Form 1"
    press(page.grid, "152433", ENTER, "11")
    assert pairs(window) == [[(1, 5), (2, 4), (3, 3)], [(1, 1), (0, 0), (0, 0)]]
    assert page.paper.number.text() == "Form 2"


def test_typing_on_after_the_last_feature_is_the_next_form(window: MainWindow) -> None:
    page = typing(window)
    press(page.grid, "152433", "51")
    assert pairs(window)[1][0] == (5, 1)


def test_plus_abstains_and_minus_goes_back(window: MainWindow) -> None:
    page = typing(window)
    press(page.grid, "+", "1+", "34")
    assert pairs(window) == [[(6, 6), (1, 6), (3, 4)]]
    press(page.grid, "-", "-")
    assert pairs(window)[0][1] == (1, 6)
    press(page.grid, "55")
    assert pairs(window)[0][2] != (3, 4)


def test_forms_go_on_after_the_people_who_are_there(window: MainWindow) -> None:
    page = typing(window, people=2)
    press(page.grid, "15")
    assert len(pairs(window)) == 3
    assert pairs(window)[2][0] == (1, 5)
    assert page.paper.number.text() == "Form 1"


def test_importance_is_a_third_digit_where_it_is_wanted(window: MainWindow) -> None:
    page = typing(window)
    page.paper.importance.setChecked(True)
    page.grid.setFocus()
    press(page.grid, "159")
    assert "Two digits" in page.paper.keys.text()
    press(page.grid, "240", "33")
    assert "Gym" in page.paper.keys.text()
    press(page.grid, "1", ENTER)
    stated = window.document.project.survey.importance
    assert [None if one is None else one.tolist()[0] for one in stated][::2] == [9.0, 1.0]
    assert pairs(window)[0] == [(1, 5), (2, 4), (3, 3)]


def test_an_empty_form_is_no_form(window: MainWindow) -> None:
    page = typing(window)
    press(page.grid, ENTER, ENTER)
    assert len(pairs(window)) == 1


def test_done_gives_the_keys_back_to_the_grid(window: MainWindow) -> None:
    page = typing(window)
    press(page.grid, "15")
    page.paper.close_button.click()
    assert page.paper.isHidden()
    QTest.keyClick(page.grid, Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier)
    assert pairs(window) == [[(1, 5), (0, 0), (0, 0)]]


def test_a_digit_that_is_no_answer_is_told_quietly_until_the_next_key(window: MainWindow) -> None:
    page = typing(window)
    press(page.grid, "1", "8")
    assert page.paper.keys.text() == "8 is no answer: 1 to 5, and 6 or + where somebody abstains."
    assert pairs(window)[0][0] == (1, 0)
    press(page.grid, "5")
    assert "Two digits" in page.paper.keys.text()
    assert pairs(window)[0][0] == (1, 5)


def test_a_form_that_was_begun_with_nothing_on_it_goes_in_the_end(window: MainWindow) -> None:
    page = typing(window, 1)
    press(page.grid, "152433", ENTER)
    assert len(pairs(window)) == 3
    page.paper.close_button.click()
    assert pairs(window)[1:] == [[(1, 5), (2, 4), (3, 3)]]
    assert page.paper.isHidden()
    window.run("undo")
    assert len(pairs(window)) == 3


def in_a_room(window: MainWindow, project: Project) -> AnswersPage:
    window.show_document(Document.new(project, window.drafts))
    window.go("answers")
    page = window.pages["answers"]
    assert isinstance(page, AnswersPage)
    page.type_forms()
    return page


def test_a_form_never_takes_the_seat_of_somebody_in_the_workshop(window: MainWindow) -> None:
    people = ("Ana", "Bo", "Cy")
    begun = entry.begin(study(), Setup(Mode.ROUND, people, practice=False))
    page = in_a_room(window, entry.answer(begun, 1))
    before = window.document.project.survey.session
    press(page.grid, "152433", ENTER)
    assert pairs(window)[1:4] == [[(0, 0)] * 3, [(0, 0)] * 3, [(1, 5), (2, 4), (3, 3)]]
    page.paper.close_button.click()
    assert len(pairs(window)) == 4
    assert window.document.project.survey.session == before


def test_done_with_nothing_typed_leaves_every_seat_and_the_question_of_the_moment(window: MainWindow) -> None:
    begun = entry.begin(study(), Setup(Mode.ROUND, ("Ana", "Bo", "Cy"), practice=False))
    page = in_a_room(window, begun)
    page.paper.close_button.click()
    assert window.document.project.survey.session == begun.survey.session
    assert len(pairs(window)) == 3


def test_a_form_is_nobody_who_voted_directly_or_of_whom_something_is_known(window: MainWindow) -> None:
    voted = entry.vote(entry.begin(study("Wi-Fi"), Setup(Mode.VOTES, ("",))), Category.MUST_BE)
    page = in_a_room(window, edits.tell_trait(edits.add_people(voted), [1], "Role", "staff"))
    press(page.grid, "15")
    assert pairs(window) == [[(0, 0)], [(0, 0)], [(1, 5)]]


def test_a_digit_in_a_row_that_is_no_form_counts_nothing_and_enter_goes_on_with_the_forms(window: MainWindow) -> None:
    page = typing(window, 1)
    press(page.grid, "15")
    page.grid.go_to(0, 1)
    press(page.grid, "2", "+", "-")
    assert "no form" in page.paper.keys.text()
    assert pairs(window) == [[(1, 1), (0, 0), (0, 0)], [(1, 5), (0, 0), (0, 0)]]
    press(page.grid, ENTER)
    assert page.grid.place == (2, 0)
    assert page.paper.number.text() == "Form 2"


def test_a_form_that_is_undone_is_none_any_more(window: MainWindow) -> None:
    page = typing(window, 1)
    window.run("undo")
    assert len(pairs(window)) == 1
    press(page.grid, "15")
    assert pairs(window) == [[(1, 1), (0, 0), (0, 0)]]


def test_a_form_with_nothing_on_it_is_nobody_once_another_page_is_turned_to(window: MainWindow) -> None:
    page = typing(window)
    press(page.grid, "152433", ENTER)
    assert window.document.project.survey.respondents == 2
    window.go("results")
    assert window.document.project.survey.respondents == 1
    window.go("answers")
    assert page.paper.isHidden()


def test_a_form_with_nothing_on_it_is_nobody_once_a_workshop_is_prepared_or_the_window_closed(
    window: MainWindow,
) -> None:
    page = typing(window)
    press(page.grid, "152433", ENTER)
    window.run("workshop")
    assert window.document.project.survey.respondents == 1
    page = typing(window)
    press(page.grid, "152433", ENTER)
    window.document.save_as(window.drafts.parent / "forms.kano")
    path = window.document.path
    window.close()
    assert read_project(path).survey.respondents == 1
