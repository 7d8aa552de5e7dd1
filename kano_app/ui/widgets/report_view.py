"""Pages one below the other as they will print; those that are about to change stay, greyed, until they are there."""

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from kano_app.ui.theme import Colours
from kano_app.ui.widgets.report_layout import BETWEEN, MARGIN, Layout, lay_out
from kano_app.ui.widgets.report_paper import paint_paper, paint_veil
from kano_app.ui.widgets.report_sheets import Sheets, close_all

if TYPE_CHECKING:
    from kano_app.report.pages import Pages

_STEP, _POINTS = 48, 72
_KEPT = 4
"""Pages before and after the one at hand whose pictures are kept."""


class Zoom(Enum):
    """How large pages are."""

    WIDTH = "width"
    PAGE = "page"
    FULL = "full"


class PageView(QAbstractScrollArea):
    """Shows the pages of a report."""

    turned = Signal(int)
    """The page at hand, counted from 0."""

    def __init__(self, colours: Colours, waiting: str) -> None:
        """Make it with nothing but a word on what it waits for."""
        super().__init__()
        self._colours, self._waiting = colours, waiting
        self.zoom = Zoom.WIDTH
        self.current = 0
        self.is_stale = True
        """Whether the pages are those of before a change."""
        self._sheets = Sheets()
        self.destroyed.connect(partial(close_all, self._sheets.files))
        self._layout = Layout()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._draw_one)
        self._is_turning = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # what it shows

    @property
    def pages(self) -> int:
        """How many pages there are, as far as is known."""
        return len(self._sheets.sizes)

    @property
    def kept(self) -> tuple[int, ...]:
        """The pages whose pictures are kept."""
        return self._sheets.kept

    def is_sharp(self, page: int) -> bool:
        """Return whether a page is shown as it is now, at its size."""
        return page < self.pages and self._sheets.is_sharp(page, self._scale(page))

    def is_fresh(self, page: int) -> bool:
        """Return whether a page is that of the study as it is now, and drawn."""
        return (page == self._sheets.newest or not self.is_stale) and self.is_sharp(page)

    def text(self) -> str:
        """Return what the page at hand says."""
        return self._sheets.text(self.current)

    def headings(self) -> tuple[tuple[str, int], ...]:
        """Return the bookmarks of the pages that are shown."""
        return self._sheets.headings()

    # what it is told

    def grey(self) -> None:
        """Say that the pages are about to change."""
        self.is_stale, self._sheets.newest = True, -1
        self.viewport().update()

    def put_page(self, page: int, pages: "Pages") -> None:
        """Show one page anew, before the others are there."""
        self._sheets.put_page(page, pages)
        self._arrange()
        self._draw_one()

    def put(self, pages: "Pages") -> None:
        """Show all pages anew."""
        self._sheets.put(pages)
        self.is_stale = False
        self.current = max(min(self.current, self.pages - 1), 0)
        self._arrange()
        self._draw_one()

    def begin_at(self, page: int) -> None:
        """Have a page at hand before any is there."""
        self.current = page

    def empty(self) -> None:
        """Show nothing."""
        self._sheets.empty()
        self.is_stale, self.current = True, 0
        self._arrange()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages in another size; the one at hand stays at hand."""
        self.zoom = zoom
        self._arrange()

    def go_to(self, page: int) -> None:
        """Turn to a page."""
        if not self._places:
            return
        page = max(0, min(page, len(self._places) - 1))
        self._is_turning = True
        self.verticalScrollBar().setValue(self._layout.top_of(page))
        self._centre(page)
        self._is_turning = False
        self._at(page)
        self.viewport().update()

    # inside

    @property
    def _places(self) -> tuple[QRectF, ...]:
        return self._layout.places

    def _fit(self, size: tuple[float, float]) -> float:
        """Return the pixels of a point, of those that a layout counts."""
        view = self.viewport()
        wide = max(view.width() - 2 * MARGIN, 40) / size[0]
        if self.zoom is Zoom.WIDTH:
            return wide
        if self.zoom is Zoom.PAGE:
            return float(min(wide, max(view.height() - 2 * BETWEEN, 40) / size[1]))
        return self.logicalDpiX() / _POINTS

    def _scale(self, page: int) -> float:
        return self._fit(self._sheets.sizes[page]) * self.devicePixelRatioF()

    def _arrange(self) -> None:
        """Find the place of every page; what is in the middle of the view stays there."""
        bar, view = self.verticalScrollBar(), self.viewport()
        share = 0.0
        if self.current < len(self._places) and bar.value() > 0:
            share = self._layout.share_above(self.current, bar.value())
        fits = [(size, self._fit(size)) for size in self._sheets.sizes]
        layout = lay_out([(width * fit, height * fit) for (width, height), fit in fits], view.width())
        self._layout = layout
        self._is_turning = True
        bar.setPageStep(view.height())
        bar.setRange(0, max(round(layout.height) - view.height(), 0))
        across = self.horizontalScrollBar()
        across.setPageStep(view.width())
        across.setRange(0, max(round(layout.width) - view.width(), 0) if self.zoom is Zoom.FULL else 0)
        if self.current < len(layout.places):
            bar.setValue(layout.top_of(self.current, share))
            self._centre(self.current)
        self._is_turning = False
        view.update()

    def _centre(self, page: int) -> None:
        """Show a page across, from its left edge where it is too wide."""
        self.horizontalScrollBar().setValue(self._layout.left_of(page, self.viewport().width()))

    def _at(self, page: int) -> None:
        self.current = page
        self.turned.emit(page)

    def _scrolled(self, value: int) -> None:
        if self._is_turning or not self._places:
            return
        self._at(self._layout.page_at(value + self.viewport().height() / 3))

    def _seen(self) -> list[int]:
        offset = self.verticalScrollBar().value()
        return self._layout.seen(offset, offset + self.viewport().height())

    def _draw_one(self) -> None:
        """Draw one page that is wanted and not there yet: those in sight, then their neighbours."""
        seen = self._seen()
        if not seen or not self.isVisible():
            return
        near = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.pages and not self.is_stale]
        wanted = [page for page in (*seen, *near) if self._sheets.has(page) and not self.is_sharp(page)]
        self._sheets.keep(range(seen[0] - _KEPT, seen[-1] + _KEPT + 1))
        if not wanted:
            return
        self._sheets.draw(wanted[0], self._scale(wanted[0]))
        self.viewport().update()
        if len(wanted) > 1:
            self._turn.start()

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is in sight."""
        view = self.viewport()
        painter = QPainter(view)
        painter.fillRect(view.rect(), QColor(self._colours.raised))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._places:
            painter.setPen(QColor(self._colours.muted))
            painter.drawText(view.rect(), Qt.AlignmentFlag.AlignCenter, self._waiting)
        seen = self._seen()
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in seen:
            self._paint(painter, page, self._places[page].translated(-offset))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawRect(view.rect().adjusted(1, 1, -1, -1))
        painter.end()
        if any(self._sheets.has(page) and not self.is_sharp(page) for page in seen):
            self._turn.start()

    def _paint(self, painter: QPainter, page: int, place: QRectF) -> None:
        image, is_sharp = self._sheets.image(page), self.is_sharp(page)
        paper = paint_paper(painter, place, image, self.devicePixelRatioF(), is_sharp=is_sharp)
        if self.is_stale and page != self._sheets.newest:
            paint_veil(painter, paper, self._colours.raised)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages anew."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw what came while nobody looked."""
        super().showEvent(event)
        self._turn.start()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show it no more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn pages by the keys for that; the arrows scroll."""
        to = {
            Qt.Key.Key_PageUp: self.current - 1,
            Qt.Key.Key_PageDown: self.current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.pages - 1,
        }.get(Qt.Key(event.key()))
        if to is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.go_to(to)
