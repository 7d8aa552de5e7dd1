from pathlib import Path

import pytest
from storage.samples import study

from kano_app.domain.project import Project
from kano_app.storage import ProjectFile


@pytest.fixture
def project() -> Project:
    return study()


@pytest.fixture
def path(tmp_path: Path, project: Project) -> Path:
    """Return a closed file that holds the project."""
    path = tmp_path / "hotel 飯店 #1?%20.kano"
    ProjectFile.create(path, project).close()
    return path
