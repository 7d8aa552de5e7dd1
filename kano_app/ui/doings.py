"""What the actions of the window do."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow


def doings(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what every action does, by the name of the action; those that go to a page are not among them."""
    studies = window.studies
    return {
        "new": studies.new,
        "open": studies.open,
        "import": studies.import_,
        "paste_answers": lambda: _paste_answers(window),
        "import_features": studies.import_features,
        "merge": studies.merge,
        "workshop": lambda: _workshop(window),
        "new_workshop": lambda: _workshop(window, anew=True),
        "save_as": studies.save_as,
        "save_copy": studies.save_copy,
        "questionnaire": lambda: _questionnaire(window),
        "revisions": studies.revisions,
        "revert": studies.revert,
        "export": lambda: window.frame.page("report").act(),
        "preferences": lambda: _preferences(window),
        "quit": window.close,
        "undo": window.document.undo,
        "redo": window.document.redo,
        "palette": lambda: _palette(window),
        "help": window.help_here,
        "guide": lambda: window.help("guide"),
        "glossary": lambda: window.help("glossary"),
        "about": lambda: _about(window),
    }


def _questionnaire(window: "MainWindow") -> None:
    from kano_app.ui.dialogs.questionnaire import show_questionnaire  # noqa: PLC0415 - seldom

    show_questionnaire(window.context, window)


def _paste_answers(window: "MainWindow") -> None:
    from kano_app.ui.importing.pasting import paste_answers  # noqa: PLC0415 - seldom

    paste_answers(window)


def _workshop(window: "MainWindow", *, anew: bool = False) -> None:
    from kano_app.ui.workshop.workshop import open_workshop  # noqa: PLC0415 - seldom

    open_workshop(window, anew=anew)


def _palette(window: "MainWindow") -> None:
    from kano_app.ui.dialogs.palette import show_palette  # noqa: PLC0415 - seldom

    show_palette(window.context, window)


def _preferences(window: "MainWindow") -> None:
    from kano_app.ui.dialogs.preferences import ask_preferences  # noqa: PLC0415

    chosen = ask_preferences(window.context, window)
    if chosen is not None:
        window.prefer(replace(chosen, recent=window.preferences.recent))


def _about(window: "MainWindow") -> None:
    from kano_app.ui.dialogs.about import show_about  # noqa: PLC0415

    show_about(window.context, window)
