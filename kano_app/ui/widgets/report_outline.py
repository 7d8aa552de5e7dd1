"""What will be in the report, in order: the cover, every section with what it holds, and what stays out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QGridLayout, QVBoxLayout, QWidget

from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.domain.settings import Section
from kano_app.i18n import Language
from kano_app.roadmap import Roadmap
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, clear, label
from kano_app.ui.widgets.report_choices import today
from kano_app.ui.widgets.report_words import section_name, why_empty
from kano_app.wording.categories import horizon_name
from kano_app.wording.study import people_and_features


@dataclass(frozen=True, slots=True)
class Part:
    """One section: what it holds; all zero where there is nothing to say."""

    section: Section
    headings: tuple[str, ...] = ()
    """Those under its own."""
    charts: int = 0
    tables: int = 0
    rows: int = 0
    remarks: int = 0
    is_empty: bool = False


def outline(project: Project, analysis: Analysis, roadmap: Roadmap, language: Language) -> tuple[Part, ...]:
    """Return what each section of the report holds, in the window's language; made as the report itself is."""
    from kano_app.report.compose import section_blocks  # noqa: PLC0415 - it loads matplotlib

    here = edits.choose_report(project, replace(project.report, language=language.code))
    return tuple(_part(section, make()) for section, make in section_blocks(here, analysis, roadmap).items())


def _part(section: Section, found: Sequence[object]) -> Part:
    from kano_app.report.blocks import Bullets, Drawing, Grid, Heading  # noqa: PLC0415

    grids = [one for one in found if isinstance(one, Grid)]
    return Part(
        section,
        tuple(one.text for one in found if isinstance(one, Heading))[1:],
        sum(isinstance(one, Drawing) for one in found),
        len(grids),
        max((len(one.rows) for one in grids), default=0),
        sum(len(one.items) for one in found if isinstance(one, Bullets)) if section is Section.DATA else 0,
        is_empty=not found,
    )


class Outline(QWidget):
    """The cover and the sections, as text."""

    def __init__(self, context: Context) -> None:
        """Make it with the cover only."""
        super().__init__()
        self._context = context
        self._parts = tuple(Part(section) for section in Section) if self._has_features() else ()
        self.is_known = False
        """Whether it was found out what the sections hold."""
        self.facts: list[tuple[str, str]] = []
        """What people see first, name by name."""
        self._cover = QFormLayout()
        self._cover.setSpacing(GAP)
        self._cover.setHorizontalSpacing(3 * GAP)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(GAP + 4)
        self._lines.setVerticalSpacing(GAP + 2)
        self._lines.setColumnStretch(1, 1)
        cover, sections = Card(context.tr("On the cover and every page")), Card(context.tr("In the report"))
        cover.body.addLayout(self._cover)
        self._nothing = label(
            context.tr("The report is made from features and the answers to them; the study has no features yet."),
            "muted",
            wrap=True,
        )
        sections.body.addWidget(self._nothing)
        sections.body.addLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(cover)
        column.addWidget(sections)
        column.addStretch(1)
        self.texts: list[tuple[str, str]] = []
        """Every section with what is said of it."""

    @property
    def sections(self) -> int:
        """How many sections the report has."""
        left_out = self._context.project.report.left_out
        empty = {part.section for part in self._parts if part.is_empty}
        return sum(one not in left_out and one not in empty for one in Section)

    def put(self, parts: tuple[Part, ...]) -> None:
        """Show what the sections hold."""
        self._parts, self.is_known = parts, True
        self.refresh()

    def refresh(self) -> None:
        """Show the cover, and which sections are in, by the choices as they are now."""
        facts = self._facts()
        if facts != self.facts:
            self.facts = facts
            while self._cover.rowCount():
                self._cover.removeRow(0)
            for name, value in facts:
                self._cover.addRow(label(name, "muted"), label(value, wrap=True))
        self._nothing.setVisible(not self._has_features())
        texts = [(section_name(part.section, self._context.language), self._told(part)) for part in self._parts]
        if texts != self.texts:
            self.texts = texts
            self._show_sections()

    def _show_sections(self) -> None:
        holder = QVBoxLayout()
        while (item := self._lines.takeAt(0)) is not None:
            holder.addItem(item)
        clear(holder)
        number = 0
        for row, (part, (name, told)) in enumerate(zip(self._parts, self.texts, strict=True)):
            is_in = part.section not in self._context.project.report.left_out and not part.is_empty
            number += is_in
            self._line(row, self._context.language.number(number) if is_in else "–", name, told, is_in=is_in)

    def _line(self, row: int, number: str, name: str, told: str, *, is_in: bool) -> None:
        place = label(number, "muted")
        place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        place.setMinimumWidth(20)
        text = QWidget()
        lines = QVBoxLayout(text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(label(name, "" if is_in else "muted", wrap=True))
        if told:
            lines.addWidget(label(told, "muted", wrap=True))
        self._lines.addWidget(place, row, 0)
        self._lines.addWidget(text, row, 1)

    def _has_features(self) -> bool:
        project = self._context.project
        return bool(project.surveys) and bool(project.survey.features)

    def _facts(self) -> list[tuple[str, str]]:
        context, report = self._context, self._context.project.report
        tr, language = context.tr, context.language
        day = language.date(report.date or today())
        survey = context.project.survey if context.project.surveys else None
        return [
            (tr("Title"), report.title or tr("none yet")),
            (tr("Organisation"), report.organisation or tr("none")),
            (tr("Date"), day if report.date else tr("{date}, if it is written today", date=day)),
            *([(tr("Answers"), people_and_features(survey.counted, language))] if survey else []),
            *([(tr("File"), survey.source.file)] if survey and survey.source.file else []),
        ]

    def _told(self, part: Part) -> str:
        context = self._context
        if part.section in context.project.report.left_out:
            return context.tr("Left out by your choice.")
        if part.is_empty:
            return context.tr("Empty and so left out: {reason}", reason=why_empty(part.section, context.language))
        told = list(part.headings)
        if part.section is Section.ROADMAP:
            told = [self._planned()]
        if part.charts:
            told.append(context.ntr("{n} chart", "{n} charts", part.charts))
        if part.tables == 1:
            told.append(context.ntr("a table of {n} row", "a table of {n} rows", part.rows))
        elif part.tables:
            told.append(context.ntr("{n} table", "{n} tables", part.tables))
        if part.remarks:
            told.append(context.ntr("{n} remark", "{n} remarks", part.remarks))
        return " · ".join(one for one in told if one)

    def _planned(self) -> str:
        roadmap, language = self._context.findings.roadmap, self._context.language
        if roadmap is None:
            return ""
        counts = {horizon: len(roadmap.at(horizon)) for horizon in Horizon}
        return " · ".join(f"{horizon_name(one, language)} {language.number(n)}" for one, n in counts.items() if n)
