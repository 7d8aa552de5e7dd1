"""By what people are told from one another across files: digests of the best that a file has, never its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import AnswerPair
from kano_app.importers.columns import Column, IdColumn, of_kind
from kano_app.importers.head import Head
from kano_app.importers.headings import (
    fold_heading,
    holds_machines,
    holds_mails,
    holds_phones,
    holds_times,
    is_user,
)
from kano_app.importers.moments import MomentColumn
from kano_app.importers.roles import Roles

Digests = NDArray[np.uint64]

_NEARLY = 0.9
"""So many rows tell who they are, and so many of these are different, where a column tells people from one another."""


@dataclass(frozen=True, slots=True)
class KeyColumns:
    """The columns beside the id of the respondent that may tell people from one another, by position."""

    people: tuple[int, ...] = ()
    """E-mail addresses, user names, phone numbers; the best first."""
    machine: int | None = None
    moment: int | None = None
    to_the_second: bool = False

    def columns(self, roles: Roles, salt: str) -> dict[int, Column]:
        """Return what takes the cells of those columns that nothing else is made of."""
        wanted = (*self.people, self.machine, self.moment)
        return {at: IdColumn(salt) for at in wanted if at is not None and at not in roles.traits}

    def of_rows(self, columns: Mapping[int, Column], rows: NDArray[np.intp] | None = None) -> Digests | None:
        """Return who each row is of, or each of some rows; ``None`` where no column tells."""
        for position in self.people:
            found = self._digests(columns, position, rows)
            filled = found[found > 0]
            if filled.size >= _NEARLY * found.size and np.unique(filled).size >= _NEARLY * filled.size > 0:
                return found
        if self.machine is None or self.moment is None:
            return None
        machine, moment = (self._digests(columns, at, rows) for at in (self.machine, self.moment))
        return _mixed(machine * np.uint64(3) + moment, (machine > 0) & (moment > 0))

    def of_answers(
        self, columns: Mapping[int, Column], pairs: Sequence[AnswerPair], headings: Sequence[str]
    ) -> Digests | None:
        """Return who each row is of by when the answers were given, and by the answers themselves."""
        if self.moment is None or not self.to_the_second:
            return None
        moment = self._digests(columns, self.moment, None)
        found = moment.copy()
        for pair, heading in zip(pairs, headings, strict=True):
            told = sha256(fold_heading(heading).encode("utf-8", "surrogatepass")).digest()
            both = pair.functional.astype(np.uint64) * np.uint64(8) + pair.dysfunctional.astype(np.uint64)
            found += both * np.uint64(int.from_bytes(told[:8], "little") | 1)
        return _mixed(found, moment > 0)

    @staticmethod
    def _digests(columns: Mapping[int, Column], position: int, rows: NDArray[np.intp] | None) -> Digests:
        column = columns[position]
        if isinstance(column, MomentColumn) and column.moments is not None:
            found = column.moments.digests()
        else:
            found = of_kind(columns, (position,), IdColumn)[position].digests()
        return found if rows is None else found[rows]


def key_columns(head: Head, roles: Roles) -> KeyColumns:
    """Return the columns that may tell people from one another; of those that are left out, and of the moment."""
    ranked: list[tuple[int, int]] = []
    machine: int | None = None
    for position, reason in roles.left_out:
        texts = list(head.columns[position])
        if reason != "identity" or not texts:
            continue
        if holds_mails(texts):
            ranked.append((0, position))
        elif holds_machines(texts):
            machine = position if machine is None else machine
        elif holds_phones(texts):
            ranked.append((2, position))
        elif is_user(head.headings[position]):
            ranked.append((1, position))
    moment, to_the_second = _moment(head, roles)
    return KeyColumns(tuple(position for _, position in sorted(ranked)), machine, moment, to_the_second)


def _moment(head: Head, roles: Roles) -> tuple[int | None, bool]:
    """Return the column that tells when the answers were given, and whether it does to the second."""
    places = sorted(
        {position for position, reason in roles.left_out if reason != "identity"}
        | ({roles.moment} if roles.moment is not None else set())
    )
    for seconds in (True, False):
        for position in places:
            if holds_times(list(head.columns[position]), seconds=seconds):
                return position, seconds
    return None, False


def _mixed(digests: Digests, known: NDArray[np.bool_]) -> Digests:
    """Return digests in which what was added up is stirred (splitmix64); 0 for nobody known."""
    found: Digests = digests ^ (digests >> np.uint64(30))
    found *= np.uint64(0xBF58476D1CE4E5B9)
    found ^= found >> np.uint64(27)
    found *= np.uint64(0x94D049BB133111EB)
    found = np.maximum(found ^ (found >> np.uint64(31)), np.uint64(1))
    found[~known] = 0
    return found


def repeated(ids: NDArray[np.uint64]) -> NDArray[np.intp]:
    """Return where an id stands that an earlier row has already; 0 is no id."""
    ordered = np.sort(ids)
    if not (ordered[1:][ordered[1:] == ordered[:-1]] > 0).any():
        return np.empty(0, dtype=np.intp)
    _, first = np.unique(ids, return_index=True)
    again = np.ones(len(ids), dtype=np.bool_)
    again[first] = False
    again[ids == 0] = False
    return np.flatnonzero(again)
