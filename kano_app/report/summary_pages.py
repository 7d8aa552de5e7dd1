"""The one page that says everything: what to do first, and where every feature stands."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from kano_app.analysis import Analysis, Blank
from kano_app.charts.palette import mark
from kano_app.charts.satisfaction_map import drawable, satisfaction_map
from kano_app.domain.category import CATEGORIES
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    Brief,
    BriefLane,
    Card,
    Drawing,
    Facts,
    Heading,
    Lane,
    Lanes,
    Lead,
    Legend,
)
from kano_app.report.narrative import shown_name, summary
from kano_app.report.views import MAP_INSET, load, place_anchor, sure_word
from kano_app.report.views import feature_anchor as to_feature
from kano_app.roadmap import Release, Roadmap, RoadmapItem
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.figures import coefficient

_MOST_CARDS = 4
"""Features of a release that are cards on the summary page; more are a list."""
_MOST_TOLD = 7
"""Features of a release of which a list says a few words."""
_MOST_ALL_TOLD = 20
_MOST_ROWS = 12
_MOST_UNPLANNED = 4
_MOST_ON_MAP = 24
"""Features whose names have room on the small map."""
_MAP = (430.0, 190.0)
"""The height of the small map, and that with which it does."""


class Parts(NamedTuple):
    """Which parts the report has that others lead to."""

    cards: bool
    roadmap: bool


def summary_blocks(
    project: Project, analysis: Analysis, roadmap: Roadmap, parts: Parts, words: Language
) -> list[Block]:
    """Return the page that must be read if nothing else is."""
    blocks: list[Block] = [
        Heading(words.gettext("What to do first")),
        Lead(summary(analysis, roadmap, words)),
        _lanes(roadmap, parts, words),
    ]
    others = (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
    rows = tuple((horizon_name(one, words), _unplanned(roadmap.at(one), words)) for one in others if roadmap.at(one))
    if rows:
        blocks.append(Facts(rows))
    features = [(item.rank, item.result) for item in roadmap.items]
    if 0 < len(drawable(features)) <= _MOST_ON_MAP:
        most, least = _MAP
        lines = project.report.quadrant_lines
        blocks += [
            Heading(words.gettext("Satisfaction map"), level=2),
            Legend(tuple((mark(one), category_name(one, words)) for one in CATEGORIES)),
            Drawing(
                partial(satisfaction_map, features=features, language=words, lines=lines),
                height=most,
                inset=MAP_INSET,
                alt=words.gettext(
                    "Satisfaction map: Better and Worse of every feature; the figures stand in the table."
                ),
                least=least,
            ),
        ]
    return blocks


def _lanes(roadmap: Roadmap, parts: Parts, words: Language) -> Block:
    """Return the releases as small cards, or as lists where there are many."""
    empty = words.gettext("Nothing stands here.")
    if max(len(roadmap.at(one)) for one in RELEASES) <= _MOST_CARDS:
        return Lanes(
            tuple(
                Lane(
                    horizon_name(release.horizon, words),
                    load(release, roadmap, words),
                    tuple(_card(item, parts, words) for item in roadmap.at(release.horizon)),
                    empty,
                )
                for release in roadmap.releases
            )
        )
    return Brief(tuple(_brief(one, roadmap, roadmap.at(one.horizon), parts, words) for one in roadmap.releases))


def _brief(
    release: Release, roadmap: Roadmap, items: Sequence[RoadmapItem], parts: Parts, words: Language
) -> BriefLane:
    # Beyond so many features there is no map below that would need the room.
    most = _MOST_ROWS if len(roadmap.items) <= _MOST_ON_MAP else _MOST_ROWS + 2
    shown = items if len(items) <= most else items[: most - 1]
    more = len(items) - len(shown)
    is_short = max(len(roadmap.at(one)) for one in RELEASES) <= _MOST_TOLD and len(roadmap.items) <= _MOST_ALL_TOLD
    return BriefLane(
        horizon_name(release.horizon, words),
        load(release, roadmap, words),
        tuple(
            (
                mark(one.result.category),
                one.result.feature.name,
                _in_brief(one, words) if is_short else "",
                to_feature(one) if parts.cards else "",
            )
            for one in shown
        ),
        words.ngettext("and {n} more", "and {n} more", more).format(n=words.number(more)) if more else "",
        words.gettext("Nothing stands here."),
    )


def _in_brief(item: RoadmapItem, words: Language) -> str:
    stable = item.result.stability
    parts = [_figures(item, words), "" if isinstance(stable, Blank) else sure_word(stable.word, words)]
    return " · ".join(part for part in parts if part)


def _card(item: RoadmapItem, parts: Parts, words: Language) -> Card:
    result, effort = item.result, item.work.effort
    tags = [
        words.gettext("no category") if result.category is None else category_name(result.category, words),
        _figures(item, words),
        "" if isinstance(result.stability, Blank) else sure_word(result.stability.word, words),
        "" if effort is None else words.gettext("effort {used}").format(used=words.plain_number(effort)),
    ]
    target = to_feature(item) if parts.cards else place_anchor(item) if parts.roadmap else ""
    shown = tuple(tag for tag in tags if tag)
    return Card(mark(result.category), words.number(item.rank), result.feature.name, "", shown, link=target)


def _figures(item: RoadmapItem, words: Language) -> str:
    better, worse = item.result.better, item.result.worse
    if isinstance(better, Blank) or isinstance(worse, Blank):
        return ""
    return words.gettext("Better {better}, Worse {worse}").format(
        better=coefficient(better, words), worse=coefficient(worse, words)
    )


def _unplanned(items: Sequence[RoadmapItem], words: Language) -> str:
    names = [shown_name(one.result.feature.name, words) for one in items]
    more = len(names) - _MOST_UNPLANNED
    if more > 1:
        told = words.ngettext("{n} more", "{n} more", more).format(n=words.number(more))
        names = [*names[:_MOST_UNPLANNED], told]
    return words.listing(names)
