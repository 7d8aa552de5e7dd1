"""Releases: filling Now, Next and Later from a priority order, by capacity where there is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.settings import PlanSettings
from kano_app.roadmap.dependencies import Needs, closure
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.score import Score

_LATER = len(RELEASES) - 1
_DUST = 1e-9
"""Efforts are decimal fractions that binary ones cannot hold: three times 0.1 must fit into 0.3."""


@dataclass
class Filling:
    """The releases while they are being filled; lives only inside ``fill``."""

    order: Mapping[str, int]
    """Feature → place in the order of priority, needs before what needs them."""
    scores: Mapping[str, Score]
    needs: Needs
    capacity: tuple[float, float] | None
    unit: str
    used: list[float] = field(default_factory=lambda: [0.0] * len(RELEASES))
    places: dict[str, Horizon] = field(default_factory=dict)
    reasons: dict[str, list[Reason]] = field(default_factory=dict)

    def room(self, release: int) -> float:
        """Return the effort that still fits into a release."""
        if self.capacity is None or release == _LATER:
            return float("inf")
        return self.capacity[release] - self.used[release]

    def fits(self, effort: float, release: int) -> bool:
        """Return whether an effort fits into what is left of a release."""
        return bool(fits(effort, self.room(release)))

    def put(self, feature: str, release: int) -> None:
        """Put a feature into a release and count its effort there."""
        self.used[release] += self.scores[feature].effort or 0.0
        self.places[feature] = RELEASES[release]

    def say(self, subject: str, kind: ReasonKind, /, **facts: float | str) -> None:
        """Keep a reason for the place of a feature."""
        self.reasons.setdefault(subject, []).append(Reason(kind, facts))

    def say_first(self, subject: str, kind: ReasonKind, /, **facts: float | str) -> None:
        """Keep a reason before those that are known of the place of a feature."""
        self.reasons.setdefault(subject, []).insert(0, Reason(kind, facts))

    def is_before(self, one: str, other: str) -> bool:
        """Return whether a feature stands in a release, and another in a later one or in none."""
        first, second = self.places.get(one), self.places.get(other)
        if first not in RELEASES or second is None:
            return False
        return second not in RELEASES or RELEASES.index(first) < RELEASES.index(second)

    def name(self, feature: str) -> str:
        """Return the name of a feature."""
        return self.scores[feature].name

    def chain(self, feature: str) -> list[str]:
        """Return what must be placed for a feature to stand: unplaced needs first, the feature last."""
        unplaced = closure(feature, self.needs) - self.places.keys()
        return sorted(unplaced, key=self.order.__getitem__)

    def wish(self, feature: str) -> int:
        """Return the release in which the category alone would put a feature that is to be built."""
        own = self.scores[feature].horizon
        return RELEASES.index(own) if own in RELEASES else _LATER


def fits(effort: Any, room: Any) -> Any:  # noqa: ANN401 - one number or an array of them
    """Return whether an effort fits into a room, but for the dust of binary fractions."""
    return effort <= room + _DUST * np.maximum(1.0, effort)


def fill(
    natural: Sequence[str],
    order: Sequence[str],
    scores: Mapping[str, Score],
    needs: Needs,
    settings: PlanSettings,
    by_hand: Mapping[str, tuple[Horizon, str]],
) -> Filling:
    """Place every feature that is to be built, by the order of priority as the figures make it, ``natural``.

    Places set by hand come first, with what these need as far as it fits there, then must-be features, then
    ``settings.delights_in_now`` attractive ones into Now if they fit there, then everything else that is planned, each
    at the first release that has room for it and is not before what it needs. A feature that another needs comes along
    with it: ``order`` is ``natural`` with needs before what needs them. Without capacity the category decides.
    """
    positions = {feature: place for place, feature in enumerate(order)}
    filling = Filling(positions, scores, needs, settings.capacity, settings.effort_unit)
    for feature, (horizon, reason) in by_hand.items():
        filling.say(feature, ReasonKind.BY_HAND, reason=reason)
        if horizon in RELEASES:
            filling.put(feature, RELEASES.index(horizon))
        else:
            filling.places[feature] = horizon
    for feature, (horizon, _) in by_hand.items():
        if horizon in RELEASES:
            _bring_along(filling, feature, RELEASES.index(horizon))
    planned = [feature for feature in natural if scores[feature].horizon in RELEASES]
    for feature in planned:
        if scores[feature].horizon is Horizon.NOW:
            _place_with_needs(filling, feature)
    _delight(filling, planned, settings.delights_in_now)
    for feature in planned:
        _place_with_needs(filling, feature)
    for feature in order:
        filling.places.setdefault(feature, scores[feature].horizon)
    return filling


def _bring_along(filling: Filling, feature: str, release: int) -> None:
    """Put what a feature set by hand needs no later than it, where that fits.

    What does not fit waits for its own turn: nothing that matters more gives way to it in a later release.
    """
    for one in filling.chain(feature):
        needed = [filling.places.get(need) for need in filling.needs.get(one, ())]
        if None in needed:
            continue
        earliest = max((RELEASES.index(place) for place in needed if place in RELEASES), default=0)
        target = max(min(filling.wish(one), release), earliest)
        effort = filling.scores[one].effort
        if target > release or not filling.fits(effort or 0.0, target):
            continue
        if target < filling.wish(one) or filling.scores[one].horizon not in RELEASES:
            filling.say(one, ReasonKind.NEEDED_BY, feature=filling.name(feature))
        if effort is None and filling.capacity is not None:
            filling.say(one, ReasonKind.NO_EFFORT)
        filling.put(one, target)


def _delight(filling: Filling, planned: Sequence[str], wanted: int) -> None:
    """Take attractive features into Now, the first of their band that fit with all they need."""
    taken = 0
    for feature in planned:
        if taken >= wanted:
            return
        if filling.scores[feature].horizon is not Horizon.LATER or feature in filling.places:
            continue
        chain = filling.chain(feature)
        effort = sum(filling.scores[one].effort or 0.0 for one in chain)
        needs = [need for one in chain for need in filling.needs.get(one, ())]
        blocked = any(filling.places.get(need, Horizon.NOW) is not Horizon.NOW for need in needs)
        if filling.fits(effort, 0) and not blocked and filling.scores[feature].delights:
            for one in chain:
                if one == feature:
                    filling.say(one, ReasonKind.DELIGHT)
                else:
                    filling.say(one, ReasonKind.NEEDED_BY, feature=filling.name(feature))
                filling.put(one, 0)
            taken += 1


def _place_with_needs(filling: Filling, feature: str) -> None:
    """Place a feature after placing what it needs."""
    if feature in filling.places:
        return
    chain = filling.chain(feature)
    # What a feature needs is wished for where the feature is: hand every wish down the chain.
    wishes = {one: filling.wish(one) for one in chain}
    asked_by: dict[str, str] = {}
    for one in reversed(chain):
        for need in filling.needs.get(one, ()):
            if need in wishes:
                wishes[need] = min(wishes[need], wishes[one])
                asked_by.setdefault(need, one)
    for one in chain:
        asking = asked_by.get(one, "")
        _place(filling, one, wishes[one])
        wanted = wishes[one] < filling.wish(one) or filling.scores[one].horizon not in RELEASES
        if asking and wanted:
            filling.say_first(one, ReasonKind.NEEDED_BY, feature=filling.name(asking))


def _place(filling: Filling, feature: str, wish: int) -> None:
    """Place one feature whose needs are placed."""
    placed = [need for need in filling.needs.get(feature, ()) if filling.places[need] in RELEASES]
    earliest, last = max(((RELEASES.index(filling.places[need]), need) for need in placed), default=(0, ""))
    effort = filling.scores[feature].effort
    if filling.capacity is None or effort is None:
        if filling.capacity is not None:
            filling.say(feature, ReasonKind.NO_EFFORT)
        release = max(wish, earliest)
        waits = earliest > wish
    else:
        release = _first_with_room(filling, feature, effort, earliest)
        waits = earliest > 0
    if waits:
        filling.say(feature, ReasonKind.AFTER, feature=filling.name(last))
    filling.put(feature, release)


def _first_with_room(filling: Filling, feature: str, effort: float, earliest: int) -> int:
    for release in range(earliest, _LATER):
        capacity = filling.capacity[release] if filling.capacity else 0.0
        if filling.fits(effort, release):
            return release
        left = max(filling.room(release), 0.0)
        room: dict[str, float | str] = {"effort": effort, "left": left, "capacity": capacity, "unit": filling.unit}
        filling.say(feature, ReasonKind.NO_ROOM, horizon=RELEASES[release], **room)
    return _LATER
