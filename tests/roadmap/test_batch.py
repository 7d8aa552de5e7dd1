from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from making import CELLS, people

from kano_app.analysis import analyse
from kano_app.analysis.verdict import winners
from kano_app.domain.category import CATEGORIES
from kano_app.domain.plan import Horizon, Override, Plan, PlanItem
from kano_app.domain.settings import AnalysisSettings, PlanSettings, Rule
from kano_app.roadmap import RoadmapItem, plan, with_robustness
from kano_app.roadmap.arrangement import arrange
from kano_app.roadmap.batch import planned_at_once
from kano_app.roadmap.score import weighed

_DRAWS = 12


def _both(
    counts: np.ndarray, work: Plan, planning: PlanSettings, method: AnalysisSettings
) -> tuple[list[list[tuple[int, bool]]], list[list[tuple[int, bool]]]]:
    """Return rank and whether in Now of every feature of every draw, at once and one by one."""
    names = [f"f{place}" for place in range(counts.shape[1])]
    categories = winners(counts, counts.sum(axis=2), method)
    ranks, in_now = planned_at_once(counts, categories, names, work, planning)
    at_once = [list(zip(*row, strict=True)) for row in zip(ranks.tolist(), in_now.tolist(), strict=True)]
    one_by_one = []
    for rows, found in zip(counts.tolist(), categories.tolist(), strict=True):
        scores = {
            name: weighed(name, CATEGORIES[category] if category >= 0 else None, row, work.item(name).effort)
            for name, row, category in zip(names, rows, found, strict=True)
        }
        arranged = arrange(scores, work, planning)
        places = arranged.filling.places
        one_by_one.append([(arranged.order.index(name) + 1, places[name] is Horizon.NOW) for name in names])
    return at_once, one_by_one


@st.composite
def _plans(draw: st.DrawFn) -> tuple[np.ndarray, Plan, PlanSettings, AnalysisSettings]:
    features = draw(st.integers(1, 7))
    counts = draw(arrays(np.int64, (_DRAWS, features, 6), elements=st.integers(0, 6)))
    # Tenths, whose sums are no binary fractions, and often alike.
    efforts = draw(st.lists(st.none() | st.integers(1, 30).map(lambda n: n / 10), min_size=features, max_size=features))
    items = [PlanItem(f"f{place}", effort) for place, effort in enumerate(efforts)]
    rooms = st.integers(0, 60).map(lambda n: n / 10)
    capacity = draw(st.none() | st.tuples(rooms, rooms))
    by_hand = draw(st.dictionaries(st.integers(0, features - 1), st.sampled_from(Horizon), max_size=3))
    overrides = tuple(Override(f"f{place}", horizon, "") for place, horizon in by_hand.items())
    return (
        counts,
        Plan(tuple(items), overrides),
        PlanSettings(capacity, draw(st.integers(0, 2))),
        AnalysisSettings(rule=draw(st.sampled_from(Rule))),
    )


@given(_plans())
@settings(deadline=None, max_examples=150)
def test_plans_made_at_once_are_those_made_one_by_one(
    made: tuple[np.ndarray, Plan, PlanSettings, AnalysisSettings],
) -> None:
    at_once, one_by_one = _both(*made)
    assert at_once == one_by_one


@given(_plans())
@settings(deadline=None, max_examples=25)
def test_every_plan_ranks_every_feature_once(made: tuple[np.ndarray, Plan, PlanSettings, AnalysisSettings]) -> None:
    counts, work, planning, method = made
    names = [f"f{place}" for place in range(counts.shape[1])]
    ranks, _ = planned_at_once(counts, winners(counts, counts.sum(axis=2), method), names, work, planning)
    assert (np.sort(ranks, axis=1) == np.arange(1, len(names) + 1)).all()


def _counts(*rows: str) -> np.ndarray:
    return np.array([[[row.count(one) for one in "MPAIRQ"] for row in rows]], dtype=np.int64)


def test_efforts_that_just_fit_in_decimal_fractions_fit() -> None:
    work = Plan(tuple(PlanItem(f"f{place}", 0.1) for place in range(3)))
    at_once, one_by_one = _both(_counts("M", "M", "M"), work, PlanSettings((0.3, 0)), AnalysisSettings())
    assert at_once == one_by_one == [[(1, True), (2, True), (3, True)]]


def test_a_delight_that_more_people_would_rather_not_have_is_not_taken_into_now() -> None:
    counts = _counts("AAARR", "AARRR" + "A", "PPP")
    at_once, one_by_one = _both(counts, Plan(), PlanSettings(), AnalysisSettings())
    assert at_once == one_by_one == [[(2, True), (3, False), (1, False)]]


def test_a_band_of_which_one_effort_is_missing_is_ordered_by_value_alone() -> None:
    work = Plan((PlanItem("f0", 1), PlanItem("f1", 100)))
    counts = _counts("MI", "M", "PA", "PA")
    at_once, one_by_one = _both(counts, replace(work, items=work.items[:1]), PlanSettings(), AnalysisSettings())
    assert at_once == one_by_one
    assert [rank for rank, _ in at_once[0][:2]] == [2, 1]
    weighed_by_effort, _ = _both(counts, work, PlanSettings(), AnalysisSettings())
    assert [rank for rank, _ in weighed_by_effort[0][:2]] == [1, 2]


def test_robustness_is_the_same_with_and_without_the_short_way() -> None:
    letters = {"bed": "MMMMIIIIPP" * 3, "wi-fi": "PPPPPMMIAA" * 3, "sauna": "AAAAAAIIRR" * 3, "fax": "IIIIIIRRRA" * 3}
    findings = analyse(
        people({name: [CELLS[one] for one in row] for name, row in letters.items()}), AnalysisSettings(resamples=150)
    )
    settings_ = PlanSettings((5, 5))
    items = tuple(PlanItem(name, effort) for name, effort in zip(letters, (3, 2, 1.5, 1), strict=True))
    work = Plan(items)
    short = with_robustness(plan(findings, work, settings_), findings, work, settings_)
    # A dependency on nothing known changes no plan, and takes the long way.
    slow = Plan((replace(items[0], depends_on=("nothing",)), *items[1:]))
    long = with_robustness(plan(findings, work, settings_), findings, slow, settings_)

    def judged(one: RoadmapItem) -> tuple[object, object]:
        return one.rank_interval, one.in_now

    assert [judged(one) for one in short.items] == [judged(one) for one in long.items]
    assert any(0 < one.in_now < 1 for one in short.items if isinstance(one.in_now, float))
