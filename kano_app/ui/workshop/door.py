"""On the pages: that a workshop waits, where it stopped, and the button that goes on."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label


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
        waits = not self._context.document.read_only and has_open_workshop(project)
        if self.isHidden() == waits and (self.parentWidget() is not None or not waits):
            self.setVisible(waits)  # not while it stands nowhere: it would be a window
        if waits:
            from kano_app.ui.workshop.stopped import stopped_at  # noqa: PLC0415 - most studies never had a workshop

            self.told.setText(stopped_at(project, self._context))


def has_open_workshop(project: Project) -> bool:
    """Return whether a workshop waits to be gone on with: it was not ended, or was with questions open."""
    if not project.surveys or project.survey.session is None:
        return False
    from kano_app.ui.workshop.stopped import has_more  # noqa: PLC0415 - most studies never had a workshop

    return has_more(project)
