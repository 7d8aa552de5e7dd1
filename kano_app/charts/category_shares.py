"""Stacked category shares: how each feature's answers split over the six categories, not only the winner."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.transforms import Affine2D

from kano_app.analysis.analysis import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.charts.labels import FittedText
from kano_app.charts.palette import mark
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import CATEGORIES, Category
from kano_app.i18n import Language

ROW_HEIGHT = 17.0
"""Points a feature takes in height."""

POINTS_PER_INCH = 72

_BAR = 0.66
_LETTER_AND_NUMBER = 0.10
_LETTER = 0.045
_Corners = list[tuple[float, float]]
_N_COLUMN = 0.075
"""Width right of the bars that holds n, in shares of the bars' width."""


def category_shares(
    axes: Axes, results: Sequence[FeatureResult], language: Language, names_width: float, style: Style = PRINT
) -> None:
    """Draw one bar a feature, from the top in the order of ``results``; ``names_width`` points are kept for names."""
    axes.set_facecolor("none")
    axes.set_xlim(0, 1 + _N_COLUMN)
    axes.set_ylim(len(results) - 0.5, -0.5)
    axes.set_axis_off()
    parts: dict[Category, list[_Corners]] = {category: [] for category in CATEGORIES}
    for row, result in enumerate(results):
        axes.add_artist(_name(axes, row, result.feature.name, names_width, style))
        if isinstance(result.shares, Blank):
            _text(axes, 0.0, row, language.gettext("no complete pair of answers"), style, style.muted, "left")
            continue
        _bar(axes, row, result.shares, parts, language, style)
        if not isinstance(result.n, Blank):
            _text(axes, 1 + _N_COLUMN, row, f"n {language.number(result.n)}", style, style.muted, "right")
    for category, corners in parts.items():
        # One artist a category: a hundred features would be a thousand patches, each dear.
        part = PolyCollection(corners, facecolors=mark(category).color, edgecolors=style.ground, linewidths=0.6)
        part.set_label(category.value)
        axes.add_collection(part, autolim=False)


def _bar(
    axes: Axes,
    row: int,
    shares: Mapping[Category, float],
    parts: Mapping[Category, list[_Corners]],
    language: Language,
    style: Style,
) -> None:
    """Add the corners of one bar's parts to ``parts`` and write their letters, with numbers where there is room."""
    total, start, low, high = sum(shares.values()), 0.0, row - _BAR / 2, row + _BAR / 2
    for category in CATEGORIES:
        width = shares[category] / total
        end = start + width
        if width:
            parts[category].append([(start, low), (end, low), (end, high), (start, high)])
        number = language.number(100 * shares[category])
        text = f"{category.letter} {number}" if width >= _LETTER_AND_NUMBER else category.letter
        if width >= _LETTER:
            _text(axes, (start + end) / 2, row, text, style, mark(category).ink, "center")
        start = end


def _name(axes: Axes, row: int, name: str, width: float, style: Style) -> FittedText:
    # The names stand left of the bars, from the left edge of the drawing.
    left_of_bars = axes.transData + Affine2D().translate(-width * axes.figure.dpi / POINTS_PER_INCH, 0)
    return FittedText(
        0,
        row,
        name,
        width=width - 8,
        color=style.ink,
        fontproperties=style.font(),
        horizontalalignment="left",
        verticalalignment="center",
        transform=left_of_bars,
        clip_on=False,
    )


def _text(axes: Axes, x: float, y: float, text: str, style: Style, color: str, align: str) -> None:
    axes.text(
        x,
        y,
        text,
        fontproperties=style.font(small=True),
        color=color,
        horizontalalignment=align,
        verticalalignment="center",
        parse_math=False,
    )
