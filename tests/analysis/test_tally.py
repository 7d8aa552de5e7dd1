import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from making import people

from kano_app.analysis.tally import category_counts, tally
from kano_app.domain.evaluation_table import BERGER, POULIOT
from kano_app.domain.evidence import AnswerPair, Answers

_codes = arrays(np.int8, st.integers(0, 40), elements=st.integers(0, 6))


def test_each_pair_is_counted_in_its_own_cell() -> None:
    survey = people({"Wi-Fi": [(1, 5), (1, 5), (2, 4)]})
    assert isinstance(survey.evidence, Answers)
    counts = tally(survey.evidence).counts[0]
    assert counts[0, 4] == 2
    assert counts[1, 3] == 1
    assert counts.sum() == 3


def test_a_pair_with_one_half_missing_is_in_no_cell_and_counted_apart() -> None:
    survey = people({"Wi-Fi": [(1, 0), (0, 5), (1, 6), (0, 0), (6, 6), (1, 5)]})
    assert isinstance(survey.evidence, Answers)
    counted = tally(survey.evidence)
    assert counted.counts.sum() == 1
    assert counted.incomplete.tolist() == [3]


@given(_codes, st.randoms())
def test_the_tally_agrees_with_counting_person_by_person(functional: np.ndarray, random: object) -> None:
    dysfunctional = functional.copy()
    random.shuffle(dysfunctional)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    evidence = Answers((AnswerPair(functional.copy(), dysfunctional.copy()),), len(functional))
    expected = np.zeros((5, 5), dtype=int)
    for f, d in zip(functional, dysfunctional, strict=True):
        if 1 <= f <= 5 and 1 <= d <= 5:
            expected[f - 1, d - 1] += 1
    assert (tally(evidence).counts[0] == expected).all()


@given(arrays(np.int64, (3, 5, 5), elements=st.integers(0, 1000)))
def test_category_counts_keep_every_answer(counts: np.ndarray) -> None:
    from kano_app.domain.evidence import PairTally  # noqa: PLC0415 - one use

    evidence = PairTally(counts.copy(), np.zeros(3, dtype=np.int64))
    for table in (BERGER, POULIOT):
        assert (category_counts(evidence, table).sum(axis=1) == counts.sum(axis=(1, 2))).all()
