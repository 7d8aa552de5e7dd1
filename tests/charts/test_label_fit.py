from functools import partial

import numpy as np
import pytest
from making import CELLS, people

from kano_app.analysis import FeatureResult, analyse
from kano_app.charts.label_fit import names_fit
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import language

_SIZE, _INSET = (503.0, 500.0), (44.0, 40.0, 8.0, 8.0)


def _results(count: int, spread: float) -> list[FeatureResult]:
    random = np.random.default_rng(3)
    rows = {}
    for place in range(count):
        shares = np.array([0.25, 0.25, 0.25, 0.25]) * (1 - spread) + random.dirichlet([0.4] * 4) * spread
        rows[f"A feature of {place} words 早餐"] = [CELLS["MPAI"[one]] for one in random.choice(4, 400, p=shares)]
    return list(analyse(people(rows), AnalysisSettings(resamples=20)).features)


def _fit(count: int, spread: float) -> bool:
    draw = partial(satisfaction_map, features=list(enumerate(_results(count, spread), 1)), language=language("en"))
    return names_fit(draw, _SIZE, _INSET)


def test_names_stay_where_each_is_told_by_its_place() -> None:
    assert _fit(6, 1.0)


@pytest.mark.parametrize(("count", "spread"), [(20, 0.05), (MOST_NAMES + 1, 1.0)])
def test_numbers_stand_for_names_in_a_crowd(count: int, spread: float) -> None:
    assert not _fit(count, spread)
