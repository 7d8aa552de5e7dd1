from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from kano_app.statistics.corrections import benjamini_hochberg, holm

_P = st.lists(st.floats(0, 1, exclude_min=True, allow_subnormal=False), max_size=12)
_BOTH = pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])

Correct = Callable[[Sequence[float]], list[float]]


def test_holm_gives_the_five_features_of_the_methods_page() -> None:
    found = holm([0.0936, 1.59e-5, 0.0615, 0.0801, 7.09e-5])
    assert [found[0], found[2], found[3]] == pytest.approx([0.1845] * 3, abs=5e-5)  # .185 there: its p has more digits
    assert found[1] == pytest.approx(7.95e-5, abs=5e-7)
    assert found[4] == pytest.approx(0.000284, abs=5e-7)


def test_benjamini_and_hochberg_give_what_their_docstring_says() -> None:
    assert benjamini_hochberg([0.01, 0.02, 0.03, 0.04]) == pytest.approx([0.04] * 4)


@given(_P.filter(bool))
def test_benjamini_and_hochberg_agree_with_an_independent_implementation(p: list[float]) -> None:
    assert benjamini_hochberg(p) == pytest.approx(false_discovery_control(p, method="bh").tolist())


@given(_P)
def test_holm_steps_down_one_by_one(p: list[float]) -> None:
    expected, highest = dict.fromkeys(range(len(p)), 0.0), 0.0
    for step, place in enumerate(sorted(range(len(p)), key=p.__getitem__)):
        highest = max(highest, min(1.0, p[place] * (len(p) - step)))
        expected[place] = highest
    assert holm(p) == pytest.approx(list(expected.values()))


@_BOTH
@given(p=_P)
def test_no_corrected_p_is_smaller_than_the_raw_one_or_beyond_one(adjust: Correct, p: list[float]) -> None:
    found = adjust(p)
    assert len(found) == len(p)
    assert all(raw <= one + 1e-15 and one <= 1 for raw, one in zip(p, found, strict=True))


@_BOTH
@given(p=_P)
def test_corrected_p_keep_the_order_of_the_raw_ones(adjust: Correct, p: list[float]) -> None:
    ordered = adjust(sorted(p))
    assert ordered == sorted(ordered)


@_BOTH
@given(p=_P.flatmap(lambda p: st.tuples(st.just(p), st.permutations(range(len(p))))))
def test_the_order_in_which_p_are_given_does_not_matter(adjust: Correct, p: tuple[list[float], list[int]]) -> None:
    given_order, places = p
    straight, mixed = adjust(given_order), adjust([given_order[place] for place in places])
    assert mixed == pytest.approx([straight[place] for place in places])


@given(_P)
def test_holm_is_never_the_milder_of_the_two(p: list[float]) -> None:
    assert all(strict >= mild - 1e-15 for strict, mild in zip(holm(p), benjamini_hochberg(p), strict=True))


@_BOTH
def test_one_p_stays_what_it_is_and_none_stays_none(adjust: Correct) -> None:
    assert adjust([0.04]) == [0.04]
    assert adjust([]) == []
