"""Why the file of a study cannot be used, in a sentence or two with a remedy."""

from pathlib import Path

from kano_app.domain.study_file import Reason
from kano_app.i18n import Language
from kano_app.wording.literal import visible


def unusable_text(reason: Reason, path: Path, language: Language, *, unsaved: bool = False) -> str:
    """Return why a study cannot be worked on; ``unsaved``: changes are on the screen and not on the disk."""
    gettext = language.gettext
    match reason:
        case Reason.MISSING if unsaved:
            told = gettext("{file} is no longer where it was. Put it back, or save the study under another name.")
        case Reason.MISSING:
            told = gettext("{file} is not there. If it was moved or renamed, open it where it is now.")
        case Reason.EXISTS:
            told = gettext("{file} is there already. Choose another name.")
        case Reason.UNWRITABLE if unsaved:
            told = gettext(
                "{file} cannot be written: the disk may be full or the folder read-only. Your changes are on the "
                "screen; save the study elsewhere."
            )
        case Reason.UNWRITABLE:
            told = gettext(
                "{file} cannot be written: the disk may be full or the folder read-only. Choose another place."
            )
        case _:
            told = _refused(reason, language)
    return told.format(file=visible(path.name))


def unreadable_text(reason: Reason, path: Path, language: Language) -> str:
    """Return why a study cannot be read, for those who only read it."""
    told = _refused(reason, language)
    if not told:
        told = language.gettext("{file} cannot be opened. Check that it is there and that you may read it.")
    return told.format(file=visible(path.name))


def read_only_text(reason: Reason, path: Path, language: Language) -> str:
    """Return why a study can only be looked at, in one sentence."""
    if reason is Reason.IN_USE:
        told = language.gettext(
            "{file} is open in another window or program, so what was saved of it last is shown here read only."
        )
    else:
        told = language.gettext(
            "{file} cannot be written, so it is shown read only: save it under a name to go on with it."
        )
    return told.format(file=visible(path.name))


def _refused(reason: Reason, language: Language) -> str:
    """Return what is wrong with a file that is there, whatever is to be done with it; empty where nothing is."""
    match reason:
        case Reason.NOT_OURS:
            return language.gettext("{file} is not a Kano App study; nothing was changed.")
        case Reason.NEWER:
            return language.gettext(
                "{file} was made by a newer version of Kano App. Install that version to open it; nothing was changed."
            )
        case Reason.IN_USE:
            return language.gettext("{file} is open in another window or program. Close it there first.")
        case Reason.FOREIGN:
            return language.gettext(
                "{file} holds a trigger or a view, which another program put there, and was left as it is. Remove it "
                "there, or open a copy without it."
            )
        case Reason.DAMAGED:
            return language.gettext("{file} is damaged and was left as it is. Open a copy of it, if there is one.")
        case _:
            return ""
