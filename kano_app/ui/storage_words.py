"""Why a project file cannot be used, in words with a remedy."""

from kano_app.i18n import Language
from kano_app.storage import ProjectFileError, Reason
from kano_app.wording.literal import visible


def file_error_text(error: ProjectFileError, language: Language) -> str:
    """Return one or two sentences with the file's name."""
    sentences = {
        Reason.MISSING: language.gettext(
            "{file} is no longer where it was. Put it back, or save the study under another name."
        ),
        Reason.EXISTS: language.gettext("{file} is there already. Choose another name."),
        Reason.NOT_OURS: language.gettext("{file} is not a Kano App study; nothing was changed."),
        Reason.NEWER: language.gettext(
            "{file} was made by a newer version of Kano App. Install that version to open it; nothing was changed."
        ),
        Reason.IN_USE: language.gettext("{file} is open in another window or program. Close it there first."),
        Reason.DAMAGED: language.gettext(
            "{file} is damaged and was left as it is. Open a copy of it, if there is one."
        ),
        Reason.UNWRITABLE: language.gettext(
            "{file} cannot be written: the disk may be full or the folder read-only. Your changes are on the screen; "
            "save the study elsewhere."
        ),
    }
    return sentences[error.reason].format(file=visible(error.path.name))
