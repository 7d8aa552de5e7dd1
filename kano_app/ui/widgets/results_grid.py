"""The twenty-five counts of a feature: how often each pair of answers was given, and what it means."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kano_app.charts.palette import mark
from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.ui.context import Context
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.answers import answer_name
from kano_app.wording.categories import category_name

_CELL_WIDTH, _CELL_HEIGHT = 54, 25
_NAMES = 74
_HEAD = 42
_EVEN = 0.19
"""Luminance at which black and white are as legible."""
_FAINTEST, _STRONGEST = 26, 200
"""How much of the category's colour shows, of 255: of nobody's pair, and of the most frequent."""


def _blended(over: QColor, ground: QColor) -> QColor:
    share = over.alphaF()
    parts = zip(over.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index] # four numbers
    return QColor.fromRgbF(*(share * one + (1 - share) * other for one, other in parts))


def _legible(ground: QColor) -> QColor:
    """Return the ink with the greater contrast."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (ground.redF(), ground.greenF(), ground.blueF())
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("#10151C" if luminance > _EVEN else "#FFFFFF")


class PairGrid(QWidget):
    """Functional answers down, dysfunctional ones across; shaded by how often a pair was given."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._counts: list[list[int]] = []
        self._table: EvaluationTable | None = None
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(context.tr("How often each pair of answers was given"))

    def put(self, counts: Sequence[Sequence[int]], table: EvaluationTable) -> None:
        """Show the counts of a feature."""
        self._counts, self._table = [list(row) for row in counts], table
        names = self._names()
        self.setAccessibleDescription(
            "; ".join(
                f"{names[f]} / {names[d]}: {self._context.language.number(count)} {table.category(f + 1, d + 1).letter}"
                for f, row in enumerate(self._counts)
                for d, count in enumerate(row)
                if count
            )
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return its size."""
        return QSize(_NAMES + LEVELS * _CELL_WIDTH + 1, _HEAD + LEVELS * _CELL_HEIGHT + 1)

    def event(self, event: QEvent) -> bool:
        """Tell what a cell means."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = event.pos()
            d, f = (place.x() - _NAMES) // _CELL_WIDTH, (place.y() - _HEAD) // _CELL_HEIGHT
            if self._table is not None and 0 <= f < LEVELS and 0 <= d < LEVELS:
                QToolTip.showText(event.globalPos(), plain_tip(self._told(f, d, self._table)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _told(self, f: int, d: int, table: EvaluationTable) -> str:
        names, words = self._names(), self._context.language
        return self._context.tr(
            "with it: {functional}, without it: {dysfunctional}\n{count}: {category}",
            functional=names[f],
            dysfunctional=names[d],
            count=words.number(self._counts[f][d]),
            category=category_name(table.category(f + 1, d + 1), words),
        )

    def _names(self) -> list[str]:
        return [answer_name(answer, self._context.language) for answer in Answer if 1 <= answer <= LEVELS]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw headings and cells."""
        del event
        if self._table is None:
            return
        painter = QPainter(self)
        self._headings(painter)
        most = max(1, *(count for row in self._counts for count in row))
        for f in range(LEVELS):
            for d in range(LEVELS):
                self._cell(painter, f, d, most)
        painter.end()

    def _headings(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(self._context.colours.muted))
        tr = self._context.tr
        centre = int(Qt.AlignmentFlag.AlignCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across = QRect(_NAMES, 0, LEVELS * _CELL_WIDTH, 20)
        painter.drawText(across, centre, tr("without it"))
        painter.drawText(QRect(0, 20, _NAMES - 8, _HEAD - 20), right, tr("with it"))
        for place, name in enumerate(self._names()):
            painter.drawText(QRect(_NAMES + place * _CELL_WIDTH, 20, _CELL_WIDTH, _HEAD - 20), centre, name)
            painter.drawText(QRect(0, _HEAD + place * _CELL_HEIGHT, _NAMES - 8, _CELL_HEIGHT), right, name)

    def _cell(self, painter: QPainter, f: int, d: int, most: int) -> None:
        assert self._table is not None  # noqa: S101 - the caller looked
        colours, count = self._context.colours, self._counts[f][d]
        category = self._table.category(f + 1, d + 1)
        box = QRect(_NAMES + d * _CELL_WIDTH, _HEAD + f * _CELL_HEIGHT, _CELL_WIDTH, _CELL_HEIGHT)
        shade = QColor(mark(category).color)
        strength = count / most
        shade.setAlpha(round(_FAINTEST + (_STRONGEST - _FAINTEST) * strength))
        painter.fillRect(box, shade)
        painter.setPen(QColor(colours.line))
        painter.drawRect(box)
        ink = _legible(_blended(shade, QColor(colours.surface)))
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setBold(count == most)
        painter.setFont(font)
        painter.setPen(ink)
        if count:
            text = self._context.language.number(count)
            left = box.adjusted(0, 0, -22, 0)
            painter.drawText(left, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        font.setPixelSize(11)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(ink)
        letter = box.adjusted(_CELL_WIDTH - 20, 0, 0, 0)
        painter.drawText(letter, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), category.letter)
