"""A room → answers: every way of asking as pure functions from project to project; a window only shows them.

``begin`` starts a workshop, ``view`` says what is to be shown now, and each key of the facilitator is one function.
A function that cannot do what was asked raises ``Refused``; the project is then as it was.
"""

from kano_app.domain.turnout import took_part, turnout
from kano_app.entry.asking import (
    abstain,
    answer,
    back,
    confirm,
    end_practice,
    forward,
    go_to,
    go_to_person,
    skip,
    vote,
)
from kano_app.entry.beginning import Setup, begin, has_kind, same_seats
from kano_app.entry.card_typing import Cards, CardTyping
from kano_app.entry.cards import card, count_of_cards, put_cards
from kano_app.entry.deleting import remove_features, remove_people
from kano_app.entry.ending import can_go_on, finish, go_on
from kano_app.entry.moving import settled
from kano_app.entry.people import call, come_back, join, leave, left_open, seats_of
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.room import add_feature, add_features, choose, note, reveal, vote_again
from kano_app.entry.second_vote import (
    feature_to_vote_again,
    first_direct_vote,
    first_pair,
    forget_first_votes,
    is_asked_again,
)
from kano_app.entry.view import View, view

__all__ = [
    "CardTyping",
    "Cards",
    "Refusal",
    "Refused",
    "Setup",
    "View",
    "abstain",
    "add_feature",
    "add_features",
    "answer",
    "back",
    "begin",
    "call",
    "can_go_on",
    "card",
    "choose",
    "come_back",
    "confirm",
    "count_of_cards",
    "end_practice",
    "feature_to_vote_again",
    "finish",
    "first_direct_vote",
    "first_pair",
    "forget_first_votes",
    "forward",
    "go_on",
    "go_to",
    "go_to_person",
    "has_kind",
    "is_asked_again",
    "join",
    "leave",
    "left_open",
    "note",
    "put_cards",
    "remove_features",
    "remove_people",
    "reveal",
    "same_seats",
    "seats_of",
    "settled",
    "skip",
    "took_part",
    "turnout",
    "view",
    "vote",
    "vote_again",
]
