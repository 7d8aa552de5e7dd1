"""A small reader of SVG: filled and stroked outlines, as logos are made of; what else there is, is refused by name."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

_NAMED = {
    "black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "green": "#008000", "blue": "#0000FF",
    "gray": "#808080", "grey": "#808080", "silver": "#C0C0C0", "navy": "#000080", "teal": "#008080",
    "maroon": "#800000", "olive": "#808000", "purple": "#800080", "yellow": "#FFFF00", "orange": "#FFA500",
    "lime": "#00FF00", "aqua": "#00FFFF", "cyan": "#00FFFF", "fuchsia": "#FF00FF", "magenta": "#FF00FF",
    "currentcolor": "#000000",
}  # fmt: skip
_SILENT = frozenset({"title", "desc", "metadata", "namedview"})
_CARRIERS = frozenset({"svg", "g", "a"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_FLAG = re.compile("[01]")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_CURVE = 0.5522847498
"""How far a control point lies from its end, for a quarter of a circle."""
_MOST = 20_000
"""Steps of all outlines."""
_LARGEST = 1e6
_KEPT = ("fill", "stroke", "stroke-width", "fill-rule", "opacity", "fill-opacity", "stroke-opacity", "display", "color")

Step = tuple[str, tuple[float, ...]]
Matrix = tuple[float, float, float, float, float, float]


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


@dataclass
class _Reading:
    shapes: list[Shape]
    steps: int = 0


def read_svg(content: bytes) -> tuple[float, float, tuple[Shape, ...]]:
    """Return width, height and shapes of an SVG file; y runs downwards.

    Raises:
        SvgError: if it is broken, or holds anything but outlines.

    """
    if b"<!ENTITY" in content or (b"<!DOCTYPE" in content and b"[" in content.split(b"<svg")[0]):
        raise SvgError("ENTITY")
    parser = XMLParser()  # noqa: S314 - entities, the danger in it, are refused above
    try:
        parser.feed(content)
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        raise SvgError("XML") from error
    if _name(root) != "svg":
        raise SvgError(_name(root) or "XML")
    left, top, width, height = _view(root)
    reading = _Reading([])
    _read(root, (1, 0, 0, 1, -left, -top), {}, reading, 0)
    if not reading.shapes:
        raise SvgError("0 shapes")
    return width, height, tuple(reading.shapes)


def _view(root: Element) -> tuple[float, float, float, float]:
    box = [float(one) for one in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0.0, 0.0, _length(root.get("width", "")), _length(root.get("height", ""))]
    left, top, width, height = box
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise SvgError("viewBox")
    return left, top, width, height


def _length(text: str) -> float:
    found = _NUMBER.match(text.strip())
    return float(found[0]) if found and "%" not in text else 0.0


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _read(element: Element, matrix: Matrix, above: Mapping[str, str], reading: _Reading, depth: int) -> None:
    name = _name(element)
    if depth > 40:
        raise SvgError("g")
    if not name or name in _SILENT:
        return
    style = _style(element, above)
    if style.get("display") == "none":
        return
    matrix = _times(matrix, _transform(element.get("transform", "")))
    if name in _CARRIERS or (name == "defs" and not len(element)):
        for one in element:
            _read(one, matrix, style, reading, depth + 1)
        return
    steps = tuple(_steps(name, element))
    reading.steps += len(steps)
    if reading.steps > _MOST:
        raise SvgError(f"> {_MOST}")
    opacity = _number(style.get("opacity", "1")) * _number(style.get("fill-opacity", "1"))
    fill = "" if name == "line" else _colour(style.get("fill", "black"), style)
    stroke = _colour(style.get("stroke", "none"), style)
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    if steps and (fill or stroke):
        placed = tuple((step, _placed(points, matrix)) for step, points in steps)
        width = _number(style.get("stroke-width", "1")) * scale
        even_odd = style.get("fill-rule") == "evenodd"
        reading.shapes.append(Shape(placed, fill, stroke, width, even_odd, min(max(opacity, 0.0), 1.0)))


def _style(element: Element, above: Mapping[str, str]) -> dict[str, str]:
    given = {name: element.get(name) for name in _KEPT}
    for part in element.get("style", "").split(";"):
        name, colon, value = part.partition(":")
        if colon and name.strip() in _KEPT:
            given[name.strip()] = value.strip()
    for name in ("filter", "mask", "clip-path"):
        if element.get(name, "none") != "none" or f"{name}:" in element.get("style", "").replace(" ", ""):
            raise SvgError(name)
    # Opacity is not handed down but multiplied; in logos both are the same.
    return {**above, **{name: value for name, value in given.items() if value is not None}}


def _number(text: str) -> float:
    found = _NUMBER.match(text.strip())
    if not found:
        return 1.0
    return float(found[0]) / (100 if text.strip().endswith("%") else 1)


def _colour(text: str, style: Mapping[str, str]) -> str:
    text = text.strip().lower()
    if text == "currentcolor":
        text = style.get("color", "black").strip().lower()
    if text in {"none", "transparent"}:
        return ""
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text.upper()
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return "#" + "".join(2 * digit for digit in text[1:]).upper()
    if text.startswith("rgb(") and text.endswith(")"):
        parts = [one.strip() for one in text[4:-1].replace(",", " ").split()]
        if len(parts) == 3:
            values = [_number(one) * 255 if one.endswith("%") else _number(one) for one in parts]
            return "#" + "".join(f"{round(min(max(value, 0), 255)):02X}" for value in values)
    if text in _NAMED:
        return _NAMED[text]
    raise SvgError(text.partition("(")[0] or "fill")


def _transform(text: str) -> Matrix:
    whole: Matrix = (1, 0, 0, 1, 0, 0)
    for kind, inside in _TRANSFORM.findall(text):
        values = [float(one) for one in _NUMBER.findall(inside)]
        try:
            whole = _times(whole, _one_transform(kind, values))
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
                turn = _times(_times((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))
            return turn
        case "skewX":
            return 1, 0, math.tan(math.radians(values[0])), 1, 0, 0
        case _:
            return 1, math.tan(math.radians(values[0])), 0, 1, 0, 0


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _placed(points: tuple[float, ...], matrix: Matrix) -> tuple[float, ...]:
    a, b, c, d, e, f = matrix
    found: list[float] = []
    for x, y in zip(points[::2], points[1::2], strict=True):
        across, down = a * x + c * y + e, b * x + d * y + f
        if not (abs(across) <= _LARGEST and abs(down) <= _LARGEST):
            raise SvgError("path")
        found += [across, down]
    return tuple(found)


def _steps(name: str, element: Element) -> Iterator[Step]:
    def value(key: str) -> float:
        return _length(element.get(key, "0"))

    match name:
        case "path":
            yield from _path(element.get("d", ""))
        case "rect":
            yield from _rectangle(element, value("x"), value("y"), value("width"), value("height"))
        case "circle" | "ellipse":
            across = value("r") if name == "circle" else value("rx")
            down = value("r") if name == "circle" else value("ry")
            yield from _ellipse(value("cx"), value("cy"), across, down)
        case "line":
            yield "M", (value("x1"), value("y1"))
            yield "L", (value("x2"), value("y2"))
        case "polygon" | "polyline":
            values = [float(one) for one in _NUMBER.findall(element.get("points", ""))]
            for place in range(0, len(values) - 1, 2):
                yield ("L" if place else "M"), (values[place], values[place + 1])
            if name == "polygon" and values:
                yield "Z", ()
        case _:
            raise SvgError(name)


def _rectangle(element: Element, x: float, y: float, width: float, height: float) -> Iterator[Step]:
    given = [element.get("rx"), element.get("ry")]
    rx, ry = (_length(one or other or "0") for one, other in (given, given[::-1]))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        yield "M", (x, y)
        yield "L", (x + width, y)
        yield "L", (x + width, y + height)
        yield "L", (x, y + height)
        yield "Z", ()
        return
    cx, cy = rx * (1 - _CURVE), ry * (1 - _CURVE)
    right, low = x + width, y + height
    yield "M", (x + rx, y)
    yield "L", (right - rx, y)
    yield "C", (right - cx, y, right, y + cy, right, y + ry)
    yield "L", (right, low - ry)
    yield "C", (right, low - cy, right - cx, low, right - rx, low)
    yield "L", (x + rx, low)
    yield "C", (x + cx, low, x, low - cy, x, low - ry)
    yield "L", (x, y + ry)
    yield "C", (x, y + cy, x + cx, y, x + rx, y)
    yield "Z", ()


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[Step]:
    if rx <= 0 or ry <= 0:
        return
    cx, cy = rx * _CURVE, ry * _CURVE
    yield "M", (x + rx, y)
    yield "C", (x + rx, y + cy, x + cx, y + ry, x, y + ry)
    yield "C", (x - cx, y + ry, x - rx, y + cy, x - rx, y)
    yield "C", (x - rx, y - cy, x - cx, y - ry, x, y - ry)
    yield "C", (x + cx, y - ry, x + rx, y - cy, x + rx, y)
    yield "Z", ()


def _path(text: str) -> Iterator[Step]:
    x = y = start_x = start_y = 0.0
    control: tuple[float, float] | None = None
    last = ""
    for letter, inside in _COMMAND.findall(text):
        kind, relative = letter.upper(), letter.islower()
        if kind == "Z":
            yield "Z", ()
            x, y, control, last = start_x, start_y, None, "Z"
            continue
        for place, values in enumerate(_arguments(kind, inside)):
            step = "L" if kind == "M" and place else kind
            from_x, from_y = (x, y) if relative else (0.0, 0.0)
            if step == "H":
                points = [values[0] + from_x, y]
            elif step == "V":
                points = [x, values[0] + from_y]
            elif step == "A":
                points = [values[5] + from_x, values[6] + from_y]
            else:
                points = [one + (from_x, from_y)[at % 2] for at, one in enumerate(values)]
            mirror = (2 * x - control[0], 2 * y - control[1]) if control else (x, y)
            if step == "M":
                start_x, start_y = points
                yield "M", tuple(points)
            elif step in {"L", "H", "V"}:
                yield "L", tuple(points)
            elif step == "C":
                yield "C", tuple(points)
            elif step == "S":
                first = mirror if last in {"C", "S"} else (x, y)
                points = [*first, *points]
                yield "C", tuple(points)
            elif step in {"Q", "T"}:
                middle = tuple(points[:2]) if step == "Q" else (mirror if last in {"Q", "T"} else (x, y))
                end = points[-2:]
                yield "C", _cubic((x, y), middle, (end[0], end[1]))
                points = [*middle, *end]
            else:
                yield from _arc((x, y), values, (points[0], points[1]))
            control = (points[-4], points[-3]) if step in {"C", "S", "Q", "T"} else None
            x, y, last = points[-2], points[-1], step


def _arguments(kind: str, text: str) -> Iterator[list[float]]:
    """Yield the numbers of a command, as many at a time as it takes; an arc's two flags are one digit each."""
    count, place, found = _COUNTS[kind], 0, list[float]()
    while True:
        while place < len(text) and text[place] in " \t\r\n,":
            place += 1
        if place == len(text):
            break
        is_flag = kind == "A" and len(found) in {3, 4}
        match = _FLAG.match(text, place) if is_flag else _NUMBER.match(text, place)
        if match is None:
            raise SvgError("path")
        found.append(float(match[0]))
        place = match.end()
        if len(found) == count:
            yield found
            found = []
    if found or not text.strip():
        raise SvgError("path")


def _cubic(start: tuple[float, float], middle: tuple[float, ...], end: tuple[float, float]) -> tuple[float, ...]:
    (x0, y0), (x1, y1), (x2, y2) = start, middle, end
    return (
        x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3,
        x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3,
        x2, y2,
    )  # fmt: skip


def _arc(start: tuple[float, float], values: list[float], end: tuple[float, float]) -> Iterator[Step]:
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
        yield "C", _placed(unit, matrix)
