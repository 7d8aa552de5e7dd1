"""What the answers themselves leave to be said (METHODS §11): it is flagged, and never left out for it unasked."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.flags import Flagged
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evidence import PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.survey import Flag, Survey

_DOUBTFUL_SHARE, _DOUBTFUL_ANSWERS = 0.06, 2
"""Questionable answers from which on the wording of a question is doubted: above 6 %, and two at least."""
_SAID = {
    Flag.STRAIGHT_LINE: Code.STRAIGHT_LINES,
    Flag.SCALE_BACKWARDS: Code.SCALE_BACKWARDS,
    Flag.QUESTIONABLE: Code.PEOPLE_QUESTIONABLE,
}
"""Flags that are said here; duplicates were said where they were read, with their rows."""


def quality_problems(
    survey: Survey, tally: PairTally | None, counts: NDArray[np.int64] | None, flagged: Flagged | None
) -> Iterator[Problem]:
    """Yield what is to be looked at in the answers: halves missing, wordings doubted, people flagged or left out.

    Args:
        survey: the survey with everybody in it.
        tally: the 25 counts a feature of those who count, where there are any.
        counts: their category counts, shape (features, 6), where there are any.
        flagged: what speaks against single people, where there are any.

    """
    file = survey.source.file
    if tally is not None:
        yield from incomplete_pairs(survey.features, tally, file)
    if counts is not None:
        yield from _doubtful_wordings(survey.features, counts, file)
    out = {one.person for one in survey.excluded}
    if flagged is not None:
        for flag, code in _SAID.items():
            count = len(set(flagged.people(flag)) - out)
            if count:
                yield Problem(code, file, facts={"count": count})
    if out:
        reasons = [one.reason for one in survey.excluded]
        different = tuple(dict.fromkeys(reasons))
        given = tuple(reasons.count(reason) for reason in different)
        yield Problem(Code.PEOPLE_EXCLUDED, file, facts={"count": len(out), "reasons": different, "counts": given})


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
