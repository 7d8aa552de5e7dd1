"""The end of a sitting, and how it goes on after it."""

from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry.cards import count_of_cards, with_cards_done
from kano_app.entry.moving import at_question, settled
from kano_app.entry.people import everybody_back
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.seats import ended, reopened
from kano_app.entry.steps import Progress, next_open, sequence, session_of


def finish(project: Project) -> Project:
    """Return the project with the sitting ended, without the seats of those who gave nothing; it can go on any time."""
    session = session_of(project)
    if session.stage is Stage.DONE:
        return project
    place = session.place
    if place is not None and place.part is Part.CARDS and count_of_cards(project, place.feature):
        passed = with_cards_done(project, place.feature)
        if next_open(passed, None) is None:  # the last of the round, which Enter would have ended as well
            project = passed
    return ended(project, place)


def can_go_on(project: Project) -> bool:
    """Return whether a workshop that has ended would ask something if it went on."""
    if session_of(project).stage is not Stage.DONE or not project.survey.features:
        return False
    return go_on(project) is not project


def go_on(project: Project) -> Project:
    """Return the project at the question where the sitting stopped, or at the first that is open since.

    Where everybody has left, those with open questions are back. Where nothing is open, an interview waits for a next
    person, cards are counted on, and else nothing changes.

    Raises:
        Refused: if there is no workshop, or all features were deleted.

    """
    if session_of(project).stage in {Stage.PRACTICE, Stage.CONFIRMING}:
        return project
    if not project.survey.features:
        raise Refused(Refusal.NO_FEATURES_LEFT)
    back_in = everybody_back(reopened(project))
    session = session_of(back_in)
    place, every = session.place, sequence(back_in)
    if place in every and (session.stage is Stage.ASKING or not Progress(back_in).is_done(place)):
        return at_question(back_in, place)
    following = next_open(back_in, place, every)
    if following is None and every and session.mode is Mode.CARDS:
        following = place if place in every else every[-1]
    if following is not None:
        return at_question(back_in, following)
    if every and session.mode is Mode.INTERVIEW:
        last = place if place in every else every[-1]
        return edits.in_session(back_in, replace(session, place=last, stage=Stage.CONFIRMING))
    return settled(project)
