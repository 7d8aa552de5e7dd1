"""User text as it stands: what nobody could see, or what could act on a terminal, is made visible."""

import unicodedata

_SIGNS = {"\n": "↵", "\r": "↵", "\t": "⇥"}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_TAIL = 4
"""One character in so many is kept for the end of a name that is cut."""
_JOINERS = "\u200c\u200d"
"""Letters of some scripts, and composed emoji, need them."""


def visible(text: str) -> str:
    """Return text with line feeds as arrows and other control characters as their code, "[U+001B]"."""
    return "".join(_SIGNS.get(sign) or (f"[U+{ord(sign):04X}]" if _is_hidden(sign) else sign) for sign in text)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in _HIDDEN and sign not in _JOINERS


def shortened(text: str, longest: int) -> str:
    """Return text of at most ``longest`` characters; what is cut out is its middle, for many names begin alike."""
    if len(text) <= longest:
        return text
    tail = longest // _TAIL
    return f"{text[: longest - 1 - tail].rstrip()}…{text[len(text) - tail :].lstrip()}"
