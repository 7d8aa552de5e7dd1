"""An SVG file, element by element."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, XMLParser

from kano_app.report.svg.matrix import Matrix, placed, times, transform
from kano_app.report.svg.numbers import length, numbers, share
from kano_app.report.svg.outlines import outline
from kano_app.report.svg.shape import LARGEST, Shape, SvgError
from kano_app.report.svg.style import colour, style_of

_SILENT = frozenset({"title", "desc", "metadata", "namedview"})
_CARRIERS = frozenset({"svg", "g", "a"})
_MOST = 20_000
"""Steps of all outlines."""


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
    box = numbers(root.get("viewBox", ""))
    if len(box) != 4:
        box = [0.0, 0.0, length(root.get("width", "")), length(root.get("height", ""))]
    left, top, width, height = box
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise SvgError("viewBox")
    return left, top, width, height


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _read(element: Element, matrix: Matrix, above: Mapping[str, str], reading: _Reading, depth: int) -> None:
    name = _name(element)
    if depth > 40:
        raise SvgError("g")
    if not name or name in _SILENT:
        return
    style = style_of(element, above)
    if style.get("display") == "none":
        return
    matrix = times(matrix, transform(element.get("transform", "")))
    if name in _CARRIERS or (name == "defs" and not len(element)):
        for one in element:
            _read(one, matrix, style, reading, depth + 1)
        return
    steps = tuple(outline(name, element))
    reading.steps += len(steps)
    if reading.steps > _MOST:
        raise SvgError(f"> {_MOST}")
    opacity = share(style.get("opacity", "1")) * share(style.get("fill-opacity", "1"))
    fill = "" if name == "line" else colour(style.get("fill", "black"), style)
    stroke = colour(style.get("stroke", "none"), style)
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    if steps and (fill or stroke):
        lying = tuple((step, placed(points, matrix)) for step, points in steps)
        width = share(style.get("stroke-width", "1")) * scale
        even_odd = style.get("fill-rule") == "evenodd"
        reading.shapes.append(Shape(lying, fill, stroke, width, even_odd, min(max(opacity, 0.0), 1.0)))
