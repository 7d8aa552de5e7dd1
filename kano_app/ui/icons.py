"""Icons of one family (Lucide), drawn in the colour of the theme and sharp at any scale."""

from functools import cache
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kano_app import assets

_SIZE = 20


@cache
def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """Return an icon in a colour, and in another where it is disabled."""
    found = QIcon()
    scale = _sharpest()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or colour)):
        found.addPixmap(_pixmap(name, ink, _SIZE * scale), mode)
    return found


def _sharpest() -> int:
    """Return how many pixels a point has on the sharpest screen there is; others scale down."""
    return max(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return an icon as a picture of ``size`` points on a screen of so many pixels a point."""
    found = _pixmap(name, colour, round(size * ratio))
    found.setDevicePixelRatio(ratio)
    return found


@cache
def _svg(name: str) -> str:
    return assets.resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    found = QPixmap(QSize(pixels, pixels))
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return found
