"""A workshop as it stands: who is there, what is asked in which order, how far it has come; not the answers."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from kano_app.domain.category import Category


class Mode(StrEnum):
    """How the room is asked."""

    INTERVIEW = "interview"
    """One person after another, all features each."""
    ROUND = "round-the-room"
    """One question after another, each person in turn."""
    CARDS = "cards"
    """All hold up cards, and pairs of answers are counted."""
    VOTES = "direct-votes"
    """People name the category itself: another kind of evidence, which is never pooled with paired answers."""


class Part(StrEnum):
    """What is asked of a feature."""

    FUNCTIONAL = "functional"
    DYSFUNCTIONAL = "dysfunctional"
    IMPORTANCE = "importance"
    VOTE = "vote"
    CARDS = "cards"


class Stage(StrEnum):
    """What the room is at."""

    PRACTICE = "practice"
    """A question to learn the five answers by; what is said to it is kept nowhere."""
    ASKING = "asking"
    CONFIRMING = "confirming"
    """A person has answered everything; the next one begins with one key."""
    DONE = "done"


class Refusal(StrEnum):
    """Why a key does nothing."""

    NO_SESSION = "no-session"
    NO_FEATURES = "no-features"
    NO_SUCH_ANSWER = "no-such-answer"
    NOT_ASKED_NOW = "not-asked-now"
    """There is no question of this kind at the moment."""
    FIRST_QUESTION = "first-question"
    """There is nothing to go back to."""
    NAME_TAKEN = "name-taken"
    NO_SUCH_PERSON = "no-such-person"
    NOBODY_HERE = "nobody-here"
    OTHER_EVIDENCE = "other-evidence"
    """Cards are counted, not answers of people, or the other way round."""
    NO_CARDS_LEFT = "no-cards-left"
    NO_SUCH_CARD = "no-such-card"
    """Pairs of cards are counted, and the key is none of a card."""
    NO_SUCH_VOTE = "no-such-vote"
    """Categories are named, and the key is none of them."""
    NO_FEATURES_LEFT = "no-features-left"
    """All features were deleted since."""
    FEATURE_TAKEN = "feature-taken"
    NOT_ALL_ANSWERED = "not-all-answered"
    """A second vote waits until everybody has answered the first time."""
    VOTING_AGAIN = "voting-again"
    """A second vote on it is under way."""
    NOTHING_TO_VOTE_ON_AGAIN = "nothing-to-vote-on-again"
    NUMBER_NOT_ENDED = "number-not-ended"
    """A number of pairs of cards counts once Enter ends it."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a person said of a feature: the why. It stays out of the PDF unless it is chosen."""

    person: int
    """Place among the people of the survey, from 0; −1 where the room said it."""
    feature: str
    """Its id."""
    text: str


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in the room."""

    person: int
    """Place among the people of the survey, from 0."""
    name: str = ""
    """Empty: called by a number. Names stay out of the PDF."""
    here: bool = True
    """Not any more, or not yet; what was answered stays."""


@dataclass(frozen=True, slots=True)
class Place:
    """One question to one person."""

    participant: int
    """Place among the participants, from 0; −1 where the whole room is asked at once."""
    feature: str
    part: Part


@dataclass(frozen=True, slots=True)
class FirstVote:
    """What a person had answered before the room voted again."""

    person: int
    feature: str
    functional: int
    dysfunctional: int


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A second vote of a person that is not complete; until it is, what was answered before counts."""

    person: int
    feature: str
    functional: int = 0
    """0 until it is answered anew."""
    dysfunctional: int = 0


@dataclass(frozen=True, slots=True)
class DirectVote:
    """The category a person named for a feature."""

    person: int
    feature: str
    category: Category


@dataclass(frozen=True, slots=True)
class EmptySeat:
    """A seat in which nobody gave anything: taken out at the end, put back where the workshop goes on."""

    at: int
    """Its place among the participants, with all empty seats counted."""
    name: str = ""
    here: bool = True
    traits: tuple[tuple[str, str], ...] = ()
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop; its answers stand in the evidence, the importance and the notes of its survey."""

    mode: Mode
    participants: tuple[Participant, ...] = ()
    stage: Stage = Stage.ASKING
    place: Place | None = None
    """``None`` before the first question and after the last."""
    order: tuple[str, ...] = ()
    """Ids of the features in the order they are asked; one that is new since comes at the end."""
    shuffled: bool = False
    """Whether each person is asked in an order of their own."""
    seed: int = 0
    """Of these orders."""
    importance: bool = False
    """Whether importance is asked, from 1 to 9."""
    skipped: tuple[tuple[int, str], ...] = ()
    """Persons and features that were passed over; nothing is asked there again. Person −1 is the room with cards."""
    first_votes: tuple[FirstVote, ...] = ()
    votes: tuple[DirectVote, ...] = ()
    date: dt.date | None = None
    seconds: float = 0.0
    """Time between answers, long pauses left out."""
    timed: int = 0
    """How many answers that time was of."""
    revealed: bool = False
    """Whether the room may see results."""
    write_first: bool = True
    """Whether the room is told to write an answer down before anybody says one."""
    names_shown: bool = False
    """Whether the room screen shows names; numbers else."""
    language: str = "en"
    """Of the room screen."""
    answers: tuple[str, ...] = ()
    """The five answers in the study's wording; empty: those of the language."""
    asked_again: tuple[AskedAgain, ...] = ()
    votes_asked_again: tuple[tuple[int, str], ...] = ()
    """Persons and features whose direct vote counts until another is given."""
    first_direct_votes: tuple[DirectVote, ...] = ()
    """What was voted before the room voted again."""
    again_skipped: tuple[AskedAgain, ...] = ()
    """Second votes that were passed over: an answer given there after all is one of a second vote."""
    votes_again_skipped: tuple[tuple[int, str], ...] = ()
    """The same of direct votes."""
    empty_seats: tuple[EmptySeat, ...] = ()
    """Those that were taken out at the end."""
    stopped_at: Place | None = None
    """Where the workshop ended, in the numbers of the seats with the empty ones among them."""

    @property
    def has_pairs(self) -> bool:
        """Whether both halves are asked of people, and not cards counted or categories named."""
        return self.mode in {Mode.INTERVIEW, Mode.ROUND}

    @property
    def is_under_way(self) -> bool:
        """Whether nobody has ended it yet."""
        return self.stage is not Stage.DONE

    def __post_init__(self) -> None:
        """Refuse answers that are not five, and people in two seats."""
        if self.answers and len(self.answers) != 5:
            raise ValueError("there are five answers")
        if len({one.person for one in self.participants}) != len(self.participants):
            raise ValueError("a person has one seat")


_Told = TypeVar("_Told", FirstVote, DirectVote, AskedAgain)


def carried(
    session: Session, person_now: Callable[[int], int | None], feature_now: Callable[[str], str | None]
) -> Session:
    """Return a workshop whose people and features are called otherwise now; those that are called ``None`` are gone.

    Where it had come to is found again when it goes on, if somebody is gone.
    """

    def mark(person: int, feature: str) -> tuple[int, str] | None:
        who = person if person < 0 else person_now(person)
        what = feature_now(feature)
        return None if who is None or what is None else (who, what)

    def marks(old: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
        return tuple(new for one in old if (new := mark(*one)) is not None)

    def features(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new for one in old if (new := feature_now(one)) is not None)

    def told(old: tuple[_Told, ...]) -> tuple[_Told, ...]:
        return tuple(
            replace(one, person=new[0], feature=new[1])
            for one in old
            if (new := mark(one.person, one.feature)) is not None
        )

    participants = tuple(
        replace(one, person=new) for one in session.participants if (new := person_now(one.person)) is not None
    )
    # The places of empty seats are told among all the others.
    are_all_there = len(participants) == len(session.participants)
    return replace(
        session,
        participants=participants,
        place=_carried_place(session.place, feature_now) if are_all_there else None,
        order=features(session.order),
        skipped=marks(session.skipped),
        first_votes=told(session.first_votes),
        votes=told(session.votes),
        asked_again=told(session.asked_again),
        votes_asked_again=marks(session.votes_asked_again),
        first_direct_votes=told(session.first_direct_votes),
        again_skipped=told(session.again_skipped),
        votes_again_skipped=marks(session.votes_again_skipped),
        empty_seats=tuple(replace(one, skipped=features(one.skipped)) for one in session.empty_seats)
        if are_all_there
        else (),
        stopped_at=_carried_place(session.stopped_at, feature_now) if are_all_there else None,
    )


def _carried_place(place: Place | None, feature_now: Callable[[str], str | None]) -> Place | None:
    feature = None if place is None else feature_now(place.feature)
    return None if place is None or feature is None else replace(place, feature=feature)
