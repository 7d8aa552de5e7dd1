"""The better–worse satisfaction map: how much having a feature satisfies, how much lacking it dissatisfies."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import fmean

from matplotlib.axes import Axes

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.charts.corner_names import corner_names
from kano_app.charts.labels import MapLabels
from kano_app.charts.map_frame import Cross, crosses, draw_mark, satisfaction_frame
from kano_app.charts.style import PRINT, Style
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language

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
    only: Collection[int] | None = None,
    called: Mapping[int, str] | None = None,
) -> None:
    """Draw the map: Worse from 0 to −1 on x, Better from 0 to 1 on y, quadrant lines at one half or at the means.

    A feature whose coefficients are undefined is not drawn; the caller says so. Beyond ``MOST_NAMES`` features their
    numbers stand for their names; with ``only`` these numbers always do, and no others. With ``called`` these texts
    stand beside the features of these numbers, and nothing beside the others.
    """
    middle = quadrant_lines(features, lines)
    satisfaction_frame(axes, language, style, *middle)
    satisfaction_marks(axes, features, language, style, middle, only, called)


def satisfaction_marks(
    axes: Axes,
    features: Numbered,
    language: Language,
    style: Style,
    middle: tuple[float, float],
    only: Collection[int] | None = None,
    called: Mapping[int, str] | None = None,
) -> None:
    """Draw into the frame of the map, with its lines at ``middle``, what changes with the answers."""
    worse_line, better_line = middle
    numbered = drawable(features)
    points = _coefficients(numbered)
    for (_, result), point in zip(numbered, points, strict=True):
        draw_mark(axes, point, result.category, style)
    bars = crosses(_intervals(result for _, result in numbered))
    axes.add_collection(bars, autolim=False)
    through = (((worse_line, 0.0), (worse_line, 1.0)), ((0.0, better_line), (-1.0, better_line)))
    corners = corner_names(axes, language, style, points)
    crossed = [*bars.get_segments(), *through]
    if called is not None:
        told = [called[number] for number, _ in numbered if number in called]
        at = [point for (number, _), point in zip(numbered, points, strict=True) if number in called]
        labels = MapLabels(axes, at, told, style, corners, crossed, told)
    else:
        names = [result.feature.name for _, result in numbered]
        numbers = [language.number(number) if only is None or number in only else "" for number, _ in numbered]
        labels = MapLabels(axes, points, names, style, corners, crossed, numbers, is_numbered=only is not None)
    axes.add_artist(labels)


def _intervals(results: Iterator[FeatureResult]) -> Iterator[Cross]:
    for result in results:
        across, up = result.worse_interval, result.better_interval
        if not isinstance(across, Blank) and not isinstance(up, Blank):
            yield Cross((float(result.worse), float(result.better)), across, up, result.category)
