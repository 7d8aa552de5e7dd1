"""The page Report: the choices at the left, what will be in the report at the right, and the files to write."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.card import GAP, row
from kano_app.ui.widgets.report_choices import Choices
from kano_app.ui.widgets.report_export import Export
from kano_app.ui.widgets.report_outline import Outline, Part, outline

_CHOICES = 400
_PATIENCE = 200
"""Milliseconds in which several changes become one new outline."""
_GREY = 0.6


class ReportPage(Page):
    """The page Report."""

    topic = "report"

    def __init__(self, context: Context) -> None:
        """Make it; what the sections hold is found out once the page is seen."""
        super().__init__(context)
        self.choices, self.outline, self.export = Choices(context), Outline(context), Export(context)
        self._made_of: tuple[object, ...] = ()
        """What the outline was made of last."""
        left, right = _scrolling(self.choices), _scrolling(self.outline)
        left.setFixedWidth(_CHOICES)
        columns = QHBoxLayout()
        columns.setSpacing(2 * GAP)
        columns.addWidget(left)
        columns.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        whole.addWidget(row(self.export))
        whole.addLayout(columns, 1)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._find_out)
        context.document.changed.connect(self._changed)
        context.findings.ready.connect(self._ready)
        context.findings.stale.connect(self._grey)
        self._ready()

    def state(self) -> str:
        """Return how many sections it has."""
        if not self._has_features():
            return ""
        return self.context.ntr("{n} section", "{n} sections", self.outline.sections)

    def shown(self) -> None:
        """Find out what the report holds, if that changed while nobody looked."""
        self._refresh()

    def act(self) -> None:
        """Write the PDF."""
        if self._has_features():
            self.context.window.go(self.name)
            self.export.ask_pdf()
        else:
            told = self.context.tr("There is nothing to report yet: the study has no features.")
            self.context.window.notify(told, "warning")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Find it out also where the window is made anew around the page."""
        super().showEvent(event)
        self._refresh()

    def _has_features(self) -> bool:
        project = self.context.project
        return bool(project.surveys) and bool(project.survey.features)

    def _changed(self, _old: Project, _new: Project) -> None:
        if self.isVisible():
            self.choices.refresh()
            self.outline.refresh()
        self.export.can_write(on=self._has_features())

    def _ready(self) -> None:
        self.export.can_write(on=self._has_features())
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self.choices.refresh()
        self.outline.refresh()
        self._grey()
        if self._made_of != self._sources():
            self._timer.start()

    def _grey(self, _stale: object = None) -> None:
        stale = self.context.findings.is_stale and self.context.findings.analysis is not None
        effect = QGraphicsOpacityEffect(self.outline) if stale else None
        if effect is not None:
            effect.setOpacity(_GREY)
        self.outline.setGraphicsEffect(effect)  # type: ignore[arg-type] # None takes it off

    def _sources(self) -> tuple[object, ...]:
        return self.context.findings.analysis, self.context.findings.roadmap

    def _find_out(self) -> None:
        """Make the sections off the window's thread, and show what they hold."""
        found = self.context.findings
        project, analysis, roadmap = found.project, found.analysis, found.roadmap
        if not self._has_features():
            self.outline.put(())
        if project is None or analysis is None or roadmap is None or not self._has_features():
            return
        sources, language = self._sources(), self.context.language

        def done(parts: tuple[Part, ...]) -> None:
            self._made_of = sources
            self.outline.put(parts)

        self.context.jobs.run(
            "outline", lambda _: outline(project, analysis, roadmap, language), done, found.failed.emit, owner=self
        )


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setContentsMargins(0, 0, GAP, 0)
    area.setWidget(widget)
    return area
