"""Cells as a spreadsheet puts them on the clipboard, and takes them from it."""

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt

from kano_app.report import inert
from kano_app.ui.widgets.features_paste import Block


def text_of(indexes: Sequence[QModelIndex]) -> str:
    """Return cells of a table for a spreadsheet; no text acts as a formula there."""
    cells = {(index.row(), index.column()): index for index in indexes}
    rows, columns = (sorted({place[axis] for place in cells}) for axis in (0, 1))
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    edit = Qt.ItemDataRole.EditRole
    for row in rows:
        texts = (str(cells[row, column].data(edit)) if (row, column) in cells else "" for column in columns)
        writer.writerow(inert(text) for text in texts)
    return out.getvalue()


def cells_of(text: str) -> Block:
    """Return the cells of a text that a spreadsheet put on the clipboard, without empty lines at its end."""
    lines = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), dialect="excel-tab"))
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()
    return lines
