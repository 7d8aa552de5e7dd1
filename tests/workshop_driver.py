"""A facilitator in a process of its own, that can be killed: types what is open and says what was typed.

Usage: workshop_driver.py study-file people undone; each key that was pressed is a line on standard output. So many
steps are undone first, which are those of the one that was killed before.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kano_app.domain.evidence import Answers
from kano_app.domain.session import Part, Stage
from kano_app.ui.application import open_window, prepare
from kano_app.ui.main_window import MainWindow
from kano_app.ui.workshop.door import WorkshopWaits
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.workshop import workshop_of


def answer_of(person: int, feature: int, part: Part) -> int:
    """Return what a person answers, whoever asks."""
    return (person * 7 + feature * 3 + (2 if part is Part.FUNCTIONAL else 0)) % 5 + 1


def main() -> None:
    path, people, undone = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    application = QApplication([])
    prepare(application)
    window = open_window()
    window.show()
    window.take([path])
    _until(application, lambda: window.document.path == path.resolve() and window.page == "answers")
    waits = window.pages["answers"].findChildren(WorkshopWaits)
    _say("opened", waits[0].told.text())
    _until(application, waits[0].isVisible)
    QTest.mouseClick(waits[0].go_on, Qt.MouseButton.LeftButton)
    _until(application, lambda: _sheet(window) is not None)
    sheet = _sheet(window)
    assert sheet is not None
    changed = 0
    for _ in range(undone):
        before = window.document.project
        QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        application.processEvents()
        changed += window.document.project is not before
    _say("undone", changed, len(_given(window)))
    _type(application, window, people)


def _given(window: MainWindow) -> list[int]:
    """Return the answers that stand in the study."""
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    return [int(code) for pair in evidence.pairs for code in (*pair.functional, *pair.dysfunctional) if code]


def _type(application: QApplication, window: MainWindow, people: int) -> None:
    """Press the keys of one question after another until all have answered."""
    sheet = _sheet(window)
    assert sheet is not None
    while True:
        session, view = sheet.desk.session, sheet.desk.view
        if session.stage is Stage.CONFIRMING:
            place = session.place
            assert place is not None
            last = place.participant == people - 1
            QTest.keyClick(sheet, Qt.Key.Key_Escape if last else Qt.Key.Key_Return)
            _say("confirm", place.participant)
            if last:
                break
        else:
            place = view.place
            assert place is not None
            feature = [one.id for one in window.document.project.survey.features].index(place.feature)
            code = answer_of(place.participant, feature, place.part)
            QTest.keyClicks(sheet, str(code))
            _say("key", place.participant, feature, place.part.value, code)
        application.processEvents()
    _say("done")
    window.close()


def _say(*words: object) -> None:
    """Tell whoever watches; nothing waits in a buffer that is lost with the process."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def _sheet(window: MainWindow) -> Facilitator | None:
    found = workshop_of(window)
    return found.sheet if found is not None and isinstance(found.sheet, Facilitator) else None


def _until(application: QApplication, is_so: object, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not is_so():  # type: ignore[operator] # a function without arguments
        application.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


if __name__ == "__main__":
    main()
