"""What maps share: the frame, marks with their crosses, and up to how many names are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.path import Path

from kano_app.analysis.figure import Interval
from kano_app.charts.corner_names import AxisTitles
from kano_app.charts.palette import edge, mark
from kano_app.charts.style import Style
from kano_app.domain.category import Category
from kano_app.i18n import Language

MOST_NAMES = 24
"""Features up to which every name is shown; beyond that numbers with a key."""

Point = tuple[float, float]
Segment = tuple[Point, Point]

_MARGIN = 0.025


@dataclass(frozen=True, slots=True)
class Cross:
    """The intervals of a point in both directions."""

    point: Point
    across: Interval
    up: Interval
    category: Category | None


def crosses(found: Iterable[Cross]) -> LineCollection:
    """Return a cross through every mark as wide and as high as the intervals of its coefficients."""
    lines, colors = [], []
    for one in found:
        x, y = one.point
        lines += [[(one.across[0], y), (one.across[1], y)], [(x, one.up[0]), (x, one.up[1])]]
        colors += [edge(one.category)] * 2
    return LineCollection(lines, colors=colors, linewidths=0.8, alpha=0.45, zorder=2)


def draw_mark(axes: Axes, point: Point, category: Category | None, style: Style) -> None:
    """Draw the mark of a feature in the shape and colour of its category."""
    drawn = Line2D(
        [point[0]],
        [point[1]],
        marker=outline_path(mark(category).outline),
        markersize=2 * style.mark_size,
        markerfacecolor=mark(category).color,
        markeredgecolor=edge(category),
        markeredgewidth=0.5,
        linestyle="none",
        zorder=4,
    )
    axes.add_artist(drawn)
    drawn.set_clip_on(False)


def outline_path(outline: Sequence[Point]) -> Path:
    """Return the corners of a shape as a marker."""
    return Path([*outline, (0.0, 0.0)], closed=True)


def satisfaction_frame(axes: Axes, language: Language, style: Style, worse: float, better: float) -> None:
    """Draw the frame of the better–worse map with its middle lines."""
    axes.set_xlim(_MARGIN, -1 - _MARGIN)
    axes.set_ylim(-_MARGIN, 1 + _MARGIN)
    ticks = (0.0, 0.25, 0.5, 0.75, 1.0)
    titles = (
        language.gettext("Worse: dissatisfaction where it is missing"),
        language.gettext("Better: satisfaction where it is present"),
    )
    dress(axes, [-tick for tick in ticks], ticks, titles, language, style)
    axes.axvline(worse, color=style.line, linewidth=0.9, zorder=1)
    axes.axhline(better, color=style.line, linewidth=0.9, zorder=1)


def dress(
    axes: Axes,
    x_ticks: Sequence[float],
    y_ticks: Sequence[float],
    titles: tuple[str, str],
    language: Language,
    style: Style,
) -> None:
    """Give the axes of a map their quiet look: dashed grid, small numbers, muted titles."""
    axes.set_facecolor("none")
    axes.set_xticks(x_ticks, [language.plain_number(tick) for tick in x_ticks])
    axes.set_yticks(y_ticks, [language.plain_number(tick) for tick in y_ticks])
    axes.tick_params(length=0, pad=5)
    axes.grid(visible=True, color=style.grid, linewidth=0.6, linestyle=(0, (2, 3)))
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set(color=style.grid, linewidth=0.8)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set(fontproperties=style.font(small=True), color=style.muted, parse_math=False)
    axes.set_xlabel(titles[0], labelpad=6)
    axes.set_ylabel(titles[1], labelpad=6)
    for title in (axes.xaxis.label, axes.yaxis.label):
        title.set(fontproperties=style.font(), color=style.muted, parse_math=False)
    axes.add_artist(AxisTitles(axes, titles))
