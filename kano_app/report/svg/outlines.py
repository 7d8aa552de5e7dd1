"""The elements that SVG draws, as the outlines they have."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kano_app.report.svg.numbers import length, numbers
from kano_app.report.svg.path import path_steps
from kano_app.report.svg.shape import Step, SvgError

_CURVE = 0.5522847498
"""How far a control point lies from its end, for a quarter of a circle."""


def outline(name: str, element: Element) -> Iterator[Step]:
    """Yield the steps around an element, which is called by its name without a namespace."""

    def value(key: str) -> float:
        return length(element.get(key, "0"))

    match name:
        case "path":
            yield from path_steps(element.get("d", ""))
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
            values = numbers(element.get("points", ""))
            for place in range(0, len(values) - 1, 2):
                yield ("L" if place else "M"), (values[place], values[place + 1])
            if name == "polygon" and values:
                yield "Z", ()
        case _:
            raise SvgError(name)


def _rectangle(element: Element, x: float, y: float, width: float, height: float) -> Iterator[Step]:
    given = [element.get("rx"), element.get("ry")]
    rx, ry = (length(one or other or "0") for one, other in (given, given[::-1]))
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
