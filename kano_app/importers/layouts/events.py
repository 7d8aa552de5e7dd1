"""What the long layout and the tally share: a row per pair of answers, its feature in a column of its own."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import PairTally
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.mapping import Layout, MappedColumn, Mapping, Role
from kano_app.domain.problem import Code
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Source, Survey
from kano_app.importers.answers import SLOTS
from kano_app.importers.columns import AnswerColumn, Column, TextColumn, of_kind
from kano_app.importers.evidence import (
    Joint,
    SlotPair,
    joint_counts,
    nothing_counted,
    say_above_scale,
    say_not_given,
    say_words_and_codes,
    tallied,
)
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import COUNTS, DYSFUNCTIONAL, EITHER, FEATURES, FUNCTIONAL, IDS, fold_heading
from kano_app.importers.mapped import only
from kano_app.importers.scale import Meaning, settle
from kano_app.importers.stream import Flow

_FEATURES_LIMIT = 100_000
_OFTEN = 1.5
"""How often each feature of a long table occurs at least; the names of people seldom occur twice."""


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Where the feature and the two answers stand."""

    feature: int
    functional: int
    dysfunctional: int

    def columns(self, head: Head) -> dict[int, Column]:
        """Return fresh columns for them."""
        return {
            self.feature: TextColumn(_FEATURES_LIMIT),
            self.functional: AnswerColumn(head.reader),
            self.dysfunctional: AnswerColumn(head.reader),
        }

    @property
    def positions(self) -> tuple[int, int, int]:
        """All three."""
        return self.feature, self.functional, self.dysfunctional


@dataclass(slots=True)
class Events:
    """All pairs of answers of a file, row by row; ``feature`` points into ``names``, −1 is none."""

    names: tuple[str, ...]
    feature: NDArray[np.int32]
    pair: SlotPair

    def keep(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> "Events":
        """Return only some of the rows."""
        pair = SlotPair("", self.pair.functional[rows], self.pair.dysfunctional[rows], self.pair.headings)
        return Events(self.names, self.feature[rows], pair)

    def joint(self, weights: NDArray[np.int64] | None = None) -> Joint:
        """Return how often each pair of slots occurs, (16, 16)."""
        return joint_counts(self.pair.functional, self.pair.dysfunctional, weights)


def find_events(head: Head, holds: Callable[[int], bool]) -> EventColumns | None:
    """Return where feature and answers stand, or ``None`` if the headings name no such columns."""
    folded = [fold_heading(heading) for heading in head.headings]

    def only(names: frozenset[str], condition: Callable[[int], bool]) -> int | None:
        return next((at for at, heading in enumerate(folded) if heading in names and condition(at)), None)

    functional = only(FUNCTIONAL, holds)
    dysfunctional = only(DYSFUNCTIONAL, holds)
    feature = _feature_column(head, folded, {functional, dysfunctional})
    if functional is None or dysfunctional is None or feature is None:
        return None
    return EventColumns(feature, functional, dysfunctional)


def _feature_column(head: Head, folded: list[str], answers: set[int | None]) -> int | None:
    """Return the column of features.

    “Name” and “id” are headings people have too. They are believed only where no plainer one stands, and where each
    value occurs again and again or is counted: a name in every row is a person's.
    """
    named = [at for at, heading in enumerate(folded) if heading in FEATURES and at not in answers]
    named = [at for at in named if not head.is_empty(at)]
    if plain := [at for at in named if folded[at] not in EITHER]:
        return plain[0]
    counted = any(heading in COUNTS - IDS for at, heading in enumerate(folded) if at not in answers)
    believed = [at for at in named if counted or _repeats(head, at)]
    # Of an id and a name that cross each other, the id is the person's.
    return next(
        (at for at in believed if folded[at] not in IDS or not any(_cross(head, at, other) for other in believed)),
        None,
    )


def _cross(head: Head, column: int, other: int) -> bool:
    """Return whether two columns do not simply name the same things twice."""
    width = max(column, other)
    together = {(record[column], record[other]) for record in head.body if len(record) > width}
    return len(together) > max(len(head.columns[column]), len(head.columns[other])) + 1


def _repeats(head: Head, column: int) -> bool:
    texts = head.columns[column]
    return texts.total() > _OFTEN * len(texts)


def events(
    head: Head, where: EventColumns, columns: dict[int, Column], flow: Flow, findings: Findings
) -> tuple[Events, NDArray[np.bool_]]:
    """Return all pairs of answers, and which rows name a feature; cells and rows that could not be read are said."""
    texts = of_kind(columns, (where.feature,), TextColumn)[where.feature]
    answers = of_kind(columns, (where.functional, where.dysfunctional), AnswerColumn)
    for position, column in answers.items():
        column.say(findings, head.name(position))
    say_not_given(answers.values(), findings)
    names, feature = _by_name(texts)
    functional, dysfunctional = (column.slots() for column in answers.values())
    headings = head.name(where.functional), head.name(where.dysfunctional)
    named = feature >= 0
    without = ~named & ((functional > 0) | (dysfunctional > 0))
    findings.say_rows(Code.ROW_WITHOUT_FEATURE, flow.rows[without], column=head.name(where.feature))
    if flow.empty:
        findings.say(Code.ROWS_EMPTY, count=flow.empty)
    return Events(names, feature, SlotPair("", functional, dysfunctional, headings)), named


def _by_name(texts: TextColumn) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """Return the features, taking names that differ only in case, width or blanks for one."""
    names: dict[str, str] = {}
    for level in texts.levels:
        names.setdefault(fold_name(level) or level, level)
    position = {key: at for at, key in enumerate(names)}
    table = np.array([*(position[fold_name(level) or level] for level in texts.levels), -1], dtype=np.int32)
    return tuple(names.values()), table[texts.codes()]


def settled(
    found: Events,
    flow: Flow,
    weights: NDArray[np.int64] | None,
    settings: ImportSettings,
    head: Head,
    findings: Findings,
) -> Meaning:
    """Return what the slots mean, noting codes outside the scale."""
    joint = found.joint(weights)
    meaning = settle(joint, joint.sum(axis=0) + joint.sum(axis=1), settings, head.reader, findings)
    say_above_scale(found.pair, meaning, flow.rows, findings)
    say_words_and_codes([found.pair], head.reader, flow.rows, findings)
    return meaning


def read_from(head: Head, layout: Layout, rows: int, meaning: Meaning) -> Source:
    """Return where a survey came from and how its answers were understood."""
    return Source(
        head.grid.file,
        head.grid.sheet,
        layout,
        head.grid.encoding,
        rows,
        meaning.scale,
        meaning.direction,
        meaning.dysfunctional_direction,
        platform=head.frame.platform,
    )


def mapped_events(head: Head, where: EventColumns) -> list[MappedColumn]:
    """Return what the columns of the events are."""
    roles = (Role.FEATURE, Role.FUNCTIONAL, Role.DYSFUNCTIONAL)
    return [MappedColumn(at, head.headings[at], role) for at, role in zip(where.positions, roles, strict=True)]


def events_from(mapping: Mapping) -> EventColumns | None:
    """Return where feature and answers stand as a mapping tells it, or ``None`` if one of them is missing."""
    found = [only(mapping, role) for role in (Role.FEATURE, Role.FUNCTIONAL, Role.DYSFUNCTIONAL)]
    feature, functional, dysfunctional = found
    if feature is None or functional is None or dysfunctional is None:
        return None
    return EventColumns(feature, functional, dysfunctional)


def tally_survey(
    head: Head, found: Events, weights: NDArray[np.int64] | None, meaning: Meaning, layout: Layout, findings: Findings
) -> Survey:
    """Return a survey of counted pairs.

    Raises:
        Unusable: if no pair is complete.

    """
    size = SLOTS * SLOTS
    cells = found.feature.astype(np.int64) * size + found.pair.functional * np.int64(SLOTS) + found.pair.dysfunctional
    joints = np.rint(np.bincount(cells, weights, minlength=len(found.names) * size)).astype(np.int64)
    counted = [tallied(joint, meaning) for joint in joints.reshape(-1, SLOTS, SLOTS)]
    counts = np.array([count for count, _ in counted], dtype=np.int64)
    incomplete = np.array([rest for _, rest in counted], dtype=np.int64)
    if not counts.any():
        raise nothing_counted(findings)
    source = read_from(head, layout, len(cells), meaning)
    return Survey(tuple(Feature(name, name) for name in found.names), PairTally(counts, incomplete), source=source)
