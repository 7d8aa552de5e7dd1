"""The choices of the report that are no sections: title, organisation, dates, language, paper, lines, notes."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QPushButton, QSizePolicy, QVBoxLayout

from kano_app.domain.settings import Paper, QuadrantLines
from kano_app.i18n import LANGUAGES, N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label, row
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.report_choosing import choose, in_a_year, today
from kano_app.ui.widgets.report_words import LANGUAGE_NAMES, lines_name, paper_name
from kano_app.ui.widgets.tips import plain_tip

_LONGEST = 200


class Choices(Card):
    """Every choice, each one a step that can be undone."""

    def __init__(self, context: Context) -> None:
        """Make the fields as the study has them."""
        super().__init__(context.tr("Report"))
        self._context = context
        self._make_texts()
        self._make_dates()
        self._make_boxes()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says, without touching what is being typed."""
        report, read_only = self._context.project.report, self._context.document.read_only
        for field, text in ((self.title, report.title), (self.organisation, report.organisation)):
            if field.text() != text:
                field.setText(text)
            field.setReadOnly(read_only)
        self.undated.setChecked(report.date is None)
        self.today.setEnabled(report.date not in (None, today()) and not read_only)
        self.held.setChecked(report.data_date is not None)
        self.ends.setChecked(report.valid_until is not None)
        session = self._context.project.survey.session if self._context.project.surveys else None
        held = report.data_date or (session.date if session is not None else None) or today()
        for edit, day, given in (
            (self.date, report.date or today(), report.date),
            (self.held_on, held, report.data_date),
            (self.until, report.valid_until or in_a_year(held), report.valid_until),
        ):
            _show(edit, day)
            edit.setEnabled(given is not None and not read_only)
        for box, value in (
            (self.language, report.language),
            (self.paper, report.paper.value),
            (self.lines, report.quadrant_lines.value),
        ):
            box.setCurrentIndex(box.findData(value))
            box.setEnabled(not read_only)
        self.notes.setChecked(report.notes)
        checks = (self.undated, self.held, self.ends, self.notes)
        for check in checks:
            check.setEnabled(not read_only)
        fields = (self.title, self.organisation, self.language, self.paper, self.lines)
        say_why(self._context, *fields, self.date, self.held_on, self.until, *checks, self.today)

    def _make_texts(self) -> None:
        context, tr = self._context, self._context.tr
        self.title, self.organisation = Field(), Field()
        self.title.setPlaceholderText(tr("Untitled study"))
        self.title.textEdited.connect(lambda text: choose(context, N_("Rename the study"), "title", title=text))
        self.organisation.textEdited.connect(
            lambda text: choose(context, N_("Change the organisation"), "organisation", organisation=text)
        )
        for field in (self.title, self.organisation):
            field.setMaxLength(_LONGEST)

    def _make_dates(self) -> None:
        context, tr = self._context, self._context.tr
        self.undated = QCheckBox(tr("The day it is written"))
        self.undated.clicked.connect(
            lambda: choose(
                context, N_("Change the date of the report"), date=None if self.undated.isChecked() else today()
            )
        )
        self.today: QPushButton = button(
            tr("Today"), lambda: choose(context, N_("Change the date of the report"), date=today())
        )
        self.held = _check(tr("Date of the data"), tr("When the answers were given; it stands on the cover."))
        self.ends = _check(
            tr("Run again by"), tr("What delights today is expected tomorrow: say by when to ask people again.")
        )
        self.date, self.held_on, self.until = _dates(context), _dates(context), _dates(context)
        for check, edit in ((self.held, self.held_on), (self.ends, self.until)):
            check.setMinimumHeight(edit.sizeHint().height())
        for edit, name in (
            (self.date, tr("Date")),
            (self.held_on, tr("Date of the data")),
            (self.until, tr("Run again by")),
        ):
            edit.setAccessibleName(name)
        self.date.dateChanged.connect(
            lambda day: choose(context, N_("Change the date of the report"), "date", date=_day(day))
        )
        self.held_on.dateChanged.connect(
            lambda day: choose(context, N_("Change the date of the data"), "data date", data_date=_day(day))
        )
        self.until.dateChanged.connect(
            lambda day: choose(context, N_("Change by when to run the study again"), "until", valid_until=_day(day))
        )
        self.held.clicked.connect(
            lambda on: choose(
                context, N_("Change the date of the data"), data_date=_day(self.held_on.date()) if on else None
            )
        )
        self.ends.clicked.connect(
            lambda on: choose(
                context,
                N_("Change by when to run the study again"),
                valid_until=_day(self.until.date()) if on else None,
            )
        )

    def _make_boxes(self) -> None:
        context, tr = self._context, self._context.tr
        language = context.language
        self.language = _box([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self.paper = _box([(one.value, paper_name(one, language)) for one in Paper])
        self.lines = _box([(one.value, lines_name(one, language)) for one in QuadrantLines])
        self.language.activated.connect(
            lambda _: choose(context, N_("Change the language of the report"), language=self.language.currentData())
        )
        self.paper.activated.connect(
            lambda _: choose(context, N_("Change the paper"), paper=Paper(self.paper.currentData()))
        )
        self.lines.activated.connect(
            lambda _: choose(
                context,
                N_("Change the middle lines of the map"),
                quadrant_lines=QuadrantLines(self.lines.currentData()),
            )
        )
        self.notes = _check(
            tr("Print what people said"),
            tr("Notes beside the answers stand on the feature cards, without names; they may still tell who wrote."),
        )
        self.notes.clicked.connect(
            lambda on: choose(
                context,
                N_("Print what people said") if on else N_("Leave out what people said"),
                notes=on,
            )
        )

    def _lay_out(self) -> None:
        tr = self._context.tr
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        dates = QVBoxLayout()
        dates.setSpacing(GAP // 2)
        dates.addWidget(self.undated)
        dates.addWidget(row(self.date, self.today, None))
        for name, field in ((tr("Title"), self.title), (tr("Organisation"), self.organisation)):
            field.setAccessibleName(name)
            form.addRow(label(name, "muted"), field)
        form.addRow(label(tr("Date"), "muted"), dates)
        form.addRow(self.held, self.held_on)
        form.addRow(self.ends, self.until)
        for name, box in ((tr("Language"), self.language), (tr("Paper"), self.paper), (tr("Map lines"), self.lines)):
            box.setAccessibleName(name)
            form.addRow(label(name, "muted"), box)
        self.lines.setAccessibleName(tr("Middle lines of the map"))
        form.addRow(self.notes)
        self.body.addLayout(form)


def _check(text: str, tip: str) -> QCheckBox:
    found = QCheckBox(text.replace("&", "&&"))
    found.setToolTip(plain_tip(tip))
    found.setAccessibleDescription(tip)
    return found


def _dates(context: Context) -> QDateEdit:
    found, colours = QDateEdit(), context.colours
    found.setStyleSheet(f"QDateEdit:disabled {{ color: {colours.muted}; border-color: {colours.line}; }}")
    found.setCalendarPopup(True)
    found.setDisplayFormat("yyyy-MM-dd")
    return found


def _show(edit: QDateEdit, day: dt.date) -> None:
    shown = QDate(day.year, day.month, day.day)
    if edit.date() != shown:
        edit.blockSignals(True)
        edit.setDate(shown)
        edit.blockSignals(False)


def _day(day: QDate) -> dt.date:
    return dt.date(day.year(), day.month(), day.day())


def _box(entries: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    for value, name in entries:
        box.addItem(name, value)
    return box
