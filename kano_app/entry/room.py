"""What a facilitator does beside asking: notes, a second vote, revealing, other choices half-way."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import FirstVote, Mode
from kano_app.entry.asking import HALVES, go_to
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.steps import Progress, session_of

_CHOICES = {"names_shown", "write_first", "language", "answers", "importance"}


def note(project: Project, text: str, participant: int | None = None, feature: str | None = None) -> Project:
    """Return the project with what was said of a feature: of the moment and by whom it is asked, unless told.

    Raises:
        Refused: if nothing is asked now and neither was told.

    """
    session = session_of(project)
    place = session.place
    at = participant if participant is not None else (place.participant if place else -1)
    about = feature if feature is not None else (place.feature if place else None)
    if about is None:
        raise Refused(Refusal.NOT_ASKED_NOW)
    if at >= len(session.participants):
        raise Refused(Refusal.NO_SUCH_PERSON)
    person = session.participants[at].person if at >= 0 else -1
    return edits.write_note(project, person, about, text)


def reveal(project: Project, *, shown: bool = True) -> Project:
    """Return the project with results shown to the room, or hidden again."""
    return edits.in_session(project, replace(session_of(project), revealed=shown))


def choose(project: Project, **choices: Any) -> Project:  # noqa: ANN401 - fields of a session
    """Return the project with other choices of the session: names_shown, write_first, language, answers, importance.

    Raises:
        TypeError: if something else is to be changed.

    """
    if not choices.keys() <= _CHOICES:
        raise TypeError(f"no choices of a session: {sorted(choices.keys() - _CHOICES)}")
    return edits.in_session(project, replace(session_of(project), **choices))


def vote_again(project: Project, feature: str, participants: Iterable[int] | None = None) -> Project:
    """Return the project in which a feature is asked anew; what was answered first is kept beside.

    Args:
        project: where.
        feature: its id.
        participants: of whom; all who answered it, unless told.

    Raises:
        Refused: if nobody has answered it, or cards are counted.

    """
    session = session_of(project)
    if session.mode is Mode.CARDS:
        raise Refused(Refusal.OTHER_EVIDENCE)
    position = next((at for at, one in enumerate(project.survey.features) if one.id == feature), None)
    chosen = range(len(session.participants)) if participants is None else participants
    people = [session.participants[at].person for at in chosen]
    done = Progress(project)
    pairs = {person: tuple(done.code(person, feature, part) for part in HALVES) for person in people}
    again = {person: pair for person, pair in pairs.items() if any(pair)}
    if position is None or not again:
        raise Refused(Refusal.NOT_ASKED_NOW)
    known = {one.person for one in session.first_votes if one.feature == feature}
    first = tuple(FirstVote(person, feature, *pair) for person, pair in again.items() if person not in known)
    open_again = tuple(one for one in session.skipped if one[1] != feature or one[0] not in again)
    asked = edits.answer(project, {(person, position): (0, 0) for person in again})
    changed = replace(session, first_votes=(*session.first_votes, *first), skipped=open_again)
    return go_to(edits.in_session(asked, changed), feature)


def first_pair(project: Project, person: int, feature: str) -> tuple[int, int] | None:
    """Return what a person had answered before the room voted again."""
    votes = session_of(project).first_votes
    found = next((one for one in votes if (one.person, one.feature) == (person, feature)), None)
    return None if found is None else (found.functional, found.dysfunctional)


def forget_first_votes(project: Project, feature: str) -> Project:
    """Return the project without the first votes of a feature; the second stay."""
    session = session_of(project)
    kept = tuple(one for one in session.first_votes if one.feature != feature)
    return edits.in_session(project, replace(session, first_votes=kept))
