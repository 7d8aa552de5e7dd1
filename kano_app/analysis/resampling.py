"""Resampling: the six counts of every feature as other people like these would have given them (METHODS §8)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.figure import Blank
from kano_app.analysis.tally import category_counts
from kano_app.domain.answer import Answer
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import Answers, CategoryShares
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey
from kano_app.statistics.draws import multinomial_draws, people_draws


@dataclass(frozen=True, slots=True, eq=False)
class Resampled:
    """Counts of resamples, shape (resamples, features, 6)."""

    counts: NDArray[np.int64]
    independent: bool
    """Whether each feature was drawn by itself, because the evidence does not know who answered what."""


def resampled_counts(survey: Survey, settings: AnalysisSettings) -> Resampled | Blank:
    """Return the category counts of resamples: of people with all their answers, or of each feature's counts alone."""
    match survey.evidence:
        case CategoryShares():
            return Blank.NEEDS_COUNTS
        case Answers() as answers:
            columns = (_memberships(pair.functional, pair.dysfunctional, settings.table) for pair in answers.pairs)
            return Resampled(_of_people(columns, answers.people, settings), independent=False)
        case counted:
            rows = category_counts(counted, settings.table)
            draws = [multinomial_draws(row, settings.resamples, settings.seed, place) for place, row in enumerate(rows)]
            return Resampled(np.stack(draws, axis=1), independent=True)


def _of_people(
    memberships: Iterator[NDArray[np.float32]], people: int, settings: AnalysisSettings
) -> NDArray[np.int64]:
    """Return the counts of resampled people; every feature is judged by the same people in one resample."""
    every = np.concatenate(list(memberships), axis=1)
    chunks = [
        np.rint(weights @ every).astype(np.int64) for weights in people_draws(people, settings.resamples, settings.seed)
    ]
    return np.concatenate(chunks).reshape(settings.resamples, -1, len(CATEGORIES))


def _memberships(
    functional: NDArray[np.int8], dysfunctional: NDArray[np.int8], table: EvaluationTable
) -> NDArray[np.float32]:
    """Return for every person one row of six, 1 in the category of the pair; all 0 where a half is missing."""
    codes = len(Answer)
    rows = np.zeros((codes, codes, len(CATEGORIES)), dtype=np.float32)
    answered = slice(Answer.LIKE, Answer.DISLIKE + 1)
    rows[answered, answered] = np.eye(len(CATEGORIES), dtype=np.float32)[table.indices()]
    found: NDArray[np.float32] = rows[functional, dysfunctional]
    return found
