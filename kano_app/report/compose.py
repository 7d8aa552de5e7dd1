"""The outline of the report: which blocks stand in which order, and what each of them says."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.domain.settings import Section
from kano_app.i18n import language
from kano_app.report.appendix import data_blocks, fonts_blocks, method_blocks
from kano_app.report.blocks import (
    Block,
    Document,
    Title,
)
from kano_app.report.comparison_pages import comparison_blocks, flipped_blocks
from kano_app.report.figure_pages import (
    description_blocks,
    importance_blocks,
    results_blocks,
    shares_blocks,
)
from kano_app.report.planning_pages import alternatives_blocks, sizes_blocks
from kano_app.report.roadmap_pages import map_blocks, reason_blocks, roadmap_blocks
from kano_app.report.sureness_pages import continuous_blocks, quality_blocks, sureness_blocks
from kano_app.roadmap import Roadmap
from kano_app.wording.study import people_and_features


def compose(project: Project, analysis: Analysis, roadmap: Roadmap) -> Document:
    """Return the report of a project in the language its settings name."""
    words = language(project.report.language)
    settings = project.report
    day = words.date(settings.date) if settings.date else ""
    size = people_and_features(analysis.survey, words)
    sections = section_blocks(project, analysis, roadmap)
    blocks = (
        Title(settings.title, _joined([settings.organisation, day, size])),
        *(block for one in Section if one not in settings.left_out for block in sections[one]()),
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


def section_blocks(
    project: Project, analysis: Analysis, roadmap: Roadmap
) -> Mapping[Section, Callable[[], Sequence[Block]]]:
    """Return what makes the blocks of each section; a section about which nothing is known has none."""
    words = language(project.report.language)
    return {
        Section.ROADMAP: partial(roadmap_blocks, analysis, roadmap, words),
        Section.MAP: partial(map_blocks, project, roadmap, words),
        Section.REASONS: partial(reason_blocks, roadmap, words),
        Section.SURENESS: partial(sureness_blocks, analysis, words),
        Section.ALTERNATIVES: partial(alternatives_blocks, roadmap, words),
        Section.SIZES: partial(sizes_blocks, analysis, words),
        Section.COMPARISONS: partial(comparison_blocks, analysis, words),
        Section.SHARES: partial(shares_blocks, analysis, words),
        Section.FIGURES: partial(results_blocks, analysis, words),
        Section.FLIPPED: partial(flipped_blocks, analysis, words),
        Section.CONTINUOUS: partial(continuous_blocks, analysis, roadmap, words),
        Section.IMPORTANCE: partial(importance_blocks, analysis, words),
        Section.FEATURES: partial(description_blocks, project, analysis, words),
        Section.METHOD: partial(method_blocks, project, analysis, words),
        Section.DATA: partial(data_blocks, project, analysis, roadmap, words),
        Section.FLAGS: partial(quality_blocks, project, analysis, words),
    }


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
