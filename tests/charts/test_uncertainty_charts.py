from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import CELLS, analysed, people, shared, tallied
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from kano_app.analysis import FeatureResult, analyse
from kano_app.analysis.continuous import region
from kano_app.analysis.figure import Blank
from kano_app.charts.continuous_map import continuous_map
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.palette import mark
from kano_app.charts.sensitivity_grid import sensitivity_grid, sensitivity_height
from kano_app.charts.stability_bars import stability_bars, stability_height
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable
from kano_app.i18n import language
from kano_app.statistics.intervals import normal_quantile

_EN = language("en")
_AWKWARD = ["$x$ and $y_1$", "<b>bold</b>", "a_b^c {d}", "100 % &amp; =cmd()"]


def _axes(width: float = 7, height: float = 7) -> Any:
    figure = Figure(figsize=(width, height), dpi=72)
    FigureCanvasAgg(figure)
    return figure.add_axes((0.1, 0.1, 0.8, 0.8))


def _texts(axes: Any) -> list[str]:
    """Return every text as it is drawn."""
    axes.figure.draw_without_rendering()
    return [text.get_text() for text in axes.findobj(Text) if text.get_text()]


def _answered(rows: dict[str, str]) -> Any:
    """Return a survey of pairs from words such as "M5 P3"."""
    return tallied({name: [(*CELLS[word[0]], int(word[1:])) for word in row.split()] for name, row in rows.items()})


def _boxes(axes: Any) -> dict[str, list[Any]]:
    """Return the extents of all parts by category."""
    found = (artist for artist in axes.collections if isinstance(artist, PolyCollection))
    return {str(part.get_label()): [path.get_extents() for path in part.get_paths()] for part in found}


def _stability(results: Sequence[FeatureResult]) -> Any:
    axes = _axes()
    stability_bars(axes, results, _EN, names_width=100)
    return axes


def test_the_own_category_begins_at_the_left_and_ends_at_its_share_of_draws() -> None:
    results = analysed({"close": "I124 A121 M15 P24", "sure": "M90 P3"}).features
    boxes = _boxes(_stability(results))
    for row, result in enumerate(results):
        assert result.category is not None
        own = next(box for box in boxes[result.category.value] if box.ymin < row < box.ymax)
        assert own.xmin == 0
        assert not isinstance(result.stability, Blank)
        assert own.xmax == pytest.approx(result.stability.leads)


@given(st.lists(st.integers(0, 40), min_size=6, max_size=6).filter(any))
@settings(max_examples=20, deadline=None)
def test_the_parts_of_a_bar_fill_it_without_gap_or_overlap(counts: list[int]) -> None:
    row = " ".join(f"{letter}{count}" for letter, count in zip("MPAIRQ", counts, strict=True))
    results = analysed({"one": row}, AnalysisSettings(resamples=200)).features
    ends = sorted((box.xmin, box.xmax) for boxes in _boxes(_stability(results)).values() for box in boxes)
    assert ends[0][0] == 0
    assert ends[-1][1] == pytest.approx(1)
    assert all(one[1] == pytest.approx(other[0]) for one, other in pairwise(ends))


def test_the_word_for_how_sure_a_category_is_stands_right_of_its_bar() -> None:
    axes = _stability(analysed({"sure": "M90", "close": "I124 A121", "few": "A2"}).features)
    words = {text.get_text(): text.get_position() for text in axes.texts}
    assert [words[word] for word in ("clear", "too close to tell", "too few to tell")] == [(1, 0), (1, 1), (1, 2)]


def test_lines_stand_where_likely_and_clear_begin_and_are_named() -> None:
    axes = _stability(analysed({"sure": "M90", "other": "A90"}).features)
    lines = next(one for one in axes.collections if not isinstance(one, PolyCollection))
    assert [segment[0][0] for segment in lines.get_segments()] == [0.80, 0.95]
    assert {"likely 80\N{NO-BREAK SPACE}%", "clear 95\N{NO-BREAK SPACE}%"} <= set(_texts(axes))


@pytest.mark.parametrize(
    ("survey", "reason"),
    [
        (analysed({"none": ""}), "no complete pair of answers"),
        (
            analysed({"none": "R4"}, AnalysisSettings(reverse_and_questionable=ReverseAndQuestionable.BESIDE)),
            "only reverse or questionable answers",
        ),
        (
            analyse(shared({"none": [0.2, 0.2, 0.2, 0.2, 0.1, 0.1]}), AnalysisSettings()),
            "Needs counts; the survey gives shares without n.",
        ),
    ],
)
def test_a_feature_without_stability_has_no_bar_but_a_reason(survey: Any, reason: str) -> None:
    axes = _stability(survey.features)
    assert not any(_boxes(axes).values())
    assert set(_texts(axes)) == {"none", reason}


def test_bars_and_grids_grow_by_a_row_a_feature_and_may_be_empty() -> None:
    assert stability_height(3) - stability_height(2) == pytest.approx(stability_height(2) - stability_height(1))
    two = analyse(_answered({"one": "M3", "other": "A3"}), AnalysisSettings()).features
    assert sensitivity_height(two) > sensitivity_height(two[:1]) > 0
    _stability(())
    sensitivity_grid(_axes(), (), _EN, names_width=100)


def _plane(results: Sequence[FeatureResult], **choices: Any) -> Any:
    axes = _axes(**choices)
    continuous_map(axes, list(enumerate(results, start=1)), _EN)
    return axes


def _marks(axes: Any) -> list[Any]:
    return [line for line in axes.lines if line.get_marker() not in {None, "None"}]


def _labels(axes: Any) -> list[str]:
    labels = next(artist for artist in axes.artists if isinstance(artist, MapLabels))
    return [text.get_text() for text, _ in labels.layout(axes.figure.canvas.get_renderer())]


def test_a_mark_stands_at_its_means_in_the_colour_of_its_region() -> None:
    # F 3.333 and D 2.667 are the means of the answers (1, 5), (1, 3), (2, 5), as METHODS §6 has them.
    results = analyse(people({"one": [(1, 5), (1, 3), (2, 5)]}), AnalysisSettings()).features
    found = _marks(_plane(results))
    assert len(found) == 1
    assert found[0].get_xdata() == pytest.approx([8 / 3])
    assert found[0].get_ydata() == pytest.approx([10 / 3])
    assert found[0].get_markerfacecolor() == mark(Category.PERFORMANCE).color


def test_a_cross_spans_the_standard_errors_at_the_confidence() -> None:
    results = analyse(people({"one": [(1, 5), (1, 3), (2, 5)]}), AnalysisSettings()).features
    axes = _axes()
    continuous_map(axes, [(1, results[0])], _EN, confidence=0.9)
    cross = next(one for one in axes.collections if len(one.get_paths()) == 2 and one.get_alpha() == 0.45)
    (left, _), (right, _) = cross.get_segments()[0]
    known = results[0].continuous
    assert not isinstance(known, Blank)
    assert not isinstance(known.dysfunctional_se, Blank)
    assert (right - left) / 2 == pytest.approx(normal_quantile(0.9) * known.dysfunctional_se)


def test_the_whole_plane_is_shown_with_the_lines_of_the_regions() -> None:
    axes = _plane(())
    assert axes.get_xlim()[0] < -2 < 4 < axes.get_xlim()[1]
    assert axes.get_ylim()[0] < -2 < 4 < axes.get_ylim()[1]
    lines = next(one for one in axes.collections if len(one.get_paths()) == 4).get_segments()
    assert sorted({segment[0][0] for segment in lines if segment[0][0] == segment[1][0]}) == [-1, 2]
    for (x0, y0), (x1, y1) in lines:
        across = (x0 == x1) * 1e-6, (y0 == y1) * 1e-6
        middles = np.linspace((x0, y0), (x1, y1), 13)[1:-1]
        sides = [[region(y + sign * across[1], x + sign * across[0]) for x, y in middles] for sign in (-1, 1)]
        assert all(one is not other for one, other in zip(*sides, strict=True))


def test_every_region_is_named_where_it_lies() -> None:
    axes = _plane((), width=10)
    axes.figure.draw_without_rendering()
    renderer = axes.figure.canvas.get_renderer()
    names = [text for text in axes.texts if text.get_text()]
    assert len(names) == 7
    for name in names:
        box = axes.transData.inverted().transform(name.get_window_extent(renderer).get_points())
        found = {region(y, x).value.upper() for x in box[:, 0] for y in box[:, 1]}
        assert found == {name.get_text()}


def test_a_region_too_narrow_for_its_name_keeps_the_letter() -> None:
    axes = _plane((), width=2.6, height=2.6)
    assert "QUESTIONABLE" not in _texts(axes)
    assert {"Q", "ATTRACTIVE"} <= set(_texts(axes))


def test_a_feature_without_pairs_is_not_in_the_plane_and_one_answer_has_no_cross() -> None:
    assert not _marks(_plane(analysed({"counted": "M5"}).features))
    survey = people({"one": [(1, 5)], "nobody": [(0, 0)]})
    axes = _plane(analyse(survey, AnalysisSettings()).features)
    assert _labels(axes) == ["one"]
    assert not any(len(one.get_paths()) == 2 and one.get_alpha() == 0.45 for one in axes.collections)


def test_beyond_forty_features_numbers_stand_in_the_plane() -> None:
    rows = {f"Feature {place}": f"P{place + 1} M{60 - place} I{20 + place}" for place in range(MOST_NAMES + 1)}
    labels = _labels(_plane(analyse(_answered(rows), AnalysisSettings()).features))
    assert labels == [str(place) for place in range(1, MOST_NAMES + 2)]


def _grid(results: Sequence[FeatureResult]) -> Any:
    axes = _axes()
    sensitivity_grid(axes, results, _EN, names_width=100)
    return axes


def test_each_cell_has_the_colour_and_the_letter_of_its_variant() -> None:
    results = analyse(_answered({"one": "I50 A49 P2", "other": "R5 M1"}), AnalysisSettings()).features
    axes = _grid(results)
    cells = [(box, name) for name, boxes in _boxes(axes).items() for box in boxes]
    # From the top row to the bottom one, which has the larger y, and in a row from the left.
    cells.sort(key=lambda cell: (round(cell[0].ymin), cell[0].xmin))
    expected = []
    for result in results:
        assert not isinstance(result.sensitivity, Blank)
        expected += [variant.category for variant in result.sensitivity.variants]
    assert [Category(name) for _, name in cells] == expected
    letters = {text.get_position(): text.get_text() for text in axes.texts}
    for box, name in cells:
        middle = (box.xmin + box.xmax) / 2, (box.ymin + box.ymax) / 2
        assert [text for at, text in letters.items() if np.allclose(at, middle)] == [Category(name).letter]


def test_the_chosen_column_is_framed_and_named() -> None:
    chosen = AnalysisSettings(reverse_and_questionable=ReverseAndQuestionable.BESIDE)
    axes = _grid(analyse(_answered({"one": "R5 M1"}), chosen).features)
    frame = next(patch for patch in axes.patches if isinstance(patch, Rectangle))
    left = frame.get_x()
    inside = [name for name, boxes in _boxes(axes).items() for box in boxes if abs(box.xmin - left) < 1e-9]
    assert inside == ["must-be"]
    assert "chosen" in _texts(axes)


def test_tables_are_named_unless_somebody_elses_made_the_counts() -> None:
    pairs = _texts(_grid(analyse(_answered({"one": "M5"}), AnalysisSettings()).features))
    assert {"Berger 1993", "Pouliot (in Berger 1993)", "precedence", "R and Q competing"} <= set(pairs)
    counts = _texts(_grid(analysed({"one": "M5"}).features))
    assert "Berger 1993" not in counts
    assert {"precedence", "competing", "beside"} <= set(counts)


def test_an_own_table_is_a_third_group_of_columns_under_its_literal_name() -> None:
    own = EvaluationTable("$t$_1", ("QAAAP", "AIIIM", "RIIIM", "RIIMM", "RRRRQ"))
    axes = _grid(analyse(_answered({"one": "M5"}), AnalysisSettings(table=own)).features)
    assert sum(len(boxes) for boxes in _boxes(axes).values()) == 18
    assert "own table “$t$_1”" in _texts(axes)


def test_only_a_feature_that_no_choice_changes_is_called_robust() -> None:
    texts = _texts(_grid(analysed({"firm": "M50", "shaky": "I50 A49 P2"}).features))
    assert texts.count("robust") == 1


def test_a_feature_nobody_answered_has_a_reason_and_is_not_called_robust() -> None:
    axes = _grid(analysed({"none": "", "one": "M5"}).features)
    texts = _texts(axes)
    assert "no complete pair of answers" in texts
    assert texts.count("robust") == 1


def test_shares_without_counts_have_no_grid_but_a_reason() -> None:
    results = analyse(shared({"one": [0.5, 0.5, 0, 0, 0, 0]}), AnalysisSettings()).features
    axes = _grid(results)
    assert not any(_boxes(axes).values())
    assert set(_texts(axes)) == {"one", "Needs counts; the survey gives shares without n."}


@pytest.mark.parametrize("draw", [stability_bars, sensitivity_grid])
def test_names_with_signs_of_markup_are_literal_in_rows(draw: Any) -> None:
    axes = _axes()
    draw(axes, analysed(dict.fromkeys(_AWKWARD, "M5")).features, _EN, names_width=200)
    assert set(_AWKWARD) <= set(_texts(axes))
    assert not any(text.get_parse_math() for text in axes.findobj(Text) if text.get_text())


def test_names_with_signs_of_markup_are_literal_in_the_plane() -> None:
    rows = dict(zip(_AWKWARD, ("P9", "M9", "A9", "I9"), strict=True))
    axes = _plane(analyse(_answered(rows), AnalysisSettings()).features)
    axes.figure.draw_without_rendering()
    assert _labels(axes) == _AWKWARD
