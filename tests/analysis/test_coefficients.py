import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import weights

from kano_app.analysis.coefficients import Strength, better, category_strength, is_combination, total_strength, worse
from kano_app.analysis.figure import Blank
from kano_app.domain.category import CATEGORIES

_counts = st.lists(st.integers(0, 10_000), min_size=6, max_size=6).map(
    lambda row: dict(zip(CATEGORIES, row, strict=True))
)


def test_better_and_worse_are_those_published_for_transparent_transfers() -> None:
    counts = weights("A88 P90 M32 I105 R15 Q28")  # Reppel 2022, Pouliot's table
    assert better(counts) == pytest.approx(0.5650794, abs=1e-7)
    assert worse(counts) == pytest.approx(-0.3873016, abs=1e-7)


@pytest.mark.parametrize(
    ("row", "category", "total"),
    [
        # stp25kano README (2023), percent.
        ("M95 P123 A45 I33", 9.46, 88.85),
        ("M101 P54 A54 I81 R3 Q3", 6.76, 70.61),
        ("M15 P24 A121 I124 R6 Q6", 1.01, 54.05),
    ],
)
def test_strengths_are_the_published_ones(row: str, category: float, total: float) -> None:
    counts = weights(row)
    n = sum(counts.values())
    strength = category_strength(counts, n)
    assert isinstance(strength, Strength)
    assert strength.value * 100 == pytest.approx(category, abs=0.005)
    assert total_strength(counts, n) * 100 == pytest.approx(total, abs=0.005)


def test_category_strength_names_the_two_it_compares_and_leaves_questionable_out() -> None:
    strength = category_strength(weights("R6 A5 Q30"), 41)
    assert isinstance(strength, Strength)
    assert (strength.first.letter, strength.second.letter) == ("R", "A")


@given(_counts)
def test_better_and_worse_obey_the_identities_of_timko(counts: dict) -> None:  # type: ignore[type-arg]
    m, p, a, i, _, _ = counts.values()
    positive, negative = better(counts), worse(counts)
    if m + p + a + i == 0:
        assert positive is Blank.NO_COEFFICIENT_ANSWERS
        assert negative is Blank.NO_COEFFICIENT_ANSWERS
    else:
        assert isinstance(positive, float)
        assert isinstance(negative, float)
        assert positive - negative == pytest.approx((a + 2 * p + m) / (m + p + a + i))
        assert positive + negative == pytest.approx((a - m) / (m + p + a + i))
        assert 0 <= positive <= 1
        assert -1 <= negative <= 0


def test_worse_is_never_minus_zero() -> None:
    value = worse(weights("A3 I2"))
    assert isinstance(value, float)
    assert math.copysign(1, value) == 1


def test_figures_of_nobody_are_undefined_and_never_zero() -> None:
    counts = weights("")
    assert better(counts) is Blank.NO_COEFFICIENT_ANSWERS
    assert category_strength(counts, 0) is Blank.NO_ANSWERS
    assert total_strength(counts, 0) is Blank.NO_ANSWERS


@pytest.mark.parametrize(
    ("row", "expected"),
    [("M40 P38 A12 I10", True), ("M40 P34 A16 I10", False), ("M30 I28 P2 A2", False), ("", False)],
)
def test_a_weak_lead_in_what_matters_is_a_combination(row: str, expected: bool) -> None:  # noqa: FBT001
    counts = weights(row)
    n = sum(counts.values())
    assert is_combination(category_strength(counts, n), total_strength(counts, n)) is expected
