"""Rows that explain the scale, as “1 = like, 5 = dislike” does, and are nobody's answers."""

import re
from collections.abc import Sequence

from kano_app.domain.mapping import RowRule
from kano_app.importers.answers import AnswerReader, is_code, is_word
from kano_app.importers.head import Head, leaves_out
from kano_app.importers.readers.grid import Row

_SIGN = r"\s?(?:[=:：＝]|(?<=\s)[-–—](?=\s))\s?"
_ENTRY = re.compile(rf"(?<!\d)(\d){_SIGN}([^=:：＝]+?)(?=[\s,，;；、/|(（]*(?<!\d)\d{_SIGN}|$)")
"""A code and what it means, up to the next code."""
_LONGEST = 300
"""A cell of more characters explains no scale."""
_AROUND = " \t\n,，;；、/|()（）[]"


def legends(head: Head, answered: Sequence[int]) -> tuple[RowRule, ...]:
    """Return a rule for each row in which no half is answered and one cell says what two codes or more mean.

    Args:
        head: the records of a file.
        answered: the columns of the halves.

    """
    rules: list[RowRule] = []
    for row in head.body:
        if _answers(row, answered, head.reader) or any(leaves_out(rule, row) for rule in rules):
            continue
        cells = enumerate(row[: len(head.headings)])
        told = next(((at, cell.strip()) for at, cell in cells if is_legend(cell, head.reader)), None)
        if told is not None:
            rules.append(RowRule(told[0], head.headings[told[0]], (told[1],), "legend"))
    # What somebody wrote beside answers is left where it is.
    people = [row for row in head.body if _answers(row, answered, head.reader)] if rules else []
    return tuple(rule for rule in rules if not any(leaves_out(rule, row) for row in people))


def is_legend(text: str, reader: AnswerReader) -> bool:
    """Return whether a text tells of two codes or more which answers they mean."""
    if len(text) > _LONGEST:
        return False
    told = {(number, reader.slot(label.strip(_AROUND))) for number, label in _ENTRY.findall(text.strip())}
    known = [one for one in told if is_word(one[1]) or (reader.own and is_code(one[1]))]
    return min(len({number for number, _ in known}), len({answer for _, answer in known})) >= 2


def _answers(row: Row, answered: Sequence[int], reader: AnswerReader) -> bool:
    """Return whether one of the halves is answered in a row."""
    slots = (reader.slot(row[column]) for column in answered if column < len(row))
    return any(is_word(slot) or is_code(slot) for slot in slots)
