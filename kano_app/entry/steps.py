"""Which questions a workshop asks, in which order, and which of them are done."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Place, Session
from kano_app.domain.survey import Survey
from kano_app.entry.refused import Refusal, Refused

_OF_A_PAIR = (Part.FUNCTIONAL, Part.DYSFUNCTIONAL)


def session_of(project: Project) -> Session:
    """Return the workshop of the latest survey.

    Raises:
        Refused: if there is none.

    """
    found = project.survey.session if project.surveys else None
    if found is None:
        raise Refused(Refusal.NO_SESSION)
    return found


def features_asked(project: Project) -> tuple[str, ...]:
    """Return the features in the order they are asked: those that are gone are not, those that are new come last."""
    here = [feature.id for feature in project.survey.features]
    planned = [one for one in session_of(project).order if one in here]
    return (*planned, *(one for one in here if one not in planned))


def features_for(project: Project, participant: int) -> tuple[str, ...]:
    """Return the features in the order in which a person is asked: shuffled in a way of their own, if that was chosen.

    A feature that came after the beginning stands last for everybody.
    """
    session, asked = session_of(project), features_asked(project)
    if not session.shuffled or session.mode is not Mode.INTERVIEW:
        return asked
    planned = tuple(one for one in asked if one in session.order)
    return (*_shuffled(planned, session.seed, participant), *(one for one in asked if one not in planned))


@cache
def _shuffled(features: tuple[str, ...], seed: int, participant: int) -> tuple[str, ...]:
    order = list(features)
    random.Random(f"{seed}/{participant}").shuffle(order)  # noqa: S311 - an order of questions, no secret
    return tuple(order)


def parts(session: Session) -> tuple[Part, ...]:
    """Return what is asked of each feature."""
    if session.mode is Mode.VOTES:
        return (Part.VOTE,)
    if session.mode is Mode.CARDS:
        return (Part.CARDS,)
    return (*_OF_A_PAIR, Part.IMPORTANCE) if session.importance else _OF_A_PAIR


def sequence(project: Project) -> tuple[Place, ...]:
    """Return every question there is to ask, in order; nothing is asked of those who are not here."""
    return _sequence(project)[0]


def positions(project: Project) -> Mapping[Place, int]:
    """Return where each question stands in ``sequence``."""
    return _sequence(project)[1]


def _sequence(project: Project) -> tuple[tuple[Place, ...], Mapping[Place, int]]:
    session = session_of(project)
    here = tuple(at for at, one in enumerate(session.participants) if one.here)
    asked = features_asked(project)
    orders: tuple[tuple[str, ...], ...] = (asked,)
    if session.shuffled and session.mode is Mode.INTERVIEW:
        orders = tuple(features_for(project, at) for at in here)
    return _laid_out(session.mode, parts(session), here, orders)


@lru_cache(maxsize=8)
def _laid_out(
    mode: Mode, asked_of_each: tuple[Part, ...], here: tuple[int, ...], orders: tuple[tuple[str, ...], ...]
) -> tuple[tuple[Place, ...], Mapping[Place, int]]:
    """Return the questions of people, and where each stands; a key changes none of them, so it finds them here."""
    found = tuple(_places(mode, asked_of_each, here, orders))
    return found, {place: at for at, place in enumerate(found)}


def _places(
    mode: Mode, asked_of_each: tuple[Part, ...], here: tuple[int, ...], orders: tuple[tuple[str, ...], ...]
) -> Iterator[Place]:
    match mode:
        case Mode.CARDS:
            yield from (Place(-1, feature, Part.CARDS) for feature in orders[0])
        case Mode.INTERVIEW:
            for number, at in enumerate(here):
                for feature in orders[number if len(orders) > 1 else 0]:
                    yield from (Place(at, feature, part) for part in asked_of_each)
        case Mode.ROUND | Mode.VOTES:
            for feature in orders[0]:
                for part in asked_of_each:
                    yield from (Place(at, feature, part) for at in here)


class Progress:
    """What of a workshop is done, looked up at once for many questions."""

    def __init__(self, project: Project) -> None:
        """Look at a project."""
        self._survey: Survey = project.survey
        self._session = session_of(project)
        self._features = {feature.id: at for at, feature in enumerate(self._survey.features)}
        self._skipped = set(self._session.skipped)
        self._voted = {(one.person, one.feature) for one in self._session.votes}
        self._again = {(one.person, one.feature): one for one in self._session.asked_again}
        self._votes_again = set(self._session.votes_asked_again)
        evidence = self._survey.evidence
        pairs = evidence.pairs if isinstance(evidence, Answers) else ()
        self._people = [one.person for one in self._session.participants]
        self._codes = {
            feature.id: (pair.functional.tolist(), pair.dysfunctional.tolist())
            for feature, pair in zip(self._survey.features, pairs, strict=False)
        }

    def is_done(self, place: Place) -> bool:
        """Return whether a question was answered, abstained from or passed over, anew where it is asked again."""
        part, feature = place.part, place.feature
        if part is Part.CARDS:
            return (-1, feature) in self._skipped
        person = self._people[place.participant]
        if part in _OF_A_PAIR and (person, feature) in self._again:
            return self.code(person, feature, part) > 0
        if part is Part.VOTE and (person, feature) in self._votes_again:
            return False
        if self._skipped and (person, feature) in self._skipped:
            return True
        if part is Part.VOTE:
            return (person, feature) in self._voted
        if part is Part.IMPORTANCE:
            return self.importance(person, feature) is not None
        told = self._codes.get(feature)
        return told is not None and told[part is Part.DYSFUNCTIONAL][person] > 0

    def code(self, person: int, feature: str, part: Part) -> int:
        """Return what stands at one half: of the second vote where the person is asked again; 0 for nothing."""
        again = self._again.get((person, feature))
        if again is not None:
            return again.dysfunctional if part is Part.DYSFUNCTIONAL else again.functional
        return self.counting(person, feature)[part is Part.DYSFUNCTIONAL]

    def counting(self, person: int, feature: str) -> tuple[int, int]:
        """Return the pair that counts, whether the person is asked again or not."""
        told = self._codes.get(feature)
        return (0, 0) if told is None else (int(told[0][person]), int(told[1][person]))

    def has_voted(self, person: int, feature: str) -> bool:
        """Return whether a person has named a category for a feature."""
        return (person, feature) in self._voted

    def importance(self, person: int, feature: str) -> float | None:
        """Return how important a feature is to a person, if that was stated."""
        at = self._features.get(feature)
        column = self._survey.importance[at] if self._survey.importance and at is not None else None
        if column is None or np.isnan(column[person]):
            return None
        return float(column[person])


def next_open(project: Project, after: Place | None, places: Sequence[Place] | None = None) -> Place | None:
    """Return the first question that is not done after a place, else the first that is not done at all.

    A question waits for those that come before it of the same person and feature: who came late, in the middle of a
    feature, is asked both halves of it later.

    Args:
        project: where.
        after: a question; ``None`` looks from the first.
        places: ``sequence(project)``, if it is at hand.

    """
    every = sequence(project) if places is None else places
    done = Progress(project).is_done
    start = 0 if after is None else positions(project).get(after, -1) + 1
    asked_of_each = parts(session_of(project))

    def is_next(one: Place) -> bool:
        earlier = asked_of_each[: asked_of_each.index(one.part)]
        return not done(one) and all(done(replace(one, part=part)) for part in earlier)

    return next((one for one in (*every[start:], *every[:start]) if is_next(one)), None)
