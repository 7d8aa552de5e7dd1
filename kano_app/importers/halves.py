"""Which two columns are the halves of one feature: told by what their headings share and by what sets them apart.

Columns are never paired by their order. Four ways to read a heading are tried, the most explicit first: a marker
set apart (``F1_functional``, ``Wi-Fi (without)``), an item under two stems (``If it lacked … [Wi-Fi]``), a marker
that is part of the word (``F1f``, ``早餐没有``), and two questions that differ by a negation.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from kano_app.domain.feature import fold_name
from kano_app.importers.markers import Reading, glued_markers, grid_items, numbered, questions, separate_markers


@dataclass(frozen=True, slots=True)
class Pair:
    """The two columns of a feature."""

    name: str
    functional: int
    dysfunctional: int
    asked: bool
    """The headings are the questions themselves."""
    question: bool
    """The name is a whole question, of which the part all features share may still be taken away."""


@dataclass(slots=True)
class Pairing:
    """What the headings say of all columns."""

    pairs: list[Pair] = field(default_factory=list)
    single: list[tuple[int, str, str]] = field(default_factory=list)
    """Columns whose other half is missing: column, feature, half."""
    twice: list[tuple[int, str, str, int | None]] = field(default_factory=list)
    """Columns that claim a half already taken: column, feature, half, the column used instead."""


_Group = list[tuple[int, Reading]]
_Method = Callable[[str], Iterable[Reading]]
_METHODS: tuple[_Method, ...] = (separate_markers, grid_items, glued_markers, numbered, questions)


def pair_columns(
    headings: tuple[str, ...],
    answered: list[int],
    empty: list[int],
    doubtful: list[int],
    in_words: Callable[[int], bool],
) -> Pairing:
    """Return the features of a wide table.

    Args:
        headings: the headings of all columns.
        answered: the columns that hold answers.
        empty: the columns in which nothing stands; they may be halves nobody answered, never a second survey.
        doubtful: the columns in which something else stands; they are halves where explicit headings say so, and what
            cannot be read in them is then told.
        in_words: whether a column holds answers in words, as no other question does.

    """
    pairing = Pairing()
    taken: set[int] = set()
    schemes: set[tuple[str, ...]] = set()
    for method in _METHODS:
        _pair(method, headings, [column for column in answered if column not in taken], pairing, taken, schemes)
    for method in (separate_markers, grid_items):
        rest = [column for column in sorted([*answered, *empty]) if column not in taken]
        _pair(method, headings, rest, pairing, taken, schemes)
    _pair_doubtful(headings, answered, doubtful, pairing, taken, schemes)
    # A column without a partner is a half only where its heading is read as those of true pairs are.
    for column in answered:
        if column not in taken:
            _leave_single(column, headings[column], pairing, schemes, in_words=in_words(column))
    _find_twins(headings, pairing, [column for column in answered if in_words(column) and column not in taken])
    pairing.pairs.sort(key=lambda pair: min(pair.functional, pair.dysfunctional))
    return pairing


def _pair(
    method: _Method,
    headings: tuple[str, ...],
    columns: list[int],
    pairing: Pairing,
    taken: set[int],
    used: set[tuple[str, ...]],
) -> None:
    """Pair columns by one way of reading headings, the schemes that explain the most columns first."""
    schemes: dict[tuple[str, ...], dict[str, _Group]] = defaultdict(lambda: defaultdict(list))
    for column in columns:
        for reading in method(headings[column]):
            schemes[reading.scheme][reading.key].append((column, reading))

    def explained(scheme: tuple[str, ...]) -> tuple[int, int]:
        groups = [group for group in schemes[scheme].values() if _halves(group)]
        return len(groups), max((reading.length for group in groups for _, reading in group), default=0)

    known = {fold_name(pair.name) for pair in pairing.pairs}
    for scheme in sorted(schemes, key=explained, reverse=True):
        for key, everybody in schemes[scheme].items():
            group = [(column, reading) for column, reading in everybody if column not in taken]
            halves = _halves(group)
            if halves is None or key in known:
                continue
            used.add(scheme)
            known.add(key)
            pairing.pairs.append(_as_pair(halves))
            for half, claims in zip(("functional", "dysfunctional"), halves, strict=True):
                taken.update(column for column, _ in claims)
                pairing.twice += [(column, claims[0][1].name, half, claims[0][0]) for column, _ in claims[1:]]


def _pair_doubtful(
    headings: tuple[str, ...],
    answered: list[int],
    doubtful: list[int],
    pairing: Pairing,
    taken: set[int],
    schemes: set[tuple[str, ...]],
) -> None:
    """Pair columns in which few answers can be read: by a marker set apart, or as the file's true pairs are headed."""
    stems = {_stem(headings[column], reading) for column in taken for reading in grid_items(headings[column])}

    known = frozenset(schemes)

    def under_known_stems(heading: str) -> Iterator[Reading]:
        return (reading for reading in grid_items(heading) if _stem(heading, reading) in stems)

    def in_known_ways(heading: str) -> Iterator[Reading]:
        readings = chain(glued_markers(heading), numbered(heading), questions(heading))
        return (reading for reading in readings if reading.scheme in known)

    for method in (separate_markers, under_known_stems, in_known_ways):
        rest = [column for column in sorted([*answered, *doubtful]) if column not in taken]
        _pair(method, headings, rest, pairing, taken, schemes)
    names = {fold_name(pair.name): pair for pair in pairing.pairs}
    for column in doubtful:
        for reading in separate_markers(headings[column]) if column not in taken else ():
            if reading.scheme in schemes and (pair := names.get(reading.key)):
                half, used = (
                    ("dysfunctional", pair.dysfunctional) if reading.negations else ("functional", pair.functional)
                )
                pairing.twice.append((column, reading.name, half, used))
                break


def _stem(heading: str, reading: Reading) -> tuple[tuple[str, ...], str]:
    """Return a heading without its item, by the way in which it was read."""
    return reading.scheme, fold_name(heading[: heading.rfind(reading.name)])


def _halves(group: _Group) -> tuple[_Group, _Group] | None:
    """Return the functional and the dysfunctional columns of a group, or ``None`` if it has not both.

    Of two that differ by negations, the one that negates more is dysfunctional: the feature's own name may negate too.
    """
    weights = sorted({reading.negations for _, reading in group})
    if len(weights) != 2:
        return None
    functional = [claim for claim in group if claim[1].negations == weights[0]]
    return functional, [claim for claim in group if claim[1].negations == weights[1]]


def _as_pair(halves: tuple[_Group, _Group]) -> Pair:
    (functional, reading), (dysfunctional, other) = halves[0][0], halves[1][0]
    return Pair(reading.name, functional, dysfunctional, reading.asked or other.asked, reading.scheme[0] == "question")


def _leave_single(
    column: int, heading: str, pairing: Pairing, schemes: set[tuple[str, ...]], *, in_words: bool
) -> None:
    for method in _METHODS:
        for reading in method(heading):
            told = reading.scheme in schemes and (in_words or method is separate_markers or method is grid_items)
            if told or (reading.plain and method is separate_markers):
                half = "dysfunctional" if reading.negations else "functional"
                names = {fold_name(pair.name): pair for pair in pairing.pairs}
                if pair := names.get(reading.key):
                    used = pair.dysfunctional if reading.negations else pair.functional
                    pairing.twice.append((column, reading.name, half, used))
                else:
                    pairing.single.append((column, reading.name, half))
                return


def _find_twins(headings: tuple[str, ...], pairing: Pairing, columns: list[int]) -> None:
    """Note columns of answers that bear the same heading: which half is which, nobody can tell."""
    told = {column for column, *_ in pairing.twice}
    by_name: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        by_name[fold_name(headings[column])].append(column)
    for twins in by_name.values():
        if len(twins) > 1:
            pairing.single = [claim for claim in pairing.single if claim[0] not in twins]
            pairing.twice += [(column, headings[column], "", None) for column in twins if column not in told]
