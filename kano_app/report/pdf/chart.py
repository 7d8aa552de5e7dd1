"""A matplotlib chart drawn on the PDF's own canvas, in its own fonts: the step between drawn axes and a page."""

from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure
from matplotlib.text import Text
from reportlab.platypus import Flowable

from kano_app.report.pdf.canvas_renderer import CanvasRenderer
from kano_app.report.pdf.fonts import FontBook

__all__ = ["CanvasRenderer", "Chart"]

_HAIR = 0.5
"""What a frame is smaller by than it says."""


class Chart(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A matplotlib chart of fixed size in the flow of a document."""

    def __init__(
        self,
        book: FontBook,
        draw: Callable[[Axes], None],
        width: float,
        height: float,
        alt: str = "",
        *,
        least: float = 0.0,
    ) -> None:
        """Make a chart that is drawn when its page is.

        Args:
            book: the document's fonts.
            draw: draws on the axes it is given, which fill the figure until it moves them.
            width: in points.
            height: in points.
            alt: what the chart shows, for those who do not see it.
            least: the height with which it does where there is not so much room; below that it is left out. 0: never.
        """
        super().__init__()
        self._book = book
        self._draw_axes = draw
        self._alt = alt
        self.width, self.height = width, height
        self._most, self._least = height, least

    def wrap(self, _available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: its own, or what there is room for where it can do with less."""
        if self._least:
            fits = available_height >= self._least
            self.height = min(self._most, available_height - _HAIR) if fits else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the chart with its lower left corner at the canvas's origin; not on a page that nobody wants."""
        if not self.height or not getattr(self.canv, "is_wanted", True):
            return
        figure = Figure(figsize=(self.width / 72, self.height / 72), dpi=72)
        figure.set_layout_engine("none")
        FigureCanvasBase(figure)
        figure.patch.set_visible(False)
        self._draw_axes(figure.add_axes((0, 0, 1, 1)))
        for text in figure.findobj(Text):
            text.set_parse_math(False)
        renderer = CanvasRenderer(self._book, self.canv, self.width, self.height)
        self.canv.saveState()
        if self._alt:
            alt = self._alt.encode("utf-16-be", "surrogatepass").hex().upper()
            self.canv.addLiteral(f"/Figure <</Alt <FEFF{alt}>>> BDC")
        figure.draw(renderer)
        if self._alt:
            self.canv.addLiteral("EMC")
        self.canv.restoreState()
