"""The satisfaction map beside the table, and the map of the answers as numbers."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLabel

from kano_app.analysis import Blank
from kano_app.analysis.continuous import Continuous
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import N_
from kano_app.tables import continuous_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import label
from kano_app.ui.widgets.chart_view import ChartView
from kano_app.ui.widgets.results_flow import legend
from kano_app.ui.widgets.results_overlay import Point, draw_overlay
from kano_app.ui.widgets.results_panel import MAP_INSET, NotedTable, Panel, Scrolled, Shown, place_of
from kano_app.ui.widgets.results_tips import feature_tip
from kano_app.wording.categories import category_name
from kano_app.wording.figures import coefficient

_LEAST = 150
_MOST_NAMED = 40
"""Features up to which names stand on a map; ``charts.map_frame.MOST_NAMES``, which loads matplotlib."""
_MAP_HEIGHT = 380


class MapPanel(Panel):
    """Better against Worse; the selected feature is ringed."""

    topic = "better"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__(context)
        self.chart = ChartView(
            context,
            "satisfaction-map",
            context.tr("Better and Worse of every feature; the figures stand in the table."),
        )
        self.chart.setMinimumHeight(_LEAST)
        self.chart.picked.connect(self.picked)
        self.missing = label("", "muted", wrap=True)
        self.lines = QCheckBox(context.tr("Middle lines at the means"))
        self.lines.setToolTip(
            context.tr("At the means they move when a feature is added; otherwise they stand at one half.")
        )
        self.lines.toggled.connect(self._choose_lines)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.missing)
        self.body.addWidget(legend(context, self.lines))
        context.document.changed.connect(self._follow)
        self._show_lines(context.project)

    def fill(self, shown: Shown) -> None:
        """Draw the map."""
        numbered = _numbered(shown)
        self._points: dict[str, tuple[Point, str]] = {}
        self._named: dict[str, tuple[Point, str]] = {}
        drawn = [
            (number, one)
            for number, one in numbered
            if not isinstance(one.better, Blank) and not isinstance(one.worse, Blank)
        ]
        for number, result in drawn:
            place = (float(result.worse), float(result.better))
            self._points[result.feature.id] = (place, feature_tip(self.context, result))
            name = str(number) if len(drawn) > _MOST_NAMED else result.feature.name
            self._named[result.feature.id] = (place, name)
        self._put(shown)
        _tell_missing(self.context, self.missing, len(numbered) - len(drawn), numbers=len(drawn) > _MOST_NAMED)

    def choose(self, feature: str) -> None:
        """Ring a feature."""
        if self._shown is not None:
            self.chart.choose(feature)
            self._put(self._shown)

    def _put(self, shown: Shown) -> None:
        lines = self.context.project.report.quadrant_lines
        draw = partial(_draw_map, features=_numbered(shown), context=self.context, lines=lines)
        over = partial(draw_overlay, named=self._named, chosen=self.feature, ring=self.context.colours.ink)
        self.chart.put(draw, MAP_INSET, self._points, overlay=over)

    def _choose_lines(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        lines = QuadrantLines.MEAN if on else QuadrantLines.HALF
        self.context.apply(
            N_("Move the middle lines of the map"),
            lambda project: (
                project
                if project.report.quadrant_lines is lines
                else edits.choose_report(project, replace(project.report, quadrant_lines=lines))
            ),
        )

    def _follow(self, old: Project, new: Project) -> None:
        if old.report.quadrant_lines is not new.report.quadrant_lines:
            self._show_lines(new)
            self.again()

    def _show_lines(self, project: Project) -> None:
        self.lines.blockSignals(True)
        self.lines.setChecked(project.report.quadrant_lines is QuadrantLines.MEAN)
        self.lines.blockSignals(False)


class ContinuousPanel(Panel):
    """The means of the answers as numbers."""

    topic = "continuous"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__(context)
        tr = context.tr
        self.why = label("", "muted", wrap=True)
        self.chart = ChartView(
            context,
            "continuous",
            tr("Functional and dysfunctional means of every feature; the figures stand in the table."),
        )
        self.chart.setMinimumHeight(_MAP_HEIGHT)
        self.chart.picked.connect(self.picked)
        self.missing = label("", "muted", wrap=True)
        self.table = NotedTable(context)
        self.table.chosen.connect(self._chosen)
        note = label(
            tr(
                "Functional answers count 4, 2, 0, −1, −2 and dysfunctional ones −2, −1, 0, 2, 4. The region is where "
                "the means lie, not how the answers were counted."
            ),
            "muted",
            wrap=True,
        )
        self.whole = Scrolled()
        for widget in (self.chart, self.missing, legend(context), self.table, note):
            self.whole.column.addWidget(widget)
        self.whole.column.addStretch(1)
        self.body.addWidget(self.why)
        self.body.addWidget(self.whole, 1)

    def fill(self, shown: Shown) -> None:
        """Draw the plane."""
        numbered = _numbered(shown)
        drawn = [(number, one) for number, one in numbered if isinstance(one.continuous, Continuous)]
        self.whole.setVisible(bool(drawn))
        told = "" if drawn else self.context.tr("Needs pairs of answers, and nobody’s are known here.")
        self.why.setText(told)
        self.why.setVisible(bool(told))
        self._points: dict[str, tuple[Point, str]] = {}
        self._named: dict[str, tuple[Point, str]] = {}
        words = self.context.language
        for number, result in drawn:
            found = result.continuous
            assert isinstance(found, Continuous)  # noqa: S101 - chosen so
            place = (found.dysfunctional, found.functional)
            name = str(number) if len(drawn) > _MOST_NAMED else result.feature.name
            tip = self.context.tr(
                "{name}\n{region}\nfunctional {f}, dysfunctional {d}",
                name=result.feature.name,
                region=category_name(found.region, words),
                f=coefficient(found.functional, words),
                d=coefficient(found.dysfunctional, words),
            )
            self._points[result.feature.id], self._named[result.feature.id] = (place, tip), (place, name)
        self._draw = partial(_draw_continuous, features=numbered, context=self.context, shown=shown)
        self._put()
        _tell_missing(self.context, self.missing, len(numbered) - len(drawn), numbers=len(drawn) > _MOST_NAMED)
        self.table.put(continuous_table(shown.analysis))

    def choose(self, feature: str) -> None:
        """Ring a feature and mark its row."""
        if self._shown is not None:
            self.chart.choose(feature)
            self._put()
            place = place_of(self._shown.ids, feature)
            if place is not None:
                self.table.choose(place)

    def _put(self) -> None:
        over = partial(draw_overlay, named=self._named, chosen=self.feature, ring=self.context.colours.ink)
        self.chart.put(self._draw, MAP_INSET, self._points, overlay=over)

    def _chosen(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.ids):
            self.picked.emit(self._shown.ids[place])


def _numbered(shown: Shown) -> list[tuple[int, Any]]:
    """Return the features with their ranks; in the order of the survey while there are none yet."""
    if shown.roadmap is None:
        return list(enumerate(shown.analysis.features, start=1))
    ranks = {item.result.feature.id: item.rank for item in shown.roadmap.items}
    return [
        (ranks.get(result.feature.id, place), result) for place, result in enumerate(shown.analysis.features, start=1)
    ]


def _tell_missing(context: Context, where: QLabel, count: int, *, numbers: bool) -> None:
    told = []
    if numbers:
        told.append(context.tr("So many names do not fit: the numbers are ranks on the roadmap, hovering names them."))
    if count:
        told.append(
            context.ntr(
                "{n} feature is not on the map: its figures are undefined.",
                "{n} features are not on the map: their figures are undefined.",
                count,
            )
        )
    where.setText(" ".join(told))
    where.setVisible(bool(told))


def _draw_map(axes: Any, style: Any, *, features: Any, context: Context, lines: QuadrantLines) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.satisfaction_map import satisfaction_map  # noqa: PLC0415 - heavy

    satisfaction_map(axes, features, context.language, style, lines)


def _draw_continuous(axes: Any, style: Any, *, features: Any, context: Context, shown: Shown) -> None:  # noqa: ANN401
    from kano_app.charts.continuous_map import continuous_map  # noqa: PLC0415 - heavy

    continuous_map(axes, features, context.language, style, shown.analysis.settings.confidence)
