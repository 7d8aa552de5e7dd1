"""What the long layout and the tally share: a row per pair of answers, its feature in a column of its own."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import PairTally
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.problem import Code
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Layout, Source, Survey
from kano_app.importers.answers import SLOTS
from kano_app.importers.columns import AnswerColumn, Column, TextColumn, of_kind
from kano_app.importers.evidence import Joint, SlotPair, joint_counts, say_above_scale, tallied
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import DYSFUNCTIONAL, FEATURES, FUNCTIONAL, fold_heading
from kano_app.importers.scale import Meaning, settle
from kano_app.importers.stream import Flow

_FEATURES_LIMIT = 100_000


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
    """Return the column of features; a plain name for one is believed before “id” or “name”, which people have too."""
    named = [at for at, heading in enumerate(folded) if heading in FEATURES and at not in answers]
    named = [at for at in named if not head.is_empty(at)]
    return min(named, key=lambda at: folded[at] in {"id", "name", "label", "key", "编号", "編號"}, default=None)


def events(
    head: Head, where: EventColumns, columns: dict[int, Column], flow: Flow, findings: Findings
) -> tuple[Events, NDArray[np.bool_]]:
    """Return all pairs of answers, and which rows name a feature; cells and rows that could not be read are said."""
    texts = of_kind(columns, (where.feature,), TextColumn)[where.feature]
    answers = of_kind(columns, (where.functional, where.dysfunctional), AnswerColumn)
    for position, column in answers.items():
        column.say(findings, head.name(position))
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
    return meaning


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
        raise findings.unusable(Code.NO_ANSWERS)
    source = Source(
        head.grid.file, head.grid.sheet, layout, head.grid.encoding, len(cells), meaning.scale, meaning.direction
    )
    return Survey(tuple(Feature(name, name) for name in found.names), PairTally(counts, incomplete), source=source)
