"""The keys of the workshop: one table, from which they are obeyed and shown."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kano_app.domain.session import Mode, Part, Place, Stage
from kano_app.entry import CardTyping, Refused
from kano_app.i18n import N_
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.state import LETTERS
from kano_app.wording.entry import refusal_sentence

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
    shown_in: tuple[tuple[Mode, str], ...] = ()
    """Its key in ways of asking in which the usual one means something else."""


COMMANDS = (
    Command(
        "back",
        (_KEYS.Key_Backspace, _KEYS.Key_Left),
        "←",
        N_("Back"),
        shown_in=((Mode.CARDS, N_("Backspace")),),
    ),
    Command("forward", (_KEYS.Key_Right,), "→", N_("Forward"), _ASKING, _PEOPLE),
    Command("skip", (_KEYS.Key_S,), "S", N_("Skip"), _ASKING),
    Command("abstain", (_KEYS.Key_6, _KEYS.Key_A), "6", N_("Abstain"), _ASKING, _PAIRS),
    Command("turn_counting", (_KEYS.Key_C,), "C", N_("Counts"), _ASKING, frozenset({Mode.CARDS})),
    Command("note", (_KEYS.Key_N,), "N", N_("Take a note"), _ASKING),
    Command("vote_again", (_KEYS.Key_V,), "V", N_("Vote again"), _EVERY, _PEOPLE),
    Command("join", (_KEYS.Key_J,), "J", N_("Joins"), _EVERY, _PEOPLE),
    Command("leave", (_KEYS.Key_L,), "L", N_("Leaves"), _ASKING, _PEOPLE),
    Command("people", (_KEYS.Key_W,), "W", N_("Who"), _EVERY, _PEOPLE),
    Command("features", (_KEYS.Key_G,), "G", N_("Features")),
    Command("add_feature", (_KEYS.Key_F,), "F", N_("Add a feature")),
    Command("live", (_KEYS.Key_H,), "H", N_("Live")),
    Command("room", (_KEYS.Key_O,), "O", N_("Room")),
    Command("fill", (_KEYS.Key_F11,), "F11", N_("Fill the screen")),
    Command("black", (_KEYS.Key_B,), "B", N_("Black")),
    Command("reveal", (_KEYS.Key_R, _KEYS.Key_F5), "R", N_("Reveal"), shown_in=((Mode.VOTES, "F5"),)),
    Command("page_on", (_KEYS.Key_PageDown,), "PgDn", N_("Next page")),
    Command("page_back", (_KEYS.Key_PageUp,), "PgUp", N_("Page before")),
    Command("undo", (), "Ctrl+Z", N_("Undo")),
    Command("finish", (_KEYS.Key_Escape,), "Esc", N_("Finish")),
)
_BY_KEY = {key: command for command in COMMANDS for key in command.keys}
_OF_THE_WINDOW = {"note", "people", "features", "add_feature", "room", "fill"}
_PAGES = {"page_on": 1, "page_back": -1}
_ALONE = {_KEYS.Key_Shift, _KEYS.Key_Control, _KEYS.Key_Alt, _KEYS.Key_AltGr, _KEYS.Key_Meta, _KEYS.Key_CapsLock}
_ARROWS = {_KEYS.Key_Up: (-1, 0), _KEYS.Key_Down: (1, 0), _KEYS.Key_Left: (0, -1), _KEYS.Key_Right: (0, 1)}
_CONTROLS = {_KEYS.Key_Backspace: "\b", _KEYS.Key_Escape: "\x1b"}
_WITHOUT_FEATURES = {"add_feature", "room", "fill", "black", "undo", "finish"}
_ENTER = {_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Space}


def commands(desk: Desk) -> list[Command]:
    """Return the commands that mean something now."""
    session, place = desk.session, desk.view.place
    found = [one for one in COMMANDS if session.stage in one.stages and session.mode in one.modes]
    if place is not None and place.part is Part.IMPORTANCE:
        found = [one for one in found if one.name != "abstain"]
    if not desk.view.features and session.stage is not Stage.DONE:
        found = [one for one in found if one.name in _WITHOUT_FEATURES]
    left_out = set() if session.revealed and desk.state.pages > 1 else set(_PAGES)
    left_out |= set() if desk.state.has_room else {"fill"}
    return [one for one in found if one.name not in left_out]


def shown_key(command: Command, desk: Desk) -> str:
    """Return how the key of a command is written."""
    return desk.context.tr(dict(command.shown_in).get(desk.session.mode, command.shown))


def run(name: str, desk: Desk) -> None:
    """Do what a command is called."""
    if name in _OF_THE_WINDOW:
        desk.wanted.emit(name)
    elif name == "live":
        desk.state.turn_live()
    elif name == "black":
        desk.state.blacken()
    elif name in _PAGES:
        desk.state.turn_page(_PAGES[name])
    else:
        getattr(desk, name)()


def press(desk: Desk, event: QKeyEvent) -> bool:
    """Obey a key; return whether it means anything here."""
    if not desk.project.surveys or desk.project.survey.session is None or event.key() in _ALONE:
        return False
    desk.hush()
    if not event.text().isdecimal():
        desk.state.answered = 0.0  # a digit that comes after another key is meant
    if event.matches(QKeySequence.StandardKey.Undo):
        desk.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        desk.redo()
    elif event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    ):
        return False
    elif event.key() in _ENTER:
        _enter(desk)
    else:
        return _typed(desk, event)
    return True


def _enter(desk: Desk) -> None:
    """End a number of cards that is typed, else go on."""
    place = desk.view.place
    if desk.state.cell is not None:
        desk.state.choose_cell(None)
    elif place is None or place.part is not Part.CARDS or not _hold(desk, place, "\r"):
        desk.go_on()


def _typed(desk: Desk, event: QKeyEvent) -> bool:
    typed = unicodedata.normalize("NFKC", event.text()).upper()
    session, place = desk.session, desk.view.place
    is_asked = session.stage is Stage.ASKING and place is not None
    if typed in _AFTER and is_over(desk):
        if not desk.state.has_just_answered:
            desk.after(_AFTER[typed])
        return True
    if is_asked and place is not None and place.part is Part.CARDS and _card(desk, event, typed):
        return True
    if is_asked and place is not None and place.part is Part.VOTE and typed in LETTERS:
        desk.vote(LETTERS[typed])
        return True
    command = _BY_KEY.get(Qt.Key(event.key()))
    importance = is_asked and place is not None and place.part is Part.IMPORTANCE
    if command is not None and session.mode is Mode.VOTES and event.key() == _KEYS.Key_R:
        desk.said.emit(desk.context.tr("In direct votes F5 shows results to the room."))
        return True
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


def is_over(desk: Desk) -> bool:
    """Return whether nothing is asked any more, be it that all have answered."""
    stage = desk.session.stage
    return stage is Stage.DONE or (stage is Stage.CONFIRMING and not desk.unanswered)


def _refuse(desk: Desk) -> bool:
    desk.said.emit(desk.context.tr("This key means nothing at the moment."))
    return True


def _card(desk: Desk, event: QKeyEvent, typed: str) -> bool:
    """Take a key of a pair of cards; arrows choose a cell to type a number into."""
    state, key = desk.state, Qt.Key(event.key())
    if key in _ARROWS:
        if not desk.has_open_number():
            desk.move_cell(*_ARROWS[key])
        return True
    if state.cell is not None:
        return _cell(desk, key, typed)
    place = desk.view.place
    return place is not None and _hold(desk, place, _CONTROLS.get(key, typed))


def _hold(desk: Desk, place: Place, typed: str) -> bool:
    """Add a key to what is typed of a pair of cards, and count what is complete."""
    try:
        found = desk.state.held.key(place, typed)
    except Refused as refusal:
        desk.said.emit(refusal_sentence(refusal.why, desk.context.language))
        return True
    if found is None:
        return False
    typing, cards = found
    if cards is not None and not desk.card(cards.functional, cards.dysfunctional, cards.by):
        typing = CardTyping(place)
    desk.state.hold_card(typing)
    if typing.wrong is not None:
        desk.said.emit(refusal_sentence(typing.wrong, desk.context.language))
    return True


def _cell(desk: Desk, key: Qt.Key, typed: str) -> bool:
    """Take a digit of the number of pairs in the cell that is chosen."""
    state = desk.state
    if key == _KEYS.Key_Escape:
        state.choose_cell(None)
    elif key in {_KEYS.Key_Backspace, _KEYS.Key_Delete}:
        shorter = (state.cell_typed or str(desk.cards_in_cell()))[:-1] if key == _KEYS.Key_Backspace else ""
        desk.put_card(int(shorter or 0))
        state.cell_typed = shorter
    elif len(typed) == 1 and typed.isdecimal():
        number = state.cell_typed + typed
        if desk.put_card(int(number)):
            state.cell_typed = number
    else:
        return False
    return True
