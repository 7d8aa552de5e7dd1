"""How good the answers are, and what so many of them can tell."""

from kano_app.analysis import Analysis
from kano_app.domain.problem import Code
from kano_app.i18n import N_
from kano_app.tables import Table, answers_at_hand, flags_table, overview_table, sizes_table, widths_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import button, label, row
from kano_app.ui.widgets.results_choices import tell_problems
from kano_app.ui.widgets.results_panel import NotedTable, Panel, Scrolled, Shown
from kano_app.wording.comparisons import sizes_note

_PROBLEMS = (
    Code.PAIR_INCOMPLETE,
    Code.WORDING_DOUBTFUL,
    Code.STRAIGHT_LINES,
    Code.SCALE_BACKWARDS,
    Code.PEOPLE_QUESTIONABLE,
    Code.PEOPLE_EXCLUDED,
)


class QualityPanel(Panel):
    """Flags, incomplete pairs and sample size."""

    topic = "quality"

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__(context)
        tr = context.tr
        self.problems = label("", wrap=True, selectable=True)
        self.fine = label(tr("Nothing speaks against these answers."), wrap=True)
        self.flags = NotedTable(context)
        self.flag_note = label(
            tr("A flag is a proposal. Whoever has one is counted all the same, unless you leave the person out."),
            "muted",
            wrap=True,
        )
        look = row(button(tr("Look at the people"), lambda: context.window.go("answers")), None)
        self.look = look
        self.incomplete = NotedTable(context)
        self.at_hand = label("", wrap=True)
        self.sizes, self.widths = NotedTable(context), NotedTable(context)
        note = label(sizes_note(context.language), "muted", wrap=True)
        self.whole = Scrolled()
        for widget in (
            self.fine,
            self.problems,
            self.flags,
            self.flag_note,
            look,
            self.incomplete,
            self.sizes,
            self.at_hand,
            self.widths,
            note,
        ):
            self.whole.column.addWidget(widget)
        self.whole.column.addStretch(1)
        self.body.addWidget(self.whole)

    def fill(self, shown: Shown) -> None:
        """Show what there is to say."""
        analysis, survey = shown.analysis, self.context.project.survey
        tell_problems(self.context, self.problems, analysis, _PROBLEMS)
        self.fine.setVisible(self.problems.isHidden())
        flagged = analysis.flagged
        has_people = flagged is not None and bool(flagged.anybody or survey.excluded)
        for widget in (self.flags, self.flag_note, self.look):
            widget.setVisible(has_people)
        if flagged is not None and has_people:
            self.flags.put(flags_table(survey, flagged))
        missing = incomplete_table(analysis)
        self.incomplete.setVisible(bool(missing.rows))
        if missing.rows:
            self.incomplete.put(missing)
        settings, at_hand = analysis.settings, answers_at_hand(analysis)
        self.sizes.put(sizes_table(settings.confidence, at_hand))
        self.widths.put(widths_table(settings.confidence))
        self.at_hand.setVisible(at_hand is not None)
        if at_hand is not None:
            told = self.context.ntr(
                "At hand is {n} answer: the fewest that the coefficients of any feature rest on.",
                "At hand are {n} answers: the fewest that the coefficients of any feature rest on.",
                at_hand,
            )
            self.at_hand.setText(told)
            sizes = [answers for answers, *_ in self.sizes.view.table.rows] if self.sizes.view else []
            if at_hand in sizes:
                self.sizes.choose(sizes.index(at_hand))


def incomplete_table(analysis: Analysis) -> Table:
    """Return the features with pairs of which one half is missing, and how many."""
    table = overview_table(analysis).only("name", "n", "incomplete")
    rows = tuple(one for one in table.rows if one[2])
    return Table("incomplete", N_("Incomplete pairs"), table.columns, rows)
