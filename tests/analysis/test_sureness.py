import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from making import counted, people, shared, weights

from kano_app.analysis import Blank, analyse
from kano_app.analysis.continuous import Continuous, continuous
from kano_app.analysis.lead import lead
from kano_app.analysis.stability import Stability, Sureness, stability
from kano_app.analysis.verdict import verdict, winners
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import BERGER
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule

_MANY = AnalysisSettings(resamples=20_000)


def _counts(row: str) -> dict[Category, int]:
    return {category: int(count) for category, count in weights(row).items()}


def _stable(row: str, settings: AnalysisSettings = _MANY) -> Stability:
    counts = _counts(row)
    found = verdict(counts, sum(counts.values()), settings)
    assert found is not None
    return stability(counts, found.category, settings)


@pytest.mark.parametrize(
    ("row", "leads", "word", "rival"),
    [
        # METHODS §8, recomputed there by an independent script.
        ("M95 P123 A45 I33", 0.97, Sureness.CLEAR, Category.MUST_BE),
        ("M101 P54 A54 I81 R3 Q3", 0.94, Sureness.LIKELY, Category.INDIFFERENT),
        ("M15 P24 A121 I124 R6 Q6", 0.57, Sureness.TOO_CLOSE, Category.ATTRACTIVE),
    ],
)
def test_stability_is_the_published_one(row: str, leads: float, word: Sureness, rival: Category) -> None:
    found = _stable(row)
    assert found.leads == pytest.approx(leads, abs=0.015)
    assert (found.word, found.rival) == (word, rival)


def test_shares_of_draws_add_up_and_the_seed_decides_them() -> None:
    found = _stable("M5 P4 A3", AnalysisSettings())
    assert sum(found.shares.values()) == pytest.approx(1)
    assert found == _stable("M5 P4 A3", AnalysisSettings())
    assert found != _stable("M5 P4 A3", AnalysisSettings(seed=2))


@pytest.mark.parametrize("row", ["M1", "M4"])
def test_under_five_answers_it_is_too_few_to_tell_however_they_agree(row: str) -> None:
    assert _stable(row).word is Sureness.TOO_FEW


def test_a_workshop_of_one_mind_is_clear_from_five_on() -> None:
    assert _stable("M12").word is Sureness.CLEAR


def test_the_stability_follows_the_rule_that_was_chosen() -> None:
    row = "A88 P90 M32 I105 R15 Q28"
    assert _stable(row, AnalysisSettings(rule=Rule.BLAUTH)).shares[Category.INDIFFERENT] < 0.05
    assert _stable(row).shares[Category.INDIFFERENT] > 0.5


@given(
    arrays(np.int64, (20, 6), elements=st.integers(0, 12)),
    st.sampled_from(list(Rule)),
    st.sampled_from(list(ReverseAndQuestionable)),
)
def test_many_rows_at_once_get_the_verdict_of_each_alone(
    rows: np.ndarray, rule: Rule, treatment: ReverseAndQuestionable
) -> None:
    settings = AnalysisSettings(rule=rule, reverse_and_questionable=treatment)
    together = winners(rows, rows.sum(axis=1), settings)
    for row, winner in zip(rows, together, strict=True):
        alone = verdict(dict(zip(CATEGORIES, row.tolist(), strict=True)), int(row.sum()), settings)
        assert (None if winner < 0 else CATEGORIES[winner]) == (None if alone is None else alone.category)


def test_fongs_test_is_the_published_one(vectors: Path) -> None:
    with (vectors / "published_counts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = ("must_be", "performance", "attractive", "indifferent", "reverse", "questionable")
    for row in rows:
        found = lead(dict(zip(CATEGORIES, (int(row[name]) for name in names), strict=True)))
        assert found.difference == int(row["fong_difference"])
        assert found.limit == pytest.approx(float(row["fong_limit"]), abs=0.05)
        assert found.significant is (row["fong_significant"] == "yes")


@pytest.mark.parametrize(
    ("row", "limit", "significant"),
    [
        ("M95 P123 A45 I33", 19.364, True),
        ("M101 P54 A54 I81 R3 Q3", 18.525, True),
        ("M15 P24 A121 I124 R6 Q6", 19.773, False),
    ],
)
def test_the_limit_of_fong_is_that_of_the_methods_page(row: str, limit: float, significant: bool) -> None:  # noqa: FBT001
    found = lead(_counts(row))
    assert found.limit == pytest.approx(limit, abs=5e-4)
    assert found.significant is significant


def test_the_binomial_stands_beside_the_lenient_test() -> None:
    assert lead(_counts("M101 I81")).binomial_p == pytest.approx(0.159, abs=5e-4)


def test_continuous_means_are_those_of_the_worked_example() -> None:
    means = analyse(people({"x": [(1, 5), (1, 3), (2, 5)]}), AnalysisSettings()).features[0].continuous
    assert isinstance(means, Continuous)
    assert means.functional == pytest.approx(3.333, abs=5e-4)
    assert means.functional_sd == pytest.approx(1.155, abs=5e-4)
    assert means.dysfunctional == pytest.approx(2.667, abs=5e-4)


@pytest.mark.parametrize("functional", range(1, 6))
@pytest.mark.parametrize("dysfunctional", range(1, 6))
def test_a_room_of_one_mind_lies_in_the_region_of_bergers_cell(functional: int, dysfunctional: int) -> None:
    cells = np.zeros((5, 5), dtype=np.int64)
    cells[functional - 1, dysfunctional - 1] = 7
    means = continuous(cells)
    assert isinstance(means, Continuous)
    assert means.region is BERGER.category(functional, dysfunctional)


def test_one_pair_has_means_but_no_spread() -> None:
    means = analyse(people({"x": [(1, 5)]}), AnalysisSettings()).features[0].continuous
    assert isinstance(means, Continuous)
    assert means.functional == 4
    assert means.functional_se is Blank.ONE_ANSWER


def test_what_the_evidence_cannot_carry_is_blank_with_its_reason() -> None:
    by_share = analyse(shared({"x": (0.5, 0.2, 0.1, 0.2, 0, 0)}), AnalysisSettings()).features[0]
    for figure in (by_share.stability, by_share.lead, by_share.better_interval, by_share.worse_interval):
        assert figure is Blank.NEEDS_COUNTS
    assert by_share.continuous is Blank.NEEDS_PAIRS
    by_count = analyse(counted({"x": "M5"}), AnalysisSettings()).features[0]
    assert by_count.continuous is Blank.NEEDS_PAIRS
    assert isinstance(by_count.stability, Stability)
    nobody = analyse(counted({"x": ""}), AnalysisSettings()).features[0]
    assert nobody.stability is Blank.NO_ANSWERS
    assert nobody.better_interval is Blank.NO_COEFFICIENT_ANSWERS


def test_the_intervals_of_secure_transfers_are_those_of_the_methods_page() -> None:
    result = analyse(counted({"x": "A18 P174 M90 I42 R7 Q27"}), AnalysisSettings()).features[0]
    assert result.better_interval == pytest.approx((0.5383, 0.6447), abs=5e-5)
    assert result.worse_interval == pytest.approx((-0.8533, -0.7689), abs=5e-5)


def test_the_continuous_means_of_the_real_answers_are_those_of_the_methods_page(payments: Path) -> None:
    from kano_app.importers import read_survey  # noqa: PLC0415 - one use

    survey, _ = read_survey(payments / "transfers--all_cohorts-clean.csv")
    results = {result.feature.id: result.continuous for result in analyse(survey, AnalysisSettings()).features}
    secure, responsive = results["F10"], results["F9"]
    assert isinstance(secure, Continuous)
    assert isinstance(responsive, Continuous)
    assert (secure.functional, secure.functional_se) == pytest.approx((2.7765, 0.0854), abs=5e-5)
    assert (secure.dysfunctional, secure.dysfunctional_se) == pytest.approx((2.9050, 0.1059), abs=5e-5)
    assert (responsive.functional, responsive.dysfunctional) == pytest.approx((2.902, 1.771), abs=5e-4)
