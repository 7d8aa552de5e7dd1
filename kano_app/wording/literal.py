"""User text as it stands: what nobody could see, or what could act on a terminal, is made visible."""

import unicodedata

_SIGNS = {"\n": "↵", "\r": "↵", "\t": "⇥"}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_TAIL = 4
"""One character in so many is kept for the end of a name that is cut."""
_INNER = frozenset(".,:/'’-–−+%_@")
"""Signs that a word or a number may hold: "3.5", "Wi-Fi", "24/7"."""
_MOST, _SHARE = 4, 5
"""So many characters, and no more than one in so many, are given for a cut at the edge of a word."""
_SQUARE = "\u2e80"
"""From here on characters are words of their own, or words that no space parts."""
_JOINERS = "\u200c\u200d"
"""Letters of some scripts, and composed emoji, need them."""


def visible(text: str) -> str:
    """Return text with line feeds as arrows and other control characters as their code, "[U+001B]"."""
    return "".join(_SIGNS.get(sign) or (f"[U+{ord(sign):04X}]" if _is_hidden(sign) else sign) for sign in text)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in _HIDDEN and sign not in _JOINERS


def shortened(text: str, longest: int) -> str:
    """Return text of at most ``longest`` characters; what is cut out is its middle, for many names begin alike.

    Words and numbers stay whole where that costs little; the end, which tells many names apart, grows for it and is
    never cut shorter.
    """
    if len(text) <= longest:
        return text
    most = min(_MOST, longest // _SHARE)
    tail = len(text) - longest // _TAIL
    tail = next((place for place in range(tail, max(tail - most, 1) - 1, -1) if _is_edge(text, place)), tail)
    head = longest - 1 - (len(text) - tail)
    head = next((place for place in range(head, max(head - most, 1) - 1, -1) if _is_edge(text, place)), head)
    return f"{text[:head].rstrip()}…{text[tail:].lstrip()}"


def _is_edge(text: str, place: int) -> bool:
    """Return whether no word and no number is cut before a place."""
    return place == len(text) or not (_is_inner(text[place - 1]) and _is_inner(text[place]))


def _is_inner(sign: str) -> bool:
    if sign in _INNER or sign in _JOINERS or unicodedata.category(sign)[0] == "M":
        return True
    return sign < _SQUARE and sign.isalnum()
