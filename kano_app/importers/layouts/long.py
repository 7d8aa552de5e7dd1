"""The long layout: a row per person and feature; without a column for the person, a list of pairs to be counted."""

from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.feature import Feature
from kano_app.domain.mapping import Layout, MappedColumn, Mapping, Role
from kano_app.domain.problem import Code
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey, Trait
from kano_app.importers.columns import Column, IdColumn, ImportanceColumn, Rows, TextColumn, of_kind
from kano_app.importers.evidence import say_missing
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import IDS, IMPORTANCE, fold_heading, is_importance
from kano_app.importers.keys import key_columns
from kano_app.importers.layouts.events import (
    EventColumns,
    Events,
    events,
    events_from,
    find_events,
    mapped_events,
    read_from,
    settled,
    tally_survey,
)
from kano_app.importers.mapped import mapping_of, only, roles_of
from kano_app.importers.moments import MomentColumn
from kano_app.importers.pairing.markers import clean_name
from kano_app.importers.readers.grid import Progress
from kano_app.importers.roles import Roles, roles, tells_of_somebody
from kano_app.importers.scale import Meaning
from kano_app.importers.stream import Flow, pour


@dataclass(frozen=True, slots=True)
class Long:
    """A long table, recognised."""

    head: Head
    where: EventColumns
    respondent: int | None
    importance: int | None
    roles: Roles
    score: int = 3

    @property
    def answer_columns(self) -> tuple[int, ...]:
        """The columns that hold answers."""
        return self.where.functional, self.where.dysfunctional

    @property
    def mapping(self) -> Mapping:
        """What every column is."""
        columns = mapped_events(self.head, self.where)
        for position, role in ((self.respondent, Role.RESPONDENT), (self.importance, Role.IMPORTANCE)):
            if position is not None:
                columns.append(MappedColumn(position, self.head.headings[position], role))
        return mapping_of(self.head, Layout.LONG, columns, self.roles)

    def read(self, settings: ImportSettings, findings: Findings, progress: Progress) -> Survey:
        """Return the survey.

        Raises:
            Unusable: if no pair is complete, or the scale cannot be known.

        """
        self.roles.say(self.head, findings)
        columns, flow = pour(self.head, lambda: self._columns(settings.salt), findings, progress)
        found, named = events(self.head, self.where, dict(columns), flow, findings)
        if self.respondent is None:
            self._say_no_people(findings)
            flow.rows = flow.rows[named]
            found = found.keep(named)
            meaning = settled(found, flow, None, settings, self.head, findings)
            return tally_survey(self.head, found, None, meaning, Layout.LONG, findings)
        person = self._people(columns, flow.rows, findings)
        first = _first_of_each(person, found.feature, named, len(found.names))
        twice = np.setdiff1d(np.flatnonzero(named), first, assume_unique=True)
        findings.say_rows(Code.ANSWER_TWICE, flow.rows[twice], column=self.head.name(self.respondent))
        meaning = settled(found.keep(first), Flow(flow.rows[first]), None, settings, self.head, findings)
        survey = self._pivot(found, first, person, meaning, findings)
        return Survey(
            survey.features,
            survey.evidence,
            self._importance(found, columns, first, person, findings),
            self._traits(columns, person, findings),
            survey.source,
            keys=self._keys(columns, person) if settings.salt else None,
        )

    def _columns(self, salt: str) -> dict[int, Column]:
        columns = self.where.columns(self.head)
        if self.respondent is not None:
            columns[self.respondent] = IdColumn(salt)
            columns |= {column: self.roles.column(column, salt) for column in self.roles.traits}
            if salt:
                columns = {**key_columns(self.head, self.roles).columns(self.roles, salt), **columns}
            if self.importance is not None:
                columns[self.importance] = ImportanceColumn()
        return columns

    def _say_no_people(self, findings: Findings) -> None:
        """Without a person there is nobody whose traits or importance these could be."""
        for column in (*self.roles.traits, *(() if self.importance is None else (self.importance,))):
            findings.say(Code.COLUMN_LEFT_OUT, column=self.head.name(column), reason="no-person")

    def _people(self, columns: Map[int, Column], rows: Rows, findings: Findings) -> NDArray[np.intp]:
        """Return the person of each row, counted from 0 in order of appearance; a row without an id is a person."""
        assert self.respondent is not None  # noqa: S101 - the caller looked
        ids = of_kind(columns, (self.respondent,), IdColumn)[self.respondent].digests()
        nobody = np.flatnonzero(ids == 0)
        findings.say_rows(Code.ROW_WITHOUT_RESPONDENT, rows[nobody], column=self.head.name(self.respondent))
        _, first, person = np.unique(ids, return_index=True, return_inverse=True)
        person = person + len(nobody)
        person[nobody] = np.arange(len(nobody))
        _, first, person = np.unique(person, return_index=True, return_inverse=True)
        rank = np.empty(len(first), dtype=np.intp)
        rank[np.argsort(first)] = np.arange(len(first))
        return rank[person]

    def _keys(self, columns: Map[int, Column], person: NDArray[np.intp]) -> NDArray[np.uint64] | None:
        """Return who each person is in whatever file, by the first of the person's rows."""
        assert self.respondent is not None  # noqa: S101 - the caller looked
        ids = of_kind(columns, (self.respondent,), IdColumn)[self.respondent]
        _, first = np.unique(person, return_index=True)
        if ids.counts(first):
            return key_columns(self.head, self.roles).of_rows(columns, first)
        return ids.digests()[first]

    def _pivot(
        self, found: Events, first: NDArray[np.intp], person: NDArray[np.intp], meaning: Meaning, findings: Findings
    ) -> Survey:
        people = int(person.max()) + 1
        order = np.argsort(found.feature[first], kind="stable")
        bounds = np.searchsorted(found.feature[first][order], np.arange(len(found.names) + 1))
        pairs = []
        for start, end in pairwise(bounds):
            chosen = first[order[start:end]]
            functional, dysfunctional = np.zeros(people, dtype=np.int8), np.zeros(people, dtype=np.int8)
            functional[person[chosen]] = meaning.functional[found.pair.functional[chosen]]
            dysfunctional[person[chosen]] = meaning.dysfunctional[found.pair.dysfunctional[chosen]]
            pairs.append(AnswerPair(functional, dysfunctional))
        say_missing(pairs, people, findings)
        source = read_from(self.head, Layout.LONG, len(first), meaning)
        return Survey(tuple(Feature(name, name) for name in found.names), Answers(tuple(pairs), people), source=source)

    def _importance(
        self,
        found: Events,
        columns: Map[int, Column],
        first: NDArray[np.intp],
        person: NDArray[np.intp],
        findings: Findings,
    ) -> tuple[NDArray[np.float32] | None, ...]:
        if self.importance is None:
            return ()
        column = of_kind(columns, (self.importance,), ImportanceColumn)[self.importance]
        column.say(findings, self.head.name(self.importance))
        numbers = column.numbers()
        people = int(person.max()) + 1
        importance = []
        for feature in range(len(found.names)):
            chosen = first[found.feature[first] == feature]
            stated = np.full(people, np.nan, dtype=np.float32)
            stated[person[chosen]] = numbers[chosen]
            importance.append(stated)
        return tuple(importance)

    def _traits(self, columns: Map[int, Column], person: NDArray[np.intp], findings: Findings) -> tuple[Trait, ...]:
        """Return what is constant in all rows of each person; a column that changes is none of the person's traits."""
        people = int(person.max()) + 1
        found = []
        for position, column in of_kind(columns, self.roles.traits, TextColumn).items():
            if isinstance(column, MomentColumn):
                column.settle()
            if column.given_up:
                findings.say(Code.COLUMN_LEFT_OUT, column=self.head.name(position), reason=column.reason)
                continue
            if tells_of_somebody(self.head, position, column):
                findings.say(Code.COLUMN_LEFT_OUT, column=self.head.name(position), reason="identity")
                continue
            codes = column.codes()
            told = codes >= 0
            of_person = np.full(people, -1, dtype=np.int32)
            of_person[person[told][::-1]] = codes[told][::-1]
            if (of_person[person[told]] != codes[told]).any():
                findings.say(Code.COLUMN_LEFT_OUT, column=self.head.name(position), reason="varies")
                continue
            found.append(Trait(self.head.name(position), column.levels, of_person))
        return tuple(found)


def _first_of_each(
    person: NDArray[np.intp], feature: NDArray[np.int32], named: NDArray[np.bool_], features: int
) -> NDArray[np.intp]:
    """Return the rows that are the first of their person and feature, in the order of the file."""
    rows = np.flatnonzero(named)
    _, first = np.unique(person[rows] * features + feature[rows], return_index=True)
    return np.sort(rows[first])


def from_mapping(head: Head, mapping: Mapping) -> Long | None:
    """Return the long reading of a head as a mapping tells it."""
    where = events_from(mapping)
    if where is None:
        return None
    roles = roles_of(mapping, head)
    return Long(head, where, roles.respondent, only(mapping, Role.IMPORTANCE), replace(roles, respondent=None))


def recognise(head: Head, holds: Callable[[int], bool]) -> Long | None:
    """Return the head as a long table, or ``None`` if a column of features or answers is missing."""
    where = find_events(head, holds)
    if where is None:
        return None
    rest = [column for column in range(len(head.headings)) if column not in where.positions]
    respondent = next((column for column in rest if fold_heading(head.headings[column]) in IDS), None)
    importance = next((column for column in rest if _asks_importance(head, column)), None)
    rest = [column for column in rest if column not in (respondent, importance)]
    return Long(head, where, respondent, importance, roles(head, rest))


def _asks_importance(head: Head, column: int) -> bool:
    heading = head.headings[column]
    return is_importance(heading) and not clean_name(IMPORTANCE.sub("", heading)).strip("()（） ")
