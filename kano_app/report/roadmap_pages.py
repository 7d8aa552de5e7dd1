"""The first pages: the roadmap as lanes of cards, the satisfaction map, and why each feature stands where it does."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.charts.palette import mark
from kano_app.charts.satisfaction_map import drawable, satisfaction_map
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Aside,
    Block,
    Card,
    Drawing,
    Entries,
    Heading,
    Lane,
    Lanes,
    Lead,
    Note,
)
from kano_app.report.narrative import summary
from kano_app.report.views import MAP_HEIGHT, MAP_INSET, TABLE_ROOM, grid, legend, number_key
from kano_app.roadmap import Release, Roadmap, RoadmapItem
from kano_app.tables import (
    roadmap_table,
)
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.reasons import card_text
from kano_app.wording.sureness import sureness_text

_SMALL_MAP_HEIGHT = 330.0
_FEW = 6
"""Features up to which a small map is enough; it then stands under the lanes."""
_MOST_BESIDE = 8
"""Features that are not to be built which stand in the last lane; more get columns of their own."""


def roadmap_blocks(analysis: Analysis, roadmap: Roadmap, words: Language) -> list[Block]:
    """Return the summary, the lanes, and what is not to be worked on."""
    lanes = [
        Lane(
            horizon_name(release.horizon, words),
            _load(release, roadmap, words),
            tuple(_card(item, words) for item in roadmap.at(release.horizon)),
            words.gettext("Nothing stands here."),
        )
        for release in roadmap.releases
    ]
    asides = _asides(roadmap, words)
    below: list[Block] = []
    if sum(len(aside.items) for aside in asides) <= _MOST_BESIDE:
        lanes[-1] = replace(lanes[-1], asides=asides)
    else:
        below = [block for aside in asides for block in (Heading(aside.title, level=2), Entries(aside.items))]
    return [
        Heading(words.gettext("What to do first")),
        Lead(summary(analysis, roadmap, words)),
        Lanes(tuple(lanes)),
        *below,
    ]


def reason_blocks(roadmap: Roadmap, words: Language) -> list[Block]:
    """Return the reason for every place, in order of priority."""
    return [
        Heading(words.gettext("Why each feature stands where it does"), room=TABLE_ROOM),
        grid(roadmap_table(roadmap).only("rank", "name", "horizon", "category", "reason"), words),
        *(
            [Note(words.gettext("The source knows no people, so each feature was resampled by itself."))]
            * roadmap.independent
        ),
    ]


def _asides(roadmap: Roadmap, words: Language) -> tuple[Aside, ...]:
    """Return what is not to be worked on."""
    return tuple(
        Aside(
            horizon_name(horizon, words),
            tuple((item.result.feature.name, card_text(item.reasons, words)) for item in roadmap.at(horizon)),
        )
        for horizon in (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
        if roadmap.at(horizon)
    )


def _load(release: Release, roadmap: Roadmap, words: Language) -> str:
    """Return what a release holds: its effort, and how many features in it have none."""
    unknown = sum(item.work.effort is None for item in roadmap.at(release.horizon))
    used = words.plain_number(release.effort)
    if release.capacity is not None:
        capacity = words.plain_number(release.capacity)
        load = words.gettext("effort {used} of {capacity}").format(used=used, capacity=capacity)
        return load + _without_effort(unknown, words)
    if roadmap.has_efforts:
        return words.gettext("effort {used}").format(used=used) + _without_effort(unknown, words)
    count = len(roadmap.at(release.horizon))
    return words.ngettext("{n} feature", "{n} features", count).format(n=words.number(count))


def _without_effort(count: int, words: Language) -> str:
    if not count:
        return ""
    return words.ngettext(", {n} without", ", {n} without", count).format(n=words.number(count))


def _card(item: RoadmapItem, words: Language) -> Card:
    category = item.result.category
    effort = item.work.effort
    stable = item.result.stability
    tags = [
        words.gettext("no category") if category is None else category_name(category, words),
        "" if isinstance(stable, Blank) else sureness_text(stable, words),
        _in_now(item, words),
        "" if effort is None else words.gettext("effort {used}").format(used=words.plain_number(effort)),
        item.work.owner,
        item.result.feature.touchpoint,
    ]
    return Card(
        mark(category),
        words.number(item.rank),
        item.result.feature.name,
        card_text(item.reasons, words),
        tuple(tag for tag in tags if tag),
    )


def _about_lines(choice: QuadrantLines, words: Language) -> str:
    if choice is QuadrantLines.HALF:
        return ""
    return words.gettext(" The middle lines stand at the means of all features.")


def _about_crosses(shown: Sequence[tuple[int, FeatureResult]], words: Language) -> str:
    if all(isinstance(result.better_interval, Blank) for _, result in shown):
        return ""
    return words.gettext(" The cross through it spans the intervals of both coefficients.")


def _in_now(item: RoadmapItem, words: Language) -> str:
    """Return how often a feature falls into Now, where that is more than never."""
    if isinstance(item.in_now, Blank) or (item.horizon is not Horizon.NOW and round(item.in_now, 2) == 0):
        return ""
    return words.gettext("Now in {share}").format(share=words.percent(item.in_now))


def map_blocks(project: Project, roadmap: Roadmap, words: Language) -> list[Block]:
    """Return the satisfaction map; nothing where no feature has coefficients."""
    features = [(item.rank, item.result) for item in roadmap.items]
    shown = drawable(features)
    if not shown:
        return []
    height = _SMALL_MAP_HEIGHT if len(shown) <= _FEW else MAP_HEIGHT
    undefined = [one.feature.name for _, one in features if isinstance(one.better, Blank)]
    blocks: list[Block] = [
        Heading(words.gettext("Where each feature stands"), room=height + 95),
        Note(
            words.gettext(
                "Higher: having it satisfies more people. Further right: lacking it dissatisfies more people. "
                "The colour and shape of a mark is its category; near the middle lines it can differ from the quarter "
                "the mark stands in."
            )
            + _about_crosses(shown, words)
            + _about_lines(project.report.quadrant_lines, words)
        ),
        Drawing(
            partial(satisfaction_map, features=features, language=words, lines=project.report.quadrant_lines),
            height=height,
            inset=MAP_INSET,
            alt=words.gettext("Satisfaction map: Better and Worse of every feature; the figures stand in the table."),
        ),
        legend(words),
    ]
    blocks += number_key(shown, words)
    if undefined:
        names = words.listing(undefined)
        blocks.append(
            Note(words.gettext("Not on the map, because the coefficients are undefined: {names}.").format(names=names))
        )
    return blocks
