"""Cards counted from the keyboard: two digits are a pair, and × with a number makes it so many of them."""

from dataclasses import dataclass

from kano_app.domain.answer import LEVELS
from kano_app.domain.session import Place
from kano_app.entry.refused import Refusal, Refused

_MINUS, _TIMES = frozenset("-−"), frozenset("*xX×")
_ENTER, _DROPS = frozenset("\r\n"), frozenset("\b\x7f\x1b")
_MOST_DIGITS = 3


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

    def at(self, place: Place | None) -> "CardTyping":
        """Return what was typed at a question."""
        return self if self.place == place else CardTyping(place)

    def key(self, place: Place | None, char: str) -> "tuple[CardTyping, Cards | None] | None":
        """Return what is typed after one more key, and what it counts; ``None`` for a key that is none of cards.

        15 counts one pair, 15×12 twelve, −15 takes one back. Each digit of a number counts at once; Enter ends it.

        Raises:
            Refused: if the key is a digit of no card, or there is no pair to count more of.

        """
        held = self.at(place).text
        sign, rest = ("-", held[1:]) if held.startswith("-") else ("", held)
        is_pair, is_number = len(rest) == 2, "×" in rest
        if char in _MINUS and char:
            return CardTyping(place, "-"), None
        if char in _TIMES and char:
            if not is_pair and not is_number:
                raise Refused(Refusal.NO_SUCH_CARD)
            return CardTyping(place, held if is_number else f"{held}×"), None
        if char in _ENTER and is_number:
            return CardTyping(place), None
        if char in _DROPS and held and not is_pair:
            return CardTyping(place), None
        if len(char) != 1 or not char.isdecimal():
            return None
        digit = str(int(char))
        if is_number:
            return _number(place, held, digit)
        if not 1 <= int(digit) <= LEVELS:
            raise Refused(Refusal.NO_SUCH_CARD)
        if len(rest) == 1:
            return CardTyping(place, f"{held}{digit}"), Cards(int(rest), int(digit), -1 if sign else 1)
        return CardTyping(place, digit if is_pair else f"{held}{digit}"), None


def _number(place: Place | None, held: str, digit: str) -> tuple[CardTyping, Cards | None]:
    """Return a number with one more digit, and how many pairs that is more than were counted before it."""
    pair, _, number = held.partition("×")
    new = f"{number}{digit}"
    if int(new) == 0 or len(new) > _MOST_DIGITS:
        raise Refused(Refusal.NO_SUCH_CARD)
    by = int(new) - int(number or "1")
    functional, dysfunctional = map(int, pair[-2:])
    counts = Cards(functional, dysfunctional, -by if pair.startswith("-") else by) if by else None
    return CardTyping(place, f"{held}{digit}"), counts
