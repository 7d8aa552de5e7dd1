"""Features and people deleted in the middle of a workshop: the next question is asked in the same step."""

from collections.abc import Collection
from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Place, Session
from kano_app.entry.moving import settled
from kano_app.entry.steps import positions


def remove_features(project: Project, ids: Collection[str]) -> Project:
    """Return the project without features and what was said of them, at a question that is there."""
    place = _place(project)
    return settled(edits.remove_features(project, ids), None if place is None else place.participant)


def remove_people(project: Project, people: Collection[int]) -> Project:
    """Return the project without people and what they answered, at the same question if its person is still there.

    Raises:
        TypeError: if the survey has counts, not answers of people.

    """
    session, place = _session(project), _place(project)
    left = edits.remove_people(project, people)
    now = _session(left)
    if session is None or now is None or place is None or place.participant < 0:
        return settled(left)
    seats = [at for at, one in enumerate(session.participants) if one.person not in set(people)]
    if place.participant not in seats:  # somebody else is asked, so the room sees no results
        return settled(edits.in_session(left, replace(now, revealed=False)))
    same = Place(seats.index(place.participant), place.feature, place.part)
    return settled(left if same not in positions(left) else edits.in_session(left, replace(now, place=same)))


def _session(project: Project) -> Session | None:
    return project.survey.session if project.surveys else None


def _place(project: Project) -> Place | None:
    session = _session(project)
    return None if session is None else session.place
