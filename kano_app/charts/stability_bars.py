"""Stability: in how many random draws each category comes out on top, the feature's own first from the left."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.analysis.stability import CLEAR, LIKELY, Stability, Sureness
from kano_app.charts.bars import ROW_HEIGHT, draw_parts, no_parts, row_name, scaled, short_reason, small_text, stack
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import CATEGORIES, Category
from kano_app.i18n import Language
from kano_app.wording.sureness import sureness_name

WORDS_WIDTH = 76.0
"""Points right of the axes that hold how sure each category is."""

_HEAD = 0.8
"""Height above the bars that names the lines, in rows."""
_WORD_GAP = 7.0


def stability_height(features: int, style: Style = PRINT) -> float:
    """Return how many points so many features take in height."""
    return scaled((features + _HEAD) * ROW_HEIGHT, style)


def stability_bars(
    axes: Axes, results: Sequence[FeatureResult], language: Language, names_width: float, style: Style = PRINT
) -> None:
    """Draw one bar a feature: the share of draws each category wins, and in a word how sure the own category is.

    The own category stands first, so that its end is seen to pass the lines of "likely" and "clear" or not. Room is
    kept for ``names_width`` points left of the axes and ``WORDS_WIDTH``, ``scaled`` for the style, right of them.
    """
    axes.set_facecolor("none")
    axes.set_xlim(0, 1)
    axes.set_ylim(len(results) - 0.5, -0.5 - _HEAD)
    axes.set_axis_off()
    if any(isinstance(result.stability, Stability) for result in results):
        _lines(axes, len(results), language, style)
    parts = no_parts()
    for row, result in enumerate(results):
        row_name(axes, row, result.feature.name, names_width, style)
        stable = result.stability
        if isinstance(stable, Blank):
            small_text(axes, 0.0, row, short_reason(stable, language), style, style.muted, "left")
            continue
        stack(axes, row, stable.shares, _order(result.category, stable), parts, language, style)
        color = style.ink if stable.word is Sureness.CLEAR else style.muted
        small_text(axes, 1, row, sureness_name(stable.word, language), style, color, "left", right=_WORD_GAP)
    draw_parts(axes, parts, style, hatched=True)


def _order(own: Category | None, stable: Stability) -> list[Category]:
    """Return the own category, then the others by how often they come out."""
    return sorted(CATEGORIES, key=lambda one: (one is not own, -stable.shares[one]))


def _lines(axes: Axes, rows: int, language: Language, style: Style) -> None:
    """Draw where "likely" and "clear" begin, behind the bars, so that the lines are seen between them."""
    ends = [[(at, -0.5), (at, rows - 0.5)] for at in (LIKELY, CLEAR)]
    axes.add_collection(LineCollection(ends, colors=style.line, linewidths=0.7, zorder=0.5), autolim=False)
    words = ((LIKELY, Sureness.LIKELY, "right", 2.0), (CLEAR, Sureness.CLEAR, "left", -2.0))
    for at, word, align, shift in words:
        text = f"{sureness_name(word, language)} {language.percent(at)}"
        small_text(axes, at, -0.5 - _HEAD / 2, text, style, style.muted, align, right=shift)
