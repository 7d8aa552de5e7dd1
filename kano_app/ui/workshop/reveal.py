"""Results for the room: the satisfaction map beside the shares of the categories, large and dark."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kano_app.domain.session import Mode
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language, language
from kano_app.ui.context import Context
from kano_app.ui.widgets.chart_canvas import ChartCanvas
from kano_app.ui.widgets.chart_figure import Drawing, Inset, fill
from kano_app.ui.widgets.chart_style import DOTS, POINTS, screen_style
from kano_app.ui.workshop.fit import draw_line, font_of
from kano_app.ui.workshop.live import Live, live
from kano_app.ui.workshop.scene_paint import ROOM
from kano_app.ui.workshop.share_bars import ShareBars
from kano_app.ui.workshop.state import State

if TYPE_CHECKING:
    from kano_app.analysis import Analysis

_TEXT, _LEAST_TEXT, _MAP_TEXT = 0.030, 0.0242, 0.0236
"""Of the height of the screen: what is smaller is not read from ten metres."""
_SOON = 30
_WIDE_FROM = 0x2E7F
_TURNS = 12_000
"""Milliseconds until the next page of shares shows itself."""
_MOST_NAMES, _LONGEST_NAME = 6, 22
"""Up to how many features, and of how long names (Chinese letters count twice), the map shows names; else numbers."""


class RoomMap(ChartCanvas):
    """The map in letters of a share of the screen."""

    def __init__(self, words: Language) -> None:
        """Make it empty."""
        super().__init__(ROOM.accent)
        self._words = words
        self._analysis: Analysis | None = None
        self._lines = QuadrantLines.HALF
        self.is_numbered = False
        self.height_of_screen = 720
        self.is_drawn = False

    def put(self, analysis: "Analysis", lines: QuadrantLines, *, numbered: bool) -> None:
        """Show figures, the features by their names or by numbers."""
        self._analysis, self._lines, self.is_numbered = analysis, lines, numbered
        self.later()

    def redraw(self, figure: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Draw the map."""
        figure.set_facecolor(ROOM.ground)
        if self._analysis is None:
            return
        size = _MAP_TEXT * self.height_of_screen * POINTS / DOTS
        plain = screen_style(ROOM, self._words.code)
        style = replace(
            plain, text_size=size, small_size=size, mark_size=size * 0.52, line=ROOM.muted, muted=ROOM.muted
        )
        larger = size / plain.text_size
        features = list(enumerate(self._analysis.features, start=1))
        if self.is_numbered:
            features = [(at, _called(one, self._words.number(at))) for at, one in features]
        draw = partial(_draw, features=features, words=self._words, lines=self._lines)
        inset: Inset = (44 * larger, 40 * larger, 14 * larger, 12 * larger)
        fill(figure, Drawing(draw, inset), style)
        self.is_drawn = True


class Reveal(QWidget):
    """Map and shares; figures that are older than the answers stay until new ones are there.

    As many shares stand on a page as are read from ten metres; the pages turn by themselves and by a key.
    """

    def __init__(self, context: Context, code: str, state: State) -> None:
        """Make it in the room's language, empty."""
        super().__init__()
        self._context, self.words, self._state = context, language(code), state
        self.map = RoomMap(self.words)
        self.bars = ShareBars(ROOM, self.words, 18, is_for_room=True)
        self.pages = Pages(self.words)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars, 1)
        column.addWidget(self.pages)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.map, 6)
        layout.addSpacing(24)
        layout.addLayout(column, 5)
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._show)
        self._turns = QTimer(self, interval=_TURNS)
        self._turns.timeout.connect(self._turn)
        self._page = 0
        context.findings.ready.connect(self._later)
        state.changed.connect(self._follow)

    def _later(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _follow(self) -> None:
        if self.isVisible() and self._state.page != self._page:
            self._lay_page()

    def _turn(self) -> None:
        if self.isVisible() and self._state.pages > 1:
            self._state.turn_page(1)

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Fill in what there is."""
        del event
        self._timer.start()
        self._turns.start()

    def hideEvent(self, event: object) -> None:  # noqa: N802
        """Turn no more pages."""
        del event
        self._turns.stop()

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
            numbered = _wants_numbers([one.feature.name for one in analysis.features])
            self.map.put(analysis, project.report.quadrant_lines, numbered=numbered)
        self.bars.put(_of_all(live(project)), tells_needs=False)
        self._fit()

    def _fit(self) -> None:
        """Fit letters and pages to the size."""
        self.map.height_of_screen = self.window().height()
        self.map.later()
        self._lay_page()

    def _lay_page(self) -> None:
        """Lay as many rows on a page as can be read, and turn to the page of the moment."""
        height, rows = self.window().height(), len(self.bars.live.rows)
        numbered = self.map.is_numbered and self.map.isVisibleTo(self)
        self.bars.turn_to(0, rows, numbered=numbered)
        foot, fits = self._room_of(rows)
        ratio, lines = self.bars.row_ratio, 1
        if rows and not self.bars.is_short(min(_TEXT * height, (self.height() - foot) / min(fits, rows) / ratio)):
            self.bars.turn_to(0, rows, numbered=numbered, lines=2)
            of_two = self._room_of(rows)
            if foot or not of_two[0]:  # on pages anyway, or no page more
                (foot, fits), ratio, lines = of_two, self.bars.row_ratio, 2
        pages = max(-(-rows // fits), 1)
        fits = -(-rows // pages)  # pages of about the same length
        self._page = self._state.page
        first = self._page % pages * fits
        text = min(_TEXT * height, (self.height() - foot) / max(fits, 1) / ratio)
        self.bars.turn_to(first, fits, numbered=numbered, lines=lines)
        self.bars.size_text(max(text, _LEAST_TEXT * height if rows else text))
        self.bars.setMinimumHeight(0)
        self.pages.setFixedHeight(foot)
        self.pages.put(first + 1, min(first + fits, rows), rows, _LEAST_TEXT * height)
        self._turns.start()
        self._state.count_pages(pages)

    def _room_of(self, rows: int) -> tuple[int, int]:
        """Return the room for the line below pages, 0 where all stand on one, and how many rows stand on a page."""
        least = _LEAST_TEXT * self.window().height()
        high = self.bars.row_ratio * least
        if rows * high <= self.height() + 1:
            return 0, max(rows, 1)
        foot = round(least * 1.6)
        return foot, max(int((self.height() - foot) / high), 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), ROOM.ground)
        painter.end()


class Pages(QWidget):
    """Below the shares: which of the features are seen."""

    def __init__(self, words: Language) -> None:
        """Make it empty."""
        super().__init__()
        self._words, self._size = words, 12.0
        self.told = ""

    def put(self, first: int, last: int, total: int, size: float) -> None:
        """Tell which are seen."""
        number = self._words.number
        told = self._words.gettext("Features {first} to {last} of {total}")
        self.told = told.format(first=number(first), last=number(last), total=number(total))
        self._size = size
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it at the right, below."""
        del event
        painter = QPainter(self)
        align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        font = font_of(self._words.code, self._size)
        draw_line(painter, QRectF(self.rect()), self.told, font, ROOM.muted, align)
        painter.end()


def _wants_numbers(names: list[str]) -> bool:
    """Return whether names would not be read on the map."""
    longest = max((sum(2 if ord(letter) > _WIDE_FROM else 1 for letter in name) for name in names), default=0)
    return len(names) > _MOST_NAMES or longest > _LONGEST_NAME


def _called(result: Any, name: str) -> Any:  # noqa: ANN401 - the analysis is loaded later
    """Return the figures of a feature under another name."""
    return replace(result, feature=replace(result.feature, name=name))


def _of_all(found: Live) -> Live:
    """Return figures without what is the facilitator's only."""
    return replace(found, rows=tuple(replace(one, needed=None, could_change=False) for one in found.rows))


def _draw(axes: Any, style: Any, *, features: Any, words: Language, lines: QuadrantLines) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.satisfaction_map import satisfaction_map  # noqa: PLC0415 - heavy

    satisfaction_map(axes, features, words, style, lines)
