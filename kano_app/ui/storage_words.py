"""What the window says of a project file that cannot be used."""

from kano_app.i18n import Language
from kano_app.storage import ProjectFileError
from kano_app.wording.study_file import unusable_text


def file_error_text(error: ProjectFileError, language: Language, *, unsaved: bool = False) -> str:
    """Return one or two sentences with the file's name; ``unsaved``: changes are on the screen and not on the disk."""
    return unusable_text(error.reason, error.path, language, unsaved=unsaved)
