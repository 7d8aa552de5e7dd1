"""Notices, and those that belong to a step."""

from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.ui.main_window import MainWindow
from kano_app.ui.widgets.notice import Notices


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


def _settled(window: MainWindow, qtbot: QtBot) -> None:
    """Let the notices learn which page they belong to."""
    done: list[bool] = []
    QTimer.singleShot(1, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert window.isVisible()


def _close_first(window: MainWindow) -> None:
    found = next(one for one in window.notices.findChildren(QToolButton) if one.accessibleName() == "Close the notice")
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_notice_goes_when_its_page_is_left_and_an_error_stays_until_it_is_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("features")
    window.notify("A copy was written.")
    window.notify("The disk is full.", "error")
    _settled(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "answers"
    assert window.notices.texts() == ["The disk is full."]
    window.go("features")
    assert window.notices.texts() == ["The disk is full."]
    _close_first(window)
    assert window.notices.texts() == []
    assert window.notices.isHidden()


def test_who_tells_and_then_turns_to_a_page_means_that_page(window: MainWindow, qtbot: QtBot) -> None:
    window.notify("3 things to look at.", "warning")
    window.go("results")
    _settled(window, qtbot)
    assert window.notices.texts() == ["3 things to look at."]
    window.go("start")
    assert window.notices.texts() == []


def test_the_way_back_from_a_read_only_study_stays_on_every_page(window: MainWindow, qtbot: QtBot) -> None:
    window.document.read_only = True
    window.notify("This is a revision.", "info", ("Back to the study", lambda: None))
    _settled(window, qtbot)
    window.go("answers")
    assert window.notices.texts() == ["This is a revision."]


def test_only_the_newest_few_stand_and_errors_that_do_not_fit_come_back(window: MainWindow) -> None:
    for text in "abcd":
        window.notify(text)
    assert window.notices.texts() == ["d", "c", "b"]
    for text in "wxyz":
        window.notify(text, "error")
    assert window.notices.texts() == ["z", "y", "x", "d"]
    window.notify("e")
    assert window.notices.texts() == ["e", "z", "y", "x"]
    window.notices.remove(next(one for one in window.notices._notices() if one.text == "z"))
    assert window.notices.texts() == ["e", "y", "x", "w"]


def test_the_same_notice_stands_once_with_how_many_times_it_was_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(Notices, "_announce", lambda _, text, kind: heard.append(f"{kind}: {text}"))
    done: list[int] = []
    for number in (1, 2, 3):
        window.notify("That was the last pair.", "info", ("Add", partial(done.append, number)))
        window.notify("Something else.", "warning")
    assert window.notices.texts() == ["Something else.", "That was the last pair."]
    shown = [one.accessibleName() for one in window.notices.findChildren(QLabel) if one.text() == "× 3"]
    assert shown == ["Told 3 times", "Told 3 times"]
    assert heard == ["info: That was the last pair.", "warning: Something else."], "each is heard once"
    _press(window, "Add")
    assert done == [3]


def test_a_screen_reader_is_told_of_errors_at_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        told.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    window.notify("Done.")
    window.notify("The disk is full.", "error")
    politeness = QAccessible.AnnouncementPoliteness
    assert told == [("Done.", politeness.Polite), ("The disk is full.", politeness.Assertive)]
