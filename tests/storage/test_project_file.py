import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from storage.samples import PROJECTS, answered, difference, files, reason

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, ProjectFileError, Reason, project_file, read_project, revisions
from kano_app.storage.connection import APPLICATION_ID, transaction


@pytest.fixture
def opened(path: Path) -> Iterator[ProjectFile]:
    with ProjectFile.open(path) as opened:
        yield opened


def _statements(opened: ProjectFile) -> list[str]:
    said: list[str] = []
    opened._connection.set_trace_callback(said.append)
    return said


def _blobs(opened: ProjectFile) -> int:
    (count,) = opened._connection.execute("SELECT count(*) FROM blob").fetchone()
    return int(count)


def test_the_file_is_the_database_that_was_promised(opened: ProjectFile) -> None:
    found = {
        name: opened._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "application_id",
            "user_version",
            "journal_mode",
            "synchronous",
            "trusted_schema",
            "foreign_keys",
            "locking_mode",
        )
    }
    assert found == {
        "application_id": APPLICATION_ID,
        "user_version": 1,
        "journal_mode": "delete",
        "synchronous": 3,
        "trusted_schema": 0,
        "foreign_keys": 1,
        "locking_mode": "exclusive",
    }


def test_what_was_created_is_read_again(path: Path, project: Project) -> None:
    assert difference(read_project(path), project) == ""
    with ProjectFile.open(path) as opened:
        assert difference(opened.project, project) == ""


def test_creating_keeps_the_very_object(tmp_path: Path, project: Project) -> None:
    with ProjectFile.create(tmp_path / "a.kano", project) as made:
        assert made.project is project
    assert list(files(tmp_path)) == ["a.kano"]


def test_creating_never_replaces_a_file(path: Path, project: Project) -> None:
    before = files(path.parent)
    with pytest.raises(ProjectFileError) as error:
        ProjectFile.create(path, project)
    assert reason(error.value) is Reason.EXISTS
    assert files(path.parent) == before


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(PROJECTS, PROJECTS)
def test_any_project_can_be_saved_over_any_other(
    tmp_path_factory: pytest.TempPathFactory, one: Project, other: Project
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.kano"
    with ProjectFile.create(path, one) as made:
        made.save(other)
    with ProjectFile.open(path) as opened:
        assert difference(opened.project, other) == ""
        assert difference(opened.load(opened.revisions()[0].id), one) == ""


def test_one_changed_answer_writes_one_blob(opened: ProjectFile) -> None:
    before = _blobs(opened)
    said = _statements(opened)
    opened.save(answered(opened.project))
    assert _blobs(opened) == before + 1
    assert [one.split()[0] for one in said if "COUNT" not in one.upper()] == ["BEGIN", "INSERT", "REPLACE", "COMMIT"]


def test_other_settings_write_no_blob(opened: ProjectFile) -> None:
    said = _statements(opened)
    opened.save(edits.choose_method(opened.project, replace(opened.project.analysis, seed=7)))
    assert [one.split()[0] for one in said] == ["BEGIN", "REPLACE", "COMMIT"]


def test_the_same_project_is_not_written_again(opened: ProjectFile) -> None:
    said = _statements(opened)
    opened.save(opened.project)
    equal = replace(opened.project)
    opened.save(equal)
    assert said == []
    assert opened.project is equal


def test_a_project_that_cannot_be_stored_leaves_the_state_alone(opened: ProjectFile) -> None:
    before = opened.project
    with pytest.raises(TypeError):
        opened.save(replace(before, salt=5))  # type: ignore[arg-type]
    assert opened.project is before


def test_a_full_disk_is_said_and_the_state_stays(opened: ProjectFile) -> None:
    before = opened.project
    (pages,) = opened._connection.execute("PRAGMA page_count").fetchone()
    opened._connection.execute(f"PRAGMA max_page_count = {pages}")
    larger = edits.choose_report(before, replace(before.report, title="x" * 100_000))
    with pytest.raises(ProjectFileError) as error:
        opened.save(larger)
    assert reason(error.value) is Reason.UNWRITABLE
    assert opened.project is before
    opened._connection.execute("PRAGMA max_page_count = 100000")
    opened.save(larger)
    opened.close()
    assert difference(read_project(opened.path), larger) == ""


def test_after_a_save_that_failed_the_old_state_is_written_again(
    opened: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = opened.project
    with monkeypatch.context() as patched:
        patched.setattr(revisions, "write_state", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            opened.save(answered(before))
    said = _statements(opened)
    opened.save(before)
    opened.save(before)
    assert [one.split()[0] for one in said] == ["BEGIN", "REPLACE", "COMMIT"]


def _interrupt(_connection: sqlite3.Connection, _manifest: bytes) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("gone", ["moved", "replaced"])
def test_a_file_that_was_moved_away_is_not_saved_into_the_void(opened: ProjectFile, gone: str) -> None:
    elsewhere = opened.path.with_name("elsewhere.kano")
    opened.path.rename(elsewhere)
    if gone == "replaced":
        opened.path.write_bytes(b"")
    with pytest.raises(ProjectFileError) as error:
        opened.save(answered(opened.project))
    assert reason(error.value) is Reason.MISSING
    rescued = opened.path.with_name("rescued.kano")
    opened.copy_to(rescued)
    assert difference(read_project(rescued), opened.project) == ""


def test_what_nothing_names_is_removed_on_closing(path: Path) -> None:
    with ProjectFile.open(path) as opened:
        before = _blobs(opened)
        opened.save(answered(opened.project))
        opened.save(answered(opened.project))
        assert _blobs(opened) == before + 2
    with ProjectFile.open(path) as opened:
        assert _blobs(opened) == before + 1
        assert difference(opened.load(1), opened.project) != ""


@pytest.mark.parametrize("way", ["close", "forget"])
def test_a_save_that_got_there_though_it_reported_an_error_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    opened = ProjectFile.open(path)
    first = answered(opened.project)
    opened.save(first)
    later = answered(first, 0, 1)
    kept = opened.keep("kept").id
    with monkeypatch.context() as patched:
        patched.setattr(project_file, "transaction", _reporting_an_error)
        with pytest.raises(ProjectFileError):
            opened.save(later)
    assert opened.project is first
    if way == "forget":
        opened.forget(kept)
        opened.save(first)
        opened.close()
        assert difference(read_project(path), first) == ""
    else:
        opened.close()
        assert difference(read_project(path), later) == ""


@contextmanager
def _reporting_an_error(connection: sqlite3.Connection) -> Iterator[None]:
    with transaction(connection):
        yield
    raise sqlite3.OperationalError("disk I/O error")


def test_a_connection_that_is_lost_is_said(opened: ProjectFile) -> None:
    opened._connection.close()
    with pytest.raises(ProjectFileError) as error:
        opened.save(answered(opened.project))
    assert reason(error.value) is Reason.UNWRITABLE


def test_removed_answers_do_not_linger_in_the_file(tmp_path: Path, project: Project) -> None:
    path = tmp_path / "a.kano"
    label = "someone's own words"
    with ProjectFile.create(path, replace(project, salt=label)) as made:
        made.save(project)
        first = made.opened
    with ProjectFile.open(path) as opened:
        assert label.encode() in path.read_bytes()
        opened.forget(first)
    assert label.encode() not in path.read_bytes()


def test_closing_twice_is_once(path: Path) -> None:
    opened = ProjectFile.open(path)
    opened.close()
    opened.close()
    with pytest.raises(sqlite3.ProgrammingError):
        opened.revisions()


def test_a_view_of_another_program_finds_the_manifest_as_text(path: Path) -> None:
    connection = sqlite3.connect(path)
    (title,) = connection.execute("SELECT CAST(manifest AS TEXT) ->> '$.report.title' FROM state").fetchone()
    connection.close()
    assert title == "Hotel"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_that_is_no_text_is_a_name(tmp_path: Path, project: Project) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/hotel\xff.kano"))
    with ProjectFile.create(path, project) as made:
        made.save(answered(project))
        made.copy_to(path.with_name("copy.kano"))
    assert difference(read_project(path), answered(project)) == ""
