"""Project, analysis and roadmap in, files out: PDF for people, JSON and CSV for programs."""

from dataclasses import replace
from pathlib import Path

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.report.csv_writer import csv_text, inert
from kano_app.report.json_writer import json_document
from kano_app.report.written import Preview, Progress, Written, silent
from kano_app.roadmap import Roadmap

__all__ = ["Preview", "Written", "csv_text", "inert", "json_document", "preview", "silent", "write_pdf"]


def write_pdf(
    project: Project, analysis: Analysis, roadmap: Roadmap, path: Path, progress: Progress = silent
) -> Written:
    """Write the report as PDF; the libraries it needs are loaded only here."""
    from kano_app.i18n import language  # noqa: PLC0415
    from kano_app.report.compose import compose  # noqa: PLC0415 - matplotlib and reportlab cost most of a second
    from kano_app.report.logo import left_out  # noqa: PLC0415
    from kano_app.report.pdf.writer import write  # noqa: PLC0415

    written = write(compose(project, analysis, roadmap), path, progress)
    return replace(written, without=left_out(project.report.branding, language(project.report.language)))


def preview(
    project: Project, analysis: Analysis, roadmap: Roadmap, first: int = 0, count: int = 1, total: int = 0
) -> Preview:
    """Return some pages of the report as they will print, as a PDF of their own.

    What follows the wanted pages is not laid out, and of those before them no picture is drawn, so that a first page
    costs a few hundredths of a second.

    Args:
        project: the study.
        analysis: its figures.
        roadmap: its plan.
        first: the first page, counted from 0.
        count: how many pages; more than there are is no fault.
        total: how many there are, where an earlier preview said so; else the pages are numbered without it.

    """
    from kano_app.report.compose import compose  # noqa: PLC0415
    from kano_app.report.pdf.writer import draw_pages  # noqa: PLC0415

    return draw_pages(compose(project, analysis, roadmap), first, count, total)
