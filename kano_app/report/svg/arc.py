"""An arc of an ellipse between two points, as curves."""

import math
from collections.abc import Iterator

from kano_app.report.svg.matrix import Matrix, placed
from kano_app.report.svg.shape import Step


def arc(start: tuple[float, float], values: list[float], end: tuple[float, float]) -> Iterator[Step]:
    """Yield an arc of an ellipse as curves (SVG 1.1, F.6.5)."""
    rx, ry, turn, large, sweep = abs(values[0]), abs(values[1]), math.radians(values[2]), values[3], values[4]
    if not rx or not ry or start == end:
        yield "L", end
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = max(1.0, math.sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * y) ** 2 + (ry * x) ** 2
    root = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (-1 if bool(large) == bool(sweep) else 1)
    mx, my = root * rx * y / ry, -root * ry * x / rx
    cx = cos * mx - sin * my + (start[0] + end[0]) / 2
    cy = sin * mx + cos * my + (start[1] + end[1]) / 2
    first = math.atan2((y - my) / ry, (x - mx) / rx)
    angle = math.atan2((-y - my) / ry, (-x - mx) / rx) - first
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    pieces = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    part = angle / pieces
    reach = 4 / 3 * math.tan(part / 4)
    matrix: Matrix = (rx * cos, rx * sin, -ry * sin, ry * cos, cx, cy)
    for piece in range(pieces):
        a, b = first + piece * part, first + (piece + 1) * part
        unit = (
            math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a),
            math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b),
            math.cos(b), math.sin(b),
        )  # fmt: skip
        yield "C", placed(unit, matrix)
