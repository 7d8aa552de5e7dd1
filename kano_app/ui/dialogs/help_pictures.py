"""The pictures of the guide: those of the window, which lie beside the program."""

from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QTextDocument

from kano_app import assets

_WIDTH = 544
"""Points: as wide as the page when the help is opened."""


class PicturedDocument(QTextDocument):
    """A document whose pictures are looked up by their file names, and which fetches nothing else."""

    line = ""
    """The colour of the line around a picture."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401 - Qt's
        """Return a picture as sharp as the screen; of what is none, nothing."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = _picture(PurePosixPath(QUrl(name).path()).name, self.line)
        if picture is not None:
            self.addResource(kind, QUrl(name), picture)
        return picture


def _picture(name: str, line: str) -> QImage | None:
    path = assets.pictures() / name
    if not name.endswith(".png") or not path.is_file():
        return None
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    found = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    found = found.scaledToWidth(round(_WIDTH * ratio), Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(found)
    painter.setPen(QPen(QColor(line), 2))
    painter.drawRect(found.rect())
    painter.end()
    found.setDevicePixelRatio(ratio)
    return found
