"""The workbook as a whole: which sheets stand in it, in which order."""

import datetime as dt
import io

from kano_app.analysis import Analysis
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.i18n import N_, Language, language
from kano_app.report.study_tables import StudyTable, study_tables
from kano_app.report.workbook.about import write_about, write_messages
from kano_app.report.workbook.answers import write_answers, write_traits
from kano_app.report.workbook.check import write_check
from kano_app.report.workbook.sheets import Book, write_table
from kano_app.report.workbook.tally import write_tally
from kano_app.report.written import Progress, silent
from kano_app.roadmap import Roadmap, all_problems
from kano_app.wording.literal import visible

_UNDATED = dt.date(2000, 1, 1)
_CLOSING = 0.7
"""How far the work has come when all cells are known and the file is still to be packed."""
_LONGEST_PROPERTY = 255


def workbook_of(project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress = silent) -> bytes:
    """Return a study as the bytes of a workbook, in the language of its report; the same study gives the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is written

    words = language(project.report.language)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as made:
        made.set_properties(_properties(project))
        # Whoever opens it sees figures of this very workbook, whatever the program stored.
        made.set_calc_mode("auto")
        _write(Book(made, words), project, analysis, roadmap, progress)
    progress(1.0)
    return target.getvalue()


def _properties(project: Project) -> dict[str, object]:
    report = project.report
    day = report.date or _UNDATED
    return {
        "title": visible(report.title)[:_LONGEST_PROPERTY],
        "author": visible(report.organisation)[:_LONGEST_PROPERTY] or "Kano App",
        "created": dt.datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a workbook knows no time zones
    }


def _write(book: Book, project: Project, analysis: Analysis, roadmap: Roadmap, progress: Progress) -> None:
    words, title = book.words, project.report.title
    tables = study_tables(project, analysis, roadmap, words)
    about = book.sheet(words.gettext("About"), title=title)
    contents: list[tuple[str, str]] = []
    for place, one in enumerate(tables):
        sheet = book.sheet(one.name, title=title)
        write_table(sheet, one.table, words)
        contents.append((sheet.name, _told(one, words)))
        progress(_CLOSING * place / len(tables))
    contents += _check_sheets(book, analysis, title)
    if isinstance(project.survey.evidence, Answers):
        contents += _people_sheets(book, project, title)
    problems = all_problems(project, analysis, roadmap)
    if problems:
        name = words.gettext("Messages")
        contents.append((write_messages(book.sheet(name, title=title), problems, words), words.gettext(_MET)))
    write_about(about, project, analysis, contents, words)
    progress(_CLOSING)


_MET = N_("What was met while the answers were read, counted and planned.")


def _told(one: StudyTable, words: Language) -> str:
    title = words.gettext(one.table.title)
    about = one.about
    return (
        words.pgettext("a name and what it is", "{name}: {value}").format(name=title, value=about) if about else title
    )


def _check_sheets(book: Book, analysis: Analysis, title: str) -> list[tuple[str, str]]:
    """Write the counts and the formulas that lead from them to the figures."""
    words = book.words
    found = []
    laid = None
    if analysis.tally is not None:
        laid = write_tally(book, analysis, title)
        found = [
            (laid.table_name, words.gettext("Which category each pair of answers means.")),
            (laid.name, words.gettext("How often each pair of answers was given.")),
        ]
    sheet = book.sheet(words.pgettext("sheet", "Check"), title=title)
    write_check(sheet, analysis, laid, words)
    return [*found, (sheet.name, words.gettext("Formulas that compute the figures anew, beside those of Kano App."))]


def _people_sheets(book: Book, project: Project, title: str) -> list[tuple[str, str]]:
    words, survey = book.words, project.survey
    sheet = book.sheet(words.gettext("Answers"), title=title)
    write_answers(sheet, survey, words)
    found = [(sheet.name, words.gettext("What each person answered; people are numbered, nobody is named."))]
    if survey.traits:
        traits = book.sheet(words.gettext("Traits"), title=title)
        write_traits(traits, survey, words)
        found.append((traits.name, words.gettext("How many people each trait has.")))
    return found
