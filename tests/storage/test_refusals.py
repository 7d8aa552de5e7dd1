"""A file that cannot be used is refused with the reason, and not one byte of it changes."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from storage.samples import answered, cut_short, difference, files, reason

from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, ProjectFileError, Reason, Revision, read_project
from kano_app.storage.manifest import seal

_WAYS: tuple[Callable[[Path], object], ...] = (ProjectFile.open, read_project)


@pytest.fixture(params=_WAYS, ids=["open", "read"])
def way(request: pytest.FixtureRequest) -> Callable[[Path], object]:
    chosen: Callable[[Path], object] = request.param
    return chosen


def _refused(way: Callable[[Path], object], path: Path) -> Reason:
    before = files(path.parent)
    with pytest.raises(ProjectFileError) as error:
        way(path)
    assert files(path.parent) == before
    assert error.value.path.name == path.name
    return reason(error.value)


def test_a_missing_file(way: Callable[[Path], object], tmp_path: Path) -> None:
    assert _refused(way, tmp_path / "none.kano") is Reason.MISSING


def test_a_folder(way: Callable[[Path], object], tmp_path: Path) -> None:
    (tmp_path / "folder.kano").mkdir()
    assert _refused(way, tmp_path / "folder.kano") is Reason.NOT_OURS


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"person,answer\n1,2\n" * 100, b"%PDF-1.7\n" + bytes(5000), b"SQLite format 3\0", bytes(4096)],
)
def test_a_file_of_another_kind(way: Callable[[Path], object], tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.kano"
    path.write_bytes(data)
    assert _refused(way, path) is Reason.NOT_OURS


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_the_database_of_another_program(way: Callable[[Path], object], tmp_path: Path, mode: str) -> None:
    path = tmp_path / "other.kano"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("CREATE TABLE state (id)")
    connection.commit()
    connection.close()
    assert _refused(way, path) is Reason.NOT_OURS


def _rewritten(path: Path, old: bytes, new: bytes) -> None:
    """Put something else into the state, sealed as it should be."""
    connection = sqlite3.connect(path)
    (manifest,) = connection.execute("SELECT manifest FROM state").fetchone()
    assert old in manifest
    manifest = manifest.replace(old, new)
    connection.execute("UPDATE state SET manifest = ?, seal = ?", (manifest, seal(manifest)))
    connection.commit()
    connection.close()


def _altered(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_newer_version(way: Callable[[Path], object], path: Path) -> None:
    _altered(path, "PRAGMA user_version = 2")
    assert _refused(way, path) is Reason.NEWER


def test_a_field_that_only_a_newer_version_knows(way: Callable[[Path], object], path: Path) -> None:
    _rewritten(path, b'{"surveys"', b'{"later":1,"surveys"')
    assert _refused(way, path) is Reason.NEWER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"capacity":[3.0,5.5]', b'"capacity":[3.0,{"float":"nan"}]'),
        (b'"capacity":[3.0,5.5]', b'"capacity":[{"float":"inf"},5.5]'),
        (b'"capacity":[3.0,5.5]', b'"capacity":[-1,5.5]'),
        (b'"capacity":[3.0,5.5]', b'"capacity":[1' + b"0" * 400 + b",5.5]"),
        (b'"effort":2.5', b'"effort":0'),
        (b'"effort":2.5', b'"effort":NaN'),
        (b'"confidence":0.95', b'"confidence":1.5'),
        (b'"resamples":1000', b'"resamples":0'),
        (b'"points":5', b'"points":-1'),
        (b'"language":"en"', b'"language":"../en"'),
    ],
)
def test_what_nothing_could_be_computed_with(way: Callable[[Path], object], path: Path, old: bytes, new: bytes) -> None:
    _rewritten(path, old, new)
    assert _refused(way, path) is Reason.DAMAGED


def test_a_project_without_a_survey(way: Callable[[Path], object], path: Path, project: Project) -> None:
    connection = sqlite3.connect(path)
    (manifest,) = connection.execute("SELECT manifest FROM state").fetchone()
    connection.close()
    _rewritten(path, manifest[: manifest.index(b',"analysis"')], b'{"surveys":[]')
    assert _refused(way, path) is Reason.DAMAGED
    with pytest.raises(TypeError):
        ProjectFile.create(path.with_name("b.kano"), replace(project, surveys=()))
    assert list(files(path.parent)) == [path.name]


def test_a_change_that_was_cut_short_is_taken_back(way: Callable[[Path], object], path: Path, project: Project) -> None:
    cut_short(path)
    found = way(path)
    if isinstance(found, ProjectFile):
        found.close()
    assert difference(read_project(path), project) == ""
    assert list(files(path.parent)) == [path.name]


def test_a_newer_version_is_refused_after_a_change_that_was_cut_short(
    way: Callable[[Path], object], path: Path
) -> None:
    _altered(path, "PRAGMA user_version = 2")
    cut_short(path)
    with pytest.raises(ProjectFileError) as error:
        way(path)
    assert reason(error.value) is Reason.NEWER
    assert _refused(way, path) is Reason.NEWER


def test_the_file_of_another_program_is_left_as_it_is_with_its_journal(
    way: Callable[[Path], object], path: Path
) -> None:
    _altered(path, "PRAGMA application_id = 7")
    path.with_name(f"{path.name}-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(5000))
    assert _refused(way, path) is Reason.NOT_OURS


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE state",
        "DROP TABLE blob",
        "DELETE FROM state",
        "UPDATE state SET manifest = replace(CAST(manifest AS TEXT), 'Hotel', 'Motel')",
        "UPDATE state SET manifest = 3",
        "UPDATE state SET seal = x'00'",
        "DELETE FROM blob WHERE rowid = 1",
        "UPDATE blob SET data = x'0102' WHERE rowid = 1",
        "UPDATE blob SET data = 5 WHERE rowid = 1",
        "ALTER TABLE blob RENAME COLUMN data TO content",
    ],
)
def test_a_file_that_holds_less_than_a_project(way: Callable[[Path], object], path: Path, statement: str) -> None:
    _altered(path, statement)
    assert _refused(way, path) is Reason.DAMAGED


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9, 0.999])
def test_a_file_cut_short(way: Callable[[Path], object], path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert _refused(way, path) is Reason.DAMAGED


def test_an_altered_name_that_is_no_text(way: Callable[[Path], object], path: Path) -> None:
    data = path.read_bytes()
    assert b"tablestatestate" in data
    path.write_bytes(data.replace(b"tablestatestate", b"table\xe4tatestate"))
    assert _refused(way, path) is Reason.DAMAGED


def test_one_altered_byte_is_noticed_or_does_not_matter(tmp_path: Path, path: Path, project: Project) -> None:
    with ProjectFile.open(path) as opened:
        opened.save(answered(project))
        opened.keep("kept")
        expected = (opened.project, opened.revisions(), [opened.load(one.id) for one in opened.revisions()])
    whole = path.read_bytes()
    altered = tmp_path / "altered" / "a.kano"
    altered.parent.mkdir()
    reasons: list[Reason] = []
    for place in [*range(100), *range(100, len(whole), 37)]:
        data = bytearray(whole)
        data[place] ^= 1 << (place % 8)
        altered.write_bytes(data)
        try:
            read = read_project(altered)
        except ProjectFileError as error:
            reasons.append(error.reason)
            assert altered.read_bytes() == data
        else:
            assert difference(read, expected[0]) == "", place
            reasons.extend(_unless_whole(altered, expected[1], expected[2], place))
    assert len(reasons) > 100
    assert set(reasons) <= {Reason.DAMAGED, Reason.NOT_OURS, Reason.NEWER, Reason.UNWRITABLE}


def _unless_whole(
    path: Path, revisions: tuple[Revision, ...], projects: list[Project], place: int
) -> tuple[Reason, ...]:
    """Return why the revisions cannot be read, nothing if they can and are as they were."""
    try:
        with ProjectFile.open(path) as opened:
            # The number of a row is SQLite's own and says nothing; all that a revision says is sealed.
            said = [[(one.made, one.note) for one in some] for some in (opened.revisions(), revisions)]
            assert said[0] == said[1], place
            for one, project in zip(opened.revisions(), projects, strict=True):
                assert difference(opened.load(one.id), project) == "", place
    except ProjectFileError as error:
        return (error.reason,)
    return ()


@pytest.fixture
def nobody() -> Iterator[Path]:
    """Return a folder of somebody without rights; root would be allowed everything."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    privileged = hasattr(os, "geteuid") and os.geteuid() == 0
    if privileged:
        os.chown(folder, 65534, 65534)
        os.setresuid(65534, 65534, 0)
    try:
        yield folder
    finally:
        if privileged:
            os.setresuid(0, 0, 0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_that_cannot_be_written_can_be_read(nobody: Path, project: Project, what: str) -> None:
    path = nobody / "a.kano"
    ProjectFile.create(path, project).close()
    where = path if what == "file" else path.parent
    where.chmod(0o444 if what == "file" else 0o555)
    assert _refused(ProjectFile.open, path) is Reason.UNWRITABLE
    assert difference(read_project(path), project) == ""
    where.chmod(0o777)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
def test_a_folder_that_cannot_be_written_gets_no_file(nobody: Path, project: Project) -> None:
    nobody.chmod(0o555)
    with pytest.raises(ProjectFileError) as error:
        ProjectFile.create(nobody / "a.kano", project)
    assert reason(error.value) is Reason.UNWRITABLE


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
def test_a_file_that_cannot_even_be_read(way: Callable[[Path], object], nobody: Path, project: Project) -> None:
    path = nobody / "a.kano"
    ProjectFile.create(path, project).close()
    path.chmod(0)
    with pytest.raises(ProjectFileError) as error:
        way(path)
    assert reason(error.value) is Reason.UNWRITABLE


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER own AFTER INSERT ON blob BEGIN DELETE FROM revision; END",
        "CREATE VIEW own AS SELECT * FROM blob",
    ],
)
def test_a_file_in_which_something_acts_on_its_own(way: Callable[[Path], object], path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert _refused(way, path) is Reason.FOREIGN


@pytest.mark.parametrize("value", [17, 2.5, "text", None])
def test_a_state_of_another_type(way: Callable[[Path], object], path: Path, value: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'state'")
    connection.commit()
    connection.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE state SET manifest = ?", (value,))
    connection.commit()
    connection.close()
    assert _refused(way, path) is Reason.DAMAGED
