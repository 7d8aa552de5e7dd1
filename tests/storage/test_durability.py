"""A program that is killed while it saves has lost nothing that it said was saved."""

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from storage.samples import ENVIRONMENT, answered, difference, files, study

from kano_app.storage import ProjectFile

_SAVING = """
import sys
from dataclasses import replace
from pathlib import Path
from kano_app.storage import ProjectFile
from storage.samples import answered
with ProjectFile.open(Path(sys.argv[1])) as opened:
    for number in range(1, 201):
        project = answered(opened.project, number % 4, number % 15)
        opened.save(replace(project, report=replace(project.report, title=str(number))))
        print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_loses_nothing_that_was_saved(tmp_path: Path, seed: int) -> None:
    start = replace(study(), report=replace(study().report, title="0"))
    path = tmp_path / "a.kano"
    ProjectFile.create(path, start).close()
    wait = random.Random(seed)  # noqa: S311 - any moment will do
    saving = subprocess.Popen([sys.executable, "-c", _SAVING, path], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert saving.stdout is not None
    said = [saving.stdout.readline() for _ in range(wait.randint(1, 120))]
    time.sleep(wait.random() / 100)
    saving.kill()
    said += saving.stdout.readlines()
    saving.wait()
    saving.stdout.close()
    saved = [int(line) for line in said if line.endswith("\n")]
    with ProjectFile.open(path) as opened:
        reached = int(opened.project.report.title)
        assert saved[-1] <= reached <= saved[-1] + 1
        assert reached < 200
        assert difference(opened.project, _after(reached)) == ""
    assert list(files(tmp_path)) == ["a.kano"]


def _after(saves: int) -> object:
    project = study()
    for number in range(1, saves + 1):
        project = answered(project, number % 4, number % 15)
    return replace(project, report=replace(project.report, title=str(saves)))
