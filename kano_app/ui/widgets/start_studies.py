"""The studies on the first page: those opened last, and those that have no name yet."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from kano_app import storage
from kano_app.storage import ProjectFileError, Reason
from kano_app.ui.context import Context
from kano_app.ui.dialogs.moments import day_of
from kano_app.ui.storage_words import file_error_text
from kano_app.ui.widgets.card import GAP, Card, button, clear, empty_state, label
from kano_app.ui.widgets.start_rows import Press, Row, line, small
from kano_app.ui.widgets.start_samples import size_text
from kano_app.wording.literal import visible

_ROOM = 320
_FIRST = 4
"""Drafts that are shown before somebody asks for all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be said of a study in a list."""

    path: Path
    title: str = ""
    changed: dt.datetime | None = None
    people: int | None = None
    features: int = 0
    reason: Reason | None = None
    """Why it cannot be opened."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that is offered."""

    recent: tuple[Entry, ...] = ()
    drafts: tuple[Entry, ...] = ()


def look_around(recent: Sequence[Path], drafts: Path, told: Callable[[float], None]) -> Shelf:
    """Read what there is; for a thread, since disks may be slow."""
    found = []
    for place, path in enumerate(recent):
        told(place / (len(recent) + 1))
        found.append(_entry(path))
    shelf = storage.drafts(drafts)
    entries = [
        Entry(one.path, one.title, one.changed, one.people, one.features, Reason.IN_USE if one.in_use else None)
        for one in shelf.studies
        if one.in_use or one.title or one.features
    ]
    damaged = [Entry(one.path, reason=one.reason) for one in shelf.damaged]
    return Shelf(tuple(found), (*entries, *damaged))


def _entry(path: Path) -> Entry:
    try:
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    except OSError:
        return Entry(path, reason=Reason.MISSING)
    try:
        project = storage.read_project(path)
    except ProjectFileError as error:
        return Entry(path, changed=changed, reason=error.reason)
    if not project.surveys:
        return Entry(path, project.report.title, changed)
    survey = project.survey
    return Entry(path, project.report.title, changed, survey.respondents, len(survey.features))


class StudiesCard(Card):
    """Studies that can be gone on with."""

    def __init__(self, context: Context) -> None:
        """Show the names of what is known at once; the rest is read meanwhile."""
        super().__init__()
        self.context = context
        self._all_drafts = False
        self._shelf = Shelf(tuple(Entry(Path(name)) for name in context.window.preferences.recent))
        self._known = False
        """Whether the folders have been looked into."""
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self._fill()
        context.document.renamed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the folders anew."""
        context = self.context
        here = context.document.path
        recent = [Path(name) for name in context.window.preferences.recent]
        # The study that is open is held by this window and known already.
        others = [path for path in recent if path.resolve() != here]
        drafts = context.window.drafts
        context.jobs.run(
            "studies on the first page",
            lambda told: look_around(others, drafts, told),
            lambda shelf: self._put(recent, shelf),
            lambda _error: self._put(recent, Shelf(tuple(Entry(path) for path in others))),
            light=True,
        )

    def _put(self, recent: Sequence[Path], shelf: Shelf) -> None:
        if not isValid(self):  # the window was made anew meanwhile
            return
        known = {entry.path: entry for entry in shelf.recent}
        open_now = self._open_now()
        entries = tuple(
            known.get(path) or Entry(path, open_now.title, None, open_now.people, open_now.features) for path in recent
        )
        drafts = tuple(one for one in shelf.drafts if one.path.resolve() != open_now.path)
        self._shelf = Shelf(entries, drafts)
        self._known = True
        self._fill()

    def _open_now(self) -> Entry:
        document = self.context.document
        survey = document.project.survey if document.project.surveys else None
        return Entry(
            document.path,
            document.project.report.title,
            None,
            survey.respondents if survey else None,
            len(survey.features) if survey else 0,
        )

    def _fill(self) -> None:
        """Make the rows anew, if they are others: nobody loses the focus for nothing."""
        if (self._shelf, self._all_drafts, self._known) == self._shown:
            return
        self._shown = (self._shelf, self._all_drafts, self._known)
        clear(self._list)
        tr = self.context.tr
        drafts = self._shelf.drafts
        if drafts:
            self._head(tr("Not named yet"), tr("Kept from earlier. Save one under a name to give it a file."))
            shown = drafts if self._all_drafts or len(drafts) == _FIRST + 1 else drafts[:_FIRST]
            self._rows([self._draft(entry) for entry in shown])
            if len(shown) < len(drafts):
                more = self.context.ntr("Show {n} more", "Show {n} more", len(drafts) - len(shown))
                self._list.addWidget(button(more, self._show_all, "link"))
            self._list.addSpacing(2 * GAP)
        if not drafts and not self._shelf.recent:
            self._list.addWidget(self._nothing() if self._known else label(tr("Looking for studies…"), "muted"))
            return
        self._head(tr("Recent studies"))
        if self._shelf.recent:
            self._rows([self._recent(entry) for entry in self._shelf.recent])
        else:
            self._list.addWidget(label(tr("Studies that you save under a name are listed here."), "muted", wrap=True))

    def _nothing(self) -> QWidget:
        tr = self.context.tr
        found = empty_state(
            self.context,
            "history",
            tr("No studies yet"),
            tr("What you begin is kept without asking. What you save under a name is listed here."),
        )
        found.setMinimumHeight(_ROOM)
        return found

    def _head(self, text: str, told: str = "") -> None:
        self._list.addWidget(label(text, "heading"))
        if told:
            self._list.addWidget(label(told, "muted", wrap=True))
        self._list.addSpacing(GAP // 2)

    def _rows(self, rows: Sequence[QWidget]) -> None:
        for place, row in enumerate(rows):
            if place:
                self._list.addWidget(line(self.context))
            self._list.addWidget(row)

    def _show_all(self) -> None:
        self._all_drafts = True
        self._fill()

    def _recent(self, entry: Entry) -> Row:
        tr, window = self.context.tr, self.context.window
        path = entry.path
        press = Press(
            self.context,
            visible(entry.title or path.stem),
            self._details(entry),
            lambda: window.studies.open_file(path),
        )
        press.setEnabled(entry.reason in {None, Reason.IN_USE})
        name = tr("Forget “{name}”; the file stays where it is", name=visible(press.title))
        return Row(press, small(self.context, "x", name, lambda: self._forget(path)))

    def _draft(self, entry: Entry) -> Row:
        tr, window = self.context.tr, self.context.window
        path = entry.path
        title = visible(entry.title) or (tr("Untitled study") if entry.reason in {None, Reason.IN_USE} else path.name)
        press = Press(self.context, title, self._details(entry), lambda: window.studies.open_file(path))
        press.setEnabled(entry.reason is None)
        if entry.reason is Reason.IN_USE:
            return Row(press)
        bin_ = small(self.context, "trash-2", tr("Delete “{name}”", name=title))
        row = Row(press, bin_)
        question = tr("Delete “{name}” for good?", name=title)
        bin_.clicked.connect(lambda: row.ask(self.context, question, tr("Delete"), lambda: self._delete(path)))
        return row

    def _details(self, entry: Entry) -> str:
        context = self.context
        if entry.reason is Reason.MISSING:
            return context.tr("no longer in {folder}", folder=visible(str(entry.path.parent)))
        if entry.reason is not None:
            return file_error_text(ProjectFileError(entry.reason, entry.path), context.language)
        parts = []
        if entry.changed is not None:
            parts.append(day_of(entry.changed, context.language))
        if entry.path.resolve() == context.document.path:
            parts.append(context.tr("open now"))
        if entry.features or entry.people:
            parts.append(size_text(context, entry.people, entry.features))
        elif parts:
            parts.append(context.tr("no features yet"))
        return " · ".join(parts)

    def _forget(self, path: Path) -> None:
        window = self.context.window
        window.prefer(window.preferences.without_recent(path))
        recent = tuple(entry for entry in self._shelf.recent if entry.path != path)
        self._shelf = Shelf(recent, self._shelf.drafts)
        self._fill()

    def _delete(self, path: Path) -> None:
        try:
            storage.discard(path)
        except ProjectFileError as error:
            self.context.window.notify(file_error_text(error, self.context.language), "error")
            return
        drafts = tuple(entry for entry in self._shelf.drafts if entry.path != path)
        self._shelf = Shelf(self._shelf.recent, drafts)
        self._fill()
