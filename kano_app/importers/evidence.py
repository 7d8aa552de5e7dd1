"""The last step of the way: slots of whole columns become the evidence of a survey, and what is missing is said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.evidence import AnswerPair, Codes
from kano_app.domain.problem import Code, Unusable
from kano_app.importers.answers import CODES, SLOTS, AnswerReader, is_word
from kano_app.importers.columns import AnswerColumn, Rows
from kano_app.importers.findings import LISTED_VALUES, Findings
from kano_app.importers.head import Head
from kano_app.importers.lexicon import fold, strengthened
from kano_app.importers.scale import Meaning

Joint = NDArray[np.int64]

_LISTED_TEXTS = 8


@dataclass(slots=True)
class SlotPair:
    """The slots of one feature's halves, and the headings they stood under."""

    name: str
    functional: Codes
    dysfunctional: Codes
    headings: tuple[str, str]


def joint_counts(functional: Codes, dysfunctional: Codes, weights: NDArray[np.int64] | None = None) -> Joint:
    """Return how often each pair of slots occurs, (16, 16)."""
    cells = functional.astype(np.int16) * SLOTS + dysfunctional
    counts = np.bincount(cells, weights, minlength=SLOTS * SLOTS)
    return np.rint(counts).astype(np.int64).reshape(SLOTS, SLOTS)


def cell_counts(pairs: Sequence[SlotPair]) -> NDArray[np.int64]:
    """Return how often each slot occurs in any cell, (16,)."""
    counts = np.zeros(SLOTS, dtype=np.int64)
    for pair in pairs:
        for half in (pair.functional, pair.dysfunctional):
            counts += np.bincount(half, minlength=SLOTS)
    return counts


def say_above_scale(pair: SlotPair, meaning: Meaning, rows: Rows, findings: Findings) -> None:
    """Note codes that the scale does not have: a 4 on a three-level form."""
    for slots, heading in zip((pair.functional, pair.dysfunctional), pair.headings, strict=True):
        for code in range(meaning.top + 1, LEVELS + 1):
            found = rows[np.flatnonzero(slots == CODES + code)]
            if found.size:
                _say_outside(findings, found, heading, str(code))


def say_words_and_codes(pairs: Sequence[SlotPair], reader: AnswerReader, rows: Rows, findings: Findings) -> None:
    """Note that some answers are words and others codes, with the place of the first code."""
    counts = cell_counts(pairs)
    words, codes = int(counts[Answer.LIKE : Answer.DISLIKE + 1].sum()), int(counts[CODES + 1 :].sum())
    if reader.own or not words or not codes:
        return
    first: dict[str, int] = {}
    for pair in pairs:
        for slots, heading in zip((pair.functional, pair.dysfunctional), pair.headings, strict=True):
            is_code = slots > CODES
            if is_code.any():
                first.setdefault(heading, int(rows[int(np.argmax(is_code))]))
    column = min(first, key=lambda heading: first[heading])
    findings.say(Code.WORDS_AND_CODES, row=first[column], column=column, count=codes, words=words)


def say_not_given(columns: Iterable[AnswerColumn], findings: Findings) -> None:
    """Note once per file which texts were taken to say that there is no answer."""
    texts: Counter[str] = Counter()
    for column in columns:
        texts.update(column.not_given)
    if texts:
        findings.say(
            Code.ANSWERS_MISSING_WORDS,
            values=tuple(sorted(texts, key=lambda text: (-texts[text], text)))[:_LISTED_TEXTS],
            different=len(texts),
            count=texts.total(),
        )


_OFTEN = 0.1
"""From such a share of a column's answers on a wording is one of the form's own."""


def say_doubled_wordings(head: Head, columns: Iterable[int], findings: Findings) -> None:
    """Note once per file that two wordings of one answer stand side by side, as “very satisfied” and “satisfied” do."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for column in columns:
        texts = {text: count for text, count in head.columns[column].items() if not head.reader.is_told(text)}
        often = [text for text, count in texts.items() if count >= max(2, _OFTEN * sum(texts.values()))]
        for text in often:
            for other in often:
                same = is_word(head.reader.slot(text)) and head.reader.slot(text) == head.reader.slot(other)
                if same and strengthened(text, other):
                    found.setdefault((fold(text), fold(other)), (head.name(column), text, other))
    if found:
        values = tuple(dict.fromkeys(text for _, *both in found.values() for text in both))[:LISTED_VALUES]
        findings.say(Code.SCALE_MAY_BE_LIKERT, column=next(iter(found.values()))[0], values=values)


def _say_outside(findings: Findings, rows: Rows, column: str, value: str) -> None:
    findings.say(
        Code.ANSWER_OUTSIDE_SCALE,
        row=int(rows[0]),
        column=column,
        value=value,
        rows=tuple(rows[:20].tolist()),
        count=int(rows.size),
    )


def answer_pair(pair: SlotPair, meaning: Meaning) -> AnswerPair:
    """Return the answers of one feature; its slots are overwritten, so that a large file is held only once."""
    np.take(meaning.functional, pair.functional, out=pair.functional)
    np.take(meaning.dysfunctional, pair.dysfunctional, out=pair.dysfunctional)
    return AnswerPair(pair.functional, pair.dysfunctional)


def nothing_counted(findings: Findings) -> Unusable:
    """Return why no pair is complete: answers that could not be read, if there are any, else that nobody answered."""
    codes = {Code.ANSWER_UNREAD, Code.ANSWER_OUTSIDE_SCALE}
    unread = sorted((one for one in findings.problems if one.code in codes), key=lambda one: one.row or 0)
    values = tuple(dict.fromkeys(one.value for one in unread if one.value is not None))
    if not values:
        return findings.unusable(Code.NO_ANSWERS)
    first = unread[0]
    return findings.unusable(
        Code.ANSWERS_UNKNOWN,
        row=first.row,
        column=first.column,
        values=values[:LISTED_VALUES],
        count=len(values),
        reason="no-pair",
    )


def say_missing(pairs: Sequence[AnswerPair], people: int, findings: Findings) -> None:
    """Note people without a single complete pair; incomplete pairs are counted, and told, by the analysis.

    Raises:
        Unusable: if nobody answered both halves of anything.

    """
    anything = np.zeros(people, dtype=np.bool_)
    for pair in pairs:
        anything |= _answered(pair.functional) & _answered(pair.dysfunctional)
    if not anything.any():
        raise nothing_counted(findings)
    if without := int(people - anything.sum()):
        findings.say(Code.PEOPLE_WITHOUT_PAIR, count=without)


def _answered(half: Codes) -> NDArray[np.bool_]:
    return (half >= Answer.LIKE) & (half <= Answer.DISLIKE)


def tallied(joint: Joint, meaning: Meaning) -> tuple[NDArray[np.int64], int]:
    """Return the 25 counts of one feature, and how many of its pairs have only one half."""
    counts = np.zeros((LEVELS, LEVELS), dtype=np.int64)
    incomplete = 0
    for functional, dysfunctional in zip(*np.nonzero(joint), strict=True):
        pair = int(meaning.functional[functional]), int(meaning.dysfunctional[dysfunctional])
        given = [Answer.LIKE <= answer <= Answer.DISLIKE for answer in pair]
        if all(given):
            counts[pair[0] - 1, pair[1] - 1] += joint[functional, dysfunctional]
        elif any(given):
            incomplete += int(joint[functional, dysfunctional])
    return counts, incomplete
