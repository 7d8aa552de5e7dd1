import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from storage.samples import difference, files, reason

from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, ProjectFileError, Reason, read_project
from kano_app.storage.migrations import STEPS, Step, newest


def _add_a_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")


def _lose_the_state(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM state")


def _fail(connection: sqlite3.Connection) -> None:
    _add_a_table(connection)
    raise LookupError("a step that does not expect this file")


def _break(connection: sqlite3.Connection) -> None:
    _add_a_table(connection)
    connection.execute("SELECT * FROM nowhere")


_TO_3 = (Step(1, 2, _add_a_table), Step(2, 3, lambda connection: connection.execute("INSERT INTO later VALUES (7)")))


def _version(path: Path) -> int:
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def test_there_is_one_version_and_the_steps_are_a_chain() -> None:
    assert newest() == 1
    assert [(one.before, one.after) for one in STEPS] == [(place, place + 1) for place in range(1, len(STEPS) + 1)]


def test_an_older_file_is_copied_and_then_migrated(path: Path, project: Project) -> None:
    with ProjectFile.open(path, steps=_TO_3) as opened:
        assert opened.backup == path.with_name(f"{path.name}.v1.bak")
        assert difference(opened.project, project) == ""
        assert opened._connection.execute("SELECT id FROM later").fetchall() == [(7,)]
    assert (_version(path), _version(opened.backup)) == (3, 1)
    assert difference(read_project(opened.backup), project) == ""
    with ProjectFile.open(path, steps=_TO_3) as again:
        assert again.backup is None


def test_a_copy_that_is_there_is_not_overwritten(path: Path) -> None:
    for name in (f"{path.name}.v1.bak", f"{path.name}.v1.2.bak"):
        path.with_name(name).write_bytes(b"earlier")
    with ProjectFile.open(path, steps=_TO_3) as opened:
        assert opened.backup == path.with_name(f"{path.name}.v1.3.bak")
    assert path.with_name(f"{path.name}.v1.bak").read_bytes() == b"earlier"


@pytest.mark.parametrize("step", [_fail, _break, _lose_the_state])
def test_a_step_that_fails_changes_nothing(path: Path, step: Callable[[sqlite3.Connection], None]) -> None:
    before = files(path.parent)
    with pytest.raises(ProjectFileError) as error:
        ProjectFile.open(path, steps=(Step(1, 2, step),))
    assert reason(error.value) is Reason.DAMAGED
    assert files(path.parent) == before
    ProjectFile.open(path).close()


def test_reading_an_older_file_changes_nothing(path: Path, project: Project) -> None:
    before = files(path.parent)
    assert difference(read_project(path, steps=_TO_3), project) == ""
    assert files(path.parent) == before


def test_a_new_file_has_the_newest_version(tmp_path: Path, project: Project) -> None:
    with ProjectFile.create(tmp_path / "a.kano", project, steps=_TO_3) as made:
        assert made.backup is None
    assert _version(made.path) == 3
    with pytest.raises(ProjectFileError) as error:
        ProjectFile.open(made.path)
    assert reason(error.value) is Reason.NEWER
