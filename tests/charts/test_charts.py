from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import numpy as np
from making import analysed, counted
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from kano_app.analysis import FeatureResult, analyse
from kano_app.charts.category_shares import category_shares
from kano_app.charts.corner_names import CornerName
from kano_app.charts.fitted_text import FittedText
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.palette import MARKS, mark
from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.charts.style import PRINT
from kano_app.domain.category import CATEGORIES
from kano_app.domain.settings import AnalysisSettings, QuadrantLines
from kano_app.i18n import language

_EN = language("en")


def _axes() -> Any:
    figure = Figure(figsize=(7, 7), dpi=72)
    FigureCanvasAgg(figure)
    return figure.add_axes((0.1, 0.1, 0.8, 0.8))


def _map(results: Sequence[FeatureResult]) -> Any:
    axes = _axes()
    satisfaction_map(axes, list(enumerate(results, start=1)), _EN)
    return axes


def _labels(axes: Any) -> list[str]:
    labels = next(artist for artist in axes.artists if isinstance(artist, MapLabels))
    return [text.get_text() for text, _ in labels.layout(axes.figure.canvas.get_renderer())]


def test_a_mark_stands_at_its_coefficients_in_its_categorys_colour() -> None:
    results = analysed({"Wi-Fi": "P6 M2 A1 I1"}).features
    line = next(line for line in _map(results).lines if line.get_marker() is not None and len(line.get_xdata()) == 1)
    assert list(line.get_xdata()) == [results[0].worse]
    assert list(line.get_ydata()) == [results[0].better]
    assert line.get_markerfacecolor() == mark(results[0].category).color


def test_worse_grows_to_the_right_and_quadrant_lines_stand_at_one_half() -> None:
    axes = _map(analysed({"Wi-Fi": "P1"}).features)
    left, right = axes.get_xlim()
    assert left > right
    through = [line for line in axes.lines if len(line.get_xdata()) == 2]
    assert sorted((list(line.get_xdata()), list(line.get_ydata())) for line in through) == [
        ([-0.5, -0.5], [0, 1]),
        ([0, 1], [0.5, 0.5]),
    ]


def test_a_feature_without_coefficients_is_not_drawn() -> None:
    axes = _map(analysed({"Wi-Fi": "P1", "Fax": "R5"}).features)
    assert _labels(axes) == ["Wi-Fi"]


def test_up_to_forty_features_are_named_and_more_are_numbered_with_a_key() -> None:
    rows = {f"Feature {place}": f"P{place} M{60 - place} I{20 + place}" for place in range(1, MOST_NAMES + 1)}
    assert _labels(_map(analysed(rows).features))[0] == "Feature 1"
    more = analysed(rows | {"One more": "A1"}).features
    assert _labels(_map(more))[-1] == str(MOST_NAMES + 1)


def test_names_with_signs_of_markup_are_drawn_as_they_are() -> None:
    names = ["<b>bold</b>", "$x$ and $y$", "=cmd()", "100 % &amp;"]
    axes = _map(analysed(dict(zip(names, ("P9 I1", "M9 I1", "A9 I1", "I9 P1"), strict=True))).features)
    assert _labels(axes) == names
    axes.figure.draw_without_rendering()


def test_shares_add_up_to_the_whole_bar_in_the_order_of_the_categories() -> None:
    axes = _axes()
    results = analyse(counted({"Wi-Fi": [1, 2, 3, 4, 5, 6]}), AnalysisSettings()).features
    category_shares(axes, results, _EN, names_width=100)
    assert [part.get_label() for part in axes.collections] == list(CATEGORIES)
    edges = [part.get_paths()[0].get_extents().intervalx for part in axes.collections]
    assert np.allclose([right - left for left, right in edges], np.arange(1, 7) / 21)
    assert all(one[1] == other[0] for one, other in pairwise(edges))


def test_a_feature_nobody_answered_has_no_bar_but_a_word() -> None:
    axes = _axes()
    category_shares(axes, analysed({"Fax": ""}).features, _EN, names_width=100)
    assert not any(part.get_paths() for part in axes.collections)
    words = [text.get_text() for text in axes.texts if not isinstance(text, FittedText)]
    assert words == ["no complete pair of answers"]


def test_a_name_that_is_too_long_is_shortened_to_its_room() -> None:
    axes = _axes()
    category_shares(axes, analysed({"N" * 500: "P1"}).features, _EN, names_width=100)
    axes.figure.draw_without_rendering()
    name = next(artist for artist in axes.artists + list(axes.texts) if isinstance(artist, FittedText))
    assert "…" in name.get_text()
    assert name.get_window_extent().width <= 100


def test_no_two_categories_share_a_colour_or_a_shape() -> None:
    assert all(one.color != other.color for one, other in combinations(MARKS.values(), 2))
    assert all(one.outline != other.outline for one, other in combinations(MARKS.values(), 2))
    assert set(MARKS) == set(CATEGORIES)


def _luminance(color: str) -> float:
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_small_letters_on_every_category_have_the_contrast_of_aa() -> None:
    for one in (*MARKS.values(),):
        light, dark = sorted((_luminance(one.color), _luminance(one.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_running_text_of_the_print_style_has_the_contrast_of_aa() -> None:
    for ink in (PRINT.ink, PRINT.muted):
        assert (_luminance(PRINT.ground) + 0.05) / (_luminance(ink) + 0.05) >= 4.5


def test_long_names_that_begin_alike_stay_apart_when_they_are_shortened() -> None:
    rows = {f"A service feature whose name goes on and on until it is told apart: {place}": "P9 I1" for place in (1, 2)}
    assert len(set(_labels(_map(analysed(rows).features)))) == 2


def test_the_middle_lines_can_stand_at_the_means_of_all_features() -> None:
    results = analysed({"one": "P1", "other": "A1", "nobody": ""}).features
    axes = _axes()
    satisfaction_map(axes, list(enumerate(results, start=1)), _EN, lines=QuadrantLines.MEAN)
    through = [line for line in axes.lines if len(line.get_xdata()) == 2]
    assert sorted((list(line.get_xdata()), list(line.get_ydata())) for line in through) == [
        ([-0.5, -0.5], [0, 1]),
        ([0, 1], [1, 1]),
    ]


def test_every_text_on_a_map_has_the_contrast_of_aa() -> None:
    axes = _map(analysed({"Wi-Fi": "P6 M2 A1 I1"}).features)
    inks = {text.get_color() for text in axes.figure.findobj(Text) if text.get_text()}
    assert inks
    for ink in inks:
        if ink != "black":
            assert (_luminance(PRINT.ground) + 0.05) / (_luminance(ink) + 0.05) >= 4.5


def test_names_stand_on_clear_ground_above_lines_and_below_marks() -> None:
    axes = _map(analysed({"Wi-Fi": "P6 M2 A1 I1", "Bed": "M6 A1"}).features)
    labels = next(one for one in axes.artists if isinstance(one, MapLabels))
    ground = next(one for one in axes.artists if type(one).__name__ == "_Ground")
    corners = list(axes.findobj(CornerName))
    marks = [line for line in axes.lines if len(line.get_xdata()) == 1]
    lines = [line for line in axes.lines if len(line.get_xdata()) == 2]
    below = max(one.get_zorder() for one in (*axes.collections, *lines))
    assert len(corners) == 4
    for one in corners:
        assert below < one.get_zorder() < ground.get_zorder()
    assert all(ground.get_zorder() < one.get_zorder() < labels.get_zorder() for one in marks)


def test_no_line_strikes_a_name_through() -> None:
    rows = {f"Feature {place}": f"P{place} A{12 - place} I3" for place in range(1, 12)}
    axes = _map(analysed(rows).features)
    labels = next(one for one in axes.artists if isinstance(one, MapLabels))
    boxes: list[Any] = []
    renderer = axes.figure.canvas.get_renderer()
    renderer_path = renderer.draw_path

    def watched(gc: Any, path: Any, transform: Any, face: Any = None) -> None:
        if face is not None:
            boxes.append(path.get_extents(transform).extents)
        renderer_path(gc, path, transform, face)

    renderer.draw_path = watched
    labels.draw_ground(renderer)
    left, low, right, high = boxes[-1]
    for text, _ in labels.layout(renderer):
        box = text.get_window_extent(renderer)
        assert left <= box.x0 <= box.x1 <= right
        assert low <= box.y0 + 1
        assert box.y1 - 1 <= high


def test_numbers_stand_only_for_the_features_that_are_named_elsewhere() -> None:
    rows = {f"Feature {place}": f"P{place} A{12 - place} I3" for place in range(1, 12)}
    axes = _axes()
    results = analysed(rows).features
    satisfaction_map(axes, list(enumerate(results, start=1)), _EN, only={2, 7})
    assert sorted(_labels(axes)) == ["2", "7"]


def test_parts_of_bars_are_told_apart_in_grey_print_by_tone_or_hatch() -> None:
    axes = _axes()
    results = analysed({"Wi-Fi": "P6 M5 A4 I3 R2 Q1"}).features
    category_shares(axes, results, _EN, names_width=100)
    looks = []
    for part in axes.collections:
        red, green, blue, _ = part.get_facecolor()[0]
        looks.append((part.get_hatch(), 0.299 * red + 0.587 * green + 0.114 * blue))
    assert len(looks) == 6
    for (hatch, tone), (other_hatch, other) in combinations(looks, 2):
        assert hatch != other_hatch or abs(tone - other) >= 0.08
