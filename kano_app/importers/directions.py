"""What the codes in the head of a file would give if they ran one way or the other: the evidence for a direction."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from kano_app.domain.mapping import Layout, Mapping, Role
from kano_app.domain.settings import Direction, ImportSettings, Scale
from kano_app.importers.answers import SLOTS, AnswerReader
from kano_app.importers.head import Head
from kano_app.importers.scale import either_way

_LONGEST = 9
"""Digits of a count."""


def directions(head: Head, mapping: Mapping) -> dict[tuple[Direction, Direction], tuple[int, int]]:
    """Return per direction of both halves how many pairs of the head are reverse and how many questionable."""
    texts: Counter[tuple[str, str]] = Counter()
    counts = next((one.position for one in mapping.of(Role.COUNT)), None) if mapping.layout is Layout.TALLY else None
    for functional, dysfunctional in _halves(mapping):
        width = max(functional, dysfunctional)
        for row in head.body:
            if len(row) > width:
                texts[row[functional], row[dysfunctional]] += 1 if counts is None else _count(row, counts)
    reader = AnswerReader(ImportSettings(), mapping.wordings)
    joint = np.zeros((SLOTS, SLOTS), dtype=np.int64)
    for (one, other), count in texts.items():
        joint[reader.slot(one), reader.slot(other)] += count
    return either_way(joint, mapping.scale or Scale.FIVE)


def _halves(mapping: Mapping) -> Iterator[tuple[int, int]]:
    """Yield the columns of both halves of whatever has both."""
    features = mapping.features if mapping.layout is Layout.WIDE else ("",)
    for feature in features:
        if mapping.layout is Layout.WIDE:
            halves = [mapping.half(feature, half) for half in (Role.FUNCTIONAL, Role.DYSFUNCTIONAL)]
        else:
            halves = [next(iter(mapping.of(half)), None) for half in (Role.FUNCTIONAL, Role.DYSFUNCTIONAL)]
        if halves[0] is not None and halves[1] is not None:
            yield halves[0].position, halves[1].position


def _count(row: tuple[str, ...], at: int) -> int:
    text = row[at].strip() if at < len(row) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 0
