"""The roadmap: every feature with its rank, its place, and the reasons for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kano_app.analysis.analysis import Analysis, FeatureResult
from kano_app.analysis.figure import Figure, number
from kano_app.domain.category import Category
from kano_app.domain.plan import RELEASES, Horizon, Plan, PlanItem
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import PlanSettings
from kano_app.roadmap.dependencies import in_order, without_cycles
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.releases import fill
from kano_app.roadmap.score import Score, score


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    """One feature on the roadmap."""

    rank: int
    """Place in the order of priority over all features, counted from 1."""
    result: FeatureResult
    horizon: Horizon
    value: Figure
    """What the order inside its band rests on, see ``Score.value``."""
    work: PlanItem
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One release: the effort planned into it and the capacity it has."""

    horizon: Horizon
    effort: float
    capacity: float | None


@dataclass(frozen=True, slots=True)
class Roadmap:
    """All features in order of priority; what stands in a release, and what was met while planning."""

    items: tuple[RoadmapItem, ...]
    releases: tuple[Release, ...]
    has_efforts: bool
    problems: tuple[Problem, ...] = ()

    def at(self, horizon: Horizon) -> tuple[RoadmapItem, ...]:
        """Return the items at one horizon, in order of priority."""
        return tuple(item for item in self.items if item.horizon is horizon)


def plan(analysis: Analysis, work: Plan, settings: PlanSettings) -> Roadmap:
    """Return the roadmap of an analysis.

    Must-be features come first by |Worse|, then performance by Better + |Worse|, then attractive by Better; with
    efforts by value for effort inside each band. Features that others need are pulled before them.
    """
    scores = {result.feature.id: score(result, work.item(result.feature.id).effort) for result in analysis.features}
    problems: list[Problem] = []
    by_hand = {
        override.feature: (override.horizon, override.reason)
        for override in work.overrides
        if override.feature in scores
    }
    needs = _needs(work, scores, by_hand, problems)
    ranked = sorted(scores, key=lambda feature: scores[feature].order)
    order = in_order(ranked, needs)
    filling = fill(order, scores, needs, settings, by_hand)
    problems += _conflicts(filling.places, needs, scores)
    problems += _effort_problems(scores, filling.places, settings)
    items = tuple(
        RoadmapItem(
            rank,
            scores[feature].result,
            filling.places[feature],
            scores[feature].value,
            replace(work.item(feature), depends_on=tuple(needs.get(feature, ()))),
            (*_grounds(scores[feature]), *filling.reasons.get(feature, ())),
        )
        for rank, feature in enumerate(order, start=1)
    )
    capacities = (*settings.capacity, None) if settings.capacity else (None,) * len(RELEASES)
    releases = tuple(
        Release(horizon, effort, capacity)
        for horizon, effort, capacity in zip(RELEASES, filling.used, capacities, strict=True)
    )
    return Roadmap(items, releases, any(one.effort is not None for one in scores.values()), tuple(problems))


def _needs(
    work: Plan,
    scores: Mapping[str, Score],
    by_hand: Mapping[str, tuple[Horizon, str]],
    problems: list[Problem],
) -> dict[str, tuple[str, ...]]:
    """Return the dependencies that can be respected; the others become problems."""
    wanted: dict[str, list[str]] = {}
    for item in work.items:
        for need in item.depends_on:
            if item.feature not in scores or need not in scores:
                continue
            place = by_hand[need][0] if need in by_hand else scores[need].horizon
            pullable = place is Horizon.NOT_PLANNED and need not in by_hand
            if place in RELEASES or pullable:
                wanted.setdefault(item.feature, []).append(need)
            elif scores[item.feature].horizon in RELEASES or item.feature in by_hand:
                facts = {
                    "feature": _name(scores, item.feature),
                    "name": _name(scores, need),
                    "category": "by-hand" if need in by_hand else scores[need].result.category or "",
                }
                problems.append(Problem(Code.DEPENDENCY_NOT_PLANNED, facts=facts))
    kept, cycles = without_cycles(wanted)
    for cycle in cycles:
        facts_of_cycle = {"features": tuple(_name(scores, feature) for feature in cycle)}
        problems.append(Problem(Code.DEPENDENCY_CYCLE, facts=facts_of_cycle))
    # A feature that is not to be built needs nothing; what it needs must not be pulled forward for it.
    return {feature: needed for feature, needed in kept.items() if needed}


def _conflicts(
    places: Mapping[str, Horizon], needs: Mapping[str, Sequence[str]], scores: Mapping[str, Score]
) -> list[Problem]:
    """Name every feature that a hand put before something it needs."""
    return [
        Problem(Code.DEPENDENCY_LATER, facts={"feature": _name(scores, feature), "name": _name(scores, need)})
        for feature, needed in needs.items()
        for need in needed
        if places[feature] in RELEASES
        and (places[need] not in RELEASES or RELEASES.index(places[need]) > RELEASES.index(places[feature]))
    ]


def _effort_problems(
    scores: Mapping[str, Score], places: Mapping[str, Horizon], settings: PlanSettings
) -> list[Problem]:
    known = [one for one in scores.values() if one.effort is not None]
    if settings.capacity and not known:
        return [Problem(Code.CAPACITY_UNUSED)]
    problems = []
    missing = [_name(scores, one) for one, place in places.items() if place in RELEASES and scores[one].effort is None]
    if known and missing:
        problems.append(Problem(Code.EFFORT_MISSING, facts={"features": tuple(missing)}))
    if settings.capacity:
        largest = max(settings.capacity)
        problems += [
            Problem(
                Code.EFFORT_OVER_CAPACITY,
                facts={"feature": _name(scores, feature), "effort": one.effort, "capacity": largest},
            )
            for feature, one in scores.items()
            if one.effort is not None and one.effort > largest and places[feature] in RELEASES
        ]
    return problems


def _grounds(one: Score) -> list[Reason]:
    """Return what the survey itself says for the place: the category with its numbers, and the value for effort."""
    result = one.result
    if result.category is None:
        kind = ReasonKind.NOT_CLASSIFIED if result.n else ReasonKind.UNANSWERED
        return [Reason(kind)]
    facts = {
        "better": number(result.better),
        "worse": number(result.worse),
        "share": number(result.share(result.category)),
    }
    grounds = [
        Reason(ReasonKind(result.category.value), {key: value for key, value in facts.items() if value is not None})
    ]
    if one.value_for_effort is not None and result.category in {
        Category.MUST_BE,
        Category.PERFORMANCE,
        Category.ATTRACTIVE,
    }:
        effort = {"value": number(one.value) or 0.0, "effort": one.effort or 0.0, "ratio": one.value_for_effort}
        grounds.append(Reason(ReasonKind.VALUE_FOR_EFFORT, effort))
    return grounds


def _name(scores: Mapping[str, Score], feature: str) -> str:
    return scores[feature].result.feature.name
