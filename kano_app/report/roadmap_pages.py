"""The roadmap as lanes of cards, what was placed by hand, why each feature stands where it does, and the map."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.charts.palette import mark
from kano_app.charts.satisfaction_map import drawable, satisfaction_map
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.project import Project
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Aside,
    Block,
    Card,
    CellView,
    Drawing,
    Entries,
    Grid,
    Heading,
    Lane,
    Lanes,
    Note,
    Sheet,
)
from kano_app.report.summary_room import beside_key, named
from kano_app.report.views import (
    MAP_HEIGHT,
    MAP_INSET,
    ROADMAP_ANCHOR,
    feature_anchor,
    grid,
    legend,
    load,
    number_key,
    place_anchor,
)
from kano_app.roadmap import Roadmap, RoadmapItem, plan
from kano_app.tables import (
    roadmap_table,
)
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.effort import effort_text
from kano_app.wording.reasons import card_text
from kano_app.wording.releases import empty_text
from kano_app.wording.sureness import sureness_text

_SMALL_MAP_HEIGHT = 330.0
_FEW = 6
"""Features up to which a small map is enough; it then stands under the lanes."""
_ROOMY = 15
"""Features that are planned up to which a plain card has room for a line on why it stands there."""
_MOST_BESIDE = 8
"""Features that are not to be built which stand in the last lane; more get columns of their own."""


def roadmap_blocks(roadmap: Roadmap, words: Language, *, linked: bool = False) -> list[Block]:
    """Return the lanes, and what is not to be worked on; ``linked`` where there are cards of features to lead to."""
    lanes = [
        Lane(
            horizon_name(release.horizon, words),
            load(release, roadmap, words),
            tuple(_card(item, roadmap, words, linked=linked) for item in roadmap.at(release.horizon)),
            empty_text(release.horizon, roadmap, words),
        )
        for release in roadmap.releases
    ]
    asides = _asides(roadmap, words, linked=linked)
    below: list[Block] = []
    if sum(len(aside.items) for aside in asides) <= _MOST_BESIDE:
        lanes[-1] = replace(lanes[-1], asides=asides)
    else:
        below = [block for aside in asides for block in (Heading(aside.title, level=2), Entries(aside.items))]
    planned = sum(len(lane.cards) for lane in lanes)
    heading = Heading(words.gettext("The roadmap"), anchor=ROADMAP_ANCHOR)
    if planned <= _FEW:
        return [heading, Lanes(tuple(lanes)), *below]
    return [Sheet(landscape=True), heading, Lanes(tuple(lanes)), *below, Sheet()]


def override_blocks(project: Project, analysis: Analysis, roadmap: Roadmap, words: Language) -> list[Block]:
    """Return what was placed by hand, where the figures would have put it, and the reason given; or nothing."""
    by_hand = {one.feature: one for one in project.plan.overrides}
    moved = [item for item in roadmap.items if item.result.feature.id in by_hand]
    if not moved:
        return []
    figures = plan(analysis, replace(project.plan, overrides=()), project.planning)
    own = {item.result.feature.id: item.horizon for item in figures.items}
    rows = tuple(
        (
            CellView(item.result.feature.name),
            CellView(horizon_name(own[item.result.feature.id], words)),
            CellView(horizon_name(item.horizon, words)),
            CellView(by_hand[item.result.feature.id].reason or words.gettext("none given")),
        )
        for item in moved
    )
    heading = (
        words.gettext("Feature"),
        words.gettext("By the figures"),
        words.gettext("By hand"),
        words.gettext("Reason given"),
    )
    return [
        Heading(words.gettext("Placed by hand")),
        Note(words.gettext("Somebody decided these against the figures or beside them; the reasons are theirs.")),
        Grid(heading, rows, (False,) * len(heading)),
    ]


def reason_blocks(roadmap: Roadmap, words: Language, *, linked: bool = False) -> list[Block]:
    """Return the reason for every place, in order of priority."""
    links = {item.result.feature.name: feature_anchor(item) for item in roadmap.items} if linked else {}
    return [
        Heading(words.gettext("Why each feature stands where it does")),
        grid(roadmap_table(roadmap).only("rank", "name", "horizon", "category", "reason"), words, links),
        *(
            [Note(words.gettext("The source knows no people, so each feature was resampled by itself."))]
            * roadmap.independent
        ),
    ]


def _asides(roadmap: Roadmap, words: Language, *, linked: bool) -> tuple[Aside, ...]:
    """Return what is not to be worked on."""
    return tuple(
        Aside(
            horizon_name(horizon, words),
            tuple((item.result.feature.name, card_text(item.reasons, words)) for item in roadmap.at(horizon)),
            tuple(feature_anchor(item) for item in roadmap.at(horizon)) if linked else (),
        )
        for horizon in (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
        if roadmap.at(horizon)
    )


def _card(item: RoadmapItem, roadmap: Roadmap, words: Language, *, linked: bool) -> Card:
    category = item.result.category
    effort = item.work.effort
    stable = item.result.stability
    needs = _stand_before(item, roadmap)
    tags = [
        words.gettext("no category") if category is None else category_name(category, words),
        "" if isinstance(stable, Blank) else sureness_text(stable, words),
        _in_now(item, words),
        "" if effort is None else effort_text(effort, roadmap.effort_unit, words),
        item.work.owner,
        item.result.feature.touchpoint,
        words.gettext("after {names}").format(names=words.listing(needs)) if needs else "",
    ]
    is_roomy = sum(len(roadmap.at(one)) for one in RELEASES) <= _ROOMY
    return Card(
        mark(category),
        words.number(item.rank),
        item.result.feature.name,
        card_text(item.reasons, words, item.result.n, is_roomy=is_roomy),
        tuple(tag for tag in tags if tag),
        anchor=place_anchor(item),
        link=feature_anchor(item) if linked else "",
    )


def _stand_before(item: RoadmapItem, roadmap: Roadmap) -> list[str]:
    """Return what a feature depends on and comes after; what comes later, or never, is said in the reasons."""
    return [
        one.result.feature.name
        for need in item.work.depends_on
        for one in roadmap.items
        if one.result.feature.id == need
        and one.horizon in RELEASES
        and (item.horizon not in RELEASES or RELEASES.index(one.horizon) <= RELEASES.index(item.horizon))
    ]


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
    draw = partial(satisfaction_map, features=features, language=words, lines=project.report.quadrant_lines)
    numbered = not named(draw, shown, height, project.report.paper)
    height = beside_key(len(shown), height, project.report.paper) if numbered else height
    undefined = [one.feature.name for _, one in features if isinstance(one.better, Blank)]
    blocks: list[Block] = [
        Heading(words.gettext("Where each feature stands")),
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
            partial(draw, only=frozenset(rank for rank, _ in shown)) if numbered else draw,
            height=height,
            inset=MAP_INSET,
            alt=words.gettext("Satisfaction map: Better and Worse of every feature; the figures stand in the table."),
        ),
        legend(words),
    ]
    blocks += number_key(shown, words, always=numbered)
    if undefined:
        names = words.listing(undefined)
        blocks.append(
            Note(words.gettext("Not on the map, because the coefficients are undefined: {names}.").format(names=names))
        )
    return blocks
