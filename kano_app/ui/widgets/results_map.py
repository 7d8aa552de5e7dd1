"""The satisfaction map beside the table, and the map of the answers as numbers."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.continuous import Continuous
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import N_, Language
from kano_app.tables import continuous_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import label
from kano_app.ui.widgets.chart_frames import MapFrame, PlaneFrame
from kano_app.ui.widgets.chart_map import Places
from kano_app.ui.widgets.chart_view import ChartView
from kano_app.ui.widgets.results_panel import NotedTable, Panel, Shown, place_of
from kano_app.ui.widgets.results_room import RoomyMap
from kano_app.ui.widgets.results_tips import feature_tip
from kano_app.wording.categories import category_name
from kano_app.wording.figures import coefficient

_HEIGHTS, _PLANE_HEIGHTS = (300, 10_000), (300, 460)
"""The least height of a map that leaves its legend in sight, and the most there is use for."""
_NAMES = 8.25
"""Points of the names on the map."""


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
        self.lines = QCheckBox(context.tr("Middle lines at the means"))
        self.lines.setToolTip(
            context.tr("At the means they move when a feature is added; otherwise they stand at one half.")
        )
        self.lines.toggled.connect(self._choose_lines)
        self.map = RoomyMap(context, self.chart, _HEIGHTS, self.lines)
        self.map.picked.connect(self.picked)
        self.map.column.addStretch(1)
        self.body.addWidget(self.map, 1)
        context.document.changed.connect(self._follow)
        self._show_lines(context.project)

    def fill(self, shown: Shown) -> None:
        """Draw the map."""
        numbered = _numbered(shown)
        number = self.context.language.number
        self._places: Places = {
            one.feature.id: (
                (float(one.worse), float(one.better)),
                feature_tip(self.context, one),
                number(rank),
                one.feature.name,
            )
            for rank, one in numbered
            if not isinstance(one.better, Blank) and not isinstance(one.worse, Blank)
        }
        words = self.context.language
        self._frame = MapFrame(words, _middle(numbered, self.context.project.report.quadrant_lines))
        self._draw = partial(_draw_map, features=numbered, words=words, middle=self._frame.middle)
        self._put()
        self.map.tell_missing(len(numbered) - len(self._places))

    def choose(self, feature: str) -> None:
        """Ring a feature."""
        if self._shown is not None:
            self.map.choose(feature)
            self._put()

    def _put(self) -> None:
        self.map.put(self._frame, self._draw, self._places, self.feature)

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
        self.whole = RoomyMap(context, self.chart, _PLANE_HEIGHTS)
        self.whole.picked.connect(self.picked)
        self.whole.column.addWidget(self.table)
        self.whole.column.addWidget(note)
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
        self._places: Places = {
            one.feature.id: (
                (one.continuous.dysfunctional, one.continuous.functional),
                self._tip(one),
                self.context.language.number(rank),
                one.feature.name,
            )
            for rank, one in drawn
        }
        self._draw = partial(
            _draw_plane, features=numbered, words=self.context.language, confidence=shown.analysis.settings.confidence
        )
        self._put()
        self.whole.tell_missing(len(numbered) - len(drawn))
        self.table.put(continuous_table(shown.analysis))

    def _tip(self, result: FeatureResult) -> str:
        found, words = result.continuous, self.context.language
        assert isinstance(found, Continuous)  # noqa: S101 - the caller looked
        return self.context.tr(
            "{name}\n{region}\nfunctional {f}, dysfunctional {d}",
            name=result.feature.name,
            region=category_name(found.region, words),
            f=coefficient(found.functional, words),
            d=coefficient(found.dysfunctional, words),
        )

    def choose(self, feature: str) -> None:
        """Ring a feature and mark its row."""
        if self._shown is not None:
            self.whole.choose(feature)
            self._put()
            place = place_of(self._shown.ids, feature)
            if place is not None:
                self.table.choose(place)

    def _put(self) -> None:
        frame = PlaneFrame(self.context.language)
        self.whole.put(frame, self._draw, self._places, self.feature)

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


def _middle(features: Any, lines: QuadrantLines) -> tuple[float, float]:  # noqa: ANN401 - the charts' own type
    from kano_app.charts.satisfaction_map import quadrant_lines  # noqa: PLC0415 - heavy

    return quadrant_lines(features, lines)


def _draw_map(axes: Any, style: Any, *, features: Any, words: Language, middle: tuple[float, float]) -> None:  # noqa: ANN401
    from kano_app.charts.satisfaction_map import satisfaction_marks  # noqa: PLC0415 - heavy

    # Of long names more stand beside their marks when they are a little smaller.
    names = replace(style, text_size=min(style.text_size, _NAMES))
    satisfaction_marks(axes, features, words, names, middle)


def _draw_plane(axes: Any, style: Any, *, features: Any, words: Language, confidence: float) -> None:  # noqa: ANN401
    from kano_app.charts.continuous_map import plane_marks  # noqa: PLC0415 - heavy

    plane_marks(axes, features, words, style, confidence)
