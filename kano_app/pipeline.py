"""The whole way of the data, end to end: file → Survey → Analysis → Roadmap → report. No logic lives here."""

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kano_app import analysis, importers, report, roadmap
from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.evaluation_table import TABLES, EvaluationTable
from kano_app.domain.mapping import Mapping
from kano_app.domain.problem import Code, Problem, Severity, Unusable
from kano_app.domain.project import Project
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Flag
from kano_app.importers import Source
from kano_app.placing import place
from kano_app.report import exports, questionnaire
from kano_app.roadmap import Roadmap

Progress = Callable[[float], None]
"""Told how far a long step has come, 0 to 1."""


def read_survey(
    source: Source,
    settings: ImportSettings = ImportSettings(),
    progress: Progress | None = None,
    mapping: Mapping | None = None,
) -> Project:
    """Return a new project with the survey read from a file, or from what was pasted, as a mapping tells or by guess.

    Raises:
        Unusable: if it holds nothing that can be used.

    """
    salt = secrets.token_hex(8)
    survey, problems = importers.read_survey(source, replace(settings, salt=salt), progress, mapping)
    return edits.add_survey(Project(salt=salt), replace(survey, label=Path(source.name).stem), problems)


def read_wave(
    project: Project,
    path: Path,
    settings: ImportSettings = ImportSettings(),
    progress: Progress | None = None,
    mapping: Mapping | None = None,
) -> Project:
    """Return the project with a later survey of the same features, matched by name, read from a file.

    Raises:
        Unusable: if the file holds nothing that can be used.

    """
    survey, problems = importers.read_survey(path, replace(settings, salt=project.salt), progress, mapping)
    return edits.add_wave(project, replace(survey, label=path.stem), problems)


def read_features(project: Project, path: Path) -> Project:
    """Return the project with what a features file says of its features: labels, touchpoints, effort, dependencies."""
    details, problems = importers.read_features(path)
    return edits.describe_features(project, details, path.name, problems)


def read_evaluation_table(name_or_path: str) -> EvaluationTable:
    """Return an evaluation table by its name, or read one from a file."""
    return TABLES.get(name_or_path.casefold()) or importers.read_evaluation_table(Path(name_or_path))


def read_mapping(path: Path) -> Mapping:
    """Return a mapping from a file.

    Raises:
        Unusable: if it is none.

    """
    return importers.read_mapping(path)


def guess_mapping(source: Source, settings: ImportSettings = ImportSettings()) -> Mapping:
    """Return how a file would be read; where nothing is recognised, the likeliest there is.

    Raises:
        Unusable: if it cannot be opened, or holds no rows.

    """
    return importers.examine(source, settings).mapping


def write_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping as JSON.

    Raises:
        OSError: if the file cannot be written; what was there stays.

    """
    place(path, importers.mapping_json(mapping).encode("utf-8"))


def check_answers(answers: tuple[str, ...]) -> None:
    """Refuse a form's own answers that are not three or five different ones.

    Raises:
        ValueError: if they are not.

    """
    importers.check_answers(answers)


def analyse(project: Project) -> Analysis:
    """Return every figure of the project's survey."""
    return analysis.analyse(project.survey, project.analysis, project.earlier)


def refuse_what_cannot_be_done(findings: Analysis) -> None:
    """Stop where a part that was asked for cannot be had.

    Raises:
        Unusable: with the first such problem.

    """
    for problem in findings.problems:
        if problem.severity is Severity.ERROR:
            raise Unusable(problem)


def exclude_flagged(project: Project, flags: tuple[Flag, ...]) -> Project:
    """Return the project without the people who have one of some flags, in any of its waves.

    Raises:
        Unusable: if a wave gives counts, not answers of people.

    """
    for wave, survey in enumerate(project.surveys):
        flagged = analysis.flagged_people(survey, project.analysis)
        if flagged is None:
            raise Unusable(Problem(Code.EXCLUDE_NEEDS_PEOPLE, survey.source.file))
        project = edits.exclude_people(project, flagged.proposals(flags), wave)
    return project


def plan(project: Project, findings: Analysis) -> Roadmap:
    """Return the prioritised roadmap."""
    return roadmap.plan(findings, project.plan, project.planning)


def judge_plan(project: Project, findings: Analysis, planned: Roadmap) -> Roadmap:
    """Return the roadmap with how sure each rank and place is over resamples, and what other choices would move."""
    judged = roadmap.with_robustness(planned, findings, project.plan, project.planning)
    return roadmap.with_alternatives(judged, findings, project.plan, project.planning)


def write_report(
    project: Project, findings: Analysis, planned: Roadmap, path: Path, progress: Progress = report.silent
) -> report.Written:
    """Write the PDF roadmap and return what is to be said of it."""
    return report.write_pdf(project, findings, planned, path, progress)


def write_export(
    export: exports.Export,
    project: Project,
    findings: Analysis,
    planned: Roadmap,
    path: Path,
    progress: Progress = report.silent,
) -> tuple[Path, ...]:
    """Write a study one of the ways in ``exports.EXPORTS`` and return the files that are there now."""
    return exports.write_export(export, project, findings, planned, path, progress)


def write_questionnaire(
    project: Project, path: Path, day: dt.date | None = None, progress: Progress = report.silent
) -> report.Written:
    """Write what the project asks people, for paper, a spreadsheet or a form tool: PDF, XLSX or TXT by the ending."""
    return questionnaire.write_questionnaire(project, path, day, progress)


def problems(project: Project, findings: Analysis, planned: Roadmap) -> tuple[Problem, ...]:
    """Return everything that was met on the way, reading first."""
    return roadmap.all_problems(project, findings, planned)
