"""Who has a file open has it alone, and only as long as the program runs."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from storage.samples import ENVIRONMENT, answered, reason

from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, ProjectFileError, Reason, read_project


@pytest.mark.parametrize("way", [ProjectFile.open, read_project])
def test_a_file_that_is_open_in_another_window(way: Callable[[Path], object], path: Path, project: Project) -> None:
    with ProjectFile.open(path) as opened:
        for _ in range(2):
            with pytest.raises(ProjectFileError) as error:
                way(path)
            assert reason(error.value) is Reason.IN_USE
        # Trying must not have cost the first window its lock.
        assert _elsewhere(path) == "in-use"
        opened.save(answered(project))
    assert _elsewhere(path) == ""


_ELSEWHERE = """
import sys
from pathlib import Path
from kano_app.storage import ProjectFile, ProjectFileError
try:
    ProjectFile.open(Path(sys.argv[1])).close()
except ProjectFileError as error:
    print(error.reason.value)
"""


def _elsewhere(path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, path], check=True, capture_output=True, text=True, env=ENVIRONMENT
    )
    return done.stdout.strip()


def test_a_window_that_crashed_leaves_no_lock(path: Path) -> None:
    crash = "import os, sys\nfrom pathlib import Path\nfrom kano_app.storage import ProjectFile\n"
    crash += "opened = ProjectFile.open(Path(sys.argv[1]))\nopened.keep('x')\nos.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", crash, path], check=False, env=ENVIRONMENT)
    assert done.returncode != 0
    with ProjectFile.open(path) as opened:
        assert opened.revisions()[-1].note == "x"
