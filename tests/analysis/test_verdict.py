import pytest
from making import weights

from kano_app.analysis.verdict import verdict
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule

_BESIDE = ReverseAndQuestionable.BESIDE


def _letters(row: str, **choices: object) -> tuple[str | None, str]:
    """Return the letter of the verdict and the letters of the tie."""
    counts = weights(row)
    found = verdict(counts, sum(counts.values()), AnalysisSettings(**choices))  # type: ignore[arg-type]
    return (None, "") if found is None else (found.category.letter, "".join(one.letter for one in found.tied))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("M10 P20 A5", ("P", "")),
        ("M10 P10 A5", ("M", "MP")),
        ("P7 A7 I7", ("P", "PAI")),
        ("A3 I3", ("A", "AI")),
        ("I4 R4", ("I", "IR")),
        ("R4 Q4", ("R", "RQ")),
        ("M1 P1 A1 I1 R1 Q1", ("M", "MPAIRQ")),
    ],
)
def test_the_mode_breaks_exact_ties_in_precedence_order_and_reports_them(row: str, expected: tuple[str, str]) -> None:
    assert _letters(row) == expected


@pytest.mark.parametrize(
    ("row", "points", "expected"),
    [
        # stp25kano README (2023), category with a precedence of 6 points.
        ("M95 P123 A45 I33", 6, "P"),
        ("M101 P54 A54 I81 R3 Q3", 6, "M"),
        ("M15 P24 A121 I124 R6 Q6", 6, "A"),
        ("M65 P87 A93 I51", 6, "P"),
        ("M9 P18 A83 I177 R6 Q3", 6, "I"),
        # METHODS §2: a gap of 2.03 points at the default of 5, and M within 5 points but third.
        ("M65 P87 A93 I51", 5, "P"),
        ("M80 P90 A93", 5, "P"),
    ],
)
def test_precedence_looks_at_the_two_most_frequent(row: str, points: int, expected: str) -> None:
    assert _letters(row, rule=Rule.PRECEDENCE, points=points)[0] == expected


def test_precedence_counts_a_lead_of_exactly_the_points_as_small() -> None:
    assert _letters("P45 A50 I5", rule=Rule.PRECEDENCE, points=5)[0] == "P"
    assert _letters("P44 A50 I6", rule=Rule.PRECEDENCE, points=5)[0] == "A"


def test_precedence_never_chooses_a_category_nobody_gave() -> None:
    assert _letters("A1", rule=Rule.PRECEDENCE, points=100)[0] == "A"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("A88 P90 M32 I105 R15 Q28", "P"),  # Reppel 2022, transparent transfers: 210 > 148, though the mode is I
        ("A91 P19 M9 I160 R49 Q30", "I"),  # Reppel 2022, anonymous transfers
        ("A50 I50", "I"),  # equal sums fall to the second side
        ("M5 P5 I1", "M"),  # ties inside a side by M > P > A
        ("I5 R5 Q5", "I"),
    ],
)
def test_blauth_weighs_the_three_against_the_three(row: str, expected: str) -> None:
    assert _letters(row, rule=Rule.BLAUTH)[0] == expected


def test_precedence_is_not_stretched_to_reverse_and_questionable() -> None:
    assert _letters("R93 A90 I20", rule=Rule.PRECEDENCE)[0] == "R"
    assert _letters("A90 R90 I20", rule=Rule.PRECEDENCE)[0] == "A"


def test_a_tie_is_reported_over_all_that_competed_whatever_the_rule() -> None:
    assert _letters("A50 I50", rule=Rule.BLAUTH) == ("I", "AI")
    assert _letters("M20 P20 I35", rule=Rule.BLAUTH) == ("M", "")


def test_blauth_says_which_more_frequent_category_it_set_aside() -> None:
    counts = weights("A88 P90 M32 I105 R15 Q28")
    found = verdict(counts, 358, AnalysisSettings(rule=Rule.BLAUTH))
    assert found is not None
    assert found.set_aside is not None
    assert found.set_aside.letter == "I"


@pytest.mark.parametrize("rule", list(Rule))
def test_reverse_and_questionable_can_stand_beside(rule: Rule) -> None:
    assert _letters("A3 I2 R9 Q8", rule=rule)[0] != "A"
    assert _letters("A3 I2 R9 Q8", rule=rule, reverse_and_questionable=_BESIDE)[0] == "A"


@pytest.mark.parametrize("rule", list(Rule))
def test_nobody_and_nobody_who_counts_give_no_category(rule: Rule) -> None:
    assert _letters("", rule=rule) == (None, "")
    assert _letters("R3 Q2", rule=rule, reverse_and_questionable=_BESIDE) == (None, "")
