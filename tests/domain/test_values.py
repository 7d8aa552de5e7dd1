import numpy as np
import pytest

from kano_app.domain.evidence import AnswerPair, Answers, CategoryShares, PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.problem import Code, Problem, Severity
from kano_app.domain.survey import Survey, Trait


def _codes(*codes: int) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    return np.array(codes, dtype=np.int8)


def test_the_columns_of_a_survey_cannot_be_written_to() -> None:
    pair = AnswerPair(_codes(1, 2), _codes(5, 0))
    with pytest.raises(ValueError, match="read-only"):
        pair.functional[0] = 3


def test_halves_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one code per person"):
        AnswerPair(_codes(1, 2), _codes(5))


def test_there_are_not_fewer_people_than_none() -> None:
    with pytest.raises(ValueError, match="from 0"):
        Answers((), -1)


def test_a_code_that_is_no_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="0 to 6"):
        AnswerPair(_codes(7), _codes(1))


def test_two_features_with_one_id_are_refused() -> None:
    pair = AnswerPair(_codes(1), _codes(5))
    with pytest.raises(ValueError, match="id of its own"):
        Survey((Feature("F1", "a"), Feature("F1", "b")), Answers((pair, pair), 1))


def test_a_trait_must_know_every_person() -> None:
    answers = Answers((AnswerPair(_codes(1, 2), _codes(5, 5)),), 2)
    trait = Trait("age", ("young",), np.array([0], dtype=np.int32))
    with pytest.raises(ValueError, match="one code per person"):
        Survey((Feature("F1", "a"),), answers, traits=(trait,))


def test_negative_counts_and_shares_over_one_are_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        PairTally(np.full((1, 5, 5), -1, dtype=np.int64), np.zeros(1, dtype=np.int64))
    with pytest.raises(ValueError, match="between 0 and 1"):
        CategoryShares(np.full((1, 6), 20.0))


def test_a_survey_of_counts_does_not_know_its_respondents() -> None:
    tally = PairTally(np.ones((1, 5, 5), dtype=np.int64), np.zeros(1, dtype=np.int64))
    assert Survey((Feature("F1", "a"),), tally).respondents is None


def test_what_makes_a_file_unusable_is_an_error_and_what_is_rightly_left_out_a_note() -> None:
    assert Problem(Code.NO_PAIRS).severity is Severity.ERROR
    assert Problem(Code.COLUMN_LEFT_OUT).severity is Severity.NOTE
    assert Problem(Code.ANSWER_UNREAD).severity is Severity.WARNING


def test_a_value_is_not_changed_through_the_array_it_was_made_from() -> None:
    both = np.array([[1, 2], [5, 5]], dtype=np.int8)
    pair = AnswerPair(both[0], both[1])
    both[0, 0] = 3
    assert pair.functional.tolist() == [1, 2]


def test_the_facts_of_a_problem_cannot_be_changed() -> None:
    problem = Problem(Code.NO_PAIRS, facts={"count": 1})
    with pytest.raises(TypeError):
        problem.facts["count"] = 2  # type: ignore[index] # that is the point
