"""The head of a grid, seen as a heading row and, per column, the different texts under it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from kano_app.importers.answers import OUTSIDE, UNREAD, AnswerReader, is_code, is_word
from kano_app.importers.grid import Grid, Row, column_letters
from kano_app.importers.headings import DYSFUNCTIONAL, FUNCTIONAL, fold_heading
from kano_app.importers.markers import separate_markers

_TITLE_ROWS = 5
"""So many rows may stand above the headings: a title, a blank line, a note."""


@dataclass(frozen=True, eq=False)
class Head:
    """One way to read the head of a grid: which record holds the headings."""

    grid: Grid
    heading_row: int
    """Position of the headings in ``grid.head``, from 0."""
    reader: AnswerReader
    headings: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Cut off blank cells behind the last heading."""
        cells = [cell.strip() for cell in self.grid.head[self.heading_row]]
        while cells and not cells[-1]:
            cells.pop()
        object.__setattr__(self, "headings", tuple(cells))

    @cached_property
    def columns(self) -> tuple[Counter[str], ...]:
        """Per column its texts that are not blank, in order of first appearance, with how often each occurs."""
        cells = list(zip_longest(*self.body, fillvalue=""))
        counters = [Counter(map(str.strip, column)) for column in cells[: len(self.headings)]]
        counters += [Counter() for _ in range(len(self.headings) - len(counters))]
        for counter in counters:
            del counter[""]
        return tuple(counters)

    @property
    def body(self) -> tuple[Row, ...]:
        """The records under the headings."""
        return self.grid.head[self.heading_row + 1 :]

    def name(self, column: int) -> str:
        """Return the heading of a column, or its letters where it has none."""
        return self.headings[column] or column_letters(column)

    def is_empty(self, column: int) -> bool:
        """Return whether nothing stands under a heading, as far as the head goes."""
        return not self.columns[column]

    @cached_property
    def _kinds(self) -> tuple[tuple[int, int, int], ...]:
        """Per column how many cells are answers in words, codes, and neither."""
        kinds = []
        for counter in self.columns:
            words = codes = others = 0
            for text, count in counter.items():
                slot = self.reader.slot(text)
                words += count * is_word(slot)
                codes += count * is_code(slot)
                others += count * (slot in {UNREAD, OUTSIDE})
            kinds.append((words, codes, others))
        return tuple(kinds)

    def holds_answers(self, column: int) -> bool:
        """Return whether most cells that say anything are answers or codes of answers."""
        words, codes, others = self._kinds[column]
        return words + codes > others

    def holds_words(self, column: int) -> bool:
        """Return whether most cells are answers in words, which no other question has."""
        words, _, others = self._kinds[column]
        return words > others

    def may_hold_answers(self, column: int) -> bool:
        """Return whether the cells could be answers in wordings nobody has told: few different ones, no numbers."""
        counter = self.columns[column]
        return 0 < len(counter) <= 12

    def is_headed_as_half(self, column: int) -> bool:
        """Return whether something stands under a heading that speaks of half a pair, whatever it is."""
        heading = self.headings[column]
        told = fold_heading(heading) in FUNCTIONAL | DYSFUNCTIONAL
        return not self.is_empty(column) and (told or any(reading.plain for reading in separate_markers(heading)))


def heads(grid: Grid, reader: AnswerReader) -> Iterator[Head]:
    """Yield the ways to read a grid: its first record that is not blank holds the headings, or one soon after."""
    filled = [at for at, record in enumerate(grid.head) if any(cell.strip() for cell in record)]
    for at in filled[:_TITLE_ROWS]:
        # Below the first record, one with an answer in it is somebody's answers and heads nothing.
        if at == filled[0] or not any(_is_answer(cell, reader) for cell in grid.head[at]):
            yield Head(grid, at, reader)


def _is_answer(cell: str, reader: AnswerReader) -> bool:
    slot = reader.slot(cell)
    return is_word(slot) or (bool(reader.own) and is_code(slot))
