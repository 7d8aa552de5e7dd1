"""The outline of the report: which blocks stand in which order, and what each of them says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from kano_app.analysis import Analysis
from kano_app.domain.project import Project
from kano_app.domain.settings import Section
from kano_app.i18n import Language, language
from kano_app.report.appendix import data_blocks, fonts_blocks, glossary_blocks, method_blocks
from kano_app.report.blocks import Block, Document, Heading, Sheet, Title
from kano_app.report.comparison_pages import comparison_blocks, flipped_blocks
from kano_app.report.feature_pages import card_blocks
from kano_app.report.figure_pages import (
    description_blocks,
    importance_blocks,
    results_blocks,
    shares_blocks,
)
from kano_app.report.front_pages import contents_blocks, cover_blocks
from kano_app.report.planning_pages import alternatives_blocks, sizes_blocks
from kano_app.report.roadmap_pages import map_blocks, override_blocks, reason_blocks, roadmap_blocks
from kano_app.report.summary_pages import Parts, summary_blocks
from kano_app.report.sureness_pages import continuous_blocks, quality_blocks, sureness_blocks
from kano_app.report.views import held_on, is_answered, is_voted
from kano_app.report.vote_pages import (
    voted_kind,
    voted_method_blocks,
    voted_summary_blocks,
    voted_workshop_blocks,
)
from kano_app.report.workshop_pages import workshop_blocks
from kano_app.roadmap import Roadmap
from kano_app.wording.study import n_text, people_and_features

_OF_ANSWERS = frozenset(
    {
        Section.ROADMAP,
        Section.MAP,
        Section.OVERRIDES,
        Section.REASONS,
        Section.SHARES,
        Section.SURENESS,
        Section.ALTERNATIVES,
        Section.COMPARISONS,
        Section.CARDS,
        Section.FIGURES,
        Section.FLIPPED,
        Section.CONTINUOUS,
        Section.IMPORTANCE,
    }
)
"""They have nothing to say where nobody answered a pair, as after a workshop of direct votes."""
_FRONT = (Section.COVER, Section.CONTENTS)
"""They are no entries of the contents."""


def compose(project: Project, analysis: Analysis, roadmap: Roadmap) -> Document:
    """Return the report of a project in the language its settings name."""
    words = language(project.report.language)
    settings = project.report
    day = words.date(settings.date) if settings.date else ""
    voted = is_voted(analysis)
    size = people_and_features(analysis.survey, words)
    sections = section_blocks(project, analysis, roadmap)
    chosen = {one: _anchored(one, sections[one]()) for one in Section if one not in settings.left_out}
    if Section.CONTENTS in chosen:
        chosen[Section.CONTENTS] = contents_blocks(_entries(chosen), words, voted=voted)
        if chosen.get(Section.SUMMARY):
            chosen[Section.SUMMARY] = [Sheet(), *chosen[Section.SUMMARY]]
    title = [] if Section.COVER in chosen else [Title(settings.title, _joined([settings.organisation, day, size]))]
    kind = voted_kind(words) if voted else words.gettext("Priority roadmap")
    return Document(
        title=settings.title,
        author=settings.organisation,
        subject=kind,
        footer=settings.branding.footer or _footer(project, analysis, words),
        language=words,
        paper=settings.paper,
        date=settings.date,
        blocks=(*title, *(block for blocks in chosen.values() for block in blocks)),
        tail=partial(fonts_blocks, language=words),
        keywords=_keywords(project, analysis, kind),
        branding=settings.branding,
    )


def section_blocks(
    project: Project, analysis: Analysis, roadmap: Roadmap
) -> Mapping[Section, Callable[[], Sequence[Block]]]:
    """Return what makes the blocks of each section; a section about which nothing is known has none."""
    words = language(project.report.language)
    left_out = project.report.left_out
    parts = Parts(cards=Section.CARDS not in left_out, roadmap=Section.ROADMAP not in left_out)
    every: dict[Section, Callable[[], Sequence[Block]]] = {
        Section.COVER: partial(cover_blocks, project, analysis, words),
        Section.CONTENTS: partial(contents_blocks, (), words),
        Section.WORKSHOP: partial(workshop_blocks, analysis, words),
        Section.SUMMARY: partial(summary_blocks, project, analysis, roadmap, parts, words),
        Section.ROADMAP: partial(roadmap_blocks, roadmap, words, linked=parts.cards),
        Section.MAP: partial(map_blocks, project, roadmap, words),
        Section.OVERRIDES: partial(override_blocks, project, analysis, roadmap, words),
        Section.REASONS: partial(reason_blocks, roadmap, words, linked=parts.cards),
        Section.SHARES: partial(shares_blocks, analysis, words),
        Section.SURENESS: partial(sureness_blocks, analysis, words),
        Section.ALTERNATIVES: partial(alternatives_blocks, roadmap, words),
        Section.SIZES: partial(sizes_blocks, analysis, words),
        Section.COMPARISONS: partial(comparison_blocks, analysis, words),
        Section.CARDS: partial(card_blocks, project, analysis, roadmap, words, linked=parts.roadmap),
        Section.FIGURES: partial(results_blocks, analysis, words),
        Section.FLIPPED: partial(flipped_blocks, analysis, words),
        Section.CONTINUOUS: partial(continuous_blocks, analysis, roadmap, words),
        Section.IMPORTANCE: partial(importance_blocks, analysis, words),
        Section.FEATURES: partial(description_blocks, project, analysis, words),
        Section.DATA: partial(data_blocks, project, analysis, roadmap, words),
        Section.FLAGS: partial(quality_blocks, project, analysis, words),
        Section.METHOD: partial(method_blocks, project, analysis, words),
        Section.GLOSSARY: partial(glossary_blocks, words),
    }
    if is_answered(analysis):
        return every
    rest = {section: _nothing if section in _OF_ANSWERS else make for section, make in every.items()}
    return {**rest, **_of_votes(analysis, words)} if is_voted(analysis) else rest


def _of_votes(analysis: Analysis, words: Language) -> Mapping[Section, Callable[[], Sequence[Block]]]:
    """Return what makes the sections that speak of votes where there is no other evidence."""
    return {
        Section.WORKSHOP: partial(voted_workshop_blocks, analysis, words),
        Section.SUMMARY: partial(voted_summary_blocks, analysis, words),
        Section.METHOD: partial(voted_method_blocks, words),
        Section.GLOSSARY: _nothing,
    }


def _nothing() -> Sequence[Block]:
    return ()


def _anchored(section: Section, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks whose headings have names that links can lead to."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not block.anchor:
            count = sum(isinstance(one, Heading) for one in found)
            block = replace(block, anchor=f"{section.value}-{count + 1}")  # noqa: PLW2901 - the same, with its name
        found.append(block)
    return found


def _entries(chosen: Mapping[Section, Sequence[Block]]) -> list[tuple[str, str]]:
    """Return the headings of the sections, in order."""
    return [
        (block.text, block.anchor)
        for section, blocks in chosen.items()
        if section not in _FRONT
        for block in blocks
        if isinstance(block, Heading) and block.level == 1
    ]


def _footer(project: Project, analysis: Analysis, words: Language) -> str:
    """Return what stands under every page: of when the data are, or the title, then n, and until when they hold."""
    held, until = held_on(project), project.report.valid_until
    parts = [
        words.gettext("Data of {date}").format(date=words.date(held)) if held else project.report.title,
        n_text(analysis, words),
        words.gettext("run again by {date}").format(date=words.date(until)) if until else "",
    ]
    return _joined(parts)


def _keywords(project: Project, analysis: Analysis, kind: str) -> tuple[str, ...]:
    touchpoints = dict.fromkeys(one.touchpoint for one in analysis.survey.features if one.touchpoint)
    found = ("Kano", kind, project.report.organisation, *list(touchpoints)[:12])
    return tuple(one.replace(",", " ") for one in found if one)


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
