"""One cell of an answer column → a slot: an answer in words, a code whose meaning is not settled yet, or unread."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.settings import ImportSettings, Scale
from kano_app.importers.lexicon import fold, lexicon

UNREAD = 7
"""Slot of a cell that could not be read; 0 to 6 are the answers themselves."""
OUTSIDE = 8
"""Slot of a number that is no code of any scale."""
CODES = 10
"""Slot of code 0; the codes 1 to 5 follow, so that a slot fits into four bits."""
SLOTS = 16
NOT_GIVEN = (Answer.UNANSWERED, Answer.ABSTAINED)
"""Slots of cells that are blank or say that there is no answer."""

_CODE = re.compile(r"(\d{1,4})(?:\.0*)?")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_WHOLE = re.compile(r"([-+−]?)(\d{1,4})(?:\.0*)?")
_NUMBERED = (
    re.compile(r"(?P<code>\d{1,2}|[a-e])\s*[(\[]\s*(?P<label>.+?)\s*[)\]]"),
    re.compile(r"[(\[]?(?P<code>\d{1,2}|[a-e])\s*(?:[-–—.:、)\]=/]+|(?<=\d)\s)\s*(?P<label>.+)"),
    re.compile(r"(?P<label>.+?)\s*(?:[(\[]\s*(?P<code>\d{1,2})\s*[)\]]|[-–—=:]\s*(?P<number>\d))"),
)
"""A number or letter joined to a label."""
_KNOWN_LIMIT = 4096
MISSING_NUMBERS = {-2, -3}
"""Numbers that say that there is no answer, where all codes are positive."""


def check_answers(answers: tuple[str, ...]) -> None:
    """Refuse a form's own answers that cannot be told apart or are not as many as a form has.

    Args:
        answers: the answers from like to dislike, as the user gave them.

    Raises:
        ValueError: with what is wrong with them.

    """
    if len(answers) not in {3, LEVELS}:
        raise ValueError(f"three or five answers are needed, from like to dislike; here are {len(answers)}")
    given: dict[str, str] = {}
    for place, text in enumerate(answers, start=1):
        folded = fold(text)
        if not folded:
            raise ValueError(f"answer {place} is blank; three or five answers are needed, from like to dislike")
        if folded in given:
            raise ValueError(f"“{given[folded]}” and “{text}” are the same answer but for case, blanks or a final stop")
        given[folded] = text


class AnswerReader:
    """Reads answer cells, by the form's own wordings if they were given, else by the lexicon and as codes."""

    def __init__(self, settings: ImportSettings, wordings: Sequence[tuple[str, Answer]] = ()) -> None:
        """Take over the form's own answers, and what single texts mean.

        Raises:
            ValueError: if the form's own answers are not three or five different ones.

        """
        self._told = {fold(text): int(answer) for text, answer in wordings}
        if settings.answers:
            check_answers(settings.answers)
        self.own = {fold(text): position for position, text in enumerate(settings.answers, start=1)}
        self.scale = settings.scale
        if len(self.own) == LEVELS:
            self.scale = Scale.FIVE
        elif self.own and self.scale is not Scale.THREE_ASYMMETRIC:
            self.scale = Scale.THREE
        self.joined: set[tuple[int, int]] = set()
        """Codes that stand beside the answer they mean, “5 = I like it”, with that answer."""
        self._known: dict[str, int] = {}
        self._minus_is_code = any((number := whole(text)) is not None and number <= 0 for text in self.own)

    def take_minus_as_code(self) -> None:
        """Read −2 and −3 as codes from now on: the file has codes that are not positive."""
        self._minus_is_code = True
        self._known.clear()

    def slot(self, text: str) -> int:
        """Return the slot of a cell."""
        slot = self._known.get(text)
        if slot is None:
            slot = self._read(text)
            if len(self._known) < _KNOWN_LIMIT:
                self._known[text] = slot
        return slot

    def _read(self, text: str) -> int:
        folded = fold(text)
        if folded in self._told:
            return self._told[folded]
        if folded in self.own:
            return CODES + self.own[folded]
        known = lexicon()
        minus = self._minus_is_code and whole(text) in MISSING_NUMBERS
        if self.own:
            if (number := whole(text)) is not None and str(number) in self.own:
                return CODES + self.own[str(number)]
            if minus:
                return UNREAD
            answer = known.get(folded)
            return answer if answer in {Answer.UNANSWERED, Answer.ABSTAINED} else UNREAD
        if minus:
            return OUTSIDE
        if folded in known:
            return known[folded]
        if code := _CODE.fullmatch(folded):
            value = int(code[1])
            return CODES + value if 1 <= value <= LEVELS else OUTSIDE
        if _NUMBER.fullmatch(folded):
            return OUTSIDE
        for pattern in _NUMBERED:
            # The label decides: codes run in either direction, words do not.
            if (label := pattern.fullmatch(folded)) and (answer := known.get(fold(label["label"]))) is not None:
                beside: str = label.groupdict().get("number") or label["code"]
                if beside.isdigit() and is_word(answer):
                    self.joined.add((int(beside), answer))
                return answer
        return UNREAD

    def is_told(self, text: str) -> bool:
        """Return whether somebody said what this very text means."""
        return fold(text) in self._told

    def table(self, column: Sequence[str]) -> NDArray[np.int8]:
        """Return the slots of distinct texts, and after them that of an empty cell."""
        return np.array([*map(self.slot, column), Answer.UNANSWERED], dtype=np.int8)


def is_code(slot: int) -> bool:
    """Return whether a slot is a code from 1 to 5 (or the rank of one of the form's own answers)."""
    return slot > CODES


def is_word(slot: int) -> bool:
    """Return whether a slot is one of the five answers, told by its wording."""
    return Answer.LIKE <= slot <= Answer.DISLIKE


def whole(text: str) -> int | None:
    """Return a text that is a whole number and nothing else, written with a point or not, as that number."""
    number = _WHOLE.fullmatch(fold(text))
    return None if number is None else int(number[2]) * (1 if number[1] in {"", "+"} else -1)


def looks_numeric(text: str) -> bool:
    """Return whether a text is a number and nothing else."""
    return bool(_NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip()))
