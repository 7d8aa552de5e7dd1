"""What a survey rests on: answers of people, or counts that somebody else made of them.

The arrays of evidence are read-only and shared between versions of a survey; evidence is compared by identity.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import CATEGORIES

Codes = NDArray[np.int8]

_HIGHEST = int(max(Answer))

_T = TypeVar("_T", bound=np.generic)


def read_only(array: NDArray[_T]) -> NDArray[_T]:
    """Return an array that nobody can change: one that owns its memory as it is, a view of another's as a copy."""
    if array.flags.writeable and array.base is not None:
        array = array.copy()
    array.flags.writeable = False
    return array


def frozen(owner: object, name: str) -> None:
    """Make an array of a frozen value read-only."""
    array = getattr(owner, name)
    if array.flags.writeable:
        object.__setattr__(owner, name, read_only(array))


@dataclass(frozen=True, slots=True, eq=False)
class AnswerPair:
    """Everybody's answers to the two halves of one feature: two int8 arrays of shape (people,), see ``Answer``."""

    functional: Codes
    dysfunctional: Codes

    def __post_init__(self) -> None:
        """Refuse halves of different length, other types and codes that are no answer."""
        for half in (self.functional, self.dysfunctional):
            if half.dtype != np.int8 or half.ndim != 1:
                raise ValueError("answers are one int8 column per half")
            # Seen as unsigned, what lies below 0 lies far above: one look instead of two.
            if np.maximum.reduce(half.view(np.uint8), initial=0) > _HIGHEST:
                raise ValueError("answers are codes 0 to 6")
        frozen(self, "functional")
        frozen(self, "dysfunctional")
        if self.functional.shape != self.dysfunctional.shape:
            raise ValueError("both halves have one code per person")


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Answers of people, one pair of columns per feature, all of the same length."""

    pairs: tuple[AnswerPair, ...]
    people: int

    def __post_init__(self) -> None:
        """Refuse columns of different length, and fewer people than none."""
        if self.people < 0:
            raise ValueError("people are counted from 0")
        if any(pair.functional.shape != (self.people,) for pair in self.pairs):
            raise ValueError("every column has one code per person")


@dataclass(frozen=True, slots=True, eq=False)
class PairTally:
    """How often each pair of answers was given: ``counts`` of shape (features, 5, 5), ``incomplete`` (features,)."""

    counts: NDArray[np.int64]
    incomplete: NDArray[np.int64]
    """Pairs with only one half answered: in no category and not in N."""

    def __post_init__(self) -> None:
        """Refuse other shapes and negative counts."""
        if self.counts.ndim != 3 or self.counts.shape[1:] != (LEVELS, LEVELS):
            raise ValueError("a pair tally has 25 counts per feature")
        if self.incomplete.shape != self.counts.shape[:1]:
            raise ValueError("one count of incomplete pairs per feature")
        if (self.counts < 0).any() or (self.incomplete < 0).any():
            raise ValueError("counts are not negative")
        frozen(self, "counts")
        frozen(self, "incomplete")


@dataclass(frozen=True, slots=True, eq=False)
class CategoryCounts:
    """A category table: ``counts`` of shape (features, 6) in the order of ``CATEGORIES``."""

    counts: NDArray[np.int64]

    def __post_init__(self) -> None:
        """Refuse other shapes and negative counts."""
        if self.counts.ndim != 2 or self.counts.shape[1] != len(CATEGORIES) or (self.counts < 0).any():
            raise ValueError("a category table has six counts per feature, none negative")
        frozen(self, "counts")


@dataclass(frozen=True, slots=True, eq=False)
class CategoryShares:
    """A published table of shares without n: ``shares`` of shape (features, 6), each 0..1, as printed."""

    shares: NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse other shapes and shares outside 0..1."""
        if self.shares.ndim != 2 or self.shares.shape[1] != len(CATEGORIES):
            raise ValueError("a share table has six shares per feature")
        if not ((self.shares >= 0) & (self.shares <= 1)).all():
            raise ValueError("shares lie between 0 and 1")
        frozen(self, "shares")


Evidence = Answers | PairTally | CategoryCounts | CategoryShares


def feature_count(evidence: Evidence) -> int:
    """Return the number of features the evidence speaks of."""
    match evidence:
        case Answers():
            return len(evidence.pairs)
        case PairTally() | CategoryCounts():
            return len(evidence.counts)
        case CategoryShares():
            return len(evidence.shares)
