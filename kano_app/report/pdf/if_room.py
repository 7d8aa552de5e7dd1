"""A picture that a page has only if there is room left for it."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from kano_app.report.pdf.chart import Chart


class IfRoom(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A heading with what stands under it and a chart that takes the rest of the page; all of it or nothing."""

    def __init__(self, headed: Sequence[Flowable], chart: Chart) -> None:
        """Keep the parts."""
        super().__init__()
        self._headed, self._chart = headed, chart

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the height of all of it, 0 where there is no room."""
        above = sum(one.wrap(available_width, available_height)[1] + _space(one) for one in self._headed)
        chart = self._chart.wrap(available_width, available_height - above)[1]
        self.width, self.height = available_width, above + chart if chart else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts under each other."""
        if not self.height:
            return
        y = self.height
        for one in self._headed:
            y -= one.getSpaceBefore() + one.height
            one.drawOn(self.canv, 0, y)
            y -= one.getSpaceAfter()
        self._chart.drawOn(self.canv, 0, 0)


def _space(flowable: Flowable) -> float:
    return float(flowable.getSpaceBefore() + flowable.getSpaceAfter())
