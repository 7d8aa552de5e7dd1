"""A logo on paper: pixels or shapes, as large as there is room for."""

import io
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from kano_app.domain.branding import Logo
from kano_app.report.logo import LogoError, Picture, read_logo
from kano_app.report.svg import Shape


class LogoView:
    """A logo scaled into a box."""

    def __init__(self, picture: Picture, width: float, height: float) -> None:
        """Fit the picture into the box."""
        scale = min(width / picture.width, height / picture.height)
        self._picture, self._scale = picture, scale
        self.width, self.height = picture.width * scale, picture.height * scale

    def draw(self, canvas: Any, x: float, y: float) -> None:  # noqa: ANN401 - reportlab is untyped
        """Draw it with its lower left corner at a place."""
        if not canvas.is_wanted:
            return
        if self._picture.png:
            image = ImageReader(io.BytesIO(self._picture.png))
            canvas.drawImage(image, x, y, self.width, self.height, mask="auto")
            return
        canvas.saveState()
        outline = canvas.beginPath()
        outline.rect(x, y, self.width, self.height)
        canvas.clipPath(outline, stroke=0, fill=0)
        canvas.translate(x, y + self.height)
        canvas.scale(self._scale, -self._scale)
        for shape in self._picture.shapes:
            _draw_shape(canvas, shape)
        canvas.restoreState()


def logo_view(logo: Logo | None, width: float, height: float) -> LogoView | None:
    """Return a logo that fits into a box; nothing where there is none, or it cannot be read."""
    if logo is None:
        return None
    try:
        return LogoView(read_logo(logo), width, height)
    except LogoError:
        return None


def _draw_shape(canvas: Any, shape: Shape) -> None:  # noqa: ANN401 - reportlab is untyped
    outline = canvas.beginPath()
    for step, points in shape.steps:
        values = [round(value, 3) for value in points]
        {"M": outline.moveTo, "L": outline.lineTo, "C": outline.curveTo}.get(step, lambda *_: outline.close())(*values)
    canvas.saveState()
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.stroke_width)
    if shape.opacity < 1:
        canvas.setFillAlpha(shape.opacity)
        canvas.setStrokeAlpha(shape.opacity)
    canvas.drawPath(
        outline, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)), fillMode=int(not shape.even_odd)
    )
    canvas.restoreState()
