import sqlite3
import sys
from pathlib import Path

import pytest
from storage.samples import answered, difference, files, reason, study

from kano_app.storage import ProjectFile, ProjectFileError, Reason, read_project


def test_a_copy_is_whole_and_independent(path: Path) -> None:
    target = path.with_name("copy.kano")
    with ProjectFile.open(path) as opened:
        opened.keep("kept")
        opened.copy_to(target)
        opened.save(answered(opened.project))
        with ProjectFile.open(target) as copied:
            assert copied.revisions() == opened.revisions()
            assert difference(copied.project, opened.load(1)) == ""
    assert sorted(files(path.parent)) == sorted([path.name, "copy.kano"])


@pytest.mark.parametrize("content", [b"", b"any text", None])
def test_a_copy_takes_the_place_of_what_was_there(path: Path, content: bytes | None) -> None:
    target = path.with_name("copy.kano")
    if content is None:
        ProjectFile.create(target, study(3, 2)).close()
    else:
        target.write_bytes(content)
    with ProjectFile.open(path) as opened:
        opened.copy_to(target)
        assert difference(read_project(target), opened.project) == ""


def test_what_an_old_file_left_beside_itself_does_not_get_into_the_copy(path: Path) -> None:
    target = path.with_name("copy.kano")
    for ending in ("-journal", "-wal"):
        target.with_name(target.name + ending).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    with ProjectFile.open(path) as opened:
        opened.copy_to(target)
    assert len(files(path.parent)) == 2
    read_project(target)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_is_not_copied_onto_itself(path: Path) -> None:
    link = path.with_name("link.kano")
    link.symlink_to(path)
    same = path.with_name("same.kano")
    same.hardlink_to(path)
    with ProjectFile.open(path) as opened:
        before = path.read_bytes()
        for target in (path, link, same, path.parent / ".." / path.parent.name / path.name):
            with pytest.raises(ProjectFileError) as error:
                opened.copy_to(target)
            assert reason(error.value) is Reason.IN_USE
        opened.save(answered(opened.project))
    assert path.read_bytes() != before
    assert link.is_symlink()


def test_a_file_that_is_open_is_not_replaced(path: Path) -> None:
    target = path.with_name("copy.kano")
    with ProjectFile.open(path) as opened, ProjectFile.create(target, study(3, 2)) as other:
        with pytest.raises(ProjectFileError) as error:
            opened.copy_to(target)
        assert reason(error.value) is Reason.IN_USE
        other.save(answered(other.project))


@pytest.mark.parametrize("target", ["none/copy.kano", "folder"])
def test_a_place_that_cannot_be_written_is_said(path: Path, target: str) -> None:
    (path.parent / "folder").mkdir()
    with ProjectFile.open(path) as opened, pytest.raises(ProjectFileError) as error:
        opened.copy_to(path.parent / target)
    assert reason(error.value) is Reason.UNWRITABLE
    assert list(files(path.parent)) == [path.name]


def test_a_copy_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = path.with_name("copy.kano")
    target.write_bytes(b"old")

    def full(_one: Path, _other: Path) -> None:
        raise OSError(28, "No space left on device")

    with ProjectFile.open(path) as opened:
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(ProjectFileError) as error:
            opened.copy_to(target)
    assert reason(error.value) is Reason.UNWRITABLE
    assert target.read_bytes() == b"old"
    assert len(files(path.parent)) == 2


def test_a_copy_has_the_marks_of_our_files(path: Path) -> None:
    target = path.with_name("copy.kano")
    with ProjectFile.open(path) as opened:
        opened.copy_to(target)
    connection = sqlite3.connect(target)
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    connection.close()
    assert found.to_bytes(4, "big") == b"KANO"
