"""Files of real studies are read as they are; they lie beside the repository and are never a part of it."""

import csv
from pathlib import Path

import numpy as np
import pytest

from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import POULIOT
from kano_app.domain.evidence import Answers, CategoryCounts
from kano_app.importers import read_features, read_survey

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PAYMENTS = SHARED / "data" / "payments"
pytestmark = pytest.mark.skipif(not PAYMENTS.is_dir(), reason="the real files are not here")


@pytest.mark.parametrize(
    ("name", "people", "features"),
    [
        ("storage--cohort1-clean", 91, 5),
        ("storage--cohort2-clean", 97, 5),
        ("storage--cohort3-clean", 89, 5),
        ("storage--cohort4-clean", 86, 5),
        ("transfers--all_cohorts-clean", 358, 6),
    ],
)
def test_a_study_of_payments_is_read_without_a_word_from_the_user(name: str, people: int, features: int) -> None:
    survey, problems = read_survey(PAYMENTS / f"{name}.csv")
    assert problems == ()
    assert survey.respondents == people
    assert len(survey.features) == features
    assert [trait.name for trait in survey.traits] == ["Income_us", "Gender", "Age", "Employment", "Education"]
    assert all(column is not None for column in survey.importance)


def test_the_transfers_give_the_categories_and_importance_their_author_published() -> None:
    survey, _ = read_survey(PAYMENTS / "transfers--all_cohorts-clean.csv")
    assert isinstance(survey.evidence, Answers)
    with (PAYMENTS / "published_transfers.csv").open(encoding="utf-8") as file:
        published = list(csv.DictReader(file))
    for pair, importance, row in zip(survey.evidence.pairs, survey.importance, published, strict=True):
        cells = POULIOT.indices()[pair.functional - 1, pair.dysfunctional - 1]
        counts = np.bincount(cells, minlength=len(CATEGORIES)).tolist()
        assert counts == [int(row[category.value.replace("-", "_")]) for category in CATEGORIES]
        assert importance is not None
        assert float(importance.mean(dtype=np.float64)) == pytest.approx(float(row["importance"]), abs=1e-5)


def test_the_features_file_names_what_the_survey_only_numbers() -> None:
    details, problems = read_features(PAYMENTS / "features.csv")
    assert [one.key for one in details] == [f"F{number}_" for number in range(1, 12)]
    assert details[0].label == "Anonymous storage"
    assert details[1].functional_question == "If it is easy to store funds, how do you feel?"
    assert [one.column for one in problems] == ["Category"]


def test_published_counts_are_read_and_what_is_not_needed_is_named() -> None:
    survey, problems = read_survey(SHARED / "vectors" / "published_counts.csv")
    assert isinstance(survey.evidence, CategoryCounts)
    assert survey.evidence.counts[0].tolist() == [95, 123, 45, 33, 0, 0]
    assert survey.features[0].name == "Service app"
    assert {one.column for one in problems} >= {"source", "mode", "better", "worse"}
