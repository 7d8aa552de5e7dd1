"""Project, analysis and roadmap in, files out: PDF for people, JSON and CSV for programs."""

from pathlib import Path

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.report.csv_writer import csv_text, inert
from kano_app.report.json_writer import json_document
from kano_app.report.written import Progress, Written, silent
from kano_app.roadmap import Roadmap

__all__ = ["Written", "csv_text", "inert", "json_document", "silent", "write_pdf"]


def write_pdf(
    project: Project, analysis: Analysis, roadmap: Roadmap, path: Path, progress: Progress = silent
) -> Written:
    """Write the report as PDF; the libraries it needs are loaded only here."""
    from kano_app.report.compose import compose  # noqa: PLC0415 - matplotlib and reportlab cost most of a second
    from kano_app.report.pdf.writer import write  # noqa: PLC0415

    return write(compose(project, analysis, roadmap), path, progress)
