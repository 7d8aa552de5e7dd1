"""A small reader of SVG: filled and stroked outlines, as logos are made of; what else there is, is refused by name."""

from kano_app.report.svg.reader import read_svg
from kano_app.report.svg.shape import Shape, SvgError

__all__ = ["Shape", "SvgError", "read_svg"]
