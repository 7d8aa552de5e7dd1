"""The head of a grid in one frame: its headings and, per column, the different texts under each."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from kano_app.domain.answer import Answer
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import BERGER
from kano_app.domain.mapping import RowRule
from kano_app.importers.answers import OUTSIDE, UNREAD, AnswerReader, is_code, is_word
from kano_app.importers.frame import Frame
from kano_app.importers.headings import DYSFUNCTIONAL, FUNCTIONAL, fold_heading, masked
from kano_app.importers.lexicon import fold
from kano_app.importers.pairing.markers import separate_markers
from kano_app.importers.readers.grid import Grid, Row, column_letters


@dataclass(frozen=True, eq=False)
class Head:
    """One way to read the head of a grid."""

    grid: Grid
    frame: Frame
    reader: AnswerReader

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The heading of each column, without addresses of anybody."""
        return tuple(map(masked, self.frame.headings))

    @cached_property
    def columns(self) -> tuple[Counter[str], ...]:
        """Per column its texts that are not blank, in order of first appearance, with how often each occurs."""
        cells = list(zip_longest(*self.body, fillvalue=""))
        counters = [Counter(map(str.strip, column)) for column in cells[: len(self.headings)]]
        counters += [Counter() for _ in range(len(self.headings) - len(counters))]
        for counter in counters:
            del counter[""]
        return tuple(counters)

    @cached_property
    def body(self) -> tuple[Row, ...]:
        """The records under the headings that are somebody's, as far as the head goes."""
        under = self.grid.head[self.frame.first_row :]
        return tuple(row for row in under if not any(leaves_out(rule, row) for rule in self.frame.rules))

    def name(self, column: int) -> str:
        """Return the heading of a column, or its letters where it has none."""
        return (self.headings[column] if column < len(self.headings) else "") or column_letters(column)

    def is_empty(self, column: int) -> bool:
        """Return whether nothing stands under a heading, as far as the head goes."""
        return not self.columns[column]

    @cached_property
    def _kinds(self) -> tuple[tuple[int, int, int], ...]:
        """Per column how many cells are answers in words, codes, and neither."""
        kinds = []
        for counter in self.columns:
            words = codes = others = 0
            met = set()
            for text, count in counter.items():
                slot = self.reader.slot(text)
                met.add(slot)
                words += count * is_word(slot)
                codes += count * is_code(slot)
                others += count * (slot in {UNREAD, OUTSIDE})
            # “Neutral” stands in the middle of many a scale: among texts that are no answers it is none either.
            if others and not met & {Answer.LIKE, Answer.EXPECT, Answer.TOLERATE, Answer.DISLIKE}:
                words, others = 0, others + words
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

    def reverse_either_way(self, functional: int, dysfunctional: int) -> tuple[int, int]:
        """Return how many people would be reverse if two columns of words were halves, and if they were exchanged."""
        width = max(functional, dysfunctional)
        counts = Counter((row[functional], row[dysfunctional]) for row in self.body if len(row) > width)
        reverse = [0, 0]
        for (one, other), count in counts.items():
            slots = self.reader.slot(one), self.reader.slot(other)
            if all(map(is_word, slots)):
                reverse[0] += count * _is_reverse(*slots)
                reverse[1] += count * _is_reverse(*reversed(slots))
        return reverse[0], reverse[1]

    def is_headed_as_half(self, column: int) -> bool:
        """Return whether something stands under a heading that speaks of half a pair, whatever it is."""
        heading = self.headings[column]
        told = fold_heading(heading) in FUNCTIONAL | DYSFUNCTIONAL
        return not self.is_empty(column) and (told or any(reading.plain for reading in separate_markers(heading)))


def _is_reverse(functional: int, dysfunctional: int) -> bool:
    return BERGER.category(functional, dysfunctional) is Category.REVERSE


def leaves_out(rule: RowRule, row: Row) -> bool:
    """Return whether a rule leaves a record out."""
    text = row[rule.position] if rule.position < len(row) else ""
    return matches(rule, text)


def matches(rule: RowRule, text: str) -> bool:
    """Return whether a cell is one of the texts of a rule."""
    return fold(text) in {fold(one) for one in rule.texts}
