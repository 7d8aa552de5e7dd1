import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import multinomial

from kano_app.statistics.intervals import normal_quantile, wilson
from kano_app.statistics.sample_size import REFERENCE_SHARES, answers_for_half_width, half_width_of, leader_found

_CONFIDENCES = st.sampled_from([0.8, 0.9, 0.95, 0.99])


@pytest.mark.parametrize(("half_width", "answers"), [(0.10, 97), (0.05, 385)])
def test_the_answers_for_a_precision_are_those_of_the_methods_page(half_width: float, answers: int) -> None:
    assert answers_for_half_width(half_width) == answers


@pytest.mark.parametrize(("answers", "found"), [(20, 0.70), (50, 0.88), (200, 0.995)])
def test_the_leader_is_found_as_often_as_the_methods_page_says(answers: int, found: float) -> None:
    # The page rounds to tens at 20 answers, where the way ties are counted moves it by a few points.
    assert leader_found(answers, 20_000, 1) == pytest.approx(found, abs={20: 0.03, 50: 0.01, 200: 0.003}[answers])


def test_the_leader_of_a_handful_is_found_as_often_as_all_outcomes_say() -> None:
    n, share = 3, 0.0
    for m in range(n + 1):
        for a in range(n + 1 - m):
            for i in range(n + 1 - m - a):
                counts = [m, a, i, n - m - a - i]
                if counts[0] == max(counts):
                    share += float(multinomial.pmf(counts, n, REFERENCE_SHARES)) / counts.count(max(counts))
    assert leader_found(n, 50_000, 1) == pytest.approx(share, abs=0.01)


def test_one_answer_finds_the_leader_as_often_as_the_leader_is_given() -> None:
    assert leader_found(1, 20_000, 1) == pytest.approx(0.40, abs=0.015)
    assert leader_found(1, 200, 1, (0, 0, 1.0, 0)) == 1


def test_the_seed_decides_how_often_the_leader_is_found() -> None:
    assert leader_found(20, 200, 1) == leader_found(20, 200, 1)
    assert len({leader_found(20, 200, seed) for seed in range(5)}) > 1


@given(st.integers(1, 1000).map(lambda half: 2 * half), _CONFIDENCES)
def test_a_half_width_is_half_of_wilsons_interval_at_one_half(answers: int, confidence: float) -> None:
    low, high = wilson(answers // 2, answers, confidence)
    assert half_width_of(answers, confidence) == pytest.approx((high - low) / 2)


@pytest.mark.parametrize(("answers", "half_width"), [(5, 0.3296), (97, 0.0976)])
def test_so_many_answers_can_tell_what_the_docstring_says(answers: int, half_width: float) -> None:
    assert half_width_of(answers) == pytest.approx(half_width, abs=5e-5)


@given(st.floats(0.005, 0.5), _CONFIDENCES, st.floats(0.05, 0.95))
def test_so_many_answers_reach_the_precision_and_one_fewer_does_not(h: float, confidence: float, p: float) -> None:
    n, needed = answers_for_half_width(h, confidence, p), normal_quantile(confidence) ** 2 * p * (1 - p) / h**2
    assert n - 1 < needed <= n


@given(st.integers(1, 5000), _CONFIDENCES)
def test_more_answers_tell_more(answers: int, confidence: float) -> None:
    assert half_width_of(answers + 1, confidence) < half_width_of(answers, confidence) < 0.5


@pytest.mark.parametrize("half_width", [0, 1, -0.1, 5])
def test_a_half_width_outside_its_range_is_refused(half_width: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        answers_for_half_width(half_width)


def test_no_answers_have_no_interval() -> None:
    with pytest.raises(ValueError, match="needs an answer"):
        half_width_of(0)
