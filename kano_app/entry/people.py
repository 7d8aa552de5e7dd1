"""Who is in the room: joining late, leaving early, coming back, being called by a name."""

from collections.abc import Collection
from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.feature import fold_name
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Participant, Place, Session
from kano_app.entry.moving import settled
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.seats import reopened
from kano_app.entry.steps import Progress, sequence, session_of


def join(project: Project, name: str = "") -> Project:
    """Return the project with one more person in the room, who has not answered anything.

    Raises:
        Refused: if somebody has that name already, or cards are counted, which are nobody's.

    """
    session = session_of(project)
    if session.mode is Mode.CARDS:
        raise Refused(Refusal.OTHER_EVIDENCE)
    _refuse_taken(session, name)
    evidence = project.survey.evidence
    if not isinstance(evidence, Answers):
        raise Refused(Refusal.OTHER_EVIDENCE)
    participant = Participant(evidence.people, name.strip())
    seated = replace(session, participants=(*session.participants, participant))
    return edits.in_session(edits.add_people(project), seated)


def call(project: Project, participant: int, name: str) -> Project:
    """Return the project with another name of a person; blank is a number.

    Raises:
        Refused: if somebody else has it, or there is no such person.

    """
    session = session_of(project)
    _known(session, participant)
    _refuse_taken(session, name, participant)
    return _changed(project, participant, replace(session.participants[participant], name=name.strip()))


def leave(project: Project, participant: int) -> Project:
    """Return the project with a person gone; what was answered stays, nothing more is asked.

    Raises:
        Refused: if there is no such person.

    """
    return _present(project, participant, here=False)


def come_back(project: Project, participant: int) -> Project:
    """Return the project with a person back; what was missed is asked at the end.

    Raises:
        Refused: if there is no such person.

    """
    return _present(project, participant, here=True)


def with_back(project: Project, participants: Collection[int]) -> Project:
    """Return the project with people here, wherever they are asked; unknown ones are left out."""
    session = session_of(project)
    if not any(at in participants and not one.here for at, one in enumerate(session.participants)):
        return project
    people = tuple(
        replace(one, here=True) if at in participants else one for at, one in enumerate(session.participants)
    )
    return edits.in_session(project, replace(session, participants=people))


def everybody_back(project: Project) -> Project:
    """Return the project with all who have open questions here again, if nobody is here."""
    everybody, found = _if_all_were_here(project)
    return with_back(project, {place.participant for place in found}) if everybody is not project else project


def left_open(project: Project) -> int:
    """Return how many questions are open of those who have left, where everybody has; 0 where somebody is here."""
    return len(_if_all_were_here(reopened(project))[1])


def _if_all_were_here(project: Project) -> tuple[Project, list[Place]]:
    """Return the project with all here who left, and what is open then; as it is where somebody is here."""
    session = session_of(project)
    if any(one.here for one in session.participants) or not project.survey.features:
        return project, []
    everybody = with_back(project, range(len(session.participants)))
    done = Progress(everybody).is_done
    return everybody, [place for place in sequence(everybody) if place.participant >= 0 and not done(place)]


def seats_of(project: Project) -> int:
    """Return how many seats the last workshop had, with those in which nobody answered; 0 where there was none."""
    session = project.survey.session if project.surveys else None
    return 0 if session is None else len(session.participants) + len(session.empty_seats)


def _present(project: Project, participant: int, *, here: bool) -> Project:
    session = session_of(project)
    _known(session, participant)
    return _changed(project, participant, replace(session.participants[participant], here=here))


def _changed(project: Project, participant: int, changed: Participant) -> Project:
    session = session_of(project)
    people = list(session.participants)
    people[participant] = changed
    return settled(edits.in_session(project, replace(session, participants=tuple(people))))


def _known(session: Session, participant: int) -> None:
    if not 0 <= participant < len(session.participants):
        raise Refused(Refusal.NO_SUCH_PERSON)


def _refuse_taken(session: Session, name: str, but: int = -1) -> None:
    """Refuse a name that somebody has: two people of one name could not be told apart."""
    key = fold_name(name)
    taken = {fold_name(one.name) for at, one in enumerate(session.participants) if at != but and one.name}
    taken |= {fold_name(one.name) for one in session.empty_seats if one.name}  # they are back where it goes on
    if key and key in taken:
        raise Refused(Refusal.NAME_TAKEN)
