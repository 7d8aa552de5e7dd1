from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from making import CELLS, counted, people

from kano_app.analysis import Blank, analyse
from kano_app.analysis.importance import Refined, Stated, stated_importance
from kano_app.domain.category import Category
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey
from kano_app.importers import read_survey


def _asked(ratings: dict[str, list[float] | None]) -> Survey:
    """Return a survey in which the features take the categories M P A I in turn and have these ratings."""
    letters = dict(zip(ratings, "MPAI", strict=False))
    count = max(len(column) for column in ratings.values() if column is not None)
    survey = people({name: [CELLS[letters[name]]] * count for name in ratings})
    columns = tuple(None if column is None else np.array(column, dtype=np.float32) for column in ratings.values())
    return Survey(survey.features, survey.evidence, columns)


def _stated(ratings: dict[str, list[float] | None]) -> list[Stated | Blank]:
    return [result.importance for result in analyse(_asked(ratings), AnalysisSettings()).features]


def test_the_mean_is_taken_over_those_who_stated_it() -> None:
    (found,) = _stated({"x": [9, np.nan, 6]})
    assert isinstance(found, Stated)
    assert (found.mean, found.n) == (7.5, 2)


def test_weighted_indices_of_secure_transfers_are_those_of_the_methods_page(payments: Path) -> None:
    survey, _ = read_survey(payments / "transfers--all_cohorts-clean.csv")
    from kano_app.domain.evaluation_table import POULIOT  # noqa: PLC0415 - one use

    result = next(one for one in analyse(survey, AnalysisSettings(POULIOT)).features if one.feature.id == "F10")
    assert isinstance(result.importance, Stated)
    assert result.importance.n == 358
    assert result.importance.mean == pytest.approx(7.729, abs=5e-4)
    assert result.importance.weighted(result.better) == pytest.approx(0.5089, abs=5e-5)
    assert result.importance.weighted(result.worse) == pytest.approx(-0.6997, abs=5e-5)


@pytest.mark.parametrize(("largest", "end"), [(5, 5), (6, 7), (7, 7), (8, 9), (9, 9)])
def test_the_end_of_the_scale_is_the_smallest_usual_one_that_nobody_went_beyond(largest: int, end: int) -> None:
    stated = _stated({"x": [largest, 1]})[0]
    assert isinstance(stated, Stated)
    assert stated.highest == end


def test_a_part_of_the_people_is_on_the_scale_of_all() -> None:
    survey = people({"x": [(1, 5)] * 3})
    survey = replace(survey, importance=(np.array([9, 4, 3], dtype=np.float32),))
    stated = stated_importance(survey.of(np.array([False, True, True])))[0]
    assert isinstance(stated, Stated)
    assert (stated.mean, stated.highest) == (3.5, 9)


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        (9, [Refined.CRITICAL, Refined.HIGH_VALUE_ADDED, Refined.HIGHLY_ATTRACTIVE, Refined.POTENTIAL]),
        (1, [Refined.NECESSARY, Refined.LOW_VALUE_ADDED, Refined.LESS_ATTRACTIVE, Refined.CARE_FREE]),
    ],
)
def test_yangs_refinement_splits_each_category_by_the_mean_of_all(rating: float, expected: list[Refined]) -> None:
    found = []
    for place in range(4):
        ratings: dict[str, list[float] | None] = {
            name: [rating if other == place else 10 - rating] * 3 for other, name in enumerate("mpai")
        }
        result = analyse(_asked(ratings), AnalysisSettings()).features[place]
        assert isinstance(result.importance, Stated)
        found.append(result.importance.refined(result.category))
    assert found == expected


def test_what_was_not_asked_or_cannot_be_known_is_blank_with_its_reason() -> None:
    assert _stated({"x": [5, 6], "y": None}) == [Stated(5.5, 2, 7, above=None), Blank.NOT_ASKED]
    assert _stated({"x": [5, 6], "y": [np.nan, np.nan]})[1] is Blank.NO_ANSWERS
    assert analyse(people({"x": [(1, 5)]}), AnalysisSettings()).features[0].importance is Blank.NOT_ASKED
    assert analyse(counted({"x": "M5"}), AnalysisSettings()).features[0].importance is Blank.NEEDS_PEOPLE


def test_equal_means_are_neither_high_nor_low_and_it_is_said() -> None:
    found = _stated({name: [5.9, 5.9, 5.9] for name in "mpa"})
    assert [one.above for one in found if isinstance(one, Stated)] == [None, None, None]
    assert all(one.refined(Category.MUST_BE) is Blank.ALL_ALIKE for one in found if isinstance(one, Stated))
