"""The frame of a table that has the focus, and of its current cell: seen on all four sides."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTableView

from kano_app.ui.theme import Colours

WIDTH = 2


def frame_focus(table: QTableView, colours: Colours) -> None:
    """Keep room for the frame also where there is none: a frame that comes with the focus is under the headings."""
    table.setStyleSheet(
        f"QTableView {{ border: {WIDTH}px solid transparent; border-radius: 4px; }}"
        f" QTableView:focus {{ border: {WIDTH}px solid {colours.accent}; }}"
        f" QTableView::corner {{ background: {colours.surface}; border: none; }}"
    )


def draw_frame(painter: QPainter, rect: QRect, colours: Colours) -> None:
    """Draw the frame of the current cell, inside of the cell and clear of the line to its right and below it."""
    painter.save()
    painter.setPen(QPen(QColor(colours.accent), WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))
    painter.restore()
