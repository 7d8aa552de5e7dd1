"""Seats in which nobody gave anything: taken out when a workshop ends, put back where it goes on."""

from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import EmptySeat, Mode, Participant, Place, Session, Stage
from kano_app.domain.survey import Survey
from kano_app.domain.turnout import gave_nothing
from kano_app.entry.steps import session_of


def ended(project: Project, place: Place | None) -> Project:
    """Return the project with the workshop at its end, without the seats of those who gave nothing.

    Args:
        project: where.
        place: the question it ends at.

    """
    session = session_of(project)
    ending = replace(session, place=place, stage=Stage.DONE)
    empty = _empty(project.survey, session)
    if not empty:
        return edits.in_session(project, ending)
    out = {one.at for one in empty}
    left = edits.remove_people(project, [session.participants[at].person for at in out])
    stay = [at for at in range(len(session.participants)) if at not in out]
    cleared = replace(
        session_of(left),
        place=_moved(place, stay.index(place.participant)) if place and place.participant in stay else None,
        stage=Stage.DONE,
        empty_seats=empty,
        stopped_at=place,
    )
    return edits.in_session(left, cleared)


def reopened(project: Project) -> Project:
    """Return the project with the empty seats in their places again, at the question at which it had ended."""
    session = session_of(project)
    if not session.empty_seats or not isinstance(project.survey.evidence, Answers):
        return project
    first = project.survey.evidence.people
    participants = list(session.participants)
    for number, seat in enumerate(session.empty_seats):
        participants.insert(seat.at, Participant(first + number, seat.name, seat.here))
    skipped = [(first + n, feature) for n, seat in enumerate(session.empty_seats) for feature in seat.skipped]
    seated = edits.in_session(
        edits.add_people(project, len(session.empty_seats)),
        replace(
            session,
            participants=tuple(participants),
            place=session.stopped_at,
            skipped=(*session.skipped, *skipped),
            empty_seats=(),
            stopped_at=None,
        ),
    )
    for number, seat in enumerate(session.empty_seats):
        for name, value in seat.traits:
            seated = edits.tell_trait(seated, [first + number], name, value)
    return seated


def seat_when_reopened(session: Session, participant: int) -> int:
    """Return where a participant stands once the empty seats are back."""
    seats = list(range(len(session.participants)))
    for seat in session.empty_seats:
        seats.insert(seat.at, -1)
    return seats.index(participant) if participant in seats and participant >= 0 else len(seats)


def _empty(survey: Survey, session: Session) -> tuple[EmptySeat, ...]:
    if session.mode is Mode.CARDS or not isinstance(survey.evidence, Answers):
        return ()
    nothing = gave_nothing(survey)
    return tuple(
        EmptySeat(
            at,
            one.name,
            one.here,
            tuple(
                (trait.name, trait.levels[code]) for trait in survey.traits if (code := trait.codes[one.person]) >= 0
            ),
            tuple(feature for person, feature in session.skipped if person == one.person),
        )
        for at, one in enumerate(session.participants)
        if nothing[one.person]
    )


def _moved(place: Place, participant: int) -> Place:
    return replace(place, participant=participant)
