"""People who answered in two waves: resampled together with what they said in both (METHODS §12)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.resampling import column_marks, memberships, resampled_sums
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evidence import Answers
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey

_COLUMNS = 3
"""A + P, P + M and n' of each feature."""
FINER = 10
"""Draws for each resample that was asked for: a p that several features share needs finer steps."""
People = NDArray[np.intp]
Floats = NDArray[np.float64]

_M, _P, _A, _I = (
    CATEGORIES.index(one) for one in (Category.MUST_BE, Category.PERFORMANCE, Category.ATTRACTIVE, Category.INDIFFERENT)
)


@dataclass(frozen=True, slots=True, eq=False)
class ShareDraws:
    """Resampled differences, later minus earlier, of (A + P) / n' and of (P + M) / n', shape (draws, features)."""

    better: Floats
    worse: Floats


def matched_people(first: Survey, second: Survey) -> tuple[People, People] | None:
    """Return the places of the people who are in both surveys, in the same order; ``None`` where there are none."""
    if first.keys is None or second.keys is None:
        return None
    shared, before, after = np.intersect1d(first.keys, second.keys, return_indices=True)
    known = shared > 0
    return (before[known], after[known]) if known.any() else None


def resampled_shares(
    first: Survey,
    second: Survey,
    matched: tuple[People, People],
    places: Sequence[Sequence[int]],
    settings: AnalysisSettings,
) -> ShareDraws:
    """Return the differences of resamples; whoever is in both waves is drawn with both, the others wave by wave.

    Args:
        first: the earlier wave.
        second: the later wave.
        matched: places of the people who are in both.
        places: per wave the places of the features that both have.
        settings: how many resamples, from which seed, by which table.

    """
    assert isinstance(first.evidence, Answers)  # noqa: S101 - only answers of people have keys
    assert isinstance(second.evidence, Answers)  # noqa: S101
    before = _sums(first.evidence, places[0], settings)
    after = _sums(second.evidence, places[1], settings)
    only = [np.delete(np.arange(len(rows)), both) for rows, both in zip((before, after), matched, strict=True)]
    both = np.hstack([before[matched[0]], after[matched[1]]])
    width = before.shape[1]
    finer = replace(settings, resamples=FINER * settings.resamples)
    marks = column_marks([first.features[place].id for place in places[0]], 2 * _COLUMNS)
    early_marks, late_marks = (half.ravel() for half in np.split(marks.reshape(-1, 2 * _COLUMNS), 2, axis=1))
    drawn = resampled_sums(both, np.concatenate([early_marks, late_marks]), finer, stream=1)
    early = drawn[:, :width] + resampled_sums(before[only[0]], early_marks, finer, stream=2)
    late = drawn[:, width:] + resampled_sums(after[only[1]], late_marks, finer, stream=3)
    return ShareDraws(_shares(late, 0) - _shares(early, 0), _shares(late, 1) - _shares(early, 1))


def _sums(answers: Answers, places: Sequence[int], settings: AnalysisSettings) -> NDArray[np.float32]:
    """Return per person and feature whether the pair is in A + P, in P + M, in n', shape (people, 3 · features)."""
    part = Answers(tuple(answers.pairs[place] for place in places), answers.people)
    every = memberships(part, 0, answers.people, settings.table).reshape(answers.people, len(places), len(CATEGORIES))
    satisfied, missed = every[..., _A] + every[..., _P], every[..., _P] + every[..., _M]
    base = satisfied + every[..., _M] + every[..., _I]
    return np.stack([satisfied, missed, base], axis=2).reshape(answers.people, -1)


def _shares(sums: Floats, which: int) -> Floats:
    """Return one of the two proportions of every draw, NaN where a draw has no answer that counts for it."""
    base = sums[:, 2::3]
    shares: Floats = np.divide(sums[:, which::3], base, out=np.full(base.shape, np.nan), where=base > 0)
    return shares
