"""The steps of a sitting are kept beside the state, to the last byte, however the program ends."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sittings import begun, session_in
from sittings import study as sitting_study
from storage.samples import difference

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Stage
from kano_app.storage import Back, Cut, Forward, Move, ProjectFile, ProjectFileError, Reason, trail


def _answered(count: int, *, people: int = 8, features: int = 30) -> list[Project]:
    """Return the states of a sitting, from its beginning on."""
    states = [begun(*(f"Feature {n}" for n in range(features)), people=("",) * people)]
    for number in range(count):
        now = states[-1]
        states.append(
            entry.confirm(now) if session_in(now).stage is Stage.CONFIRMING else entry.answer(now, number % 5 + 1)
        )
    return states


def _taken(file: ProjectFile, states: list[Project]) -> None:
    for place, (old, new) in enumerate(pairwise(states)):
        file.save(new, [Forward(str(place), old, in_workshop=True)])


@pytest.fixture
def states() -> list[Project]:
    return _answered(150)


@pytest.fixture
def sitting(tmp_path: Path, states: list[Project]) -> Path:
    """Return a closed file with a sitting of a hundred and fifty keys."""
    path = tmp_path / "a.kano"
    with ProjectFile.create(path, states[0]) as file:
        _taken(file, states)
    return path


def _column(path: Path, question: str) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(question)]


def test_every_state_of_a_sitting_comes_back_after_the_file_was_closed(sitting: Path, states: list[Project]) -> None:
    with ProjectFile.open(sitting) as file:
        assert [step.name for step in file.steps] == [str(place) for place in range(150)]
        for step, old in zip(reversed(file.steps), reversed(states[:-1]), strict=True):
            assert difference(file.before(step.id), old) == ""


def test_a_step_takes_a_fraction_of_the_room_of_a_state(sitting: Path) -> None:
    (whole,) = _column(sitting, "SELECT length(manifest) FROM state")
    (step,) = _column(sitting, "SELECT avg(length(before)) FROM step")
    assert isinstance(whole, int)
    assert isinstance(step, float)
    assert step < whole / 25


def test_steps_are_removed_when_the_file_is_closed_after_the_end_of_the_workshop(
    sitting: Path, states: list[Project]
) -> None:
    with ProjectFile.open(sitting) as file:
        file.save(entry.finish(states[-1]), [Forward("Finish", states[-1], in_workshop=True)])
    assert _column(sitting, "SELECT id FROM step") == []
    with ProjectFile.open(sitting) as file:
        assert file.steps == ()


def test_what_is_done_after_the_workshop_is_kept_until_the_file_is_closed(tmp_path: Path) -> None:
    states = _answered(3)
    over = entry.finish(states[-1])
    with ProjectFile.create(tmp_path / "a.kano", states[0]) as file:
        _taken(file, states)
        file.save(over, [Forward("Finish", states[-1], in_workshop=True)])
        file.save(edits.rename_study(over, "Other"), [Forward("Rename", over, in_workshop=False)])
        copied = shutil.copy(file.path, tmp_path / "b.kano")
    with ProjectFile.open(Path(copied)) as file:
        assert [step.name for step in file.steps] == ["0", "1", "2", "Finish", "Rename"]
        assert difference(file.before(5), over) == ""
    assert _column(Path(copied), "SELECT id FROM step") == []


def test_no_step_is_kept_outside_of_a_workshop(tmp_path: Path) -> None:
    study = sitting_study()
    named = edits.rename_study(study, "Other")
    with ProjectFile.create(tmp_path / "a.kano", study) as file:
        file.save(named, [Forward("Rename", study, in_workshop=False)])
        file.save(study, [Back()])
    assert _column(tmp_path / "a.kano", "SELECT name FROM sqlite_schema WHERE name = 'step'") == []


def test_steps_of_a_save_that_failed_are_written_with_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = _answered(6)
    with ProjectFile.create(tmp_path / "a.kano", states[0]) as file:
        _taken(file, states[:3])
        moves: list[Move] = []

        def full(*_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        with monkeypatch.context() as patched:
            patched.setattr("kano_app.storage.revisions.write_state", full)
            for old, new in ((states[2], states[3]), (states[3], states[4])):
                moves.append(Forward("late", old, in_workshop=True))
                with pytest.raises(ProjectFileError):
                    file.save(new, moves)
        moves.append(Back())
        file.save(states[3], moves)
    with ProjectFile.open(tmp_path / "a.kano") as file:
        assert [step.name for step in file.steps] == ["0", "1", "late"]
        assert difference(file.before(file.steps[-1].id), states[2]) == ""


def test_a_step_that_was_altered_is_not_offered_and_nothing_else_is_lost(sitting: Path, states: list[Project]) -> None:
    with closing(sqlite3.connect(sitting)) as connection, connection:
        connection.execute("UPDATE step SET name = 'other' WHERE id = 100")
    with ProjectFile.open(sitting) as file:
        assert [step.id for step in file.steps] == list(range(101, 151))
        assert difference(file.project, states[-1]) == ""
        assert difference(file.before(150), states[149]) == ""
        with pytest.raises(ProjectFileError) as caught:
            file.before(101)
        assert caught.value.reason is Reason.DAMAGED


def test_a_table_of_steps_that_is_none_of_ours_is_an_empty_trail(sitting: Path, states: list[Project]) -> None:
    with closing(sqlite3.connect(sitting)) as connection, connection:
        connection.execute("UPDATE step SET seal = x'00'")
    with ProjectFile.open(sitting) as file:
        assert file.steps == ()
        file.save(states[0], [Forward("new", states[-1], in_workshop=True)])
    with ProjectFile.open(sitting) as file:
        assert [step.name for step in file.steps] == ["new"]


def test_only_so_many_steps_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trail, "MOST", 100)
    states = _answered(300, people=12)
    with ProjectFile.create(tmp_path / "a.kano", states[0]) as file:
        _taken(file, states)
    assert len(_column(tmp_path / "a.kano", "SELECT id FROM step")) < 100 + 2 * 64
    with ProjectFile.open(tmp_path / "a.kano") as file:
        assert len(file.steps) == 100
        for step in file.steps:
            assert difference(file.before(step.id), states[int(step.name)]) == ""


@settings(max_examples=40, stateful_step_count=40, deadline=None)
class Sitting(RuleBasedStateMachine):
    """Steps forward and back, restarts and power cuts; the model is a list of names and states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.number = 0
        self.now = begun(people=("", ""))
        self.model: list[tuple[str, Project]] = []
        self.file = ProjectFile.create(self.folder / "0.kano", self.now)

    @rule(answer=st.integers(1, 5))
    def step(self, answer: int) -> None:
        new = (
            entry.confirm(self.now)
            if session_in(self.now).stage is Stage.CONFIRMING
            else entry.answer(self.now, answer)
        )
        self._go(new, Forward(f"step {self.number}", self.now, in_workshop=True))

    @rule()
    def add_a_feature(self) -> None:
        new = edits.add_features(self.now, [f"Feature {self.number} 早餐"])
        self._go(new, Forward(f"add {self.number}", self.now, in_workshop=True))

    def _go(self, new: Project, move: Forward) -> None:
        self.number += 1
        if new is not self.now:
            self.model.append((move.name, self.now))
            self.now = new
            self.file.save(new, [move])

    @precondition(lambda self: self.model)
    @rule()
    def back(self) -> None:
        _, self.now = self.model.pop()
        self.file.save(self.now, [Back()])

    @rule()
    def cut(self) -> None:
        self.model.clear()
        self.number += 1
        self.now = edits.rename_study(self.now, f"Study {self.number}")
        self.file.save(self.now, [Cut()])

    @rule()
    def start_again(self) -> None:
        self.file.close()
        self.file = ProjectFile.open(self.file.path)
        self._look()

    @rule()
    def lose_power(self) -> None:
        self.number += 1
        copied = self.folder / f"{self.number}.kano"
        shutil.copy(self.file.path, copied)
        self.file.close()
        self.file = ProjectFile.open(copied)
        self._look()

    def _look(self) -> None:
        assert difference(self.file.project, self.now) == ""
        assert [step.name for step in self.file.steps] == [name for name, _ in self.model]
        for step, (_, old) in zip(self.file.steps, self.model, strict=True):
            assert difference(self.file.before(step.id), old) == ""

    @invariant()
    def is_on_the_disk(self) -> None:
        assert difference(self.file.project, self.now) == ""

    def teardown(self) -> None:
        self.start_again()
        self.file.close()
        shutil.rmtree(self.folder)


TestSitting = Sitting.TestCase
