"""The first sheet, which says what the workbook holds and how it was made, and the last, with what was met."""

from collections.abc import Sequence

from kano_app.analysis import Analysis
from kano_app.domain.problem import Problem, Severity
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.workbook.sheets import Sheet
from kano_app.tables import Kind
from kano_app.wording.problems import message
from kano_app.wording.settings import direction_text, rule_sentence, scale_name, table_told, treatment_sentence
from kano_app.wording.study import people_and_features

_NAMES_WIDTH, _TEXTS_WIDTH = 30, 100


def write_about(
    sheet: Sheet, project: Project, analysis: Analysis, contents: Sequence[tuple[str, str]], words: Language
) -> None:
    """Write whose study it is, how the figures were made, and a list of the sheets."""
    sheet.sheet.hide_gridlines(2)
    sheet.widen(0, _NAMES_WIDTH)
    sheet.widen(1, _TEXTS_WIDTH, most=_TEXTS_WIDTH)
    sheet.line(0, project.report.title or words.gettext("Kano study"), sheet.looks.title)
    row = 2
    for name, value in _facts(project, analysis, words):
        if value:
            sheet.text(row, 0, name, bold=True)
            sheet.text(row, 1, value)
            row += 1
    row += 1
    sheet.heading(row, 0, words.gettext("Sheet"))
    sheet.heading(row, 1, words.gettext("What stands on it"))
    for place, (name, about) in enumerate(contents, start=row + 1):
        sheet.text(place, 0, name)
        sheet.text(place, 1, about)
    sheet.close((1, 0))


def _facts(project: Project, analysis: Analysis, words: Language) -> list[tuple[str, str]]:
    report, method, source = project.report, project.analysis, analysis.survey.source
    session = analysis.survey.session
    held = report.data_date or (None if session is None else session.date)
    return [
        (words.gettext("Organisation"), report.organisation),
        (words.gettext("Date of the report"), words.date(report.date) if report.date else ""),
        (words.gettext("Data of"), words.date(held) if held else ""),
        (words.gettext("Run again by"), words.date(report.valid_until) if report.valid_until else ""),
        (words.gettext("File"), source.file),
        (words.gettext("Size"), people_and_features(analysis.survey, words)),
        (words.gettext("Evaluation table"), table_told(analysis, words)),
        (words.gettext("Rule"), rule_sentence(method, words)),
        (words.gettext("Reverse and questionable"), treatment_sentence(method, words)),
        (words.gettext("Answer scale"), scale_name(source.scale, words) if source.scale else ""),
        (words.gettext("Direction"), direction_text(source, words)),
        (words.gettext("Confidence of intervals"), words.percent(method.confidence)),
        (
            words.gettext("Empty cells"),
            words.gettext("A figure that is undefined is an empty cell, never 0; the reason stands in its row."),
        ),
    ]


def write_messages(sheet: Sheet, problems: Sequence[Problem], words: Language) -> str:
    """Write everything that was met, the gravest first; return the sheet's name."""
    severities = {
        Severity.ERROR: words.gettext("Error"),
        Severity.WARNING: words.gettext("Check"),
        Severity.NOTE: words.gettext("Note"),
    }
    for place, heading in enumerate(
        (words.gettext("Kind"), words.gettext("Message"), words.gettext("File"), words.gettext("Row"))
    ):
        sheet.heading(0, place, heading)
    for row, one in enumerate(sorted(problems, key=lambda one: list(severities).index(one.severity)), start=1):
        sheet.text(row, 0, severities[one.severity])
        sheet.text(row, 1, message(one, words))
        sheet.text(row, 2, one.file)
        if one.row is not None:
            sheet.number(row, 3, one.row, Kind.COUNT)
    sheet.widen(1, _TEXTS_WIDTH, most=_TEXTS_WIDTH)
    sheet.close((1, 0), (0, 0, len(problems), 3))
    return sheet.name
