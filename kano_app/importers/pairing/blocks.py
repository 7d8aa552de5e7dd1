"""The same items in two blocks whose headings do not say which half is which: ``第3题 [Wi-Fi]``, ``第4题 [Wi-Fi]``.

The first block is taken for the functional one, as forms are made; where people answered in words, their
answers decide: halves the wrong way round make of everything wanted something unwanted.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from math import sqrt

from kano_app.domain.feature import fold_name
from kano_app.domain.mapping import Confidence, PairReason
from kano_app.importers.pairing.markers import grid_items
from kano_app.importers.pairing.pairs import Pair

Speaks = Callable[[int, int], tuple[int, int]]
"""Two columns → how many people would be reverse if the first were the functional half, and if the second were."""

_Block = dict[str, tuple[int, str]]
"""Folded item → its column and its name."""
_FEWEST = 2
"""So many items make a block."""
_SHARED = 0.6
"""So much of the smaller of two blocks must be in the other."""


_LETTERED = re.compile(r"\s*([A-Za-z]{0,3}\d{1,4})[ _.-]?([A-Za-z])(?:\s*[.、)）:：_\s-]\s*(\S.*)?)?", re.DOTALL)
"""Number, letter and item of a question."""
_AGAIN = re.compile(r"(.*\S)\.1", re.DOTALL)
"""A heading that stands a second time, as pandas writes it."""


def block_pairs(headings: Sequence[str], columns: Sequence[int], speaks: Speaks) -> list[Pair]:
    """Return the features that stand in two blocks of columns.

    Args:
        headings: the headings of all columns.
        columns: those that hold answers and are no half yet.
        speaks: what the answers say of two columns.

    """
    for blocks in (*_under_stems(headings, columns), _lettered(headings, columns), _repeated(headings, columns)):
        partners = [(one, other) for one, other in _neighbours(blocks) if _alike(one, other)]
        if partners:
            return [pair for one, other in partners for pair in _paired(one, other, speaks)]
    return []


def _under_stems(headings: Sequence[str], columns: Sequence[int]) -> list[list[_Block]]:
    """Return, for each way to part stem and item, the blocks of items under one stem."""
    schemes: dict[tuple[str, ...], dict[str, _Block]] = defaultdict(lambda: defaultdict(dict))
    for column in columns:
        for reading in grid_items(headings[column]):
            schemes[reading.scheme][fold_name(reading.stem)].setdefault(reading.key, (column, reading.name))
    return [list(blocks.values()) for blocks in schemes.values()]


def _lettered(headings: Sequence[str], columns: Sequence[int]) -> list[_Block]:
    """Return the questions with an a and those with a b behind their number: ``1a. Wi-Fi`` and ``1b. Wi-Fi``."""
    blocks: dict[str, _Block] = {"a": {}, "b": {}}
    several: set[str] = set()
    for column in columns:
        if match := _LETTERED.fullmatch(headings[column]):
            item = (match[3] or "").strip()
            key, letter = fold_name(f"{match[1]} {item}"), match[2].casefold()
            if letter not in blocks or key in blocks[letter]:
                several.add(match[1].casefold())
            else:
                blocks[letter][key] = (column, item or match[1])
    return [{key: one for key, one in block.items() if key.split(" ")[0] not in several} for block in blocks.values()]


def _repeated(headings: Sequence[str], columns: Sequence[int]) -> list[_Block]:
    """Return the same headings in a first and in a second row of columns, all of the first before all of the second."""
    blocks: list[_Block] = [{}, {}]
    for column in columns:
        name = headings[column]
        if (again := _AGAIN.fullmatch(name)) and fold_name(again[1]) in blocks[0]:
            name = again[1]
        key = fold_name(name)
        block = next((one for one in blocks if key not in one), None)
        if not key or block is None:
            return []
        block[key] = (column, name)
    first, second = ([column for key, (column, _) in block.items() if key in blocks[1]] for block in blocks)
    return blocks if first and second and max(first) < min(second) else []


def _neighbours(blocks: Sequence[_Block]) -> list[tuple[_Block, _Block]]:
    """Return the blocks two by two, those of the same items; of three nobody can tell which two belong together."""
    left = [block for block in blocks if len(block) >= _FEWEST]
    found = []
    while left:
        one = left.pop(0)
        others = [block for block in left if _alike(one, block)]
        left = [block for block in left if block not in others]
        if len(others) == 1:
            found.append((one, others[0]))
    return found


def _alike(one: _Block, other: _Block) -> bool:
    shared = len(one.keys() & other.keys())
    return shared >= _FEWEST and shared >= _SHARED * min(len(one), len(other))


def tells(as_they_stand: int, exchanged: int) -> bool:
    """Return whether so many reverse answers either way differ by more than chance."""
    return abs(as_they_stand - exchanged) > 2 * sqrt(as_they_stand + exchanged)


def _paired(one: _Block, other: _Block, speaks: Speaks) -> list[Pair]:
    keys = [key for key in one if key in other]
    as_they_stand = exchanged = 0
    for key in keys:
        reverse = speaks(one[key][0], other[key][0])
        as_they_stand, exchanged = as_they_stand + reverse[0], exchanged + reverse[1]
    told = tells(as_they_stand, exchanged)
    first, second = (other, one) if told and exchanged < as_they_stand else (one, other)
    reason = PairReason.ANSWERS if told else PairReason.BLOCK
    confidence = Confidence.LIKELY if told else Confidence.GUESS
    return [
        Pair(
            one[key][1],
            first[key][0],
            second[key][0],
            asked=False,
            question=False,
            reason=reason,
            confidence=confidence,
        )
        for key in keys
    ]
