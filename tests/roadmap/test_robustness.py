import pytest
from making import CELLS, counted, people, shared

from kano_app.analysis import Blank, analyse, resampling
from kano_app.analysis.resampling import Resampled, resampled_counts
from kano_app.domain.plan import Plan, PlanItem
from kano_app.domain.settings import AnalysisSettings, PlanSettings
from kano_app.domain.survey import Survey
from kano_app.roadmap import ReasonKind, Roadmap, plan, with_robustness

_SETTINGS = AnalysisSettings(resamples=400)


def _judged(survey: Survey, work: Plan = Plan(), settings: PlanSettings = PlanSettings()) -> Roadmap:
    findings = analyse(survey, _SETTINGS)
    return with_robustness(plan(findings, work, settings), findings, work, settings)


def _letters(letters: str) -> list[tuple[int, int]]:
    return [CELLS[letter] for letter in letters]


def test_what_everybody_says_keeps_its_rank_and_its_place_in_every_resample() -> None:
    roadmap = _judged(people({"bed": _letters("M" * 20), "wi-fi": _letters("P" * 20)}))
    assert [item.rank_interval for item in roadmap.items] == [(1, 1), (2, 2)]
    assert [item.in_now for item in roadmap.items] == [1, 0]
    assert roadmap.items[0].reasons[-1].kind is ReasonKind.IN_NOW


def test_what_is_too_close_to_tell_moves_between_ranks_and_in_and_out_of_now() -> None:
    split = _letters("M" * 10 + "I" * 10)
    roadmap = _judged(people({"bed": _letters("M" * 20), "fax": split, "wi-fi": _letters("P" * 20)}))
    fax = next(item for item in roadmap.items if item.result.feature.id == "fax")
    assert fax.rank_interval == (2, 3)
    assert isinstance(fax.in_now, float)
    assert 0.4 < fax.in_now < 0.8  # exact ties count as must-be


def test_people_are_resampled_with_all_their_answers() -> None:
    half = _letters("M" * 10 + "A" * 10)
    drawn = resampled_counts(people({"one": half, "same": half, "other": half[::-1]}), _SETTINGS)
    assert isinstance(drawn, Resampled)
    assert not drawn.independent
    assert (drawn.counts.sum(axis=2) == 20).all()
    assert (drawn.counts[:, 0] == drawn.counts[:, 1]).all()
    assert (drawn.counts[:, 0, 0] == 20 - drawn.counts[:, 0, 2]).all()
    assert (drawn.counts[:, 0, 0] == drawn.counts[:, 2, 2]).all()
    assert drawn.counts[:, 0, 0].mean() == pytest.approx(10, abs=0.5)


def test_incomplete_pairs_are_in_no_resample() -> None:
    drawn = resampled_counts(people({"x": [(1, 5), (1, 0), (0, 0), (6, 5)]}), _SETTINGS)
    assert isinstance(drawn, Resampled)
    assert drawn.counts[:, 0, [0, 2, 3, 4, 5]].sum() == 0
    assert drawn.counts[:, 0, 1].mean() == pytest.approx(1, abs=0.15)


def test_from_counts_alone_features_are_drawn_by_themselves_and_that_is_said() -> None:
    roadmap = _judged(counted({"bed": "M9 I8", "wi-fi": "P9 I8"}))
    assert roadmap.independent
    assert all(isinstance(item.in_now, float) for item in roadmap.items)


def test_shares_without_n_cannot_be_resampled() -> None:
    roadmap = _judged(shared({"x": (0.5, 0.2, 0.1, 0.2, 0, 0)}))
    assert roadmap.items[0].rank_interval is Blank.NEEDS_COUNTS
    assert roadmap.items[0].in_now is Blank.NEEDS_COUNTS


def test_resamples_are_planned_by_the_same_plan() -> None:
    survey = people({"bed": _letters("M" * 20), "wi-fi": _letters("M" * 19 + "I")})
    work = Plan((PlanItem("bed", 5), PlanItem("wi-fi", 5)))
    roadmap = _judged(survey, work, PlanSettings((5, 5)))
    assert sum(item.in_now for item in roadmap.items if isinstance(item.in_now, float)) == pytest.approx(1)


def test_many_people_are_resampled_by_the_distribution_they_approach(monkeypatch: pytest.MonkeyPatch) -> None:
    half = _letters("M" * 300 + "A" * 200)
    survey = people({"one": half, "same": half, "other": half[::-1]})
    drawn = resampled_counts(survey, _SETTINGS)
    monkeypatch.setattr(resampling, "MANY", 100)
    approached = resampled_counts(survey, _SETTINGS)
    assert isinstance(drawn, Resampled)
    assert isinstance(approached, Resampled)
    for counts in (drawn.counts, approached.counts):
        assert counts[:, 0, 0].mean() == pytest.approx(300, abs=2)
        assert counts[:, 0, 0].std() == pytest.approx((500 * 0.6 * 0.4) ** 0.5, rel=0.1)
        assert abs(counts[:, 0].astype(int) - counts[:, 1]).max() <= 1
        assert abs(counts.sum(axis=2) - 500).max() <= 1


def test_a_handful_of_people_says_nothing_of_ranks_and_places() -> None:
    roadmap = _judged(people({"bed": _letters("MMM"), "wi-fi": _letters("PPP")}))
    assert {item.in_now for item in roadmap.items} == {Blank.TOO_FEW}
    assert {item.rank_interval for item in roadmap.items} == {Blank.TOO_FEW}
    assert all(reason.kind is not ReasonKind.IN_NOW for item in roadmap.items for reason in item.reasons)
