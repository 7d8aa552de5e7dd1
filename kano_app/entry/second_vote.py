"""A second vote: what was answered before counts until it is answered anew, and then stands beside as the first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.answer import LEVELS
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import AskedAgain, DirectVote, FirstVote, Mode, Part, Place, Session, Stage
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.steps import Progress, features_asked, features_for, parts, positions, session_of

HALVES = (Part.FUNCTIONAL, Part.DYSFUNCTIONAL)


def is_asked_again(project: Project, place: Place) -> bool:
    """Return whether a question is one of a second vote that is not complete."""
    session = session_of(project)
    if not 0 <= place.participant < len(session.participants):
        return False
    mark = (session.participants[place.participant].person, place.feature)
    if place.part is Part.VOTE:
        return mark in session.votes_asked_again
    return place.part in HALVES and _open(session, *mark) is not None


def asked_again(project: Project, feature: str, participants: Iterable[int] | None) -> Project:
    """Return the project in which people are asked a feature anew; nothing they answered is changed.

    Raises:
        Refused: if nobody of them has answered it, somebody is still to, or they are being asked again already.

    """
    session, done = session_of(project), Progress(project)
    everybody = range(len(session.participants)) if participants is None else participants
    chosen = [at for at in everybody if 0 <= at < len(session.participants) and session.participants[at].here]
    asked = [part for part in parts(session) if part is not Part.IMPORTANCE]
    if any(is_asked_again(project, Place(at, feature, part)) for at in chosen for part in asked):
        raise Refused(Refusal.VOTING_AGAIN)
    if not any(_given(done, session, at, feature) for at in chosen):
        raise Refused(Refusal.NOTHING_TO_VOTE_ON_AGAIN)
    if _is_half_way(project, feature, chosen, asked):
        raise Refused(Refusal.NOT_ALL_ANSWERED)
    people = [session.participants[at].person for at in chosen if len(_given(done, session, at, feature)) == len(asked)]
    if not people:
        raise Refused(Refusal.NOTHING_TO_VOTE_ON_AGAIN)
    session = _begun_anew(session, people, feature)
    skipped = tuple(one for one in session.skipped if one[1] != feature or one[0] not in people)
    if session.mode is Mode.VOTES:
        marks = tuple((person, feature) for person in people)
        return edits.in_session(
            project, replace(session, skipped=skipped, votes_asked_again=(*session.votes_asked_again, *marks))
        )
    again = tuple(AskedAgain(person, feature) for person in people)
    return edits.in_session(project, replace(session, skipped=skipped, asked_again=(*session.asked_again, *again)))


def _begun_anew(session: Session, people: Sequence[int], feature: str) -> Session:
    """Return a workshop without the halves of second votes that were passed over: they are asked from the beginning."""
    marks = {(person, feature) for person in people}
    if session.mode is Mode.VOTES:
        kept = tuple(one for one in session.votes_again_skipped if one not in marks)
        return replace(session, votes_again_skipped=kept)
    return replace(
        session, again_skipped=tuple(one for one in session.again_skipped if (one.person, one.feature) not in marks)
    )


def whom_to_ask_again(project: Project, feature: str) -> list[int] | None:
    """Return who is asked if a feature is voted on again: in an interview the person of the moment, else everybody."""
    session = session_of(project)
    if session.mode is not Mode.INTERVIEW:
        return None
    place, done = session.place, Progress(project)
    if place in positions(project) and place is not None:
        return [place.participant]
    seats = range(len(session.participants))
    told = [at for at in seats if session.participants[at].here and _given(done, session, at, feature)]
    return told[-1:]


def feature_to_vote_again(project: Project) -> str:
    """Return what a second vote means now: the feature of the moment, or the last before it that was answered.

    Raises:
        Refused: if nothing of the kind was answered.

    """
    session, done = session_of(project), Progress(project)
    if session.mode is Mode.CARDS:
        raise Refused(Refusal.OTHER_EVIDENCE)
    place = session.place if session.place in positions(project) else None
    own = session.mode is Mode.INTERVIEW and place is not None and place.participant >= 0
    order: Sequence[str] = features_for(project, place.participant) if own and place else features_asked(project)
    seats = [place.participant] if own and place else range(len(session.participants))
    is_among = place is not None and place.feature in order and session.stage is Stage.ASKING
    until = order[: order.index(place.feature) + 1] if is_among and place else order
    for feature in reversed(until):
        if any(session.participants[at].here and _given(done, session, at, feature) for at in seats):
            return feature
    raise Refused(Refusal.NOTHING_TO_VOTE_ON_AGAIN)


def with_halves(project: Project, person: int, position: int, feature: str, codes: dict[Part, int]) -> Project:
    """Return the project with answers to halves of a pair, of a second vote where the person is asked again."""
    project = edits.in_session(project, taken_up(session_of(project), person, feature))
    session, done = session_of(project), Progress(project)
    pair = (
        codes.get(Part.FUNCTIONAL, done.code(person, feature, Part.FUNCTIONAL)),
        codes.get(Part.DYSFUNCTIONAL, done.code(person, feature, Part.DYSFUNCTIONAL)),
    )
    again = _open(session, person, feature)
    if again is None:
        return edits.answer(project, {(person, position): pair})
    if not all(pair):
        waiting = tuple(AskedAgain(person, feature, *pair) if one is again else one for one in session.asked_again)
        return edits.in_session(project, replace(session, asked_again=waiting))
    before = done.counting(person, feature)
    is_known = any((one.person, one.feature) == (person, feature) for one in session.first_votes)
    was_answered = any(1 <= code <= LEVELS for code in before)
    first = (FirstVote(person, feature, *before),) if was_answered and not is_known else ()
    closed = replace(
        session,
        asked_again=tuple(one for one in session.asked_again if one is not again),
        first_votes=(*session.first_votes, *first),
    )
    return edits.in_session(edits.answer(project, {(person, position): pair}), closed)


def with_vote(session: Session, person: int, feature: str, category: Category) -> Session:
    """Return a workshop with a direct vote; the one before it stands beside where the person was asked again."""
    session, mark = taken_up(session, person, feature), (person, feature)
    old = tuple(one for one in session.votes if (one.person, one.feature) == mark)
    kept = tuple(one for one in session.votes if (one.person, one.feature) != mark)
    voted = replace(session, votes=(*kept, DirectVote(person, feature, category)))
    if mark not in session.votes_asked_again:
        return voted
    is_known = any((one.person, one.feature) == mark for one in session.first_direct_votes)
    return replace(
        voted,
        votes_asked_again=tuple(one for one in session.votes_asked_again if one != mark),
        first_direct_votes=session.first_direct_votes if is_known else (*session.first_direct_votes, *old),
    )


def not_asked_again(session: Session, person: int, feature: str) -> Session:
    """Return a workshop in which a person keeps what was answered before, until it is answered after all."""
    again, mark = _open(session, person, feature), (person, feature)
    votes = mark in session.votes_asked_again
    return replace(
        session,
        asked_again=tuple(one for one in session.asked_again if one is not again),
        votes_asked_again=tuple(one for one in session.votes_asked_again if one != mark),
        again_skipped=session.again_skipped if again is None else (*session.again_skipped, again),
        votes_again_skipped=(*session.votes_again_skipped, mark) if votes else session.votes_again_skipped,
    )


def taken_up(session: Session, person: int, feature: str) -> Session:
    """Return a workshop in which a second vote that was passed over is going on again."""
    mark = (person, feature)
    if not session.again_skipped and not session.votes_again_skipped:
        return session
    if session.mode is Mode.VOTES:
        votes = (mark,) if mark in session.votes_again_skipped else ()
        return _begun_anew(replace(session, votes_asked_again=(*session.votes_asked_again, *votes)), [person], feature)
    again = tuple(one for one in session.again_skipped if (one.person, one.feature) == mark)
    return _begun_anew(replace(session, asked_again=(*session.asked_again, *again)), [person], feature)


def first_pair(project: Project, person: int, feature: str) -> tuple[int, int] | None:
    """Return what a person had answered before the room voted again, or is voting again now."""
    session = session_of(project)
    found = next((one for one in session.first_votes if (one.person, one.feature) == (person, feature)), None)
    if found is not None:
        return found.functional, found.dysfunctional
    return Progress(project).counting(person, feature) if _open(session, person, feature) is not None else None


def first_direct_vote(project: Project, person: int, feature: str) -> Category | None:
    """Return what a person had voted directly before the room voted again, or is voting again now."""
    session, mark = session_of(project), (person, feature)
    votes = (*session.first_direct_votes, *(session.votes if mark in session.votes_asked_again else ()))
    return next((one.category for one in votes if (one.person, one.feature) == mark), None)


def forget_first_votes(project: Project, feature: str) -> Project:
    """Return the project without the first votes of a feature; the second stay."""
    session = session_of(project)
    return edits.in_session(
        project,
        replace(
            session,
            first_votes=tuple(one for one in session.first_votes if one.feature != feature),
            first_direct_votes=tuple(one for one in session.first_direct_votes if one.feature != feature),
        ),
    )


def _open(session: Session, person: int, feature: str) -> AskedAgain | None:
    return next((one for one in session.asked_again if (one.person, one.feature) == (person, feature)), None)


def _given(done: Progress, session: Session, participant: int, feature: str) -> tuple[Part, ...]:
    """Return which questions of a feature somebody has answered; importance is none of a vote."""
    person = session.participants[participant].person
    if session.mode is Mode.VOTES:
        return (Part.VOTE,) if done.has_voted(person, feature) else ()
    pair = done.counting(person, feature)
    return tuple(part for part, code in zip(HALVES, pair, strict=True) if code)


def _is_half_way(project: Project, feature: str, chosen: Sequence[int], asked: Sequence[Part]) -> bool:
    """Return whether somebody has answered one half only, or the feature is going round the room."""
    session, done = session_of(project), Progress(project)
    left = {at: [part for part in asked if not done.is_done(Place(at, feature, part))] for at in chosen}
    if any(open_parts and _given(done, session, at, feature) for at, open_parts in left.items()):
        return True
    place = session.place
    is_going_round = (
        session.stage is Stage.ASKING
        and session.mode is not Mode.INTERVIEW
        and place is not None
        and place.feature == feature
    )
    return is_going_round and any(left.values())
