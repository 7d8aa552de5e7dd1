"""Undo reaches back over the whole sitting, also where the program ended in between."""

import shutil
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from pytestqt.qtbot import QtBot
from sittings import session_in
from sittings import study as sitting_study
from storage.samples import difference
from workshops import begun, press, workshop

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry import Refused, Setup
from kano_app.i18n import language
from kano_app.storage import ProjectFile
from kano_app.ui.document import Document
from kano_app.ui.history import StepName
from kano_app.ui.main_window import MainWindow
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.setup import SetupSheet


def _cut_off(window: MainWindow, folder: Path) -> None:
    """Let the power go off, and open what is on the disk."""
    copied = folder / "after.kano"
    shutil.copy(window.document.path, copied)
    window.show_document(Document(ProjectFile.open(copied), window.drafts))
    window.run("workshop")


def test_undo_takes_back_what_was_typed_before_the_power_went_off(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    asked = begun(window, qtbot, people=("", ""))
    at_first = window.document.project
    press(asked, "1", "2", "3")
    states = [window.document.project]
    _cut_off(window, tmp_path)
    sheet = workshop(window).sheet
    assert isinstance(sheet, Facilitator)
    assert difference(window.document.project, states[0]) == ""
    assert window.document.undo_name() is not None
    for _ in range(3):
        sheet.desk.undo()
    assert difference(window.document.project, at_first) == ""
    sheet.desk.undo()
    assert sheet.said.text() == "There is nothing more to undo. ← goes back over the answers."
    for _ in range(3):
        sheet.desk.redo()
    assert difference(window.document.project, states[0]) == ""
    place = sheet.desk.view.place
    assert place is not None
    assert place.part is Part.DYSFUNCTIONAL


def test_a_beginning_that_is_undone_after_a_restart_shows_its_choices_again(window: MainWindow, tmp_path: Path) -> None:
    window.show_document(Document.new(edits.new_study("Hotel"), window.drafts))
    window.run("workshop")
    setup = workshop(window).sheet
    assert isinstance(setup, SetupSheet)
    setup.features[1].setPlainText("Wi-Fi\nGym")
    setup.people.names.setPlainText("Ana\nBo")
    setup.mode.buttons[Mode.ROUND].click()
    setup.asking.importance.click()
    setup.asking.practice.setChecked(False)
    setup.begin.click()
    sheet = workshop(window).sheet
    assert isinstance(sheet, Facilitator)
    press(sheet, "1")
    workshop(window).leave()
    workshop(window).state.draft = None  # as in another process
    _cut_off(window, tmp_path)
    sheet = workshop(window).sheet
    assert isinstance(sheet, Facilitator)
    sheet.desk.undo()
    sheet.desk.undo()
    again = workshop(window).sheet
    assert isinstance(again, SetupSheet)
    assert (again.people.names.toPlainText(), again.features[1].toPlainText()) == ("Ana\nBo", "Wi-Fi\nGym")
    assert again.mode.mode is Mode.ROUND
    assert again.asking.importance.isChecked()
    assert not again.asking.practice.isChecked()
    assert again.begin.isEnabled()


def test_the_step_of_before_is_named_in_the_language_of_now(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    press(begun(window, qtbot), "4")
    told = window.actions_by_name["undo"].text()
    _cut_off(window, tmp_path)
    assert window.actions_by_name["undo"].text() == told
    assert told != "Undo"


def test_a_step_that_the_file_does_not_give_back_stays_and_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(begun(window, qtbot), "4", "5")
    _cut_off(window, tmp_path)
    before = window.document.project
    monkeypatch.setattr("kano_app.storage.trail._is_sound", lambda _row: False)
    window.run("undo")
    assert window.document.project is before
    assert "no longer holds" in window.notices.texts()[0]
    assert not window.document.undo_stack.canUndo()
    sheet = workshop(window).sheet
    assert isinstance(sheet, Facilitator)
    press(sheet, "1")
    monkeypatch.undo()
    assert window.document.is_saved
    shutil.copy(window.document.path, tmp_path / "third.kano")
    with ProjectFile.open(tmp_path / "third.kano") as file:
        assert len(file.steps) == 1


def test_a_step_that_cannot_be_read_at_the_moment_can_be_taken_back_later(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(begun(window, qtbot), "4", "5")
    _cut_off(window, tmp_path)
    before, steps = window.document.project, window.document.undo_stack.index()

    def fails(*_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("kano_app.storage.trail.manifest_before", fails)
        window.run("undo")
    assert (window.document.project, window.document.undo_stack.index()) == (before, steps)
    assert "at the moment" in window.notices.texts()[0]
    window.run("undo")
    assert window.document.undo_stack.index() == steps - 1


def test_undo_waits_for_a_copy_that_is_being_written(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    press(begun(window, qtbot), "4", "5")
    _cut_off(window, tmp_path)
    before = window.document.project
    with window.document._in_use:
        window.run("undo")
    assert window.document.project is before
    assert "is being written" in window.notices.texts()[0]
    window.run("undo")
    assert window.document.project is not before


def test_a_workshop_that_was_just_opened_has_nothing_to_revert(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(begun(window, qtbot), "4", "5")
    _cut_off(window, tmp_path)
    assert not window.actions_by_name["revert"].isEnabled()
    window.run("undo")
    assert window.actions_by_name["revert"].isEnabled()
    window.run("redo")
    assert not window.actions_by_name["revert"].isEnabled()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '["a", 1]',
        '["{a.__class__}", {"a": "b"}]',
        '["{a[0]}", {"a": "b"}]',
        '["{a!r:>9999999}", {"a": "b"}]',
        '["{b}", {"a": "b"}]',
        '["{0}", {"0": "b"}]',
        '["{٣}", {"٣": "b"}]',
        '["", {}]',
        '["{a}", {"a": 1}]',
        '["{", {}]',
        "[" * 100_000,
    ],
)
def test_a_name_that_no_step_can_have_is_told_as_an_earlier_step(text: str) -> None:
    assert StepName.of(text).told(language("en")) == "An earlier step"
    assert "Project-Id" not in StepName.of(text).told(language("zh_CN"))


def test_a_name_comes_back_as_it_was() -> None:
    name = StepName("Rename “{name}”", (("name", "<b>早餐 {x} \ud800"),))
    assert StepName.of(name.text()) == name


def _full(_project: Project, _moves: object) -> None:
    raise OSError(28, "No space left on device")


@settings(max_examples=25, stateful_step_count=30, deadline=None)
class Sitting(RuleBasedStateMachine):
    """A facilitator who undoes, does again, and whose computer fails; the model is the list of all states so far."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.number = 0
        start = entry.begin(sitting_study(), Setup(Mode.ROUND, ("", ""), practice=False))
        self.document = Document.new(start, self.folder / "drafts")
        self.states: list[tuple[Project, str]] = [(start, "")]
        """Each with what the step to it merges with."""
        self.undone: list[tuple[Project, str]] = []
        self.kept = 0
        """How many steps reach over a restart."""
        self.full = False

    def _do(self, key: object, *arguments: object, merge: str = "") -> None:
        old = self.document.project
        with suppress(Refused):
            self.document.apply("Step", lambda now: key(now, *arguments), merge)  # type: ignore[operator]
        new = self.document.project
        if new is not old:
            joins = merge and self.states[-1][1] == merge
            if joins:
                self.states.pop()
            else:
                self._keep(old, new)
            self.states.append((new, merge))
            self.undone.clear()

    def _keep(self, old: Project, new: Project) -> None:
        self.kept = self.kept + 1 if self.kept or old.sits or new.sits else 0

    @rule(number=st.integers(1, 5))
    def answer(self, number: int) -> None:
        if session_in(self.document.project).stage is Stage.CONFIRMING:
            self._do(entry.confirm)
        else:
            self._do(entry.answer, number)

    @rule(title=st.text(max_size=3))
    def type_the_title(self, title: str) -> None:
        self._do(edits.rename_study, title, merge="title")

    @rule()
    def finish(self) -> None:
        if self.document.project.sits:
            self._do(entry.finish)

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self) -> None:
        self.document.undo()
        self.undone.append(self.states.pop())
        self.kept = max(0, self.kept - 1)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        old = self.document.project
        self.document.redo()
        self.states.append(self.undone.pop())
        self._keep(old, self.document.project)

    @precondition(lambda self: not self.full)
    @rule()
    def fill_the_disk(self) -> None:
        self.full = True
        self.document._file.save = _full  # type: ignore[assignment,method-assign]

    @precondition(lambda self: self.full)
    @rule()
    def make_room(self) -> None:
        self.full = False
        del self.document._file.save
        self.document.save_again()
        assert self.document.is_saved

    @precondition(lambda self: not self.full)
    @rule()
    def keep_and_forget_a_revision(self) -> None:
        self.document.file.forget(self.document.file.keep("kept").id)

    @precondition(lambda self: not self.full)
    @rule()
    def save_under_another_name(self) -> None:
        self.number += 1
        self.document.save_as(self.folder / f"{self.number}.kano")

    @precondition(lambda self: self.document.project.sits and not self.full)
    @rule()
    def fail(self) -> None:
        self.number += 1
        copied = self.folder / f"{self.number}.kano"
        shutil.copy(self.document.path, copied)
        self.document.close()
        self.document = Document(ProjectFile.open(copied), self.folder / "drafts")
        self.undone.clear()
        self.states = [(state, "") for state, _ in self.states[-1 - self.kept :]]

    def teardown(self) -> None:
        if self.full:
            self.make_room()
        assert self.document.undo_stack.index() == len(self.states) - 1
        while self.states:
            assert difference(self.document.project, self.states.pop()[0]) == ""
            self.document.undo()
        self.document.close()
        shutil.rmtree(self.folder)


TestSitting = Sitting.TestCase
