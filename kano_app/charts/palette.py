"""The colour and the shape of each category, the same everywhere: Okabe–Ito colours, safe for colour-blind eyes."""

import math
from dataclasses import dataclass

from kano_app.domain.category import Category

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """How a category is marked: never by colour alone."""

    color: str
    ink: str
    """The colour of a letter set on ``color``."""
    outline: tuple[Point, ...]
    """Corners of the shape inside the square −1..1, anticlockwise."""


def _regular(corners: int, turn: float, radius: float = 1.0) -> tuple[Point, ...]:
    angles = (math.radians(turn) + 2 * math.pi * corner / corners for corner in range(corners))
    return tuple((radius * math.cos(angle), radius * math.sin(angle)) for angle in angles)


_SQUARE = ((-0.82, -0.82), (0.82, -0.82), (0.82, 0.82), (-0.82, 0.82))
_CIRCLE = _regular(36, 0, 0.94)
_UP = ((-1.0, -0.82), (1.0, -0.82), (0.0, 0.94))
_DOWN = ((-1.0, 0.82), (0.0, -0.94), (1.0, 0.82))
_DIAMOND = _regular(4, 0, 1.08)
_ARM = 0.36
_PLUS = (
    (-_ARM, -1.0), (_ARM, -1.0), (_ARM, -_ARM), (1.0, -_ARM), (1.0, _ARM), (_ARM, _ARM),
    (_ARM, 1.0), (-_ARM, 1.0), (-_ARM, _ARM), (-1.0, _ARM), (-1.0, -_ARM), (-_ARM, -_ARM),
)  # fmt: skip

_DARK = "#10151C"
"""Dark enough for small letters on every colour but the blue (contrast 4.5 or more)."""

MARKS: dict[Category, Mark] = {
    Category.MUST_BE: Mark("#D55E00", _DARK, _SQUARE),
    Category.PERFORMANCE: Mark("#0072B2", "#FFFFFF", _CIRCLE),
    Category.ATTRACTIVE: Mark("#009E73", _DARK, _UP),
    Category.INDIFFERENT: Mark("#8A9099", _DARK, _DIAMOND),
    Category.REVERSE: Mark("#CC79A7", _DARK, _DOWN),
    Category.QUESTIONABLE: Mark("#F0E442", _DARK, _PLUS),
}

NO_MARK = Mark("#FFFFFF", _DARK, _CIRCLE)
"""For a feature without a category."""

EDGE = "#6B7280"
"""The outline of shapes whose fill is too light to stand on white."""


def mark(category: Category | None) -> Mark:
    """Return the mark of a category."""
    return NO_MARK if category is None else MARKS[category]


def edge(category: Category | None) -> str:
    """Return the colour of a shape's outline."""
    return EDGE if category in {None, Category.QUESTIONABLE} else mark(category).color
