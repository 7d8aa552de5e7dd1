"""A survey: the features asked about, the evidence, and what else is known of the people."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import Answers, Evidence, feature_count
from kano_app.domain.feature import Feature
from kano_app.domain.settings import Direction, Scale


class Layout(StrEnum):
    """How the file of a survey was laid out."""

    WIDE = "wide"
    LONG = "long"
    TALLY = "tally"
    CATEGORY_TABLE = "category-table"


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
        self.codes.flags.writeable = False


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """One survey of one set of features; the features stand in the order of the evidence."""

    features: tuple[Feature, ...]
    evidence: Evidence
    importance: tuple[NDArray[np.float32] | None, ...] = ()
    """Per feature the stated importance of each person, NaN where not given; ``None`` where it was not asked."""
    traits: tuple[Trait, ...] = ()
    source: Source = Source()

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
            if column is not None:
                if column.shape != people:
                    raise ValueError("importance has one value per person")
                column.flags.writeable = False

    @property
    def respondents(self) -> int | None:
        """Number of people, or ``None`` where the evidence does not know them."""
        return self.evidence.people if isinstance(self.evidence, Answers) else None
