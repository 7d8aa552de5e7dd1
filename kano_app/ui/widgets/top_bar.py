"""Above the pages: the study's title, whether all is saved, undo and redo by name, and the command palette."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.tips import plain_tip

_LONGEST = 34
"""Characters of a step's name on the button; the tip has all of it."""


class TopBar(QFrame):
    """The line above every page."""

    def __init__(self, context: Context) -> None:
        """Make it."""
        super().__init__()
        self.setObjectName("topbar")
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        layout.setSpacing(GAP)
        self.title = Field(context.project.report.title)
        self.title.setProperty("role", "quiet")
        self.title.setPlaceholderText(context.tr("Untitled study"))
        self.title.setAccessibleName(context.tr("Title of the study"))
        self.title.setMaximumWidth(420)
        self.title.textEdited.connect(self._rename)
        self.saved = label("", "muted")
        self.undo, self.redo = QPushButton(), QToolButton()
        self.undo.setIcon(context.icon("undo-2"))
        self.redo.setIcon(context.icon("redo-2"))
        self.undo.clicked.connect(lambda: context.window.run("undo"))
        self.redo.clicked.connect(lambda: context.window.run("redo"))
        palette = QPushButton(context.tr("Search or run a command") + "   Ctrl+K")
        palette.setIcon(context.icon("search"))
        palette.clicked.connect(lambda: context.window.run("palette"))
        layout.addWidget(self.title, 3)
        layout.addWidget(self.saved)
        layout.addStretch(1)
        for widget in (self.undo, self.redo, palette):
            layout.addWidget(widget)
        document = context.document
        for signal in (document.changed, document.saved, document.failed, document.undo_stack.indexChanged):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the state of the document."""
        context, document = self._context, self._context.document
        title = document.project.report.title
        if self.title.text() != title:
            self.title.setText(title)
        self.title.setReadOnly(document.read_only)
        if document.read_only:
            self._say("muted", context.tr("Read only"))
        elif document.is_saved:
            self._say("muted", context.tr("All changes saved"))
        else:
            self._say("error", context.tr("Not saved"))
        undo, redo = document.undo_name(), document.redo_name()
        language = context.language
        told = undo.told(language) if undo else ""
        word = context.tr("Undo")
        self.undo.setText(f"{word}: {_cut(told)}".replace("&", "&&") if undo else word)
        self.undo.setToolTip(plain_tip(context.tr("Undo: {step} (Ctrl+Z)", step=told) if undo else word))
        self.undo.setEnabled(undo is not None)
        again = context.tr("Redo: {step}", step=redo.told(language)) if redo else context.tr("Redo")
        self.redo.setToolTip(plain_tip(again))
        self.redo.setAccessibleName(again)
        self.redo.setEnabled(redo is not None)

    def _say(self, role: str, text: str) -> None:
        self.saved.setText(text)
        if self.saved.property("role") != role:
            self.saved.setProperty("role", role)
            self.saved.style().polish(self.saved)

    def _rename(self, text: str) -> None:
        self._context.apply(N_("Rename the study"), lambda project: edits.rename_study(project, text), "title")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
