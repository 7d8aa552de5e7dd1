"""The keys of a sitting: answer, abstain, skip, back, on to the next person; each is one function."""

from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Part, Place, Session, Stage
from kano_app.entry.cards import with_cards_done
from kano_app.entry.moving import at_question, moved_on, refuse_an_empty_room
from kano_app.entry.people import join, with_back
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.seats import reopened, seat_when_reopened
from kano_app.entry.second_vote import HALVES, is_asked_again, not_asked_again, taken_up, with_halves, with_vote
from kano_app.entry.steps import Progress, next_open, positions, sequence, session_of

_OTHER_KEYS = {Part.CARDS: Refusal.NO_SUCH_CARD, Part.VOTE: Refusal.NO_SUCH_VOTE}
_MOST_IMPORTANT = 9


def answer(project: Project, number: int, seconds: float = 0.0) -> Project:
    """Return the project with an answer to the question of the moment, and at the next question.

    Args:
        project: where.
        number: from 1 (like) to 5 (dislike), or the importance from 1 to 9 where that is asked.
        seconds: since the answer before.

    Raises:
        Refused: if nothing of the kind is asked, or there is no such answer.

    """
    session, place = _asked(project)
    if session.stage is Stage.PRACTICE:
        if not 1 <= number <= LEVELS:
            raise Refused(Refusal.NO_SUCH_ANSWER)
        return project
    highest = _MOST_IMPORTANT if place.part is Part.IMPORTANCE else LEVELS
    if place.part in _OTHER_KEYS:
        raise Refused(_OTHER_KEYS[place.part])
    if not 1 <= number <= highest:
        raise Refused(Refusal.NO_SUCH_ANSWER)
    person = session.participants[place.participant].person
    if place.part is Part.IMPORTANCE:
        changed = edits.state_importance(project, person, _position(project, place.feature), float(number))
    else:
        changed = _with_codes(project, person, place.feature, {place.part: number})
    return moved_on(_unskipped(changed, person, place.feature), place, seconds)


def abstain(project: Project, seconds: float = 0.0) -> Project:
    """Return the project in which the person has no answer to this feature, and at the next question.

    The other half is abstained from with it, unless it was answered. In a second vote that takes the answer back;
    what was answered first stands beside.

    Raises:
        Refused: if no pair is asked now.

    """
    session, place = _asked(project)
    if place.part not in HALVES or session.stage is Stage.PRACTICE:
        raise Refused(Refusal.NOT_ASKED_NOW)
    person = session.participants[place.participant].person
    project = edits.in_session(project, taken_up(session, person, place.feature))
    done = Progress(project)
    codes = {place.part: int(Answer.ABSTAINED)}
    for other in HALVES:
        if other is not place.part and not done.code(person, place.feature, other):
            codes[other] = int(Answer.ABSTAINED)
    return moved_on(_with_codes(project, person, place.feature, codes), place, seconds)


def skip(project: Project) -> Project:
    """Return the project with the feature passed over for this person (or, with cards, done with by the room).

    In a second vote the person keeps what was answered before.

    Raises:
        Refused: if nothing is asked now.

    """
    session, place = _asked(project)
    if session.stage is Stage.PRACTICE:
        return end_practice(project)
    if place.part is Part.CARDS:
        passed = with_cards_done(project, place.feature)
        return at_question(passed, next_open(passed, place), last=place)
    mark = (session.participants[place.participant].person, place.feature)
    if is_asked_again(project, place):
        return moved_on(edits.in_session(project, not_asked_again(session, *mark)), place, None)
    skipped = session.skipped if mark in session.skipped else (*session.skipped, mark)
    return moved_on(edits.in_session(project, replace(session, skipped=skipped)), place, None)


def vote(project: Project, category: Category, seconds: float = 0.0) -> Project:
    """Return the project with the category a person names for the feature, and at the next question.

    Raises:
        Refused: if no category is asked for now, or nobody can name this one.

    """
    session, place = _asked(project)
    if place.part is not Part.VOTE:
        raise Refused(Refusal.NOT_ASKED_NOW)
    if category is Category.QUESTIONABLE:
        raise Refused(Refusal.NO_SUCH_ANSWER)
    person = session.participants[place.participant].person
    voted = with_vote(session, person, place.feature, category)
    return moved_on(_unskipped(edits.in_session(project, voted), person, place.feature), place, seconds)


def back(project: Project) -> Project:
    """Return the project at the question before; what was answered there stays until it is answered anew.

    Raises:
        Refused: if there is none before.

    """
    project = reopened(project)
    session = session_of(project)
    if session.stage is Stage.PRACTICE:
        raise Refused(Refusal.FIRST_QUESTION)
    refuse_an_empty_room(project)
    every = sequence(project)
    if session.stage is Stage.ASKING and session.place in every:
        at = every.index(session.place) - 1
    elif session.place in every:  # after the last question of a person, or of all
        at = every.index(session.place)
    else:
        at = len(every) - 1
    if at < 0:
        raise Refused(Refusal.FIRST_QUESTION)
    return at_question(project, every[at])


def forward(project: Project) -> Project:
    """Return the project at the next open question, from one that was gone back to and whose answer stands.

    Raises:
        Refused: if the question of the moment is open, or nothing is asked.

    """
    session, place = _asked(project)
    if session.stage is Stage.PRACTICE or not Progress(project).is_done(place):
        raise Refused(Refusal.NOT_ASKED_NOW)
    return moved_on(project, place, None)


def confirm(project: Project) -> Project:
    """Return the project with the next person's first question; where nobody waits, somebody new sits down.

    Raises:
        Refused: if no person has just finished.

    """
    session = session_of(project)
    if session.stage is not Stage.CONFIRMING:
        raise Refused(Refusal.NOT_ASKED_NOW)
    following = next_open(project, session.place)
    if following is not None:
        return at_question(project, following)
    return go_to_person(join(project), len(session.participants))


def go_to_person(project: Project, participant: int) -> Project:
    """Return the project at the first open question of a person, or at the first of all, to look again.

    Whoever has left is back.

    Raises:
        Refused: if there is no such person.

    """
    participant = seat_when_reopened(session_of(project), participant)
    project = with_back(reopened(project), [participant])
    own = [place for place in sequence(project) if place.participant == participant]
    if not own:
        raise Refused(Refusal.NO_SUCH_PERSON)
    done = Progress(project).is_done
    return at_question(project, next((place for place in own if not done(place)), own[0]))


def go_to(project: Project, feature: str, participant: int | None = None) -> Project:
    """Return the project at a feature: for one person, or for the first in turn.

    Raises:
        Refused: if it is not asked, or not of that person.

    """
    if participant is not None:
        participant = seat_when_reopened(session_of(project), participant)
    project = reopened(project)
    wanted = [
        place
        for place in sequence(project)
        if place.feature == feature and (participant is None or place.participant == participant)
    ]
    refuse_an_empty_room(project)
    if not wanted:
        raise Refused(Refusal.NOT_ASKED_NOW)
    done = Progress(project).is_done
    return at_question(project, next((place for place in wanted if not done(place)), wanted[0]))


def end_practice(project: Project) -> Project:
    """Return the project at the first question that counts."""
    project = reopened(project)
    return at_question(project, next_open(project, None))


def _asked(project: Project) -> tuple[Session, Place]:
    """Return the workshop and the question of the moment."""
    session = session_of(project)
    if not project.survey.features:
        raise Refused(Refusal.NO_FEATURES_LEFT)
    refuse_an_empty_room(project)
    if session.stage not in {Stage.ASKING, Stage.PRACTICE}:
        raise Refused(Refusal.NOT_ASKED_NOW)
    place = session.place
    if place is None or place not in positions(project):
        place = next_open(project, None)
    if place is None:
        raise Refused(Refusal.NOT_ASKED_NOW)
    return session, place


def _with_codes(project: Project, person: int, feature: str, codes: dict[Part, int]) -> Project:
    return with_halves(project, person, _position(project, feature), feature, codes)


def _unskipped(project: Project, person: int, feature: str) -> Project:
    session = session_of(project)
    if (person, feature) not in session.skipped:
        return project
    skipped = tuple(one for one in session.skipped if one != (person, feature))
    return edits.in_session(project, replace(session, skipped=skipped))


def _position(project: Project, feature: str) -> int:
    return next(at for at, one in enumerate(project.survey.features) if one.id == feature)
