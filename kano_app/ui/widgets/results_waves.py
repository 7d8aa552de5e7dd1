"""Waves: which two are compared, where the features went on the map, and whether it is more than chance."""

from functools import partial
from typing import Any

from kano_app.analysis import FeatureResult
from kano_app.analysis.waves import Step
from kano_app.domain.problem import Code
from kano_app.i18n import N_, Language
from kano_app.tables import waves_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import button, empty_state, label
from kano_app.ui.widgets.chart_frames import MapFrame
from kano_app.ui.widgets.chart_map import Places
from kano_app.ui.widgets.chart_view import ChartView
from kano_app.ui.widgets.results_choices import Choice, choose, settings_of, tell_problems
from kano_app.ui.widgets.results_flow import flow
from kano_app.ui.widgets.results_panel import NotedTable, Panel, Shown, place_of
from kano_app.ui.widgets.results_room import RoomyMap
from kano_app.ui.widgets.results_tips import feature_tip
from kano_app.wording.comparisons import drift_sentence, step_title

_HEIGHTS = (300, 460)
"""The least height of the map that leaves its legend in sight, and the most there is use for."""
_PROBLEMS = (
    Code.WAVE_UNDATED,
    Code.WAVE_NOTHING_COMMON,
    Code.WAVE_WORDING,
    Code.WAVE_SCALE,
    Code.WAVE_POPULATION,
    Code.WAVE_EVIDENCE,
)


class WavesPanel(Panel):
    """Two waves at a time."""

    topic = "waves"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__(context)
        tr = context.tr
        self._step: Step | None = None
        self._place: int | None = None
        self.by = Choice(tr("What makes the waves"), self._choose_by, least=14)
        self.steps = Choice(tr("Which waves are compared"), self._choose_step, least=16)
        self.choices = flow(label(tr("Waves by"), "muted"), self.by, self.steps)
        self.problem = label("", "warning", wrap=True)
        self.sentence = label("", wrap=True)
        self.chart = ChartView(
            context, "waves", tr("Where every feature was and is on the map; the figures stand in the table.")
        )
        self.table = NotedTable(context)
        self.table.chosen.connect(self._chosen)
        later = button(tr("Import a later wave…"), lambda: context.window.run("import"), "primary")
        self.empty = empty_state(
            context,
            "history",
            tr("One wave so far"),
            tr(
                "Ask the same features again later, and this page shows what has changed: what delighted once is "
                "taken for granted in the end. A column that dates the answers can stand for waves, too."
            ),
            later,
        )
        self.whole = RoomyMap(context, self.chart, _HEIGHTS)
        self.whole.picked.connect(self.picked)
        self.whole.column.addWidget(self.table)
        self.whole.column.addStretch(1)
        for widget in (self.choices, self.problem, self.sentence):
            self.body.addWidget(widget)
        self.body.addWidget(self.whole, 1)
        self.body.addWidget(self.empty, 1)

    def fill(self, shown: Shown) -> None:
        """Show the waves there are."""
        waves, survey = shown.analysis.waves, self.context.project.survey
        tr, wave_by = self.context.tr, settings_of(self.context).wave_by
        by = [("", tr("surveys")), *((trait.name, trait.name) for trait in survey.traits)]
        if wave_by not in {value for value, _ in by}:
            by.append((wave_by, wave_by))
        self.by.offer(by, wave_by)
        self.choices.setVisible(len(by) > 1 or waves is not None)
        tell_problems(
            self.context,
            self.problem,
            shown.analysis,
            (*_PROBLEMS, *((Code.NO_GROUPS, Code.TRAIT_MANY_GROUPS, Code.TRAIT_UNKNOWN) if wave_by else ())),
        )
        for widget in (self.steps, self.sentence, self.whole):
            widget.setVisible(waves is not None)
        self.empty.setVisible(waves is None)
        if waves is None:
            self._step = None
            return
        words = self.context.language
        named = [(place, step_title(step, words)) for place, step in enumerate(waves.steps)]
        if self._place is None or self._place >= len(waves.steps):
            self._place = len(waves.steps) - 1
        self.steps.offer(named, self._place)
        self._show(waves.steps[self._place])

    def choose(self, feature: str) -> None:
        """Ring a feature and mark its row."""
        if self._step is not None:
            self.whole.choose(feature)
            self._put()
            place = place_of(self._ids(), feature)
            if place is not None:
                self.table.choose(place)

    def _show(self, step: Step) -> None:
        self._step = step
        self.sentence.setText(drift_sentence(step, self.context.language))
        number = self.context.language.number
        self._places: Places = {
            after.feature.id: (
                (float(after.worse), float(after.better)),
                feature_tip(self.context, after),
                number(at),
                after.feature.name,
            )
            for at, _, after in _drifting(step)
        }
        self._put()
        self.table.put(waves_table(step))

    def _put(self) -> None:
        if self._step is None:
            return
        frame = MapFrame(self.context.language, _middle())
        draw = partial(_draw, step=self._step, words=self.context.language)
        self.whole.put(frame, draw, self._places, self.feature)

    def _choose_by(self, trait: str) -> None:
        choose(self.context, N_("Choose what makes the waves"), wave_by=trait)

    def _choose_step(self, place: int) -> None:
        self._place = place
        self.again()

    def _ids(self) -> list[str]:
        return [] if self._step is None else [one.feature.id for one in self._step.changes]

    def _chosen(self, place: int) -> None:
        ids = self._ids()
        if place < len(ids):
            self.picked.emit(ids[place])


def _drifting(step: Step) -> list[tuple[int, FeatureResult, FeatureResult]]:
    from kano_app.charts.wave_drift import drifting  # noqa: PLC0415 - heavy

    return drifting(step)


def _middle() -> tuple[float, float]:
    from kano_app.charts.wave_drift import MIDDLE  # noqa: PLC0415 - heavy

    return MIDDLE


def _draw(axes: Any, style: Any, *, step: Step, words: Language) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.wave_drift import drift_marks  # noqa: PLC0415 - heavy

    drift_marks(axes, step, words, style)
