"""Releases: filling Now, Next and Later from a priority order, by capacity where there is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.settings import PlanSettings
from kano_app.roadmap.dependencies import Needs
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.score import Score

_LATER = len(RELEASES) - 1


@dataclass
class Filling:
    """The releases while they are being filled; lives only inside ``fill``."""

    scores: Mapping[str, Score]
    needs: Needs
    capacity: tuple[float, float] | None
    used: list[float] = field(default_factory=lambda: [0.0] * len(RELEASES))
    places: dict[str, Horizon] = field(default_factory=dict)
    reasons: dict[str, list[Reason]] = field(default_factory=dict)

    def room(self, release: int) -> float:
        """Return the effort that still fits into a release."""
        if self.capacity is None or release == _LATER:
            return float("inf")
        return self.capacity[release] - self.used[release]

    def put(self, feature: str, release: int) -> None:
        """Put a feature into a release and count its effort there."""
        self.used[release] += self.scores[feature].effort or 0.0
        self.places[feature] = RELEASES[release]

    def say(self, subject: str, kind: ReasonKind, /, **facts: float | str) -> None:
        """Keep a reason for the place of a feature."""
        self.reasons.setdefault(subject, []).append(Reason(kind, facts))

    def name(self, feature: str) -> str:
        """Return the name of a feature."""
        return self.scores[feature].result.feature.name

    def chain(self, feature: str) -> list[str]:
        """Return what must be placed for a feature to stand: unplaced needs first, the feature last."""
        found: dict[str, None] = {}

        def visit(one: str) -> None:
            if one in self.places or one in found:
                return
            for need in self.needs.get(one, ()):
                visit(need)
            found[one] = None

        visit(feature)
        return list(found)


def fill(
    order: Sequence[str],
    scores: Mapping[str, Score],
    needs: Needs,
    settings: PlanSettings,
    by_hand: Mapping[str, tuple[Horizon, str]],
) -> Filling:
    """Place every feature of ``order`` that is to be built.

    Places set by hand come first, then must-be features, then ``settings.delights_in_now`` attractive ones into Now
    if they fit there, then everything else that is planned, each at the first release that has room for it and is not
    before what it needs. A feature that another needs comes along with it. Without capacity the category decides.
    """
    filling = Filling(scores, needs, settings.capacity)
    for feature, (horizon, reason) in by_hand.items():
        filling.say(feature, ReasonKind.BY_HAND, reason=reason)
        if horizon in RELEASES:
            filling.put(feature, RELEASES.index(horizon))
        else:
            filling.places[feature] = horizon
    for feature, (horizon, _) in by_hand.items():
        if horizon in RELEASES:
            for need in needs.get(feature, ()):
                _place_with_needs(filling, need, RELEASES.index(horizon), feature)
    planned = [feature for feature in order if scores[feature].horizon in RELEASES]
    for feature in planned:
        if scores[feature].horizon is Horizon.NOW:
            _place_with_needs(filling, feature)
    _delight(filling, planned, settings.delights_in_now)
    for feature in planned:
        _place_with_needs(filling, feature)
    for feature in order:
        filling.places.setdefault(feature, scores[feature].horizon)
    return filling


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
        if effort <= filling.room(0) and not blocked:
            for one in chain:
                if one == feature:
                    filling.say(one, ReasonKind.DELIGHT)
                else:
                    filling.say(one, ReasonKind.NEEDED_BY, feature=filling.name(feature))
                filling.put(one, 0)
            taken += 1


def _place_with_needs(filling: Filling, feature: str, target: int | None = None, needed_by: str = "") -> None:
    """Place a feature after placing what it needs; ``target`` is the release of the feature that needs it."""
    if feature in filling.places:
        return
    own = filling.scores[feature].horizon
    wish = RELEASES.index(own) if own in RELEASES else _LATER
    if target is not None and target < wish:
        wish = target
        filling.say(feature, ReasonKind.NEEDED_BY, feature=filling.name(needed_by))
    elif own not in RELEASES:
        filling.say(feature, ReasonKind.NEEDED_BY, feature=filling.name(needed_by))
    for need in filling.needs.get(feature, ()):
        _place_with_needs(filling, need, wish, feature)
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
        room = filling.room(release)
        if effort <= room:
            filling.say(feature, ReasonKind.FITS, horizon=RELEASES[release], effort=effort, left=room - effort)
            return release
        filling.say(
            feature,
            ReasonKind.NO_ROOM,
            horizon=RELEASES[release],
            effort=effort,
            left=max(room, 0.0),
            capacity=capacity,
        )
    return _LATER
