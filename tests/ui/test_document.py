"""The document keeps what is on the screen, or says that it does not."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage.samples import answered, difference, files, reason, study

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, ProjectFileError, Reason, drafts, read_project
from kano_app.ui.document import Document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of the user's."""
    found = tmp_path / "user"
    found.mkdir()
    return found


@pytest.fixture
def document(tmp_path: Path, folder: Path) -> Iterator[Document]:
    """Return a document of a file of the user's."""
    found = Document(ProjectFile.create(folder / "a.kano", study()), tmp_path / "drafts")
    yield found
    found.close()


def _full(_file: ProjectFile, _project: Project) -> None:
    raise OSError(28, "No space left on device")


def _answer(document: Document, person: int = 0) -> None:
    document.apply("Answer", lambda project: answered(project, person=person))


def test_a_study_is_rescued_in_place_of_another_file(document: Document, folder: Path) -> None:
    old, target = document.path, folder / "b.kano"
    ProjectFile.create(target, edits.new_study("old")).close()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ProjectFile, "save", _full)
        _answer(document)
    assert not document.is_saved
    document.rescue(target)
    assert document.is_saved
    assert document.path == target
    _answer(document, 1)
    document.close()
    assert difference(read_project(target), document.project) == ""
    assert difference(read_project(old), study()) == ""


def test_a_study_is_rescued_into_its_own_file_once_that_can_be_written(document: Document) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ProjectFile, "save", _full)
        _answer(document)
    document.rescue(document.path)
    assert document.is_saved
    kept = [one.id for one in document.file.revisions()]
    assert kept == [document.file.opened]


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be deleted there")
def test_a_study_is_rescued_under_the_name_its_file_had(document: Document, folder: Path) -> None:
    _answer(document)
    document.path.unlink()
    _answer(document, 1)
    assert not document.is_saved
    document.rescue(document.path)
    _answer(document, 2)
    assert document.is_saved
    assert sorted(files(folder)) == ["a.kano", "a.kano-journal"]
    document.close()
    assert difference(read_project(document.path), document.project) == ""
    assert sorted(files(folder)) == ["a.kano"]


@pytest.mark.parametrize("own", [True, False])
def test_a_rescue_that_fails_leaves_what_was_there(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch, *, own: bool
) -> None:
    target = document.path if own else folder / "b.kano"
    if not own:
        ProjectFile.create(target, edits.new_study("old")).close()
    before = target.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("kano_app.storage.revisions.write_state", _full)
        _answer(document)
        with pytest.raises(ProjectFileError) as error:
            document.rescue(target)
    assert reason(error.value) is Reason.UNWRITABLE
    assert target.read_bytes() == before
    assert not [name for name in files(folder) if name.endswith(".tmp")]
    document.save_again()
    assert document.is_saved


def test_a_study_is_not_rescued_into_a_file_that_is_open(document: Document, folder: Path) -> None:
    with ProjectFile.create(folder / "b.kano", edits.new_study("old")) as other:
        with pytest.raises(ProjectFileError) as error:
            document.rescue(other.path)
        assert reason(error.value) is Reason.IN_USE
        other.save(study())
    _answer(document)
    assert document.is_saved


@pytest.mark.parametrize("target", ["folder", "none/b.kano", "a.kano/b.kano"])
def test_a_place_for_no_file_is_said(document: Document, folder: Path, target: str) -> None:
    (folder / "folder").mkdir()
    for way in (document.rescue, document.save_as):
        with pytest.raises(ProjectFileError) as error:
            way(folder / target)
        assert reason(error.value) is Reason.UNWRITABLE
    assert (folder / "folder").is_dir()
    _answer(document)
    assert document.is_saved


@pytest.mark.parametrize("draft", [True, False])
def test_a_study_stays_where_it_is_if_it_cannot_be_saved_under_another_name(
    tmp_path: Path, folder: Path, document: Document, monkeypatch: pytest.MonkeyPatch, *, draft: bool
) -> None:
    moved = Document.new(study(), tmp_path / "drafts") if draft else document
    old = moved.path
    with monkeypatch.context() as patched:
        patched.setattr("kano_app.storage.revisions.write_state", _full)
        _answer(moved)
        with pytest.raises(ProjectFileError):
            moved.save_as(folder / "b.kano")
    assert moved.path == old
    moved.save_again()
    assert moved.is_saved
    moved.save_as(folder / "b.kano")
    assert old.exists() is not draft
    moved.close()
    assert difference(read_project(folder / "b.kano"), moved.project) == ""


@pytest.mark.parametrize("error", [TypeError("no number"), RuntimeError("lost"), MemoryError()])
def test_whatever_hinders_saving_is_said(document: Document, error: Exception) -> None:
    def fail(_file: ProjectFile, _project: Project) -> None:
        raise error

    said: list[ProjectFileError] = []
    document.failed.connect(said.append)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ProjectFile, "save", fail)
        _answer(document)
    assert [one.reason for one in said] == [Reason.UNWRITABLE]
    assert not document.is_saved
    document.save_again()
    assert document.is_saved


def test_a_connection_that_is_lost_is_said(document: Document) -> None:
    said: list[ProjectFileError] = []
    document.failed.connect(said.append)
    document.file.close()
    _answer(document)
    assert [one.reason for one in said] == [Reason.UNWRITABLE]
    assert not document.is_saved


def test_a_draft_in_which_nothing_was_done_is_removed(tmp_path: Path) -> None:
    document = Document.new(edits.new_study(), tmp_path)
    document.close()
    document.close()
    assert files(tmp_path) == {}


def test_a_draft_with_a_named_revision_is_kept_and_offered(tmp_path: Path) -> None:
    document = Document.new(edits.new_study(), tmp_path)
    document.file.keep("before the workshop")
    document.close()
    document.close()
    assert [one.title for one in drafts(tmp_path).studies] == ["before the workshop"]
