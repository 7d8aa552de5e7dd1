"""Studies that have no file of the user's yet: they live in a folder of the program and are offered after a crash."""

import datetime as dt
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kano_app.domain.project import Project
from kano_app.domain.study_file import Reason
from kano_app.storage.copying import ensure_free, remove_beside
from kano_app.storage.errors import ProjectFileError, told_of
from kano_app.storage.project_file import ProjectFile
from kano_app.storage.reading import read_project, read_revisions

ENDING = ".kano"


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be said of a draft in a list; one that is in use keeps its contents to itself."""

    path: Path
    title: str
    """The report's title, or what the survey, its file or the newest named revision is called."""
    changed: dt.datetime
    """In UTC."""
    people: int | None = None
    """``None`` where they are not known."""
    features: int = 0
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file among the drafts that cannot be read."""

    path: Path
    reason: Reason


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of a folder, the newest first, and what could not be read."""

    studies: tuple[Draft, ...] = ()
    damaged: tuple[Damaged, ...] = ()


def new_draft(folder: Path, project: Project) -> ProjectFile:
    """Make a draft in a folder, which is made where it is not there."""
    name = f"{dt.datetime.now(dt.UTC):%Y-%m-%d}-{os.urandom(4).hex()}{ENDING}"
    with told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return ProjectFile.create(folder / name, project)


def drafts(folder: Path) -> Drafts:
    """Return what lies in the folder of drafts."""
    studies: list[Draft] = []
    damaged: list[Damaged] = []
    for path in sorted(folder.glob(f"*{ENDING}")):
        try:
            studies.append(_described(path))
        except ProjectFileError as error:
            if error.reason is not Reason.MISSING:
                damaged.append(Damaged(path, error.reason))
    return Drafts(tuple(sorted(studies, key=lambda one: one.changed, reverse=True)), tuple(damaged))


def is_empty(project: Project) -> bool:
    """Return whether a project holds nothing that anybody would miss; of its draft see also ``has_named_revision``."""
    return not project.report.title and not any(survey.features for survey in project.surveys)


def has_named_revision(draft: ProjectFile) -> bool:
    """Return whether somebody gave a state a name; also where that cannot be told."""
    try:
        return any(one.note for one in draft.revisions())
    except (ProjectFileError, sqlite3.Error):
        return True


def discard(path: Path) -> None:
    """Delete a draft, readable or not.

    Raises:
        ProjectFileError: IN_USE, UNWRITABLE.

    """
    ensure_free(path)
    with told_of(path):
        path.unlink(missing_ok=True)
        remove_beside(path)


def adopt(draft: ProjectFile, path: Path, project: Project | None = None) -> ProjectFile:
    """Move a draft to a name the user chose, in place of a file that may be there, and return it open there.

    Args:
        draft: the draft, open.
        path: where it is to be.
        project: what it is to hold there, if that is not what it held last.

    Raises:
        ProjectFileError: IN_USE, UNWRITABLE; the draft is open as before.

    """
    adopted = copied(draft, path, project or draft.project)
    draft.close()
    with suppress(ProjectFileError):  # the study has moved all the same; what is left of the draft is offered again
        discard(draft.path)
    return adopted


def copied(file: ProjectFile, path: Path, project: Project) -> ProjectFile:
    """Copy a file to another name, in place of a file that may be there; return the copy open, with a project in it.

    Raises:
        ProjectFileError: IN_USE, UNWRITABLE; the file is open as before.

    """
    file.copy_to(path, with_steps=True)
    fresh = ProjectFile.open(path)
    try:
        fresh.save(project)
    except BaseException:
        fresh.close()
        raise
    return fresh


def _described(path: Path) -> Draft:
    with told_of(path):
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    try:
        project = read_project(path)
    except ProjectFileError as error:
        if error.reason is Reason.IN_USE:
            return Draft(path, "", changed, in_use=True)
        raise
    survey = project.survey
    title = project.report.title or survey.label or survey.source.file or _newest_note(path)
    return Draft(path, title, changed, survey.respondents, len(survey.features))


def _newest_note(path: Path) -> str:
    return next((one.note for one in reversed(read_revisions(path)) if one.note), "")
