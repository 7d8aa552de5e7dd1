"""Cards counted from the keyboard: two digits are a pair, and × with a number and Enter makes it so many of them."""

from dataclasses import dataclass

from kano_app.domain.answer import LEVELS
from kano_app.domain.session import Place
from kano_app.entry.refused import Refusal, Refused

_MINUS, _TIMES = frozenset("-−"), frozenset("*xX×")
_ENTER, _DROPS = frozenset("\r\n"), frozenset("\b\x7f\x1b")
_MOST_DIGITS = 2
"""Of a number typed after ×: nobody counts a hundred pairs of cards at a glance."""


@dataclass(frozen=True, slots=True)
class Cards:
    """So many more pairs of cards of a kind; fewer where ``by`` is below 0."""

    functional: int
    dysfunctional: int
    by: int


@dataclass(frozen=True, slots=True)
class CardTyping:
    """What was typed of a pair of cards at a question; at any other question nothing was."""

    place: Place | None = None
    text: str = ""
    """A minus to take back, the digits of a pair, the last of which counts one, and × with how many of it in all."""
    wrong: Refusal | None = None
    """Why what was just typed counts nothing. A number that is wrong stays so until it is dropped."""

    def at(self, place: Place | None) -> "CardTyping":
        """Return what was typed at a question."""
        return self if self.place == place else CardTyping(place)

    def key(self, place: Place | None, char: str) -> "tuple[CardTyping, Cards | None] | None":
        """Return what is typed after one more key, and what it counts; ``None`` for a key that is none of cards.

        15 counts one pair, −15 takes one back. 15×12 makes it twelve once Enter has ended it: as long as it is open,
        whatever else is typed could be meant as another pair, and so it spoils the number.

        Raises:
            Refused: if the key is a digit of no card, or there is no pair to count more of.

        """
        typing = self.at(place)
        held = typing.text
        if "×" in held:
            return _number(typing, char)
        sign, rest = ("-", held[1:]) if held.startswith("-") else ("", held)
        is_pair = len(rest) == 2
        if char in _MINUS and char:
            return CardTyping(place, "-"), None
        if char in _TIMES and char:
            if not is_pair:
                raise Refused(Refusal.NO_SUCH_CARD)
            return CardTyping(place, f"{held}×"), None
        if char in _DROPS and held and not is_pair:
            return CardTyping(place), None
        if len(char) != 1 or not char.isdecimal():
            return None
        digit = str(int(char))
        if not 1 <= int(digit) <= LEVELS:
            raise Refused(Refusal.NO_SUCH_CARD)
        if len(rest) == 1:
            return CardTyping(place, f"{held}{digit}"), Cards(int(rest), int(digit), -1 if sign else 1)
        return CardTyping(place, digit if is_pair else f"{held}{digit}"), None


def _number(typing: CardTyping, char: str) -> tuple[CardTyping, Cards | None] | None:
    """Return a number after one more key; only Enter counts, and how many more that is than the pair ittyping."""
    if not char:
        return None
    pair, _, number = typing.text.partition("×")
    if char in _DROPS:
        return CardTyping(typing.place), None
    if char in _ENTER:
        if typing.wrong is not None or not number:
            return CardTyping(typing.place, wrong=typing.wrong), None
        by = int(number) - 1
        counts = Cards(int(pair[-2]), int(pair[-1]), -by if pair.startswith("-") else by) if by else None
        return CardTyping(typing.place), counts
    if char.isdecimal() or char in _TIMES or char in _MINUS:
        longer = f"{number}{int(char)}" if char.isdecimal() else ""
        if typing.wrong is None and longer and len(longer) <= _MOST_DIGITS and int(longer):
            return CardTyping(typing.place, f"{pair}×{longer}"), None
        return CardTyping(typing.place, typing.text, Refusal.NUMBER_NOT_ENDED), None
    raise Refused(Refusal.NUMBER_NOT_ENDED)
