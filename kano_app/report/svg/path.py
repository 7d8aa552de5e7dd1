"""The path of SVG: commands, absolute or relative, as lines and curves."""

import re
from collections.abc import Iterator

from kano_app.report.svg.arc import arc
from kano_app.report.svg.numbers import NUMBER
from kano_app.report.svg.shape import Step, SvgError

_FLAG = re.compile("[01]")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


def path_steps(text: str) -> Iterator[Step]:
    """Yield the steps of an attribute "d"."""
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
                yield from arc((x, y), values, (points[0], points[1]))
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
        match = _FLAG.match(text, place) if is_flag else NUMBER.match(text, place)
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
