"""The one page that says everything: what to do first, and where every feature stands."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from kano_app.analysis import Analysis, Blank
from kano_app.charts.palette import mark
from kano_app.charts.satisfaction_map import drawable, satisfaction_map
from kano_app.domain.category import CATEGORIES
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
    Note,
)
from kano_app.report.naming import more_text, quoted
from kano_app.report.narrative import summary
from kano_app.report.summary_room import OTHERS, Form, Room, named
from kano_app.report.views import MAP_INSET, is_answered, load, place_anchor, sure_word
from kano_app.report.views import feature_anchor as to_feature
from kano_app.roadmap import Release, Roadmap, RoadmapItem
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.effort import effort_text
from kano_app.wording.figures import coefficient
from kano_app.wording.releases import empty_text

_MAP = (430.0, 125.0)
"""The height of the small map, and that with which it does."""


class Parts(NamedTuple):
    """Which parts the report has that others lead to."""

    cards: bool
    roadmap: bool


def summary_blocks(
    project: Project, analysis: Analysis, roadmap: Roadmap, parts: Parts, words: Language
) -> list[Block]:
    """Return the page that must be read if nothing else is."""
    told = summary(analysis, roadmap, words)
    if not is_answered(analysis):
        return [Heading(words.gettext("What to do first")), Lead(told)]
    features = [(item.rank, item.result) for item in roadmap.items]
    shown, paper = drawable(features), project.report.paper
    draw = partial(satisfaction_map, features=features, language=words, lines=project.report.quadrant_lines)
    room = Room.beside(told, roadmap, project.report)
    if shown and not named(draw, shown, room.map_height, paper):
        room = replace(room, is_numbered=True)
    blocks: list[Block] = [
        Heading(words.gettext("What to do first")),
        Lead(told),
        _lanes(roadmap, parts, room, words),
    ]
    rows = tuple(
        (horizon_name(one, words), _unplanned(roadmap.at(one), room, words)) for one in OTHERS if roadmap.at(one)
    )
    if rows:
        blocks.append(Facts(rows))
    if shown:
        most, least = _MAP
        blocks += [
            Heading(words.gettext("Satisfaction map"), level=2),
            *([Note(_about_numbers(words))] * room.is_numbered),
            Legend(tuple((mark(one), category_name(one, words)) for one in CATEGORIES)),
            Drawing(
                partial(draw, only=room.numbered(roadmap)),
                height=most,
                inset=MAP_INSET,
                alt=words.gettext(
                    "Satisfaction map: Better and Worse of every feature; the figures stand in the table."
                ),
                least=least,
            ),
        ]
    return blocks


def _about_numbers(words: Language) -> str:
    return words.gettext("The numbers on the map stand before the names above; what is not named above has no number.")


def _lanes(roadmap: Roadmap, parts: Parts, room: Room, words: Language) -> Block:
    """Return the releases as small cards, or as lists where cards would leave too little room for the map."""
    if room.form is Form.CARDS:
        return Lanes(
            tuple(
                Lane(
                    horizon_name(release.horizon, words),
                    load(release, roadmap, words),
                    tuple(_card(item, roadmap.effort_unit, parts, words) for item in roadmap.at(release.horizon)),
                    empty_text(release.horizon, roadmap, words),
                )
                for release in roadmap.releases
            )
        )
    return Brief(tuple(_brief(one, roadmap, parts, room, words) for one in roadmap.releases))


def _brief(release: Release, roadmap: Roadmap, parts: Parts, room: Room, words: Language) -> BriefLane:
    items = roadmap.at(release.horizon)
    shown = room.shown(items)
    more = len(items) - len(shown)
    return BriefLane(
        horizon_name(release.horizon, words),
        load(release, roadmap, words),
        tuple(
            (
                mark(one.result.category),
                (f"{words.number(one.rank)}  " if room.is_numbered else "") + one.result.feature.name,
                _in_brief(one, words) if room.form is Form.TOLD else _by_hand(one, words),
                to_feature(one) if parts.cards else "",
            )
            for one in shown
        ),
        words.ngettext("and {n} more", "and {n} more", more).format(n=words.number(more)) if more else "",
        empty_text(release.horizon, roadmap, words),
    )


def _in_brief(item: RoadmapItem, words: Language) -> str:
    stable = item.result.stability
    sure = "" if isinstance(stable, Blank) else sure_word(stable.word, words)
    parts = [_figures(item, words), sure, _by_hand(item, words)]
    return " · ".join(part for part in parts if part)


def _card(item: RoadmapItem, unit: str, parts: Parts, words: Language) -> Card:
    result, effort = item.result, item.work.effort
    tags = [
        words.gettext("no category") if result.category is None else category_name(result.category, words),
        _figures(item, words),
        "" if isinstance(result.stability, Blank) else sure_word(result.stability.word, words),
        "" if effort is None else effort_text(effort, unit, words),
        _by_hand(item, words),
    ]
    target = to_feature(item) if parts.cards else place_anchor(item) if parts.roadmap else ""
    shown = tuple(tag for tag in tags if tag)
    return Card(mark(result.category), words.number(item.rank), result.feature.name, "", shown, link=target)


def _by_hand(item: RoadmapItem, words: Language) -> str:
    return words.gettext("by hand") if item.is_by_hand else ""


def _told_name(item: RoadmapItem, words: Language) -> str:
    name = quoted(item.result.feature.name, words)
    if not item.is_by_hand:
        return name
    return words.gettext("{name} ({place})").format(name=name, place=_by_hand(item, words))


def _figures(item: RoadmapItem, words: Language) -> str:
    better, worse = item.result.better, item.result.worse
    if isinstance(better, Blank) or isinstance(worse, Blank):
        return ""
    return words.gettext("Better {better}, Worse {worse}").format(
        better=coefficient(better, words), worse=coefficient(worse, words)
    )


def _unplanned(items: Sequence[RoadmapItem], room: Room, words: Language) -> str:
    shown = room.some(items)
    names = [(f"{words.number(one.rank)} " if room.is_numbered else "") + _told_name(one, words) for one in shown]
    if len(shown) < len(items):
        names.append(more_text(len(items) - len(shown), words))
    return words.listing(names)
