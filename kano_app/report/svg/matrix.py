"""Where points come to lie: the transformations of SVG."""

import math
import re

from kano_app.report.svg.numbers import numbers
from kano_app.report.svg.shape import LARGEST, SvgError

_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")

Matrix = tuple[float, float, float, float, float, float]


def transform(text: str) -> Matrix:
    """Return what an attribute "transform" does to points."""
    whole: Matrix = (1, 0, 0, 1, 0, 0)
    for kind, inside in _TRANSFORM.findall(text):
        values = numbers(inside)
        try:
            whole = times(whole, _one_transform(kind, values))
        except (IndexError, ValueError) as error:
            raise SvgError("transform") from error
    return whole


def _one_transform(kind: str, values: list[float]) -> Matrix:
    match kind:
        case "matrix":
            a, b, c, d, e, f = values
            return a, b, c, d, e, f
        case "translate":
            return 1, 0, 0, 1, values[0], values[1] if len(values) > 1 else 0
        case "scale":
            return values[0], 0, 0, values[1] if len(values) > 1 else values[0], 0, 0
        case "rotate":
            cos, sin = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
            turn: Matrix = (cos, sin, -sin, cos, 0, 0)
            if len(values) == 3:
                x, y = values[1:]
                turn = times(times((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))
            return turn
        case "skewX":
            return 1, 0, math.tan(math.radians(values[0])), 1, 0, 0
        case _:
            return 1, math.tan(math.radians(values[0])), 0, 1, 0, 0


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix of doing the other, then the one."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def placed(points: tuple[float, ...], matrix: Matrix) -> tuple[float, ...]:
    """Return points where a matrix puts them."""
    a, b, c, d, e, f = matrix
    found: list[float] = []
    for x, y in zip(points[::2], points[1::2], strict=True):
        across, down = a * x + c * y + e, b * x + d * y + f
        if not (abs(across) <= LARGEST and abs(down) <= LARGEST):
            raise SvgError("path")
        found += [across, down]
    return tuple(found)
