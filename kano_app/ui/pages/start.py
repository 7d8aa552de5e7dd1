"""The page Start: the doors, the studies to go on with, the samples."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.icons import pixmap
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.start_doors import Door, doors
from kano_app.ui.widgets.start_samples import samples_card
from kano_app.ui.widgets.start_studies import StudiesCard
from kano_app.ui.workshop.door import WorkshopWaits

_PAINTED = 50
"""Milliseconds left to the first window to be painted."""
_WIDEST = 1080
"""Beyond this lines get too long to read."""


class StartPage(Page):
    """The page Start."""

    topic = "start"

    def __init__(self, context: Context) -> None:
        """Make it; what is on the disk is read when it is shown."""
        super().__init__(context)
        self.studies, self.waits = StudiesCard(context), WorkshopWaits(context)
        inside, column = QWidget(), QWidget()
        column.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        layout.addWidget(self.waits)
        self.doors = doors(context)
        layout.addWidget(self.doors)
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        both.addWidget(self.studies, 3)
        both.addWidget(samples_card(context), 2)
        layout.addLayout(both)
        layout.addWidget(_drop_hint(context))
        layout.addStretch(1)
        centred = QHBoxLayout(inside)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def main(self) -> QWidget | None:
        """Return the first door."""
        return self.doors.findChild(Door)

    def state(self) -> str:
        """Return how many studies are remembered."""
        count = len(self.context.window.preferences.recent)
        return self.context.ntr("{n} recent study", "{n} recent studies", count) if count else ""

    def shown(self) -> None:
        """Look what is on the disk."""
        if self.isVisible():
            self.studies.refresh()
        else:  # the window is about to be painted, and a thread would only get in its way
            QTimer.singleShot(_PAINTED, self.studies, self.studies.refresh)
        self.waits.refresh()


def _drop_hint(context: Context) -> QFrame:
    found = QFrame()
    found.setObjectName("drop")
    found.setStyleSheet(f"#drop {{ border: 1px dashed {context.colours.edge}; border-radius: 8px; }}")
    layout = QHBoxLayout(found)
    layout.setContentsMargins(2 * GAP, GAP + 4, 2 * GAP, GAP + 4)
    picture = QLabel()
    picture.setPixmap(pixmap("download", context.colours.muted, 18, found.devicePixelRatioF()))
    layout.addStretch(1)
    layout.addWidget(picture)
    layout.addWidget(label(context.tr("Drop a survey or a study anywhere in this window"), "muted"))
    layout.addStretch(1)
    return found
