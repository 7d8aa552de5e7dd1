"""Who took part: a seat in which nobody answered is nobody."""

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import Answers
from kano_app.domain.survey import Survey


def took_part(survey: Survey) -> NDArray[np.bool_]:
    """Return per person whether anything was answered, voted or abstained from; nobody where there are counts."""
    if not isinstance(survey.evidence, Answers):
        return np.zeros(0, dtype=np.bool_)
    found = in_pairs(survey)
    for column in survey.importance:
        if column is not None:
            found |= ~np.isnan(column)
    if survey.session is not None:
        found[[one.person for one in survey.session.votes]] = True
    return found


def in_pairs(survey: Survey) -> NDArray[np.bool_]:
    """Return per person whether a half of a pair was answered or abstained from; nobody where there are counts."""
    if not isinstance(survey.evidence, Answers):
        return np.zeros(0, dtype=np.bool_)
    found = np.zeros(survey.evidence.people, dtype=np.bool_)
    for pair in survey.evidence.pairs:
        found |= (pair.functional > 0) | (pair.dysfunctional > 0)
    return found


def turnout(survey: Survey) -> int | None:
    """Return how many people are to be told of: in a workshop those who took part, else all.

    ``None`` where the evidence does not know people.
    """
    if survey.session is None or not isinstance(survey.evidence, Answers):
        return survey.respondents
    return int(took_part(survey).sum())


def gave_nothing(survey: Survey) -> NDArray[np.bool_]:
    """Return per person whether there is nothing of them: they did not take part, and nothing they said is noted."""
    found = ~took_part(survey)
    if found.size:
        found[[one.person for one in survey.notes if one.person >= 0]] = False
    return found


def is_nobody(survey: Survey) -> NDArray[np.bool_]:
    """Return per person whether it is an empty row: nothing was given, and nothing is known of whose it would be."""
    found = gave_nothing(survey)
    if not found.size:
        return found
    if survey.session is not None:
        found[[one.person for one in survey.session.participants]] = False
    found[[one.person for one in survey.excluded]] = False
    for trait in survey.traits:
        found &= trait.codes < 0
    return found if survey.keys is None else found & (survey.keys == 0)


def in_workshop(survey: Survey) -> int | None:
    """Return how many of those who took part sat in the workshop: others may have come from a file before it.

    ``None`` where there was no workshop, or where the evidence does not know people.
    """
    if survey.session is None or not isinstance(survey.evidence, Answers):
        return None
    found = took_part(survey)
    return sum(bool(found[one.person]) for one in survey.session.participants)
