"""The roadmap: every feature with its rank, its place, and the reasons for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank, Figure, number
from kano_app.domain.category import Category
from kano_app.domain.plan import RELEASES, Horizon, Plan, PlanItem
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.project import Project
from kano_app.domain.settings import EFFORT_UNITS, PlanSettings, Rule
from kano_app.roadmap.arrangement import Arrangement, Edge, arrange
from kano_app.roadmap.move import Alternative
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.releases import Filling
from kano_app.roadmap.score import Score, ranked, score

_TELLING_REVERSE = 0.10
"""Share of reverse answers from which on a reason says so: the coefficients do not see them."""


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    """One feature on the roadmap."""

    rank: int
    """Place in the order of priority over all features, counted from 1."""
    result: FeatureResult
    horizon: Horizon
    work: PlanItem
    reasons: tuple[Reason, ...]
    rank_interval: tuple[int, int] | Blank = Blank.NEEDS_COUNTS
    """Between which ranks it falls over resamples, at the confidence of the analysis."""
    in_now: Figure = Blank.NEEDS_COUNTS
    """In which share of resamples it falls into Now; of a feature placed by hand there is none to tell."""

    @property
    def is_by_hand(self) -> bool:
        """Whether it stands where somebody put it."""
        return any(reason.kind is ReasonKind.BY_HAND for reason in self.reasons)


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
    independent: bool = False
    """Whether features were resampled each by itself, the evidence not knowing who answered what."""
    alternatives: tuple[Alternative, ...] = ()
    """What every single other choice of method would move."""
    effort_unit: str = EFFORT_UNITS[0]
    """In what efforts and capacities are counted."""

    def at(self, horizon: Horizon) -> tuple[RoadmapItem, ...]:
        """Return the items at one horizon, in order of priority."""
        return tuple(item for item in self.items if item.horizon is horizon)


def plan(analysis: Analysis, work: Plan, settings: PlanSettings) -> Roadmap:
    """Return the roadmap of an analysis.

    Must-be features come first by |Worse|, then performance by Better + |Worse|, then attractive by Better; with
    efforts by value for effort inside each band. Features that others need are pulled before them.
    """
    scores = {result.feature.id: score(result, work.item(result.feature.id).effort) for result in analysis.features}
    results = {result.feature.id: result for result in analysis.features}
    arranged = arrange(scores, work, settings)
    filling, needs, order = arranged.filling, arranged.needs, arranged.order
    _say_pulled(filling, ranked(scores))
    _say_broken(arranged)
    problems = [
        *(Problem(Code.DEPENDENCY_CYCLE, facts={"features": _names(scores, cycle)}) for cycle in arranged.cycles),
        *_unheld(filling.places, arranged.lost, work, scores),
        *_conflicts(filling, needs),
        *_effort_problems(scores, filling, settings),
    ]
    items = tuple(
        RoadmapItem(
            rank,
            results[feature],
            filling.places[feature],
            replace(work.item(feature), depends_on=tuple(needs.get(feature, ()))),
            (
                *_grounds(results[feature], scores[feature], analysis.settings.rule, settings.effort_unit),
                *filling.reasons.get(feature, ()),
            ),
        )
        for rank, feature in enumerate(order, start=1)
    )
    capacities = (*settings.capacity, None) if settings.capacity else (None,) * len(RELEASES)
    releases = tuple(
        Release(horizon, effort, capacity)
        for horizon, effort, capacity in zip(RELEASES, filling.used, capacities, strict=True)
    )
    has_efforts = any(one.effort is not None for one in scores.values())
    return Roadmap(items, releases, has_efforts, tuple(problems), effort_unit=settings.effort_unit)


def all_problems(project: Project, analysis: Analysis, roadmap: Roadmap) -> tuple[Problem, ...]:
    """Return everything that was met on the way: while reading, counting and planning, in this order."""
    return project.problems + analysis.problems + roadmap.problems


def _unheld(
    places: Mapping[str, Horizon],
    lost: Sequence[Edge],
    work: Plan,
    scores: Mapping[str, Score],
) -> list[Problem]:
    """Name every feature in a release that depends on one that will not be built."""
    problems = []
    by_hand = {override.feature for override in work.overrides}
    for feature, need in lost:
        if places[feature] in RELEASES:
            why = "by-hand" if need in by_hand else scores[need].category or ""
            facts = {"feature": _name(scores, feature), "name": _name(scores, need), "category": why}
            problems.append(Problem(Code.DEPENDENCY_NOT_PLANNED, facts=facts))
    return problems


def _say_pulled(filling: Filling, natural: Sequence[str]) -> None:
    """Give a reason to features that stand before others of more value only because those depend on them."""
    position = {feature: place for place, feature in enumerate(natural)}
    for feature, needed in filling.needs.items():
        for need in needed:
            told = any(reason.kind is ReasonKind.NEEDED_BY for reason in filling.reasons.get(need, ()))
            by_hand = any(reason.kind is ReasonKind.BY_HAND for reason in filling.reasons.get(need, ()))
            pulled = position[need] > position[feature] and filling.places[need] in RELEASES
            if pulled and not filling.is_before(feature, need) and not told and not by_hand:
                filling.say(need, ReasonKind.NEEDED_BY, feature=filling.name(feature))


def _say_broken(arranged: Arrangement) -> None:
    """Say at both features that one of them stands before another it depends on, and where a circle was opened."""
    filling = arranged.filling
    for feature, need in (*arranged.lost, *_edges(arranged.needs)):
        if filling.is_before(feature, need):
            there, here = filling.places[need], filling.places[feature]
            filling.say(feature, ReasonKind.BEFORE_NEED, feature=filling.name(need), horizon=there)
            filling.say(need, ReasonKind.NEEDED_BEFORE, feature=filling.name(feature), horizon=here)
    for *_, feature, need in arranged.cycles:
        filling.say(feature, ReasonKind.IN_CIRCLE, feature=filling.name(need))


def _edges(needs: Mapping[str, Sequence[str]]) -> Iterator[Edge]:
    return ((feature, need) for feature, needed in needs.items() for need in needed)


def _conflicts(filling: Filling, needs: Mapping[str, Sequence[str]]) -> list[Problem]:
    """Name every feature that a hand put before something it needs."""
    return [
        Problem(Code.DEPENDENCY_LATER, facts={"feature": filling.name(feature), "name": filling.name(need)})
        for feature, need in _edges(needs)
        if filling.is_before(feature, need)
    ]


def _effort_problems(scores: Mapping[str, Score], filling: Filling, settings: PlanSettings) -> list[Problem]:
    places = filling.places
    known = [one for one in scores.values() if one.effort is not None]
    if settings.capacity and not known:
        return [Problem(Code.CAPACITY_UNUSED)]
    problems = []
    by_hand = {one for one, why in filling.reasons.items() if any(each.kind is ReasonKind.BY_HAND for each in why)}
    missing = [
        _name(scores, one)
        for one, place in places.items()
        if place in RELEASES and scores[one].effort is None and one not in by_hand
    ]
    if known and missing:
        problems.append(Problem(Code.EFFORT_MISSING, facts={"features": tuple(missing)}))
    if settings.capacity:
        largest = max(settings.capacity)
        problems += [
            Problem(
                Code.EFFORT_OVER_CAPACITY,
                facts={
                    "feature": _name(scores, feature),
                    "effort": one.effort,
                    "capacity": largest,
                    "unit": settings.effort_unit,
                },
            )
            for feature, one in scores.items()
            if one.effort is not None and one.effort > largest and places[feature] in RELEASES
        ]
    return problems


def _grounds(result: FeatureResult, one: Score, rule: Rule, unit: str) -> list[Reason]:
    """Return what the survey itself says for the place: the category with its numbers, and the value for effort."""
    if result.category is None or isinstance(result.verdict, Blank):
        only_others = result.verdict is Blank.NO_COEFFICIENT_ANSWERS
        return [Reason(ReasonKind.NOT_CLASSIFIED if only_others else ReasonKind.UNANSWERED)]
    facts = {
        "better": number(result.better),
        "worse": number(result.worse),
        "share": number(result.share(result.category)),
    }
    known = {key: value for key, value in facts.items() if value is not None}
    grounds = [Reason(ReasonKind(result.category.value), known)]
    if result.verdict.set_aside is not None:
        over = {"category": result.verdict.set_aside, "rule": rule}
        grounds.append(Reason(ReasonKind.OVER_MOST_FREQUENT, over))
    reverse = number(result.share(Category.REVERSE)) or 0.0
    if reverse >= _TELLING_REVERSE and result.category is not Category.REVERSE:
        grounds.append(Reason(ReasonKind.REVERSE_SHARE, {"share": reverse}))
    if one.value_for_effort is not None and one.weighs_effort:
        effort: dict[str, Fact] = {
            "value": one.value,
            "effort": one.effort or 0.0,
            "ratio": one.value_for_effort,
            "unit": unit,
        }
        grounds.append(Reason(ReasonKind.VALUE_FOR_EFFORT, effort))
    return grounds


def _name(scores: Mapping[str, Score], feature: str) -> str:
    return scores[feature].name


def _names(scores: Mapping[str, Score], features: Sequence[str]) -> tuple[str, ...]:
    return tuple(_name(scores, feature) for feature in features)
