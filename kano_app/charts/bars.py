"""Rows: names left of them, bars of stacked parts, and small words beside, for all charts with a row a feature."""

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation, Transform

from kano_app.analysis.figure import FEWEST_OF_A_GROUP, Blank
from kano_app.charts.fitted_text import FittedText
from kano_app.charts.palette import mark
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import CATEGORIES, Category
from kano_app.i18n import Language
from kano_app.wording.figures import blank_reason

ROW_HEIGHT = 17.0
"""Points a bar takes in height, with the room around it."""

POINTS_PER_INCH = 72

Corners = list[tuple[float, float]]
Parts = dict[Category, list[Corners]]
"""The corners of the parts of all bars, by category."""

_BAR = 0.66
_LETTER_AND_NUMBER = 0.10
_LETTER = 0.04
_HATCHES = {Category.ATTRACTIVE: "///", Category.REVERSE: "\\\\\\"}
"""Thin lines over inks that look like others in grey print."""
_HATCH_LINE, _HATCH_TINT = 0.6, 0.4
"""How wide they are in points, and how much of the ground is in their colour."""
_OFF_LINES = 1.2
"""Points around a letter that the lines keep free."""
NAME_GAP = 8.0
"""Points kept free right of a name."""


def no_parts() -> Parts:
    """Return no part of any category yet."""
    return {category: [] for category in CATEGORIES}


def stack(
    axes: Axes,
    row: int,
    shares: Mapping[Category, float],
    order: Sequence[Category],
    parts: Parts,
    language: Language,
    style: Style,
) -> None:
    """Add one bar's parts to ``parts`` in an order, and write their letters, with numbers where there is room."""
    total, start = sum(shares.values()), 0.0
    for category in order:
        width = shares[category] / total
        end = start + width
        if width:
            parts[category].append(box(start, end, row - _BAR / 2, row + _BAR / 2))
        number = language.number(100 * shares[category])
        text = f"{category.letter} {number}" if width >= _LETTER_AND_NUMBER else category.letter
        if width >= _LETTER:
            letter = small_text(axes, (start + end) / 2, row, text, style, mark(category).ink, "center")
            if category in _HATCHES:
                letter.set_bbox({"facecolor": mark(category).color, "edgecolor": "none", "pad": _OFF_LINES})
        start = end


def box(left: float, right: float, low: float, high: float) -> Corners:
    """Return the corners of a rectangle."""
    return [(left, low), (right, low), (right, high), (left, high)]


def draw_parts(axes: Axes, parts: Parts, style: Style, *, hatched: bool = False) -> None:
    """Draw the parts of all bars: one artist a category, for a thousand patches would each be dear.

    ``hatched`` is for parts that are told apart in grey print where they are too narrow for a letter.
    """
    for category, corners in parts.items():
        part = PolyCollection(corners, facecolors=mark(category).color, edgecolors=style.ground, linewidths=0.6)
        part.set_label(category.value)
        if hatched and corners and category in _HATCHES:
            part.set_hatch(_HATCHES[category])
            part.set_hatch_linewidth(_HATCH_LINE)
            part.set_hatchcolor(_tinted(mark(category).color, style.ground))
        axes.add_collection(part, autolim=False)


def _tinted(color: str, ground: str) -> tuple[float, float, float]:
    red, green, blue = (
        (1 - _HATCH_TINT) * one + _HATCH_TINT * other for one, other in zip(to_rgb(color), to_rgb(ground), strict=True)
    )
    return red, green, blue


def row_name(axes: Axes, y: float, name: str, width: float, style: Style, gap: float = NAME_GAP) -> None:
    """Write a name ``width`` points left of x = 0, shortened so that it ends ``gap`` points before."""
    text = FittedText(
        0,
        y,
        name,
        width=width - gap,
        color=style.ink,
        fontproperties=style.font(),
        horizontalalignment="left",
        verticalalignment="center",
        transform=moved(axes, -width),
        clip_on=False,
    )
    axes.add_artist(text)


def small_text(
    axes: Axes, x: float, y: float, text: str, style: Style, color: str, align: str, *, right: float = 0
) -> Text:
    """Write small words at a point, or some points right of it."""
    return axes.text(
        x,
        y,
        text,
        fontproperties=style.font(small=True),
        color=color,
        horizontalalignment=align,
        verticalalignment="center",
        transform=moved(axes, right),
        parse_math=False,
    )


class RoomText(FittedText):
    """A text shortened to a share of its axes' width and some points more or less, at whatever size it is drawn."""

    def __init__(self, axes: Axes, share: float, more: float, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to matplotlib
        """Take what ``Text`` takes, and the room."""
        super().__init__(*args, width=0, **kwargs)
        self._within, self._share, self._more = axes, share, more

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Measure the room, then draw."""
        width = self._within.get_window_extent(renderer).width / renderer.points_to_pixels(1.0)
        self._width_in_points = self._share * width + self._more
        super().draw(renderer)


def moved(axes: Axes, right: float, up: float = 0) -> Transform:
    """Return the data's coordinates, moved by points that stay points at every size."""
    inches = (right / POINTS_PER_INCH, up / POINTS_PER_INCH)
    return axes.transData + ScaledTranslation(*inches, axes.figure.dpi_scale_trans)


def scaled(points: float, style: Style) -> float:
    """Return a measure of the print style in the proportions of another."""
    return points * style.small_size / PRINT.small_size


def short_reason(blank: Blank, language: Language) -> str:
    """Return in a few words why a row is empty."""
    reasons = {
        Blank.NO_ANSWERS: language.gettext("no complete pair of answers"),
        Blank.NO_COEFFICIENT_ANSWERS: language.gettext("only reverse or questionable answers"),
        Blank.SMALL_GROUP: language.gettext("too few people (n < {fewest})").format(
            fewest=language.number(FEWEST_OF_A_GROUP)
        ),
    }
    return reasons.get(blank) or blank_reason(blank, language)
