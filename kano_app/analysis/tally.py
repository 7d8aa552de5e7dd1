"""The tally: for every feature the 25 counts of (functional, dysfunctional) pairs; everything else follows from it."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import AnswerPair, Answers, CategoryCounts, Evidence, PairTally

_CODES = len(Answer)
_T = TypeVar("_T", bound=np.generic)


def tally(answers: Answers) -> PairTally:
    """Count the pairs of every feature.

    Returns:
        ``counts`` (features, 5, 5) of complete pairs and ``incomplete`` (features,), the pairs with one half only:
        those are in no category and not in N (METHODS §1).

    """
    grids = np.array([_pair_grid(pair) for pair in answers.pairs], dtype=np.int64).reshape(-1, _CODES, _CODES)
    answered = slice(Answer.LIKE, Answer.DISLIKE + 1)
    missing = [Answer.UNANSWERED, Answer.ABSTAINED]
    incomplete = grids[:, answered, :][:, :, missing].sum(axis=(1, 2)) + grids[:, missing, answered].sum(axis=(1, 2))
    return PairTally(np.ascontiguousarray(grids[:, answered, answered]), incomplete)


def _pair_grid(pair: AnswerPair) -> NDArray[np.intp]:
    """Return the (7, 7) counts of both halves' codes; 7 · 6 + 6 still fits the int8 of the columns."""
    return np.bincount(pair.functional * np.int8(_CODES) + pair.dysfunctional, minlength=_CODES * _CODES)


def category_counts(evidence: PairTally | CategoryCounts, table: EvaluationTable) -> NDArray[np.int64]:
    """Return how many answers fall into each category, shape (features, 6) in the order of ``CATEGORIES``.

    Counts of categories were made by somebody else's table and are returned as they are.
    """
    if isinstance(evidence, CategoryCounts):
        return evidence.counts
    chosen = np.eye(len(CATEGORIES), dtype=np.int64)[table.indices().ravel()]
    counts: NDArray[np.int64] = evidence.counts.reshape(-1, LEVELS * LEVELS) @ chosen
    return counts


def pairs_counted(evidence: Evidence) -> PairTally | CategoryCounts | None:
    """Return the counts the evidence carries, counting answers of people; ``None`` where there are only shares."""
    match evidence:
        case Answers():
            return tally(evidence)
        case PairTally() | CategoryCounts():
            return evidence
        case _:
            return None


def by_codes(cells: NDArray[_T], missing: _T | float) -> NDArray[_T]:
    """Return what belongs to each pair of codes, shape (7, 7, …), from what belongs to each cell, shape (5, 5, …).

    ``missing`` stands where a half is unanswered or abstained.
    """
    found = np.full((_CODES, _CODES, *cells.shape[2:]), missing, dtype=cells.dtype)
    answered = slice(Answer.LIKE, Answer.DISLIKE + 1)
    found[answered, answered] = cells
    return found
