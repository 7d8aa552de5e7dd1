"""The pairs: named, exchanged, removed, and added from columns nobody uses."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kano_app.domain.mapping import Confidence, Layout
from kano_app.ui.context import Context
from kano_app.ui.importing.adding import Adding
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.pairs_model import PairsModel, pairs_of
from kano_app.ui.importing.pairs_view import PairsView
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.words import shown
from kano_app.ui.widgets.card import button, label, row


class PairsPart(Part):
    """The table of pairs, and what can be done with them."""

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show the pairs of the present step."""
        super().__init__(context, draft, "")
        tr = context.tr
        self.model = PairsModel(context)
        self.table = PairsView(context, self.model)
        self.error = label("", "error", wrap=True)
        self.swap = button("", self._swap, tip=tr("With and without: of the chosen pairs, of all where none is chosen"))
        self.remove = button(tr("Leave out"), self._remove, tip=tr("Leave the chosen features out"))
        self.add = button(tr("Add a pair"), self._open_add)
        self.adding = Adding(context, draft)
        self._doing = row(self.swap, self.remove, None)
        for widget in (self.error, self.table, self._doing, row(self.add, None), self.adding):
            self.body.addWidget(widget)
        self.adding.hide()
        self.adding.closed.connect(self._closed)
        self.model.renamed.connect(self._rename)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.table, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)

    def follow(self) -> None:
        """Show the pairs as the mapping has them."""
        wide = self.mapping.layout is Layout.WIDE
        self.setVisible(wide)
        if not wide:
            return
        pairs = pairs_of(self.mapping)
        self.model.put(pairs)
        whole = sum(one.is_whole for one in pairs)
        context = self.context
        self.heading.setText(context.ntr("{n} pair", "{n} pairs", whole) if whole else context.tr("No pairs yet"))
        self.error.hide()
        self.table.setVisible(bool(pairs))
        self._doing.setVisible(bool(pairs))
        self.table.fit()
        self.mark(doubt=not whole or any(one.confidence in {None, Confidence.GUESS} for one in pairs))
        self.adding.follow()
        self.add.setVisible(self.adding.isHidden() and len(self.adding.free()) > 1)
        self._enable()

    def chosen(self) -> tuple[str, ...]:
        """Return the features that are selected."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return tuple(self.model.pairs[at].feature for at in rows if at < len(self.model.pairs))

    def _enable(self, *_: object) -> None:
        some = bool(self.chosen())
        tr = self.context.tr
        text = tr("Exchange halves") if some else tr("Exchange all halves")
        self.swap.setText(text)
        self.swap.setAccessibleName(text)
        self.remove.setEnabled(some)

    def _swap(self) -> None:
        self.draft.correct(self.mapping.with_halves_swapped(self.chosen() or self.mapping.features))

    def _remove(self) -> None:
        mapping = self.mapping
        for feature in self.chosen():
            mapping = mapping.without_feature(feature)
        self.draft.correct(mapping)

    def _rename(self, old: str, new: str) -> None:
        try:
            mapping = self.mapping.with_feature_renamed(old, new)
        except ValueError:
            told = self.context.tr("Another feature is called “{name}” already.", name=shown(new))
            self.error.setText(told if new else self.context.tr("A feature needs a name."))
            self.error.show()
            return
        self.draft.correct(mapping)

    def _open_add(self) -> None:
        self.add.hide()
        self.adding.open()

    def _closed(self) -> None:
        self.add.show()
        self.add.setFocus()
