import pytest

from kano_app.analysis.needed import answers_needed
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.settings import AnalysisSettings

_FAST = AnalysisSettings(resamples=200)


def _needed(*counts: int) -> int | None:
    given = dict(zip(CATEGORIES, counts, strict=True))
    return answers_needed(given, max(given, key=lambda one: given[one]), _FAST)


def test_a_small_lead_of_many_needs_more_answers_than_a_large_one() -> None:
    small, large = _needed(12, 25, 22, 21, 1, 1), _needed(12, 30, 22, 21, 1, 1)
    assert small is not None
    assert large is not None
    assert small > large > 0


@pytest.mark.parametrize("counts", [(2, 2, 1, 0, 0, 0), (0, 0, 0, 0, 0, 0)])
def test_a_tie_and_nothing_are_told_by_no_number_of_answers(counts: tuple[int, ...]) -> None:
    assert answers_needed(dict(zip(CATEGORIES, counts, strict=True)), Category.MUST_BE, _FAST) is None


def test_a_handful_of_people_needs_fifty_in_all() -> None:
    assert _needed(0, 3, 2, 0, 0, 0) == 50
    assert _needed(0, 15, 10, 0, 0, 0) == 25
