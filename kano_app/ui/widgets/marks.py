"""Marks of categories on the screen: colour and shape, as in charts and in the PDF."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from kano_app.charts.palette import EDGE, Mark


def draw_mark(painter: QPainter, one: Mark, x: float, y: float, radius: float) -> None:
    """Draw a mark around a point; the outlines of the palette have y upwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(one.color))
    painter.setPen(QPen(QColor(EDGE), 0.8))
    painter.drawPolygon(QPolygonF([QPointF(x + radius * px, y - radius * py) for px, py in one.outline]))
    painter.restore()


def mark_pixmap(one: Mark, size: int, ratio: float) -> QPixmap:
    """Return a mark as a picture of ``size`` points."""
    found = QPixmap(round(size * ratio), round(size * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(QColor(0, 0, 0, 0))
    painter = QPainter(found)
    draw_mark(painter, one, size / 2, size / 2, size / 2 - 1)
    painter.end()
    return found
