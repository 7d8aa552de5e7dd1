"""Tabs of rows: shares, stability, and what other choices would change, each a chart over its table."""

from functools import partial
from typing import Any

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.stability import CLEAR, LIKELY
from kano_app.tables import alternatives_table, overview_table, sensitivity_table, sureness_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import label
from kano_app.ui.widgets.chart_style import screen_style
from kano_app.ui.widgets.results_flow import legend
from kano_app.ui.widgets.results_panel import (
    NotedTable,
    Panel,
    Scrolled,
    Shown,
    place_of,
    set_height,
    tall_chart,
)
from kano_app.ui.widgets.results_tips import feature_tip
from kano_app.wording.sensitivity import robust_sentence


class RowsPanel(Panel):
    """A chart with a row a feature, over a table with a row a feature."""

    def __init__(self, context: Context, name: str, alt: str) -> None:
        """Make it empty."""
        super().__init__(context)
        self.note = label("", "muted", wrap=True)
        self.chart = tall_chart(context, name, alt, self.picked.emit)
        self.table = NotedTable(context)
        self.table.chosen.connect(self._chosen)
        self.whole = Scrolled()
        self.whole.column.addWidget(self.note)
        self.whole.column.addWidget(legend(context))
        self.whole.column.addWidget(self.chart)
        self.whole.column.addWidget(self.table)
        self.whole.column.addStretch(1)
        self.body.addWidget(self.whole)

    def look(self) -> Any:  # noqa: ANN401 - charts load matplotlib
        """Return the look of charts on the screen."""
        return screen_style(self.context.colours, self.context.language.code)

    def rows(self, analysis: Analysis) -> dict[str, str]:
        """Return what hovering over each row tells."""
        return {result.feature.id: feature_tip(self.context, result) for result in analysis.features}

    def choose(self, feature: str) -> None:
        """Mark the row of a feature, in chart and table."""
        self.chart.choose(feature)
        place = place_of(self._shown.ids, feature) if self._shown is not None else None
        if place is not None:
            self.table.choose(place)

    def _chosen(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.ids):
            self.picked.emit(self._shown.ids[place])


class SharesPanel(RowsPanel):
    """How the answers split."""

    topic = "categories"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        alt = context.tr("Share of every category in the answers to each feature; the figures stand in the table.")
        super().__init__(context, "category-shares", alt)
        self.note.hide()

    def fill(self, shown: Shown) -> None:
        """Draw the bars."""
        from kano_app.charts.bars import ROW_HEIGHT, scaled  # noqa: PLC0415 - heavy

        results = shown.analysis.features
        set_height(self.chart, len(results) * scaled(ROW_HEIGHT, self.look()))
        draw = partial(_draw_shares, results=results, context=self.context, names=self.names_width)
        self.chart.put(draw, (self.names_width, 0, 0, 0), rows=self.rows(shown.analysis))
        keys = ("name", "category", "n", "category_strength", "total_strength", "reverse", "questionable")
        self.table.put(overview_table(shown.analysis).only(*keys))


class StabilityPanel(RowsPanel):
    """In how many draws each category leads."""

    topic = "stability"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        alt = context.tr("Share of draws in which each category comes out; the figures stand in the table.")
        super().__init__(context, "stability", alt)

    def fill(self, shown: Shown) -> None:
        """Draw the bars."""
        from kano_app.charts.bars import scaled  # noqa: PLC0415 - heavy
        from kano_app.charts.stability_bars import WORDS_WIDTH, stability_height  # noqa: PLC0415

        results, style, words = shown.analysis.features, self.look(), self.context.language
        self.note.setText(
            self.context.tr(
                "Counts like these could have come out a little differently: the category leads in so many of {draws} "
                "random draws. From {clear} on it is clear, from {likely} on likely, below that too close to tell.",
                draws=words.number(shown.analysis.settings.resamples),
                clear=words.percent(CLEAR),
                likely=words.percent(LIKELY),
            )
        )
        set_height(self.chart, stability_height(len(results), style))
        draw = partial(_draw_stability, results=results, context=self.context, names=self.names_width)
        inset = (self.names_width, 0.0, scaled(WORDS_WIDTH, style), 0.0)
        self.chart.put(draw, inset, rows=self.rows(shown.analysis))
        self.table.put(sureness_table(shown.analysis))


class SensitivityPanel(RowsPanel):
    """What another table, rule or treatment would change."""

    topic = "sensitivity"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        alt = context.tr("Category of every feature under every choice; what changes it stands in the table.")
        super().__init__(context, "sensitivity", alt)
        self.moves = NotedTable(context)
        self.whole.column.insertWidget(self.whole.column.indexOf(self.table) + 1, self.moves)

    def fill(self, shown: Shown) -> None:
        """Draw the grid."""
        from kano_app.charts.bars import scaled  # noqa: PLC0415 - heavy
        from kano_app.charts.sensitivity_grid import ROBUST_WIDTH, sensitivity_height  # noqa: PLC0415

        results, style = shown.analysis.features, self.look()
        found = [
            one.sensitivity for one in results if not isinstance(one.sensitivity, Blank) and one.category is not None
        ]
        told = robust_sentence(found, self.context.language) if found else ""
        self.note.setText(told or self.context.tr("Needs counts; the survey gives shares without n."))
        self.chart.setVisible(bool(found))
        if found:
            set_height(self.chart, sensitivity_height(results, style))
            draw = partial(_draw_sensitivity, results=results, context=self.context, names=self.names_width)
            inset = (self.names_width, 0.0, scaled(ROBUST_WIDTH, style), 0.0)
            self.chart.put(draw, inset, rows=self.rows(shown.analysis))
        self.table.put(sensitivity_table(shown.analysis))
        has_moves = shown.roadmap is not None and bool(shown.roadmap.alternatives)
        self.moves.setVisible(has_moves)
        if shown.roadmap is not None and has_moves:
            self.moves.put(alternatives_table(shown.roadmap))


Results = tuple[FeatureResult, ...]


def _draw_shares(axes: Any, style: Any, *, results: Results, context: Context, names: float) -> None:  # noqa: ANN401 - matplotlib is untyped
    from kano_app.charts.category_shares import category_shares  # noqa: PLC0415 - heavy

    category_shares(axes, results, context.language, names, style)


def _draw_stability(axes: Any, style: Any, *, results: Results, context: Context, names: float) -> None:  # noqa: ANN401
    from kano_app.charts.stability_bars import stability_bars  # noqa: PLC0415 - heavy

    stability_bars(axes, results, context.language, names, style)


def _draw_sensitivity(axes: Any, style: Any, *, results: Results, context: Context, names: float) -> None:  # noqa: ANN401
    from kano_app.charts.sensitivity_grid import sensitivity_grid  # noqa: PLC0415 - heavy

    sensitivity_grid(axes, results, context.language, names, style)
