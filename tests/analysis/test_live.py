"""What so few more answers could change, against trying out every way to answer."""

from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_app.analysis.live import outlook
from kano_app.analysis.verdict import winners
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule

CHOICES = [AnalysisSettings(rule=rule, reverse_and_questionable=way) for rule in Rule for way in ReverseAndQuestionable]


def test_a_lead_of_two_can_be_lost_with_two_more_answers_where_ties_go_to_the_other() -> None:
    counts = np.array([[0, 4, 0, 2, 0, 0], [3, 5, 0, 0, 0, 0], [9, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]])
    found = outlook(counts, AnalysisSettings(), more=2)
    assert found.needed == (3, 2, 10, 1)
    assert found.could_change == (False, True, False, True)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
@given(row=st.lists(st.integers(0, 6), min_size=6, max_size=6), more=st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_what_cannot_change_cannot_change_in_any_way_of_answering(
    choice: AnalysisSettings, row: list[int], more: int
) -> None:
    counts = np.array([row])
    now = int(winners(counts, counts.sum(axis=-1), choice)[0])
    found = outlook(counts, choice, more)
    reached = False
    for number in range(1, more + 1):
        for given_ in combinations_with_replacement(range(6), number):
            ahead = counts + np.bincount(given_, minlength=6)
            reached |= int(winners(ahead, ahead.sum(axis=-1), choice)[0]) != now
    assert found.could_change == (reached,)
