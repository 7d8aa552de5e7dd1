from functools import partial
from typing import Any

import numpy as np
import pytest
from making import CELLS, analysed, people
from map_measuring import collisions
from matplotlib.figure import Figure
from pytestqt.qtbot import QtBot

from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.i18n import language
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.results import ResultsPage
from kano_app.ui.widgets.chart_key import MapKey

_ROWS = ["M9 I3", "M8 P2 I2", "P7 M3 I2", "P5 A4 I3", "A8 I4", "A6 P2 I4", "I9 A2 M1", "I8 M4", "M6 P5 I1", "A5 P5 I2"]
_NAMES = ["Reliable Wi-Fi everywhere", "Quiet at night", "Late check-out on request", "Breakfast", "Minibar"]


def _is_at_rest(chart: Any) -> bool:
    return chart.is_drawn and not chart._timer.isActive()


def _is_settled(chart: Any, window: MainWindow) -> bool:
    resampling = window.jobs.running("resampling") or window.findings._judging.isActive()
    return _is_at_rest(chart) and not chart._calm.isActive() and not window.findings.is_stale and not resampling


@pytest.mark.parametrize(("size", "is_open"), [((1100, 700), True), ((1100, 700), False), ((1400, 900), True)])
def test_nothing_on_the_maps_of_the_window_covers_anything(
    window: MainWindow, opened: Any, qtbot: QtBot, size: tuple[int, int], *, is_open: bool
) -> None:
    rows = {
        f"{_NAMES[place % len(_NAMES)]} {place + 1}": [
            CELLS[word[0]] for word in row.split() for _ in range(int(word[1:]))
        ]
        for place, row in enumerate(_ROWS)
    }
    opened(edits.add_survey(Project(), people(rows)))
    window.resize(*size)
    window.go("results")
    page: Any = next(one for one in window.findChildren(ResultsPage) if one.isVisible())
    page.working.open(is_open)
    for tab in ("map", "continuous"):
        page.tabs.turn(tab)
        chart: Any = page.tabs.panel.chart
        drawn: list[bool] = []
        chart.numbered.connect(drawn.append)
        qtbot.waitUntil(partial(_is_at_rest, chart))
        chart._canvas.draw()
        assert chart.height() >= 250
        assert collisions(chart._axes) == []
        assert page.tabs.panel.findChild(MapKey).isHidden() is not drawn[-1]
    # It is for all windows of the program.
    ResultsPage.working_open = None


def test_a_chart_made_for_paper_is_hosted_by_a_window_as_it_is(qtbot: QtBot) -> None:
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg  # noqa: PLC0415 - Qt is started by the fixture

    figure = Figure(figsize=(4, 4), dpi=100)
    canvas: Any = FigureCanvasQTAgg(figure)  # type: ignore[no-untyped-call] # matplotlib types only part of itself
    qtbot.addWidget(canvas)
    features = list(enumerate(analysed({"Wi-Fi": "P9 I1", "Bed": "M9 I1"}).features, start=1))
    satisfaction_map(figure.add_subplot(), features, language("en"))
    canvas.resize(400, 400)
    canvas.draw()
    pixels = canvas.grab().toImage()
    colours = {pixels.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, 400, 2)}
    assert {"#d55e00", "#0072b2"} <= colours


def test_a_map_drawn_into_its_kept_frame_looks_as_if_it_were_drawn_whole(
    window: MainWindow, opened: Any, qtbot: QtBot
) -> None:
    opened(
        edits.add_survey(Project(), people({name: [CELLS["PMAIM"[place]]] * 6 for place, name in enumerate(_NAMES)}))
    )
    window.go("results")
    page: Any = next(one for one in window.findChildren(ResultsPage) if one.isVisible())
    for tab in ("map", "continuous"):
        page.tabs.turn(tab)
        chart: Any = page.tabs.panel.chart
        qtbot.waitUntil(partial(_is_settled, chart, window))
        axes = chart._axes
        page.select(window.context.project.survey.features[3].id)
        qtbot.waitUntil(partial(_is_settled, chart, window))
        assert chart._axes is axes  # only what changed was drawn
        quick = np.array(chart._canvas.buffer_rgba())
        chart._still = None
        chart.later()
        qtbot.waitUntil(partial(_is_settled, chart, window))
        assert chart._axes is not axes
        assert np.array_equal(quick, np.array(chart._canvas.buffer_rgba()))


def test_a_map_follows_an_answer_within_its_kept_frame(window: MainWindow, opened: Any, qtbot: QtBot) -> None:
    opened(edits.add_survey(Project(), people({name: [CELLS["P"]] * 6 for name in _NAMES})))
    window.go("results")
    page: Any = next(one for one in window.findChildren(ResultsPage) if one.isVisible())
    chart: Any = page.tabs.panel.chart
    qtbot.waitUntil(partial(_is_settled, chart, window))
    axes, before = chart._axes, np.array(chart._canvas.buffer_rgba())
    feature = window.context.project.survey.features[0].id
    assert chart._points[feature][0] == (-1.0, 1.0)
    window.context.apply("An answer", lambda old: edits.answer(old, {(0, 0): (3, 3)}))
    qtbot.waitUntil(lambda: chart._points[feature][0] != (-1.0, 1.0))
    qtbot.waitUntil(partial(_is_settled, chart, window))
    assert chart._axes is axes
    assert not np.array_equal(before, np.array(chart._canvas.buffer_rgba()))
    x, y = chart._axes.transData.transform((-5 / 6, 5 / 6))
    height = chart._canvas.figure.bbox.height
    after = np.array(chart._canvas.buffer_rgba())
    assert after[round(height - y), round(x), :3].tolist() != before[round(height - y), round(x), :3].tolist()
