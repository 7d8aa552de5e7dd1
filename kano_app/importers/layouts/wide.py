"""The wide layout: a row per person, two columns per feature, whatever else was asked beside them."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import Answers
from kano_app.domain.feature import Feature
from kano_app.domain.mapping import HALVES, Confidence, Layout, MappedColumn, Mapping, PairReason, Role
from kano_app.domain.problem import Code
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Source, Survey
from kano_app.importers.answers import SLOTS
from kano_app.importers.columns import AnswerColumn, Column, IdColumn, ImportanceColumn, Rows, TextColumn, of_kind
from kano_app.importers.evidence import (
    SlotPair,
    answer_pair,
    cell_counts,
    joint_counts,
    say_above_scale,
    say_doubled_wordings,
    say_missing,
    say_not_given,
    say_words_and_codes,
)
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.keys import key_columns, repeated
from kano_app.importers.mapped import mapping_of, roles_of
from kano_app.importers.pairing.doubts import say_doubts
from kano_app.importers.pairing.halves import CONTRADICTABLE, is_contradicted
from kano_app.importers.pairing.pairs import Pair, Pairing
from kano_app.importers.readers.grid import Progress
from kano_app.importers.roles import Roles, traits
from kano_app.importers.scale import settle
from kano_app.importers.stream import pour


@dataclass(frozen=True, slots=True)
class Wide:
    """A wide table, recognised: which columns are which."""

    head: Head
    pairing: Pairing
    names: tuple[str, ...]
    importance: dict[int, int]
    roles: Roles
    score: int = 1

    @property
    def answer_columns(self) -> tuple[int, ...]:
        """The columns that hold answers."""
        return tuple(column for pair in self.pairing.pairs for column in (pair.functional, pair.dysfunctional))

    @property
    def mapping(self) -> Mapping:
        """What every column is."""
        headings = self.head.headings
        columns = [
            MappedColumn(column, headings[column], role, name, None, pair.reason, pair.confidence, asked=pair.asked)
            for pair, name in zip(self.pairing.pairs, self.names, strict=True)
            for role, column in zip(HALVES, (pair.functional, pair.dysfunctional), strict=True)
        ]
        columns += [
            MappedColumn(column, headings[column], Role.IMPORTANCE, self.names[at])
            for at, column in self.importance.items()
        ]
        names = {*self.names}
        columns += [
            MappedColumn(column, headings[column], Role(half), feature)
            for column, feature, half in self.pairing.single
            if feature not in names
        ]
        columns += [
            MappedColumn(column, headings[column], Role.LEFT_OUT, reason="half-twice")
            for column, *_ in self.pairing.twice
        ]
        return mapping_of(self.head, Layout.WIDE, columns, self.roles)

    def read(self, settings: ImportSettings, findings: Findings, progress: Progress) -> Survey:
        """Return the survey.

        Raises:
            Unusable: if nobody answered both halves of anything, or the scale cannot be known.

        """
        say_doubts(self.pairing, self.names, self.head.name, findings)
        self.roles.say(self.head, findings)
        columns, flow = pour(self.head, lambda: self._columns(settings.salt), findings, progress)
        kept = self._say_cells(columns, findings)
        slots = [self._slots(at, columns) for at in kept]
        joint = sum(
            (joint_counts(pair.functional, pair.dysfunctional) for pair in slots), np.zeros((SLOTS, SLOTS), int)
        )
        meaning = settle(joint, cell_counts(slots), settings, self.head.reader, findings)
        for pair in slots:
            say_above_scale(pair, meaning, flow.rows, findings)
        say_words_and_codes(slots, self.head.reader, flow.rows, findings)
        evidence = Answers(tuple(answer_pair(pair, meaning) for pair in slots), len(flow.rows))
        self._say_rows(columns, flow.rows, flow.empty, findings)
        say_missing(evidence.pairs, evidence.people, findings)
        source = Source(
            self.head.grid.file,
            self.head.grid.sheet,
            Layout.WIDE,
            self.head.grid.encoding,
            evidence.people,
            meaning.scale,
            meaning.direction,
            meaning.dysfunctional_direction,
            tuple(pair.headings for pair in slots),
            self.head.frame.platform,
            tuple((self.pairing.pairs[at].reason, self.pairing.pairs[at].confidence) for at in kept),
        )
        told = traits(self.head, of_kind(columns, self.roles.traits, TextColumn), findings)
        return Survey(
            tuple(map(self._feature, kept)),
            evidence,
            self._importance(kept, columns),
            told,
            source,
            keys=self._keys(columns, evidence, slots) if settings.salt else None,
        )

    def _columns(self, salt: str) -> dict[int, Column]:
        columns: dict[int, Column] = {column: AnswerColumn(self.head.reader) for column in self.answer_columns}
        columns |= {column: ImportanceColumn() for column in self.importance.values()}
        columns |= {column: self.roles.column(column, salt) for column in self.roles.traits}
        if salt:
            columns = {**key_columns(self.head, self.roles).columns(self.roles, salt), **columns}
        if self.roles.respondent is not None:
            columns[self.roles.respondent] = IdColumn(salt)
        return columns

    def _say_cells(self, columns: Map[int, Column], findings: Findings) -> list[int]:
        """Note cells that could not be read; return the features in which anything stands at all."""
        kept = []
        every = of_kind(columns, self.answer_columns, AnswerColumn).values()
        for at, pair in enumerate(self.pairing.pairs):
            halves = (pair.functional, pair.dysfunctional)
            answers = of_kind(columns, halves, AnswerColumn)
            if not any(column.filled for column in answers.values()):
                for half in halves:
                    findings.say(Code.COLUMN_LEFT_OUT, column=self.head.name(half), reason="empty")
                continue
            kept.append(at)
            for half, column in answers.items():
                column.say(findings, self.head.name(half))
        for position, asked in of_kind(columns, tuple(self.importance.values()), ImportanceColumn).items():
            asked.say(findings, self.head.name(position))
        say_not_given(every, findings)
        say_doubled_wordings(self.head, self.answer_columns, findings)
        return kept

    def _slots(self, at: int, columns: Map[int, Column]) -> SlotPair:
        pair = self.pairing.pairs[at]
        halves = of_kind(columns, (pair.functional, pair.dysfunctional), AnswerColumn)
        functional, dysfunctional = (column.slots() for column in halves.values())
        headings = self.head.name(pair.functional), self.head.name(pair.dysfunctional)
        return SlotPair(self.names[at], functional, dysfunctional, headings)

    def _say_rows(self, columns: Map[int, Column], rows: Rows, empty: int, findings: Findings) -> None:
        if empty:
            findings.say(Code.ROWS_EMPTY, count=empty)
        ids = self._ids(columns)
        if ids is None or self.roles.respondent is None:
            return
        again = repeated(ids)
        if again.size:
            earlier = int(rows[int(np.argmax(ids == ids[again[0]]))])
            name = self.head.name(self.roles.respondent)
            findings.say_rows(Code.RESPONDENT_TWICE, rows[again], column=name, earlier=earlier)

    def _ids(self, columns: Map[int, Column]) -> NDArray[np.uint64] | None:
        """Return who each row is of, where a column tells."""
        if self.roles.respondent is None:
            return None
        return of_kind(columns, (self.roles.respondent,), IdColumn)[self.roles.respondent].digests()

    def _keys(
        self, columns: Map[int, Column], evidence: Answers, slots: Sequence[SlotPair]
    ) -> NDArray[np.uint64] | None:
        """Return who each row is of in whatever file, by the best that tells; numbers that count the rows do not."""
        respondent = self.roles.respondent
        if respondent is not None and not of_kind(columns, (respondent,), IdColumn)[respondent].counts():
            return self._ids(columns)
        others = key_columns(self.head, self.roles)
        found = others.of_rows(columns)
        if found is None:
            found = others.of_answers(columns, evidence.pairs, [pair.headings[0] for pair in slots])
        return found

    def _feature(self, at: int) -> Feature:
        pair, name = self.pairing.pairs[at], self.names[at]
        if not pair.asked:
            return Feature(name, name)
        headings = self.head.headings
        return Feature(
            name,
            name,
            functional_question=headings[pair.functional],
            dysfunctional_question=headings[pair.dysfunctional],
        )

    def _importance(self, kept: list[int], columns: Map[int, Column]) -> tuple[NDArray[np.float32] | None, ...]:
        asked = {at: of_kind(columns, (column,), ImportanceColumn) for at, column in self.importance.items()}
        if not any(at in asked for at in kept):
            return ()
        return tuple(
            asked[at][self.importance[at]].numbers().astype(np.float32, copy=False) if at in asked else None
            for at in kept
        )


def from_mapping(head: Head, mapping: Mapping) -> Wide:
    """Return the wide reading of a head as a mapping tells it; features with one half are left out, and said so."""
    pairing = Pairing()
    names: list[str] = []
    importance: dict[int, int] = {}
    for feature in mapping.features:
        functional, dysfunctional = (mapping.half(feature, half) for half in HALVES)
        if functional is None or dysfunctional is None:
            lone = functional or dysfunctional
            assert lone is not None  # noqa: S101 - a feature has a half at least
            pairing.single.append((lone.position, feature, lone.role.value))
            continue
        if (asked := mapping.half(feature, Role.IMPORTANCE)) is not None:
            importance[len(names)] = asked.position
        names.append(feature)
        reason = PairReason(functional.reason or PairReason.BY_HAND)
        confidence = functional.confidence or Confidence.SURE
        doubted = confidence is Confidence.GUESS and reason in CONTRADICTABLE
        pairing.pairs.append(
            Pair(
                feature,
                functional.position,
                dysfunctional.position,
                functional.asked or dysfunctional.asked,
                question=False,
                reason=reason,
                confidence=confidence,
                contradicted=doubted
                and is_contradicted(functional.position, dysfunctional.position, head.reverse_either_way),
            )
        )
    return Wide(head, pairing, tuple(names), importance, roles_of(mapping, head))
