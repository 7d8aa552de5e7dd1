"""The key of a map's numbers, written into the same picture: which number is which feature, column by column."""

from collections.abc import Sequence
from typing import Any

from kano_app.charts.fitted_text import FittedText
from kano_app.charts.style import Style

LINE = 13.0
"""Points a line is high."""
EDGE = 10.0
"""Points around the key, and between its columns."""
_NUMBER, _GAP = 22.0, 6.0
"""Points that the number takes with the gap behind it."""
_POINTS_PER_INCH = 72


def draw_key(
    figure: Any,  # noqa: ANN401 - matplotlib is untyped
    entries: Sequence[tuple[str, str]],
    left: float,
    top: float,
    column: float,
    rows: int,
    style: Style,
) -> None:
    """Write numbers and names.

    Args:
        figure: of the picture.
        entries: number and name, in order; a name too long for its column loses its middle.
        left: of the first column, in points from the left of the figure.
        top: of the first line, in points from the bottom of the figure.
        column: width of a column in points.
        rows: lines of a column.
        style: of the picture.

    """
    # Where the renderer chooses the face, matplotlib measures by one of its own, which has no such weight.
    width, height = (inches * _POINTS_PER_INCH for inches in figure.get_size_inches())
    for place, (number, name) in enumerate(entries):
        x, y = left + place // rows * column, top - (place % rows + 0.5) * LINE
        for text, at, align, is_strong in (
            (number, x + _NUMBER - _GAP, "right", bool(style.families)),
            (name, x + _NUMBER, "left", False),
        ):
            figure.add_artist(
                FittedText(
                    at / width,
                    y / height,
                    text,
                    width=column - _NUMBER - 2 * EDGE,
                    color=style.ink,
                    fontproperties=style.font(small=True, strong=is_strong),
                    horizontalalignment=align,
                    verticalalignment="center",
                    transform=figure.transFigure,
                )
            )
