"""A survey: the features asked about, the evidence, and what else is known of the people."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import AnswerPair, Answers, Evidence, feature_count, frozen, read_only
from kano_app.domain.feature import Feature
from kano_app.domain.mapping import Confidence, Layout, PairReason, Platform
from kano_app.domain.session import Note, Session, carried
from kano_app.domain.settings import Direction, Scale


@dataclass(frozen=True, slots=True)
class Source:
    """Where a survey came from and how it was read; the file's name only, never its folder."""

    file: str = ""
    sheet: str = ""
    layout: Layout | None = None
    encoding: str = ""
    rows: int = 0
    """Rows with answers, counts or shares."""
    scale: Scale | None = None
    direction: Direction | None = None
    """``None`` where the answers were words, so that no direction had to be known; else that of the functional half."""
    dysfunctional_direction: Direction | None = None
    """The same as ``direction``, unless the halves of the form run against each other."""
    columns: tuple[tuple[str, str], ...] = ()
    """Per feature the headings of its functional and its dysfunctional column, where it had two of its own."""
    platform: Platform = Platform.OTHER
    pairing: tuple[tuple[PairReason, Confidence], ...] = ()
    """Per feature why its ``columns`` were taken for halves of one, and how sure that is."""


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """Something known of each person: ``codes`` of shape (people,) point into ``levels``, −1 is not known."""

    name: str
    levels: tuple[str, ...]
    codes: NDArray[np.int32]

    def __post_init__(self) -> None:
        """Refuse codes that point nowhere."""
        if self.codes.size and (self.codes.min() < -1 or self.codes.max() >= len(self.levels)):
            raise ValueError("a trait's codes point into its levels")
        frozen(self, "codes")


class Flag(StrEnum):
    """What speaks against the answers of one person (METHODS §11); each is a proposal to leave the person out."""

    STRAIGHT_LINE = "straight-line"
    """The same pair on everything."""
    SCALE_BACKWARDS = "scale-backwards"
    """Reverse on most of what others plainly want."""
    QUESTIONABLE = "questionable"
    """Contradictions on a third of the features or more."""
    DUPLICATE = "duplicate"
    """The respondent of an earlier row."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A person left out of the counts by the user's decision, with the reason."""

    person: int
    """Place among the people of the survey, from 0."""
    reason: str
    """A ``Flag``, or the user's own words."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """One survey of one set of features; the features stand in the order of the evidence."""

    features: tuple[Feature, ...]
    evidence: Evidence
    importance: tuple[NDArray[np.float32] | None, ...] = ()
    """Per feature the stated importance of each person, NaN where not given; ``None`` where it was not asked."""
    traits: tuple[Trait, ...] = ()
    source: Source = Source()
    label: str = ""
    """What it is called beside other waves."""
    keys: NDArray[np.uint64] | None = None
    """Per person a salted hash of who it is, 0 where not known; good for nothing but to be compared."""
    excluded: tuple[Exclusion, ...] = ()
    importance_end: int = 0
    """The end of the scale of importance; 0: what the answers show, see ``importance_seen``."""
    notes: tuple[Note, ...] = ()
    """What people said beside their answers."""
    session: Session | None = None
    """The workshop in which the answers were taken down, if it was one."""

    def __post_init__(self) -> None:
        """Refuse parts that do not fit each other."""
        if len(self.features) != feature_count(self.evidence):
            raise ValueError("the evidence has one entry per feature")
        if len({feature.id for feature in self.features}) != len(self.features):
            raise ValueError("every feature has an id of its own")
        if self.importance and len(self.importance) != len(self.features):
            raise ValueError("importance has one entry per feature")
        people = (self.respondents or 0,)
        if any(trait.codes.shape != people for trait in self.traits):
            raise ValueError("a trait has one code per person")
        for column in self.importance:
            if column is not None and column.shape != people:
                raise ValueError("importance has one value per person")
        columns = tuple(None if column is None else read_only(column) for column in self.importance)
        object.__setattr__(self, "importance", columns)
        if self.keys is not None:
            if self.keys.shape != people:
                raise ValueError("there is one key per person")
            frozen(self, "keys")
        seats = () if self.session is None else self.session.participants
        named = [one.person for one in self.excluded] + [one.person for one in seats]
        if not all(0 <= person < people[0] for person in named):
            raise ValueError("an exclusion and a seat name a person of the survey")
        if not all(-1 <= one.person < people[0] for one in self.notes):
            raise ValueError("a note is of a person of the survey, or of the room")

    @property
    def respondents(self) -> int | None:
        """Number of people, or ``None`` where the evidence does not know them."""
        return self.evidence.people if isinstance(self.evidence, Answers) else None

    @property
    def importance_seen(self) -> int:
        """The end of the scale of importance as the answers show it: 5, 7 or 9; 0 where nobody stated any."""
        stated = [float(np.nanmax(one)) for one in self.importance if one is not None and not np.isnan(one).all()]
        return next((end for end in (5, 7) if max(stated) <= end), 9) if stated else 0

    @property
    def counted(self) -> "Survey":
        """The survey without the people who were left out; the survey itself where nobody was."""
        if not self.excluded:
            return self
        kept = np.ones(self.respondents or 0, dtype=np.bool_)
        kept[[one.person for one in self.excluded]] = False
        return self.of(kept)

    def of(self, people: NDArray[np.bool_]) -> "Survey":
        """Return the survey of some of its people, chosen by a mask of shape (people,), with nobody excluded.

        Raises:
            TypeError: if the survey has counts, not answers of people.

        """
        if not isinstance(self.evidence, Answers):
            raise TypeError("counts cannot be divided into people")
        place = np.cumsum(people) - 1
        pairs = tuple(AnswerPair(one.functional[people], one.dysfunctional[people]) for one in self.evidence.pairs)
        return replace(
            self,
            evidence=Answers(pairs, int(people.sum())),
            importance=tuple(None if one is None else one[people] for one in self.importance),
            traits=tuple(replace(one, codes=one.codes[people]) for one in self.traits),
            keys=None if self.keys is None else self.keys[people],
            excluded=(),
            notes=tuple(
                one if one.person < 0 else replace(one, person=int(place[one.person]))
                for one in self.notes
                if one.person < 0 or people[one.person]
            ),
            session=None if self.session is None else _of_some(self.session, people),
            # A part of the people may not have used the end of the scale that all were asked on.
            importance_end=self.importance_end or self.importance_seen,
        )


def _of_some(session: Session, people: NDArray[np.bool_]) -> Session:
    """Return a workshop of some of the people; where it had come to is found again when it goes on."""
    place = np.cumsum(people) - 1
    return carried(session, lambda person: int(place[person]) if people[person] else None, lambda feature: feature)
