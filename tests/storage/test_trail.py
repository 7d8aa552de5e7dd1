"""The steps of a sitting are kept beside the state, to the last byte, however the program ends."""

import shutil
import sqlite3
import tempfile
import zlib
from contextlib import closing
from dataclasses import replace
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
from kano_app.storage.manifest import seal

_IS_THERE = "SELECT name FROM sqlite_schema WHERE name = 'step'"


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
            assert difference(file.before_step(step.id), old) == ""


def test_a_step_takes_a_fraction_of_the_room_of_a_state(sitting: Path) -> None:
    (whole,) = _column(sitting, "SELECT length(manifest) FROM state")
    (step,) = _column(sitting, "SELECT avg(length(packed)) FROM step")
    assert isinstance(whole, int)
    assert isinstance(step, float)
    assert step < whole / 25


def test_steps_are_removed_when_the_file_is_closed_after_the_end_of_the_workshop(
    sitting: Path, states: list[Project]
) -> None:
    with ProjectFile.open(sitting) as file:
        file.save(entry.finish(states[-1]), [Forward("Finish", states[-1], in_workshop=True)])
    assert _column(sitting, _IS_THERE) == []
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
        assert difference(file.before_step(5), over) == ""
    assert _column(Path(copied), _IS_THERE) == []


def test_no_step_is_kept_outside_of_a_workshop(tmp_path: Path) -> None:
    study = sitting_study()
    named = edits.rename_study(study, "Other")
    with ProjectFile.create(tmp_path / "a.kano", study) as file:
        file.save(named, [Forward("Rename", study, in_workshop=False)])
        file.save(study, [Back()])
    assert _column(tmp_path / "a.kano", _IS_THERE) == []


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
        assert difference(file.before_step(file.steps[-1].id), states[2]) == ""


def test_of_a_step_that_was_altered_and_those_before_it_none_is_offered(sitting: Path, states: list[Project]) -> None:
    with closing(sqlite3.connect(sitting)) as connection, connection:
        connection.execute("UPDATE step SET name = x'00' WHERE id = 100")
    with ProjectFile.open(sitting) as file:
        # The first after it that stands for itself.
        assert [step.id for step in file.steps] == list(range(129, 151))
        assert difference(file.project, states[-1]) == ""
        for step in file.steps:
            assert difference(file.before_step(step.id), states[step.id - 1]) == ""
        with pytest.raises(ProjectFileError) as caught:
            file.before_step(101)
        assert caught.value.reason is Reason.DAMAGED


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE step SET seal = x'00'",
        "UPDATE step SET after = NULL",
        "UPDATE step SET packed = 'text'",
        "UPDATE step SET id = id + 9223372036854775000 WHERE id > 100",
        "ALTER TABLE step DROP COLUMN seal",
        "ALTER TABLE step ADD COLUMN more TEXT NOT NULL DEFAULT ''",
        "DROP TABLE step; CREATE TABLE step (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID",
        "UPDATE step SET name = CAST(x'ff' AS TEXT)",
        "DROP TABLE step; CREATE TABLE step (id, name, whole, packed, seal, after)",
    ],
)
def test_whatever_is_wrong_with_the_steps_the_study_opens_and_is_saved(
    sitting: Path, states: list[Project], harm: str
) -> None:
    with closing(sqlite3.connect(sitting)) as connection, connection:
        connection.executescript(harm)
    with ProjectFile.open(sitting) as file:
        assert difference(file.project, states[-1]) == ""
        kept = len(file.steps)
        assert kept in (0, 150)
        file.save(states[0], [Forward("new", states[-1], in_workshop=True)])
    with ProjectFile.open(sitting) as file:
        assert len(file.steps) == kept + 1
        assert difference(file.before_step(file.steps[-1].id), states[-1]) == ""


def test_a_trail_that_did_not_lead_to_the_state_is_none(sitting: Path, states: list[Project], tmp_path: Path) -> None:
    """A program that does not know of it changed the study."""
    with ProjectFile.create(tmp_path / "other.kano", states[3]) as other:
        other.close()
    with closing(sqlite3.connect(sitting)) as connection, connection:
        connection.execute("ATTACH ? AS other", (str(tmp_path / "other.kano"),))
        connection.execute("REPLACE INTO state SELECT * FROM other.state")
        connection.execute("INSERT OR IGNORE INTO blob SELECT * FROM other.blob")
    with ProjectFile.open(sitting) as file:
        assert difference(file.project, states[3]) == ""
        assert file.steps == ()


def test_steps_that_unpack_to_more_than_a_study_can_hold_are_none(sitting: Path, states: list[Project]) -> None:
    """Closing unpacks them all: what they need must not come from what they are."""
    with closing(sqlite3.connect(sitting)) as connection, connection:
        for number in range(1, 151):
            row = (number, b"name", 1, zlib.compress(b"x" * (1 << 24)))
            sealed = seal(str(number).encode(), b"name", b"1", row[3])
            connection.execute(
                "UPDATE step SET name=?, whole=1, packed=?, seal=? WHERE id=?", (*row[1:2], row[3], sealed, number)
            )
    with ProjectFile.open(sitting) as file:
        assert len(file.steps) == 150
        with pytest.raises(ProjectFileError):
            file.before_step(150)
    assert _column(sitting, _IS_THERE) == []
    with ProjectFile.open(sitting) as file:
        assert difference(file.project, states[-1]) == ""


def test_a_copy_that_is_handed_on_holds_nothing_of_what_was_undone(tmp_path: Path) -> None:
    start = begun(people=("",))
    secret = edits.rename_study(start, "Secret title")
    with ProjectFile.create(tmp_path / "a.kano", start) as file:
        file.save(secret, [Forward("Rename", start, in_workshop=True)])
        named = edits.rename_study(start, "Title")
        file.save(named, [Forward("Rename", secret, in_workshop=True)])
        file.copy_to(tmp_path / "copy.kano")
        file.copy_to(tmp_path / "moved.kano", with_steps=True)
    assert b"Secret" not in (tmp_path / "copy.kano").read_bytes()
    with ProjectFile.open(tmp_path / "copy.kano") as copied:
        assert difference(copied.project, named) == ""
        assert copied.steps == ()
    with ProjectFile.open(tmp_path / "moved.kano") as moved:
        assert difference(moved.before_step(moved.steps[-1].id), secret) == ""


def test_the_state_is_saved_where_what_was_before_cannot_be(tmp_path: Path) -> None:
    start = begun(people=("",))
    bad = replace(start, salt=5)  # type: ignore[arg-type] # what no edit makes
    with ProjectFile.create(tmp_path / "a.kano", start) as file:
        later = entry.answer(start, 1)
        file.save(later, [Forward("bad", start, in_workshop=True), Forward("mended", bad, in_workshop=True)])
    with ProjectFile.open(tmp_path / "a.kano") as file:
        assert difference(file.project, later) == ""
        assert file.steps == ()


def test_arrays_of_steps_that_were_never_kept_are_written_again(tmp_path: Path) -> None:
    first, second, third = _answered(2, people=2, features=2)
    with ProjectFile.create(tmp_path / "a.kano", first) as file:
        moves: list[Move] = [
            Forward("one", first, in_workshop=True),
            Forward("two", second, in_workshop=True),
            Back(),
            Back(),
        ]
        file.save(first, moves)
        file.forget(file.keep("kept").id)
        file.save(second, [Forward("one", first, in_workshop=True)])
        file.save(third, [Forward("two", second, in_workshop=True)])
    with ProjectFile.open(tmp_path / "a.kano") as file:
        assert difference(file.project, third) == ""
        assert difference(file.before_step(2), second) == ""


def test_only_so_many_steps_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trail, "MOST", 100)
    states = _answered(300, people=12)
    with ProjectFile.create(tmp_path / "a.kano", states[0]) as file:
        _taken(file, states)
    assert len(_column(tmp_path / "a.kano", "SELECT id FROM step")) < 100 + 2 * 64
    with ProjectFile.open(tmp_path / "a.kano") as file:
        assert len(file.steps) == 100
        for step in file.steps:
            assert difference(file.before_step(step.id), states[int(step.name)]) == ""


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
        self.waiting: list[Move] = []
        self.waits = False

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
            self._save(move)

    def _save(self, move: Move) -> None:
        self.waiting.append(move)
        if not self.waits:
            self.file.save(self.now, self.waiting)
            self.waiting = []

    @rule()
    def write_a_copy(self) -> None:
        """Let steps wait, as they do while a copy is written."""
        self.waits = True

    @precondition(lambda self: self.waits)
    @rule()
    def copy_is_written(self) -> None:
        self.waits = False
        self.file.save(self.now, self.waiting)
        self.waiting = []

    @precondition(lambda self: not self.waits)
    @rule()
    def keep_and_forget_a_revision(self) -> None:
        self.file.forget(self.file.keep("kept").id)

    @precondition(lambda self: self.model)
    @rule()
    def back(self) -> None:
        _, self.now = self.model.pop()
        self._save(Back())

    @rule()
    def cut(self) -> None:
        self.model.clear()
        self.number += 1
        self.now = edits.rename_study(self.now, f"Study {self.number}")
        self._save(Cut())

    @rule()
    def start_again(self) -> None:
        if self.waits:
            self.copy_is_written()
        self.file.close()
        self.file = ProjectFile.open(self.file.path)
        self._look()

    @rule()
    def lose_power(self) -> None:
        if self.waits:
            self.copy_is_written()
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
            assert difference(self.file.before_step(step.id), old) == ""

    @invariant()
    def is_on_the_disk(self) -> None:
        assert self.waits or not difference(self.file.project, self.now)

    def teardown(self) -> None:
        self.start_again()
        self.file.close()
        shutil.rmtree(self.folder)


TestSitting = Sitting.TestCase
