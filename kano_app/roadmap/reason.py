"""Why a feature stands where it stands, as values; ``wording`` makes the sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kano_app.domain.problem import Fact


class ReasonKind(StrEnum):
    """One thing that moved a feature to its place."""

    MUST_BE = "must-be"
    PERFORMANCE = "performance"
    ATTRACTIVE = "attractive"
    INDIFFERENT = "indifferent"
    REVERSE = "reverse"
    QUESTIONABLE = "questionable"
    OVER_MOST_FREQUENT = "over-most-frequent"
    REVERSE_SHARE = "reverse-share"
    UNANSWERED = "unanswered"
    NOT_CLASSIFIED = "not-classified"
    DELIGHT = "delight"
    VALUE_FOR_EFFORT = "value-for-effort"
    NO_ROOM = "no-room"
    NO_EFFORT = "no-effort"
    AFTER = "after"
    NEEDED_BY = "needed-by"
    BEFORE_NEED = "before-need"
    """It stands before something it depends on, or that will not be built."""
    NEEDED_BEFORE = "needed-before"
    """Something that depends on it stands before it, or stands in a release while it will not be built."""
    IN_CIRCLE = "in-circle"
    BY_HAND = "by-hand"
    IN_NOW = "in-now"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with the numbers and names its sentence is made from."""

    kind: ReasonKind
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take the facts over as a mapping that nobody can change."""
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))
