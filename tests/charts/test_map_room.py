"""Whatever the survey and the size: no label of a map covers anything else or leaves its room."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from making import CELLS, LETTERS, people
from map_measuring import collisions, labels_on
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kano_app.analysis import FeatureResult, analyse
from kano_app.charts.continuous_map import continuous_map
from kano_app.charts.label_placement import Placement
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.charts.style import PRINT
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import language
from kano_app.ui.widgets.chart_figure import MAP_SIZE, Drawing, fill
from kano_app.ui.widgets.chart_style import DOTS, screen_style

_WORDS = {
    "en": [
        "Wi-Fi",
        "Bed",
        "Breakfast buffet",
        "Late check-out on request",
        "Quiet room",
        "Gym",
        "Digital key",
        "Pillow menu",
        "Parking",
    ],
    "zh_CN": ["无线网络", "床", "自助早餐", "按需延迟退房", "安静的房间", "健身房", "数字钥匙", "枕头菜单", "停车场"],
}
_INSET = (44.0, 40.0, 8.0, 8.0)
_PAGE = (499, 500)
"""Points of the map in the report."""
_SCREEN = [(317, 272), (450, 520)]
"""Pixels of the map on the screen: at 1100×700 with the working open, and at 1400×900."""
_SHOWN = 0.6
"""Least share of the marks that have a number in the smallest frame; the key and hovering name the others."""
_SURVEYS = [(84, 12, "en"), (84, 12, "zh_CN"), (5, 6, "en"), (60, 30, "en"), (80, 40, "zh_CN"), (30, 60, "en")]


def _results(people_count: int, count: int, seed: int, code: str) -> list[FeatureResult]:
    random = np.random.default_rng(seed)
    rows = {}
    for place in range(count):
        shares = random.dirichlet([0.6, 0.6, 0.6, 0.6, 0.08, 0.05])
        name = " ".join(random.choice(_WORDS[code], random.integers(1, 4)))
        rows[f"{name} {place + 1}"] = [CELLS[LETTERS[one]] for one in random.choice(6, people_count, p=shares)]
    return list(analyse(people(rows), AnalysisSettings(resamples=20)).features)


def _drawn(draw: Any, results: list[FeatureResult], code: str, size: tuple[int, int], *, screen: bool) -> Any:
    dots = DOTS if screen else 72
    figure = Figure(figsize=(size[0] / dots, size[1] / dots), dpi=dots)
    FigureCanvasAgg(figure)
    style = screen_style(None, code)
    chart = Drawing(lambda axes, look: draw(axes, list(enumerate(results, start=1)), language(code), look), _INSET)
    axes = fill(figure, chart, style if screen else replace(PRINT, families=style.families))
    if screen:
        labels_on(axes).may_number()
        labels_on(axes).select(0, 3.0)
    figure.draw_without_rendering()
    return axes


@pytest.mark.parametrize("draw", [satisfaction_map, continuous_map])
@pytest.mark.parametrize(("people_count", "count", "code"), _SURVEYS)
def test_nothing_on_a_map_covers_anything_on_the_screen(draw: Any, people_count: int, count: int, code: str) -> None:
    results = _results(people_count, count, count, code)
    for size in _SCREEN:
        axes = _drawn(draw, results, code, size, screen=True)
        assert collisions(axes) == [], size
        assert len(labels_on(axes).layout(axes.figure.canvas.get_renderer())) >= count * _SHOWN


@pytest.mark.parametrize("draw", [satisfaction_map, continuous_map])
@pytest.mark.parametrize(("people_count", "count", "code"), _SURVEYS)
def test_nothing_covers_anything_on_paper_and_every_mark_has_its_name_or_number(
    draw: Any, people_count: int, count: int, code: str
) -> None:
    axes = _drawn(draw, _results(people_count, count, 7, code), code, _PAGE, screen=False)
    assert collisions(axes) == []
    labels = labels_on(axes)
    assert labels.is_numbered is (count > MOST_NAMES)
    assert len(labels.layout(axes.figure.canvas.get_renderer())) == len(labels.points)


def test_a_picture_has_names_where_a_small_window_has_numbers() -> None:
    results = _results(84, 12, 2, "en")
    size = (round(MAP_SIZE[0] * DOTS), round(MAP_SIZE[1] * DOTS))
    assert labels_on(_drawn(satisfaction_map, results, "en", _SCREEN[0], screen=True)).is_numbered
    assert not labels_on(_drawn(satisfaction_map, results, "en", size, screen=True)).is_numbered


def test_the_selected_feature_is_named_among_numbers_where_its_name_fits() -> None:
    axes = _drawn(satisfaction_map, _results(30, 60, 60, "en"), "en", (900, 720), screen=True)
    texts = [text.get_text() for text, _ in labels_on(axes).layout(axes.figure.canvas.get_renderer())]
    assert sum(not text.isdigit() for text in texts) == 1


def test_the_measure_notices_labels_in_the_wrong_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(anchors: Any, sizes: Any, *_: object) -> Placement:
        clear = np.ones(len(anchors), dtype=bool)
        return Placement(anchors + np.array([sizes[:, 0].max() / 2, 0]), clear, clear, 0, 0, 0, 0.0)

    monkeypatch.setattr(
        "kano_app.charts.labels._remembered", lambda *given: careless(*(_pairs(one) for one in given[:2]))
    )
    found = collisions(_drawn(satisfaction_map, _results(60, MOST_NAMES, 1, "en"), "en", _PAGE, screen=False))
    for fault in ("covers a mark", "leaves the frame"):
        assert any(fault in one for one in found)
    assert any("covers" in one and "mark" not in one for one in found)


def _pairs(given: bytes) -> Any:
    return np.frombuffer(given).reshape(-1, 2)
