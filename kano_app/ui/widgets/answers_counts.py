"""What stands in place of the grid where the evidence knows no people, or there are none."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kano_app.domain.evidence import CategoryCounts, Evidence, PairTally
from kano_app.tables import features_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button, empty_state, label
from kano_app.ui.widgets.table_view import TableView


class CountsCard(Card):
    """Counts or shares, and why there are no people."""

    def __init__(self, context: Context) -> None:
        """Show nothing yet."""
        super().__init__(context.tr("Counts without people"))
        self._context = context
        self.why = label("", wrap=True)
        self.table: TableView | None = None
        self.body.addWidget(self.why)

    def refresh(self, evidence: Evidence, *, is_latest: bool) -> None:
        """Say why there are no people; the figures are those of the latest wave."""
        tr, analysis = self._context.tr, self._context.findings.analysis
        match evidence:
            case PairTally():
                why = tr("The file counts how often each pair was given, not by whom: nobody can be shown or left out.")
            case CategoryCounts():
                why = tr("The file counts categories, not answers of people: nobody can be shown or left out.")
            case _:
                why = tr("The file has shares without the number of people: nobody can be shown or left out.")
        self.why.setText(why)
        if analysis is None or not is_latest:
            if self.table is not None:
                self.table.setVisible(is_latest)
            return
        table = features_table(analysis)
        if self.table is None:
            self.table = TableView(self._context, table)
            self.body.addWidget(self.table, 1)
        else:
            self.table.put(table)
        self.table.show()


def no_features(context: Context) -> QWidget:
    """Return what an empty study says."""
    tr, window = context.tr, context.window
    return empty_state(
        context,
        "table-2",
        tr("No features yet"),
        tr("Answers are given to features: name them first, or import a file in which they stand."),
        button(tr("Go to Features"), lambda: window.go("features"), "primary"),
        button(tr("Import answers…"), lambda: window.run("import")),
    )


def nobody(context: Context, add: Callable[[int], None], type_forms: Callable[[], None]) -> QWidget:
    """Return what a study with features and without people says."""
    tr, window = context.tr, context.window
    return empty_state(
        context,
        "users",
        tr("Nobody has answered yet"),
        tr("Here stands a row for each person. Type their answers, two digits a pair, or import a file."),
        button(tr("Add people and type their answers"), lambda: add(1), "primary"),
        button(tr("Workshop…"), lambda: window.run("workshop")),
        button(tr("Type paper forms…"), type_forms),
        button(tr("Import answers…"), lambda: window.run("import")),
    )


def none_shown(context: Context, show_everybody: Callable[[], None]) -> QWidget:
    """Return what stands in place of the grid where the filter shows nobody."""
    tr = context.tr
    return empty_state(
        context,
        "users",
        tr("Nobody is in this group"),
        tr("The filter above shows only some people, and at the moment nobody is one of them."),
        button(tr("Show everybody"), show_everybody),
    )
