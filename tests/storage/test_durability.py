"""A program that is killed while somebody types has lost nothing that it said was saved."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from storage.samples import ENVIRONMENT, difference, files, study, typed

from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, read_project

_KILLS = 25
_STEPS = 200

_TYPING = """
import sys
from pathlib import Path
from kano_app.storage import ProjectFile
from kano_app.ui.document import Document
from storage.samples import typed
path = Path(sys.argv[1])
document = Document(ProjectFile.open(path), path.parent / "drafts")
document.failed.connect(lambda _: sys.exit(1))
for number in range(1, int(sys.argv[2]) + 1):
    if number % 5:
        document.apply("Answer", typed(number))
    else:
        document.undo_stack.undo()
    print(number, flush=True)
document.close()
"""


@pytest.fixture(scope="module")
def states() -> list[Project]:
    """Return the study after each step."""
    done = [study()]
    found = [done[0]]
    for number in range(1, _STEPS + 1):
        if number % 5:
            done.append(typed(number)(done[-1]))
        else:
            done.pop()
        found.append(done[-1])
    return found


@pytest.mark.parametrize("kill", range(_KILLS))
def test_a_kill_loses_nothing_that_was_saved(tmp_path: Path, states: list[Project], kill: int) -> None:
    path = tmp_path / "a.kano"
    ProjectFile.create(path, states[0]).close()
    saved = _typed_until_killed(path, kill)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = read_project(path)
    assert "" in [difference(found, states[number]) for number in (saved, min(saved + 1, _STEPS))]
    with ProjectFile.open(path) as opened:
        assert difference(opened.load(opened.revisions()[0].id), states[0]) == ""
        opened.save(states[-1])
    assert list(files(tmp_path)) == ["a.kano"]


def _typed_until_killed(path: Path, kill: int) -> int:
    """Return the last step that was said to be saved; each kill has its own part of the whole run."""
    chance = random.Random(kill)  # noqa: S311 - any moment will do
    part = _STEPS // _KILLS
    wanted = part * kill + chance.randint(1, part)
    command = [sys.executable, "-c", _TYPING, str(path), str(_STEPS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as typing:
        assert typing.stdout is not None
        said = [typing.stdout.readline() for _ in range(wanted)]
        time.sleep(chance.random() / 200)
        typing.kill()
        said += typing.stdout.readlines()
    saved = [int(line) for line in said if line.endswith("\n")]
    assert saved[-1] >= wanted
    return saved[-1]
