"""Columns as they fill while a file streams by: each keeps small codes per person, never the file's text."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import Answer
from kano_app.domain.problem import Code
from kano_app.importers.answers import NOT_GIVEN, OUTSIDE, UNREAD, AnswerReader
from kano_app.importers.findings import LISTED_ROWS, Findings
from kano_app.importers.headings import is_personal
from kano_app.importers.lexicon import fold, lexicon
from kano_app.importers.readers.grid import Coded

Rows = NDArray[np.int64]

_Kind = TypeVar("_Kind", bound=np.generic)

_LISTED_VALUES = 20
_LEVELS_LIMIT = 5000
"""A column with more different texts than this makes no groups of people."""


class Column(Protocol):
    """Anything that takes the cells of one column of a file, chunk by chunk."""

    def add(self, coded: Coded, rows: Rows) -> None:
        """Add the cells of a chunk and the rows they stand in."""


class Buffer(Generic[_Kind]):
    """An array that grows in place: parts of a long column are never held twice."""

    def __init__(self, kind: type[_Kind]) -> None:
        """Start empty."""
        self._values: NDArray[_Kind] = np.empty(0, dtype=kind)
        self._length = 0

    def append(self, part: NDArray[Any]) -> None:
        """Add values at the end."""
        end = self._length + len(part)
        if end > len(self._values):
            # Nobody else holds the array until it is handed over, so that it may move.
            self._values.resize(end + end // 8, refcheck=False)
        self._values[self._length : end] = part
        self._length = end

    def array(self) -> NDArray[_Kind]:
        """Return all values in an array of their own, exactly as long; nothing can be added afterwards."""
        self._values.resize(self._length, refcheck=False)
        return self._values


class Unread:
    """The cells of one column that could not be read, by value; a few are listed, the rest is summed up.

    What tells who somebody is, is never listed.
    """

    def __init__(self, code: Code) -> None:
        """Start with none."""
        self.code = code
        self._listed: dict[str, tuple[list[int], int]] = {}
        self._further = 0
        self._further_row = 0

    def add(self, coded: Coded, positions: list[int], rows: Rows) -> None:
        """Note the cells whose codes point to these values."""
        counts = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.values))
        for position in positions:
            value, count = coded.values[position].strip(), int(counts[position])
            if not count:
                continue
            if is_personal(value) or (value not in self._listed and len(self._listed) >= _LISTED_VALUES):
                self._further_row = self._further_row or int(rows[int(np.argmax(coded.codes == position))])
                self._further += count
                continue
            named, before = self._listed.get(value, ([], 0))
            if len(named) < LISTED_ROWS:
                named += rows[coded.codes == position][: LISTED_ROWS - len(named)].tolist()
            self._listed[value] = (named, before + count)

    def say(self, findings: Findings, column: str) -> None:
        """Note one problem per listed value, and one for all further ones."""
        for value, (rows, count) in self._listed.items():
            findings.say(self.code, row=rows[0], column=column, value=value, rows=tuple(rows), count=count)
        if self._further:
            findings.say(self.code, row=self._further_row, column=column, count=self._further)


class AnswerColumn:
    """One half of a feature: a slot per person."""

    def __init__(self, reader: AnswerReader) -> None:
        """Start empty."""
        self._reader = reader
        self.filled = False
        self._slots = Buffer(np.int8)
        self._unread = Unread(Code.ANSWER_UNREAD)
        self._outside = Unread(Code.ANSWER_OUTSIDE_SCALE)
        self.not_given: Counter[str] = Counter()
        """The texts that say that there is no answer, and how many cells say so."""

    def add(self, coded: Coded, rows: Rows) -> None:
        """Add the cells of a chunk."""
        table = self._reader.table(coded.values)
        slots = table[coded.codes]
        self.filled = self.filled or bool(slots.any())
        self._slots.append(slots)
        for slot, unread in ((UNREAD, self._unread), (OUTSIDE, self._outside)):
            positions = np.flatnonzero(table == slot).tolist()
            if positions:
                unread.add(coded, positions, rows)
        blank = [at for at in np.flatnonzero(np.isin(table[:-1], NOT_GIVEN)).tolist() if coded.values[at].strip()]
        if blank:
            counts = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.values)).tolist()
            self.not_given.update({coded.values[at].strip(): counts[at] for at in blank if counts[at]})

    def slots(self) -> NDArray[np.int8]:
        """Return all slots."""
        return self._slots.array()

    def say(self, findings: Findings, column: str) -> None:
        """Note what could not be read."""
        self._unread.say(findings, column)
        self._outside.say(findings, column)


class NumberColumn:
    """A number per row, NaN where there is none."""

    def __init__(self, parse: Callable[[str], float | None], code: Code, kind: type[np.floating] = np.float64) -> None:
        """Take the function that reads a cell (``None``: cannot), and the code of its problems."""
        self._parse = parse
        self._numbers: Buffer[np.floating] = Buffer(kind)
        self._unread = Unread(code)

    def add(self, coded: Coded, rows: Rows) -> None:
        """Add the cells of a chunk."""
        numbers = [self._parse(value) for value in coded.values]
        table = np.array([*(math.nan if number is None else number for number in numbers), math.nan])
        self._numbers.append(table[coded.codes])
        positions = [position for position, number in enumerate(numbers) if number is None]
        if positions:
            self._unread.add(coded, positions, rows)

    def numbers(self) -> NDArray[np.floating]:
        """Return all numbers."""
        return self._numbers.array()

    def say(self, findings: Findings, column: str) -> None:
        """Note what could not be read."""
        self._unread.say(findings, column)


class ImportanceColumn(NumberColumn):
    """How important a feature is to each person, from 1 to 9."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(importance, Code.IMPORTANCE_UNREAD, np.float32)


class TextColumn:
    """A text per row, as codes into the texts met, in the order of first appearance."""

    reason = "free-text"
    """Why it is left out where it makes no groups."""

    def __init__(self, limit: int = _LEVELS_LIMIT) -> None:
        """Take the number of different texts from which on the column is given up."""
        self._limit = limit
        self._levels: dict[str, int] = {}
        self._codes = Buffer(np.int32)
        self.filled = 0
        self.given_up = False

    def add(self, coded: Coded, rows: Rows) -> None:  # noqa: ARG002 - all columns are added to alike
        """Add the cells of a chunk."""
        counts = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.values))
        texts = [level_text(value) if counts[at] else "" for at, value in enumerate(coded.values)]
        self.filled += int(sum(count for text, count in zip(texts, counts.tolist(), strict=True) if text))
        if self.given_up:
            return
        order = _first_appearance(coded)
        for position in order:
            if texts[position]:
                self._levels.setdefault(texts[position], len(self._levels))
        if len(self._levels) > self._limit:
            self.given_up = True
            self._codes = Buffer(np.int32)
            self._levels.clear()
            return
        table = np.array([*(self._levels.get(text, -1) for text in texts), -1], dtype=np.int32)
        self._codes.append(table[coded.codes])

    @property
    def levels(self) -> tuple[str, ...]:
        """The different texts."""
        return tuple(self._levels)

    def codes(self) -> NDArray[np.int32]:
        """Return all codes."""
        return self._codes.array()


_ENDINGS = (".0", "00")
"""Of numbers that a spreadsheet wrote with decimals."""
_NO_SALT = "within-one-file."
_NUMBER = re.compile(r"[0-9]{1,9}")


class IdColumn:
    """Who a row is of: an eight-byte digest per row, never the text; 0 where there is none."""

    def __init__(self, salt: str = "") -> None:
        """Start empty; ``salt`` is sixteen characters, without it digests are good within one file only."""
        self._salt = salt or _NO_SALT
        self._digests = Buffer(np.uint64)
        self._numbers: Buffer[np.int32] | None = Buffer(np.int32)
        """The ids themselves as long as all are small numbers: 1 to n tells nobody from the next file's 1 to n."""

    def add(self, coded: Coded, rows: Rows) -> None:  # noqa: ARG002 - all columns are added to alike
        """Add the cells of a chunk."""
        from pandas.util import hash_array  # noqa: PLC0415 - heavy, and loaded by now where files are large

        stripped = list(map(str.strip, coded.values))
        texts = np.array([*(level_text(one) if one[-2:] in _ENDINGS else one for one in stripped), ""], dtype=object)
        digests = np.maximum(hash_array(texts, categorize=False, hash_key=self._salt), 1)
        digests[texts == ""] = 0
        self._digests.append(digests[coded.codes])
        if self._numbers is None:
            return
        # A chunk's values may be of more cells than those that are kept: the heading is one.
        used = np.zeros(len(texts), dtype=np.bool_)
        used[coded.codes] = True
        texts = np.where(used, texts, "")
        if all(not text or _NUMBER.fullmatch(text) for text in texts):
            table = np.array([int(text) if text else -1 for text in texts], dtype=np.int32)
            self._numbers.append(table[coded.codes])
        else:
            self._numbers = None

    def counts(self, rows: NDArray[np.intp] | None = None) -> bool:
        """Return whether the ids, of all or of some rows, only count them: 1 to n in order, with few gaps."""
        if self._numbers is None:
            return False
        numbers = self._numbers.array()
        numbers = numbers if rows is None else numbers[rows]
        numbers = numbers[numbers >= 0]
        steps = np.diff(numbers)
        if not numbers.size or not ((steps >= 0).all() or (steps <= 0).all()):
            return False
        low, high, different = int(numbers.min()), int(numbers.max()), 1 + int((steps != 0).sum())
        return low <= 1 + different // 4 and high - low < different + different // 4 + 1

    def digests(self) -> NDArray[np.uint64]:
        """Return all digests."""
        return self._digests.array()


def _first_appearance(coded: Coded) -> list[int]:
    """Return the positions that occur in a column, in the order in which they first do."""
    positions, first = np.unique(coded.codes, return_index=True)
    return [int(at) for at in positions[np.argsort(first)] if at >= 0]


def level_text(value: str) -> str:
    """Return a cell as the name of a group: without blanks around it, 24.0 as 24."""
    value = value.strip()
    return re.sub(r"^(-?\d+)\.0+$", r"\1", value) if value[-2:] in _ENDINGS else value


def importance(text: str) -> float | None:
    """Return a stated importance from 1 to 9, by the number beside its label; NaN for none, ``None`` if unreadable."""
    folded = fold(text)
    if lexicon().get(folded) in {Answer.UNANSWERED, Answer.ABSTAINED}:
        return math.nan
    number = re.match(r"[(\[]?(\d+(?:[.,]\d+)?)(?=$|[^\d.,]|[.,]\s)", folded) or re.search(
        r"[(\[]\s*(\d)\s*[)\]]$", folded
    )
    if not number:
        return None
    value = float(number[1].replace(",", "."))
    return value if 1 <= value <= 9 else None


_Column = TypeVar("_Column", bound=Column)


def of_kind(columns: Mapping[int, Column], positions: Iterable[int], kind: type[_Column]) -> dict[int, _Column]:
    """Return the columns at some positions, which are known to be of one kind."""
    found = {position: columns[position] for position in positions}
    return {position: column for position, column in found.items() if isinstance(column, kind)}
