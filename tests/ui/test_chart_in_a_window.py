from typing import Any

from making import analysed
from matplotlib.figure import Figure
from pytestqt.qtbot import QtBot

from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.i18n import language


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
