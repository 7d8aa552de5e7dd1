from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from making import CELLS, counted, people
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.text import Text

from kano_app.analysis.comparison import Comparison, Groups, compare
from kano_app.analysis.figure import Blank
from kano_app.analysis.waves import Step, waves
from kano_app.charts.group_intervals import band_height, group_intervals, group_legend, head_height
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.palette import MARKS, mark
from kano_app.charts.style import PRINT
from kano_app.charts.wave_drift import drifting, wave_drift
from kano_app.domain.category import Category
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey
from kano_app.i18n import language

_EN = language("en")
_BLANK = (0, 0)


@pytest.fixture(autouse=True)
def _even_small_groups_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups of a few people are quicker to write down."""
    monkeypatch.setattr("kano_app.analysis.comparison.FEWEST_OF_A_GROUP", 1)


def _axes() -> Any:
    figure = Figure(figsize=(7, 7), dpi=72)
    FigureCanvasAgg(figure)
    return figure.add_axes((0.2, 0.1, 0.7, 0.8))


def _texts(axes: Any) -> list[str]:
    """Return every text as it is drawn."""
    axes.figure.draw_without_rendering()
    return [text.get_text() for text in axes.findobj(Text) if text.get_text()]


def _compared(groups: Mapping[str, Mapping[str, str]]) -> Comparison:
    """Return the comparison of groups whose people answer letters: {group: {feature: "MMAP"}}."""
    names = list(next(iter(groups.values())))
    pairs: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
    codes: list[int] = []
    for place, given in enumerate(groups.values()):
        size = max(len(letters) for letters in given.values())
        codes += [place] * size
        for name in names:
            pairs[name] += [CELLS.get(letter, _BLANK) for letter in given[name].ljust(size)]
    levels = tuple((group,) for group in groups)
    return compare(people(pairs), Groups(("Trait",), levels, np.array(codes)), AnalysisSettings(resamples=20))


def _drawn(comparison: Comparison, features: Sequence[int] | None = None) -> Any:
    axes = _axes()
    group_intervals(axes, comparison, _EN, names_width=90, features=features)
    return axes


def _points(axes: Any) -> list[tuple[float, float]]:
    """Return where marks of groups stand, in data coordinates; those of the legend stand above."""
    return [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))
        for line in axes.lines
        if len(line.get_xdata()) == 1 and line.get_marker() != "s"
    ]


_TWO = {"young": {"Wi-Fi": "MMMMMI", "Bed": "AAAA"}, "old": {"Wi-Fi": "AAAAP", "Bed": "AAAI"}}


def test_every_group_has_a_mark_at_worse_on_the_left_and_at_better_on_the_right() -> None:
    comparison = _compared(_TWO)
    axes = _drawn(comparison)
    head = head_height(comparison)
    found = sorted(((y, x) for x, y in _points(axes) if y > head))
    assert len(found) == 2 * 2 * 2
    right = axes.get_xlim()[1]
    for place, group in enumerate(comparison.known):
        result = group.features[0]
        assert not isinstance(result.worse, Blank)
        assert not isinstance(result.better, Blank)
        _, left_x = found[2 * place]
        _, right_x = found[2 * place + 1]
        assert left_x == pytest.approx(1 + result.worse)
        assert right_x == pytest.approx(right - 1 + result.better)


def test_every_mark_lies_on_the_interval_of_its_coefficient() -> None:
    comparison = _compared(_TWO)
    axes = _drawn(comparison)
    lines = next(one for one in axes.collections if isinstance(one, LineCollection)).get_segments()
    marks = [point for point in _points(axes) if point[1] > head_height(comparison)]
    assert len(lines) == len(marks)
    for x, y in marks:
        assert any(line[0][0] <= x <= line[1][0] and line[0][1] == pytest.approx(y) for line in lines)


def test_the_letters_at_the_end_of_a_band_tell_groups_apart() -> None:
    axes = _drawn(_compared(_TWO))
    letters = [text for text in axes.texts if text.get_text() in set("MPAIRQ")]
    assert [text.get_text() for text in sorted(letters, key=lambda text: text.get_position()[1])] == list("MAAA")
    chips = {line.get_markerfacecolor(): len(line.get_ydata()) for line in axes.lines if line.get_marker() == "s"}
    assert chips == {mark(Category.MUST_BE).color: 1, mark(Category.ATTRACTIVE).color: 3}


def test_the_legend_tells_every_group_with_its_people() -> None:
    comparison = _compared(_TWO)
    assert [label for _, _, label in group_legend(comparison, _EN)] == ["young · 6 people", "old · 5 people"]
    assert {"young · 6 people", "old · 5 people"} <= set(_texts(_drawn(comparison)))


@pytest.mark.parametrize("count", [1, 2, 4, 8, 20])
def test_no_two_groups_look_alike_and_none_looks_like_a_category(count: int) -> None:
    comparison = _compared({f"group {place}": {"Wi-Fi": "MMA"} for place in range(count)})
    looks = group_legend(comparison, _EN)
    assert len({(outline, tone) for outline, tone, _ in looks}) == count
    assert not {outline for outline, _, _ in looks} & {one.outline for one in MARKS.values()}
    assert not {tone for _, tone, _ in looks} & {one.color for one in MARKS.values()}
    axes = _drawn(comparison)
    assert axes.get_ylim()[0] == head_height(comparison) + band_height(comparison)
    axes.figure.draw_without_rendering()


def test_many_groups_are_numbered_in_the_legend_and_on_every_line() -> None:
    comparison = _compared({f"group {place}": {"Wi-Fi": "MMA", "Bed": "A"} for place in range(1, 8)})
    texts = _texts(_drawn(comparison))
    assert "7  group 7 · 3 people" in texts
    assert texts.count("7") == 2


def test_a_taller_band_for_more_groups() -> None:
    heights = [band_height(_compared({str(place): {"Wi-Fi": "M"} for place in range(count)})) for count in (2, 3, 8)]
    assert heights == sorted(set(heights))


def test_a_group_nobody_of_which_answered_has_a_reason_instead_of_marks() -> None:
    comparison = _compared({"some": {"Wi-Fi": "MMM", "Bed": "AAA"}, "none": {"Wi-Fi": "", "Bed": "RRR"}})
    axes = _drawn(comparison)
    texts = _texts(axes)
    assert "no complete pair of answers" in texts
    assert "only reverse or questionable answers" in texts
    assert len([point for point in _points(axes) if point[1] > head_height(comparison)]) == 4
    assert "R" in texts


def test_people_of_no_known_group_have_no_line() -> None:
    pairs = {"Wi-Fi": [CELLS["M"]] * 4}
    groups = Groups(("Trait",), (("young",), ("old",)), np.array([0, 1, -1, -1]))
    comparison = compare(people(pairs), groups, AnalysisSettings(resamples=20))
    assert len(comparison.groups) == 3
    assert len(group_legend(comparison, _EN)) == 2


def test_camps_are_called_by_their_categories() -> None:
    found = _compared({"must-be": {"Wi-Fi": "MM"}, "attractive": {"Wi-Fi": "AA"}})
    camps = replace(found, names=(), split=found.features[0].feature)
    labels = [label for _, _, label in group_legend(camps, _EN)]
    assert labels == ["Must-be · 2 people", "Attractive · 2 people"]


def test_a_page_shows_the_features_it_is_given() -> None:
    texts = _texts(_drawn(_compared(_TWO), features=[1]))
    assert "Bed" in texts
    assert "Wi-Fi" not in texts


def test_names_and_levels_with_signs_of_markup_are_literal() -> None:
    comparison = _compared({"$a$ <b>": {"x_1^2 $y$": "MM"}, "{b}": {"x_1^2 $y$": "AA"}})
    axes = _drawn(comparison)
    assert {"x_1^2 $y$", "$a$ <b> · 2 people", "{b} · 2 people"} <= set(_texts(axes))
    assert not any(text.get_parse_math() for text in axes.findobj(Text) if text.get_text())


def _step(before: Mapping[str, str], after: Mapping[str, str]) -> Step:
    surveys: list[Survey] = [counted(before), counted(after)]
    found = waves(surveys, AnalysisSettings(resamples=20), [])
    assert found is not None
    return found.whole


def _drift(step: Step) -> Any:
    axes = _axes()
    wave_drift(axes, step, _EN)
    return axes


def _labels(axes: Any) -> list[str]:
    labels = next(artist for artist in axes.artists if isinstance(artist, MapLabels))
    return [text.get_text() for text, _ in labels.layout(axes.figure.canvas.get_renderer())]


def test_an_arrow_leads_from_where_a_feature_was_to_where_it_is_now() -> None:
    step = _step({"Wi-Fi": "A8 I2"}, {"Wi-Fi": "P7 M2 I1"})
    axes = _drift(step)
    arrow = next(patch for patch in axes.patches if isinstance(patch, FancyArrowPatch))
    change = step.changes[0]
    assert change.before is not None
    assert change.after is not None
    ends = [(change.before.worse, change.before.better), (change.after.worse, change.after.better)]
    assert list(arrow._posA_posB) == ends  # type: ignore[attr-defined] # matplotlib tells it nowhere else
    marks = {(line.get_xdata()[0], line.get_ydata()[0]): line for line in axes.lines if len(line.get_xdata()) == 1}
    assert set(marks) == set(ends)
    assert marks[ends[0]].get_markerfacecolor() == PRINT.line
    assert marks[ends[1]].get_markerfacecolor() == mark(Category.PERFORMANCE).color
    assert marks[ends[0]].get_markersize() < marks[ends[1]].get_markersize()


def test_only_features_with_a_place_in_both_waves_are_drawn() -> None:
    step = _step(
        {"Wi-Fi": "A8", "gone": "M5", "reversed": "R5", "Bed": "M4 I1"},
        {"Wi-Fi": "P7", "new": "A3", "reversed": "M5", "Bed": "M4"},
    )
    assert [after.feature.name for _, _, after in drifting(step)] == ["Wi-Fi", "Bed"]
    assert _labels(_drift(step)) == ["Wi-Fi", "Bed"]


def test_a_feature_that_did_not_move_is_a_mark_and_harms_nothing() -> None:
    axes = _drift(_step({"Wi-Fi": "A8 M2"}, {"Wi-Fi": "A8 M2"}))
    axes.figure.draw_without_rendering()
    assert _labels(axes) == ["Wi-Fi"]


def test_beyond_forty_features_numbers_stand_beside_the_heads() -> None:
    before = {f"Feature {place}": f"P{place + 1} M{60 - place} I{20 + place}" for place in range(MOST_NAMES + 1)}
    after = {name: f"A{place + 2} P9 I{50 - place}" for place, name in enumerate(before)}
    step = _step(before, after)
    assert _labels(_drift(step)) == [str(number) for number, _, _ in drifting(step)]


def test_drifting_names_with_signs_of_markup_are_literal() -> None:
    names = ["$x$_1", "<b>bold</b>"]
    axes = _drift(_step(dict.fromkeys(names, "A8 I2"), {names[0]: "P9", names[1]: "I9 M1"}))
    axes.figure.draw_without_rendering()
    assert _labels(axes) == names
