"""A workshop under way in a window, for tests."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import Session
from kano_app.entry import Setup
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.workshop import Workshop, workshop_of

NAMES = ("Wi-Fi", "Breakfast", "Gym")


def study(*names: str) -> Project:
    return edits.add_features(edits.new_study("Hotel"), names or NAMES)


def begun(window: MainWindow, qtbot: QtBot, *names: str, **choices: object) -> Facilitator:
    """Show a workshop that has just begun."""
    choices.setdefault("practice", False)
    return shown(window, qtbot, entry.begin(study(*names), Setup(**choices)))  # type: ignore[arg-type]


def shown(window: MainWindow, qtbot: QtBot, project: Project) -> Facilitator:
    """Show the workshop of a study."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    window.show_document(Document.new(project, window.drafts))
    window.run("workshop")
    sheet = workshop(window).sheet
    assert isinstance(sheet, Facilitator)
    qtbot.waitUntil(sheet.hasFocus, timeout=5_000)
    return sheet


def workshop(window: MainWindow) -> Workshop:
    found = workshop_of(window)
    assert found is not None
    return found


def press(widget: QWidget, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, Qt.Key):
            QTest.keyClick(widget, key)
        else:
            QTest.keyClicks(widget, key)


def rest(sheet: Facilitator, qtbot: QtBot) -> None:
    """Wait until a digit is not taken for one too many of the last answer."""
    qtbot.waitUntil(lambda: not sheet.desk.state.has_just_answered)


def session(window: MainWindow) -> Session:
    found = window.document.project.survey.session
    assert found is not None
    return found


def pairs(window: MainWindow, person: int) -> list[tuple[int, int]]:
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    return [(int(one.functional[person]), int(one.dysfunctional[person])) for one in evidence.pairs]
