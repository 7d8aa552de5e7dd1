"""Choices and amounts with which nothing could be computed are refused where they are made."""

import math
from typing import Any

import pytest

from kano_app import i18n
from kano_app.domain.plan import PlanItem
from kano_app.domain.settings import LANGUAGES, AnalysisSettings, PlanSettings, ReportSettings

_NO_AMOUNTS = (-1.0, -math.inf, math.inf, math.nan, 10**400)


@pytest.mark.parametrize("amount", _NO_AMOUNTS)
def test_a_capacity_is_an_amount(amount: float) -> None:
    for capacity in ((amount, 1.0), (1.0, amount)):
        with pytest.raises(ValueError, match="capacity"):
            PlanSettings(capacity)
    PlanSettings((0, 0.5))


@pytest.mark.parametrize("effort", [*_NO_AMOUNTS, 0, -0.0])
def test_an_effort_is_an_amount_above_nothing(effort: float) -> None:
    with pytest.raises(ValueError, match="effort"):
        PlanItem("f", effort)
    PlanItem("f", 0.1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("confidence", one) for one in (0, 1, -0.5, 1.5, math.nan, math.inf)),
        *(("points", one) for one in (-1, 101)),
        *(("resamples", one) for one in (0, -1000)),
        ("seed", -1),
    ],
)
def test_a_choice_of_method_is_one_that_can_be_computed(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=name[:-1]):
        AnalysisSettings(**{name: value})


def test_delights_are_counted() -> None:
    with pytest.raises(ValueError, match="delights"):
        PlanSettings(delights_in_now=-1)


@pytest.mark.parametrize("language", ["", "de", "EN", "zh"])
def test_a_report_is_written_in_a_language_that_is_known(language: str) -> None:
    with pytest.raises(ValueError, match="language"):
        ReportSettings(language=language)


def test_a_report_can_be_written_in_every_language_of_the_program() -> None:
    assert LANGUAGES == i18n.LANGUAGES
