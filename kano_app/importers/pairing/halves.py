"""Which two columns are the halves of one feature: told by what their headings share and by what sets them apart.

Columns are never paired by their order alone. The ways to read a heading are tried one after the other, the most
explicit first: a marker set apart (``F1_functional``, ``Wi-Fi (without)``), an item under two stems
(``If it lacked … [Wi-Fi]``), a marker that is part of the word (``F1f``, ``早餐没有``), the number of a question, two
questions that differ by a negation, and at last the same items in two blocks (``blocks``).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from kano_app.domain.feature import fold_name
from kano_app.domain.mapping import Confidence, PairReason
from kano_app.importers.pairing.blocks import Speaks, block_pairs, tells
from kano_app.importers.pairing.leftovers import METHODS, Method, find_twins, leave_doubtful, leave_single, stems_of
from kano_app.importers.pairing.markers import (
    Reading,
    conjugated_questions,
    glued_markers,
    grid_items,
    names_whole,
    numbered,
    questions,
    separate_markers,
)
from kano_app.importers.pairing.negating import NUMBER, bare
from kano_app.importers.pairing.pairs import Pair, Pairing

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+")
_ALIKE = 2
"""So many words or characters at the beginning or at the end make two questions alike."""
_Group = list[tuple[int, Reading]]
_REASONS = {
    "marker": PairReason.MARKER,
    "glued": PairReason.MARKER,
    "grid": PairReason.ITEM,
    "numbered": PairReason.NUMBER,
    "question": PairReason.NEGATION,
}


def pair_columns(
    headings: tuple[str, ...],
    answered: list[int],
    empty: list[int],
    doubtful: list[int],
    in_words: Callable[[int], bool],
    speaks: Speaks,
) -> Pairing:
    """Return the features of a wide table.

    Args:
        headings: the headings of all columns.
        answered: the columns that hold answers.
        empty: the columns in which nothing stands; they may be halves nobody answered, never a second survey.
        doubtful: the columns in which something else stands; they are halves where explicit headings say so, and what
            cannot be read in them is then told.
        in_words: whether a column holds answers in words, as no other question does.
        speaks: what the answers under two columns say of which half is which, see ``blocks``.

    """
    pairing = Pairing()
    taken: set[int] = set()
    schemes: set[tuple[str, ...]] = set()
    worded = [column for column in answered if in_words(column)]
    # Where people answered in words, numbers from 1 to 5 may answer anything: their headings have to say more.
    for method in METHODS:
        if method is questions and pairing.pairs and not worded:
            break
        rest = [column for column in worded or answered if column not in taken]
        _pair(method, headings, rest, pairing, taken, schemes)
    if not worded:
        _drop_odd_questions(headings, pairing, taken)
    if worded:
        _pair_alike(headings, answered, [], pairing, taken, schemes)
    for method in (separate_markers, grid_items):
        rest = [column for column in sorted([*answered, *empty]) if column not in taken]
        _pair(method, headings, rest, pairing, taken, schemes)
    _pair_alike(headings, answered, doubtful, pairing, taken, schemes)
    leave_doubtful(headings, doubtful, pairing, taken, schemes)
    # Codes beside true pairs answer something else: how satisfied people are, say.
    if worded or not pairing.pairs:
        free = [column for column in worded or answered if column not in taken]
        found = block_pairs(headings, free, speaks)
        pairing.pairs += _of_new_items(found, headings, pairing.pairs)
    pairing.pairs = _judged(pairing.pairs, in_words, speaks)
    taken.update(column for pair in pairing.pairs for column in (pair.functional, pair.dysfunctional))
    # A column without a partner is a half only where its heading is read as those of true pairs are.
    for column in answered:
        if column not in taken:
            leave_single(column, headings, pairing, schemes, in_words=in_words(column))
    find_twins(headings, pairing, [column for column in answered if in_words(column) and column not in taken])
    pairing.pairs.sort(key=lambda pair: min(pair.functional, pair.dysfunctional))
    return pairing


def _pair(
    method: Method,
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
            halves = _asked_alike(_halves(group))
            if halves is None or key in known:
                continue
            used.add(scheme)
            known.add(key)
            pairing.pairs.append(_as_pair(halves))
            for half, claims in zip(("functional", "dysfunctional"), halves, strict=True):
                taken.update(column for column, _ in claims)
                pairing.twice += [(column, claims[0][1].name, half, claims[0][0]) for column, _ in claims[1:]]


def _of_new_items(found: list[Pair], headings: tuple[str, ...], pairs: list[Pair]) -> list[Pair]:
    """Return the pairs whose item is no feature yet, by its name or by what that feature's question names."""
    known = {fold_name(pair.name) for pair in pairs}
    asked = {fold_name(headings[pair.functional]) for pair in pairs}

    def is_known(key: str) -> bool:
        return key in known or (not key.isdigit() and any(names_whole(key, heading) for heading in asked))

    return [pair for pair in found if not is_known(fold_name(pair.name))]


def _judged(pairs: list[Pair], in_words: Callable[[int], bool], speaks: Speaks) -> list[Pair]:
    """Return pairs with less confidence where the answers contradict the headings, or codes are all there is."""
    schemes = Counter(pair.scheme for pair in pairs)
    judged = []
    for pair in pairs:
        codes = not in_words(pair.functional) and not in_words(pair.dysfunctional)
        if pair.reason in CONTRADICTABLE and is_contradicted(pair.functional, pair.dysfunctional, speaks):
            judged.append(replace(pair, confidence=Confidence.GUESS, contradicted=True))
        elif codes and pair.scheme and not pair.plain and schemes[pair.scheme] == 1:
            judged.append(replace(pair, confidence=Confidence.GUESS))
        else:
            judged.append(pair)
    return judged


CONTRADICTABLE = frozenset({PairReason.NEGATION, PairReason.ITEM, PairReason.NUMBER})
"""How pairs are found whose halves the answers may show to be exchanged."""


def is_contradicted(functional: int, dysfunctional: int, speaks: Speaks) -> bool:
    """Return whether the answers say clearly that two halves stand the wrong way round."""
    as_they_stand, exchanged = speaks(functional, dysfunctional)
    return exchanged < as_they_stand and tells(as_they_stand, exchanged)


def _drop_odd_questions(headings: tuple[str, ...], pairing: Pairing, taken: set[int]) -> None:
    """Drop pairs of questions that are asked like no other, where others are asked alike.

    Numbers tell nothing of what they answer: “The staff was (not) friendly” may be agreed with from 1 to 5.
    """
    asked = [pair for pair in pairing.pairs if pair.reason is PairReason.NEGATION]

    def alike(one: Pair, other: Pair) -> bool:
        first, second = headings[one.functional], headings[other.functional]
        return _first(first) == _first(second) or _last(first) == _last(second)

    odd = [one for one in asked if not any(alike(one, other) for other in asked if other is not one)]
    if len(odd) < len(asked):
        pairing.pairs = [pair for pair in pairing.pairs if pair not in odd]
        taken.difference_update(column for pair in odd for column in (pair.functional, pair.dysfunctional))


def _pair_alike(
    headings: tuple[str, ...],
    answered: list[int],
    doubtful: list[int],
    pairing: Pairing,
    taken: set[int],
    schemes: set[tuple[str, ...]],
) -> None:
    """Pair columns whose cells alone do not show answers: by a plain marker, or as the file's true pairs are headed."""
    stems = stems_of(headings, taken)
    known = frozenset(schemes)
    asked = [(_first(headings[column]), _last(headings[column])) for column in taken]

    def by_known_markers(heading: str) -> Iterator[Reading]:
        return (
            one for one in separate_markers(heading) if one.plain or one.scheme in known or "functional" in one.scheme
        )

    def under_known_stems(heading: str) -> Iterator[Reading]:
        return (one for one in grid_items(heading) if (one.scheme, fold_name(one.stem)) in stems)

    def in_known_ways(heading: str) -> Iterator[Reading]:
        alike = any(_first(heading) == first or _last(heading) == last for first, last in asked)
        readings = chain(glued_markers(heading), numbered(heading), questions(heading) if alike else ())
        return (reading for reading in readings if reading.scheme in known)

    def conjugated(heading: str) -> Iterator[Reading]:
        alike = any(_first(heading) == first or _last(heading) == last for first, last in asked)
        return (one for one in conjugated_questions(heading) if alike and one.scheme in known)

    for method in (by_known_markers, under_known_stems, in_known_ways, conjugated):
        rest = [column for column in sorted([*answered, *doubtful]) if column not in taken]
        _pair(method, headings, rest, pairing, taken, schemes)


def _first(heading: str) -> list[str]:
    """Return how a question begins, without its number."""
    return _WORD.findall(NUMBER.sub("", heading))[:_ALIKE]


def _last(heading: str) -> list[str]:
    """Return how a question ends."""
    return _WORD.findall(heading)[-_ALIKE:]


def _halves(group: _Group) -> tuple[_Group, _Group] | None:
    """Return the functional and the dysfunctional columns of a group, or ``None`` if it has not both.

    Of two that differ by negations, the one that negates more is dysfunctional: the feature's own name may negate too.
    """
    weights = sorted({reading.negations for _, reading in group})
    if len(weights) != 2:
        return None
    functional = [claim for claim in group if claim[1].negations == weights[0]]
    return functional, [claim for claim in group if claim[1].negations == weights[1]]


def _asked_alike(halves: tuple[_Group, _Group] | None) -> tuple[_Group, _Group] | None:
    """Return the halves without what else was asked of the same item: only the stems of halves are alike.

    Where there are no two such stems, everything stays.
    """
    if halves is None or not any(reading.stem for group in halves for _, reading in group):
        return halves
    shared = {bare(reading.stem) for _, reading in halves[0]} & {bare(reading.stem) for _, reading in halves[1]}
    if not shared:
        return halves
    functional, dysfunctional = ([one for one in group if bare(one[1].stem) in shared] for group in halves)
    return functional, dysfunctional


def _as_pair(halves: tuple[_Group, _Group]) -> Pair:
    (functional, reading), (dysfunctional, other) = halves[0][0], halves[1][0]
    asked, is_question = reading.asked or other.asked, reading.scheme[0] == "question"
    reason = _REASONS[reading.scheme[0]]
    confidence, plain = _confidence(reading, other), reading.plain or other.plain
    return Pair(
        reading.name, functional, dysfunctional, asked, is_question, reason, confidence, reading.scheme, plain=plain
    )


def _confidence(functional: Reading, dysfunctional: Reading) -> Confidence:
    """Return how sure a pair is: a short glued marker may mean something else, and a name may negate by itself."""
    kind = functional.scheme[0]
    if kind == "glued":
        sure = dysfunctional.length > 1
    elif kind == "marker":
        sure = functional.plain or dysfunctional.plain or dysfunctional.length > 2
    else:
        alike = bare(functional.stem) == bare(dysfunctional.stem)
        sure = functional.negations == 0 and dysfunctional.negations == 1 and alike
    return Confidence.SURE if sure else Confidence.LIKELY
