import pytest
from making import analysed, counted, people, shared, tallied

from kano_app.analysis import analyse
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import BERGER, POULIOT, EvaluationTable
from kano_app.domain.plan import Horizon, Override, Plan, PlanItem
from kano_app.domain.settings import AnalysisSettings, PlanSettings, ReverseAndQuestionable, Rule
from kano_app.domain.survey import Survey
from kano_app.roadmap import Move, Roadmap, plan, with_alternatives

_FAST = AnalysisSettings(resamples=100)


def _planned(
    survey: Survey,
    settings: AnalysisSettings = _FAST,
    work: Plan = Plan(),
    planning: PlanSettings = PlanSettings(),
) -> Roadmap:
    findings = analyse(survey, settings)
    return with_alternatives(plan(findings, work, planning), findings, work, planning)


def _moves(roadmap: Roadmap) -> dict[object, tuple[Move, ...]]:
    return {one.choice: one.moves for one in roadmap.alternatives}


def test_every_other_value_of_every_choice_is_one_alternative() -> None:
    found = _planned(people({"x": [(1, 5)] * 3}))
    assert [one.choice for one in found.alternatives] == [
        POULIOT,
        Rule.PRECEDENCE,
        Rule.BLAUTH,
        ReverseAndQuestionable.BESIDE,
    ]
    assert {one.moves for one in found.alternatives} == {()}


def test_a_table_of_ones_own_has_both_published_ones_as_alternatives() -> None:
    own = EvaluationTable("mine", ("QAAAP", "RIIIM", "RIQIM", "RIIIM", "RRRRQ"))
    settings = AnalysisSettings(
        table=own, rule=Rule.BLAUTH, reverse_and_questionable=ReverseAndQuestionable.BESIDE, resamples=100
    )
    choices = [one.choice for one in _planned(tallied({"x": [(3, 3, 9)]}), settings).alternatives]
    assert choices == [BERGER, POULIOT, Rule.MODE, Rule.PRECEDENCE, ReverseAndQuestionable.COMPETE]


def test_a_table_of_the_same_cells_is_no_alternative() -> None:
    same = AnalysisSettings(table=EvaluationTable("copy", BERGER.rows), resamples=100)
    choices = [one.choice for one in _planned(tallied({"x": [(1, 5, 9)]}), same).alternatives]
    assert [one for one in choices if isinstance(one, EvaluationTable)] == [POULIOT]


def test_counts_have_no_other_table() -> None:
    choices = [one.choice for one in _planned(counted({"x": "M5"})).alternatives]
    assert choices == [Rule.PRECEDENCE, Rule.BLAUTH, ReverseAndQuestionable.BESIDE]


def test_each_alternative_moves_what_its_choice_makes_of_the_counts() -> None:
    rows = {"lead": "A93 P87 M65 I51", "pay": "A88 P90 M32 I105 R15 Q28", "fax": "M4 R5"}
    found = _moves(_planned(counted(rows)))
    pay = Move("pay", Horizon.NOT_PLANNED, Horizon.NEXT)
    assert found[Rule.PRECEDENCE] == (Move("lead", Horizon.NOW, Horizon.NEXT), pay)
    assert found[Rule.BLAUTH] == (pay,)
    assert found[ReverseAndQuestionable.BESIDE] == (Move("fax", Horizon.DO_NOT_BUILD, Horizon.NOW),)


def test_pouliots_table_moves_what_was_indifferent_by_contradiction() -> None:
    found = _moves(_planned(tallied({"x": [(2, 2, 6), (1, 5, 5)]})))
    assert found[POULIOT] == (Move("x", Horizon.NOT_PLANNED, Horizon.ASK_AGAIN),)


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("treatment", list(ReverseAndQuestionable))
def test_moves_lead_to_where_the_roadmap_of_that_choice_stands(rule: Rule, treatment: ReverseAndQuestionable) -> None:
    rows = {
        "a": "A93 P87 M65 I51",
        "b": "M50 P49 A48 I60",
        "c": "R40 A38 P2",
        "d": "Q9 M8",
        "e": "P30 M29",
        "f": "A9 I8",
    }
    efforts = Plan(tuple(PlanItem(one, effort) for one, effort in zip(rows, (3, 1, 2, 2, 4, 1), strict=True)))
    planning, survey = PlanSettings((4, 4)), counted(rows)
    own = _planned(survey, _FAST, efforts, planning)
    choice = rule if rule is not Rule.MODE else treatment
    if choice is ReverseAndQuestionable.COMPETE:
        assert choice not in _moves(own)
        return
    settings = AnalysisSettings(
        rule=choice if isinstance(choice, Rule) else Rule.MODE,
        reverse_and_questionable=choice
        if isinstance(choice, ReverseAndQuestionable)
        else ReverseAndQuestionable.COMPETE,
        resamples=100,
    )
    there = {one.result.feature.id: one.horizon for one in _planned(survey, settings, efforts, planning).items}
    here = {one.result.feature.id: one.horizon for one in own.items}
    moves = _moves(own)[choice]
    assert {(one.name, one.here, one.there) for one in moves} == {
        (name, here[name], there[name]) for name in rows if here[name] is not there[name]
    }
    order = [one.result.feature.id for one in own.items]
    assert [one.name for one in moves] == sorted((one.name for one in moves), key=order.index)


def test_what_was_placed_by_hand_is_moved_by_no_choice() -> None:
    work = Plan(overrides=(Override("fax", Horizon.LATER, "promised"),))
    assert {one.moves for one in _planned(counted({"fax": "M4 R5"}), work=work).alternatives} == {()}


def test_what_another_feature_needs_moves_along_with_it() -> None:
    work = Plan((PlanItem("app", depends_on=("login",)),))
    found = _moves(_planned(counted({"app": "R5 M4", "login": "I9"}), work=work))
    assert set(found[ReverseAndQuestionable.BESIDE]) == {
        Move("app", Horizon.DO_NOT_BUILD, Horizon.NOW),
        Move("login", Horizon.NOT_PLANNED, Horizon.NOW),
    }


def test_shares_without_n_have_no_alternatives() -> None:
    assert _planned(shared({"x": (0.5, 0.5, 0, 0, 0, 0)})).alternatives == ()


def test_the_roadmap_itself_stays_as_it_is() -> None:
    findings = analysed({"fax": "M4 R5", "bed": "P5"}, _FAST)
    before = plan(findings, Plan(), PlanSettings())
    after = with_alternatives(before, findings, Plan(), PlanSettings())
    assert after.items == before.items
    assert findings.features[0].category is Category.REVERSE
