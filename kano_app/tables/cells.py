"""What can stand in a cell, and how each reads: the value is raw, the language comes in when it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch

from kano_app.analysis.coefficients import Strength
from kano_app.analysis.comparison import Comparison, Group
from kano_app.analysis.figure import Blank
from kano_app.analysis.importance import Refined
from kano_app.analysis.lead import Lead
from kano_app.analysis.sensitivity import Sensitivity
from kano_app.analysis.stability import Sureness
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.plan import Horizon
from kano_app.domain.settings import ReverseAndQuestionable, Rule
from kano_app.domain.survey import Flag
from kano_app.i18n import Language
from kano_app.roadmap.move import Choice, Move
from kano_app.roadmap.reason import Reason
from kano_app.wording.categories import READING_ORDER, category_name, horizon_name
from kano_app.wording.comparisons import drift_text, group_name, moves_text
from kano_app.wording.figures import interval
from kano_app.wording.flags import flag_name
from kano_app.wording.importance import refined_name
from kano_app.wording.reasons import reason_text
from kano_app.wording.sensitivity import changes_text
from kano_app.wording.settings import choice_name
from kano_app.wording.sureness import sureness_name


@dataclass(frozen=True, slots=True)
class Tie:
    """Categories that were given equally often."""

    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """How the answers split over the categories, as shares of N."""

    shares: Mapping[Category, float]


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons for a place."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """An interval of a coefficient."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Members:
    """The people of one group."""

    group: Group
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Drift:
    """Steps along I → A → P → M."""

    steps: int


@dataclass(frozen=True, slots=True)
class Moves:
    """What would stand elsewhere."""

    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What other choices would change."""

    sensitivity: Sensitivity


Cell = (
    str
    | int
    | float
    | bool
    | Category
    | Horizon
    | Sureness
    | Tie
    | Split
    | Why
    | Range
    | Changes
    | Members
    | Drift
    | Moves
    | Flag
    | Choice
    | Refined
    | Strength
    | Lead
    | Blank
    | None
)
"""A raw value; ``None`` is simply empty, a ``Blank`` is undefined for a reason."""


def range_or_blank(interval: tuple[float, float] | Blank) -> Range | Blank:
    """Return an interval as a cell."""
    return interval if isinstance(interval, Blank) else Range(*interval)


@singledispatch
def worded(value: Cell, language: Language) -> str | None:
    """Return what a cell says in words; ``None`` where it is a number, whose column says how it is written."""
    del value, language
    return None


@worded.register
def _(value: str, language: Language) -> str:
    del language
    return value


@worded.register
def _(value: bool, language: Language) -> str:  # noqa: FBT001 - it is the cell
    return language.gettext("yes") if value else language.gettext("no")


@worded.register
def _(value: Category, language: Language) -> str:
    return category_name(value, language)


@worded.register
def _(value: Horizon, language: Language) -> str:
    return horizon_name(value, language)


@worded.register
def _(value: Sureness, language: Language) -> str:
    return sureness_name(value, language)


@worded.register
def _(value: Refined, language: Language) -> str:
    return refined_name(value, language)


@worded.register
def _(value: Flag, language: Language) -> str:
    return flag_name(value, language)


@worded.register
def _(value: EvaluationTable | Rule | ReverseAndQuestionable, language: Language) -> str:
    return choice_name(value, language)


@worded.register
def _(value: Tie, language: Language) -> str:
    del language
    return " = ".join(one.letter for one in value.categories)


@worded.register
def _(value: Split, language: Language) -> str:
    given = [(one.letter, value.shares[one]) for one in READING_ORDER if value.shares[one]]
    return " · ".join(f"{letter} {language.percent(share)}" for letter, share in given)


@worded.register
def _(value: Why, language: Language) -> str:
    return reason_text(value.reasons, language)


@worded.register
def _(value: Range, language: Language) -> str:
    return interval(value.low, value.high, language)


@worded.register
def _(value: Changes, language: Language) -> str:
    return changes_text(value.sensitivity, language)


@worded.register
def _(value: Members, language: Language) -> str:
    return group_name(value.group, value.comparison, language)


@worded.register
def _(value: Drift, language: Language) -> str:
    return drift_text(value.steps, language)


@worded.register
def _(value: Moves, language: Language) -> str:
    return moves_text(value.moves, language)


@worded.register
def _(value: Strength, language: Language) -> str:
    # Which two it compares is part of the figure: it need not be the category that a rule chose.
    return f"{language.percent(value.value, 1)} {value.first.letter}–{value.second.letter}"


@worded.register
def _(value: Lead, language: Language) -> str:
    judged = language.gettext("yes") if value.significant else language.gettext("no")
    return f"{judged} {value.first.letter}–{value.second.letter}"


def raw_cell(value: Cell, language: Language) -> str | int | float | None:
    """Return a cell for programs: full precision, category keys, nothing where a figure is undefined."""
    match value:
        case None | Blank():
            return None
        case Tie():
            return " ".join(one.value for one in value.categories)
        case Strength():
            return value.value
        case Lead():
            return value.significant
        case Range():
            return f"{value.low} {value.high}"
        case Drift():
            return value.steps
        case EvaluationTable():
            return value.name
        case Category() | Horizon() | Sureness() | Refined() | Flag() | Rule() | ReverseAndQuestionable():
            return value.value
        case Why() | Changes() | Members() | Moves() | Split():
            return worded(value, language)
    return value
