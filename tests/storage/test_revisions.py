import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage.samples import answered, difference

from kano_app.storage import ProjectFile


@pytest.fixture
def opened(path: Path) -> Iterator[ProjectFile]:
    with ProjectFile.open(path) as opened:
        yield opened


def test_each_opening_makes_a_revision_unless_it_is_there(path: Path) -> None:
    with ProjectFile.open(path) as opened:
        assert [one.id for one in opened.revisions()] == [opened.opened]
        changed = answered(opened.project)
        opened.save(changed)
    with ProjectFile.open(path) as opened:
        assert [one.note for one in opened.revisions()] == ["", ""]
        assert opened.revisions()[-1].id == opened.opened
    with ProjectFile.open(path) as opened:
        assert len(opened.revisions()) == 2
        assert difference(opened.load(opened.opened), changed) == ""


def test_reverting_to_opened_brings_the_same_arrays_back(opened: ProjectFile) -> None:
    found = opened.project
    opened.save(answered(found))
    reverted = opened.load(opened.opened)
    assert difference(reverted, found) == ""
    assert reverted.survey.traits[0].codes is found.survey.traits[0].codes
    opened.save(reverted)
    assert opened.project is reverted


def test_a_revision_is_kept_by_name_and_renamed(opened: ProjectFile) -> None:
    kept = opened.keep("before the workshop 🏨")
    assert opened.revisions()[-1] == kept
    assert abs(dt.datetime.now(dt.UTC) - kept.made) < dt.timedelta(minutes=1)
    opened.name(kept.id, "after \ud800")
    assert opened.revisions()[-1].note == "after ?"
    assert opened.revisions()[-1].made == kept.made
    assert difference(opened.load(kept.id), opened.project) == ""


def test_a_forgotten_revision_is_gone_with_its_arrays_and_its_number(opened: ProjectFile) -> None:
    found = opened.project
    opened.save(answered(found))
    kept = opened.keep("a")
    opened.save(found)
    opened.forget(kept.id)
    with pytest.raises(LookupError):
        opened.load(kept.id)
    (count,) = opened._connection.execute("SELECT count(*) FROM blob").fetchone()
    assert count == len(opened._known.by_reference)
    assert opened.keep("b").id > kept.id


def test_what_revert_needs_is_not_forgotten(opened: ProjectFile) -> None:
    with pytest.raises(ValueError, match="opening"):
        opened.forget(opened.opened)


def test_an_unknown_revision_is_an_error(opened: ProjectFile) -> None:
    for change in (opened.load, opened.forget, lambda number: opened.name(number, "x")):
        with pytest.raises(LookupError):
            change(99)
