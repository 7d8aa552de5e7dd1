"""The choices of the report: title, organisation, date, language, paper, lines of the map, sections."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QPushButton, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.settings import Paper, QuadrantLines, Section
from kano_app.i18n import LANGUAGES, N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label, row
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.report_words import LANGUAGE_NAMES, lines_name, paper_name, section_name

_LONGEST = 200


class Choices(QWidget):
    """Every choice of the report, each one a step that can be undone."""

    def __init__(self, context: Context) -> None:
        """Make the fields as the study has them."""
        super().__init__()
        self._context = context
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._cover())
        column.addWidget(self._sections())
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says, without touching what is being typed."""
        report, read_only = self._context.project.report, self._context.document.read_only
        for field, text in ((self.title, report.title), (self.organisation, report.organisation)):
            if field.text() != text:
                field.setText(text)
            field.setReadOnly(read_only)
        self.undated.setChecked(report.date is None)
        day = report.date or today()
        shown = QDate(day.year, day.month, day.day)
        if self.date.date() != shown:
            self.date.blockSignals(True)
            self.date.setDate(shown)
            self.date.blockSignals(False)
        self.date.setEnabled(report.date is not None and not read_only)
        self.today.setEnabled(report.date not in (None, today()) and not read_only)
        for box, value in (
            (self.language, report.language),
            (self.paper, report.paper.value),
            (self.lines, report.quadrant_lines.value),
        ):
            box.setCurrentIndex(box.findData(value))
            box.setEnabled(not read_only)
        for section, check in self.sections.items():
            check.setChecked(section not in report.left_out)
            check.setEnabled(not read_only)
        self.undated.setEnabled(not read_only)
        self.all.setEnabled(bool(report.left_out) and not read_only)
        fields = (self.title, self.organisation, self.language, self.paper, self.lines, self.date)
        say_why(self._context, *fields, self.undated, self.today, self.all, *self.sections.values())

    def _make_fields(self) -> None:
        tr, language = self._context.tr, self._context.language
        self.title, self.organisation = Field(), Field()
        self.title.setPlaceholderText(tr("Untitled study"))
        self.title.textEdited.connect(lambda text: self._choose(N_("Rename the study"), "title", title=text))
        self.organisation.textEdited.connect(
            lambda text: self._choose(N_("Change the organisation"), "organisation", organisation=text)
        )
        for field in (self.title, self.organisation):
            field.setMaxLength(_LONGEST)
        self.undated = QCheckBox(tr("The day it is written"))
        self.undated.clicked.connect(self._date_or_not)
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.dateChanged.connect(self._dated)
        self.today: QPushButton = button(tr("Today"), lambda: self._set_date(today()))
        self.language = self._box([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self.paper = self._box([(one.value, paper_name(one, language)) for one in Paper])
        self.lines = self._box([(one.value, lines_name(one, language)) for one in QuadrantLines])
        self.language.activated.connect(
            lambda _: self._choose(N_("Change the language of the report"), language=self.language.currentData())
        )
        self.paper.activated.connect(
            lambda _: self._choose(N_("Change the paper"), paper=Paper(self.paper.currentData()))
        )
        self.lines.activated.connect(
            lambda _: self._choose(
                N_("Change the middle lines of the map"), quadrant_lines=QuadrantLines(self.lines.currentData())
            )
        )
        self.sections: dict[Section, QCheckBox] = {}

    def _box(self, entries: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for value, name in entries:
            box.addItem(name, value)
        return box

    def _cover(self) -> Card:
        tr = self._context.tr
        card = Card(tr("Report"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        dates = QVBoxLayout()
        dates.setSpacing(GAP // 2)
        dates.addWidget(self.undated)
        dates.addWidget(row(self.date, self.today, None))
        self.date.setAccessibleName(tr("Date"))
        for name, field in ((tr("Title"), self.title), (tr("Organisation"), self.organisation)):
            field.setAccessibleName(name)
            form.addRow(label(name, "muted"), field)
        form.addRow(label(tr("Date"), "muted"), dates)
        for name, box in (
            (tr("Language"), self.language),
            (tr("Paper"), self.paper),
            (tr("Middle lines of the map"), self.lines),
        ):
            box.setAccessibleName(name)
            form.addRow(label(name, "muted", wrap=True), box)
        card.body.addLayout(form)
        return card

    def _sections(self) -> Card:
        card = Card()
        self.all = button(
            self._context.tr("Tick all"), lambda: self._choose(N_("Tick all sections"), left_out=()), "link"
        )
        card.body.addWidget(row(label(self._context.tr("Sections"), "heading"), None, self.all))
        checks = QVBoxLayout()
        checks.setSpacing(0)
        for section in Section:
            name = section_name(section, self._context.language)
            check = QCheckBox(name.replace("&", "&&"))
            check.clicked.connect(lambda on, section=section: self._tick(section, on=on))
            self.sections[section] = check
            checks.addWidget(check)
        card.body.addLayout(checks)
        return card

    def _tick(self, section: Section, *, on: bool) -> None:
        left_out = set(self._context.project.report.left_out) ^ {section}
        message = N_("Put “{section}” into the report") if on else N_("Leave “{section}” out of the report")
        name = section_name(section, self._context.language)
        self._choose(message, left_out=tuple(one for one in Section if one in left_out), words={"section": name})

    def _date_or_not(self) -> None:
        self._set_date(None if self.undated.isChecked() else today())

    def _dated(self, day: QDate) -> None:
        self._choose(N_("Change the date of the report"), "date", date=dt.date(day.year(), day.month(), day.day()))

    def _set_date(self, day: dt.date | None) -> None:
        self._choose(N_("Change the date of the report"), date=day)

    def _choose(
        self,
        message: str,
        merge: str = "",
        /,
        *,
        words: dict[str, str] | None = None,
        **values: Any,  # noqa: ANN401 - fields of ReportSettings
    ) -> None:
        report = self._context.project.report
        new = replace(report, **values)
        if new != report:
            self._context.apply(message, lambda project: edits.choose_report(project, new), merge, **(words or {}))


def today() -> dt.date:
    """Return the day it is here."""
    return dt.datetime.now().astimezone().date()
