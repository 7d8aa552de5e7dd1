"""The better–worse satisfaction map: how much having a feature satisfies, how much lacking it dissatisfies."""

from collections.abc import Sequence
from statistics import fmean

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.path import Path
from matplotlib.text import Text

from kano_app.analysis.analysis import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.charts.labels import MapLabels
from kano_app.charts.palette import edge, mark
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import Category
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language
from kano_app.wording.categories import category_name

MOST_NAMES = 40
"""Features up to which every name is shown; beyond that numbers with a key."""

_MARGIN = 0.025
_CORNERS = {
    Category.INDIFFERENT: (0.0, 0.0, "left", "bottom"),
    Category.ATTRACTIVE: (0.0, 1.0, "left", "top"),
    Category.PERFORMANCE: (1.0, 1.0, "right", "top"),
    Category.MUST_BE: (1.0, 0.0, "right", "bottom"),
}


Numbered = Sequence[tuple[int, FeatureResult]]
"""Features with the numbers that stand for their names on a map of many: their ranks."""


def drawable(features: Numbered) -> list[tuple[int, FeatureResult]]:
    """Return the features that have a place on the map: those whose coefficients are defined."""
    return [one for one in features if not isinstance(one[1].better, Blank) and not isinstance(one[1].worse, Blank)]


def quadrant_lines(features: Numbered, choice: QuadrantLines) -> tuple[float, float]:
    """Return where the lines stand, on Worse and on Better: at one half, or at the means of all drawable features."""
    shown = drawable(features)
    if choice is QuadrantLines.HALF or not shown:
        return -0.5, 0.5
    worse, better = (fmean(float(value) for value in values) for values in zip(*_coefficients(shown), strict=True))
    return worse, better


def _coefficients(features: Numbered) -> list[tuple[float, float]]:
    return [(float(result.worse), float(result.better)) for _, result in features]


def satisfaction_map(
    axes: Axes,
    features: Numbered,
    language: Language,
    style: Style = PRINT,
    lines: QuadrantLines = QuadrantLines.HALF,
) -> None:
    """Draw the map: Worse from 0 to −1 on x, Better from 0 to 1 on y, quadrant lines at one half or at the means.

    A feature whose coefficients are undefined is not drawn; the caller says so. Beyond ``MOST_NAMES`` features their
    numbers stand for their names.
    """
    worse_line, better_line = quadrant_lines(features, lines)
    _frame(axes, language, style)
    axes.axvline(worse_line, color=style.line, linewidth=0.9, zorder=1)
    axes.axhline(better_line, color=style.line, linewidth=0.9, zorder=1)
    corners = _name_corners(axes, language, style)
    numbered = drawable(features)
    shown = [result for _, result in numbered]
    points = _coefficients(numbered)
    for result, (worse, better) in zip(shown, points, strict=True):
        axes.plot(
            [worse],
            [better],
            marker=Path([*mark(result.category).outline, (0.0, 0.0)], closed=True),
            markersize=2 * style.mark_size,
            markerfacecolor=mark(result.category).color,
            markeredgecolor=edge(result.category),
            markeredgewidth=0.5,
            linestyle="none",
            clip_on=False,
            zorder=4,
        )
    crosses = _error_bars(shown)
    axes.add_collection(crosses, autolim=False)
    middle = (((worse_line, 0.0), (worse_line, 1.0)), ((0.0, better_line), (-1.0, better_line)))
    by_number = len(shown) > MOST_NAMES
    names = [str(number) if by_number else result.feature.name for number, result in numbered]
    axes.add_artist(MapLabels(axes, points, names, style, avoid=corners, lines=[*crosses.get_segments(), *middle]))


def _error_bars(results: Sequence[FeatureResult]) -> LineCollection:
    """Return a cross through every mark as wide and as high as the intervals of its coefficients."""
    lines, colors = [], []
    for result in results:
        across, up = result.worse_interval, result.better_interval
        if isinstance(across, Blank) or isinstance(up, Blank):
            continue
        worse, better = float(result.worse), float(result.better)
        lines += [[(across[0], better), (across[1], better)], [(worse, up[0]), (worse, up[1])]]
        colors += [edge(result.category)] * 2
    return LineCollection(lines, colors=colors, linewidths=0.8, alpha=0.45, zorder=2)


def _frame(axes: Axes, language: Language, style: Style) -> None:
    axes.set_facecolor("none")
    axes.set_xlim(_MARGIN, -1 - _MARGIN)
    axes.set_ylim(-_MARGIN, 1 + _MARGIN)
    ticks = (0.0, 0.25, 0.5, 0.75, 1.0)
    axes.set_xticks([-tick for tick in ticks], [_tick(-tick, language) for tick in ticks])
    axes.set_yticks(ticks, [_tick(tick, language) for tick in ticks])
    axes.tick_params(length=0, pad=5)
    axes.grid(visible=True, color=style.grid, linewidth=0.6, linestyle=(0, (2, 3)))
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set(color=style.grid, linewidth=0.8)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set(fontproperties=style.font(small=True), color=style.muted, parse_math=False)
    axes.set_xlabel(language.gettext("Worse: dissatisfaction where it is missing"), labelpad=6)
    axes.set_ylabel(language.gettext("Better: satisfaction where it is present"), labelpad=6)
    for title in (axes.xaxis.label, axes.yaxis.label):
        title.set(fontproperties=style.font(), color=style.muted, parse_math=False)


def _name_corners(axes: Axes, language: Language, style: Style) -> list[Text]:
    """Write into each corner which category's features are found there."""
    return [
        axes.annotate(
            category_name(category, language).upper(),
            (x, y),
            xycoords="axes fraction",
            xytext=(8 if x == 0 else -8, 16 if y == 0 else -16),
            textcoords="offset points",
            horizontalalignment=horizontal,
            verticalalignment=vertical,
            fontproperties=style.font(small=True),
            color=style.line,
            parse_math=False,
            zorder=1,
        )
        for category, (x, y, horizontal, vertical) in _CORNERS.items()
    ]


def _tick(value: float, language: Language) -> str:
    return language.plain_number(value)
