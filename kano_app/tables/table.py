"""A table: typed columns, raw values, and how a value reads in a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kano_app.analysis.coefficients import Strength
from kano_app.analysis.figure import Blank
from kano_app.analysis.importance import Refined
from kano_app.analysis.lead import Lead
from kano_app.analysis.sensitivity import Sensitivity
from kano_app.analysis.stability import Sureness
from kano_app.domain.category import Category
from kano_app.domain.plan import Horizon
from kano_app.i18n import Language
from kano_app.roadmap.reason import Reason
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.figures import coefficient, interval
from kano_app.wording.importance import refined_name
from kano_app.wording.reasons import reason_text
from kano_app.wording.sensitivity import changes_text
from kano_app.wording.sureness import sureness_name

_SMALLEST = 0.001
"""The smallest probability that is written out."""


class Kind(StrEnum):
    """What a column holds, and so how it is aligned and written."""

    TEXT = "text"
    CATEGORY = "category"
    TIE = "tie"
    HORIZON = "horizon"
    SURENESS = "sureness"
    INTERVAL = "interval"
    COUNT = "count"
    COEFFICIENT = "coefficient"
    SHARE = "share"
    PROBABILITY = "probability"
    AMOUNT = "amount"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Tie:
    """Categories that were given equally often."""

    categories: tuple[Category, ...]


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
    | Why
    | Range
    | Changes
    | Refined
    | Strength
    | Lead
    | Blank
    | None
)
"""A raw value; ``None`` is simply empty, a ``Blank`` is undefined for a reason."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; heading and description are message ids."""

    key: str
    heading: str
    kind: Kind
    description: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the column is set to the right, in tabular figures."""
        return self.kind in {Kind.COUNT, Kind.COEFFICIENT, Kind.SHARE, Kind.AMOUNT, Kind.INTERVAL, Kind.PROBABILITY}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of raw values under typed columns; the language comes in when a cell is read."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The reasons for undefined figures that occur, each once, in order of appearance: the table's footnotes."""
        return tuple(dict.fromkeys(cell for row in self.rows for cell in row if isinstance(cell, Blank)))

    def only(self, *keys: str) -> "Table":
        """Return the table with some of its columns, in the order given."""
        places = [next(place for place, column in enumerate(self.columns) if column.key == key) for key in keys]
        columns = tuple(self.columns[place] for place in places)
        return Table(self.key, self.title, columns, tuple(tuple(row[place] for place in places) for row in self.rows))

    def beside(self, other: "Table") -> "Table":
        """Return the table with the columns of another of as many rows beside its own."""
        rows = tuple(mine + others for mine, others in zip(self.rows, other.rows, strict=True))
        return Table(self.key, self.title, self.columns + other.columns, rows)

    def without_empty(self, key: str) -> "Table":
        """Return the table without a column in which nothing stands."""
        place = next(place for place, column in enumerate(self.columns) if column.key == key)
        if any(row[place] is not None for row in self.rows):
            return self
        return self.without(key)

    def without(self, key: str) -> "Table":
        """Return the table without a column."""
        return self.only(*(column.key for column in self.columns if column.key != key))


def cell_text(value: Cell, kind: Kind, language: Language, marks: Mapping[Blank, str]) -> str:
    """Return a cell as a reader sees it; an undefined figure is a dash with the mark of its footnote."""
    match value:
        case None:
            return ""
        case Blank():
            return "–" + marks[value]
        case Category():
            return category_name(value, language)
        case Horizon():
            return horizon_name(value, language)
        case Sureness():
            return sureness_name(value, language)
        case Tie():
            return " = ".join(one.letter for one in value.categories)
        case Why():
            return reason_text(value.reasons, language)
        case Range():
            return interval(value.low, value.high, language)
        case Changes():
            return changes_text(value.sensitivity, language)
        case Strength():
            # Which two it compares is part of the figure: it need not be the category that a rule chose.
            return f"{language.percent(value.value, 1)} {value.first.letter}–{value.second.letter}"
        case Lead():
            judged = language.gettext("yes") if value.significant else language.gettext("no")
            return f"{judged} {value.first.letter}–{value.second.letter}"
        case Refined():
            return refined_name(value, language)
        case bool():
            return language.gettext("yes") if value else language.gettext("no")
        case str():
            return value
    return _number_text(value, kind, language)


def _number_text(value: float, kind: Kind, language: Language) -> str:
    match kind:
        case Kind.COUNT:
            return language.number(value)
        case Kind.COEFFICIENT:
            return coefficient(value, language)
        case Kind.SHARE:
            return language.percent(value, 1)
        case Kind.PROBABILITY:
            return language.number(value, 3) if value >= _SMALLEST else f"< {language.number(_SMALLEST, 3)}"
        case _:
            return language.plain_number(value)


def raw_cell(value: Cell, language: Language) -> str | int | float | None:
    """Return a cell for programs: full precision, category keys, nothing where a figure is undefined."""
    match value:
        case None | Blank():
            return None
        case Tie():
            return " ".join(one.value for one in value.categories)
        case Why():
            return reason_text(value.reasons, language)
        case Changes():
            return changes_text(value.sensitivity, language)
        case Strength():
            return value.value
        case Lead():
            return value.significant
        case Range():
            return f"{value.low} {value.high}"
        case Category() | Horizon() | Sureness() | Refined():
            return value.value
    return value
