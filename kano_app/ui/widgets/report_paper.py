"""One sheet of paper as it is painted: its shadow, its picture, and a veil where it is about to change."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_VEIL = 130
_SHADOWS = ((3.0, 10), (2.0, 16), (1.0, 24))
"""How far a shadow reaches, and how dark it is of 255."""


def paint_paper(painter: QPainter, place: QRectF, image: QImage | None, ratio: float, *, is_sharp: bool) -> QRectF:
    """Paint a sheet with its picture, which is stretched where it is not sharp; return where it really stands."""
    for reach, dark in _SHADOWS:
        painter.fillRect(place.adjusted(-reach, -reach + 1, reach, reach + 1), QColor(0, 0, 0, dark))
    # On whole pixels of the screen, or text would be blurred.
    left, top = round(place.left() * ratio) / ratio, round(place.top() * ratio) / ratio
    paper = QRectF(left, top, place.width(), place.height())
    painter.fillRect(paper, Qt.GlobalColor.white)
    if image is not None and is_sharp:
        image.setDevicePixelRatio(ratio)
        painter.drawImage(paper.topLeft(), image)
    elif image is not None:
        painter.drawImage(paper, image)
    return paper


def paint_veil(painter: QPainter, paper: QRectF, colour: str) -> None:
    """Paint over a sheet that is about to change."""
    veil = QColor(colour)
    veil.setAlpha(_VEIL)
    painter.fillRect(paper, veil)
