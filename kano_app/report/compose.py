"""The outline of the report: which blocks stand in which order, and what each of them says."""

from collections.abc import Sequence
from functools import partial

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.i18n import language
from kano_app.report.appendix import data_blocks, fonts_blocks, method_blocks
from kano_app.report.blocks import (
    Document,
    Title,
)
from kano_app.report.figure_pages import (
    description_blocks,
    importance_blocks,
    results_blocks,
    shares_blocks,
    sureness_blocks,
)
from kano_app.report.roadmap_pages import map_blocks, reason_blocks, roadmap_blocks
from kano_app.roadmap import Roadmap
from kano_app.wording.study import people_and_features


def compose(project: Project, analysis: Analysis, roadmap: Roadmap) -> Document:
    """Return the report of a project in the language its settings name."""
    words = language(project.report.language)
    settings = project.report
    day = words.date(settings.date) if settings.date else ""
    size = people_and_features(analysis.survey, words)
    blocks = (
        Title(settings.title, _joined([settings.organisation, day, size])),
        *roadmap_blocks(analysis, roadmap, words),
        *map_blocks(project, roadmap, words),
        *reason_blocks(roadmap, words),
        *sureness_blocks(analysis, words),
        *shares_blocks(analysis, words),
        *results_blocks(analysis, words),
        *importance_blocks(analysis, words),
        *description_blocks(project, analysis, words),
        *method_blocks(project, words),
        *data_blocks(project, analysis, roadmap, words),
    )
    return Document(
        title=settings.title,
        author=settings.organisation,
        subject=words.gettext("Priority roadmap"),
        footer=_joined([analysis.survey.source.file, size, day]),
        language=words,
        paper=settings.paper,
        date=settings.date,
        blocks=blocks,
        tail=partial(fonts_blocks, language=words),
    )


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
