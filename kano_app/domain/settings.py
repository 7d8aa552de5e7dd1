"""The only lists of choices: form, command line, project file and report take their names from here."""

import datetime as dt
import sys
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kano_app.domain.branding import PLAIN, Branding
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import BERGER, EvaluationTable

LANGUAGES = ("en", "zh_CN", "zh_TW")
"""The languages a report can be written in; a test keeps them those of ``i18n``, which the domain does not know."""
LARGEST = sys.float_info.max
"""The largest amount; NaN, infinity and whole numbers without an end compare as outside of 0 to this."""


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


class Section(StrEnum):
    """A part of the report that can be left out; the order is that of the report."""

    COVER = "cover"
    CONTENTS = "contents"
    WORKSHOP = "workshop"
    SUMMARY = "summary"
    ROADMAP = "roadmap"
    MAP = "map"
    OVERRIDES = "overrides"
    REASONS = "reasons"
    SHARES = "shares"
    SURENESS = "sureness"
    ALTERNATIVES = "alternatives"
    SIZES = "sizes"
    COMPARISONS = "comparisons"
    CARDS = "cards"
    FIGURES = "figures"
    FLIPPED = "flipped"
    CONTINUOUS = "continuous"
    IMPORTANCE = "importance"
    FEATURES = "features"
    DATA = "data"
    FLAGS = "flags"
    METHOD = "method"
    GLOSSARY = "glossary"


class Preset(StrEnum):
    """A choice of sections that has a name."""

    ONE_PAGE = "one-page"
    FULL = "full"

    @property
    def left_out(self) -> tuple[Section, ...]:
        """The sections that are not in it."""
        return tuple(one for one in Section if one is not Section.SUMMARY) if self is Preset.ONE_PAGE else ()


def preset_of(left_out: Collection[Section]) -> Preset | None:
    """Return the preset that leaves out just these sections; ``None`` where they are somebody's own choice."""
    return next((one for one in Preset if set(one.left_out) == set(left_out)), None)


class Correction(StrEnum):
    """How p is corrected where every feature is asked the same question (METHODS §9)."""

    HOLM = "holm"
    BENJAMINI_HOCHBERG = "benjamini-hochberg"


@dataclass(frozen=True, slots=True)
class Camps:
    """The people who put one feature into one category, against those who put it into another."""

    feature: str
    """Its id."""
    first: Category | None = None
    """``None`` for both: the two most frequent."""
    second: Category | None = None

    def __post_init__(self) -> None:
        """Refuse two camps that are one."""
        if self.first is not None and self.first is self.second:
            raise ValueError("the camps are two different categories")


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """What a person says about a file; ``None`` and empty leave it to the file's own evidence."""

    scale: Scale | None = None
    direction: Direction | None = None
    """Of the codes: of the functional half, and of both unless the other one is told by itself."""
    dysfunctional_direction: Direction | None = None
    answers: tuple[str, ...] = ()
    """The form's own answers, from like to dislike, where they are none of the known wordings."""
    sheet: str = ""
    """Of a workbook; empty: the first that holds a survey."""
    salt: str = ""
    """Sixteen characters that make the hashes of respondents a project's own; empty: none are kept."""


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
    segments: tuple[str, ...] = ()
    """Names of traits whose groups are compared; several are combined."""
    camps: Camps | None = None
    wave_by: str = ""
    """Name of a trait that dates the answers; empty: each survey of the project is a wave."""
    correction: Correction = Correction.HOLM

    def __post_init__(self) -> None:
        """Refuse numbers with which nothing can be computed."""
        if not 0 <= self.points <= 100:
            raise ValueError("points lie between 0 and 100")
        if not 0 < self.confidence < 1:
            raise ValueError("confidence lies strictly between 0 and 1")
        if self.resamples < 1:
            raise ValueError("there is at least one resample")
        if self.seed < 0:
            raise ValueError("a seed is not negative")


EFFORT_UNITS = ("days", "weeks", "points")
"""Units of effort that every language has a word for; any other is a word of the team's own."""
LONGEST_UNIT = 12
"""Characters of a word of one's own for a unit of effort."""


def is_unit(text: str) -> bool:
    """Return whether a text can stand for a unit of effort: a short word that can be printed."""
    return 0 < len(text) <= LONGEST_UNIT and text == text.strip() and text.isprintable()


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """The choices of planning."""

    capacity: tuple[float, float] | None = None
    """Effort that fits into Now and into Next, in the unit of the efforts; the rest falls into Later."""
    delights_in_now: int = 1
    """How many attractive features go into Now before any performance feature, so that it also delights."""
    effort_unit: str = EFFORT_UNITS[0]
    """In what efforts and capacities are counted: one of ``EFFORT_UNITS``, or a short word of the team's own."""

    def __post_init__(self) -> None:
        """Refuse numbers that are no amount."""
        if self.capacity is not None and not all(0 <= one <= LARGEST for one in self.capacity):
            raise ValueError("a capacity is a finite number, 0 or more")
        if self.delights_in_now < 0:
            raise ValueError("delights are counted from 0")
        if not is_unit(self.effort_unit):
            raise ValueError("a unit of effort is a short word")


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
    left_out: tuple[Section, ...] = ()
    """Sections that are not wanted."""
    data_date: dt.date | None = None
    """When the answers were given; ``None``: the day of the workshop, if it was one."""
    valid_until: dt.date | None = None
    """By when the study is to be run again: what delights today is expected tomorrow."""
    notes: bool = False
    """Whether what people said beside their answers is printed."""
    branding: Branding = PLAIN

    def __post_init__(self) -> None:
        """Refuse a language nobody can write."""
        if self.language not in LANGUAGES:
            raise ValueError(f"no language of a report: {self.language}")
