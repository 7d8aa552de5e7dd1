from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import CELLS, counted, people, shared, tallied

from kano_app.analysis import Blank, analyse, resampling
from kano_app.analysis.coefficients import better_interval, worse_interval
from kano_app.analysis.resampling import Resampled, resampled_counts
from kano_app.analysis.stability import Stability, Sureness
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import POULIOT
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey
from kano_app.importers import read_survey

_M, _P, _A, _I = range(4)
_FAST = AnalysisSettings(resamples=200)


def _drawn(survey: Survey, method: AnalysisSettings = _FAST) -> np.ndarray:
    found = resampled_counts(survey, method)
    assert isinstance(found, Resampled)
    return found.counts


def _survey(**rows: str) -> Survey:
    return people({name: [CELLS[letter] for letter in letters] for name, letters in rows.items()})


def _better(counts: np.ndarray) -> np.ndarray:
    base = counts[..., [_M, _P, _A, _I]].sum(axis=-1)
    return (counts[..., _A] + counts[..., _P]) / base  # type: ignore[no-any-return] # an array


def _stable(row: dict[str, str], method: AnalysisSettings = _FAST) -> list[Stability]:
    found = [result.stability for result in analyse(counted(row), method).features]
    assert all(isinstance(one, Stability) for one in found)
    return [one for one in found if isinstance(one, Stability)]


@pytest.mark.parametrize("many", [20_000, 100])
def test_better_of_secure_transfers_lies_where_the_methods_page_says(
    payments: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(resampling, "MANY", many)
    survey, _ = read_survey(payments / "transfers--all_cohorts-clean.csv")
    place = [feature.id for feature in survey.features].index("F10")
    counts = _drawn(survey, AnalysisSettings(table=POULIOT, resamples=10_000))[:, place]
    assert counts.sum(axis=1).mean() == pytest.approx(358, abs=0.5)
    low, high = np.quantile(_better(counts), [0.025, 0.975])
    assert (low, high) == pytest.approx((0.5392, 0.6442), abs=0.003)


def test_a_bootstrap_of_counts_alone_has_the_same_interval(payments: Path) -> None:
    assert payments.is_dir()
    counts = _drawn(counted({"x": "A18 P174 M90 I42 R7 Q27"}), AnalysisSettings(resamples=10_000))[:, 0]
    low, high = np.quantile(_better(counts), [0.025, 0.975])
    assert (low, high) == pytest.approx((0.5392, 0.6442), abs=0.003)


_ROWS = st.lists(st.text("MPAIRQ", min_size=2, max_size=2), min_size=1, max_size=25)


@given(_ROWS, st.integers(0, 5))
@settings(deadline=None, max_examples=25)
def test_the_same_seed_gives_the_same_resamples_of_as_many_people(rows: Sequence[str], seed: int) -> None:
    survey = _survey(x="".join(row[0] for row in rows), y="".join(row[1] for row in rows))
    method = replace(_FAST, seed=seed)
    drawn = _drawn(survey, method)
    assert (drawn == _drawn(survey, method)).all()
    assert (drawn.sum(axis=2) == len(rows)).all()
    given_counts = np.array([[sum(row[at] == letter for row in rows) for letter in "MPAIRQ"] for at in (0, 1)])
    assert (drawn[:, given_counts == 0] == 0).all()
    assert drawn.mean(axis=0) == pytest.approx(given_counts, abs=5 * (len(rows) / 4 / 200) ** 0.5)


def test_another_seed_gives_other_resamples() -> None:
    survey = _survey(x="MPAI" * 9)
    assert (_drawn(survey) != _drawn(survey, replace(_FAST, seed=2))).any()


def test_every_kind_of_evidence_is_resampled_as_far_as_it_goes() -> None:
    found = resampled_counts(tallied({"x": [(1, 5, 9), (3, 3, 4)]}), _FAST)
    assert isinstance(found, Resampled)
    assert found.independent
    assert (found.counts.sum(axis=2) == 13).all()
    assert resampled_counts(shared({"x": (1, 0, 0, 0, 0, 0)}), _FAST) is Blank.NEEDS_COUNTS
    assert not _drawn(_survey(x="")).any()
    assert not _drawn(counted({"x": ""})).any()


_COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=6).map(
    lambda row: " ".join(f"{letter}{count}" for letter, count in zip("MPAIRQ", row, strict=True))
)


@given(_COUNTS, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
@settings(deadline=None, max_examples=50)
def test_intervals_contain_their_coefficient(row: str, confidence: float) -> None:
    result = analyse(counted({"x": row}), replace(_FAST, confidence=confidence)).features[0]
    for value, interval in ((result.better, result.better_interval), (result.worse, result.worse_interval)):
        if isinstance(value, Blank):
            assert interval is value is Blank.NO_COEFFICIENT_ANSWERS
        else:
            assert not isinstance(interval, Blank)
            assert interval[0] - 1e-12 <= value <= interval[1] + 1e-12
            assert -1 <= interval[0] <= interval[1] <= 1


@given(_COUNTS)
@settings(deadline=None, max_examples=50)
def test_a_higher_confidence_makes_no_interval_narrower(row: str) -> None:
    counts = {one: int(word[1:]) for one, word in zip(CATEGORIES, row.split(), strict=True)}
    for interval in (better_interval, worse_interval):
        narrow, wide = interval(counts, 0.8), interval(counts, 0.99)
        if isinstance(narrow, Blank) or isinstance(wide, Blank):
            assert narrow is wide
        else:
            assert wide[0] <= narrow[0] + 1e-12
            assert narrow[1] <= wide[1] + 1e-12


@pytest.mark.parametrize("letter", "MPAI")
def test_people_of_one_mind_are_the_surer_the_more_they_are(letter: str) -> None:
    method = AnalysisSettings(resamples=4000)
    leads = [_stable({"x": f"{letter}{n}"}, method)[0].leads for n in (1, 2, 3, 5, 8, 12, 30, 300)]
    assert all(later >= earlier - 0.02 for earlier, later in pairwise(leads))
    assert leads[0] < 0.8
    assert leads[-1] == 1
    assert [_stable({"x": f"{letter}{n}"})[0].word for n in (4, 30)] == [Sureness.TOO_FEW, Sureness.CLEAR]


def test_a_lead_of_the_same_share_is_the_surer_the_more_people_there_are() -> None:
    leads = [_stable({"x": f"M{4 * n} I{3 * n}"}, AnalysisSettings(resamples=4000))[0].leads for n in (1, 5, 25, 125)]
    assert leads == sorted(leads)
    assert leads[-1] > 0.99


@given(st.lists(_COUNTS.filter(lambda row: any(char in "123456789" for char in row)), min_size=2, max_size=5))
@settings(deadline=None, max_examples=25)
def test_the_order_of_the_features_does_not_matter_for_how_stable_one_is(rows: list[str]) -> None:
    names = [f"f{place}" for place in range(len(rows))]
    straight = _stable(dict(zip(names, rows, strict=True)))
    turned = _stable(dict(zip(names[::-1], rows[::-1], strict=True)))
    assert straight == turned[::-1]
    assert straight[0] == _stable({"alone": rows[0]})[0]


def test_the_order_of_the_people_does_not_matter_for_the_figures() -> None:
    one, other = _survey(x="MPAIIRQ" * 3, y="AAPPIMM" * 3), _survey(x="QRIIAPM" * 3, y="MMIPPAA" * 3)
    assert analyse(one, _FAST).features == analyse(other, _FAST).features


def test_neither_the_order_of_people_nor_that_of_features_moves_a_resample() -> None:
    chance = np.random.default_rng(3)
    pairs = {name: [CELLS[letter] for letter in chance.choice(list("MPAIRQ"), 60)] for name in ("x", "y", "z")}
    order = chance.permutation(60)
    shuffled = {name: [given[place] for place in order] for name, given in reversed(pairs.items())}
    drawn = [resampled_counts(people(one), AnalysisSettings()) for one in (pairs, shuffled)]
    assert all(isinstance(one, Resampled) for one in drawn)
    straight, turned = (one.counts for one in drawn if isinstance(one, Resampled))
    assert (straight == turned[:, ::-1]).all()
