"""What a workshop writes into a study besides answers: its own state, notes, importance, traits, counts of cards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from kano_app.domain.answer import LEVELS
from kano_app.domain.edits.answers import remove_people
from kano_app.domain.evidence import AnswerPair, Answers, PairTally
from kano_app.domain.feature import fold_name
from kano_app.domain.project import Project
from kano_app.domain.session import Note, Participant, Session, carried
from kano_app.domain.survey import Survey, Trait
from kano_app.domain.turnout import is_nobody

_IMPORTANCE_END = 9


def in_session(project: Project, session: Session | None) -> Project:
    """Return the project with another state of the workshop of its latest survey."""
    return _with(project, replace(project.survey, session=session))


def new_round(project: Project, label: str = "") -> Project:
    """Return the project with a survey of the same features that nobody has answered, as its latest wave."""
    survey = project.survey
    pairs = tuple(AnswerPair(np.zeros(0, dtype=np.int8), np.zeros(0, dtype=np.int8)) for _ in survey.features)
    return replace(project, surveys=(*project.surveys, Survey(survey.features, Answers(pairs, 0), label=label)))


def write_note(project: Project, person: int, feature: str, text: str) -> Project:
    """Return the project with what a person said of a feature; blank takes it back.

    Args:
        project: what is there.
        person: place among the people of the latest survey; −1 is the room.
        feature: the id.
        text: in the person's words.

    """
    kept = tuple(one for one in project.survey.notes if (one.person, one.feature) != (person, feature))
    notes = (*kept, Note(person, feature, text.strip())) if text.strip() else kept
    return _with(project, replace(project.survey, notes=notes))


def state_importance(project: Project, person: int, feature: int, value: float | None) -> Project:
    """Return the project with how important a feature is to a person, from 1 to 9; ``None`` takes it back.

    Raises:
        ValueError: if it lies outside 1 to 9.
        TypeError: if the survey has counts, not answers of people.

    """
    if value is not None and not 1 <= value <= _IMPORTANCE_END:
        raise ValueError("importance is stated from 1 to 9")
    survey = project.survey
    if not isinstance(survey.evidence, Answers):
        raise TypeError("counts have no people")
    columns = list(survey.importance or (None,) * len(survey.features))
    old = columns[feature]
    new = np.full(survey.evidence.people, np.nan, dtype=np.float32) if old is None else old.copy()
    new[person] = np.nan if value is None else value
    columns[feature] = new
    return _with(project, replace(survey, importance=tuple(columns), importance_end=_IMPORTANCE_END))


def tell_trait(project: Project, people: Iterable[int], name: str, value: str) -> Project:
    """Return the project with something known of people; a blank value is not known, and a trait nobody has goes.

    Raises:
        TypeError: if the survey has counts, not answers of people.

    """
    survey = project.survey
    if not isinstance(survey.evidence, Answers):
        raise TypeError("counts have no people")
    old = next((one for one in survey.traits if one.name == name), None)
    nobody = np.full(survey.evidence.people, -1, dtype=np.int32)
    codes = nobody if old is None else old.codes.copy()
    levels = [] if old is None else list(old.levels)
    if value and value not in levels:
        levels.append(value)
    codes[list(people)] = levels.index(value) if value else -1
    trait = Trait(name, tuple(levels), codes)
    traits = tuple(trait if one is old else one for one in survey.traits) if old else (*survey.traits, trait)
    return _with(project, replace(survey, traits=tuple(one for one in traits if (one.codes >= 0).any())))


def count_cards(project: Project, feature: int, functional: int, dysfunctional: int, by: int) -> Project:
    """Return the project with so many more (or fewer) pairs of cards for a feature, answers from 1 to 5.

    Raises:
        ValueError: if there would be fewer than none.
        TypeError: if people have answered: their answers and counts of cards are not pooled.

    """
    survey = project.survey
    evidence = survey.evidence
    if isinstance(evidence, Answers) and evidence.people == 0:
        size = len(survey.features)
        evidence = PairTally(np.zeros((size, LEVELS, LEVELS), dtype=np.int64), np.zeros(size, dtype=np.int64))
    if not isinstance(evidence, PairTally):
        raise TypeError("cards are counted where nobody has answered in another way")
    counts = evidence.counts.copy()
    counts[feature, functional - 1, dysfunctional - 1] += by
    if counts[feature, functional - 1, dysfunctional - 1] < 0:
        raise ValueError("there are no fewer cards than none")
    return _with(project, replace(survey, evidence=PairTally(counts, evidence.incomplete.copy())))


def put_cards(project: Project, feature: int, functional: int, dysfunctional: int, number: int) -> Project:
    """Return the project with so many pairs of cards of a kind for a feature, whatever was counted before.

    Raises:
        ValueError: if there would be fewer than none.
        TypeError: if people have answered.

    """
    evidence = project.survey.evidence
    before = int(evidence.counts[feature, functional - 1, dysfunctional - 1]) if isinstance(evidence, PairTally) else 0
    return count_cards(project, feature, functional, dysfunctional, number - before)


def take_out_nobodies(project: Project, people: Iterable[int]) -> Project:
    """Return the project without those of some people who are an empty row.

    Whoever has a seat or a trait is somebody, be there an answer or not.
    """
    nothing = is_nobody(project.survey)
    gone = [person for person in people if 0 <= person < nothing.size and nothing[person]]
    return remove_people(project, gone) if gone else project


def carried_notes(notes: Iterable[Note], by: int, ids: Mapping[str, str]) -> tuple[Note, ...]:
    """Return notes of people who now stand ``by`` places further on; those of features without a new id are gone."""
    return tuple(
        Note(one.person if one.person < 0 else one.person + by, ids[one.feature], one.text)
        for one in notes
        if one.feature in ids
    )


def carried_session(session: Session, by: int, ids: Mapping[str, str]) -> Session:
    """Return a workshop whose people now stand ``by`` places further on; features without a new id are gone."""
    return carried(session, lambda person: person + by, ids.get)


def joined_sessions(
    one: Session | None, other: Session | None, not_asked: Iterable[tuple[int, str]] = ()
) -> Session | None:
    """Return the workshop of breakout groups that came together; the first one's choices stand.

    Of two people with one name the second is called “Ana (2)”. Nobody is asked what the own group was not asked:
    ``not_asked`` are marks of features that a group did not have, and who named categories is asked for no pairs.
    """
    if one is None or other is None:
        return one or other
    dates = [session.date for session in (one, other) if session.date is not None]
    return replace(
        one,
        participants=(*one.participants, *_told_apart(one, other.participants)),
        skipped=tuple(dict.fromkeys((*one.skipped, *other.skipped, *not_asked))),
        first_votes=(*one.first_votes, *other.first_votes),
        votes=(*one.votes, *other.votes),
        asked_again=(*one.asked_again, *other.asked_again),
        votes_asked_again=(*one.votes_asked_again, *other.votes_asked_again),
        first_direct_votes=(*one.first_direct_votes, *other.first_direct_votes),
        again_skipped=(*one.again_skipped, *other.again_skipped),
        votes_again_skipped=(*one.votes_again_skipped, *other.votes_again_skipped),
        revealed=False,
        date=min(dates, default=None),
        seconds=one.seconds + other.seconds,
        timed=one.timed + other.timed,
    )


def _told_apart(session: Session, there: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the people of another group, those with a number behind their name who share it with somebody.

    Names of empty seats are taken: where the workshop goes on, somebody sits there again.
    """
    names = [one.name for one in session.participants] + [one.name for one in session.empty_seats]
    known = {fold_name(name) for name in names if name}
    taken = known | {fold_name(one.name) for one in there if one.name}
    found = []
    for one in there:
        name = one.name
        if name and fold_name(name) in known:
            number = next(n for n in count(2) if fold_name(f"{name} ({n})") not in taken)
            name = f"{name} ({number})"
            taken.add(fold_name(name))
        found.append(replace(one, name=name))
    return tuple(found)


def _with(project: Project, survey: Survey) -> Project:
    return replace(project, surveys=(*project.earlier, survey))
