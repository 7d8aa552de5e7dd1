"""Camps: the people who put one feature into one category against those who put it into another (METHODS §9)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from kano_app.analysis.comparison import Comparison, Groups, compare
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.tally import by_codes
from kano_app.analysis.verdict import by_frequency
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evidence import Answers
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.settings import AnalysisSettings, Camps
from kano_app.domain.survey import Survey

FEWEST = 20
"""People below which a camp is looked at with caution."""


def camps(
    survey: Survey, results: Sequence[FeatureResult], settings: AnalysisSettings, problems: list[Problem]
) -> Comparison | None:
    """Return both camps of the chosen feature over all other features, or ``None`` with a problem why not."""
    wanted, file = settings.camps, survey.source.file
    assert wanted is not None  # noqa: S101 - the caller looked
    answers = survey.evidence
    place = _place(survey.features, wanted)
    if not isinstance(answers, Answers):
        problems.append(Problem(Code.NEEDS_PEOPLE, file, facts={"name": wanted.feature}))
        return None
    if place is None:
        problems.append(Problem(Code.CAMPS_FEATURE_UNKNOWN, file, facts={"name": wanted.feature}))
        return None
    feature = survey.features[place]
    pair = answers.pairs[place]
    first, second = _sides(wanted, results[place].counts or {})
    given = by_codes(settings.table.indices(), -1)[pair.functional, pair.dysfunctional]
    codes = np.full(answers.people, -1, dtype=np.int32)
    sides = [given == CATEGORIES.index(first), given == CATEGORIES.index(second)]
    if not all(side.any() for side in sides):
        empty = first if not sides[0].any() else second
        problems.append(Problem(Code.CAMPS_EMPTY, file, facts={"feature": feature.name, "category_name": empty.value}))
        return None
    codes[sides[0]], codes[sides[1]] = 0, 1
    smallest = int(min(side.sum() for side in sides))
    if smallest < FEWEST:
        facts: dict[str, Fact] = {"feature": feature.name, "count": smallest, "fewest": FEWEST}
        problems.append(Problem(Code.CAMPS_SMALL, file, facts=facts))
    both = codes >= 0
    others = _without(survey, place).of(both)
    groups = Groups((), ((first.value,), (second.value,)), codes[both])
    return replace(compare(others, groups, settings), split=feature)


def _place(features: Sequence[Feature], wanted: Camps) -> int | None:
    folded = fold_name(wanted.feature)
    named = [at for at, one in enumerate(features) if one.id == wanted.feature]
    named += [at for at, one in enumerate(features) if folded in {fold_name(one.id), fold_name(one.name)}]
    return next(iter(named), None)


def _sides(wanted: Camps, counts: Mapping[Category, int]) -> tuple[Category, Category]:
    """Return the two categories: as chosen, else the most frequent that is not the other."""
    ordered = by_frequency({one: counts.get(one, 0) for one in CATEGORIES}, CATEGORIES)
    first = wanted.first or next(one for one in ordered if one is not wanted.second)
    second = wanted.second or next(one for one in ordered if one is not first)
    return first, second


def _without(survey: Survey, place: int) -> Survey:
    """Return the survey without one feature."""
    assert isinstance(survey.evidence, Answers)  # noqa: S101 - the caller looked
    pairs = survey.evidence.pairs
    return replace(
        survey,
        features=survey.features[:place] + survey.features[place + 1 :],
        evidence=Answers(pairs[:place] + pairs[place + 1 :], survey.evidence.people),
        importance=survey.importance[:place] + survey.importance[place + 1 :],
    )
