"""The tally: a row per feature and pair of answers, with how many people gave it."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kano_app.domain.mapping import Layout, MappedColumn, Mapping, Role
from kano_app.domain.problem import Code, Unusable
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers.columns import Column, NumberColumn, of_kind
from kano_app.importers.findings import LISTED_VALUES, Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import COUNTS, TOTALS, fold_heading
from kano_app.importers.layouts.events import (
    EventColumns,
    Events,
    events,
    events_from,
    find_events,
    mapped_events,
    settled,
    tally_survey,
)
from kano_app.importers.mapped import mapping_of, only
from kano_app.importers.readers.grid import Progress
from kano_app.importers.roles import Roles, roles
from kano_app.importers.stream import pour


@dataclass(frozen=True, slots=True)
class Tally:
    """A tally, recognised."""

    head: Head
    where: EventColumns
    count: int
    score: int = 4

    @property
    def answer_columns(self) -> tuple[int, ...]:
        """The columns that hold answers."""
        return self.where.functional, self.where.dysfunctional

    @property
    def mapping(self) -> Mapping:
        """What every column is."""
        count = MappedColumn(self.count, self.head.headings[self.count], Role.COUNT)
        return mapping_of(self.head, Layout.TALLY, [*mapped_events(self.head, self.where), count])

    def read(self, settings: ImportSettings, findings: Findings, progress: Progress) -> Survey:
        """Return the survey.

        Raises:
            Unusable: if no pair is complete, no count can be read, or the scale cannot be known.

        """
        rest = roles(self.head, set(range(len(self.head.headings))) - {*self.where.positions, self.count})
        not_needed = [*rest.traits] + ([] if rest.respondent is None else [rest.respondent])
        left_out = sorted([*rest.left_out, *((column, "not-understood") for column in not_needed)])
        Roles(None, (), tuple(left_out)).say(self.head, findings)
        columns, flow = pour(self.head, self._columns, findings, progress)
        found, named = events(self.head, self.where, dict(columns), flow, findings)
        column = of_kind(columns, (self.count,), NumberColumn)[self.count]
        column.say(findings, self.head.name(self.count))
        numbers = column.numbers()
        if not np.nan_to_num(numbers[named]).any():
            raise nothing_to_count(findings)
        totals = named & np.array([*(fold_heading(name) in TOTALS for name in found.names), False])[found.feature]
        findings.say_rows(
            Code.ROWS_LEFT_OUT, flow.rows[totals], column=self.head.name(self.where.feature), reason="total"
        )
        if totals.any():
            named, found = named & ~totals, _without_totals(found)
        found, weights = found.keep(named), np.nan_to_num(numbers[named]).astype(np.int64)
        flow.rows = flow.rows[named]
        meaning = settled(found, flow, weights, settings, self.head, findings)
        return tally_survey(self.head, found, weights, meaning, Layout.TALLY, findings)

    def _columns(self) -> dict[int, Column]:
        return self.where.columns(self.head) | {self.count: NumberColumn(whole_number, Code.COUNT_UNREAD)}


def _without_totals(found: Events) -> Events:
    """Return events without the features that sum the others up."""
    kept = [at for at, name in enumerate(found.names) if fold_heading(name) not in TOTALS]
    table = np.full(len(found.names) + 1, -1, dtype=np.int32)
    table[kept] = range(len(kept))
    return Events(tuple(found.names[at] for at in kept), table[found.feature], found.pair)


def nothing_to_count(findings: Findings) -> Unusable:
    """Return why there is no count above 0: counts that could not be read, if there are any, else that all are 0."""
    unread = sorted((one for one in findings.problems if one.code is Code.COUNT_UNREAD), key=lambda one: one.row or 0)
    values = tuple(dict.fromkeys(one.value for one in unread if one.value is not None))
    if not values:
        return findings.unusable(Code.NO_ANSWERS)
    return findings.unusable(
        Code.COUNTS_UNKNOWN,
        row=unread[0].row,
        column=unread[0].column,
        values=values[:LISTED_VALUES],
        count=len(values),
    )


def whole_number(text: str) -> float | None:
    """Return a count as a number; NaN for an empty cell, ``None`` for what is no whole number from 0 up."""
    text = text.strip()
    if not text:
        return math.nan
    if re.fullmatch(r"[1-9]\d{0,2}(?:[,  ]\d{3})+", text):
        text = re.sub(r"\D", "", text)
    match = re.fullmatch(r"\+?(\d{1,15})(?:\.0*)?", text)
    return float(match[1]) if match else None


def from_mapping(head: Head, mapping: Mapping) -> Tally | None:
    """Return the tally as a mapping tells it."""
    where, count = events_from(mapping), only(mapping, Role.COUNT)
    return None if where is None or count is None else Tally(head, where, count)


def recognise(head: Head, holds: Callable[[int], bool]) -> Tally | None:
    """Return the head as a tally, or ``None`` if a column of features, answers or counts is missing."""
    where = find_events(head, holds)
    if where is None:
        return None
    taken = set(where.positions)
    counts = [at for at, heading in enumerate(head.headings) if fold_heading(heading) in COUNTS and at not in taken]
    return Tally(head, where, counts[0]) if counts else None
