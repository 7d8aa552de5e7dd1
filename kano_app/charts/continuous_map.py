"""DuMouchel's plane: the mean answers to either half of the question, and the region they fall into (METHODS §6)."""

from collections.abc import Iterator, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text

from kano_app.analysis.continuous import Continuous
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.charts.bars import box, moved
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import Cross, Segment, crosses, draw_mark, dress, shown_names
from kano_app.charts.satisfaction_map import Numbered
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import Category
from kano_app.i18n import Language
from kano_app.statistics.intervals import normal_quantile
from kano_app.wording.categories import category_name

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
_REGIONS = (
    (Category.ATTRACTIVE, (_LOW, _MOST), _HIGH - _LOW),
    (Category.PERFORMANCE, (_MOST, _MOST), _MOST - _HIGH),
    (Category.MUST_BE, (_MOST, _LOW), _MOST - _HIGH),
    (Category.INDIFFERENT, (_LOW, _LOW), _HIGH - _LOW),
    (Category.REVERSE, (_LEAST, _LEAST), _HIGH - _LEAST),
    (Category.QUESTIONABLE, (_LEAST, _MOST), _LOW - _LEAST),
    (Category.QUESTIONABLE, (_MOST, _LEAST), _MOST - _HIGH),
)
"""Every region's name, the corner it stands in, and how much width there is for it."""
_INSET, _INTO = 8.0, 11.0
"""Points by which a name stands off its corner, across and up."""


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
    names = _frame(axes, language, style)
    shown = in_plane(numbered)
    found = [result.continuous for _, result in shown if isinstance(result.continuous, Continuous)]
    points = [(one.dysfunctional, one.functional) for one in found]
    for one, point in zip(found, points, strict=True):
        draw_mark(axes, point, one.region, style)
    bars = crosses(_crosses(found, normal_quantile(confidence)))
    axes.add_collection(bars, autolim=False)
    texts = shown_names([(number, result.feature.name) for number, result in shown])
    axes.add_artist(MapLabels(axes, points, texts, style, avoid=names, lines=[*bars.get_segments(), *_EDGES]))


def _crosses(found: Sequence[Continuous], z: float) -> Iterator[Cross]:
    for one in found:
        x, y, across, up = one.dysfunctional, one.functional, one.dysfunctional_se, one.functional_se
        if not isinstance(across, Blank) and not isinstance(up, Blank):
            yield Cross((x, y), (x - z * across, x + z * across), (y - z * up, y + z * up), one.region)


def _frame(axes: Axes, language: Language, style: Style) -> list[Text]:
    """Draw what does not depend on the features, and return the names of the regions."""
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
    names = [_RegionName(axes, category, at, width, language, style) for category, at, width in _REGIONS]
    for name in names:
        axes.add_artist(name)
    return list(names)


class _RegionName(Text):
    """The name of a region in its corner, or its letter where the region is too narrow for the name."""

    def __init__(
        self,
        axes: Axes,
        category: Category,
        corner: tuple[float, float],
        width: float,
        language: Language,
        style: Style,
    ) -> None:
        """Stand off the corner, towards the middle of the plane."""
        right, top = corner[0] == _MOST, corner[1] == _MOST
        self._names = category_name(category, language).upper(), category.letter
        self._plane, self._room = axes, width
        super().__init__(
            *corner,
            self._names[0],
            color=style.line,
            fontproperties=style.font(small=True),
            horizontalalignment="right" if right else "left",
            verticalalignment="top" if top else "bottom",
            transform=moved(axes, -_INSET if right else _INSET, -_INTO if top else _INTO),
            parse_math=False,
            zorder=1,
        )

    def get_window_extent(self, renderer: Any = None, dpi: float | None = None) -> Any:  # noqa: ANN401 - matplotlib's
        """Return the box of what is written, chosen for the size of the moment."""
        if renderer is not None:
            self._choose(renderer)
        return super().get_window_extent(renderer, dpi)

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Choose, then draw."""
        self._choose(renderer)
        super().draw(renderer)

    def _choose(self, renderer: Any) -> None:  # noqa: ANN401 - any renderer
        (left, _), (right, _) = self._plane.transData.transform([(0, 0), (self._room, 0)])
        needed, _, _ = renderer.get_text_width_height_descent(self._names[0], self.get_fontproperties(), ismath=False)
        room = right - left - 2 * renderer.points_to_pixels(_INSET)
        self.set_text(self._names[int(needed > room)])
