"""Small surveys, made by hand, for tests of every part."""

from collections.abc import Mapping, Sequence

import numpy as np

from kano_app.analysis import Analysis, analyse
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evidence import AnswerPair, Answers, CategoryCounts, CategoryShares, PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.plan import Plan, PlanItem
from kano_app.domain.settings import AnalysisSettings, PlanSettings
from kano_app.domain.survey import Survey
from kano_app.roadmap import Roadmap, plan

LETTERS = "MPAIRQ"

CELLS = {"M": (2, 5), "P": (1, 5), "A": (1, 3), "I": (3, 3), "R": (5, 1), "Q": (1, 1)}
"""One pair of answers for each category of Berger's table."""


def features(names: Sequence[str]) -> tuple[Feature, ...]:
    return tuple(Feature(name, name) for name in names)


def people(pairs: Mapping[str, Sequence[tuple[int, int]]]) -> Survey:
    """Return a survey of people from the pairs each feature got, one pair a person."""
    columns = []
    for given in pairs.values():
        codes = np.array(given, dtype=np.int8).reshape(-1, 2)
        columns.append(AnswerPair(codes[:, 0].copy(), codes[:, 1].copy()))
    count = max((len(given) for given in pairs.values()), default=0)
    return Survey(features(list(pairs)), Answers(tuple(columns), count))


def counted(rows: Mapping[str, str | Sequence[int]]) -> Survey:
    """Return a survey of category counts; a row is six counts M P A I R Q, or words such as "M5 P3"."""
    counts = np.zeros((len(rows), len(CATEGORIES)), dtype=np.int64)
    for place, row in enumerate(rows.values()):
        if isinstance(row, str):
            for word in row.split():
                counts[place, LETTERS.index(word[0])] = int(word[1:])
        else:
            counts[place] = row
    return Survey(features(list(rows)), CategoryCounts(counts))


def shared(rows: Mapping[str, Sequence[float]]) -> Survey:
    return Survey(features(list(rows)), CategoryShares(np.array(list(rows.values()), dtype=np.float64)))


def tallied(rows: Mapping[str, Sequence[tuple[int, int, int]]]) -> Survey:
    """Return a tally; a row holds (functional, dysfunctional, count)."""
    counts = np.zeros((len(rows), 5, 5), dtype=np.int64)
    for place, row in enumerate(rows.values()):
        for functional, dysfunctional, count in row:
            counts[place, functional - 1, dysfunctional - 1] += count
    return Survey(features(list(rows)), PairTally(counts, np.zeros(len(rows), dtype=np.int64)))


def weights(row: str) -> dict[Category, float]:
    """Return six counts from words such as "M5 P3"."""
    counts = {word[0]: int(word[1:]) for word in row.split()}
    return {category: counts.get(category.letter, 0) for category in CATEGORIES}


def planned(
    rows: Mapping[str, str],
    *,
    items: Sequence[PlanItem] = (),
    work: Plan | None = None,
    settings: PlanSettings = PlanSettings(),
) -> Roadmap:
    """Return the roadmap of counted features."""
    return plan(analysed(rows), work or Plan(tuple(items)), settings)


def analysed(rows: Mapping[str, str], settings: AnalysisSettings = AnalysisSettings()) -> Analysis:
    return analyse(counted(rows), settings)
