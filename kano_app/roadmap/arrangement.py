"""The arrangement: scores and a plan in, the order of priority and every feature's release out, without any words."""

from collections.abc import Mapping
from dataclasses import dataclass

from kano_app.domain.plan import RELEASES, Horizon, Plan
from kano_app.domain.settings import PlanSettings
from kano_app.roadmap.dependencies import in_order, without_cycles
from kano_app.roadmap.releases import Filling, fill
from kano_app.roadmap.score import Score, ranked

Edge = tuple[str, str]
"""A feature and one it depends on."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Features in order, in their releases, and the dependencies that could not be respected."""

    order: list[str]
    filling: Filling
    needs: dict[str, tuple[str, ...]]
    cycles: list[tuple[str, ...]]
    lost: list[Edge]
    """Dependencies on features that will not be built."""


def arrange(scores: Mapping[str, Score], work: Plan, settings: PlanSettings) -> Arrangement:
    """Return the arrangement of scored features."""
    by_hand = {one.feature: (one.horizon, one.reason) for one in work.overrides if one.feature in scores}
    wanted, lost = _needs(work, scores, by_hand)
    needs, cycles = without_cycles(wanted)
    natural = ranked(scores)
    order = in_order(natural, needs)
    return Arrangement(order, fill(natural, order, scores, needs, settings, by_hand), needs, cycles, lost)


def _needs(
    work: Plan, scores: Mapping[str, Score], by_hand: Mapping[str, tuple[Horizon, str]]
) -> tuple[dict[str, list[str]], list[Edge]]:
    """Return the dependencies that can be respected, and those on features that will not be built."""
    wanted: dict[str, list[str]] = {}
    lost: list[Edge] = []
    for item in work.items:
        # A feature put aside by hand needs nothing; what it needed is not pulled forward for it.
        if item.feature not in scores or by_hand.get(item.feature, (Horizon.NOW,))[0] not in RELEASES:
            continue
        for need in item.depends_on:
            if need not in scores:
                continue
            place = by_hand[need][0] if need in by_hand else scores[need].horizon
            pullable = place is Horizon.NOT_PLANNED and need not in by_hand
            if place in RELEASES or pullable:
                wanted.setdefault(item.feature, []).append(need)
            else:
                lost.append((item.feature, need))
    return wanted, lost
