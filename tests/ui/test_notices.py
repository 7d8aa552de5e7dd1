"""Notices, and those that belong to a step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.ui.main_window import MainWindow


def _rename(window: MainWindow, title: str) -> None:
    window.context.apply(N_("Rename the study"), lambda project: edits.rename_study(project, title))


def _press(window: MainWindow, text: str) -> None:
    found = next(one for one in window.notices.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_undo_in_a_notice_takes_its_step_back(window: MainWindow) -> None:
    _rename(window, "First")
    _rename(window, "Second")
    window.notify("It is called Second.", "info", window.context.undo_of_this_step())
    _press(window, "Undo")
    assert window.document.project.report.title == "First"
    assert window.notices.texts() == []


def test_a_notice_of_a_step_goes_once_another_step_is_taken_and_others_stay(window: MainWindow) -> None:
    _rename(window, "First")
    undo = window.context.undo_of_this_step("Take it back")
    window.notify("It is called First.", "info", undo)
    window.notify("Something else.")
    _rename(window, "Second")
    assert window.notices.texts() == ["Something else."]
    undo[1]()
    assert window.document.project.report.title == "Second", "only its own step is taken back"


def test_a_notice_of_a_step_goes_once_the_step_is_undone_elsewhere(window: MainWindow) -> None:
    _rename(window, "First")
    window.notify("It is called First.", "info", window.context.undo_of_this_step())
    window.run("undo")
    assert window.notices.texts() == []


def test_undo_of_a_step_stands_where_the_oldest_steps_are_forgotten(window: MainWindow) -> None:
    window.document.undo_stack.clear()
    window.document.undo_stack.setUndoLimit(1)
    _rename(window, "First")
    _, undo = window.context.undo_of_this_step()
    _rename(window, "Second")
    undo()
    assert window.document.project.report.title == "Second"


def test_undo_of_a_step_of_a_study_that_is_gone_does_nothing(window: MainWindow) -> None:
    _rename(window, "First")
    _, undo = window.context.undo_of_this_step()
    window.studies.new()
    _rename(window, "Other")
    undo()
    assert window.document.project.report.title == "Other"
