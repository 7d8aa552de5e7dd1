"""Resampling: the six counts of every feature as other people like these would have given them (METHODS §8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.figure import Blank
from kano_app.analysis.tally import by_codes, category_counts
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import Answers, CategoryShares
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey
from kano_app.statistics.draws import multinomial_draws, normal_draws, people_draws

MANY = 20_000
"""People from which on resamples are drawn from the normal distribution they approach."""


@dataclass(frozen=True, slots=True, eq=False)
class Resampled:
    """Counts of resamples, shape (resamples, features, 6)."""

    counts: NDArray[np.int64]
    independent: bool
    """Whether each feature was drawn by itself, because the evidence does not know who answered what."""


def resampled_counts(survey: Survey, settings: AnalysisSettings) -> Resampled | Blank:
    """Return the category counts of resamples: of people with all their answers, or of each feature's counts alone."""
    if not survey.features:
        return Blank.NO_ANSWERS
    match survey.evidence:
        case CategoryShares():
            return Blank.NEEDS_COUNTS
        case Answers() as answers:
            return Resampled(_of_people(answers, survey, settings), independent=False)
        case counted:
            rows = category_counts(counted, settings.table)
            # A feature's draws hang on its id, so that the order of the features does not matter.
            streams = [int(column_marks([feature.id], 1)[0]) for feature in survey.features]
            draws = [
                multinomial_draws(row, settings.resamples, settings.seed, stream)
                for row, stream in zip(rows, streams, strict=True)
            ]
            return Resampled(np.stack(draws, axis=1), independent=True)


def _of_people(answers: Answers, survey: Survey, settings: AnalysisSettings) -> NDArray[np.int64]:
    """Return the counts of resampled people; every feature is judged by the same people in one resample.

    From ``MANY`` people on the resamples are drawn from the normal distribution that they approach, with the means and
    the covariances of the same people: a million resampled a thousand times would take minutes and change nothing.
    """
    if answers.people < MANY:
        rows = memberships(answers, 0, answers.people, settings.table)
        marks = column_marks([feature.id for feature in survey.features], len(CATEGORIES))
        drawn = resampled_sums(rows, marks, settings)
    else:
        starts = range(0, answers.people, MANY)
        parts = (memberships(answers, start, start + MANY, settings.table) for start in starts)
        drawn = _approached(parts, answers.people, len(answers.pairs) * len(CATEGORIES), settings)
    return np.rint(drawn).astype(np.int64).reshape(settings.resamples, -1, len(CATEGORIES))


def column_marks(features: Sequence[str], columns: int) -> NDArray[np.uint64]:
    """Return a mark for each of some columns a feature that hangs on the feature's id alone."""
    seeds = [crc32(feature.encode("utf-8", "surrogatepass")) for feature in features]
    drawn = [np.random.default_rng(seed).integers(2**63, size=columns, dtype=np.uint64) for seed in seeds]
    return np.concatenate([np.empty(0, dtype=np.uint64), *drawn])


def resampled_sums(
    rows: NDArray[np.float32], marks: NDArray[np.uint64], settings: AnalysisSettings, stream: int = 0
) -> NDArray[np.float64]:
    """Return the sums of resampled rows, one row a person, shape (resamples, columns).

    Args:
        rows: 0 or 1, shape (people, columns).
        marks: of the columns, see ``column_marks``. People stand in the order of the sums of their marks while they
            are drawn, so that neither their order nor that of the features matters; equal sums are equal people.
        settings: how many resamples, from which seed.
        stream: keeps groups of as many people apart that are drawn with one seed.

    """
    people, columns = rows.shape
    if not people:
        return np.zeros((settings.resamples, columns))
    if people >= MANY:
        parts = (rows[start : start + MANY] for start in range(0, people, MANY))
        return _approached(parts, people, columns, settings, stream)
    rows = rows[np.argsort(rows.astype(np.uint64) @ marks, kind="stable")]
    chunks = [weights @ rows for weights in people_draws(people, settings.resamples, settings.seed, stream)]
    return np.concatenate(chunks).astype(np.float64)


def _approached(
    parts: Iterable[NDArray[np.float32]], people: int, columns: int, settings: AnalysisSettings, stream: int = 0
) -> NDArray[np.float64]:
    """Return sums from the normal distribution with the means and covariances of the rows of all parts."""
    total, together = np.zeros(columns), np.zeros((columns, columns))
    for part in parts:
        total += part.sum(axis=0)
        together += part.T @ part
    covariance = together - np.outer(total, total) / people
    return np.clip(normal_draws(total, covariance, settings.resamples, settings.seed, stream), 0, None)


def memberships(answers: Answers, start: int, stop: int, table: EvaluationTable) -> NDArray[np.float32]:
    """Return for some people six columns a feature, 1 in the category of the pair; all 0 where a half is missing."""
    rows = by_codes(np.eye(len(CATEGORIES), dtype=np.float32)[table.indices()], 0)
    return np.concatenate(
        [rows[pair.functional[start:stop], pair.dysfunctional[start:stop]] for pair in answers.pairs], axis=1
    )
