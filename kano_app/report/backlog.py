"""The roadmap as a backlog that other tools import: one row a feature that is to be built, in order of priority.

Which columns each tool takes, and where that is said, stands in docs/exports.md.
"""

import csv
import io
import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from kano_app.analysis import Blank
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.project import Project
from kano_app.i18n import Language, language
from kano_app.report.csv_writer import inert
from kano_app.report.plain_markup import in_markdown, in_wiki_markup
from kano_app.roadmap import Roadmap, RoadmapItem
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.effort import effort_text
from kano_app.wording.literal import shortened, visible
from kano_app.wording.reasons import reason_text
from kano_app.wording.sureness import sureness_text

_LONGEST_SUMMARY = 255
"""Characters of a summary in Jira, and of a title in GitHub but one."""
_LONGEST_LABEL = 50
_BLANK = re.compile(r"[\s,;]+")


class Backlog(StrEnum):
    """Whose backlog it is to become."""

    JIRA = "jira"
    GITHUB = "github"


_PRIORITIES = {Horizon.NOW: "High", Horizon.NEXT: "Medium", Horizon.LATER: "Low"}
"""By the names both tools know in every language."""
_JIRA = (
    "Summary",
    "Description",
    "Issue Type",
    "Priority",
    "Labels",
    "Labels",
    "Story Points",
    "Assignee",
    "Fix versions",
    "Depends on",
)
_GITHUB = ("title", "body", "labels", "milestone", "assignees", "state", "priority", "estimate", "depends_on")
"""In small letters, as importers look for them."""


class _Beside(NamedTuple):
    """What the study knows of the work on a feature: names of what it depends on, and its effort with the unit."""

    needs: list[str]
    effort: str


def backlog_csv(project: Project, roadmap: Roadmap, tool: Backlog) -> bytes:
    """Return the backlog as CSV, in the language of the report; what is not to be built is not in it."""
    words = language(project.report.language)
    heading, row = _TOOLS[tool]
    names = {item.result.feature.id: item.result.feature.name for item in roadmap.items}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heading)
    for item in roadmap.items:
        if item.horizon in RELEASES:
            needs = [names[need] for need in project.plan.item(item.result.feature.id).depends_on if need in names]
            effort = item.work.effort
            told = "" if effort is None else effort_text(effort, roadmap.effort_unit, words)
            writer.writerow(inert(value) for value in row(item, _Beside(needs, told), words))
    # Without a byte order mark: an importer that does not skip it misses the first column, the one that is required.
    return out.getvalue().encode()


def _jira(item: RoadmapItem, beside: _Beside, words: Language) -> list[str | float | None]:
    return [
        _title(item),
        in_wiki_markup(_told(item, beside, words)),
        "Story",
        _PRIORITIES[item.horizon],
        *_labels(item),
        _effort(item),
        _flat(item.work.owner),
        _flat(horizon_name(item.horizon, words)),
        _flat(words.listing(beside.needs)) if beside.needs else None,
    ]


def _github(item: RoadmapItem, beside: _Beside, words: Language) -> list[str | float | None]:
    return [
        _title(item),
        in_markdown(_told(item, beside, words)),
        ",".join(label for label in (*_labels(item), f"release-{item.horizon.value}") if label),
        _flat(horizon_name(item.horizon, words)),
        _flat(item.work.owner),
        "open",
        _PRIORITIES[item.horizon],
        _effort(item),
        _flat(words.listing(beside.needs)) if beside.needs else None,
    ]


_Row = Callable[[RoadmapItem, _Beside, Language], list[str | float | None]]
_TOOLS: dict[Backlog, tuple[tuple[str, ...], _Row]] = {
    Backlog.JIRA: (_JIRA, _jira),
    Backlog.GITHUB: (_GITHUB, _github),
}


def _effort(item: RoadmapItem) -> float | None:
    """Return the effort, a whole number as such: some importers take no other points."""
    effort = item.work.effort
    return int(effort) if effort is not None and effort.is_integer() else effort


def _title(item: RoadmapItem) -> str:
    return shortened(_flat(item.result.feature.name), _LONGEST_SUMMARY)


def _flat(text: str) -> str:
    """Return text on one line, control and direction characters as visible marks."""
    return visible(re.sub(r"\s*[\r\n]+\s*", " ", text))


def _labels(item: RoadmapItem) -> tuple[str, str]:
    """Return the category and the touchpoint as labels, which hold no blanks."""
    category = "kano-none" if item.result.category is None else f"kano-{item.result.category.value}"
    return category, _BLANK.sub("-", _flat(item.result.feature.touchpoint).strip())[:_LONGEST_LABEL]


def _told(item: RoadmapItem, beside: _Beside, words: Language) -> str:
    """Return what whoever works on it has to know: what it is, why it stands there, how sure that is."""
    feature, stable, category = item.result.feature, item.result.stability, item.result.category
    named = words.pgettext("a name and what it is", "{name}: {value}")
    facts = [
        (words.gettext("Why"), reason_text(item.reasons, words)),
        (
            words.gettext("Category"),
            words.gettext("no category") if category is None else category_name(category, words),
        ),
        (words.gettext("How sure"), "" if isinstance(stable, Blank) else sureness_text(stable, words)),
        (words.gettext("Effort"), beside.effort),
        (words.gettext("Touchpoint"), feature.touchpoint),
        (words.gettext("Depends on"), words.listing(beside.needs) if beside.needs else ""),
        (words.gettext("Rank"), words.number(item.rank)),
    ]
    name = feature.name if len(feature.name) > _LONGEST_SUMMARY else ""
    parts = [name, feature.description, *(named.format(name=name, value=value) for name, value in facts if value)]
    return "\n\n".join("\n".join(map(visible, part.splitlines())) for part in parts if part)
