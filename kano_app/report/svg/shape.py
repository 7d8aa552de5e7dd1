"""What is read of an SVG file: outlines with their colours; and that it cannot be."""

from typing import NamedTuple

LARGEST = 1e6
"""What no coordinate is beyond."""

Step = tuple[str, tuple[float, ...]]
"""A letter of a path, with its points."""


class SvgError(ValueError):
    """Raised when a file cannot be drawn; says what of it."""


class Shape(NamedTuple):
    """One outline: steps "M", "L", "C" and "Z" with their points."""

    steps: tuple[Step, ...]
    fill: str
    stroke: str
    stroke_width: float
    even_odd: bool
    opacity: float
