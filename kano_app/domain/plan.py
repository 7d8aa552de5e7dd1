"""What the team knows that the survey cannot: effort, owner, dependencies, and places set by hand."""

from dataclasses import dataclass
from enum import StrEnum

from kano_app.domain.settings import LARGEST


class Horizon(StrEnum):
    """Where on the roadmap a feature stands."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"
    NOT_PLANNED = "not-planned"
    DO_NOT_BUILD = "do-not-build"
    ASK_AGAIN = "ask-again"


RELEASES: tuple[Horizon, ...] = (Horizon.NOW, Horizon.NEXT, Horizon.LATER)
"""The horizons in which work is planned, in order of time."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """What is known of the work on one feature."""

    feature: str
    effort: float | None = None
    """Above 0, in the unit of the capacity (days, points, …)."""
    owner: str = ""
    depends_on: tuple[str, ...] = ()
    """Ids of features that must stand first."""

    def __post_init__(self) -> None:
        """Refuse an effort that is none."""
        if self.effort is not None and not 0 < self.effort <= LARGEST:
            raise ValueError("an effort is a finite number above 0")


@dataclass(frozen=True, slots=True)
class Override:
    """A place set by hand, with the reason given for it."""

    feature: str
    horizon: Horizon
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the team added to the survey."""

    items: tuple[PlanItem, ...] = ()
    overrides: tuple[Override, ...] = ()

    def item(self, feature: str) -> PlanItem:
        """Return what is known of a feature's work; an empty item where nothing is."""
        return next((item for item in self.items if item.feature == feature), PlanItem(feature))
