"""Features by hand: added, described, moved, removed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evidence import AnswerPair, Answers, CategoryCounts, CategoryShares, Evidence, PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.plan import Plan
from kano_app.domain.project import Project
from kano_app.domain.session import Session, carried
from kano_app.domain.survey import Survey

_T = TypeVar("_T", bound=np.generic)


def new_study(title: str = "") -> Project:
    """Return a study with nothing in it yet, ready for features and answers."""
    empty = Project(surveys=(Survey((), Answers((), 0)),))
    return replace(empty, report=replace(empty.report, title=title))


def add_features(project: Project, names: Sequence[str], at: int | None = None) -> Project:
    """Return the project with features that nobody has answered yet, at a place or at the end."""
    survey = project.survey
    place = len(survey.features) if at is None else at
    taken = {feature.id for one in project.surveys for feature in one.features}
    new = []
    for name in names:
        number = len(taken) + 1
        while f"F{number}" in taken:
            number += 1
        taken.add(f"F{number}")
        new.append(Feature(f"F{number}", name))
    features = (*survey.features[:place], *new, *survey.features[place:])
    order = [*range(place), *([None] * len(new)), *range(place, len(survey.features))]
    return _with_survey(project, _arranged(survey, features, order))


def answers_to(project: Project, ids: Iterable[str]) -> int:
    """Return how many answers people gave to features in the latest survey; 0 where shares tell no number."""
    wanted, survey = set(ids), project.survey
    places = [place for place, feature in enumerate(survey.features) if feature.id in wanted]
    match survey.evidence:
        case Answers() as answers:
            pairs = (answers.pairs[place] for place in places)
            return sum(int(np.count_nonzero((one.functional > 0) | (one.dysfunctional > 0))) for one in pairs)
        case PairTally() as tally:
            return int(tally.counts[places].sum() + tally.incomplete[places].sum())
        case CategoryCounts() as counted:
            return int(counted.counts[places].sum())
    return 0


def remove_features(project: Project, ids: Iterable[str]) -> Project:
    """Return the project without features, their answers, and what was planned of them."""
    gone = set(ids)
    survey = project.survey
    order = [place for place, feature in enumerate(survey.features) if feature.id not in gone]
    features = tuple(survey.features[place] for place in order)
    plan = Plan(
        tuple(
            replace(item, depends_on=tuple(need for need in item.depends_on if need not in gone))
            for item in project.plan.items
            if item.feature not in gone
        ),
        tuple(one for one in project.plan.overrides if one.feature not in gone),
    )
    notes = tuple(one for one in survey.notes if one.feature not in gone)
    session = survey.session and _without(survey.session, gone)
    arranged = replace(_arranged(survey, features, order), notes=notes, session=session)
    return replace(_with_survey(project, arranged), plan=plan)


def move_feature(project: Project, feature: str, to: int) -> Project:
    """Return the project with a feature at another place of the order."""
    survey = project.survey
    order: list[int | None] = [place for place, one in enumerate(survey.features) if one.id != feature]
    order.insert(to, next(place for place, one in enumerate(survey.features) if one.id == feature))
    features = tuple(survey.features[place] for place in order if place is not None)
    return _with_survey(project, _arranged(survey, features, order))


def shift_features(project: Project, ids: Iterable[str], by: int) -> Project:
    """Return the project with features one place further up (−1) or down (+1), as far as there is room."""
    moved = set(ids)
    features = project.survey.features
    order = list(range(len(features)))
    # From the end they move to: a block of them stays a block, and stops at the edge.
    for place in order[:] if by < 0 else order[::-1]:
        other = place + by
        if features[order[place]].id in moved and 0 <= other < len(order) and features[order[other]].id not in moved:
            order[place], order[other] = order[other], order[place]
    if order == list(range(len(features))):
        return project
    arranged = tuple(features[place] for place in order)
    return _with_survey(project, _arranged(project.survey, arranged, order))


def change_feature(project: Project, feature: str, **texts: str) -> Project:
    """Return the project with other texts of a feature: name, description, questions, touchpoint, dimension."""
    survey = project.survey
    features = tuple(replace(one, **texts) if one.id == feature else one for one in survey.features)
    return _with_survey(project, replace(survey, features=features))


def _without(session: Session, gone: set[str]) -> Session:
    """Return a workshop that knows nothing of features: one that is added later may get the id of one that is gone."""
    left = carried(session, lambda person: person, lambda feature: None if feature in gone else feature)
    return replace(left, place=None if session.place is None or session.place.feature in gone else session.place)


def _with_survey(project: Project, survey: Survey) -> Project:
    return replace(project, surveys=(*project.earlier, survey))


def _arranged(survey: Survey, features: tuple[Feature, ...], order: Sequence[int | None]) -> Survey:
    """Return a survey with its features in another order; ``None`` is a new one."""
    asked = bool(survey.importance)
    importance = tuple(None if place is None or not asked else survey.importance[place] for place in order)
    return replace(
        survey,
        features=features,
        evidence=_evidence(survey.evidence, order),
        importance=importance if any(one is not None for one in importance) else (),
        source=replace(survey.source, columns=()),
    )


def _evidence(evidence: Evidence, order: Sequence[int | None]) -> Evidence:
    match evidence:
        case Answers():
            new = _nobody(evidence.people)
            pairs = tuple(new() if place is None else evidence.pairs[place] for place in order)
            return Answers(pairs, evidence.people)
        case PairTally():
            counts = _rows(evidence.counts, order, (LEVELS, LEVELS))
            return PairTally(counts, _rows(evidence.incomplete, order, ()))
        case CategoryCounts():
            return CategoryCounts(_rows(evidence.counts, order, (len(CATEGORIES),)))
        case CategoryShares():
            return CategoryShares(_rows(evidence.shares, order, (len(CATEGORIES),)))


def _nobody(people: int) -> Callable[[], AnswerPair]:
    return lambda: AnswerPair(np.zeros(people, dtype=np.int8), np.zeros(people, dtype=np.int8))


def _rows(rows: NDArray[_T], order: Sequence[int | None], shape: tuple[int, ...]) -> NDArray[_T]:
    empty = np.zeros(shape, dtype=rows.dtype)
    found = [empty if place is None else rows[place] for place in order]
    return np.array(found, dtype=rows.dtype).reshape(len(order), *shape)
