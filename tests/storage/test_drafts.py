import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from storage.samples import answered, difference, files, reason

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import ReportSettings
from kano_app.storage import (
    Damaged,
    ProjectFile,
    ProjectFileError,
    Reason,
    adopt,
    discard,
    drafts,
    has_named_revision,
    is_empty,
    new_draft,
    read_project,
)


def test_a_draft_is_offered_again(tmp_path: Path, project: Project) -> None:
    folder = tmp_path / "data" / "drafts"
    assert drafts(folder).studies == ()
    with new_draft(folder, project) as draft:
        assert draft.project is project
        (listed,) = drafts(folder).studies
        assert (listed.path, listed.in_use) == (draft.path, True)
    (listed,) = drafts(folder).studies
    assert (listed.title, listed.people, listed.features, listed.in_use) == ("Hotel", 15, 4, False)


def test_the_newest_stands_first_and_the_damaged_are_named(tmp_path: Path, project: Project) -> None:
    paths = []
    for second, title in enumerate(("old", "")):
        with new_draft(tmp_path, replace(project, report=ReportSettings(title))) as draft:
            paths.append(draft.path)
        os.utime(draft.path, (second, second))
    with new_draft(tmp_path, edits.new_study()) as empty:
        pass
    (tmp_path / "broken.kano").write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"")
    found = drafts(tmp_path)
    assert [one.path for one in found.studies] == [empty.path, *reversed(paths)]
    assert [one.title for one in found.studies] == ["", "2026", "old"]
    assert found.damaged == (Damaged(tmp_path / "broken.kano", Reason.NOT_OURS),)


def test_a_draft_moves_to_the_name_that_was_chosen(tmp_path: Path, project: Project) -> None:
    draft = new_draft(tmp_path / "drafts", project)
    changed = answered(project)
    draft.save(changed)
    target = tmp_path / "Hotel.kano"
    target.write_bytes(b"what the user chose to replace")
    with adopt(draft, target) as adopted:
        assert adopted.path == target
        assert adopted.project is changed
        assert files(tmp_path / "drafts") == {}
        adopted.save(answered(changed))
    assert difference(read_project(target), answered(changed)) == ""


def test_a_draft_that_cannot_move_stays_open(tmp_path: Path, project: Project) -> None:
    with new_draft(tmp_path, project) as draft:
        with pytest.raises(ProjectFileError):
            adopt(draft, tmp_path / "none" / "a.kano")
        with pytest.raises(ProjectFileError) as error:
            adopt(draft, draft.path)
        assert reason(error.value) is Reason.IN_USE
        draft.save(answered(project))


def test_a_draft_is_discarded_unless_it_is_open(tmp_path: Path, project: Project) -> None:
    with new_draft(tmp_path, project) as draft:
        with pytest.raises(ProjectFileError) as error:
            discard(draft.path)
        assert reason(error.value) is Reason.IN_USE
    discard(draft.path)
    discard(draft.path)
    (tmp_path / "broken.kano").write_bytes(b"no database")
    discard(tmp_path / "broken.kano")
    assert files(tmp_path) == {}


def test_a_draft_that_cannot_be_removed_has_moved_all_the_same(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = new_draft(tmp_path / "drafts", project)

    def refuse(path: Path) -> None:
        raise ProjectFileError(Reason.UNWRITABLE, path)

    monkeypatch.setattr(sys.modules[new_draft.__module__], "discard", refuse)
    with adopt(draft, tmp_path / "a.kano") as adopted:
        adopted.save(answered(project))
        assert [one.title for one in drafts(tmp_path / "drafts").studies] == ["Hotel"]


def test_a_draft_stays_open_where_its_last_state_cannot_be_saved(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.kano"

    def full(_file: ProjectFile, _project: Project) -> None:
        raise ProjectFileError(Reason.UNWRITABLE, target)

    with new_draft(tmp_path / "drafts", project) as draft:
        with monkeypatch.context() as patched:
            patched.setattr(ProjectFile, "save", full)
            with pytest.raises(ProjectFileError):
                adopt(draft, target, answered(project))
        draft.save(answered(project))
        ProjectFile.open(target).close()


def test_a_draft_with_a_named_revision_is_offered_by_that_name(tmp_path: Path) -> None:
    with new_draft(tmp_path, edits.new_study()) as draft:
        assert not has_named_revision(draft)
        draft.keep("before the workshop")
        draft.keep("")
        assert has_named_revision(draft)
    assert has_named_revision(draft)
    assert [one.title for one in drafts(tmp_path).studies] == ["before the workshop"]


def test_what_nobody_would_miss_is_empty(project: Project) -> None:
    assert is_empty(Project())
    assert not is_empty(Project(report=ReportSettings("Hotel")))
    assert not is_empty(Project(project.surveys))


def test_a_file_of_the_user_is_no_draft(path: Path) -> None:
    with ProjectFile.open(path) as opened:
        assert opened.backup is None
