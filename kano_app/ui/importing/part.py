"""What all cards at the right of the sheet share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kano_app.domain.mapping import Mapping
from kano_app.ui.context import Context
from kano_app.ui.importing.draft import Draft
from kano_app.ui.widgets.card import Card, label


class Part(Card):
    """One card: follows the mapping at once, and what came of it when that is known."""

    def __init__(self, context: Context, draft: Draft, heading: str) -> None:
        """Make it with its heading; ``follow`` and ``refresh`` fill it."""
        super().__init__(name="part")
        self.context, self.draft = context, draft
        self.heading: QLabel = label(heading, "heading", wrap=True)
        self.body.addWidget(self.heading)
        self.mark(doubt=False)
        draft.changed.connect(self.follow)
        draft.ready.connect(self.refresh)

    @property
    def mapping(self) -> Mapping:
        """How the file is to be read."""
        return self.draft.mapping

    def follow(self) -> None:
        """Show the mapping as it is now."""

    def refresh(self) -> None:
        """Show what came of the mapping."""

    def mark(self, *, doubt: bool) -> None:
        """Draw a line around it that asks for a look, or an ordinary one."""
        colours = self.context.colours
        line = colours.warning if doubt else colours.line
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"#part {{ background: {colours.surface}; border: 1px solid {line}; border-radius: 8px; }}")
