"""Groups side by side: Worse and Better of every feature in each group, with intervals, and the category it gives."""

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from wcwidth import wcswidth

from kano_app.analysis.comparison import Comparison, Group
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank, Figure, Interval
from kano_app.charts.bars import NAME_GAP, RoomText, moved, row_name, scaled, short_reason, small_text
from kano_app.charts.map_frame import Point, outline_path
from kano_app.charts.palette import mark
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import Category
from kano_app.i18n import Language
from kano_app.wording.comparisons import group_name

LINE_HEIGHT = 10.0
"""Points a group takes in height."""
CHIPS_WIDTH = 24.0
"""Points right of the axes that hold the categories."""

Outline = tuple[Point, ...]
Look = tuple[Outline, str, str]
"""Outline, tone and label of a group."""

_BAND_GAP = 10.0
_LEGEND_LINE = 13.0
_LEGEND_INDENT, _LEGEND_GAP = 11.0, 8.0
_SCALE_ROOM = 36.0
_GAP = 0.1
"""Between the panels, in widths of a panel."""
_NUMBERED = 5
"""Groups from which on each line carries its number: so many shapes are not remembered."""
_NUMBER_WIDTH = 10.0
_LONG_LABEL = 28
"""Width of a label, in letters, that does not fit into a third of the page beside the number of people."""
_SIZE = 5.4
_CHIP = 9.0


def _turned(outline: Outline, quarters: int) -> Outline:
    for _ in range(quarters):
        outline = tuple((-y, x) for x, y in outline)
    return outline


def _around(corners: int, inner: float) -> Outline:
    """Return a shape of corners at radius 1 and ``inner`` in turn."""
    angles = (math.pi / 2 + math.pi * place / corners for place in range(2 * corners))
    return tuple(
        (radius * math.cos(angle), radius * math.sin(angle))
        for radius, angle in zip((1.08, inner) * corners, angles, strict=True)
    )


_TRIANGLE: Outline = ((-0.75, -0.95), (0.95, 0.0), (-0.75, 0.95))
_SHAPES: tuple[Outline, ...] = (
    _around(18, 1.0),
    ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    _TRIANGLE,
    _around(4, 0.36),
    _turned(_TRIANGLE, 2),
    ((-0.42, -1.1), (0.42, -1.1), (0.42, 1.1), (-0.42, 1.1)),
    _around(5, 0.45),
)
"""Seven shapes in three tones give every one of at most twenty groups a mark of its own."""


def group_legend(comparison: Comparison, language: Language, style: Style = PRINT) -> list[Look]:
    """Return outline, tone and label of every known group; many groups are numbered."""
    tones = (style.ink, style.ground, style.line)
    groups = comparison.known
    numbered = len(groups) >= _NUMBERED
    return [
        (
            _SHAPES[place % len(_SHAPES)],
            tones[place % len(tones)],
            (f"{place + 1}  " if numbered else "") + _label(group, comparison, language),
        )
        for place, group in enumerate(groups)
    ]


def _label(group: Group, comparison: Comparison, language: Language) -> str:
    people = language.ngettext("{n} person", "{n} people", group.people).format(n=language.number(group.people))
    return f"{group_name(group, comparison, language)} · {people}"


def band_height(comparison: Comparison, style: Style = PRINT) -> float:
    """Return how many points a feature takes in height."""
    return scaled(len(comparison.known) * LINE_HEIGHT + _BAND_GAP, style)


def head_height(comparison: Comparison, style: Style = PRINT) -> float:
    """Return how many points the legend and the scales above the bands take."""
    return scaled(_legend_height(comparison) + _SCALE_ROOM, style)


def _legend_height(comparison: Comparison) -> float:
    return math.ceil(len(comparison.known) / _columns(comparison)) * _LEGEND_LINE


def _columns(comparison: Comparison) -> int:
    """Return how many columns the legend has: fewer for long labels."""
    longest = max((wcswidth(" · ".join(group.levels)) for group in comparison.known), default=0)
    return 2 if len(comparison.known) in {1, 2, 4} or longest > _LONG_LABEL else 3


def group_intervals(
    axes: Axes,
    comparison: Comparison,
    language: Language,
    names_width: float,
    style: Style = PRINT,
    features: Sequence[int] | None = None,
) -> None:
    """Draw a band a feature with a line a group: Worse on the left, Better on the right, its category at the end.

    Heights are those of ``head_height`` and ``band_height``; room is kept for ``names_width`` points left of the axes
    and ``CHIPS_WIDTH``, ``scaled`` for the style, right of them.

    Args:
        axes: what is drawn on.
        comparison: the groups; people who belong to none that is known are left out.
        language: of all words.
        names_width: in points.
        style: the look.
        features: the places of the features to draw, where not all are.
    """
    places = range(len(comparison.features)) if features is None else features
    head, band = head_height(comparison), band_height(comparison)
    bottom = head + len(places) * band
    axes.set_facecolor("none")
    axes.set_xlim(0, 2 + _GAP)
    axes.set_ylim(bottom, 0)
    axes.set_axis_off()
    looks = group_legend(comparison, language, style)
    numbered = len(looks) >= _NUMBERED
    _legend(axes, looks, _columns(comparison), names_width, style)
    _scales(axes, head, bottom, language, style)
    lines: list[list[Point]] = []
    chips: dict[Category, list[float]] = {}
    for row, place in enumerate(places):
        top = head + row * band
        gap = NAME_GAP + scaled(_NUMBER_WIDTH, style) * numbered
        row_name(axes, top + band / 2, comparison.features[place].feature.name, names_width, style, gap)
        _rule(axes, top, names_width, style)
        for line, (group, look) in enumerate(zip(comparison.known, looks, strict=True)):
            y = top + _BAND_GAP / 2 + (line + 0.5) * LINE_HEIGHT
            lines += _group(axes, y, group.features[place], look, language, style)
            if numbered:
                small_text(axes, 0, y, str(line + 1), style, style.muted, "right", right=-4)
            category = group.features[place].category
            if category is not None:
                chips.setdefault(category, []).append(y)
    axes.add_collection(LineCollection(lines, colors=style.muted, linewidths=0.9, zorder=2), autolim=False)
    for category, heights in chips.items():
        _chips(axes, category, heights, style)


def _group(
    axes: Axes, y: float, result: FeatureResult, look: Look, language: Language, style: Style
) -> list[list[Point]]:
    """Draw a group's marks and return its intervals; where there are none, say why."""
    if isinstance(result.better, Blank):
        why = result.shares if isinstance(result.shares, Blank) else result.better
        small_text(axes, 0, y, short_reason(why, language), style, style.muted, "left", right=4)
        return []
    lines = []
    sides: tuple[tuple[float, Figure, Interval | Blank], ...] = (
        (1, result.worse, result.worse_interval),
        (1 + _GAP, result.better, result.better_interval),
    )
    for zero, value, ends in sides:
        if isinstance(value, Blank):
            continue
        _mark(axes, zero + value, y, look, style)
        if not isinstance(ends, Blank):
            lines.append([(zero + ends[0], y), (zero + ends[1], y)])
    return lines


def _mark(axes: Axes, x: float, y: float, look: Look, style: Style, right: float = 0) -> None:
    outline, tone, _ = look
    axes.plot(
        [x],
        [y],
        marker=outline_path(outline),
        markersize=scaled(_SIZE, style),
        markerfacecolor=tone,
        markeredgecolor=style.ink,
        markeredgewidth=0.7,
        linestyle="none",
        transform=moved(axes, right),
        clip_on=False,
        zorder=3,
    )


def _chips(axes: Axes, category: Category, heights: Sequence[float], style: Style) -> None:
    """Draw the letters of a category on its colour, right of the panels."""
    middle = scaled(CHIPS_WIDTH - _CHIP, style)
    axes.plot(
        [2 + _GAP] * len(heights),
        heights,
        marker="s",
        markersize=scaled(_CHIP, style),
        markerfacecolor=mark(category).color,
        markeredgecolor="none",
        linestyle="none",
        transform=moved(axes, middle),
        clip_on=False,
        zorder=2,
    )
    for y in heights:
        small_text(axes, 2 + _GAP, y, category.letter, style, mark(category).ink, "center", right=middle)


def _scales(axes: Axes, head: float, bottom: float, language: Language, style: Style) -> None:
    """Draw the grid of both panels with its numbers and the panels' names above."""
    title, numbers = head - _SCALE_ROOM + 13, head - 8
    panels = ((1.0, -1.0, language.gettext("Worse")), (1 + _GAP, 1.0, language.gettext("Better")))
    for zero, sign, name in panels:
        small_text(axes, zero + sign / 2, title, name, style, style.ink, "center")
        for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = zero + sign * tick
            whole = tick in {0.0, 0.5, 1.0}
            axes.plot([x, x], [head, bottom], color=style.grid, linewidth=0.8 if whole else 0.4, zorder=1)
            if whole:
                small_text(axes, x, numbers, language.plain_number(sign * tick), style, style.muted, "center")


def _rule(axes: Axes, y: float, names_width: float, style: Style) -> None:
    """Draw a thin line above a band, from the names to the chips."""
    axes.annotate(
        "",
        (0, y),
        xytext=(2 + _GAP, y),
        xycoords=moved(axes, -names_width),
        textcoords=moved(axes, scaled(CHIPS_WIDTH, style)),
        arrowprops={"arrowstyle": "-", "color": style.grid, "linewidth": 0.8, "shrinkA": 0, "shrinkB": 0},
        annotation_clip=False,
    )


def _legend(axes: Axes, looks: Sequence[Look], columns: int, names_width: float, style: Style) -> None:
    """Draw the groups' marks and labels above the panels, over the whole width."""
    indent = scaled(_LEGEND_INDENT, style)
    for place, look in enumerate(looks):
        line, column = divmod(place, columns)
        share, y = column / columns, (line + 0.5) * _LEGEND_LINE
        x, shift = share * (2 + _GAP), (share - 1) * names_width
        _mark(axes, x, y, look, style, right=shift + scaled(_SIZE / 2, style))
        label = RoomText(
            axes,
            1 / columns,
            names_width / columns - indent - _LEGEND_GAP,
            x,
            y,
            look[2],
            color=style.ink,
            fontproperties=style.font(small=True),
            verticalalignment="center",
            transform=moved(axes, shift + indent),
            clip_on=False,
        )
        axes.add_artist(label)
