"""Stacked category shares: how each feature's answers split over the six categories, not only the winner."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.charts.bars import ROW_HEIGHT, draw_parts, no_parts, row_name, small_text, stack
from kano_app.charts.style import PRINT, Style
from kano_app.domain.category import CATEGORIES
from kano_app.i18n import Language

__all__ = ["ROW_HEIGHT", "category_shares"]

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
    parts = no_parts()
    for row, result in enumerate(results):
        row_name(axes, row, result.feature.name, names_width, style)
        if isinstance(result.shares, Blank):
            small_text(axes, 0.0, row, language.gettext("no complete pair of answers"), style, style.muted, "left")
            continue
        stack(axes, row, result.shares, CATEGORIES, parts, language, style)
        if not isinstance(result.n, Blank):
            small_text(axes, 1 + _N_COLUMN, row, f"n {language.number(result.n)}", style, style.muted, "right")
    draw_parts(axes, parts, style, hatched=True)
