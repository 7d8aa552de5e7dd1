"""Columns that are headed as halves and found no other, or another that has their place: they are said, not dropped."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from kano_app.domain.feature import fold_name
from kano_app.importers.pairing.markers import (
    Reading,
    conjugated_questions,
    glued_markers,
    grid_items,
    numbered,
    questions,
    separate_markers,
)
from kano_app.importers.pairing.pairs import Pair, Pairing

Method = Callable[[str], Iterable[Reading]]
METHODS: tuple[Method, ...] = (
    separate_markers,
    grid_items,
    glued_markers,
    numbered,
    questions,
    conjugated_questions,
)
"""The ways to read a heading, the most explicit first."""


def stems_of(headings: tuple[str, ...], columns: Iterable[int]) -> set[tuple[tuple[str, ...], str]]:
    """Return the stems under which the items of some columns stand, each by the way in which it was read."""
    return {(one.scheme, fold_name(one.stem)) for column in columns for one in grid_items(headings[column])}


def leave_doubtful(
    headings: tuple[str, ...], doubtful: list[int], pairing: Pairing, taken: set[int], schemes: set[tuple[str, ...]]
) -> None:
    """Note columns that are headed as a half that another column is already."""
    names = {fold_name(pair.name): pair for pair in pairing.pairs}
    for column in doubtful:
        for reading in separate_markers(headings[column]) if column not in taken else ():
            if reading.scheme in schemes and (pair := names.get(reading.key)):
                pairing.twice.append((column, reading.name, *_half_taken(reading, pair)))
                break


def _half(reading: Reading) -> str:
    """Return the half that a heading speaks of."""
    return "dysfunctional" if reading.negations else "functional"


def _half_taken(reading: Reading, pair: Pair) -> tuple[str, int]:
    """Return the half that a heading speaks of, and the column that is this half of a pair."""
    return _half(reading), pair.dysfunctional if reading.negations else pair.functional


def leave_single(
    column: int, headings: tuple[str, ...], pairing: Pairing, schemes: set[tuple[str, ...]], *, in_words: bool
) -> None:
    """Note a column that is headed as a half and found no other."""
    paired = [column for pair in pairing.pairs for column in (pair.functional, pair.dysfunctional)]
    stems = stems_of(headings, paired)
    names = {fold_name(pair.name): pair for pair in pairing.pairs}
    for method in METHODS:
        for reading in method(headings[column]):
            told = reading.scheme in schemes and (in_words or method is separate_markers)
            if method is grid_items:
                told = reading.scheme in schemes and (reading.scheme, fold_name(reading.stem)) in stems
            if told or (reading.plain and method is separate_markers):
                if pair := names.get(reading.key):
                    pairing.twice.append((column, reading.name, *_half_taken(reading, pair)))
                else:
                    pairing.single.append((column, reading.name, _half(reading)))
                return


def find_twins(headings: tuple[str, ...], pairing: Pairing, columns: list[int]) -> None:
    """Note columns of answers that bear the same heading: which half is which, nobody can tell."""
    told = {column for column, *_ in pairing.twice}
    by_name: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        by_name[fold_name(headings[column])].append(column)
    for twins in by_name.values():
        if len(twins) > 1:
            pairing.single = [claim for claim in pairing.single if claim[0] not in twins]
            pairing.twice += [(column, headings[column], "", None) for column in twins if column not in told]
