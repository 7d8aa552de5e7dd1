"""The look of charts on the screen, and the fonts of the program for matplotlib."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kano_app import assets
from kano_app.ui.theme import Colours

DOTS = 96
"""Of a screen, an inch."""
POINTS = 72
_LATIN, _CHINESE = "Noto Sans", ("Noto Sans SC", "Noto Sans TC")


def screen_style(colours: Colours | None, language: str = "en") -> Any:  # noqa: ANN401 - charts load matplotlib, so not before the window stands
    """Return the style of charts on the screen; ``None`` is for pictures on white."""
    from kano_app.charts.style import PRINT  # noqa: PLC0415

    register_fonts()
    chinese = reversed(_CHINESE) if language == "zh_TW" else _CHINESE
    style = replace(PRINT, families=(_LATIN, *chinese), text_size=9.0, small_size=8.0, mark_size=4.6)
    if colours is None:
        return style
    return replace(
        style,
        ink=colours.ink,
        muted=colours.muted,
        line=colours.edge if colours.dark else style.line,
        grid=colours.line,
        ground=colours.surface,
    )


@cache
def register_fonts() -> None:
    """Give matplotlib the fonts of the program, once."""
    from matplotlib import font_manager  # noqa: PLC0415

    known = {Path(font.fname).name for font in font_manager.fontManager.ttflist}
    for path in sorted(assets.resource("fonts").glob("*/*.ttf")):
        if path.name not in known:
            font_manager.fontManager.addfont(str(path))


def pixels(points: float) -> int:
    """Return a height in points as pixels of the screen."""
    return round(points * DOTS / POINTS)
