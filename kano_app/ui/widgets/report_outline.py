"""What each section of the report holds, and on which page it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import Section
from kano_app.i18n import Language
from kano_app.roadmap import Roadmap

_MOST = 4
"""Headings that are named."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section: what it holds; all zero where there is nothing to say."""

    section: Section
    title: str = ""
    """Its heading in the report, in the language of the report."""
    headings: tuple[str, ...] = ()
    """Those under its own."""
    charts: int = 0
    tables: int = 0
    rows: int = 0
    remarks: int = 0
    is_empty: bool = False


def outline(project: Project, analysis: Analysis, roadmap: Roadmap, language: Language) -> tuple[Part, ...]:
    """Return what each section of the report holds, in the window's language; made as the report itself is."""
    from kano_app.report.compose import section_blocks  # noqa: PLC0415 - it loads matplotlib

    here = edits.choose_report(project, replace(project.report, language=language.code))
    parts = [_part(section, make()) for section, make in section_blocks(here, analysis, roadmap).items()]
    if project.report.language == language.code:
        return tuple(parts)
    titles = {one: _title(make()) for one, make in section_blocks(project, analysis, roadmap).items()}
    return tuple(replace(part, title=titles[part.section]) for part in parts)


def begins(
    parts: Sequence[Part], left_out: Sequence[Section], headings: Sequence[tuple[str, int]]
) -> Mapping[Section, int]:
    """Return the page on which each section begins, by the bookmarks of the report, which have the same order."""
    found, place = dict[Section, int](), 0
    for part in parts:
        if part.section in left_out or part.is_empty:
            continue
        if part.section is Section.COVER:
            found[part.section] = 0
            continue
        for later in range(place, len(headings)):
            if headings[later][0] == part.title:
                found[part.section], place = headings[later][1], later + 1
                break
    return found


def told(part: Part, language: Language) -> str:
    """Return what a section holds in a few words."""
    said = list(part.headings[:_MOST])
    if part.charts:
        said.append(language.ngettext("{n} chart", "{n} charts", part.charts).format(n=language.number(part.charts)))
    if part.tables == 1:
        rows = language.ngettext("a table of {n} row", "a table of {n} rows", part.rows)
        said.append(rows.format(n=language.number(part.rows)))
    elif part.tables:
        said.append(language.ngettext("{n} table", "{n} tables", part.tables).format(n=language.number(part.tables)))
    if part.remarks:
        said.append(
            language.ngettext("{n} remark", "{n} remarks", part.remarks).format(n=language.number(part.remarks))
        )
    return " · ".join(one for one in said if one)


def _part(section: Section, found: Sequence[object]) -> Part:
    from kano_app.report.blocks import Bullets, Drawing, Grid, Heading  # noqa: PLC0415

    grids = [one for one in found if isinstance(one, Grid)]
    return Part(
        section,
        _title(found),
        tuple(one.text for one in found if isinstance(one, Heading))[1:],
        sum(isinstance(one, Drawing) for one in found),
        len(grids),
        max((len(one.rows) for one in grids), default=0),
        sum(len(one.items) for one in found if isinstance(one, Bullets)) if section is Section.DATA else 0,
        is_empty=not found,
    )


def _title(found: Sequence[object]) -> str:
    from kano_app.report.blocks import Heading  # noqa: PLC0415

    return next((one.text for one in found if isinstance(one, Heading)), "")
