"""The page Report: the choices at the left, the pages as they will print at the right, and the files to write."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.card import GAP, button, empty_state
from kano_app.ui.widgets.report_branding import BrandingCard
from kano_app.ui.widgets.report_choices import Choices
from kano_app.ui.widgets.report_export import Export
from kano_app.ui.widgets.report_outline import Part, outline
from kano_app.ui.widgets.report_preview import Preview
from kano_app.ui.widgets.report_sections import Sections

_CHOICES = 376
_PATIENCE, _CALM = 200, 1500
"""Milliseconds in which several changes become one new list of what the sections hold: here, and on another page."""


class ReportPage(Page):
    """The page Report."""

    topic = "report"

    def __init__(self, context: Context) -> None:
        """Make it; pages are made once the page is seen, and sections looked into once nothing else is computed."""
        super().__init__(context)
        self.choices, self.look, self.export = Choices(context), BrandingCard(context), Export(context)
        self.preview = Preview(context)
        self.sections = Sections(context, self.preview.turn_to)
        self._made_of: tuple[object, ...] = ()
        """What the sections were looked into for last."""
        self._right = QStackedWidget()
        self._right.addWidget(self.preview)
        self._right.addWidget(self._nothing())
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.export)
        left.addWidget(_scrolling(self.choices, self.sections, self.look), 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        columns.setSpacing(2 * GAP)
        columns.addLayout(left)
        columns.addWidget(self._right, 1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_into)
        self.preview.arrived.connect(self._say_pages)
        context.document.changed.connect(self._changed)
        context.findings.ready.connect(self._ready)
        self._ready()

    def main(self) -> QWidget | None:
        """Return the pages."""
        return self.preview.view

    def state(self) -> str:
        """Return how many sections it has."""
        if not self._has_features() or not self.sections.is_known:
            return ""
        return self.context.ntr("{n} section", "{n} sections", self.sections.count)

    def shown(self) -> None:
        """Show the study as it is, if it changed while nobody looked."""
        self.look.read_themes()
        self._refresh()

    def place(self) -> int:
        """Return the page of the report at hand, counted from 0."""
        return self.preview.view.current

    def go_back_to(self, place: int) -> None:
        """Show that page of the report once it is there."""
        self.preview.view.begin_at(place)

    def let_go(self) -> None:
        """Close the pages that are shown."""
        self.preview.view.empty()

    def act(self) -> None:
        """Write the PDF."""
        if self._has_features():
            self.context.window.go(self.name)
            self.export.ask_pdf()
        else:
            told = self.context.tr("There is nothing to report yet: the study has no features.")
            self.context.window.notify(told, "warning")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show it also where the window is made anew around the page."""
        super().showEvent(event)
        self._refresh()

    def _nothing(self) -> QWidget:
        tr, window = self.context.tr, self.context.window
        return empty_state(
            self.context,
            "file-text",
            tr("Nothing to report yet"),
            tr("The report is made from features and the answers to them; the study has no features yet."),
            button(tr("Go to the features"), lambda: window.go("features"), "primary"),
        )

    def _has_features(self) -> bool:
        project = self.context.project
        return bool(project.surveys) and bool(project.survey.features)

    def _changed(self, _old: Project, _new: Project) -> None:
        self.export.can_write(on=self._has_features())
        if self.isVisible():
            self._refresh()

    def _ready(self) -> None:
        self.export.can_write(on=self._has_features())
        if self.isVisible():
            self._refresh()
        elif self._made_of != self._sources():
            self._timer.start(_CALM)  # the rail tells the state of a page that nobody has seen, too

    def _refresh(self) -> None:
        self._right.setCurrentIndex(0 if self._has_features() else 1)
        self.choices.refresh()
        self.sections.refresh()
        self.look.refresh()
        self.preview.refresh()
        if self._made_of != self._sources():
            self._timer.start(_PATIENCE)

    def _say_pages(self) -> None:
        self.sections.put_headings(self.preview.view.headings())

    def _say_state(self) -> None:
        """Have the rail tell the state anew: it asks after changes, and what the sections hold comes later."""
        frame = getattr(self.context.window, "frame", None)
        if frame is not None:
            frame.say_states()

    def _sources(self) -> tuple[object, ...]:
        found = self.context.findings
        return found.analysis, found.roadmap, self.context.project.report.language, self.context.project.plan

    def _look_into(self) -> None:
        """Make the sections off the window's thread, and tell what they hold."""
        found = self.context.findings
        project, analysis, roadmap = found.project, found.analysis, found.roadmap
        if project is None or analysis is None or roadmap is None or not self._has_features():
            return
        sources, language = self._sources(), self.context.language

        def done(parts: tuple[Part, ...]) -> None:
            self._made_of = sources
            self.sections.put(parts)
            self._say_state()

        self.context.jobs.run(
            "outline", lambda _: outline(project, analysis, roadmap, language), done, found.failed.emit, owner=self
        )


def _scrolling(*cards: QWidget) -> QScrollArea:
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, GAP, 0)
    column.setSpacing(GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.setFixedWidth(_CHOICES)
    return area
