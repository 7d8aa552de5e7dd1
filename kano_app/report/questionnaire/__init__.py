"""Project in, questionnaire out: PDF for paper, a workbook for a screen, text for a form tool."""

import datetime as dt
from pathlib import Path

from kano_app.domain.project import Project
from kano_app.placing import place
from kano_app.report.questionnaire.document import questionnaire
from kano_app.report.questionnaire.text import text_of
from kano_app.report.written import Progress, Written, silent

PDF, WORKBOOK, TEXT = ".pdf", ".xlsx", ".txt"
ENDINGS = (PDF, WORKBOOK, TEXT)
"""Of the files that can be written; the ending says what it becomes."""

__all__ = ["ENDINGS", "PDF", "TEXT", "WORKBOOK", "questionnaire_text", "write_questionnaire"]


def write_questionnaire(
    project: Project, path: Path, day: dt.date | None = None, progress: Progress = silent
) -> Written:
    """Write what a study asks, as the ending of the path says, whole or not at all.

    Args:
        project: the study, with the choices of its questionnaire.
        path: ends with one of ``ENDINGS``.
        day: dates the file where the report of the study has no date.
        progress: told how much is written.

    Returns:
        What is to be said of it; only a PDF has pages.

    Raises:
        OSError: if the file cannot be written.
        ValueError: if the path ends otherwise.

    """
    asked = questionnaire(project, day)
    written = Written(0)
    match path.suffix.lower():
        case ".pdf":
            from kano_app.report.questionnaire.paper import pdf_of  # noqa: PLC0415 - reportlab takes its time

            content, written = pdf_of(asked, progress)
        case ".xlsx":
            from kano_app.report.questionnaire.sheet import workbook_of  # noqa: PLC0415 - likewise

            content = workbook_of(asked)
        case ".txt":
            # Windows knows UTF-8 by its mark only.
            content = text_of(asked).encode("utf-8-sig")
        case _:
            raise ValueError(f"a questionnaire ends with {', '.join(ENDINGS)}")
    place(path, content)
    progress(1.0)
    return written


def questionnaire_text(project: Project) -> str:
    """Return what a study asks as text to paste into a form tool."""
    return text_of(questionnaire(project))
