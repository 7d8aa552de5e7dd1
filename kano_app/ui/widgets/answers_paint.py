"""How the grid of answers is painted: each of the few different cells once, then as a picture."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kano_app.charts.palette import mark
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.ui.context import Context
from kano_app.ui.models.answers_model import AnswersModel, Index
from kano_app.ui.widgets.features_frame import draw_frame

_CHIP = 18
_STAMPS = 512
_LINES = 3
_BESIDE = 9
"""Points of a column beside the name in it."""


class PairDelegate(QStyledItemDelegate):
    """Draws a pair and the letter of its category on its colour; ``half`` is the cell that is half typed."""

    def __init__(self, context: Context, model: AnswersModel, parent: QWidget) -> None:
        """Draw for a grid."""
        super().__init__(parent)
        self._colours, self._model = context.colours, model
        self.table: EvaluationTable = context.project.analysis.table
        self.half: tuple[int, int] | None = None
        """Person and column of the pair whose second digit is awaited."""
        self._stamps: dict[tuple[object, ...], QPixmap] = {}

    def use(self, table: EvaluationTable) -> None:
        """Name categories by another table."""
        if table is not self.table:
            self.table = table
            self._stamps.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell: what is in it as a picture that was drawn before."""
        row, column = index.row(), index.column()
        person = self._model.person(row)
        pair = self._model.pairs[column]
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        rect = option.rect
        key = (
            int(pair.functional[person]),
            int(pair.dysfunctional[person]),
            selected,
            focused,
            person in self._model.out,
            self.half == (person, column),
            rect.width(),
            rect.height(),
        )
        stamp = self._stamps.get(key)
        if stamp is None:
            if len(self._stamps) >= _STAMPS:
                self._stamps.clear()
            stamp = self._stamps[key] = self._stamp(*key, ratio=painter.device().devicePixelRatioF(), font=option.font)
        painter.drawPixmap(rect.topLeft(), stamp)

    def _stamp(  # noqa: PLR0913 - all that a cell can differ in
        self,
        functional: int,
        dysfunctional: int,
        selected: bool,  # noqa: FBT001
        focused: bool,  # noqa: FBT001
        out: bool,  # noqa: FBT001
        half: bool,  # noqa: FBT001
        width: int,
        height: int,
        *,
        ratio: float,
        font: QFont,
    ) -> QPixmap:
        colours = self._colours
        found = QPixmap(round(width * ratio), round(height * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(QColor(colours.selected if selected else colours.surface))
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.drawLine(0, height - 1, width, height - 1)
        painter.drawLine(width - 1, 0, width - 1, height)
        painter.setFont(font)
        left = (width - 50) // 2
        self._digits(painter, QRect(left, 0, 28, height), (functional, dysfunctional), out=out, half=half)
        if 1 <= functional <= 5 and 1 <= dysfunctional <= 5:
            self._chip(
                painter, QRectF(left + 32, (height - _CHIP) / 2, _CHIP, _CHIP), functional, dysfunctional, out=out
            )
        if out and (functional or dysfunctional):
            painter.setPen(QColor(colours.muted))
            painter.drawLine(left, height // 2, left + 26, height // 2)
        if focused:
            draw_frame(painter, QRect(0, 0, width, height), colours)
        painter.end()
        return found

    def _digits(self, painter: QPainter, rect: QRect, codes: tuple[int, int], *, out: bool, half: bool) -> None:
        colours = self._colours
        missing = not half and bool(codes[0]) != bool(codes[1])
        for place, code in enumerate(codes):
            box = QRect(rect.left() + 14 * place, rect.top(), 12, rect.height())
            awaited = half and place == 1
            colour = (
                colours.accent if awaited else colours.muted if out else colours.warning if missing else colours.ink
            )
            painter.setPen(QColor(colour))
            if awaited:
                painter.fillRect(QRectF(box.left(), rect.center().y() + 8, 12, 2), QColor(colours.accent))
            text = str(code) if code else "·" if missing else ""
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _chip(self, painter: QPainter, rect: QRectF, functional: int, dysfunctional: int, *, out: bool) -> None:
        category = self.table.category(functional, dysfunctional)
        look = mark(category)
        painter.setPen(QPen(QColor(self._colours.edge), 1) if out else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if out else QColor(look.color))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor(self._colours.muted if out else look.ink))
        font = painter.font()
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, category.letter)


class NameHeader(QHeaderView):
    """Names of features in up to three lines; of what does not fit the middle is cut out."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Stand above a grid."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = context.colours
        self.fit(())

    def fit(self, names: Sequence[str]) -> None:
        """Be as high as the longest of the names needs, in up to three lines."""
        metrics, width, lines = self.fontMetrics(), self.defaultSectionSize() - _BESIDE, 1
        for name in names:
            lines = max(lines, len(wrapped(name, metrics, width, _LINES)))
            if lines == _LINES:
                break
        height = lines * metrics.lineSpacing() + 12
        if height != self.height():
            self.setFixedHeight(height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw a name."""
        painter.save()
        painter.fillRect(rect, QColor(self._colours.surface))
        painter.setPen(QColor(self._colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(self._colours.ink))
        name = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        inside = rect.adjusted(5, 4, 5 - _BESIDE, -6)
        lines = "\n".join(wrapped(name, self.fontMetrics(), inside.width(), _LINES))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), lines)
        painter.restore()


class PersonHeader(QHeaderView):
    """Numbers of people, a flag beside who has one; who is left out is struck."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Stand beside a grid."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._colours = context.colours
        self._flag = context.icon("flag")
        self.setFixedWidth(72)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw a number."""
        model: Any = self.model()
        person = model.person(logicalIndex)
        out = person in model.out
        painter.save()
        chosen = self.selectionModel() is not None and self.selectionModel().isRowSelected(logicalIndex)
        painter.fillRect(rect, QColor(self._colours.selected if chosen else self._colours.surface))
        painter.setPen(QColor(self._colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        font = painter.font()
        font.setStrikeOut(out)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.muted if out else self._colours.ink))
        painter.drawText(
            rect.adjusted(0, 0, -10, 0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            str(person + 1),
        )
        if model.flagged is not None and person < len(model.flagged.complete) and model.flagged.of(person):
            self._flag.paint(painter, rect.left() + 6, rect.center().y() - 6, 14, 14)
        painter.restore()


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Return a text in lines, broken between words or, in Chinese, between characters."""
    lines = [""]
    for token in _tokens(text):
        if not lines[-1] or metrics.horizontalAdvance(lines[-1] + token.rstrip()) <= width:
            lines[-1] += token
        else:
            lines.append(token.lstrip())
    if len(lines) > most:
        rest = "".join(line if line.endswith(" ") or not line.isascii() else line + " " for line in lines[most - 1 :])
        lines = [*lines[: most - 1], rest]
    # Long names begin alike: what is cut is their middle.
    return [metrics.elidedText(line.strip(), Qt.TextElideMode.ElideMiddle, width) for line in lines]


def _tokens(text: str) -> list[str]:
    import re  # noqa: PLC0415 - used once

    return re.findall(
        r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+\s*|\s+", text
    )
