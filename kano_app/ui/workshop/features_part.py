"""The features in the order they are asked: how far each is; to jump to, to vote on again, to add to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kano_app.domain.session import Mode
from kano_app.entry import count_of_cards
from kano_app.entry.steps import Progress, features_asked, features_for, sequence
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, row
from kano_app.ui.widgets.tips import plain_tip
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.fields import Choosing, Line


class FeaturesPart(QWidget):
    """The list of features, and a line for one more."""

    left = Signal()
    """Somebody is done here."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._desk = context, desk
        tr = context.tr
        self._ids: tuple[str, ...] = ()
        self.list = Choosing()
        self.list.setAccessibleName(tr("Features"))
        self.list.chosen.connect(self._go)
        self.ask = button(tr("Ask now"), lambda: self._go(self.list.currentRow()))
        self.again = button(tr("Vote again"), self._vote_again)
        self.line = Line()
        self.line.setPlaceholderText(tr("One more feature, then Enter"))
        self.line.setAccessibleName(tr("Add a feature"))
        self.line.setMaxLength(500)
        self.line.given.connect(self._add)
        self.line.left.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addWidget(row(self.ask, self.again))
        layout.addWidget(self.line)

    def follow(self) -> None:
        """Show all features."""
        desk, language = self._desk, self._context.language
        session, place = desk.session, desk.view.place
        own = session.mode is Mode.INTERVIEW and place is not None
        self._ids = features_for(desk.project, place.participant) if own and place else features_asked(desk.project)
        progress = Progress(desk.project)
        done: dict[str, int] = {}
        total: dict[str, int] = {}
        for one in sequence(desk.project):
            if not own or (place is not None and one.participant == place.participant):
                total[one.feature] = total.get(one.feature, 0) + 1
                done[one.feature] = done.get(one.feature, 0) + progress.is_done(one)
        texts = []
        for feature in self._ids:
            if session.mode is Mode.CARDS:
                far = language.number(count_of_cards(desk.project, feature))
            elif total.get(feature) and done[feature] == total[feature]:
                far = "✓"
            else:
                far = f"{language.number(done.get(feature, 0))}/{language.number(total.get(feature, 0))}"
            turn = "▸ " if place is not None and place.feature == feature else "   "
            texts.append((f"{turn}{desk.feature_name(feature)}", far))
        self.list.put(texts)
        for at, feature in enumerate(self._ids):
            self.list.item(at).setToolTip(plain_tip(desk.feature_name(feature)))
        if place is not None and not self.list.hasFocus():
            self.choose(place.feature)
        self.again.setVisible(session.mode is not Mode.CARDS)

    def choose(self, feature: str) -> None:
        """Make a feature the current one."""
        if feature in self._ids:
            self.list.setCurrentRow(self._ids.index(feature))

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._ids):
            self._desk.go_to_feature(self._ids[at])
            self.left.emit()

    def _vote_again(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._ids):
            self._desk.vote_again(self._ids[at])
            self.left.emit()

    def _add(self, text: str) -> None:
        self._desk.add_feature(text)
        self.line.clear()
        self.left.emit()
