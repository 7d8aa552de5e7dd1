"""Why a project file cannot be used, in words with a remedy."""

from kano_app.i18n import Language
from kano_app.storage import ProjectFileError, Reason
from kano_app.wording.literal import visible


def file_error_text(error: ProjectFileError, language: Language, *, unsaved: bool = False) -> str:
    """Return one or two sentences with the file's name; ``unsaved``: changes are on the screen and not on the disk."""
    gettext = language.gettext
    match error.reason:
        case Reason.MISSING:
            told = gettext("{file} is no longer where it was. Put it back, or save the study under another name.")
        case Reason.EXISTS:
            told = gettext("{file} is there already. Choose another name.")
        case Reason.NOT_OURS:
            told = gettext("{file} is not a Kano App study; nothing was changed.")
        case Reason.NEWER:
            told = gettext(
                "{file} was made by a newer version of Kano App. Install that version to open it; nothing was changed."
            )
        case Reason.IN_USE:
            told = gettext("{file} is open in another window or program. Close it there first.")
        case Reason.DAMAGED:
            told = gettext("{file} is damaged and was left as it is. Open a copy of it, if there is one.")
        case Reason.UNWRITABLE if unsaved:
            told = gettext(
                "{file} cannot be written: the disk may be full or the folder read-only. Your changes are on the "
                "screen; save the study elsewhere."
            )
        case Reason.UNWRITABLE:
            told = gettext(
                "{file} cannot be written: the disk may be full or the folder read-only. Choose another place."
            )
    return told.format(file=visible(error.path.name))


def read_only_text(error: ProjectFileError, language: Language) -> str:
    """Return why a study can only be looked at, in one sentence."""
    if error.reason is Reason.IN_USE:
        told = language.gettext(
            "{file} is open in another window or program, so what was saved of it last is shown here read only."
        )
    else:
        told = language.gettext(
            "{file} cannot be written, so it is shown read only: save it under a name to go on with it."
        )
    return told.format(file=visible(error.path.name))
