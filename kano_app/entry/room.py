"""What a facilitator does beside asking: notes, a second vote, revealing, other choices half-way."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kano_app.domain import edits
from kano_app.domain.feature import fold_name
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.entry.asking import go_to
from kano_app.entry.moving import settled
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.seats import reopened, seat_when_reopened
from kano_app.entry.second_vote import asked_again, whom_to_ask_again
from kano_app.entry.steps import session_of

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
    """Return the project in which a feature is asked anew of those who are here and have answered it.

    In an interview that is the person of the moment, unless told. What each had answered counts
    until the new answer is complete, and then stands beside it.

    Args:
        project: where.
        feature: its id.
        participants: of whom; all who answered it, unless told. Who has left is not asked.

    Raises:
        Refused: if nobody has answered it, not everybody has yet, they are voting again already, or cards are counted.

    """
    session = session_of(project)
    if session.mode is Mode.CARDS:
        raise Refused(Refusal.OTHER_EVIDENCE)
    if all(one.id != feature for one in project.survey.features):
        raise Refused(Refusal.NOT_ASKED_NOW)
    seats = None if participants is None else [seat_when_reopened(session, at) for at in participants]
    project = reopened(project)
    chosen = whom_to_ask_again(project, feature) if seats is None else seats
    who = chosen[0] if chosen and seats is None else None
    return go_to(asked_again(project, feature, chosen), feature, who)


def add_features(project: Project, names: Iterable[str]) -> Project:
    """Return the project with more features to ask about; blank names are left out.

    Raises:
        Refused: if a name is there already, or twice among the new ones.

    """
    new = [name.strip() for name in names if name.strip()]
    known = {fold_name(one.name) for one in project.survey.features}
    keys = {fold_name(name) for name in new}
    if len(keys) < len(new) or keys & known:
        raise Refused(Refusal.FEATURE_TAKEN)
    return settled(edits.add_features(project, new)) if new else project


def add_feature(project: Project, name: str) -> Project:
    """Return the project with one more feature, which all catch up on.

    Raises:
        Refused: if there is one of that name.

    """
    return add_features(project, [name])
