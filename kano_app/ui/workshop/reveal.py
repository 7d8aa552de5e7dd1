"""Results for the room: the satisfaction map beside the shares of the categories, large and dark."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kano_app.domain.session import Mode
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language, language
from kano_app.ui.context import Context
from kano_app.ui.widgets.chart_canvas import ChartCanvas
from kano_app.ui.widgets.chart_figure import Drawing, Inset, fill
from kano_app.ui.widgets.chart_style import DOTS, POINTS, screen_style
from kano_app.ui.workshop.live import Live, live
from kano_app.ui.workshop.scene_paint import ROOM
from kano_app.ui.workshop.share_bars import ShareBars

if TYPE_CHECKING:
    from kano_app.analysis import Analysis

_TEXT, _LEAST_TEXT = 0.026, 0.012
"""Of the height of the screen."""
_SOON = 30


class RoomMap(ChartCanvas):
    """The map in letters of a share of the screen."""

    def __init__(self, words: Language) -> None:
        """Make it empty."""
        super().__init__(ROOM.accent)
        self._words = words
        self._analysis: Analysis | None = None
        self._lines = QuadrantLines.HALF
        self.height_of_screen = 720
        self.is_drawn = False

    def put(self, analysis: "Analysis", lines: QuadrantLines) -> None:
        """Show figures."""
        self._analysis, self._lines = analysis, lines
        self.later()

    def redraw(self, figure: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Draw the map."""
        figure.set_facecolor(ROOM.ground)
        if self._analysis is None:
            return
        size = 0.021 * self.height_of_screen * POINTS / DOTS
        plain = screen_style(ROOM, self._words.code)
        style = replace(plain, text_size=size, small_size=size * 0.86, mark_size=size * 0.62)
        larger = size / plain.text_size
        draw = partial(
            _draw, features=list(enumerate(self._analysis.features, start=1)), words=self._words, lines=self._lines
        )
        inset: Inset = (44 * larger, 40 * larger, 14 * larger, 12 * larger)
        fill(figure, Drawing(draw, inset), style)
        self.is_drawn = True


class Reveal(QWidget):
    """Map and shares; figures that are older than the answers stay until new ones are there."""

    def __init__(self, context: Context, code: str) -> None:
        """Make it in the room's language, empty."""
        super().__init__()
        self._context, self.words = context, language(code)
        self.map = RoomMap(self.words)
        self.bars = ShareBars(ROOM, self.words, 18)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.map, 6)
        layout.addSpacing(24)
        layout.addWidget(self.bars, 4)
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._show)
        context.findings.ready.connect(self._later)

    def _later(self) -> None:
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Fill in what there is."""
        del event
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the letters."""
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        analysis, project = self._context.findings.analysis, self._context.project
        if analysis is None or not project.surveys or project.survey.session is None:
            return
        votes = project.survey.session.mode is Mode.VOTES
        self.map.setVisible(not votes)
        if not votes:
            self.map.put(analysis, project.report.quadrant_lines)
        self.bars.put(_of_all(live(project)), tells_needs=False)
        self._fit()

    def _fit(self) -> None:
        height = self.window().height()
        rows = max(len(self.bars.live.rows), 1)
        most = self.height() / rows / 3.1
        self.bars.size_text(max(min(_TEXT * height, most), min(_LEAST_TEXT * height, most)))
        self.bars.setMinimumHeight(0)
        self.map.height_of_screen = height
        self.map.later()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), ROOM.ground)
        painter.end()


def _of_all(found: Live) -> Live:
    """Return figures without what is the facilitator's only."""
    return replace(found, rows=tuple(replace(one, needed=None, could_change=False) for one in found.rows))


def _draw(axes: Any, style: Any, *, features: Any, words: Language, lines: QuadrantLines) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.satisfaction_map import satisfaction_map  # noqa: PLC0415 - heavy

    satisfaction_map(axes, features, words, style, lines)
