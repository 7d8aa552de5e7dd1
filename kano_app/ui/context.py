"""What every page is given: the open study, its results, the language, the look, and how to ask for things."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtGui import QIcon

from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.ui.document import Document, Edit
from kano_app.ui.findings import Findings
from kano_app.ui.icons import icon
from kano_app.ui.jobs import Jobs
from kano_app.ui.preferences import Preferences
from kano_app.ui.theme import Colours

if TYPE_CHECKING:
    from kano_app.ui.studies import Studies


class Window(Protocol):
    """What pages may ask of the window around them."""

    document: Document
    """The study that is shown."""
    preferences: Preferences
    """As they are now; those of a context are as they were when it was made."""
    studies: "Studies"
    drafts: Path
    """The folder of studies that have no name yet."""

    def prefer(self, preferences: Preferences) -> None:
        """Take over preferences."""

    def go(self, page: str) -> None:
        """Show a page: "start", "features", "answers", "results", "roadmap" or "report"."""

    def notify(self, text: str, kind: str = "info", action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show a notice in place: "info", "warning" or "error", with one thing to do, such as undo."""

    def run(self, action: str) -> None:
        """Do what an action of the window does, by its name (see ``actions``)."""

    def help(self, topic: str) -> None:
        """Open the help at a topic: the name of a heading's anchor."""

    def select(self, feature: str) -> None:
        """Make a feature the selected one, on every page."""


class UndoOfStep:
    """Takes one step back, and never another one that came after it."""

    def __init__(self, document: Document) -> None:
        """Remember the latest step of a document."""
        self.document = document
        self._index, self._project = document.undo_stack.index(), document.project

    @property
    def stands(self) -> bool:
        """Whether the study is as the step left it."""
        document = self.document
        if not shiboken6.isValid(document):
            return False
        # The index alone stays the same once the oldest steps are forgotten.
        return document.undo_stack.index() == self._index and document.project is self._project

    def __call__(self) -> None:
        """Undo the step if it is the latest one still."""
        if self.stands:
            self.document.undo()


@dataclass(frozen=True, slots=True)
class Context:
    """One language and one look; when either changes the pages are made anew."""

    document: Document
    findings: Findings
    jobs: Jobs
    language: Language
    colours: Colours
    preferences: Preferences
    window: Window

    @property
    def project(self) -> Project:
        """The study as it is now."""
        return self.document.project

    def tr(self, message: str, /, **values: str) -> str:
        """Return a message in the window's language; the extractor knows ``tr`` as it knows gettext."""
        return self.language.gettext(message).format(**values) if values else self.language.gettext(message)

    def ntr(self, one: str, many: str, n: int, /, **values: str) -> str:
        """Return the form of a message that fits ``n`` things, which it may call {n}."""
        return self.language.ngettext(one, many, n).format(n=self.language.number(n), **values)

    def icon(self, name: str) -> QIcon:
        """Return an icon in the colours of the theme."""
        return icon(name, self.colours.ink, self.colours.edge)

    def apply(self, message: str, edit: Edit, merge: str = "", /, **values: str) -> None:
        """Change the study by a step that can be undone; see ``Document.apply``."""
        self.document.apply(message, edit, merge, **values)

    def undo_of_this_step(self, text: str = "") -> tuple[str, UndoOfStep]:
        """Return what a notice about the step just taken offers: to take it back, while it is the latest one."""
        return text or self.tr("Undo"), UndoOfStep(self.document)
