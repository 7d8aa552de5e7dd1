"""What the columns beside the answers are: an id, traits of the people, or something the survey does not need."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kano_app.domain.feature import fold_name
from kano_app.domain.problem import Code
from kano_app.domain.survey import Trait
from kano_app.importers.answers import looks_numeric
from kano_app.importers.columns import TextColumn
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import (
    IDS,
    IMPORTANCE,
    fold_heading,
    holds_dates,
    is_administrative,
    is_identity,
    is_importance,
    is_personal,
)
from kano_app.importers.moments import MomentColumn
from kano_app.importers.pairing.markers import clean_name, grid_items, names_whole
from kano_app.importers.readers.grid import column_letters

_FEW = 20
"""Up to so many people numbers may all differ (ages) and still make a trait."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns beside the answers, by position."""

    respondent: int | None
    traits: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]
    """Columns nobody needs, each with the reason."""
    moment: int | None = None
    """The trait that holds dates, of which months are made."""

    def column(self, position: int, salt: str = "") -> TextColumn:
        """Return what takes the cells of a trait."""
        return MomentColumn(salt) if position == self.moment else TextColumn()

    def say(self, head: Head, findings: Findings) -> None:
        """Note every column that was left out, with its reason."""
        for column, reason in self.left_out:
            findings.say(Code.COLUMN_LEFT_OUT, column=head.name(column), reason=reason)


def roles(head: Head, columns: Iterable[int]) -> Roles:
    """Return what the given columns are."""
    columns = list(columns)
    told = head.frame.told
    respondent = next((at for at in columns if told.get(at) == "respondent" and not head.is_empty(at)), None)
    moment: int | None = None
    traits: list[int] = []
    left_out: list[tuple[int, str]] = []
    for column in columns:
        heading, texts = head.headings[column], list(head.columns[column])
        if column == respondent:
            continue
        if not texts:
            left_out.append((column, "empty"))
        elif respondent is None and column not in told and fold_heading(heading) in IDS:
            respondent = column
        elif told.get(column) == "identity" or is_identity(heading, texts):
            left_out.append((column, "identity"))
        elif moment is None and holds_dates(texts):
            moment = column
            traits.append(column)
        elif told.get(column) in {"administrative", "respondent"} or is_administrative(heading, texts):
            left_out.append((column, "administrative"))
        elif head.holds_words(column):
            left_out.append((column, "not-understood"))
        elif not heading and _numbers_rows(texts):
            left_out.append((column, "administrative"))
        elif _all_different(len(texts), head.columns[column].total(), all(map(looks_numeric, texts))):
            left_out.append((column, "free-text"))
        else:
            traits.append(column)
    return Roles(respondent, tuple(traits), tuple(left_out), moment)


def _numbers_rows(texts: list[str]) -> bool:
    """Return whether a column counts the rows, as programs write it beside a table."""
    return len(texts) > 1 and texts in ([str(at) for at in range(first, first + len(texts))] for first in (0, 1))


def _all_different(different: int, filled: int, numbers: bool) -> bool:  # noqa: FBT001 - one of three plain facts
    """Return whether nearly every value is different, so that a column makes no groups of people."""
    if numbers and filled <= _FEW:
        return False
    return filled > 1 and different > 0.8 * filled


def traits(head: Head, columns: Mapping[int, TextColumn], findings: Findings) -> tuple[Trait, ...]:
    """Return the traits read, but for those that turned out to make no groups further down the file."""
    found = []
    names: set[str] = set()
    for position, column in columns.items():
        name = head.name(position)
        if isinstance(column, MomentColumn):
            column.settle()
        numbers = all(map(looks_numeric, column.levels))
        if column.given_up or _all_different(len(column.levels), column.filled, numbers):
            findings.say(Code.COLUMN_LEFT_OUT, column=name, reason=column.reason)
            continue
        if tells_of_somebody(head, position, column):
            findings.say(Code.COLUMN_LEFT_OUT, column=name, reason="identity")
            continue
        unique = name
        while unique in names:
            unique = f"{unique} ({column_letters(position)})"
        names.add(unique)
        found.append(Trait(unique, column.levels, column.codes().astype(np.int32, copy=False)))
    return tuple(found)


def tells_of_somebody(head: Head, position: int, column: TextColumn) -> bool:
    """Return whether who somebody is stands anywhere in a trait.

    Where its head says so already, it is a trait only because somebody wants it to be one.
    """
    if isinstance(column, MomentColumn) or is_identity(head.headings[position], list(head.columns[position])):
        return False
    return any(map(is_personal, column.levels))


def importance_columns(
    head: Head, columns: Iterable[int], names: list[str], halves: Sequence[tuple[int, int]] = ()
) -> dict[int, int]:
    """Return position of a feature → the column that asks how important it is.

    Args:
        head: the headings, and what stands under them.
        columns: those that ask how important something is.
        names: of the features.
        halves: the columns of each feature; a question worded alike for all belongs to the halves it stands behind.

    """
    keys = {fold_name(name): at for at, name in enumerate(names)}
    found: dict[int, int] = {}
    unplaced: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        heading = head.headings[column]
        if not is_importance(heading) or head.is_empty(column):
            continue
        bare = clean_name(IMPORTANCE.sub("", heading).strip(" ()（）[]【】"), leading=True)
        told = [keys.get(fold_name(name)) for name in (bare, *(item.name for item in grid_items(heading)))]
        feature = next((at for at in told if at is not None), None)
        if feature is None:
            feature = _named_in(heading, keys)
        if feature is None:
            unplaced[_AGAIN.sub("", fold_name(heading))].append(column)
        elif feature not in found:
            found[feature] = column
    behind = {max(pair): at for at, pair in enumerate(halves)}
    for alike in unplaced.values():
        places = [behind.get(column - 1) for column in alike]
        heading = head.headings[alike[0]]
        if len(alike) > 1 or (len(names) == 1 and _THIS.search(heading) and not grid_items(heading)):
            found |= {
                at: column for at, column in zip(places, alike, strict=True) if at is not None and at not in found
            }
    return found


_THIS = re.compile(
    r"\b(?:this|it|that|feature|das|dies\w*|es|esto|esta|ini|cela|isso|questo)\b|[这這此该該]|功能|これ|この",
    re.IGNORECASE,
)
"""What a question says for the feature that was asked about just before."""
_AGAIN = re.compile(r"\.\d+$")
"""What pandas hangs on a heading that stands again."""


def _named_in(heading: str, keys: Mapping[str, int]) -> int | None:
    """Return the feature a heading names in whole words; of several the one whose name is the longest."""
    folded = fold_name(heading)
    within = sorted((key for key in keys if key and names_whole(key, folded)), key=len, reverse=True)
    # A name within a longer one is no name of its own; of two that stand side by side nobody can tell.
    if not within or any(key not in within[0] for key in within[1:]):
        return None
    return keys[within[0]]
