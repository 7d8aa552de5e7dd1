from making import analysed, counted, tallied

from kano_app.analysis import Blank, analyse
from kano_app.analysis.sensitivity import Sensitivity
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import POULIOT, EvaluationTable
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule


def _found(survey_cells: list[tuple[int, int, int]], settings: AnalysisSettings = AnalysisSettings()) -> Sensitivity:
    found = analyse(tallied({"x": survey_cells}), settings).features[0].sensitivity
    assert not isinstance(found, Blank)
    return found


def test_a_room_of_one_mind_is_robust_under_all_twelve_sets_of_choices() -> None:
    found = _found([(1, 5, 9)])
    assert len(found.variants) == 12
    assert found.robust
    assert found.changes == ()


def test_the_table_that_moves_the_middle_cells_is_named() -> None:
    found = _found([(2, 2, 6), (4, 4, 6), (1, 3, 5)])
    assert found.own.category is Category.INDIFFERENT
    assert {(one.table, one.category) for one in found.changes if one.table is POULIOT} == {
        (POULIOT, Category.QUESTIONABLE)
    }


def test_every_variant_is_what_choosing_it_gives() -> None:
    cells = [(1, 5, 5), (1, 3, 6), (2, 5, 4), (3, 3, 7), (5, 1, 8), (1, 1, 2), (2, 2, 3)]
    for variant in _found(cells).variants:
        assert variant.table is not None
        chosen = AnalysisSettings(variant.table, variant.rule, reverse_and_questionable=variant.treatment)
        assert analyse(tallied({"x": cells}), chosen).features[0].category is variant.category


def test_a_table_of_the_users_own_is_looked_at_too() -> None:
    mine = EvaluationTable("mine", ("QAAAP", "RMIIM", "RIIIM", "RIIIM", "RRRRQ"))
    found = _found([(2, 2, 6), (1, 3, 5)], AnalysisSettings(mine))
    assert len(found.variants) == 18
    assert found.own.table == mine
    assert found.own.category is Category.MUST_BE


def test_counts_of_categories_vary_by_rule_and_treatment_alone() -> None:
    found = analysed({"x": "A88 P90 M32 I105 R15 Q28"}).features[0].sensitivity
    assert not isinstance(found, Blank)
    assert len(found.variants) == 6
    assert [(one.rule, one.category) for one in found.changes] == [
        (Rule.PRECEDENCE, Category.PERFORMANCE),  # 100 · (105 − 90) ≤ 5 · 358
        (Rule.BLAUTH, Category.PERFORMANCE),  # 210 > 148
    ]


def test_the_treatment_of_reverse_answers_is_named_where_it_matters() -> None:
    found = analyse(counted({"x": "R5 A4"}), AnalysisSettings()).features[0].sensitivity
    assert not isinstance(found, Blank)
    assert (ReverseAndQuestionable.BESIDE, Category.ATTRACTIVE) in {
        (one.treatment, one.category) for one in found.changes
    }
