"""Studies that have no file of the user's yet: they live in a folder of the program and are offered after a crash."""

import datetime as dt
import secrets
from dataclasses import dataclass
from pathlib import Path

from kano_app.domain.project import Project
from kano_app.storage.copying import ensure_free, remove_beside
from kano_app.storage.errors import ProjectFileError, Reason, told_of
from kano_app.storage.project_file import ProjectFile
from kano_app.storage.reading import read_project

ENDING = ".kano"


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be said of a draft in a list; one that is in use keeps its contents to itself."""

    path: Path
    title: str
    """The report's title, or what the survey or its file is called."""
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
    name = f"{dt.datetime.now(dt.UTC):%Y-%m-%d}-{secrets.token_hex(4)}{ENDING}"
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
    """Return whether a project holds nothing that anybody would miss."""
    return not project.report.title and not any(survey.features for survey in project.surveys)


def discard(path: Path) -> None:
    """Delete a draft, readable or not.

    Raises:
        ProjectFileError: IN_USE, UNWRITABLE.

    """
    ensure_free(path)
    with told_of(path):
        path.unlink(missing_ok=True)
        remove_beside(path)


def adopt(draft: ProjectFile, path: Path) -> ProjectFile:
    """Move a draft to a name the user chose, in place of a file that may be there, and return it open there.

    Raises:
        ProjectFileError: IN_USE, UNWRITABLE; the draft is open as before.

    """
    draft.copy_to(path)
    adopted = ProjectFile.open(path)
    adopted.save(draft.project)
    draft.close()
    discard(draft.path)
    return adopted


def _described(path: Path) -> Draft:
    with told_of(path):
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    try:
        project = read_project(path)
    except ProjectFileError as error:
        if error.reason is Reason.IN_USE:
            return Draft(path, "", changed, in_use=True)
        raise
    if not project.surveys:
        return Draft(path, project.report.title, changed)
    survey = project.survey
    title = project.report.title or survey.label or survey.source.file
    return Draft(path, title, changed, survey.respondents, len(survey.features))
