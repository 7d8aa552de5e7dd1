"""A study as it begins: with nothing in it but the defaults that are preferred."""

from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.evaluation_table import TABLES
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings
from kano_app.ui.preferences import Preferences
from kano_app.ui.preferred import language_of


def started(preferences: Preferences) -> Project:
    """Return a study with nothing in it, with the defaults that are preferred."""
    return with_defaults(edits.new_study(), preferences)


def with_defaults(project: Project, preferences: Preferences) -> Project:
    """Return a new study with the defaults of method and report that are preferred."""
    method = replace(
        project.analysis or AnalysisSettings(),
        table=TABLES[preferences.table],
        rule=preferences.rule,
        reverse_and_questionable=preferences.reverse_and_questionable,
    )
    report = replace(
        project.report,
        organisation=preferences.organisation,
        paper=preferences.paper,
        language=language_of(preferences).code,
    )
    return edits.choose_report(edits.choose_method(project, method), report)
