"""What speaks against the answers of single people (METHODS §11): flagged, and never left out for it unasked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.tally import by_codes
from kano_app.domain.answer import LEVELS
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import Answers
from kano_app.domain.feature import fold_name
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Exclusion, Flag, Survey

_STRAIGHT_FEATURES = 5
"""Features that have to be answered alike before that is a straight line and not agreement."""
_DESIRED, _REVERSED_ANSWERS = 0.60, 3
"""A feature is plainly desired where A + P + M reach 60 %; a scale read backwards calls three of them reverse."""
_QUESTIONABLE_SHARE, _QUESTIONABLE_ANSWERS = 1 / 3, 2
"""Contradictions of one person from which on the answers are doubted: a third of the features, and two at least."""
_NOTHING, _BROKEN = np.int8(-1), np.int8(-2)
"""In the place of a cell: nothing complete so far, and two different cells."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Flagged:
    """Masks of shape (people,), one a flag, and how many pairs and contradictions each person gave."""

    masks: dict[Flag, Mask]
    complete: NDArray[np.int16]
    questionable: NDArray[np.int16]

    def people(self, flag: Flag) -> tuple[int, ...]:
        """Return who has a flag, as places among the people of the survey."""
        return tuple(np.flatnonzero(self.masks[flag]).tolist())

    def of(self, person: int) -> tuple[Flag, ...]:
        """Return the flags of one person."""
        return tuple(flag for flag, mask in self.masks.items() if mask[person])

    @property
    def anybody(self) -> tuple[int, ...]:
        """Everybody with a flag."""
        return tuple(np.flatnonzero(np.any(list(self.masks.values()), axis=0)).tolist())

    def proposals(self, flags: tuple[Flag, ...] = tuple(Flag)) -> tuple[Exclusion, ...]:
        """Return the exclusions that some flags propose, each person once, for the first of the flags."""
        found: dict[int, Exclusion] = {}
        for flag in flags:
            for person in self.people(flag):
                found.setdefault(person, Exclusion(person, flag.value))
        return tuple(found[person] for person in sorted(found))


def flagged(survey: Survey, counts: NDArray[np.int64] | None, settings: AnalysisSettings) -> Flagged | None:
    """Return the flags of everybody, those left out included; ``None`` where the evidence knows no people.

    Args:
        survey: the survey with everybody in it.
        counts: the category counts of those who count, shape (features, 6): what people plainly want.
        settings: the evaluation table they were made with, and what dates the answers.

    Features are looked at one by one: a million people stay a few columns long.
    """
    answers = survey.evidence
    if not isinstance(answers, Answers) or counts is None:
        return None
    line = np.full(answers.people, _NOTHING, dtype=np.int8)
    answered, asked, given, doubtful = (np.zeros(answers.people, dtype=np.int16) for _ in range(4))
    cells, is_reverse, is_questionable = _lookups(settings.table)
    desired = counts[:, :3].sum(axis=1) >= _DESIRED * np.maximum(counts.sum(axis=1), 1)
    for pair, is_desired in zip(answers.pairs, desired, strict=True):
        cell = cells[pair.functional, pair.dysfunctional]
        complete = cell != _NOTHING
        answered += complete
        doubtful += is_questionable[pair.functional, pair.dysfunctional]
        line = np.where(~complete, line, np.where((line == _NOTHING) | (line == cell), cell, _BROKEN))
        if is_desired:
            asked += complete
            given += is_reverse[pair.functional, pair.dysfunctional]
    masks = {
        Flag.STRAIGHT_LINE: (line >= 0) & (answered >= _STRAIGHT_FEATURES),
        Flag.SCALE_BACKWARDS: (given >= _REVERSED_ANSWERS) & (2 * given > asked),
        Flag.QUESTIONABLE: (doubtful >= _QUESTIONABLE_ANSWERS) & (doubtful >= _QUESTIONABLE_SHARE * answered),
        Flag.DUPLICATE: _duplicates(survey, settings.wave_by),
    }
    return Flagged(masks, answered, doubtful)


def _duplicates(survey: Survey, wave_by: str) -> Mask:
    """Return who has the key of an earlier person; who answers again in another wave is no duplicate."""
    again = np.zeros(survey.respondents or 0, dtype=np.bool_)
    if survey.keys is not None:
        again[:] = True
        dated = next((one.codes for one in survey.traits if fold_name(one.name) == fold_name(wave_by)), None)
        if dated is None:
            _, first = np.unique(survey.keys, return_index=True)
        else:
            _, first = np.unique(np.stack([survey.keys, dated.astype(np.uint64)]), axis=1, return_index=True)
        again[first] = False
        again[survey.keys == 0] = False
    return again


def _lookups(table: EvaluationTable) -> tuple[NDArray[np.int8], Mask, Mask]:
    """Return, by the codes of both halves, the number of the cell and whether it is reverse or questionable."""
    cells = np.arange(LEVELS * LEVELS, dtype=np.int8).reshape(LEVELS, LEVELS)
    is_reverse, is_questionable = (
        by_codes(table.indices() == CATEGORIES.index(one), missing=False)
        for one in (Category.REVERSE, Category.QUESTIONABLE)
    )
    return by_codes(cells, _NOTHING), is_reverse, is_questionable
