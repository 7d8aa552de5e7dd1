"""A wide table told by its headings and answers: the halves, the names, what was asked beside them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from kano_app.domain.mapping import RowRule
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
from kano_app.importers.layouts.wide import Wide
from kano_app.importers.legends import legends
from kano_app.importers.pairing.halves import pair_columns
from kano_app.importers.pairing.markers import Reading, grid_items, questions, separate_markers
from kano_app.importers.pairing.naming import shorten
from kano_app.importers.pairing.pairs import Pair, Pairing
from kano_app.importers.roles import Roles, importance_columns, roles


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
    head = _without_legends(head, pairing)
    importance = importance_columns(head, asked, [*names], halves)
    used = {column for pair in pairing.pairs for column in (pair.functional, pair.dysfunctional)}
    used |= set(importance.values())
    used |= {claim[0] for claim in pairing.single} | {claim[0] for claim in pairing.twice}
    rest = roles(head, [column for column in range(len(head.headings)) if column not in used])
    return Wide(head, pairing, names, importance, _without(rest, asked))


def lone_halves(head: Head) -> tuple[str, ...]:
    """Return the features of which only one half is there, where the headings say so."""
    answered = [column for column in range(len(head.headings)) if head.holds_answers(column)]
    pairing = pair_columns(head.headings, answered, [], [], head.holds_words, lambda *_: (0, 0))
    return tuple(feature for _, feature, _ in pairing.single)


def _without_legends(head: Head, pairing: Pairing) -> Head:
    """Return a head without the rows that explain the scale instead of answering."""
    answered = [column for pair in pairing.pairs for column in (pair.functional, pair.dysfunctional)]
    rules = legends(head, answered)
    return replace(head, frame=replace(head.frame, rules=(*head.frame.rules, *rules))) if rules else head


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
