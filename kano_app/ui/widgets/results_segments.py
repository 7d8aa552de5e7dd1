"""Groups side by side: people by what is known of them, or by the category they put one feature into."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QWidget

from kano_app.analysis.comparison import Comparison
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.problem import Code
from kano_app.domain.settings import Camps, Correction
from kano_app.domain.survey import Survey
from kano_app.i18n import N_
from kano_app.tables import differences_table, groups_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import button, label, row
from kano_app.ui.widgets.chart_style import screen_style
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.results_choices import Choice, choose, settings_of, tell_problems
from kano_app.ui.widgets.results_flow import Flow, flow
from kano_app.ui.widgets.results_panel import (
    NotedTable,
    Panel,
    Scrolled,
    Shown,
    place_of,
    set_height,
    tall_chart,
)
from kano_app.wording.categories import category_name
from kano_app.wording.comparisons import comparison_title, correction_name, differences_sentence

_PROBLEMS = (Code.TRAIT_UNKNOWN, Code.TRAIT_MANY_GROUPS, Code.NO_GROUPS)
_CAMP_PROBLEMS = (Code.CAMPS_FEATURE_UNKNOWN, Code.CAMPS_EMPTY, Code.CAMPS_SMALL)


class SegmentsPanel(Panel):
    """Groups by traits, and camps."""

    topic = "segments"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__(context)
        tr = context.tr
        self._comparison: Comparison | None = None
        self.by_traits = button(tr("By traits"), lambda: self._show_kind(camps=False), "tab")
        self.by_camps = button(tr("Camps"), lambda: self._show_kind(camps=True), "tab")
        group = QButtonGroup(self)
        for one in (self.by_traits, self.by_camps):
            one.setCheckable(True)
            group.addButton(one)
        self.by_traits.setChecked(True)
        self.kinds = row(self.by_traits, self.by_camps, None)
        self.traits = flow()
        self.correction = Choice(tr("How p is corrected"), partial(_choose_correction, context), least=10)
        self.corrected = row(label(tr("p corrected by"), "muted"), self.correction, None)
        self.first = Choice(tr("One camp"), partial(self._choose_camp, "first"), least=17)
        self.second = Choice(tr("The other camp"), partial(self._choose_camp, "second"), least=17)
        leave = button(tr("Leave the camps"), lambda: choose(context, N_("Leave the camps"), camps=None))
        self.camps = flow(self.first, label(tr("against"), "muted"), self.second, leave)
        self.heading = label("", "heading", wrap=True)
        self.sentence = label("", wrap=True)
        self.problem = label("", "warning", wrap=True)
        self.chart = tall_chart(
            context,
            "groups",
            tr("Worse and Better of every feature in each group; the figures stand in the table."),
            self.picked.emit,
        )
        self.differences, self.groups = NotedTable(context), NotedTable(context)
        self.differences.chosen.connect(self._chosen)
        self.note = label(
            tr(
                "χ² of groups × M, P, A, I; by permutation where an expected count is below five. Cramér’s V: 0 no "
                "difference, 1 the largest there can be. People of whom a trait is not known are shown and not tested."
            ),
            "muted",
            wrap=True,
        )
        self.whole = Scrolled()
        self.results: list[QWidget] = [self.heading, self.sentence, self.chart]
        self.results += [self.differences, self.groups, self.note]
        for widget in (self.kinds, self.traits, self.camps, self.corrected, self.problem, *self.results):
            self.whole.column.addWidget(widget)
        self.whole.column.addStretch(1)
        self.body.addWidget(self.whole)

    def show_camps(self) -> None:
        """Turn to the camps."""
        self._show_kind(camps=True)

    def fill(self, shown: Shown) -> None:
        """Show the groups that are asked for."""
        settings, survey = settings_of(self.context), self.context.project.survey
        has_camps = settings.camps is not None
        if not has_camps:
            self.by_traits.setChecked(True)
        camps = self.by_camps.isChecked()
        self.kinds.setVisible(has_camps)
        self.traits.setVisible(not camps)
        self.camps.setVisible(camps)
        self._offer_traits(survey)
        self._offer_camps()
        words = self.context.language
        self.correction.offer([(one, correction_name(one, words)) for one in Correction], settings.correction)
        self.corrected.setVisible(camps or bool(survey.traits))
        controls = [*self.trait_boxes(), self.correction, self.first, self.second]
        for one in controls:
            one.setEnabled(not self.context.document.read_only)
        say_why(self.context, *controls)
        tell_problems(self.context, self.problem, shown.analysis, _CAMP_PROBLEMS if camps else _PROBLEMS)
        self._comparison = shown.analysis.camps if camps else shown.analysis.segments
        for widget in self.results:
            widget.setVisible(self._comparison is not None)
        if self._comparison is not None:
            self._compare(self._comparison)
        elif self.problem.isHidden():
            self._ask(survey)

    def choose(self, feature: str) -> None:
        """Mark the row of a feature."""
        self.chart.choose(feature)
        place = place_of(self._ids(), feature)
        if place is not None:
            self.differences.choose(place)

    def _compare(self, comparison: Comparison) -> None:
        from kano_app.charts.bars import scaled  # noqa: PLC0415 - heavy
        from kano_app.charts.group_intervals import CHIPS_WIDTH, band_height, head_height  # noqa: PLC0415

        words, style = self.context.language, screen_style(self.context.colours, self.context.language.code)
        self.heading.setText(comparison_title(comparison, words))
        self.sentence.setText(differences_sentence(comparison, words))
        self.chart.setVisible(bool(comparison.known))
        count = len(comparison.features)
        set_height(self.chart, head_height(comparison, style) + count * band_height(comparison, style) + 4)
        draw = partial(_draw, comparison=comparison, context=self.context, names=self.names_width)
        rows = {one.feature.id: "" for one in comparison.features}
        self.chart.put(draw, (self.names_width, 0.0, scaled(CHIPS_WIDTH, style), 0.0), rows=rows)
        self.differences.put(differences_table(comparison))
        self.groups.put(groups_table(comparison))

    def _ask(self, survey: Survey) -> None:
        """Say what to do where nothing is compared yet."""
        self.sentence.setVisible(True)
        tr = self.context.tr
        if not survey.respondents:
            self.sentence.setText(tr("Groups need answers of people; the survey gives counts or shares."))
        elif survey.traits:
            self.sentence.setText(tr("Tick what is to divide the people: each combination that occurs is a group."))
        else:
            self.sentence.setText(
                tr(
                    "Nothing is known of the people but their answers. A column of the file that says who they are, "
                    "such as an age group, becomes a trait here. Camps need none: choose “Compare the camps” of a "
                    "feature."
                )
            )

    def _offer_traits(self, survey: Survey) -> None:
        layout = self.traits.layout()
        assert isinstance(layout, Flow)  # noqa: S101 - made so
        names = [trait.name for trait in survey.traits]
        boxes = self.trait_boxes()
        if [str(box.property("trait")) for box in boxes] != names:
            for box in boxes:
                layout.removeWidget(box)
                box.deleteLater()
            for name in names:
                box = QCheckBox(name.replace("&", "&&"))
                box.setAccessibleName(name)
                box.setProperty("trait", name)
                box.clicked.connect(self._choose_traits)
                layout.addWidget(box)
            self.traits.updateGeometry()
        chosen = settings_of(self.context).segments
        for box in self.trait_boxes():
            box.setChecked(str(box.property("trait")) in chosen)

    def trait_boxes(self) -> list[QCheckBox]:
        """Return the boxes of the traits in their order."""
        layout = self.traits.layout()
        assert isinstance(layout, Flow)  # noqa: S101 - made so
        found = (layout.itemAt(place) for place in range(layout.count()))
        return [box for item in found if item is not None and isinstance(box := item.widget(), QCheckBox)]

    def _choose_traits(self) -> None:
        names = tuple(str(box.property("trait")) for box in self.trait_boxes() if box.isChecked())
        choose(self.context, N_("Choose the traits that are compared"), segments=names)

    def _offer_camps(self) -> None:
        wanted = settings_of(self.context).camps
        if wanted is None:
            return
        words, tr = self.context.language, self.context.tr
        named = [(one, category_name(one, words)) for one in CATEGORIES]
        first = [(None, tr("the most frequent")), *(one for one in named if one[0] is not wanted.second)]
        self.first.offer(first, wanted.first)
        second = [(None, tr("the next most frequent")), *(one for one in named if one[0] is not wanted.first)]
        self.second.offer(second, wanted.second)

    def _choose_camp(self, side: str, category: Category | None) -> None:
        wanted = settings_of(self.context).camps
        if wanted is not None:
            new = replace(wanted, first=category) if side == "first" else replace(wanted, second=category)
            choose(self.context, N_("Choose the camps"), camps=new)

    def _show_kind(self, *, camps: bool) -> None:
        (self.by_camps if camps else self.by_traits).setChecked(True)
        self.again()

    def _ids(self) -> list[str]:
        return [] if self._comparison is None else [one.feature.id for one in self._comparison.features]

    def _chosen(self, place: int) -> None:
        ids = self._ids()
        if place < len(ids):
            self.picked.emit(ids[place])


def compare_camps(context: Context, feature: str) -> None:
    """Set the camps of a feature, by a step that can be undone."""
    choose(context, N_("Compare the camps"), camps=Camps(feature))


def _choose_correction(context: Context, correction: Correction) -> None:
    choose(context, N_("Choose how p is corrected"), correction=correction)


def _draw(axes: Any, style: Any, *, comparison: Comparison, context: Context, names: float) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.group_intervals import group_intervals  # noqa: PLC0415 - heavy

    places = list(range(len(comparison.features)))
    group_intervals(axes, comparison, context.language, names, style, features=places)
