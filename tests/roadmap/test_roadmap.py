from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import analysed, planned, shared

from kano_app.analysis import analyse
from kano_app.domain.plan import RELEASES, Horizon, Override, Plan, PlanItem
from kano_app.domain.problem import Code, Fact
from kano_app.domain.settings import AnalysisSettings, PlanSettings, ReverseAndQuestionable, Rule
from kano_app.i18n import language
from kano_app.roadmap import ReasonKind, Roadmap, plan
from kano_app.wording.reasons import card_text

_ALL = {
    "weak must-be": "M6 I4",
    "strong must-be": "M9 I1",
    "performance": "P9 I1",
    "strong delight": "A9 I1",
    "weak delight": "A6 I4",
    "indifferent": "I9 A1",
    "reverse": "R9 I1",
    "questionable": "Q9 I1",
    "unanswered": "",
}


def _places(roadmap: Roadmap) -> dict[str, str]:
    return {item.result.feature.name: item.horizon.value for item in roadmap.items}


def _names(roadmap: Roadmap) -> list[str]:
    return [item.result.feature.name for item in roadmap.items]


def _kinds(roadmap: Roadmap, name: str) -> list[ReasonKind]:
    item = next(item for item in roadmap.items if item.result.feature.name == name)
    return [reason.kind for reason in item.reasons]


def test_bands_follow_each_other_and_the_strongest_leads_its_band() -> None:
    assert _names(planned(_ALL)) == [
        "strong must-be",
        "weak must-be",
        "performance",
        "strong delight",
        "weak delight",
        "indifferent",
        "reverse",
        "questionable",
        "unanswered",
    ]


def test_without_efforts_the_category_decides_and_the_strongest_delight_comes_into_now() -> None:
    roadmap = planned(_ALL)
    assert _places(roadmap) == {
        "strong must-be": "now",
        "weak must-be": "now",
        "performance": "next",
        "strong delight": "now",
        "weak delight": "later",
        "indifferent": "not-planned",
        "reverse": "do-not-build",
        "questionable": "ask-again",
        "unanswered": "ask-again",
    }
    assert ReasonKind.DELIGHT in _kinds(roadmap, "strong delight")


def test_ranks_run_through_from_one() -> None:
    assert [item.rank for item in planned(_ALL).items] == list(range(1, 10))


def test_performance_is_ordered_by_better_and_worse_together() -> None:
    roadmap = planned({"pleases": "P5 A4 M0 I1", "both": "P8 A1 M1", "angers": "P5 M4 I1"})
    assert _names(roadmap)[0] == "both"


def test_with_efforts_a_band_is_ordered_by_value_for_effort_and_bands_are_not_mixed() -> None:
    rows = {"big must-be": "M9 I1", "small must-be": "M6 I4", "cheap delight": "A9 I1"}
    items = [PlanItem("big must-be", 9), PlanItem("small must-be", 1), PlanItem("cheap delight", 0.1)]
    assert _names(planned(rows, items=items)) == ["small must-be", "big must-be", "cheap delight"]


def test_releases_are_filled_up_to_their_capacity() -> None:
    rows = {"m1": "M9 I1", "m2": "M8 I2", "p1": "P9 I1", "p2": "P8 I2"}
    items = [PlanItem("m1", 5), PlanItem("m2", 5), PlanItem("p1", 5), PlanItem("p2", 5)]
    roadmap = planned(rows, items=items, settings=PlanSettings((10, 5)))
    assert _places(roadmap) == {"m1": "now", "m2": "now", "p1": "next", "p2": "later"}
    assert [(release.effort, release.capacity) for release in roadmap.releases] == [(10, 10), (5, 5), (5, None)]
    assert ReasonKind.NO_ROOM in _kinds(roadmap, "p1")


def test_a_smaller_feature_uses_the_room_that_a_larger_one_could_not() -> None:
    rows = {"m1": "M9 I1", "m2": "M8 I2", "p": "P9 I1"}
    items = [PlanItem("m1", 6), PlanItem("m2", 6), PlanItem("p", 3)]
    roadmap = planned(rows, items=items, settings=PlanSettings((10, 10)))
    assert _places(roadmap) == {"m1": "now", "m2": "next", "p": "now"}


def test_a_delight_takes_only_what_must_be_features_leave() -> None:
    rows = {"m": "M9 I1", "a": "A9 I1", "p": "P9 I1"}
    items = [PlanItem("m", 10), PlanItem("a", 2), PlanItem("p", 2)]
    full = planned(rows, items=items, settings=PlanSettings((10, 10)))
    roomy = planned(rows, items=items, settings=PlanSettings((12, 10)))
    none = planned(rows, items=items, settings=PlanSettings((12, 10), delights_in_now=0))
    assert _places(full)["a"] == "next"
    assert _places(roomy) == {"m": "now", "a": "now", "p": "next"}
    assert _places(none) == {"m": "now", "p": "now", "a": "next"}


def test_a_feature_larger_than_every_release_is_named() -> None:
    roadmap = planned({"m": "M9 I1"}, items=[PlanItem("m", 50)], settings=PlanSettings((10, 20)))
    assert _places(roadmap) == {"m": "later"}
    assert [problem.code for problem in roadmap.problems] == [Code.EFFORT_OVER_CAPACITY]


def test_a_feature_without_effort_is_placed_by_its_category_and_named() -> None:
    rows = {"m1": "M9 I1", "m2": "M8 I2"}
    roadmap = planned(rows, items=[PlanItem("m1", 5)], settings=PlanSettings((5, 5)))
    assert _places(roadmap) == {"m1": "now", "m2": "now"}
    assert ReasonKind.NO_EFFORT in _kinds(roadmap, "m2")
    assert [problem.facts["features"] for problem in roadmap.problems] == [("m2",)]


def test_capacity_without_efforts_is_said_to_be_unused() -> None:
    assert [problem.code for problem in planned({"m": "M1"}, settings=PlanSettings((1, 1))).problems] == [
        Code.CAPACITY_UNUSED
    ]


def test_what_a_must_be_needs_is_brought_along_before_it() -> None:
    rows = {"key": "M9 I1", "lock": "I9 A1"}
    roadmap = planned(rows, items=[PlanItem("key", depends_on=("lock",))])
    assert _names(roadmap) == ["lock", "key"]
    assert _places(roadmap) == {"lock": "now", "key": "now"}
    assert ReasonKind.NEEDED_BY in _kinds(roadmap, "lock")


def test_a_feature_waits_for_what_had_no_room_earlier() -> None:
    rows = {"key": "M9 I1", "lock": "P9 I1"}
    items = [PlanItem("key", 2, depends_on=("lock",)), PlanItem("lock", 9)]
    roadmap = planned(rows, items=items, settings=PlanSettings((5, 20)))
    assert _places(roadmap) == {"lock": "next", "key": "next"}
    assert ReasonKind.AFTER in _kinds(roadmap, "key")


def test_a_circle_of_dependencies_is_named_and_opened() -> None:
    rows = {"a": "M9 I1", "b": "M8 I2", "c": "M7 I3"}
    items = [PlanItem("a", depends_on=("b",)), PlanItem("b", depends_on=("c",)), PlanItem("c", depends_on=("a",))]
    roadmap = planned(rows, items=items)
    assert [(problem.code, problem.facts["features"]) for problem in roadmap.problems] == [
        (Code.DEPENDENCY_CYCLE, ("a", "b", "c", "a"))
    ]
    assert sorted(_names(roadmap)) == ["a", "b", "c"]


def test_a_feature_that_depends_on_itself_is_a_circle() -> None:
    roadmap = planned({"a": "M9 I1"}, items=[PlanItem("a", depends_on=("a",))])
    assert [problem.facts["features"] for problem in roadmap.problems] == [("a", "a")]


@pytest.mark.parametrize("need", ["R9 I1", "Q9 I1", ""])
def test_a_dependency_on_what_will_not_be_built_is_a_problem_and_holds_nothing_up(need: str) -> None:
    roadmap = planned({"key": "M9 I1", "need": need}, items=[PlanItem("key", depends_on=("need",))])
    assert _places(roadmap)["key"] == "now"
    assert [problem.code for problem in roadmap.problems] == [Code.DEPENDENCY_NOT_PLANNED]


def test_a_place_set_by_hand_holds_with_its_reason_and_takes_its_room() -> None:
    rows = {"m": "M9 I1", "p": "P9 I1"}
    work = Plan((PlanItem("m", 5), PlanItem("p", 5)), (Override("p", Horizon.NOW, "contract starts in March"),))
    roadmap = planned(rows, work=work, settings=PlanSettings((5, 5)))
    assert _places(roadmap) == {"p": "now", "m": "next"}
    assert ReasonKind.BY_HAND in _kinds(roadmap, "p")


def test_a_hand_that_puts_a_feature_before_its_need_is_told() -> None:
    rows = {"m": "M9 I1", "p": "P9 I1"}
    work = Plan(
        (PlanItem("m", depends_on=("p",)),),
        (Override("m", Horizon.NOW, "promised"), Override("p", Horizon.LATER, "no people")),
    )
    roadmap = planned(rows, work=work)
    assert [problem.code for problem in roadmap.problems] == [Code.DEPENDENCY_LATER]


_letters = st.sampled_from(["M9 I1", "M6 I4", "P9 I1", "A9 I1", "A6 I4", "I9 A1", "R9 I1", "Q9", ""])


@st.composite
def _studies(draw: st.DrawFn) -> tuple[dict[str, str], list[PlanItem], PlanSettings]:
    names = [f"f{place}" for place in range(draw(st.integers(1, 9)))]
    rows = {name: draw(_letters) for name in names}
    efforts = st.none() | st.floats(0.5, 12)
    items = [
        PlanItem(name, draw(efforts), depends_on=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True))))
        for name in names
    ]
    capacity = draw(st.none() | st.tuples(st.floats(0, 20), st.floats(0, 20)))
    return rows, items, PlanSettings(capacity, draw(st.integers(0, 2)))


@given(_studies())
def test_any_study_gets_every_feature_once_within_capacity_and_after_what_it_needs(
    study: tuple[dict[str, str], list[PlanItem], PlanSettings],
) -> None:
    rows, items, settings = study
    roadmap = planned(rows, items=items, settings=settings)
    assert sorted(_names(roadmap)) == sorted(rows)
    assert all(item.reasons for item in roadmap.items)
    for release in roadmap.releases:
        assert release.capacity is None or release.effort <= release.capacity + 1e-6
    places = {item.result.feature.id: item for item in roadmap.items}
    circles = [problem.facts["features"] for problem in roadmap.problems if problem.code is Code.DEPENDENCY_CYCLE]
    told = {
        (problem.facts["feature"], problem.facts["name"])
        for problem in roadmap.problems
        if problem.code is Code.DEPENDENCY_NOT_PLANNED
    }
    for item in items:
        for need in item.depends_on:
            if places[item.feature].horizon not in RELEASES or _closes_a_circle(item.feature, need, circles):
                continue
            if (item.feature, need) not in told:
                assert places[need].rank < places[item.feature].rank
                assert RELEASES.index(places[need].horizon) <= RELEASES.index(places[item.feature].horizon)


def _closes_a_circle(feature: str, need: str, circles: list[Any]) -> bool:
    return any(circle[-2:] == (feature, need) for circle in circles)


def test_a_need_of_something_brought_along_is_told_when_it_will_not_be_built() -> None:
    rows = {"must": "M9 I1", "enabler": "I9 A1", "unwanted": "R9 I1"}
    items = [PlanItem("must", depends_on=("enabler",)), PlanItem("enabler", depends_on=("unwanted",))]
    roadmap = planned(rows, items=items)
    assert _places(roadmap)["enabler"] == "now"
    assert [(problem.code, problem.facts["feature"], problem.facts["name"]) for problem in roadmap.problems] == [
        (Code.DEPENDENCY_NOT_PLANNED, "enabler", "unwanted")
    ]


def test_a_feature_put_aside_by_hand_pulls_nothing_forward() -> None:
    rows = {"must": "M9 I1", "performance": "P9 I1", "enabler": "I9 A1"}
    work = Plan((PlanItem("must", depends_on=("enabler",)),), (Override("must", Horizon.NOT_PLANNED, "sold"),))
    roadmap = planned(rows, work=work)
    assert _places(roadmap) == {"must": "not-planned", "performance": "next", "enabler": "not-planned"}
    assert _names(roadmap) == ["must", "performance", "enabler"]


def test_three_tenths_fit_into_three_tenths() -> None:
    rows = {"a": "M9 I1", "b": "M8 I2", "c": "M7 I3"}
    roadmap = planned(rows, items=[PlanItem(name, 0.1) for name in rows], settings=PlanSettings((0.3, 0)))
    assert set(_places(roadmap).values()) == {"now"}


def test_a_band_in_which_an_effort_is_missing_is_ordered_by_value_alone() -> None:
    rows = {"weak, dear": "M6 I4", "strong, unknown": "M10", "middle, cheap": "M8 I2"}
    items = [PlanItem("weak, dear", 50), PlanItem("middle, cheap", 1)]
    assert _names(planned(rows, items=items)) == ["strong, unknown", "middle, cheap", "weak, dear"]


def test_a_feature_that_repels_more_people_than_it_delights_is_no_delight() -> None:
    settings = AnalysisSettings(reverse_and_questionable=ReverseAndQuestionable.BESIDE)
    roadmap = plan(analysed({"camera": "R80 A20", "sauna": "A9 I1"}, settings), Plan(), PlanSettings())
    assert _places(roadmap) == {"camera": "later", "sauna": "now"}
    assert ReasonKind.REVERSE_SHARE in _kinds(roadmap, "camera")


def test_a_feature_whose_category_a_rule_set_over_the_most_frequent_says_so() -> None:
    roadmap = plan(
        analysed({"x": "A88 P90 M32 I105 R15 Q28"}, AnalysisSettings(rule=Rule.BLAUTH)), Plan(), PlanSettings()
    )
    assert ReasonKind.OVER_MOST_FREQUENT in _kinds(roadmap, "x")


def test_a_feature_that_stands_first_only_because_another_needs_it_says_so() -> None:
    rows = {"strong": "P9 I1", "weak": "P6 I4"}
    roadmap = planned(rows, items=[PlanItem("strong", depends_on=("weak",))])
    assert _names(roadmap) == ["weak", "strong"]
    assert ReasonKind.NEEDED_BY in _kinds(roadmap, "weak")


def test_a_chain_of_two_thousand_dependencies_is_followed_to_its_end() -> None:
    names = [f"f{place}" for place in range(2000)]
    items = [PlanItem(name, depends_on=(need,)) for name, need in pairwise(names)]
    roadmap = planned(dict.fromkeys(names, "M9 I1"), items=items)
    assert _names(roadmap) == names[::-1]
    circle = [*items, PlanItem(names[-1], depends_on=(names[0],))]
    assert [problem.code for problem in planned(dict.fromkeys(names, "M9 I1"), items=circle).problems] == [
        Code.DEPENDENCY_CYCLE
    ]


def test_equal_values_keep_the_order_of_the_survey_whatever_binary_fractions_make_of_them() -> None:
    # Better + |Worse| is 13/10 of both: .7 + .6 and .8 + .5.
    assert _names(planned({"first": "M2 P4 A3 I1", "second": "M1 P4 A4 I1"})) == ["first", "second"]


def test_shares_of_nobody_are_said_to_be_unanswered() -> None:
    findings = analyse(shared({"x": (0, 0, 0, 0, 0, 0), "y": (1, 0, 0, 0, 0, 0)}), AnalysisSettings())
    assert _kinds(plan(findings, Plan(), PlanSettings()), "x") == [ReasonKind.UNANSWERED]


def test_a_feature_placed_by_hand_without_effort_is_not_said_to_lack_one() -> None:
    work = Plan((PlanItem("m", 3),), (Override("p", Horizon.NOW, "promised"),))
    roadmap = planned({"m": "M9 I1", "p": "P9 I1"}, work=work, settings=PlanSettings((10, 10)))
    assert roadmap.problems == ()


def _facts(roadmap: Roadmap, name: str) -> dict[ReasonKind, Mapping[str, Fact]]:
    item = next(one for one in roadmap.items if one.result.feature.name == name)
    return {reason.kind: reason.facts for reason in item.reasons}


def test_what_does_not_fit_before_what_a_hand_placed_is_not_said_to_be_brought_along() -> None:
    work = Plan((PlanItem("key", 4, depends_on=("wifi",)), PlanItem("wifi", 8)), (Override("key", Horizon.NOW, "x"),))
    roadmap = planned({"key": "A9 I1", "wifi": "P9 I1"}, work=work, settings=PlanSettings((5, 9)))
    assert [(one.result.feature.name, one.horizon) for one in roadmap.items] == [
        ("wifi", Horizon.NEXT),
        ("key", Horizon.NOW),
    ]
    wifi, key = _facts(roadmap, "wifi"), _facts(roadmap, "key")
    assert ReasonKind.NEEDED_BY not in wifi
    assert wifi[ReasonKind.NEEDED_BEFORE] == {"feature": "key", "horizon": Horizon.NOW}
    assert key[ReasonKind.BEFORE_NEED] == {"feature": "wifi", "horizon": Horizon.NEXT}


def test_what_fits_beside_what_a_hand_placed_is_brought_along() -> None:
    work = Plan((PlanItem("key", 4, depends_on=("wifi",)), PlanItem("wifi", 8)), (Override("key", Horizon.NOW, "x"),))
    wifi = _facts(planned({"key": "A9 I1", "wifi": "P9 I1"}, work=work, settings=PlanSettings((12, 9))), "wifi")
    assert wifi[ReasonKind.NEEDED_BY] == {"feature": "key"}
    assert ReasonKind.NEEDED_BEFORE not in wifi


def test_a_dependency_on_what_is_not_built_is_said_at_both() -> None:
    roadmap = planned({"points": "M9 I1", "checkout": "R9 I1"}, items=[PlanItem("points", depends_on=("checkout",))])
    assert _facts(roadmap, "points")[ReasonKind.BEFORE_NEED]["horizon"] == Horizon.DO_NOT_BUILD
    assert _facts(roadmap, "checkout")[ReasonKind.NEEDED_BEFORE]["feature"] == "points"
    words = [card_text(item.reasons, language("en")) for item in roadmap.items]
    assert "Mind: it depends on “checkout”, which stands under “Do not build”." in words[0]
    assert "Mind: “points” depends on it and stands in Now." in words[1]


def test_an_opened_circle_is_said_at_the_feature_that_closes_it() -> None:
    items = [PlanItem("a", depends_on=("b",)), PlanItem("b", depends_on=("a",))]
    roadmap = planned({"a": "M9 I1", "b": "M8 I2"}, items=items)
    assert _facts(roadmap, "b")[ReasonKind.IN_CIRCLE] == {"feature": "a"}


def test_amounts_carry_the_unit_of_the_study() -> None:
    rows, items = {"m": "M9 I1", "p": "P9 I1"}, [PlanItem("m", 4), PlanItem("p", 6)]
    roadmap = planned(rows, items=items, settings=PlanSettings((5, 20), effort_unit="sprints"))
    text = card_text(roadmap.items[1].reasons, language("en"))
    assert "It takes 6 sprints; Now had 1 of 5 sprints left." in text


@pytest.mark.parametrize("unit", ["", " days", "a" * 13, "a\nb"])
def test_a_unit_of_effort_is_a_short_word(unit: str) -> None:
    with pytest.raises(ValueError, match="unit"):
        PlanSettings(effort_unit=unit)


def test_what_a_hand_placed_feature_needs_never_takes_the_room_of_a_must_be_in_a_later_release() -> None:
    work = Plan(
        (PlanItem("key", 5, depends_on=("wifi",)), PlanItem("wifi", 8), PlanItem("quiet", 8)),
        (Override("key", Horizon.NOW, "promised"),),
    )
    rows = {"key": "A9 I1", "wifi": "P9 I1", "quiet": "M9 I1"}
    assert _places(planned(rows, work=work, settings=PlanSettings((5, 12)))) == {
        "key": "now",
        "quiet": "next",
        "wifi": "later",
    }


@pytest.mark.parametrize("settings", [PlanSettings(delights_in_now=0), PlanSettings((0, 20), delights_in_now=0)])
def test_an_enabler_of_less_value_is_pulled_to_the_feature_and_does_not_hold_it_back(settings: PlanSettings) -> None:
    items = [PlanItem("points", 3, depends_on=("checkout",)), PlanItem("checkout", 3)]
    roadmap = planned({"points": "P9 I1", "checkout": "A6 I4"}, items=items, settings=settings)
    assert _places(roadmap) == {"checkout": "next", "points": "next"}
    assert ReasonKind.NEEDED_BY in _kinds(roadmap, "checkout")
    assert _kinds(roadmap, "points").count(ReasonKind.AFTER) == (settings.capacity is not None)
