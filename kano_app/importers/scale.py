"""What the codes of a file mean: which scale they are on, and in which direction each half runs (METHODS §1)."""

from dataclasses import dataclass
from itertools import product
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import BERGER
from kano_app.domain.problem import Code
from kano_app.domain.settings import Direction, ImportSettings, Scale
from kano_app.importers.answers import CODES, SLOTS, AnswerReader
from kano_app.importers.findings import Findings

_THREE_CODES_ARE_TELLING = 20
"""From so many codes on, none above 3, a five-level form would have shown a 4 or a 5."""
_MEANINGS: dict[Scale, tuple[tuple[Answer, ...], tuple[Answer, ...]]] = {
    Scale.FIVE: ((Answer(1), Answer(2), Answer(3), Answer(4), Answer(5)),) * 2,
    Scale.THREE: ((Answer.LIKE, Answer.NEUTRAL, Answer.DISLIKE),) * 2,
    Scale.THREE_ASYMMETRIC: (
        (Answer.LIKE, Answer.EXPECT, Answer.NEUTRAL),
        (Answer.NEUTRAL, Answer.TOLERATE, Answer.DISLIKE),
    ),
}
"""Scale → what codes 1, 2, … mean for the functional and for the dysfunctional half, like first."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the slots of both halves mean: arrays slot → answer, and how that was settled."""

    functional: NDArray[np.int8]
    dysfunctional: NDArray[np.int8]
    scale: Scale
    top: int
    """The highest code of the scale; codes above lie outside it."""
    direction: Direction | None = None
    """Of the functional half; ``None`` where no direction had to be known."""
    dysfunctional_direction: Direction | None = None


def settle(
    joint: NDArray[np.int64],
    single: NDArray[np.int64],
    settings: ImportSettings,
    reader: AnswerReader,
    findings: Findings,
) -> Meaning:
    """Return what the slots of a file mean.

    Args:
        joint: how often each pair of slots occurs, (16, 16).
        single: how often each slot occurs in any answer cell, (16,).
        settings: what the user says of the file.
        reader: the reader the slots come from.
        findings: takes the warnings that a scale or a direction was assumed.

    Raises:
        Unusable: if there are codes that three-level and five-level forms alike could have given.

    """
    codes = single[CODES + 1 :]
    labelled = any(code > len(_MEANINGS[Scale.THREE][0]) for code, _ in reader.joined)
    if reader.scale is None and codes.any() and not codes[3:].any() and not labelled:
        values = tuple(str(code) for code in range(1, 4) if codes[code - 1])
        if codes.sum() >= _THREE_CODES_ARE_TELLING:
            raise findings.unusable(Code.SCALE_UNKNOWN, values=values)
        findings.say(Code.SCALE_ASSUMED, values=values)
    scale = reader.scale or Scale.FIVE
    top = len(_MEANINGS[scale][0])
    claimed = scale if reader.own or _fits(joint, scale) else Scale.FIVE
    if reader.own or not codes[:top].any():
        return Meaning(*_tables(scale, Direction.LIKE_FIRST, Direction.LIKE_FIRST), claimed, top)
    told = settings.direction or _joined_direction(reader.joined, scale)
    halves = (told, settings.dysfunctional_direction or told) if told else _assume(joint, scale, findings)
    return Meaning(*_tables(scale, *halves), claimed, top, *halves)


def _joined_direction(joined: set[tuple[int, int]], scale: Scale) -> Direction | None:
    """Return in which direction codes run that stand beside their answers, if they agree."""
    told = set()
    for code, answer in joined:
        for meanings in _MEANINGS[scale]:
            if not 1 <= code <= len(meanings):
                continue
            ways = {Direction.LIKE_FIRST: meanings[code - 1], Direction.DISLIKE_FIRST: meanings[-code]}
            told |= {way for way, meant in ways.items() if meant == answer and 2 * code != len(meanings) + 1}
    return told.pop() if len(told) == 1 else None


def _fits(joint: NDArray[np.int64], scale: Scale) -> bool:
    """Return whether all answers in words are among those of a scale: words tell their place by themselves."""
    words = range(Answer.LIKE, Answer.DISLIKE + 1)
    functional, dysfunctional = _MEANINGS[scale]
    return not any(joint[word].any() and Answer(word) not in functional for word in words) and not any(
        joint[:, word].any() and Answer(word) not in dysfunctional for word in words
    )


def _tables(scale: Scale, functional: Direction, dysfunctional: Direction) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """Return slot → answer for both halves."""
    tables = []
    for meanings, direction in zip(_MEANINGS[scale], (functional, dysfunctional), strict=True):
        table = np.zeros(SLOTS, dtype=np.int8)
        table[: Answer.ABSTAINED + 1] = range(Answer.ABSTAINED + 1)
        ordered = meanings if direction is Direction.LIKE_FIRST else meanings[::-1]
        table[CODES + 1 : CODES + 1 + len(ordered)] = ordered
        tables.append(table)
    return tables[0], tables[1]


def either_way(joint: NDArray[np.int64], scale: Scale) -> dict[tuple[Direction, Direction], tuple[int, int]]:
    """Return per direction of both halves how many pairs would be reverse and how many questionable."""
    return {
        halves: _reverse_and_questionable(joint, _tables(scale, *halves)) for halves in product(Direction, Direction)
    }


def _assume(joint: NDArray[np.int64], scale: Scale, findings: Findings) -> tuple[Direction, Direction]:
    """Return the directions of the two halves under which the answers contradict themselves least, and say so."""
    doubtful = either_way(joint, scale)
    alike: list[tuple[Direction, Direction]] = [(direction, direction) for direction in Direction]
    # Both reversed together move no questionable answer: between these two only R counts. A tie leaves like first.
    best = min(alike, key=lambda halves: doubtful[halves][0])
    mixed = min((halves for halves in doubtful if halves not in alike), key=lambda halves: sum(doubtful[halves]))
    before, after = sum(doubtful[best]), sum(doubtful[mixed])
    # Forms whose halves run against each other are rare: only more than the chance of a few careless answers tells it.
    chosen = mixed if 2 * after <= before and before - after > 2 * sqrt(before) else best
    other = _opposite(chosen[0]), _opposite(chosen[1])
    # Where both ways give the same R, nothing was judged and the sentence must not say so.
    tie = chosen in alike and doubtful[chosen][0] == doubtful[other][0]
    findings.say(
        Code.DIRECTION_ASSUMED,
        functional=chosen[0].value,
        dysfunctional=chosen[1].value,
        reverse=doubtful[chosen][0],
        reverse_other=doubtful[other][0],
        doubtful=sum(doubtful[chosen]),
        doubtful_alike=before,
        tie=int(tie),
    )
    return chosen


def _opposite(direction: Direction) -> Direction:
    return Direction.DISLIKE_FIRST if direction is Direction.LIKE_FIRST else Direction.LIKE_FIRST


def _reverse_and_questionable(
    joint: NDArray[np.int64], tables: tuple[NDArray[np.int8], NDArray[np.int8]]
) -> tuple[int, int]:
    """Return how many pairs are reverse and how many questionable when slots mean what the tables say."""
    category = BERGER.indices()
    counts = np.zeros(len(CATEGORIES), dtype=np.int64)
    for functional, dysfunctional in zip(*np.nonzero(joint), strict=True):
        pair = tables[0][functional], tables[1][dysfunctional]
        if all(Answer.LIKE <= answer <= LEVELS for answer in pair):
            counts[category[pair[0] - 1, pair[1] - 1]] += joint[functional, dysfunctional]
    return int(counts[CATEGORIES.index(Category.REVERSE)]), int(counts[CATEGORIES.index(Category.QUESTIONABLE)])
