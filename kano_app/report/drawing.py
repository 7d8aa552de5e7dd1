"""A matplotlib chart as SVG with text as text, or as PNG, in the program's fonts: the same bytes for the same chart."""

# mypy: allow-untyped-calls
# matplotlib's backends have no types.

import io
import threading
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import TextToPath

from kano_app import assets
from kano_app.wording.literal import visible

Draw = Callable[[Axes], None]
Inset = tuple[float, float, float, float]

_DOTS = 200
_POINTS = 72
_FAMILIES = {
    "zh_TW": ("Noto Sans", "Noto Sans TC", "Noto Sans SC"),
}
_OTHER_FAMILIES = ("Noto Sans", "Noto Sans SC", "Noto Sans TC")
_OF_THE_VIEWER = "'Segoe UI', 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Microsoft JhengHei', sans-serif"
"""Fonts of a viewer that has none of ours."""
_LINES = "stroke-linejoin:round;stroke-linecap:butt"
_registering = threading.Lock()


def families(language: str) -> tuple[str, ...]:
    """Return the fonts of a language in order of preference; matplotlib knows them afterwards."""
    with _registering:
        _register_fonts()
    return _FAMILIES.get(language, _OTHER_FAMILIES)


@cache
def _register_fonts() -> None:
    known = {Path(font.fname).name for font in font_manager.fontManager.ttflist}
    for path in sorted(assets.resource("fonts").glob("*/*.ttf")):
        if path.name not in known:
            font_manager.fontManager.addfont(str(path))


@cache
def _drawable() -> frozenset[int]:
    """Return the codes of all characters that one of the fonts has."""
    found: set[int] = set()
    for path in sorted(assets.resource("fonts").glob("*/*-Regular.ttf")):
        found.update(FT2Font(str(path)).get_charmap())
    return frozenset(found)


def _drawn(text: str) -> str:
    """Return text as pixels can show it: a character no font has by its number."""
    known = _drawable()
    return "".join(char if ord(char) in known else f"[U+{ord(char):04X}]" for char in visible(text))


def width_in_points(text: str, size: float, language: str) -> float:
    """Return how wide a text is drawn, in points."""
    prop = FontProperties(family=list(families(language)), size=size)
    return float(TextToPath().get_text_width_height_descent(_drawn(text), prop, ismath=False)[0])


class _Faces:
    """Which fonts stand in for "whatever the renderer chooses"."""

    def __init__(self, language: str) -> None:
        self._families = list(families(language))
        self._known: dict[FontProperties, FontProperties] = {}

    @property
    def names(self) -> str:
        """The families as a style sheet names them."""
        return ", ".join(map(repr, self._families))

    def of(self, prop: FontProperties) -> FontProperties:
        """Return font properties with the program's families."""
        if prop not in self._known:
            own = prop.copy()
            own.set_family(self._families)
            self._known[prop.copy()] = own
        return self._known[prop]


class _Pixels(RendererAgg):
    """Draws literal text in the program's fonts."""

    def __init__(self, width: float, height: float, dpi: float, faces: _Faces) -> None:
        super().__init__(width, height, dpi)
        self._faces = faces

    def draw_text(self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, *_: Any, **__: Any) -> None:  # noqa: ANN401 - matplotlib's own signature
        super().draw_text(gc, x, y, _drawn(s), self._faces.of(prop), angle)

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: object) -> Any:  # noqa: ANN401 - likewise
        del ismath
        return super().get_text_width_height_descent(_drawn(s), self._faces.of(prop), ismath=False)


class _Canvas(FigureCanvasAgg):
    """Hands out the renderer above."""

    def __init__(self, figure: Figure, faces: _Faces) -> None:
        super().__init__(figure)
        self._faces = faces
        self.renderer: _Pixels | None = None

    def get_renderer(self) -> _Pixels:
        if self.renderer is None:
            width, height = self.get_width_height(physical=True)
            self.renderer = _Pixels(width, height, self.figure.dpi, self._faces)
        return self.renderer


class _Lines(RendererSVG):
    """Writes an SVG with nothing in it that a page trips over: no ids of groups, no style for others, no links."""

    def __init__(self, width: float, height: float, target: io.StringIO, faces: _Faces, key: str) -> None:
        self._faces, self._key = faces, key
        super().__init__(width, height, target, image_dpi=_POINTS)
        # The root names the fonts, once, with those of the viewer.
        named, element = f"; font-family: {faces.names}", self.writer.element

        def without_fonts(
            tag: str, text: str | None = None, attrib: dict[str, str] | None = None, **extra: object
        ) -> None:
            known = attrib or {}
            own = {name: value.replace(named, "") if name == "style" else value for name, value in known.items()}
            element(tag, text, own, **extra)

        self.writer.element = without_fonts  # type: ignore[method-assign] # its only way in

    def _write_metadata(self, metadata: object) -> None:
        del metadata

    def _write_default_style(self) -> None:
        pass

    def _make_id(self, type: str, content: object) -> str:  # noqa: A002 - matplotlib's own name
        return f"{self._key}-{type}{sha256(str(content).encode()).hexdigest()[:10]}"

    def open_group(self, s: str, gid: str | None = None) -> None:
        del s, gid
        self.writer.start("g")

    def draw_text(self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, *_: Any, **options: Any) -> None:  # noqa: ANN401 - matplotlib's own signature
        clip = self._get_clip_attrs(gc)
        if clip:
            self.writer.start("g", **clip)
        mtext = options.get("mtext")
        self._draw_text_as_text(gc, x, y, visible(s), self._faces.of(prop), angle, False, mtext)
        if clip:
            self.writer.end("g")

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: object) -> Any:  # noqa: ANN401 - likewise
        del ismath
        return super().get_text_width_height_descent(_drawn(s), self._faces.of(prop), ismath=False)


def _figure(draw: Draw, size: tuple[float, float], inset: Inset, dpi: float) -> Figure:
    (width, height), (left, bottom, right, top) = size, inset
    figure = Figure(figsize=(width / _POINTS, height / _POINTS), dpi=dpi)
    figure.set_layout_engine("none")
    figure.patch.set_visible(False)
    place = (left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height)
    draw(figure.add_axes(place))
    return figure


def svg_of(draw: Draw, size: tuple[float, float], inset: Inset, language: str, key: str, look: str = "") -> str:
    """Return a chart as an ``<svg>`` element.

    Args:
        draw: draws on the axes it is given.
        size: in points.
        inset: points left of, below, right of and above the axes.
        language: its code; it chooses between the shapes of Chinese characters.
        key: begins all ids in it, so that several stand on one page.
        look: attributes of the element, ready to be written.

    """
    target = io.StringIO()
    figure = _figure(draw, size, inset, _POINTS)
    faces = _Faces(language)
    renderer = _Lines(*size, target, faces, key)
    figure.draw(renderer)
    renderer.finalize()
    text = target.getvalue()
    element = text[text.index("<svg") :].strip()
    style = f"{_LINES};font-family:{faces.names}, {_OF_THE_VIEWER}"
    return element.replace("<svg", f'<svg style="{style}"{" " if look else ""}{look}', 1)


def svg_file(draw: Draw, size: tuple[float, float], inset: Inset, language: str, title: str) -> bytes:
    """Return a chart as a file of its own, on white, under a title that programs read aloud."""
    escaped = visible(title).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    element = svg_of(draw, size, inset, language, "chart", f'role="img" xml:lang="{language.replace("_", "-")}"')
    head, rest = element.split(">", 1)
    ground = '<rect width="100%" height="100%" fill="#ffffff"/>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}>\n <title>{escaped}</title>\n {ground}{rest}\n'.encode()


def png_file(draw: Draw, size: tuple[float, float], inset: Inset, language: str) -> bytes:
    """Return a chart as a picture on white, sharp enough for print."""
    figure = _figure(draw, size, inset, _DOTS)
    canvas = _Canvas(figure, _Faces(language))
    target = io.BytesIO()
    figure.patch.set_visible(True)
    figure.patch.set_facecolor("#ffffff")
    canvas.print_png(target, metadata={"Software": None})
    return target.getvalue()
