"""The keys of the workshop: one table, from which they are obeyed and shown."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kano_app.domain.session import Mode, Part, Stage
from kano_app.i18n import N_
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.state import LETTERS

_KEYS = Qt.Key
_EVERY = frozenset(Stage)
_ASKING = frozenset({Stage.ASKING})
_PEOPLE = frozenset({Mode.INTERVIEW, Mode.ROUND, Mode.VOTES})
_PAIRS = frozenset({Mode.INTERVIEW, Mode.ROUND})


@dataclass(frozen=True, slots=True)
class Command:
    """One key, and what it does in words."""

    name: str
    keys: tuple[Qt.Key, ...]
    shown: str
    text: str
    stages: frozenset[Stage] = _EVERY
    modes: frozenset[Mode] = frozenset(Mode)
    shown_for_votes: str = ""
    """Its key where letters are votes."""


COMMANDS = (
    Command("back", (_KEYS.Key_Backspace, _KEYS.Key_Left), "←", N_("Back")),
    Command("forward", (_KEYS.Key_Right,), "→", N_("Forward"), _ASKING, _PEOPLE),
    Command("skip", (_KEYS.Key_S,), "S", N_("Skip"), _ASKING),
    Command("abstain", (_KEYS.Key_6, _KEYS.Key_A), "6", N_("Abstain"), _ASKING, _PAIRS),
    Command("note", (_KEYS.Key_N,), "N", N_("Note"), _ASKING),
    Command("vote_again", (_KEYS.Key_V,), "V", N_("Vote again"), _EVERY, _PAIRS),
    Command("join", (_KEYS.Key_J,), "J", N_("Joins"), _EVERY, _PEOPLE),
    Command("leave", (_KEYS.Key_L,), "L", N_("Leaves"), _ASKING, _PEOPLE),
    Command("people", (_KEYS.Key_W,), "W", N_("Who"), _EVERY, _PEOPLE),
    Command("features", (_KEYS.Key_G,), "G", N_("Features")),
    Command("add_feature", (_KEYS.Key_F,), "F", N_("Add a feature")),
    Command("live", (_KEYS.Key_H,), "H", N_("Live")),
    Command("room", (_KEYS.Key_O,), "O", N_("Room")),
    Command("black", (_KEYS.Key_B,), "B", N_("Black")),
    Command("reveal", (_KEYS.Key_R, _KEYS.Key_F5), "R", N_("Reveal"), shown_for_votes="F5"),
    Command("undo", (), "Ctrl+Z", N_("Undo")),
    Command("finish", (_KEYS.Key_Escape,), "Esc", N_("Finish")),
)
_BY_KEY = {key: command for command in COMMANDS for key in command.keys}
_OF_THE_WINDOW = {"note", "people", "features", "add_feature", "room"}


def commands(desk: Desk) -> list[Command]:
    """Return the commands that mean something now."""
    session, place = desk.session, desk.view.place
    found = [one for one in COMMANDS if session.stage in one.stages and session.mode in one.modes]
    if place is not None and place.part is Part.IMPORTANCE:
        found = [one for one in found if one.name != "abstain"]
    return found


def shown_key(command: Command, desk: Desk) -> str:
    """Return how the key of a command is written."""
    return (desk.session.mode is Mode.VOTES and command.shown_for_votes) or command.shown


def run(name: str, desk: Desk) -> None:
    """Do what a command is called."""
    if name in _OF_THE_WINDOW:
        desk.wanted.emit(name)
    elif name == "live":
        desk.state.turn_live()
    elif name == "black":
        desk.state.blacken()
    else:
        getattr(desk, name)()


def press(desk: Desk, event: QKeyEvent) -> bool:
    """Obey a key; return whether it means anything here."""
    if desk.project.survey.session is None:
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        desk.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        desk.redo()
    elif event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    ):
        return False
    elif event.key() in {_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Space}:
        desk.go_on()
    else:
        return _typed(desk, event)
    return True


def _typed(desk: Desk, event: QKeyEvent) -> bool:
    typed = unicodedata.normalize("NFKC", event.text()).upper()
    session, place = desk.session, desk.view.place
    is_asked = session.stage is Stage.ASKING and place is not None
    if session.stage is Stage.DONE and typed in _AFTER:
        desk.wanted.emit(_AFTER[typed])
        return True
    if is_asked and place is not None and place.part is Part.CARDS and _card(desk, event, typed):
        return True
    if is_asked and place is not None and place.part is Part.VOTE and typed in LETTERS:
        desk.vote(LETTERS[typed])
        return True
    command = _BY_KEY.get(Qt.Key(event.key()))
    importance = is_asked and place is not None and place.part is Part.IMPORTANCE
    if command is not None and not (importance and typed.isdecimal()):
        if command in commands(desk):
            run(command.name, desk)
            return True
        return command.name != "live" and _refuse(desk)
    if len(typed) == 1 and typed.isdecimal():
        desk.answer(int(typed))
        return True
    return bool(typed.strip() and typed.isprintable()) and _refuse(desk)


_AFTER = {"1": "results", "2": "roadmap", "3": "pdf"}


def _refuse(desk: Desk) -> bool:
    desk.said.emit(desk.context.tr("This key means nothing at the moment."))
    return True


def _card(desk: Desk, event: QKeyEvent, typed: str) -> bool:
    """Take a digit of a pair of cards; a minus before takes a pair back."""
    state = desk.state
    if typed in {"-", "−"}:
        state.hold_card("-")
        return True
    if event.key() in {_KEYS.Key_Backspace, _KEYS.Key_Escape} and state.held:
        state.hold_card("")
        return True
    if typed not in {"1", "2", "3", "4", "5"}:
        return False
    if not state.held.strip("-"):
        state.hold_card(state.held + typed)
        return True
    by = -1 if state.held.startswith("-") else 1
    first = int(state.held.strip("-"))
    state.hold_card("")
    desk.card(first, int(typed), by)
    return True
