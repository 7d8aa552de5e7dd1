"""A workshop from the setup to the last answer, with the power going off twice on the way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import workshop_driver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from workshop_driver import answer_of

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry import Setup
from kano_app.storage import ProjectFile, read_project
from kano_app.ui.main_window import MainWindow
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.setup import SetupSheet
from kano_app.ui.workshop.workshop import workshop_of

PEOPLE, FEATURES = 8, 12
HALVES = (Part.FUNCTIONAL, Part.DYSFUNCTIONAL)


def test_eight_people_twelve_features_two_keys_a_pair_killed_twice_nothing_lost(tmp_path: Path) -> None:
    path = _begun(tmp_path)
    pressed: list[str] = []
    for stop_after in (31, 88, None):
        lines = _run(path, tmp_path, stop_after)
        expected = "P1" if not pressed else ""
        assert lines[0].startswith("opened Continue at " + expected) or "is done" in lines[0]
        pressed += lines[1:]
        read = read_project(path)
        answers = read.survey.evidence
        assert isinstance(answers, Answers)
        for line in pressed:
            if line.startswith("key"):
                _, who, what, half, code = line.split()
                assert int(getattr(answers.pairs[int(what)], half)[int(who)]) == int(code)
    keys = [line for line in pressed if line.startswith("key")]
    assert len(set(keys)) >= 2 * PEOPLE * FEATURES - 2
    # What was pressed in the moment of the kill may be stored and not told, but nothing is asked twice.
    assert len(keys) <= 2 * PEOPLE * FEATURES
    read = read_project(path)
    answers = read.survey.evidence
    assert isinstance(answers, Answers)
    assert answers.people == PEOPLE
    for person in range(PEOPLE):
        for feature, pair in enumerate(answers.pairs):
            told = (int(pair.functional[person]), int(pair.dysfunctional[person]))
            assert told == tuple(answer_of(person, feature, part) for part in HALVES)
    assert entry.view(read).stage is Stage.DONE


def test_undo_reaches_back_over_two_kills_to_the_beginning(tmp_path: Path) -> None:
    path = _begun(tmp_path)
    first = _run(path, tmp_path, 25)
    second = _run(path, tmp_path, 25)
    steps = [line for line in first + second if line.startswith(("key", "confirm"))]
    last = _run(path, tmp_path, None, undone=len(steps))
    _, undone, left = last[1].split()
    # Two steps at most were stored in the moment of a kill and not told.
    assert (int(undone), int(left) <= 2) == (len(steps), True)
    assert entry.view(read_project(path)).stage is Stage.DONE
    with ProjectFile.open(path) as file:
        assert file.steps == ()


def _begun(folder: Path) -> Path:
    path = folder / "workshop.kano"
    study = edits.add_features(edits.new_study("Hotel"), [f"Feature {n}" for n in range(1, FEATURES + 1)])
    ProjectFile.create(path, entry.begin(study, Setup(practice=False, people=("",) * PEOPLE))).close()
    return path


def _run(path: Path, folder: Path, stop_after: int | None, undone: int = 0) -> list[str]:
    """Let the facilitator undo and type, and kill the process after so many keys; return what it said."""
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "KANO_APP_DATA": str(folder / "own"),
        "PYTHONPATH": os.pathsep.join(one for one in sys.path if one),
    }
    (folder / "own").mkdir(exist_ok=True)
    (folder / "own" / "preferences.json").write_text('{"language": "en"}', encoding="utf-8")
    command = [sys.executable, str(Path(workshop_driver.__file__)), str(path), str(PEOPLE), str(undone)]
    lines: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as child:
        assert child.stdout is not None
        for line in child.stdout:
            lines.append(line.strip())
            if stop_after is not None and len(lines) > stop_after:
                os.kill(child.pid, signal.SIGKILL)
                lines += [one.strip() for one in child.stdout if one.endswith("\n")]
        code = child.wait(60)
    assert code == (0 if stop_after is None else -signal.SIGKILL)
    return lines


def test_a_round_of_three_from_the_door_to_the_results(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: workshop_of(window) is not None)
    found = workshop_of(window)
    assert found is not None
    setup = found.sheet
    assert isinstance(setup, SetupSheet)
    qtbot.waitUntil(setup.features[1].hasFocus)
    QTest.keyClicks(setup.features[1], "Wi-Fi")
    QTest.keyClick(setup.features[1], Qt.Key.Key_Return)
    QTest.keyClicks(setup.features[1], "Gym")
    setup.mode.buttons[Mode.ROUND].click()
    setup.people.number.setValue(3)
    setup.asking.practice.click()
    setup.begin.click()
    sheet = found.sheet
    assert isinstance(sheet, Facilitator)
    qtbot.waitUntil(sheet.hasFocus)
    QTest.keyClicks(sheet, "o")
    room = found.room
    assert room is not None
    QTest.keyClicks(room, "112" + "555" + "333" + "333")
    assert entry.view(window.document.project).stage is Stage.DONE
    QTest.keyClicks(sheet, "r")
    QTest.keyClicks(sheet, "1")
    assert window.page == "results"
    qtbot.waitUntil(lambda: window.findings.roadmap is not None and not window.findings.is_stale, timeout=30_000)
    assert window.findings.analysis is not None
    assert window.findings.analysis.features[0].n == 3
    found.leave()
