"""Studies as commands take them: a ``.kano`` study itself, or its features wherever they are written."""

from pathlib import Path

from kano_app import importers, pipeline
from kano_app.cli.given import Said, refuse_for_study
from kano_app.cli.progress import reading
from kano_app.domain import edits
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.project import Project
from kano_app.storage import ProjectFileError, Reason, read_project

_STUDY = b"SQLite format 3\x00"
ENDING = ".kano"
_NO_TABLE = {
    Code.FILE_MISSING,
    Code.FILE_IS_FOLDER,
    Code.FILE_EMPTY,
    Code.FILE_UNREADABLE,
    Code.FILE_NOT_A_TABLE,
    Code.WORKBOOK_PROTECTED,
    Code.WORKBOOK_BROKEN,
}
"""With one of these a file holds no list of features either."""


def own_study(said: Said, waves: tuple[Path, ...]) -> Project | None:
    """Return the study that SURVEY is, as it is on the disk; ``None`` for a file of answers.

    Raises:
        click.BadParameter: if an option was given that is for files of answers only.
        ProjectFileError: if the study cannot be read, or is open elsewhere.

    """
    path: Path = said["survey"]
    if not is_study(path):
        return None
    try:
        study = read_project(path)
    except ProjectFileError as error:
        if error.reason is Reason.NOT_OURS and path.suffix.lower() != ENDING:
            return None  # a database of another program, of which the reading of answers says what to do
        raise
    refuse_for_study(said, waves)
    return study


def read_study(path: Path, language_code: str) -> Project:
    """Return the study of a file, with the features it names and nothing of what a roadmap needs.

    Raises:
        Unusable: if the file is neither a survey nor a list of features.
        ProjectFileError: if it is a study that cannot be read.

    """
    if is_study(path):
        return read_project(path)
    try:
        with reading(path, language_code) as progress:
            return pipeline.read_survey(path, progress=progress)
    except Unusable as unusable:
        if unusable.problem.code in _NO_TABLE:
            raise
        try:
            return _listed(path)
        except Unusable as neither:
            # Without columns of answers it was meant to be a list.
            raise (neither if unusable.problem.code is Code.NO_PAIRS else unusable) from None


def is_study(path: Path) -> bool:
    """Return whether a file is, or claims to be, a study of this program."""
    if not path.is_file():
        if path.suffix.lower() == ENDING and not path.is_dir():
            raise Unusable(Problem(Code.FILE_MISSING, path.name))
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_STUDY)) == _STUDY or path.suffix.lower() == ENDING
    except OSError:
        return False


def _listed(path: Path) -> Project:
    """Return a new study of the features of a features file."""
    details, _ = importers.read_features(path)
    project = edits.add_features(edits.new_study(), [one.label or one.key for one in details])
    for feature, one in zip(project.survey.features, details, strict=True):
        project = edits.change_feature(
            project,
            feature.id,
            description=one.description,
            functional_question=one.functional_question,
            dysfunctional_question=one.dysfunctional_question,
        )
    return project
