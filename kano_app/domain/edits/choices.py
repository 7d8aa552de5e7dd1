"""Choices of method, planning and report."""

from dataclasses import replace

from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings, PlanSettings, ReportSettings


def choose_method(project: Project, settings: AnalysisSettings) -> Project:
    """Return the project analysed by other choices of method."""
    return replace(project, analysis=settings)


def choose_planning(project: Project, settings: PlanSettings) -> Project:
    """Return the project planned by other choices of planning."""
    return replace(project, planning=settings)


def choose_report(project: Project, settings: ReportSettings) -> Project:
    """Return the project reported by other choices of report."""
    return replace(project, report=settings)


def rename_study(project: Project, title: str) -> Project:
    """Return the project under another title."""
    return replace(project, report=replace(project.report, title=title))
