"""A room → answers: every way of asking as pure functions from project to project; a window only shows them.

``begin`` starts a workshop, ``view`` says what is to be shown now, and each key of the facilitator is one function.
A function that cannot do what was asked raises ``Refused``; the project is then as it was.
"""

from kano_app.entry.asking import (
    abstain,
    answer,
    back,
    confirm,
    end_practice,
    finish,
    forward,
    go_on,
    go_to,
    go_to_person,
    skip,
    vote,
)
from kano_app.entry.beginning import Setup, begin
from kano_app.entry.cards import card, count_of_cards
from kano_app.entry.people import call, come_back, join, leave
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.room import choose, first_pair, forget_first_votes, note, reveal, vote_again
from kano_app.entry.view import View, view

__all__ = [
    "Refusal",
    "Refused",
    "Setup",
    "View",
    "abstain",
    "answer",
    "back",
    "begin",
    "call",
    "card",
    "choose",
    "come_back",
    "confirm",
    "count_of_cards",
    "end_practice",
    "finish",
    "first_pair",
    "forget_first_votes",
    "forward",
    "go_on",
    "go_to",
    "go_to_person",
    "join",
    "leave",
    "note",
    "reveal",
    "skip",
    "view",
    "vote",
    "vote_again",
]
