"""Where a workshop stands: on to the next question that is open, and to one that is there."""

from collections.abc import Sequence
from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Place, Stage
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.seats import ended
from kano_app.entry.steps import Progress, next_open, positions, sequence, session_of

_LONGEST_PAUSE = 120.0
"""Seconds; who takes longer was doing something else."""


def settled(project: Project, participant: int | None = None) -> Project:
    """Return the project at a question that is there: the feature or the person of the moment may be gone.

    Args:
        project: where; without a workshop it stays as it is.
        participant: whose question it was, unless the question tells.

    """
    session = project.survey.session if project.surveys else None
    if session is None or session.stage not in {Stage.ASKING, Stage.CONFIRMING}:
        return project
    if session.place in positions(project):
        return project
    if not project.survey.features and (session.mode is Mode.CARDS or any(one.here for one in session.participants)):
        return edits.in_session(project, replace(session, place=None, revealed=False)) if session.revealed else project
    if participant is None and session.place is not None:
        participant = session.place.participant
    own = [place for place in sequence(project) if place.participant == participant]
    if session.stage is Stage.CONFIRMING:
        return edits.in_session(project, replace(session, place=own[-1])) if own else project
    if session.mode is Mode.INTERVIEW and own:
        return next_of(project, own, None)
    return at_question(project, next_open(project, None))


def moved_on(project: Project, place: Place, seconds: float | None) -> Project:
    """Return the project at what comes after a question that is done."""
    session = session_of(project)
    if seconds is not None:
        spent = min(max(seconds, 0.0), _LONGEST_PAUSE)
        session = replace(session, seconds=session.seconds + spent, timed=session.timed + 1)
        project = edits.in_session(project, session)
    if session.mode is Mode.INTERVIEW:
        return next_of(project, [one for one in sequence(project) if one.participant == place.participant], place)
    return at_question(project, next_open(project, place), last=place)


def next_of(project: Project, own: Sequence[Place], after: Place | None) -> Project:
    """Return the project at the next open question of one person, or with that person done."""
    done, start = Progress(project).is_done, 0 if after is None else own.index(after) + 1
    following = next((one for one in (*own[start:], *own[:start]) if not done(one)), None)
    if following is not None:
        return at_question(project, following)
    return edits.in_session(project, replace(session_of(project), place=own[-1], stage=Stage.CONFIRMING))


def at_question(project: Project, place: Place | None, last: Place | None = None) -> Project:
    """Return the project at a question, where the room sees no results; at the end after ``last`` if there is none."""
    session = session_of(project)
    if place is None:
        return ended(project, last or session.place)
    return edits.in_session(project, replace(session, place=place, stage=Stage.ASKING, revealed=False))


def refuse_an_empty_room(project: Project) -> None:
    """Refuse where people were here and everybody has left."""
    session = session_of(project)
    if session.participants and not any(one.here for one in session.participants):
        raise Refused(Refusal.NOBODY_HERE)
