"""A table: typed columns, raw values, and how a value reads in a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kano_app.analysis.figure import Blank
from kano_app.i18n import Language
from kano_app.tables.cells import Cell, worded
from kano_app.wording.effort import effort_heading
from kano_app.wording.figures import coefficient

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
    SPLIT = "split"
    COUNT = "count"
    COEFFICIENT = "coefficient"
    SHARE = "share"
    PROBABILITY = "probability"
    AMOUNT = "amount"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; heading and description are message ids."""

    key: str
    heading: str
    kind: Kind
    description: str = ""
    unit: str = ""
    """Of efforts; stands behind the heading."""

    def titled(self, language: Language) -> str:
        """Return what stands over the column."""
        return effort_heading(self.unit, language) if self.unit else language.gettext(self.heading)

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

    def only_where(self, key: str) -> "Table":
        """Return the table without the rows in which a column is empty."""
        place = next(place for place, column in enumerate(self.columns) if column.key == key)
        return Table(self.key, self.title, self.columns, tuple(row for row in self.rows if row[place] is not None))

    def without(self, key: str) -> "Table":
        """Return the table without a column."""
        return self.only(*(column.key for column in self.columns if column.key != key))


def cell_text(value: Cell, kind: Kind, language: Language, marks: Mapping[Blank, str]) -> str:
    """Return a cell as a reader sees it; an undefined figure is a dash with the mark of its footnote."""
    if value is None:
        return ""
    if isinstance(value, Blank):
        return "–" + marks[value]
    told = worded(value, language)
    return _number_text(value, kind, language) if told is None and isinstance(value, int | float) else told or ""


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
