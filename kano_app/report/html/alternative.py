"""What a chart shows, in words made from the same findings: for those who do not see it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from kano_app.charts.category_shares import category_shares
from kano_app.charts.continuous_map import continuous_map
from kano_app.charts.group_intervals import group_intervals
from kano_app.charts.satisfaction_map import satisfaction_map
from kano_app.charts.sensitivity_grid import sensitivity_grid
from kano_app.charts.stability_bars import stability_bars
from kano_app.charts.wave_drift import wave_drift
from kano_app.i18n import Language
from kano_app.report.blocks import Drawing
from kano_app.report.html.told_bars import sensitivity_told, shares_told, stability_told
from kano_app.report.html.told_groups import groups_told
from kano_app.report.html.told_maps import drift_told, map_told, plane_told

_TOLD: Mapping[Callable[..., None], Callable[..., Iterator[str]]] = {
    satisfaction_map: map_told,
    continuous_map: plane_told,
    category_shares: shares_told,
    stability_bars: stability_told,
    sensitivity_grid: sensitivity_told,
    group_intervals: groups_told,
    wave_drift: drift_told,
}
"""By what is drawn, what is said of it; both are given the same figures."""
_OF_THE_DRAWING = {"language", "style", "names_width"}


def findings_of(block: Drawing, words: Language) -> str:
    """Return the findings a chart is drawn from as sentences; nothing where they are not known."""
    if not isinstance(block.draw, partial) or block.draw.func not in _TOLD:
        return ""
    figures: dict[str, Any] = {key: value for key, value in block.draw.keywords.items() if key not in _OF_THE_DRAWING}
    return words.sentences(_TOLD[block.draw.func](words, **figures))
