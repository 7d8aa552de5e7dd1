"""The twenty-five pairs of cards: a click counts one, with Shift or the right button it takes one back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kano_app.charts.palette import mark
from kano_app.domain.answer import LEVELS
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.ui.context import Context
from kano_app.ui.workshop.fit import Stressed, fitted, font_of

_NAMES, _HEAD = 150.0, 50.0
_LEAST_CELL = 26
_ROW = 34


class CardsGrid(QWidget):
    """Functional cards down, dysfunctional ones across, the counts in the cells."""

    counted = Signal(int, int, int)
    """The functional and the dysfunctional answer, from 1, and 1 or −1."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._counts: list[list[int]] = [[0] * LEVELS for _ in range(LEVELS)]
        self._table: EvaluationTable | None = None
        self._answers: tuple[str, ...] = ("",) * LEVELS
        self._language = "en"
        self._held = ""
        self._chosen: tuple[int, int] | None = None
        self._under: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(context.tr("Pairs of cards"))

    def put(
        self,
        counts: Sequence[Sequence[int]],
        table: EvaluationTable,
        answers: tuple[str, ...],
        language: str,
        held: str,
        cell: tuple[int, int] | None = None,
    ) -> None:
        """Show the counts of a feature, what was typed of a pair so far, and the cell whose number is typed."""
        self._counts, self._table = [list(one) for one in counts], table
        self._answers, self._language, self._held = answers, language, held
        self._chosen = cell
        total = sum(map(sum, self._counts))
        n = self._context.ntr("{n} pair of cards", "{n} pairs of cards", total)
        self.setAccessibleDescription(n)
        self.update()

    def count(self, functional: int, dysfunctional: int) -> int:
        """Return what stands in a cell."""
        return self._counts[functional - 1][dysfunctional - 1]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable size."""
        return QSize(640, round(_HEAD + LEVELS * 46))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least at which numbers can be read."""
        return QSize(round(_NAMES + LEVELS * 56), round(_HEAD + LEVELS * _LEAST_CELL))

    def cell(self, functional: int, dysfunctional: int) -> QRectF:
        """Return where a pair stands, answers from 1."""
        wide = (self.width() - _NAMES - 1) / LEVELS
        high = (self.height() - _HEAD - 1) / LEVELS
        return QRectF(_NAMES + (dysfunctional - 1) * wide, _HEAD + (functional - 1) * high, wide, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Count a pair, or take one back."""
        found = self._at(event)
        if found is not None:
            back = event.button() is Qt.MouseButton.RightButton or bool(
                event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            )
            self.counted.emit(*found, -1 if back else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Mark the cell under the mouse."""
        if self._under != (found := self._at(event)):
            self._under = found
            self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        """Mark none."""
        del event
        self._under = None
        self.update()

    def _at(self, event: QMouseEvent) -> tuple[int, int] | None:
        every = ((f, d) for f in range(1, LEVELS + 1) for d in range(1, LEVELS + 1))
        return next((one for one in every if self.cell(*one).contains(event.position())), None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint headings and cells."""
        del event
        if self._table is None:
            return
        painter = QPainter(self)
        self._headings(painter)
        held = self._held.strip("-")
        for f in range(1, LEVELS + 1):
            for d in range(1, LEVELS + 1):
                self._cell(painter, f, d, is_held=held == str(f))
        painter.end()

    def _headings(self, painter: QPainter) -> None:
        colours, tr = self._context.colours, self._context.tr
        small = font_of(self._language, 12, strong=True)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        corner = tr("with it") + " ↓   " + tr("without it") + " →"
        painter.drawText(QRectF(0, _HEAD - 22, _NAMES - 8, 20), left, corner)
        for place, text in enumerate(self._answers, start=1):
            named = Stressed(f"{place}  {text}")
            across, down = self.cell(1, place), self.cell(place, 1)
            block = fitted(named, self._language, (across.width() - 8, _HEAD - 6), 13, 10, colours.ink)
            block.draw(painter, across.x() + 4, _HEAD - 4 - block.height, colours.ink)
            block = fitted(named, self._language, (_NAMES - 12, down.height()), 13, 10, colours.ink)
            block.draw(painter, 0, down.y() + (down.height() - block.height) / 2, colours.ink)

    def _cell(self, painter: QPainter, f: int, d: int, *, is_held: bool) -> None:
        assert self._table is not None  # noqa: S101 - the caller looked
        colours, box, count = self._context.colours, self.cell(f, d), self._counts[f - 1][d - 1]
        category = self._table.category(f, d)
        tint = QColor(mark(category).color)
        tint.setAlpha(70 if count else 22)
        painter.fillRect(box, QColor(colours.surface))
        painter.fillRect(box, tint)
        is_marked = is_held or self._under == (f, d)
        if self._chosen == (f, d):
            painter.fillRect(box, QColor(colours.selected))
            is_marked = True
        painter.setPen(QPen(QColor(colours.accent if is_marked else colours.line), 2 if is_marked else 1))
        painter.drawRect(box.adjusted(1, 1, -1, -1) if is_marked else box)
        if count or self._chosen == (f, d):
            painter.setFont(font_of(self._language, min(box.height() * 0.5, 24), strong=True))
            painter.setPen(QColor(colours.ink))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._context.language.number(count))
        painter.setFont(font_of(self._language, 11))
        painter.setPen(QColor(colours.muted if not count else colours.ink))
        corner = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(box.adjusted(0, 0, -6, -3), corner, category.letter)
