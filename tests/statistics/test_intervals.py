import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kano_app.statistics.intervals import normal_quantile, wilson


@pytest.mark.parametrize(
    ("successes", "n", "expected"),
    [(0, 5, (0, 0.4345)), (5, 5, (0.5655, 1)), (192, 324, (0.5383, 0.6447)), (264, 324, (0.7689, 0.8533))],
)
def test_wilson_gives_the_published_ends(successes: int, n: int, expected: tuple[float, float]) -> None:
    assert wilson(successes, n) == pytest.approx(expected, abs=5e-5)


@given(st.integers(1, 2000), st.floats(0, 1), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_agrees_with_an_independent_implementation(n: int, share: float, confidence: float) -> None:
    successes = round(n * share)
    theirs = binomtest(successes, n).proportion_ci(confidence, method="wilson")
    assert wilson(successes, n, confidence) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (6, 5), (-1, 5)])
def test_wilson_refuses_what_is_no_proportion(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="at most n"):
        wilson(successes, n)


def test_the_quantile_of_ninety_five_percent_is_the_tables_one() -> None:
    assert normal_quantile(0.95) == pytest.approx(1.959964, abs=1e-6)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_confidence_outside_its_range_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        normal_quantile(confidence)
