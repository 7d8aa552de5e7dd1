"""What a window shows of a workshop at this moment."""

from dataclasses import dataclass
from math import ceil

from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Place, Stage
from kano_app.entry.steps import Progress, features_asked, parts, sequence, session_of

_TOLD_FROM = 6
"""From so many timed answers on the time the rest will take is told."""


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a workshop."""

    stage: Stage
    place: Place | None
    """The question of the moment."""
    number: int
    """Of the feature among those asked of this person, or of the room, from 1; 0 where none is asked."""
    features: int
    done: int
    """Questions that are done, of those here."""
    total: int
    person_done: int
    """Of the person of the moment: questions that are done."""
    person_total: int
    answer: int
    """What stands there already, where the facilitator went back; 0 if nothing does."""
    importance: float | None
    catching_up: bool
    """Whether the question was passed by: somebody came late, or the feature is new."""
    turn: tuple[bool, ...]
    """Per person here, in turn, whether this question is done: the dots of the room screen."""
    seconds_left: float | None
    """How long the rest will take at the pace so far; ``None`` while that is not known."""
    seconds: float
    """Spent so far."""

    @property
    def minutes_left(self) -> int | None:
        """The same in whole minutes, rounded up."""
        return None if self.seconds_left is None else ceil(self.seconds_left / 60)


def view(project: Project) -> View:
    """Return what is to be shown.

    Raises:
        Refused: if there is no workshop.

    """
    session = session_of(project)
    every, progress = sequence(project), Progress(project)
    done = {place for place in every if progress.is_done(place)}
    place = session.place if session.place in every else None
    if place is None and session.stage is Stage.ASKING:
        place = next((one for one in every if one not in done), None)
    own = [one for one in every if place is not None and one.participant == place.participant]
    asked = list(dict.fromkeys(one.feature for one in own)) or list(features_asked(project))
    pace = session.seconds / session.timed if session.timed >= _TOLD_FROM else None
    left = len(every) - len(done)
    answer = importance = None
    if place is not None and place.participant >= 0:
        person = session.participants[place.participant].person
        if place.part in {Part.FUNCTIONAL, Part.DYSFUNCTIONAL}:
            answer = progress.code(person, place.feature, place.part)
        importance = progress.importance(person, place.feature)
    return View(
        session.stage,
        place,
        asked.index(place.feature) + 1 if place is not None else 0,
        len(asked),
        len(done),
        len(every),
        sum(one in done for one in own),
        len(own),
        answer or 0,
        importance,
        _catches_up(every, done, place),
        _turn(project, every, done, place),
        None if pace is None or session.mode is Mode.CARDS else pace * left,
        session.seconds,
    )


def _catches_up(every: tuple[Place, ...], done: set[Place], place: Place | None) -> bool:
    """Return whether most of what comes after a question is done."""
    if place is None or place in done:
        return False
    after = every[every.index(place) + 1 :]
    return bool(after) and 2 * sum(one in done for one in after) > len(after)


def _turn(project: Project, every: tuple[Place, ...], done: set[Place], place: Place | None) -> tuple[bool, ...]:
    session = session_of(project)
    if place is None or place.participant < 0:
        return ()
    if session.mode is Mode.INTERVIEW:
        return tuple(
            all(one in done for one in every if one.participant == at)
            for at, person in enumerate(session.participants)
            if person.here
        )
    same = (one for one in every if one.feature == place.feature and one.part is place.part)
    return tuple(one in done for one in same)


def parts_asked(project: Project) -> tuple[Part, ...]:
    """Return what is asked of each feature in this workshop."""
    return parts(session_of(project))
