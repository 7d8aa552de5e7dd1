"""Direct votes of a workshop beside what its paired answers say."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kano_app.tables import votes_table
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label, row
from kano_app.ui.widgets.results_panel import NotedTable, Panel, Scrolled, Shown
from kano_app.wording.voices import votes_note


class VotesPanel(Panel):
    """The votes in a table; nothing is computed from them."""

    topic = "workshop"

    def __init__(self, context: Context, *, titled: bool = True) -> None:
        """Make it empty."""
        super().__init__(context)
        self.table = NotedTable(context, titled=titled)
        whole = Scrolled()
        whole.column.addWidget(label(votes_note(context.language), wrap=True))
        whole.column.addWidget(self.table)
        whole.column.addStretch(1)
        self.body.addWidget(whole, 1)
        self._ids: list[str] = []
        self.table.chosen.connect(self._chosen)

    def fill(self, shown: Shown) -> None:
        """Show the votes."""
        self._ids = shown.ids
        self.table.put(votes_table(shown.analysis))

    def choose(self, feature: str) -> None:
        """Mark the row of the selected feature."""
        if feature in self._ids:
            self.table.choose(self._ids.index(feature))

    def _chosen(self, place: int) -> None:
        if place < len(self._ids):
            self.picked.emit(self._ids[place])


def only_votes(context: Context, votes: VotesPanel) -> QWidget:
    """Return what is shown where people were asked for categories and not for pairs of answers."""
    tr, window = context.tr, context.window
    card = Card()
    card.body.addWidget(label(tr("Direct votes, and no pairs of answers"), "title"))
    card.body.addWidget(votes, 1)
    ask = button(tr("Ask in pairs…"), lambda: window.run("workshop"), "primary")
    card.body.addWidget(row(ask, button(tr("Report"), lambda: window.go("report")), None))
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
    layout.addWidget(card)
    return page
