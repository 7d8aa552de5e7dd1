"""What the answers themselves leave to be said (METHODS §11): it is flagged, and never left out for it."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.survey import Survey

_DOUBTFUL_SHARE, _DOUBTFUL_ANSWERS = 0.06, 2
"""Questionable answers from which on the wording of a question is doubted: above 6 %, and two at least."""
_STRAIGHT_FEATURES = 5
"""Features that have to be answered alike before that is a straight line and not agreement."""
_NOTHING, _BROKEN = np.int8(-1), np.int8(-2)
"""In the place of a cell: nothing complete so far, and two different cells."""
_DESIRED, _REVERSED_ANSWERS = 0.60, 3
"""A feature is plainly desired where A + P + M reach 60 %; a scale read backwards calls three of them reverse."""


def quality_problems(
    survey: Survey, tally: PairTally | None, counts: NDArray[np.int64] | None, table: EvaluationTable
) -> tuple[Problem, ...]:
    """Return what is to be looked at in the answers: halves missing, wordings doubted, lines, scales read backwards.

    Args:
        survey: the survey.
        tally: its 25 counts a feature, where there are any.
        counts: its category counts, shape (features, 6), where there are any.
        table: the evaluation table they were made with.

    """
    file = survey.source.file
    found: list[Problem] = []
    if tally is not None:
        found += incomplete_pairs(survey.features, tally, file)
    if counts is not None:
        found += _doubtful_wordings(survey.features, counts, file)
    if isinstance(survey.evidence, Answers) and counts is not None and survey.evidence.people:
        found += _people(survey.evidence, counts, table, file)
    return tuple(found)


def incomplete_pairs(features: Sequence[Feature], tally: PairTally, file: str) -> Iterator[Problem]:
    """Yield one note on all pairs with a missing half and how many each feature has; nothing if there are none."""
    found = [(one.name, int(count)) for one, count in zip(features, tally.incomplete, strict=True) if count]
    if found:
        names, counts = zip(*found, strict=True)
        yield Problem(Code.PAIR_INCOMPLETE, file, facts={"features": names, "counts": counts, "count": sum(counts)})


def _doubtful_wordings(features: Sequence[Feature], counts: NDArray[np.int64], file: str) -> Iterator[Problem]:
    questionable = counts[:, CATEGORIES.index(Category.QUESTIONABLE)]
    doubtful = (questionable > _DOUBTFUL_SHARE * counts.sum(axis=1)) & (questionable >= _DOUBTFUL_ANSWERS)
    if doubtful.any():
        names = tuple(feature.name for feature, is_doubtful in zip(features, doubtful, strict=True) if is_doubtful)
        given = tuple(int(count) for count in questionable[doubtful])
        facts: dict[str, Fact] = {"features": names, "counts": given, "count": len(names)}
        yield Problem(Code.WORDING_DOUBTFUL, file, facts=facts)


def _people(answers: Answers, counts: NDArray[np.int64], table: EvaluationTable, file: str) -> Iterator[Problem]:
    """Yield how many people gave one pair to everything, and how many seem to have read the scale backwards.

    Features are looked at one by one: a million people stay a few columns long.
    """
    line = np.full(answers.people, _NOTHING, dtype=np.int8)
    answered, asked, given = (np.zeros(answers.people, dtype=np.int16) for _ in range(3))
    cells, is_reverse = _lookups(table)
    desired = counts[:, :3].sum(axis=1) >= _DESIRED * np.maximum(counts.sum(axis=1), 1)
    for pair, is_desired in zip(answers.pairs, desired, strict=True):
        cell = cells[pair.functional, pair.dysfunctional]
        complete = cell != _NOTHING
        answered += complete
        line = np.where(~complete, line, np.where((line == _NOTHING) | (line == cell), cell, _BROKEN))
        if is_desired:
            asked += complete
            given += is_reverse[pair.functional, pair.dysfunctional]
    straight = (line >= 0) & (answered >= _STRAIGHT_FEATURES)
    if straight.any():
        yield Problem(Code.STRAIGHT_LINES, file, facts={"count": int(straight.sum())})
    backwards = (given >= _REVERSED_ANSWERS) & (2 * given > asked)
    if backwards.any():
        yield Problem(Code.SCALE_BACKWARDS, file, facts={"count": int(backwards.sum())})


def _lookups(table: EvaluationTable) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    """Return, by the codes of both halves, the number of the cell and whether it is reverse."""
    codes = len(Answer)
    cells = np.full((codes, codes), _NOTHING, dtype=np.int8)
    is_reverse = np.zeros((codes, codes), dtype=np.bool_)
    answered = slice(Answer.LIKE, Answer.DISLIKE + 1)
    cells[answered, answered] = np.arange(LEVELS * LEVELS, dtype=np.int8).reshape(LEVELS, LEVELS)
    is_reverse[answered, answered] = table.indices() == CATEGORIES.index(Category.REVERSE)
    return cells, is_reverse
