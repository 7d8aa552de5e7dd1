import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from making import analysed
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kano_app.i18n import language
from kano_app.ui.main_window import MainWindow
from kano_app.ui.widgets.chart_figure import MAP_SIZE, Drawing, labels_of, picture
from kano_app.ui.widgets.chart_view import ChartView, plain_tip

ROWS = {"Wi-Fi": "P9 I1", "Bed": "M9 I1", "Minibar": "I9 A1"}


def _draw_map(axes: Any, style: Any) -> None:
    from kano_app.charts.satisfaction_map import satisfaction_map  # noqa: PLC0415 - heavy

    satisfaction_map(axes, list(enumerate(analysed(ROWS).features, start=1)), language("en"), style)


def _draw_bars(axes: Any, style: Any) -> None:
    from kano_app.charts.category_shares import category_shares  # noqa: PLC0415 - heavy

    category_shares(axes, analysed(ROWS).features, language("en"), 90, style)


@pytest.fixture
def chart(window: MainWindow, qtbot: QtBot) -> ChartView:
    found = ChartView(window.context, "map", "A map")
    qtbot.addWidget(found)
    found.resize(420, 380)
    found.show()
    return found


def _map(chart: ChartView, qtbot: QtBot) -> None:
    results = analysed(ROWS).features
    points = {one.feature.id: ((float(one.worse), float(one.better)), one.feature.name) for one in results}
    chart.put(_draw_map, (44, 40, 8, 8), points)
    qtbot.waitUntil(lambda: chart._axes is not None and not chart._timer.isActive())


def _at(chart: ChartView, x: float, y: float) -> QPoint:
    px, py = chart._axes.transData.transform((x, y))
    ratio = chart._canvas.device_pixel_ratio
    return QPoint(round(px / ratio), round((chart._canvas.figure.bbox.height - py) / ratio))


def _picked(chart: ChartView) -> list[str]:
    found: list[str] = []
    chart.picked.connect(found.append)
    return found


def test_a_click_on_a_mark_picks_it_and_one_beside_picks_nothing(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    picked = _picked(chart)
    QTest.mouseClick(chart._canvas, Qt.MouseButton.LeftButton, pos=_at(chart, -0.9, 0.0))
    QTest.mouseClick(chart._canvas, Qt.MouseButton.LeftButton, pos=_at(chart, -0.3, 0.7))
    assert picked == ["Bed"]


def test_the_axes_leave_their_inset_at_the_first_drawing(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    box, figure = chart._axes.get_window_extent(), chart._canvas.figure
    assert figure.bbox.width == pytest.approx(416 * chart._canvas.device_pixel_ratio)
    assert box.x0 == pytest.approx(44 / 72 * figure.dpi, abs=1)


def test_arrow_keys_go_through_the_points_and_around(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    picked = _picked(chart)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    assert picked == ["Wi-Fi", "Bed", "Wi-Fi", "Minibar"]


def _wheel(chart: ChartView, up: int) -> bool:
    place = QPointF(chart._canvas.width() / 2, chart._canvas.height() / 2)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, up), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart._canvas, event)
    return event.isAccepted()


def test_the_wheel_zooms_a_map_and_a_double_click_shows_all_again(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    whole = chart._axes.get_xlim()
    _wheel(chart, 120)
    qtbot.waitUntil(lambda: not chart._timer.isActive())
    assert chart.is_zoomed
    assert abs(chart._axes.get_xlim()[1] - chart._axes.get_xlim()[0]) < abs(whole[1] - whole[0])
    assert all(line.get_clip_on() for line in chart._axes.lines)
    QTest.mouseDClick(chart._canvas, Qt.MouseButton.LeftButton, pos=_at(chart, -0.5, 0.5))
    assert not chart.is_zoomed


def test_zooming_out_ends_at_the_whole_chart(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus):
        QTest.keyClick(chart, key)
        qtbot.waitUntil(lambda: not chart._timer.isActive())
    assert not chart.is_zoomed


def test_a_zoomed_map_is_dragged(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: not chart._timer.isActive())
    before = chart._axes.get_xlim()
    start = _at(chart, -0.5, 0.5)
    QTest.mousePress(chart._canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart._canvas, start + QPoint(40, 0))
    QTest.mouseRelease(chart._canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    qtbot.waitUntil(lambda: not chart._timer.isActive())
    assert chart._axes.get_xlim() != before


def test_rows_of_bars_are_picked_by_their_height_and_leave_the_wheel_to_what_scrolls(
    chart: ChartView, qtbot: QtBot
) -> None:
    chart.put(_draw_bars, (90, 0, 0, 0), rows=dict.fromkeys(ROWS, ""))
    qtbot.waitUntil(lambda: chart._axes is not None)
    picked = _picked(chart)
    QTest.mouseClick(chart._canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, _at(chart, 0, 2).y()))
    assert picked == ["Minibar"]
    assert not _wheel(chart, 120)
    assert not chart.is_zoomed


def _told(chart: ChartView) -> list[tuple[str, str]]:
    """Return what the window is asked to tell from now on."""
    found: list[tuple[str, str]] = []
    window: Any = chart._context.window
    window.notify = lambda text, kind="info", _action=None: found.append((text, kind))
    return found


@pytest.mark.parametrize(("name", "start"), [("map.png", b"\x89PNG"), ("map.svg", b"<?xml")])
def test_pictures_are_written_without_what_only_the_screen_shows(
    chart: ChartView, qtbot: QtBot, tmp_path: Path, name: str, start: bytes
) -> None:
    drawn: list[str] = []
    chart.put(_draw_map, (44, 40, 8, 8), {}, overlay=lambda *_: drawn.append("overlay"))
    qtbot.waitUntil(lambda: bool(drawn))
    drawn.clear()
    told = _told(chart)
    chart.pictures.save(tmp_path / name)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(f"{name} is written.", "info")]
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [name]
    assert drawn == []


def test_a_picture_that_cannot_be_written_is_told_with_a_remedy_and_leaves_the_old_file(
    chart: ChartView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _map(chart, qtbot)
    told = _told(chart)
    (tmp_path / "map.png").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", _full)
    chart.pictures.save(tmp_path / "map.png")
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("map.png cannot be written (No space left on device): choose another folder or name.", "error")]
    assert (tmp_path / "map.png").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["map.png"]
    chart.pictures.save(tmp_path / "nowhere" / "map.png")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert "No such file" in told[1][0]


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_picture_is_drawn_outside_of_the_windows_thread(chart: ChartView, qtbot: QtBot, tmp_path: Path) -> None:
    threads: list[bool] = []

    def draw(axes: Any, style: Any) -> None:
        threads.append(threading.current_thread() is threading.main_thread())
        _draw_map(axes, style)

    chart.put(draw, (44, 40, 8, 8), {})
    qtbot.waitUntil(lambda: bool(threads))
    threads.clear()
    told = _told(chart)
    chart.pictures.save(tmp_path / "map.png")
    chart.pictures.copy()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert threads
    assert not any(threads)


def test_copying_puts_the_latest_picture_on_the_clipboard_once(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    QGuiApplication.clipboard().clear()
    told = _told(chart)
    chart.pictures.copy()
    chart.pictures.copy()
    qtbot.waitUntil(lambda: bool(told) and not chart._context.jobs.running("copy a picture"))
    assert told == [("The picture is copied.", "info")]
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2 * 96 * 9, 2 * 96 * 7.5)


def test_a_picture_of_many_features_holds_the_key_of_their_numbers() -> None:
    rows = {f"Feature {place}": f"P{place} M{60 - place} I{20 + place}" for place in range(1, 46)}
    results = analysed(rows).features

    def draw(axes: Any, style: Any) -> None:
        from kano_app.charts.satisfaction_map import satisfaction_map  # noqa: PLC0415 - heavy

        satisfaction_map(axes, list(enumerate(results, start=1)), language("en"), style)

    few, many = (picture(Drawing(one, (44, 40, 8, 8)), "png", MAP_SIZE, "en") for one in (_draw_map, draw))
    assert QImage.fromData(many).width() > QImage.fromData(few).width() == 2 * 96 * 9


def test_plus_zooms_around_the_selected_point_which_stays_where_it_is(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    chart.choose("Bed")
    qtbot.waitUntil(lambda: not chart._timer.isActive())
    before = _at(chart, -0.9, 0.0)
    for _ in range(4):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: not chart._timer.isActive())
    after = _at(chart, -0.9, 0.0)
    assert (after - before).manhattanLength() <= 2
    assert abs(chart._axes.get_xlim()[1] - chart._axes.get_xlim()[0]) < 0.6
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert not chart.is_zoomed


def test_plus_without_a_selected_point_zooms_around_the_middle(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: not chart._timer.isActive())
    assert sum(chart._axes.get_xlim()) / 2 == pytest.approx(-0.5)
    assert sum(chart._axes.get_ylim()) / 2 == pytest.approx(0.5)


def test_names_are_placed_anew_for_the_part_that_is_seen(chart: ChartView, qtbot: QtBot) -> None:
    _map(chart, qtbot)
    chart.choose("Bed")
    for _ in range(8):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: not chart._timer.isActive())
    labels = labels_of(chart._axes)
    assert [text.get_text() for text, _ in labels.layout(chart._canvas.get_renderer())] == ["Bed"]


def test_a_tip_shows_markup_literally() -> None:
    assert plain_tip("<b>A</b>\nB") == "<qt>&lt;b&gt;A&lt;/b&gt;<br>B</qt>"
