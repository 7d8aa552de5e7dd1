"""Every action of the window: its words, icon, keys and what it does; menus and the palette are made from this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.pages import PLACES

Keys = str | QKeySequence.StandardKey | None


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; ``menu`` is where it stands, a line above it where ``apart``."""

    name: str
    text: str
    menu: str
    icon: str = ""
    keys: Keys = None
    apart: bool = False


MENUS = (("study", N_("Study")), ("edit", N_("Edit")), ("view", N_("View")), ("help", N_("Help")))
PAGES = tuple((place.name, place.title) for place in PLACES)
"""Name and title of every page."""
_STANDARD = QKeySequence.StandardKey
SPECS = (
    Spec("new", N_("New study"), "study", "file-plus", _STANDARD.New),
    Spec("open", N_("Open a study…"), "study", "folder-open", _STANDARD.Open),
    Spec("import", N_("Import answers…"), "study", "upload", "Ctrl+I", apart=True),
    Spec("paste_answers", N_("Paste answers"), "study", "clipboard-paste"),
    Spec("import_features", N_("Import what is known of the features…"), "study", "list"),
    Spec("merge", N_("Merge with another study…"), "study", "git-merge"),
    Spec("workshop", N_("Workshop…"), "study", "presentation", "Ctrl+Shift+W", apart=True),
    Spec("new_workshop", N_("New workshop…"), "study", "presentation"),
    Spec("save_as", N_("Save under a name…"), "study", "save", _STANDARD.SaveAs, apart=True),
    Spec("save_copy", N_("Save a copy…"), "study", "copy"),
    Spec("questionnaire", N_("Questionnaire…"), "study", "clipboard-list", apart=True),
    Spec("revisions", N_("Revisions…"), "study", "history"),
    Spec("revert", N_("Revert to opened"), "study", "rotate-ccw"),
    Spec("export", N_("Write the PDF roadmap…"), "study", "file-text", "Ctrl+E", apart=True),
    Spec("preferences", N_("Preferences…"), "study", "settings", "Ctrl+,", apart=True),
    Spec("quit", N_("Quit"), "study", "x", _STANDARD.Quit),
    Spec("undo", N_("Undo"), "edit", "undo-2", _STANDARD.Undo),
    Spec("redo", N_("Redo"), "edit", "redo-2", _STANDARD.Redo),
    *(Spec(f"go_{name}", text, "view", "", f"Ctrl+{place}") for place, (name, text) in enumerate(PAGES, start=1)),
    Spec("palette", N_("Search or run a command"), "view", "search", "Ctrl+K", apart=True),
    Spec("help", N_("Help"), "help", "circle-question-mark", _STANDARD.HelpContents),
    Spec("guide", N_("User guide"), "help", "book-open"),
    Spec("glossary", N_("Glossary"), "help", "book-open"),
    Spec("about", N_("About Kano App"), "help", "info", apart=True),
)


def make_actions(window: QMainWindow, context: Context, act: Callable[[str], None]) -> dict[str, QAction]:
    """Return the actions of a window in its language, each already in its menu."""
    for old in window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.setShortcut(QKeySequence())  # two actions of one key would cancel each other out
        old.deleteLater()
    for menu in window.menuBar().findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        menu.deleteLater()
    window.menuBar().clear()
    menus = {name: window.menuBar().addMenu(context.tr(text)) for name, text in MENUS}
    found: dict[str, QAction] = {}
    for spec in SPECS:
        action = QAction(context.tr(spec.text), window)
        if spec.keys is not None:
            action.setShortcut(QKeySequence(spec.keys))
        action.triggered.connect(lambda _=False, name=spec.name: act(name))
        if spec.apart:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(action)
        found[spec.name] = action
    for menu in menus.values():
        menu.aboutToShow.connect(lambda: _picture(found, context))
    return found


def _picture(actions: Mapping[str, QAction], context: Context) -> None:
    """Give the actions their icons, once a menu is about to be seen: the first window does not wait for them."""
    for spec in SPECS:
        if spec.icon and actions[spec.name].icon().isNull():
            actions[spec.name].setIcon(context.icon(spec.icon))


def say_steps(actions: Mapping[str, QAction], context: Context) -> None:
    """Say which steps can be taken back or again, and whether there is anything to revert."""
    document, tr = context.document, context.tr
    stack = document.undo_stack
    actions["undo"].setEnabled(stack.canUndo())
    actions["redo"].setEnabled(stack.canRedo())
    actions["revert"].setEnabled(stack.index() != document.opened_at and not document.read_only)
    for name, word, step in (("undo", tr("Undo"), document.undo_name()), ("redo", tr("Redo"), document.redo_name())):
        told = f"{word}: {step.told(context.language)}" if step else word
        actions[name].setText(told.replace("&", "&&"))
