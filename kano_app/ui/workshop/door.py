"""On the pages: that a workshop waits, where it stopped, and the button that goes on."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Stage
from kano_app.entry import can_go_on, go_on, view
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label
from kano_app.ui.workshop.state import is_under_way
from kano_app.wording.entry import person_label
from kano_app.wording.literal import visible


class WorkshopWaits(QWidget):
    """A card that is there while a workshop can be gone on with."""

    def __init__(self, context: Context) -> None:
        """Show it if one waits."""
        super().__init__()
        self._context = context
        self.told = label("", wrap=True)
        self.go_on = button(context.tr("Continue"), lambda: context.window.run("workshop"), "primary")
        card = Card()
        card.body.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        line = QHBoxLayout()
        line.setSpacing(2 * GAP)
        line.addWidget(label(context.tr("Workshop"), "heading"))
        line.addWidget(self.told, 1)
        line.addWidget(self.go_on)
        card.body.addLayout(line)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        context.document.changed.connect(self._changed)
        self.refresh()

    def _changed(self, old: Project, new: Project) -> None:
        if old.surveys is not new.surveys and (self.isVisible() or not (new.surveys and new.survey.session)):
            self.refresh()

    def refresh(self) -> None:
        """Say where it stopped."""
        project = self._context.project
        waits = not self._context.document.read_only and is_under_way(project)
        if self.isHidden() == waits and (self.parentWidget() is not None or not waits):
            self.setVisible(waits)  # not while it stands nowhere: it would be a window
        if waits:
            self.told.setText(stopped_at(project, self._context))


def stopped_at(project: Project, context: Context) -> str:
    """Return where a workshop is gone on with."""
    if can_go_on(project):
        project = go_on(project)
    session, moment = project.survey.session, view(project)
    assert session is not None  # noqa: S101 - the caller looked
    place = moment.place
    if moment.stage is Stage.PRACTICE or place is None:
        return context.tr("Continue with the practice question.")
    feature = next((visible(one.name) for one in project.survey.features if one.id == place.feature), "")
    if session.mode is Mode.CARDS:
        return context.tr("Continue at “{feature}”.", feature=feature)
    person = person_label(session, place.participant, context.language)
    if moment.stage is Stage.CONFIRMING:
        return context.tr("{person} is done. Continue with the next person.", person=person)
    return context.tr("Continue at {person}, “{feature}”.", person=person, feature=feature)
