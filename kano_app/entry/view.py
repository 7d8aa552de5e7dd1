"""What a window shows of a workshop at this moment."""

from dataclasses import dataclass
from math import ceil

from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Place, Stage
from kano_app.entry.steps import Progress, features_asked, parts, positions, sequence, session_of

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
    done = [progress.is_done(place) for place in every]
    place = session.place if session.place in positions(project) else None
    if place is None and session.stage is Stage.ASKING:
        place = next((one for one, is_done in zip(every, done, strict=True) if not is_done), None)
    at = -1 if place is None else positions(project)[place]
    own = [n for n, one in enumerate(every) if place is not None and one.participant == place.participant]
    asked = list(dict.fromkeys(every[n].feature for n in own)) or list(features_asked(project))
    pace = session.seconds / session.timed if session.timed >= _TOLD_FROM else None
    left = len(every) - sum(done)
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
        sum(done),
        len(every),
        sum(done[n] for n in own),
        len(own),
        answer or 0,
        importance,
        _catches_up(done, at),
        _turn(project, every, done, place),
        None if pace is None or session.mode is Mode.CARDS else pace * left,
        session.seconds,
    )


def _catches_up(done: list[bool], at: int) -> bool:
    """Return whether most of what comes after an open question is done."""
    if at < 0 or done[at]:
        return False
    after = done[at + 1 :]
    return bool(after) and 2 * sum(after) > len(after)


def _turn(project: Project, every: tuple[Place, ...], done: list[bool], place: Place | None) -> tuple[bool, ...]:
    session = session_of(project)
    if place is None or place.participant < 0:
        return ()
    if session.mode is Mode.INTERVIEW:
        finished = {at: True for at, person in enumerate(session.participants) if person.here}
        for one, is_done in zip(every, done, strict=True):
            finished[one.participant] &= is_done
        return tuple(finished.values())
    both = zip(every, done, strict=True)
    return tuple(is_done for one, is_done in both if one.feature == place.feature and one.part is place.part)


def parts_asked(project: Project) -> tuple[Part, ...]:
    """Return what is asked of each feature in this workshop."""
    return parts(session_of(project))
