"""Beginning a workshop: who, what and how."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kano_app.domain import edits
from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.feature import fold_name
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Participant, Session, Stage
from kano_app.domain.turnout import in_pairs
from kano_app.entry.moving import settled
from kano_app.entry.people import join
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.seats import reopened
from kano_app.entry.steps import next_open, session_of


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen before the first question."""

    mode: Mode = Mode.INTERVIEW
    people: Sequence[str] = ()
    """Their names; an empty one is called by a number."""
    practice: bool = True
    shuffled: bool = False
    seed: int = 0
    importance: bool = False
    write_first: bool = True
    names_shown: bool = False
    language: str = "en"
    answers: tuple[str, ...] = ()
    date: dt.date | None = None
    as_wave: bool = False
    """Whether the answers are a later wave of their own, and not more people of the survey that is there."""
    label: str = ""
    """Of the wave."""


def begin(project: Project, setup: Setup) -> Project:
    """Return the project at the first question of a workshop.

    Raises:
        Refused: if there are no features, two people have one name, or what is there is another kind of evidence.

    """
    if not project.surveys or not project.survey.features:
        raise Refused(Refusal.NO_FEATURES)
    if setup.as_wave:
        project = edits.new_round(project, setup.label)
    _refuse_other_evidence(project, setup.mode)
    names = () if setup.mode is Mode.CARDS else tuple(setup.people) or ("",)
    are_the_same = same_seats(project, setup.mode, names)
    if are_the_same:
        project = reopened(project)
    before = project.survey.session or Session(setup.mode)
    seats = _same(before, len(names)) if are_the_same else _seats(before, names)
    session = Session(
        setup.mode,
        seats,
        stage=Stage.PRACTICE if setup.practice and setup.mode is not Mode.VOTES else Stage.ASKING,
        order=tuple(feature.id for feature in project.survey.features),
        shuffled=setup.shuffled,
        seed=setup.seed,
        importance=setup.importance and setup.mode in {Mode.INTERVIEW, Mode.ROUND},
        date=setup.date,
        write_first=setup.write_first,
        names_shown=setup.names_shown,
        language=setup.language,
        answers=setup.answers,
        skipped=_still_skipped(project, before, setup.mode),
        first_votes=before.first_votes,
        votes=before.votes,
        asked_again=before.asked_again,
        votes_asked_again=before.votes_asked_again,
        first_direct_votes=before.first_direct_votes,
        again_skipped=before.again_skipped,
        votes_again_skipped=before.votes_again_skipped,
    )
    project = edits.in_session(project, session)
    back = {fold_name(one.name) for one in seats if one.here and one.name}
    for name in names[len(seats) :] if are_the_same else names:
        if not name or fold_name(name) not in back:
            project = join(project, name)
    begun = session_of(project)
    return settled(edits.in_session(project, replace(begun, place=next_open(project, None))))


def same_seats(project: Project, mode: Mode, names: Sequence[str]) -> bool:
    """Return whether the people of another workshop are those of the last one: P1 is P1.

    That is so where nobody is named, and where they are asked for another kind of evidence, of which there is none yet:
    votes after pairs, or pairs after votes.
    """
    before = project.survey.session if project.surveys else None
    if before is None or any(names) or Mode.CARDS in {mode, before.mode}:
        return False
    return (before.mode is Mode.VOTES) != (mode is Mode.VOTES) and not has_kind(project, mode)


def has_kind(project: Project, mode: Mode) -> bool:
    """Return whether people have given already what a way of asking asks for: pairs of answers, or direct votes."""
    return bool(_given(project, mode).any())


def _given(project: Project, mode: Mode) -> NDArray[np.bool_]:
    survey = project.survey
    if mode is not Mode.VOTES:
        return in_pairs(survey)
    found = np.zeros(survey.respondents or 0, dtype=np.bool_)
    if survey.session is not None:
        found[[one.person for one in survey.session.votes]] = True
    return found


def _still_skipped(project: Project, before: Session, mode: Mode) -> tuple[tuple[int, str], ...]:
    """Return what was passed over and stays so: of those who gave evidence of the kind that is asked for now."""
    if (before.mode is Mode.VOTES) != (mode is Mode.VOTES):
        return ()
    given = _given(project, mode)
    return tuple(one for one in before.skipped if 0 <= one[0] < given.size and given[one[0]])


def _same(before: Session, count: int) -> tuple[Participant, ...]:
    return tuple(replace(one, here=at < count) for at, one in enumerate(before.participants))


def _seats(before: Session, names: Sequence[str]) -> tuple[Participant, ...]:
    """Return the seats of an earlier sitting: whoever is named again is back, the others are not asked."""
    keys = {fold_name(name) for name in names if name}
    return tuple(replace(one, here=bool(one.name) and fold_name(one.name) in keys) for one in before.participants)


def _refuse_other_evidence(project: Project, mode: Mode) -> None:
    evidence = project.survey.evidence
    if mode is Mode.CARDS:
        fits = isinstance(evidence, PairTally) or (isinstance(evidence, Answers) and evidence.people == 0)
    else:
        fits = isinstance(evidence, Answers)
    if not fits:
        raise Refused(Refusal.OTHER_EVIDENCE)
