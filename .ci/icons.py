"""Draws the application's icon in the forms that systems want, from its one drawing: used by the frozen program."""

import os
from pathlib import Path


def write_icons(drawing: Path, folder: Path) -> dict[str, Path]:
    """Write PNG, ICO and ICNS into a folder; return kind → path."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for kind, size in (("png", 512), ("ico", 256), ("icns", 1024)):
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
        painter.end()
        found[kind] = folder / f"kano-app.{kind}"
        if not picture.save(str(found[kind]), kind.upper()):
            raise RuntimeError(f"Qt cannot write {kind} here")
    del application
    return found
