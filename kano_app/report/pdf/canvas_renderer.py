"""What matplotlib draws with in a PDF: paths and text on the canvas of the document, in its own fonts."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Never, cast

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D, Transform
from matplotlib.typing import ColorType

from kano_app.report.pdf.fonts import FontBook

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_HEAVY_NAMES = frozenset({"semibold", "demibold", "demi", "bold", "heavy", "extra bold", "black"})
# Regular to 500, semi-bold from here: the document has no other weights.
_HEAVY = 600
_NON_ZERO = 1
_Rgba = tuple[float, float, float, float]
# The distance at which a hatch repeats, in points, as in matplotlib's own PDF.
_HATCH_TILE = 72


class CanvasRenderer(RendererBase):
    """What matplotlib draws with: paths and text straight on a reportlab canvas, one pixel for one point."""

    def __init__(self, book: FontBook, canvas: Any, width: float, height: float) -> None:  # noqa: ANN401 - untyped
        """Draw in the box from the canvas's origin to a width and a height in points."""
        super().__init__()
        self.width, self.height = width, height
        self._book = book
        self._canvas = canvas
        # Only path effects on text get here: outlines would need matplotlib's fonts and could not be searched.
        self._text2path = _NoOutlines()

    def flipy(self) -> bool:
        """Return that y grows upwards, as on paper."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the box's size in points."""
        return self.width, self.height

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: object) -> tuple[float, float, float]:
        """Measure a text in the document's fonts; a formula is measured as the text it is written with."""
        del ismath
        size = prop.get_size_in_points()
        ascent, descent, _ = self._get_font_height_metrics(prop)
        return self._book.width(s, size, _weight(prop)), ascent + descent, descent

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Return ascent, descent and line gap; matplotlib would look for a font of its own otherwise."""
        size = prop.get_size_in_points()
        return self._book.ascent(size), self._book.descent(size), 0.0

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: object = False,  # noqa: FBT002 - matplotlib's signature
        mtext: Text | None = None,
    ) -> None:
        """Draw one line of literal text from its baseline's left end, turned by an angle in degrees."""
        del ismath, mtext
        size = prop.get_size_in_points()
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        with self._state(gc):
            self._paint(fill=to_rgba(gc.get_rgb()), stroke=None)
            writer = self._canvas.beginText()
            writer.setTextTransform(*(round(value, 6) for value in (cos, sin, -sin, cos)), round(x, 2), round(y, 2))
            for run in self._book.runs(s, _weight(prop)):
                writer.setFont(run.font, size)
                writer.textOut(run.text)
            self._canvas.drawText(writer)

    draw_tex = draw_text

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803 - matplotlib's signature
    ) -> None:
        """Fill a path, hatch it and draw its line, each where the graphics context asks for it."""
        fill, stroke = _fill(gc, rgbFace), _stroke(gc)
        if not (fill or stroke or gc.get_hatch()):
            return
        with self._state(gc):
            self._paint(fill, stroke)
            if stroke:
                self._set_line(gc)
            if gc.get_hatch():
                self._draw_outline(path, transform, fill=fill is not None, stroke=False)
                self._draw_hatch(gc, path, transform)
                fill = None
            if fill or stroke:
                self._draw_outline(path, transform, fill=fill is not None, stroke=stroke is not None)

    def draw_image(self, *_: object, **__: object) -> Never:
        """Refuse: a chart of pixels would blur in print."""
        raise NotImplementedError("a chart in the PDF is made of lines and text: it cannot hold images")

    def draw_gouraud_triangles(self, *_: object, **__: object) -> Never:
        """Refuse: no chart of ours has shaded triangles."""
        raise NotImplementedError("a chart in the PDF cannot hold shaded triangles")

    @contextmanager
    def _state(self, gc: GraphicsContextBase) -> Iterator[None]:
        """Clip as the graphics context says, and leave the canvas as it was."""
        self._canvas.saveState()
        box = gc.get_clip_rectangle()
        if box is not None:
            outline = self._canvas.beginPath()
            outline.rect(*(round(value, 2) for value in box.bounds))
            self._canvas.clipPath(outline, stroke=0, fill=0)
        path, transform = gc.get_clip_path()
        if path is not None and transform is not None:
            # The annotation says TransformedPath, but the value has been split into a path and its transform.
            self._canvas.clipPath(self._outline(cast(Path, path), transform), stroke=0, fill=0, fillMode=_NON_ZERO)
        yield
        self._canvas.restoreState()

    def _paint(self, fill: _Rgba | None, stroke: _Rgba | None) -> None:
        """Set colours, and alpha only where it is not 1: every value is one more object in the file."""
        if fill:
            self._canvas.setFillColorRGB(*fill[:3])
            if fill[3] < 1:
                self._canvas.setFillAlpha(round(fill[3], 4))
        if stroke:
            self._canvas.setStrokeColorRGB(*stroke[:3])
            if stroke[3] < 1:
                self._canvas.setStrokeAlpha(round(stroke[3], 4))

    def _set_line(self, gc: GraphicsContextBase) -> None:
        self._canvas.setLineWidth(round(gc.get_linewidth(), 3))
        self._canvas.setLineCap(_CAPS[str(gc.get_capstyle())])
        self._canvas.setLineJoin(_JOINS[str(gc.get_joinstyle())])
        offset, dashes = gc.get_dashes()
        lengths = [] if dashes is None else np.asarray(dashes, float).round(3).tolist()
        if sum(lengths) > 0:
            self._canvas.setDash(lengths, round(float(offset) % sum(lengths), 3))

    def _draw_outline(self, path: Path, transform: Transform, *, fill: bool, stroke: bool) -> None:
        outline = self._outline(path, transform)
        self._canvas.drawPath(outline, stroke=int(stroke), fill=int(fill), fillMode=_NON_ZERO)

    def _draw_hatch(self, gc: GraphicsContextBase, path: Path, transform: Transform) -> None:
        """Lay the hatch in tiles over the path's box, clipped to the path."""
        self._canvas.saveState()
        self._canvas.clipPath(self._outline(path, transform), stroke=0, fill=0, fillMode=_NON_ZERO)
        colour = to_rgba(gc.get_hatch_color())
        self._paint(fill=colour, stroke=colour)
        self._canvas.setLineWidth(gc.get_hatch_linewidth())
        self._canvas.setDash()
        box = path.get_extents(transform)
        for column in range(math.floor(box.x0 / _HATCH_TILE), math.ceil(box.x1 / _HATCH_TILE)):
            for row in range(math.floor(box.y0 / _HATCH_TILE), math.ceil(box.y1 / _HATCH_TILE)):
                tile = Affine2D().scale(_HATCH_TILE).translate(column * _HATCH_TILE, row * _HATCH_TILE)
                self._draw_outline(gc.get_hatch_path(), tile, fill=True, stroke=True)
        self._canvas.restoreState()

    def _outline(self, path: Path, transform: Transform) -> Any:  # noqa: ANN401 - reportlab is untyped
        """Return matplotlib's path as one of the canvas; a hundredth of a point is finer than any printer."""
        outline = self._canvas.beginPath()
        here = (0.0, 0.0)
        for points, code in path.iter_segments(transform):
            values = [round(float(value), 2) for value in points]
            if code == Path.MOVETO:
                outline.moveTo(*values)
            elif code == Path.LINETO:
                outline.lineTo(*values)
            elif code == Path.CURVE3:
                outline.curveTo(*_cubic(here, values))
            elif code == Path.CURVE4:
                outline.curveTo(*values)
            elif code == Path.CLOSEPOLY:
                outline.close()
            if code != Path.CLOSEPOLY:
                here = (values[-2], values[-1])
        return outline


class _NoOutlines(TextToPath):
    """Stands where matplotlib keeps what turns text into outlines."""

    def get_text_path(self, *_: object, **__: object) -> Never:
        """Refuse, and say what to do."""
        raise NotImplementedError("text with path effects would lose the document's fonts: give it a bbox instead")


def _weight(prop: FontProperties) -> str:
    value = prop.get_weight()
    heavy = value.lower() in _HEAVY_NAMES if isinstance(value, str) else value >= _HEAVY
    return "semibold" if heavy else "regular"


def _fill(gc: GraphicsContextBase, face: ColorType | None) -> _Rgba | None:
    """Return colour and alpha of the inside, None if nothing of it is seen."""
    if face is None:
        return None
    colour = to_rgba(face, gc.get_alpha() if gc.get_forced_alpha() else None)
    return colour if colour[3] > 0 else None


def _stroke(gc: GraphicsContextBase) -> _Rgba | None:
    """Return colour and alpha of the line, None if nothing of it is seen."""
    colour = to_rgba(gc.get_rgb())
    return colour if gc.get_linewidth() > 0 and colour[3] > 0 else None


def _cubic(start: tuple[float, float], quadratic: list[float]) -> tuple[float, ...]:
    """Return the cubic curve of a quadratic one: its control points lie two thirds of the way to the old one."""
    (x0, y0), (x1, y1, x2, y2) = start, quadratic
    points = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3, x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
    return (*points, x2, y2)
