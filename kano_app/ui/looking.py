"""Studies that can only be looked at: an older revision, a file somebody else holds, one that cannot be written."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.storage import ProjectFileError, discard
from kano_app.ui.document import Document
from kano_app.wording.study_file import read_only_text

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

_CAME_FROM, _LOOK = "came_from", "look"


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: a revision of a study by its title, or a file and why it cannot be held."""

    path: Path
    title: str = ""
    error: ProjectFileError | None = None

    def told(self, language: Language) -> str:
        """Return what is said of it."""
        if self.error is not None:
            return read_only_text(self.error.reason, self.error.path, language)
        return language.gettext("This is the revision “{title}”, read only.").format(title=self.title)


def to_look_at(project: Project, look: Look, drafts: Path) -> Document:
    """Return a document that nothing can be changed in; what it is kept in goes when it is left."""
    document = Document.new(project, drafts)
    document.read_only = True
    document.setProperty(_CAME_FROM, str(look.path))
    document.setProperty(_LOOK, look)
    return document


def look_of(document: Document) -> Look | None:
    """Return what a document that can only be looked at shows."""
    look = document.property(_LOOK)
    return look if isinstance(look, Look) and document.read_only else None


def say_look(window: "MainWindow") -> None:
    """Say what is shown, and offer the way back or on; said anew whenever the window is made anew."""
    look, tr = look_of(window.document), window.context.tr
    if look is None:
        return
    if look.error is None:
        action = (tr("Back to the study"), lambda: window.studies.back_to(look.path))
    else:
        action = (tr("Save under a name…"), window.studies.save_as)
    window.notify(look.told(window.context.language), "info", action)


def leavings(document: Document) -> Path | None:
    """Return the file that is of no use once a document is left."""
    return document.path if look_of(document) is not None and document.is_draft else None


def remove(path: Path | None) -> None:
    """Remove what was left."""
    if path is not None:
        with suppress(ProjectFileError):
            discard(path)
