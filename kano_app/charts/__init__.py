"""Findings in, drawings out: each function draws on the Axes it is given, whoever shows them."""

from kano_app.charts.category_shares import category_shares
from kano_app.charts.satisfaction_map import MOST_NAMES, drawable, satisfaction_map
from kano_app.charts.style import PRINT, Style

__all__ = ["MOST_NAMES", "PRINT", "Style", "category_shares", "drawable", "satisfaction_map"]
