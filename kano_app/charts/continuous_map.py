"""DuMouchel's plane: the mean answers to either half of the question, and the region they fall into (METHODS §6)."""

from collections.abc import Iterator, Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection

from kano_app.analysis.continuous import Continuous
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.charts.bars import box
from kano_app.charts.corner_names import CornerName
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import Cross, Point, Segment, crosses, draw_mark, dress
from kano_app.charts.satisfaction_map import Numbered
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import Category
from kano_app.i18n import Language
from kano_app.statistics.intervals import normal_quantile

_LEAST, _LOW, _HIGH, _MOST = -2.0, -1.0, 2.0, 4.0
_MARGIN = 0.12
_START, _END = _LEAST - _MARGIN, _MOST + _MARGIN
"""The frame, a little wider than the plane."""
_EDGES: tuple[Segment, ...] = (
    ((_LOW, _LOW), (_LOW, _END)),
    ((_LOW, _LOW), (_END, _LOW)),
    ((_HIGH, _START), (_HIGH, _END)),
    ((_START, _HIGH), (_END, _HIGH)),
)
"""The lines between regions; none parts the reverse region, which is an L."""
_OUTSIDE = (
    box(_START, _LOW, _START, _END),
    box(_LOW, _END, _START, _LOW),
)
"""Where features are reverse or questionable."""
_REGIONS: tuple[tuple[Category, Point, Point], ...] = (
    (Category.ATTRACTIVE, (_LOW, _MOST), (_HIGH - _LOW, _MOST - _HIGH)),
    (Category.PERFORMANCE, (_MOST, _MOST), (_MOST - _HIGH, _MOST - _HIGH)),
    (Category.MUST_BE, (_MOST, _LOW), (_MOST - _HIGH, _HIGH - _LOW)),
    (Category.INDIFFERENT, (_LOW, _LOW), (_HIGH - _LOW, _HIGH - _LOW)),
    (Category.REVERSE, (_LEAST, _LEAST), (_HIGH - _LEAST, _LOW - _LEAST)),
    (Category.QUESTIONABLE, (_LEAST, _MOST), (_LOW - _LEAST, _MOST - _HIGH)),
    (Category.QUESTIONABLE, (_MOST, _LEAST), (_MOST - _HIGH, _LOW - _LEAST)),
)
"""Every region's name, the corner it stands in, and how much room there is for it, across and up."""


def in_plane(features: Numbered) -> list[tuple[int, FeatureResult]]:
    """Return the features that have a place in the plane: those whose answers are known as pairs."""
    return [one for one in features if isinstance(one[1].continuous, Continuous)]


def continuous_map(
    axes: Axes, numbered: Numbered, language: Language, style: Style = PRINT, confidence: float = 0.95
) -> None:
    """Draw the whole plane: dysfunctional means on x, functional on y, both −2 to 4, and where the regions end.

    The cross through a mark spans ± z standard errors at the confidence. A feature without pairs is not drawn; the
    caller says so. Beyond ``MOST_NAMES`` features their numbers stand for their names.
    """
    plane_frame(axes, language, style)
    plane_marks(axes, numbered, language, style, confidence)


def plane_marks(axes: Axes, numbered: Numbered, language: Language, style: Style, confidence: float) -> None:
    """Draw into the frame of the plane what changes with the answers."""
    shown = in_plane(numbered)
    found = [result.continuous for _, result in shown if isinstance(result.continuous, Continuous)]
    points = [(one.dysfunctional, one.functional) for one in found]
    for one, point in zip(found, points, strict=True):
        draw_mark(axes, point, one.region, style)
    bars = crosses(_crosses(found, normal_quantile(confidence)))
    axes.add_collection(bars, autolim=False)
    names = [result.feature.name for _, result in shown]
    numbers = [language.number(number) for number, _ in shown]
    regions = [_region_name(axes, category, at, room, language, style) for category, at, room in _REGIONS]
    for region in regions:
        region.keep_off(points)
        axes.add_artist(region)
    axes.add_artist(MapLabels(axes, points, names, style, regions, [*bars.get_segments(), *_EDGES], numbers))


def _crosses(found: Sequence[Continuous], z: float) -> Iterator[Cross]:
    for one in found:
        x, y, across, up = one.dysfunctional, one.functional, one.dysfunctional_se, one.functional_se
        if not isinstance(across, Blank) and not isinstance(up, Blank):
            yield Cross((x, y), (x - z * across, x + z * across), (y - z * up, y + z * up), one.region)


def plane_frame(axes: Axes, language: Language, style: Style) -> None:
    """Draw the axes and where the regions end."""
    axes.set_xlim(_START, _END)
    axes.set_ylim(_START, _END)
    titles = (
        language.gettext("Dysfunctional mean: dissatisfaction where it is missing"),
        language.gettext("Functional mean: satisfaction where it is present"),
    )
    ticks = range(-2, 5)
    dress(axes, ticks, ticks, titles, language, style)
    shade = PolyCollection(_OUTSIDE, facecolors=style.grid, edgecolors="none", alpha=0.35, zorder=0.4)
    lines = LineCollection(_EDGES, colors=style.line, linewidths=0.9, zorder=1)
    axes.add_collection(shade, autolim=False)
    axes.add_collection(lines, autolim=False)


def _region_name(
    axes: Axes, category: Category, corner: Point, room: Point, language: Language, style: Style
) -> CornerName:
    right, top = corner[0] == _MOST, corner[1] == _MOST
    return CornerName(axes, category, corner, (right, top), room, axes.transData, language, style)
