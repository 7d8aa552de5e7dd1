"""People of another survey of the same features put beside those of this one: breakout groups, a second export."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS
from kano_app.domain.edits.workshops import carried_notes, carried_session, joined_sessions
from kano_app.domain.evidence import AnswerPair, Answers, Evidence, PairTally
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.problem import Problem
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Session
from kano_app.domain.survey import Source, Survey, Trait

_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Appended:
    """What appending people does, to be told to whoever wants it."""

    people: int
    shared: tuple[str, ...]
    """Names of the features that both surveys asked about."""
    added: tuple[str, ...]
    """Names of those that only the other one has, and that are new here."""
    left_out: tuple[str, ...]
    """Names of those whose answers are left out."""
    not_asked: tuple[str, ...]
    """Names of those the other people were not asked about."""
    known: int | None
    """People who seem to be here already; ``None`` where nothing tells the people of one from those of the other."""
    other_scale: bool
    """Whether the two were answered on different scales."""
    cards: int = 0
    """Pairs of cards, where those were counted and not people."""


def append_people(
    project: Project,
    other: Survey,
    same: Mapping[str, str],
    left_out: Collection[str] = (),
    problems: Sequence[Problem] = (),
) -> Project:
    """Return the project with the people of another survey after those of its latest one, or with its cards counted in.

    Args:
        project: what is there.
        other: where the people come from.
        same: id in the other survey → id in this one. What is in neither ``same`` nor ``left_out`` becomes a new
            feature, which the people here have not answered.
        left_out: ids in the other survey whose answers are not wanted.
        problems: what was met while the other survey was read.

    Raises:
        TypeError: if the two cannot be pooled, see ``can_be_pooled``.

    """
    survey = project.survey
    if not can_be_pooled(survey, other):
        raise TypeError("people are put with people, and cards with cards")
    both = _Union(survey.respondents or 0, other.respondents or 0)
    matched = _matched(survey, other, same)
    added = [place for place in _unmatched(other, matched) if other.features[place].id not in left_out]
    rows: list[tuple[int | None, int | None]] = [
        *((place, matched.get(feature.id)) for place, feature in enumerate(survey.features)),
        *((None, place) for place in added),
    ]
    new = _with_own_ids(project, [other.features[place] for place in added])
    ids = {other.features[place].id: own for own, place in matched.items()}
    ids |= {other.features[place].id: feature.id for place, feature in zip(added, new, strict=True)}
    united = replace(
        survey,
        features=(*survey.features, *new),
        evidence=_evidence(survey, other, rows, both),
        importance=_importance(survey, other, rows, both),
        traits=_traits(survey.traits, other.traits, both),
        keys=both.column(survey.keys, other.keys, np.uint64(0)) if _known(survey, other) else None,
        excluded=(
            *survey.excluded,
            *(replace(one, person=one.person + both.here) for one in other.excluded),
        ),
        source=_source(survey, other, widened=bool(added)),
        notes=(*survey.notes, *carried_notes(other.notes, both.here, ids)),
        session=_session(survey, other, both.here, ids),
    )
    return replace(project, surveys=(*project.earlier, united), problems=(*project.problems, *problems))


def can_be_pooled(survey: Survey, other: Survey) -> bool:
    """Return whether the answers of two surveys can be put together: of people both, or cards of workshops both.

    A survey that nobody has answered takes either. Counts that were published may be of the same people.
    """
    told = [one for one in (survey, other) if one.respondents != 0]
    if any(isinstance(one.evidence, PairTally) for one in told):
        return all(isinstance(one.evidence, PairTally) and one.session is not None for one in told)
    return all(isinstance(one.evidence, Answers) for one in told)


def what_is_appended(project: Project, other: Survey, same: Mapping[str, str], left_out: Collection[str]) -> Appended:
    """Return what ``append_people`` does with the same arguments."""
    survey = project.survey
    matched = _matched(survey, other, same)
    rest = [other.features[place] for place in _unmatched(other, matched)]
    return Appended(
        people=other.respondents or 0,
        shared=tuple(feature.name for feature in survey.features if feature.id in matched),
        added=tuple(feature.name for feature in rest if feature.id not in left_out),
        left_out=tuple(feature.name for feature in rest if feature.id in left_out),
        not_asked=tuple(feature.name for feature in survey.features if feature.id not in matched),
        known=_again(survey, other),
        other_scale=None not in (survey.source.scale, other.source.scale)
        and survey.source.scale is not other.source.scale,
        cards=int(other.evidence.counts.sum()) if isinstance(other.evidence, PairTally) else 0,
    )


@dataclass(frozen=True, slots=True)
class _Union:
    """So many people here, so many there."""

    here: int
    there: int

    def column(self, one: NDArray[_T] | None, another: NDArray[_T] | None, empty: _T) -> NDArray[_T]:
        """Return two columns one after the other; where one is missing, nothing is known of its people."""
        first = np.full(self.here, empty) if one is None else one
        second = np.full(self.there, empty) if another is None else another
        return np.concatenate([first, second])


_Rows = Sequence[tuple[int | None, int | None]]
"""Per feature of the union its place here and its place there."""


def _evidence(survey: Survey, other: Survey, rows: _Rows, both: _Union) -> Answers | PairTally:
    here, there = survey.evidence, other.evidence
    if isinstance(here, PairTally) or isinstance(there, PairTally):
        sums = [_counts(here, one) + _counts(there, another) for one, another in rows]
        incomplete = [_incomplete(here, one) + _incomplete(there, another) for one, another in rows]
        shape = (len(rows), LEVELS, LEVELS)
        return PairTally(np.array(sums, dtype=np.int64).reshape(shape), np.array(incomplete, dtype=np.int64))
    pairs = tuple(
        AnswerPair(
            *(
                both.column(_half(here, one, half), _half(there, another, half), np.int8(0))
                for half in ("functional", "dysfunctional")
            )
        )
        for one, another in rows
    )
    return Answers(pairs, both.here + both.there)


def _counts(evidence: Evidence, place: int | None) -> NDArray[np.int64]:
    if place is None or not isinstance(evidence, PairTally):
        return np.zeros((LEVELS, LEVELS), dtype=np.int64)
    found: NDArray[np.int64] = evidence.counts[place]
    return found


def _incomplete(evidence: Evidence, place: int | None) -> int:
    return int(evidence.incomplete[place]) if place is not None and isinstance(evidence, PairTally) else 0


def _session(survey: Survey, other: Survey, by: int, ids: Mapping[str, str]) -> Session | None:
    """Return the workshop of both; one that has not come to an answer of its kind is given up for the other."""
    there = other.session and carried_session(other.session, by, ids)
    if survey.session is not None and there is not None:
        kinds = [(one.session.mode is Mode.CARDS) for one in (survey, other) if one.session is not None]
        if kinds[0] != kinds[1]:
            return there if survey.respondents == 0 else survey.session
    return joined_sessions(survey.session, there, _not_asked(survey, other, by, ids))


def _not_asked(survey: Survey, other: Survey, by: int, ids: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Return people and features of two workshops that the workshop of both would ask, and their own did not."""
    if survey.session is None or other.session is None:
        return
    here = [one.person for one in survey.session.participants]
    there = [one.person + by for one in other.session.participants]
    own, others = [feature.id for feature in survey.features], list(ids.values())
    yield from ((person, feature) for person in here for feature in others if feature not in own)
    is_alike = survey.session.has_pairs == other.session.has_pairs
    every = dict.fromkeys((*own, *others))
    yield from ((person, feature) for person in there for feature in every if not is_alike or feature not in others)
    if survey.session.importance and is_alike and not other.session.importance:
        yield from (
            (person, feature) for person in there for feature in others if _is_whole(other, person - by, ids, feature)
        )


def _is_whole(survey: Survey, person: int, ids: Mapping[str, str], feature: str) -> bool:
    """Return whether somebody gave both halves for a feature that is called otherwise now."""
    at = next(at for at, one in enumerate(survey.features) if ids.get(one.id) == feature)
    if not isinstance(survey.evidence, Answers):
        return False
    pair = survey.evidence.pairs[at]
    return bool(pair.functional[person] and pair.dysfunctional[person])


def _matched(survey: Survey, other: Survey, same: Mapping[str, str]) -> dict[str, int]:
    """Return id here → place there; of two that are said to be one feature the first."""
    known = {feature.id for feature in survey.features}
    found: dict[str, int] = {}
    for place, feature in enumerate(other.features):
        own = same.get(feature.id)
        if own in known:
            found.setdefault(str(own), place)
    return found


def _unmatched(other: Survey, matched: Mapping[str, int]) -> Iterator[int]:
    places = set(matched.values())
    return (place for place in range(len(other.features)) if place not in places)


def _half(evidence: Evidence, place: int | None, half: str) -> NDArray[np.int8] | None:
    if place is None or not isinstance(evidence, Answers):
        return None
    column: NDArray[np.int8] = getattr(evidence.pairs[place], half)
    return column


def _with_own_ids(project: Project, features: Sequence[Feature]) -> tuple[Feature, ...]:
    taken = {feature.id for one in project.surveys for feature in one.features}
    found = []
    for feature in features:
        new = feature.id
        while new in taken:
            new += "′"
        taken.add(new)
        found.append(replace(feature, id=new))
    return tuple(found)


def _importance(survey: Survey, other: Survey, rows: _Rows, both: _Union) -> tuple[NDArray[np.float32] | None, ...]:
    def column(one: Survey, place: int | None) -> NDArray[np.float32] | None:
        return one.importance[place] if one.importance and place is not None else None

    found = []
    for here, there in rows:
        columns = column(survey, here), column(other, there)
        asked = any(one is not None for one in columns)
        found.append(both.column(*columns, np.float32(np.nan)) if asked else None)
    return tuple(found) if any(one is not None for one in found) else ()


def _traits(here: Sequence[Trait], there: Sequence[Trait], both: _Union) -> tuple[Trait, ...]:
    """Return the traits of both; those of one name are one trait, with the levels of both."""
    left = list(there)
    found = []
    for trait in here:
        other = next((one for one in left if fold_name(one.name) == fold_name(trait.name)), None)
        codes = None
        levels = trait.levels
        if other is not None:
            left.remove(other)
            levels = tuple(dict.fromkeys((*trait.levels, *other.levels)))
            # The last entry is where −1, not known, points.
            renumbered = np.array([*(levels.index(level) for level in other.levels), -1], dtype=np.int32)
            codes = renumbered[other.codes]
        found.append(Trait(trait.name, levels, both.column(trait.codes, codes, np.int32(-1))))
    found += [replace(one, codes=both.column(None, one.codes, np.int32(-1))) for one in left]
    return tuple(found)


def _known(survey: Survey, other: Survey) -> bool:
    return survey.keys is not None or other.keys is not None


def _again(survey: Survey, other: Survey) -> int | None:
    """Return how many people of another survey are here already, ``None`` where that cannot be told."""
    if not survey.respondents or not other.respondents:
        return 0
    if survey.keys is None or other.keys is None or not survey.keys.any() or not other.keys.any():
        return None
    return int(np.isin(other.keys[other.keys != 0], survey.keys).sum())


def _source(survey: Survey, other: Survey, *, widened: bool) -> Source:
    """Return where the answers came from: the first file, as long as it had any."""
    if not survey.respondents and not isinstance(survey.evidence, PairTally):
        return replace(other.source, columns=())
    rows = survey.source.rows + other.source.rows
    return replace(survey.source, rows=rows, columns=() if widened else survey.source.columns)
