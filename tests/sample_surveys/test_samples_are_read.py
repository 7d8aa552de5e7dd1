"""The importers read every sample: features, people, and what the features file says of them."""

from pathlib import Path

import pytest

from kano_app.domain.evidence import Answers
from kano_app.domain.problem import Code, Severity
from kano_app.importers import read_features, read_survey

SAMPLES = Path(__file__).parents[2] / "sample_surveys"
SURVEYS = [
    ("hotel-stay.csv", 12, 84),
    ("hotel-stay-zh_CN.xlsx", 12, 84),
    ("online-shop.xlsx", 15, 120),
    ("online-shop-zh_CN.csv", 15, 120),
    ("clinic-visit.csv", 14, None),
    ("clinic-visit-zh_TW.csv", 14, 90),
    ("evening-course.csv", 13, 60),
]


@pytest.mark.parametrize(("file", "features", "people"), SURVEYS)
def test_a_sample_is_read_with_all_its_features_and_people(file: str, features: int, people: int | None) -> None:
    survey, problems = read_survey(SAMPLES / file)
    assert len(survey.features) == features
    assert survey.respondents == people
    assert [problem.code for problem in problems if problem.severity is Severity.ERROR] == []
    assert Code.ANSWER_UNREAD not in {problem.code for problem in problems}


@pytest.mark.parametrize(("file", "features", "people"), [row for row in SURVEYS if row[2]])
def test_the_three_questions_about_people_are_read_as_traits(file: str, features: int, people: int) -> None:
    survey, _problems = read_survey(SAMPLES / file)
    assert len(survey.traits) == 3, (features, people)


@pytest.mark.parametrize(("file", "features"), [row[:2] for row in SURVEYS])
def test_the_features_file_of_a_sample_is_read_whole(file: str, features: int) -> None:
    details, problems = read_features(SAMPLES / f"{Path(file).stem}-features.csv")
    assert {problem.code for problem in problems} <= {Code.ENCODING_ASSUMED}
    assert len(details) == features
    assert all(row.description and row.touchpoint and row.dimension and row.effort and row.owner for row in details)
    assert any(row.depends_on for row in details)


def test_both_languages_of_the_hotel_give_the_same_answers_and_importance() -> None:
    english, chinese = (read_survey(SAMPLES / file)[0] for file in ("hotel-stay.csv", "hotel-stay-zh_CN.xlsx"))
    assert isinstance(english.evidence, Answers)
    assert isinstance(chinese.evidence, Answers)
    for one, other in zip(english.evidence.pairs, chinese.evidence.pairs, strict=True):
        assert one.functional.tolist() == other.functional.tolist()
        assert one.dysfunctional.tolist() == other.dysfunctional.tolist()
    for rated, alike in zip(english.importance, chinese.importance, strict=True):
        assert rated is not None
        assert alike is not None
        assert rated.tobytes() == alike.tobytes()


def test_the_awkward_file_gives_thirteen_features_and_says_what_it_could_not_read() -> None:
    survey, problems = read_survey(SAMPLES / "evening-course-awkward.csv")
    assert len(survey.features) == 13
    assert survey.respondents == 50  # who sent the form twice is flagged, not deleted
    said = {problem.code for problem in problems}
    assert {Code.HALF_MISSING, Code.RESPONDENT_TWICE, Code.ANSWER_UNREAD, Code.COLUMN_LEFT_OUT} <= said
