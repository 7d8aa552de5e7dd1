"""Answers by hand: people added and removed, answers given and taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import AnswerPair, Answers, Codes
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey

_T = TypeVar("_T", bound=np.generic)

Given = Mapping[tuple[int, int], tuple[int, int]]
"""(person, feature), both places from 0 → codes of the functional and the dysfunctional answer."""


def add_people(project: Project, count: int = 1) -> Project:
    """Return the project with people at the end who have not answered anything yet.

    Raises:
        TypeError: if the survey has counts, not answers of people.

    """
    survey = project.survey
    answers = _answers(survey)
    pairs = tuple(
        AnswerPair(_longer(one.functional, count, 0), _longer(one.dysfunctional, count, 0)) for one in answers.pairs
    )
    longer = replace(
        survey,
        evidence=Answers(pairs, answers.people + count),
        importance=tuple(None if one is None else _longer(one, count, np.nan) for one in survey.importance),
        traits=tuple(replace(one, codes=_longer(one.codes, count, -1)) for one in survey.traits),
        keys=None if survey.keys is None else _longer(survey.keys, count, 0),
    )
    return replace(project, surveys=(*project.earlier, longer))


def remove_people(project: Project, people: Iterable[int]) -> Project:
    """Return the project without people and everything they answered.

    Raises:
        TypeError: if the survey has counts, not answers of people.

    """
    survey = project.survey
    kept = np.ones(_answers(survey).people, dtype=np.bool_)
    kept[list(people)] = False
    place = np.cumsum(kept) - 1
    excluded = tuple(replace(one, person=int(place[one.person])) for one in survey.excluded if kept[one.person])
    return replace(project, surveys=(*project.earlier, replace(survey.of(kept), excluded=excluded)))


def answer(project: Project, given: Given) -> Project:
    """Return the project with answers given; 0 takes one back.

    Only the columns that change are new: all others are shared with the project before.

    Raises:
        TypeError: if the survey has counts, not answers of people.

    """
    survey = project.survey
    answers = _answers(survey)
    pairs = list(answers.pairs)
    by_feature: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for (person, feature), codes in given.items():
        by_feature.setdefault(feature, []).append((person, codes))
    for feature, told in by_feature.items():
        old = pairs[feature]
        people = [person for person, _ in told]
        functional = _changed(old.functional, people, [codes[0] for _, codes in told])
        dysfunctional = _changed(old.dysfunctional, people, [codes[1] for _, codes in told])
        pairs[feature] = AnswerPair(functional, dysfunctional)
    changed = replace(survey, evidence=Answers(tuple(pairs), answers.people))
    return replace(project, surveys=(*project.earlier, changed))


def _answers(survey: Survey) -> Answers:
    if not isinstance(survey.evidence, Answers):
        raise TypeError("counts have no people")
    return survey.evidence


def _changed(column: Codes, people: list[int], codes: list[int]) -> Codes:
    """Return a column with other codes, the column itself where none differs."""
    if (column[people] == codes).all():
        return column
    new = column.copy()
    new[people] = codes
    return new


def _longer(column: NDArray[_T], count: int, value: float) -> NDArray[_T]:
    return np.concatenate([column, np.full(count, value, dtype=column.dtype)])
