"""The wide layout: a row per person, two columns per feature, whatever else was asked beside them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import Answers
from kano_app.domain.feature import Feature
from kano_app.domain.mapping import HALVES, Confidence, Layout, MappedColumn, Mapping, PairReason, Role, RowRule
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
from kano_app.importers.headings import (
    IDS,
    IMPORTANCE,
    TOTALS,
    fold_heading,
    holds_identity,
    holds_moments,
    is_importance,
)
from kano_app.importers.keys import key_columns
from kano_app.importers.mapped import mapping_of, roles_of
from kano_app.importers.pairing.halves import CONTRADICTABLE, is_contradicted, pair_columns
from kano_app.importers.pairing.markers import Reading, grid_items, questions, separate_markers
from kano_app.importers.pairing.naming import shorten
from kano_app.importers.pairing.pairs import Pair, Pairing
from kano_app.importers.readers.grid import Progress
from kano_app.importers.roles import Roles, importance_columns, roles, traits
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
        self._say_headings(findings)
        self._say_blocks(findings)
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

    def _say_headings(self, findings: Findings) -> None:
        name = self.head.name
        for column, feature, half in self.pairing.single:
            findings.say(Code.HALF_MISSING, column=name(column), feature=feature, half=half)
        for column, feature, half, used in self.pairing.twice:
            told = "" if used is None else name(used)
            findings.say(Code.HALF_TWICE, column=name(column), feature=feature, half=half, used=told)
        self.roles.say(self.head, findings)

    def _say_blocks(self, findings: Findings) -> None:
        """Note once for each reason which pairs rest on the order of the columns."""
        for reason in (PairReason.BLOCK, PairReason.ANSWERS):
            at = [at for at, pair in enumerate(self.pairing.pairs) if pair.reason is reason]
            if at:
                pair = self.pairing.pairs[at[0]]
                findings.say(
                    Code.PAIRED_BY_BLOCK,
                    first=self.head.name(pair.functional),
                    other=self.head.name(pair.dysfunctional),
                    names=tuple(self.names[one] for one in at),
                    count=len(at),
                    reason=reason,
                )
        if at := [at for at, pair in enumerate(self.pairing.pairs) if pair.contradicted]:
            pair = self.pairing.pairs[at[0]]
            findings.say(
                Code.PAIRED_BY_BLOCK,
                first=self.head.name(pair.functional),
                other=self.head.name(pair.dysfunctional),
                names=tuple(self.names[one] for one in at),
                count=len(at),
                reason="contradicted",
            )

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


def repeated(ids: NDArray[np.uint64]) -> NDArray[np.intp]:
    """Return where an id stands that an earlier row has already; 0 is no id."""
    ordered = np.sort(ids)
    if not (ordered[1:][ordered[1:] == ordered[:-1]] > 0).any():
        return np.empty(0, dtype=np.intp)
    _, first = np.unique(ids, return_index=True)
    again = np.ones(len(ids), dtype=np.bool_)
    again[first] = False
    again[ids == 0] = False
    return np.flatnonzero(again)


def lone_halves(head: Head) -> tuple[str, ...]:
    """Return the features of which only one half is there, where the headings say so."""
    answered = [column for column in range(len(head.headings)) if head.holds_answers(column)]
    pairing = pair_columns(head.headings, answered, [], [], head.holds_words, lambda *_: (0, 0))
    return tuple(feature for _, feature, _ in pairing.single)


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


def recognise(head: Head, holds: Callable[[int], bool]) -> Wide | None:
    """Return the wide reading of a head, or ``None`` if no two columns are halves of one feature."""
    head = _without_totals(head)
    # What the tool is known to have written itself is nobody's answer.
    everything = [column for column in range(len(head.headings)) if column not in head.frame.told]
    asked = _importance_asked(head, everything)
    answered = [column for column in everything if column not in asked and holds(column)]
    empty = [column for column in everything if column not in asked and head.headings[column] and head.is_empty(column)]
    doubtful = [
        column for column in everything if column not in {*asked, *answered, *empty} and _may_be_read(head, column)
    ]
    pairing = pair_columns(head.headings, answered, empty, doubtful, head.holds_words, head.reverse_either_way)
    if not any(column in answered for pair in pairing.pairs for column in (pair.functional, pair.dysfunctional)):
        return None
    names = _names(pairing.pairs)
    halves = [(pair.functional, pair.dysfunctional) for pair in pairing.pairs]
    importance = importance_columns(head, asked, [*names], halves)
    used = {column for pair in pairing.pairs for column in (pair.functional, pair.dysfunctional)}
    used |= set(importance.values())
    used |= {claim[0] for claim in pairing.single} | {claim[0] for claim in pairing.twice}
    rest = roles(head, [column for column in range(len(head.headings)) if column not in used])
    return Wide(head, pairing, names, importance, _without(rest, asked))


def _without(rest: Roles, asked: list[int]) -> Roles:
    """Return roles without questions of importance among the traits: of what they ask was not understood."""
    lost = [column for column in rest.traits if column in asked]
    left_out = sorted([*rest.left_out, *((column, "not-understood") for column in lost)])
    return replace(rest, traits=tuple(at for at in rest.traits if at not in lost), left_out=tuple(left_out))


_HOW_IMPORTANT = re.compile(
    r"\b(?:how|wie|qué tan|cuán|seberapa|quanto|à quel point)\s+(?:very\s+)?\w*(?:import|wichtig|penting)"
    r"|\bimportance\b|wichtigkeit|重要程度|重要度|重要性|多重要|どのくらい重要",
    re.IGNORECASE,
)
"""What asks how important something is, and is no name of a feature."""


def _importance_asked(head: Head, columns: list[int]) -> list[int]:
    """Return the columns that ask how important something is, and are no halves of a feature that is named so.

    “Reminders of important dates (with)” is a half where there is one (without); so is whatever was answered in words.
    """
    asked = [at for at in columns if is_importance(head.headings[at]) and not head.holds_words(at)]
    readings = {at: list(_read_as_halves(head.headings[at])) for at in asked}
    weights: dict[tuple[tuple[str, ...], str], set[int]] = defaultdict(set)
    for one in chain.from_iterable(readings.values()):
        weights[one.scheme, one.key].add(one.negations)
    return [at for at in asked if all(len(weights[one.scheme, one.key]) == 1 for one in readings[at])]


def _read_as_halves(heading: str) -> Iterator[Reading]:
    """Yield how a heading may be a half of an item that is called important."""
    for method in (separate_markers, grid_items, questions):
        for one in method(heading):
            said = IMPORTANCE.sub("", one.name).strip(" ()（）[]【】:：-–—_") and not is_importance(one.stem)
            if said and (method is separate_markers or not _HOW_IMPORTANT.search(heading)):
                yield one


_FOOT = 5
"""Among so many rows at the end those may stand that sum the others up."""


def _without_totals(head: Head) -> Head:
    """Return a head without the last rows that sum the others up, as their id or their first cell says."""
    ids = [at for at, heading in enumerate(head.headings) if fold_heading(heading) in IDS]
    at = ids[0] if ids else 0
    if at >= len(head.columns) or head.holds_answers(at):
        return head
    filled = [row for row in head.body if any(cell.strip() for cell in row)]
    foot = [row[at].strip() if at < len(row) else "" for row in filled[1:][-_FOOT:]]
    totals = [text for text in foot if fold_heading(text) in TOTALS and head.columns[at][text] == 1]
    # A trait may have an average too, but hardly once and in the last row of all.
    if not totals or (not ids and totals[-1] != foot[-1]):
        return head
    rule = RowRule(at, head.headings[at], tuple(totals), "total")
    return replace(head, frame=replace(head.frame, rules=(*head.frame.rules, rule)))


def _may_be_read(head: Head, column: int) -> bool:
    """Return whether something stands in a column that may have been meant as answers: no addresses, no moments."""
    texts = list(head.columns[column])
    return bool(texts) and not (holds_identity(texts) or holds_moments(texts))


def _names(pairs: list[Pair]) -> tuple[str, ...]:
    """Return the names of the features, each different from the others."""
    short = iter(shorten([pair.name for pair in pairs if pair.question]))
    names: list[str] = []
    for pair in pairs:
        name = next(short) if pair.question else pair.name
        names.append(name if name not in names else f"{name} ({len(names) + 1})")
    return tuple(names)
