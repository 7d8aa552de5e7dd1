"""A page by itself, for tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar, cast

from kano_app.domain.project import Project
from kano_app.i18n import language
from kano_app.ui.context import Context, Window
from kano_app.ui.document import Document
from kano_app.ui.findings import Findings
from kano_app.ui.jobs import Jobs
from kano_app.ui.pages.page import Page
from kano_app.ui.preferences import Preferences
from kano_app.ui.theme import LIGHT

P = TypeVar("P", bound=Page)
Act = Callable[[], None]


class Stage(Generic[P]):
    """A page by itself, in English and light, and in place of the window what keeps all that the page asks of it."""

    def __init__(
        self, kind: Callable[[Context], P], project: Project, drafts: Path, *, read_only: bool = False
    ) -> None:
        self.document = Document.new(project, drafts)
        self.document.read_only = read_only
        self.jobs = Jobs()
        self.findings = Findings(self.document, self.jobs)
        self.said: list[tuple[str, Act]] = []
        """What was told and what it offered to do, the newest first."""
        self.asked: list[tuple[str, ...]] = []
        """All that was asked for, in order."""
        self.actions: list[tuple[str, Act] | None] = []
        self.feature = ""
        self.context = Context(
            self.document, self.findings, self.jobs, language("en"), LIGHT, Preferences(), cast("Window", self)
        )
        self.page = kind(self.context)
        for one in (self.document, self.findings, self.jobs):
            one.setParent(self.page)

    def go(self, page: str) -> None:
        self.asked.append(("go", page))
        self.page.setVisible(page == self.page.name)
        if page == self.page.name:
            self.page.shown()

    def notify(self, text: str, kind: str = "info", action: tuple[str, Act] | None = None) -> None:
        self.asked.append((kind, text))
        self.actions.append(action)
        self.said.insert(0, (text, action[1] if action else lambda: None))

    def run(self, action: str) -> None:
        self.asked.append(("run", action))
        if action == "undo":
            self.document.undo_stack.undo()

    def help(self, topic: str) -> None:
        self.asked.append(("help", topic))

    def select(self, feature: str) -> None:
        self.feature = feature
        self.page.select(feature)


class Staged(Protocol):
    """Shows the page of a study by itself; ``quick`` leaves the resampled figures out."""

    def __call__(
        self, kind: Callable[[Context], P], project: Project, *, quick: bool = False, read_only: bool = False
    ) -> Stage[P]: ...
