"""The only lists of choices: form, command line, project file and report take their names from here."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kano_app.domain.evaluation_table import BERGER, EvaluationTable


class Rule(StrEnum):
    """How the six counts of a feature become its category (METHODS §2)."""

    MODE = "mode"
    PRECEDENCE = "precedence"
    BLAUTH = "blauth"


class ReverseAndQuestionable(StrEnum):
    """Whether R and Q compete for the category or only stand beside it."""

    COMPETE = "compete"
    BESIDE = "beside"


class Scale(StrEnum):
    """Which answers the form offered (METHODS §1)."""

    FIVE = "five"
    THREE = "three"
    THREE_ASYMMETRIC = "three-asymmetric"


class Direction(StrEnum):
    """What the smallest code of a coded answer means."""

    LIKE_FIRST = "like-first"
    DISLIKE_FIRST = "dislike-first"


class QuadrantLines(StrEnum):
    """Where the lines of the satisfaction map stand (METHODS §3): both are in use."""

    HALF = "half"
    MEAN = "mean"
    """At the means of all features; they move when a feature is added."""


class Paper(StrEnum):
    """The sheet a report is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """What a person says about a file; ``None`` and empty leave it to the file's own evidence."""

    scale: Scale | None = None
    direction: Direction | None = None
    answers: tuple[str, ...] = ()
    """The form's own answers, from like to dislike, where they are none of the known wordings."""


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """The choices of method."""

    table: EvaluationTable = BERGER
    rule: Rule = Rule.MODE
    points: int = 5
    """Percentage points of N up to which the precedence rule calls a lead small."""
    reverse_and_questionable: ReverseAndQuestionable = ReverseAndQuestionable.COMPETE
    confidence: float = 0.95
    """Of intervals, strictly between 0 and 1."""
    resamples: int = 1000
    """Draws for stability."""
    seed: int = 1
    """The same seed gives the same draws."""


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """The choices of planning."""

    capacity: tuple[float, float] | None = None
    """Effort that fits into Now and into Next, in the unit of the efforts; the rest falls into Later."""
    delights_in_now: int = 1
    """How many attractive features go into Now before any performance feature, so that it also delights."""


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """The choices of the report."""

    title: str = ""
    organisation: str = ""
    date: dt.date | None = None
    """An input, never the clock of the writer: the same project gives the same bytes."""
    paper: Paper = Paper.A4
    language: str = "en"
    quadrant_lines: QuadrantLines = QuadrantLines.HALF
