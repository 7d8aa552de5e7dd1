"""Project ↔ ``.kano`` file: a SQLite database that always holds the current state."""

from kano_app.domain.study_file import Reason
from kano_app.storage.drafts import (
    Damaged,
    Draft,
    Drafts,
    adopt,
    copied,
    discard,
    drafts,
    has_named_revision,
    is_empty,
    new_draft,
)
from kano_app.storage.errors import ProjectFileError
from kano_app.storage.project_file import ProjectFile
from kano_app.storage.reading import read_project
from kano_app.storage.revisions import Revision
from kano_app.storage.trail import MOST as MOST_STEPS
from kano_app.storage.trail import Back, Cut, Forward, Move

__all__ = [
    "MOST_STEPS",
    "Back",
    "Cut",
    "Damaged",
    "Draft",
    "Drafts",
    "Forward",
    "Move",
    "ProjectFile",
    "ProjectFileError",
    "Reason",
    "Revision",
    "adopt",
    "copied",
    "discard",
    "drafts",
    "has_named_revision",
    "is_empty",
    "new_draft",
    "read_project",
]
