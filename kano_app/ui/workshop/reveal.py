"""Results for the room: the satisfaction map beside the shares of the categories, large and dark."""

from collections.abc import Sequence
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
from kano_app.ui.workshop.room_labels import room_labels
from kano_app.ui.workshop.scene_paint import ROOM
from kano_app.ui.workshop.share_bars import AIRIEST, AIRY, ShareBars
from kano_app.ui.workshop.share_bars import ROOM as ROOM_ROW
from kano_app.ui.workshop.state import State

if TYPE_CHECKING:
    from kano_app.analysis import Analysis, FeatureResult
    from kano_app.charts.satisfaction_map import Numbered

_MOST_TEXT, _LEAST_TEXT, _MAP_TEXT = 0.050, 0.0242, 0.0236
"""Of the height of the screen: a few shares, many, the map; what is smaller is not read from ten metres."""
_MOST_LINES = 6
_STEP = 0.96
_SOON = 30
_TURNS = 12_000
"""Milliseconds until the next page of shares shows itself."""


class RoomMap(ChartCanvas):
    """The map in letters of a share of the screen."""

    def __init__(self, words: Language) -> None:
        """Make it empty."""
        super().__init__(ROOM.accent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys belong to the whole screen, and the room sees no frame
        self._words = words
        self._features: Numbered = []
        self._lines = QuadrantLines.HALF
        self.is_numbered = False
        """Whether numbers stand for the names."""
        self.called: dict[int, str] = {}
        """What stands beside the marks, by the number of the first feature there."""
        self.height_of_screen = 720
        self.is_drawn = False

    def put(self, analysis: "Analysis", lines: QuadrantLines) -> None:
        """Show figures, the features by their names or by numbers."""
        self._lines = lines
        self._features = list(enumerate(map(_of_no_category_if_tied, analysis.features), start=1))
        self.called, self.is_numbered = room_labels(self._features, self._words)
        self.later()

    def redraw(self, figure: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Draw the map."""
        figure.set_facecolor(ROOM.ground)
        if not self._features:
            return
        size = _MAP_TEXT * self.height_of_screen * POINTS / DOTS
        plain = screen_style(ROOM, self._words.code)
        style = replace(
            plain, text_size=size, small_size=size, mark_size=size * 0.52, line=ROOM.muted, muted=ROOM.muted
        )
        larger = size / plain.text_size
        draw = partial(_draw, features=self._features, words=self._words, lines=self._lines, called=self.called)
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
            self.map.put(analysis, project.report.quadrant_lines)
        self.bars.put(_of_all(live(project)), tells_needs=False)
        self._fit()

    def _fit(self) -> None:
        """Fit letters and pages to the size."""
        self.map.height_of_screen = self.window().height()
        self.map.later()
        self._lay_page()

    def _lay_page(self) -> None:
        """Lay as many rows on a page as can be read, and turn to the page of the moment."""
        rows = len(self.bars.live.rows)
        numbered = self.map.is_numbered and self.map.isVisibleTo(self)
        self.bars.turn_to(0, rows, numbered=numbered)
        foot, fits, pages = 0, rows, 1
        if rows * ROOM_ROW.row() * self._least <= self.height() + 1:
            text, lines, spare = self._one_page()
        else:
            foot, lines = round(self._least * 1.6), 1
            fits = self._rows_on_a_page(lines, foot)
            if not self.bars.lines((self.height() - foot) / fits / ROOM_ROW.row(), 1)[1]:
                lines = 2
                fits = self._rows_on_a_page(lines, foot)
            pages = -(-rows // fits)
            fits = -(-rows // pages)  # pages of about the same length
            text = max(self._least, (self.height() - foot) / fits / (ROOM_ROW.row(lines) - ROOM_ROW.gap + AIRY))
            spare = (self.height() - foot) / fits / text - ROOM_ROW.row(lines)
        self._page = self._state.page
        first = self._page % pages * fits
        self.bars.turn_to(first, fits, numbered=numbered, lines=lines)
        self.bars.size_text(text, ROOM_ROW.gap + max(0.0, min(spare, AIRIEST - ROOM_ROW.gap)))
        self.bars.setMinimumHeight(0)
        self.pages.setFixedHeight(foot)
        self.pages.put(first + 1, min(first + fits, rows), rows, self._least)
        self._turns.start()
        self._state.count_pages(pages)

    def _rows_on_a_page(self, lines: int, foot: int) -> int:
        return max(int((self.height() - foot) / self._least / ROOM_ROW.row(lines)), 1)

    def _one_page(self) -> tuple[float, int, float]:
        """Return letters, lines at most and what is left after each row, in letters.

        The letters are the largest in which all names stand whole, else the smallest with as many lines as there is
        room for.
        """
        text = max(_MOST_TEXT * self.window().height(), self._least)
        while True:
            found, is_whole = self.bars.lines(text, _MOST_LINES)
            spare = self._spare(text, found)
            if is_whole and spare >= AIRY - ROOM_ROW.gap:
                return text, _MOST_LINES, spare
            if text <= self._least:
                break
            text = max(text * _STEP, self._least)
        for lines in range(_MOST_LINES, 1, -1):
            spare = self._spare(text, self.bars.lines(text, lines)[0])
            if spare >= 0:
                return text, lines, spare
        return text, 1, self._spare(text, [1] * len(self.bars.rows))

    def _spare(self, text: float, lines: Sequence[int]) -> float:
        """Return the room that is left after each row of so many lines, in letters of so many pixels."""
        return (self.height() / text - sum(map(ROOM_ROW.row, lines))) / max(len(lines), 1)

    @property
    def _least(self) -> float:
        """The smallest letters, in pixels; the window has a least size."""
        return _LEAST_TEXT * self.window().height()

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


def _of_no_category_if_tied(result: "FeatureResult") -> "FeatureResult":
    """Return figures whose mark is of no category where several lead with the same count, as the shares tell it."""
    from kano_app.analysis.figure import Blank  # noqa: PLC0415 - loaded with the analysis

    found = result.verdict
    is_tie = not isinstance(found, Blank) and found.category in found.tied[:1]
    return replace(result, verdict=Blank.NO_ANSWERS) if is_tie else result


def _of_all(found: Live) -> Live:
    """Return figures without what is the facilitator's only."""
    return replace(found, rows=tuple(replace(one, needed=None, could_change=False) for one in found.rows))


def _draw(axes: Any, style: Any, **shown: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.satisfaction_map import satisfaction_map  # noqa: PLC0415 - heavy

    satisfaction_map(axes, shown["features"], shown["words"], style, shown["lines"], called=shown["called"])
