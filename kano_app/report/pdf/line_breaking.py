"""Where a line of mixed Chinese and Latin text may end: the step between words and lines, free of fonts and PDF."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import Generic

from kano_app.report.pdf.reach import Measure, Reach, Room, Squeeze, Style, joined

CLOSING = frozenset(
    "，。、；：！？）】》」』〉〕］｝〗〙〛〞〟”’…‥⋯—―–‧·・～％‰℃￠°′″"
    "ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡｣､･︰﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞"
)
"""Marks that never begin a line: they belong to what they follow."""

OPENING = frozenset("（【《「『〈〔［｛〖〘〚〝“‘｢￥＄￡﹙﹛﹝")
"""Marks that never end a line: they belong to what they precede."""

# Inside a Latin word these are letters like any other ("3.5", "f(x)"); beside Chinese they are punctuation.
_LATIN_CLOSING = frozenset(",.;:!?%)]}>/-~\"'")
_LATIN_OPENING = frozenset("([{<\"'")
# Closing marks that a word may hold: "it’s", "23°C", "1–5", "N·m".
_INNER = frozenset("’–‧·‰℃°′″")

# No-break spaces are missing here on purpose: whoever typed one wants no break.
_SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000")
_GLUE = frozenset("\u00a0\u2007\u202f\u2060\ufeff")
_JOINER = "\u200d"
_PER_CENT = frozenset("%％‰")
# A Chinese paragraph does not end with so few characters on a line of their own, if it can have more there.
_LONELY, _COMPANY = 2, 4
# Sums of a few hundred floating widths differ from their own total by less than this.
_TOLERANCE = 1e-6

_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00016fe0-\U00018cff\U0001aff0-\U0001b2ff\U00020000-\U0003ffff]"
)


class Break(IntEnum):
    """How willingly a line ends between two characters."""

    NEVER = 0
    ANYWHERE = 1
    BETWEEN_WORDS = 2
    GOOD = 3


@dataclass(frozen=True)
class Token:
    """A piece that stays on one line if it fits, and the white space after it, which vanishes at a line's end."""

    text: str
    space: str = ""


@dataclass(frozen=True)
class Line(Generic[Style]):
    """One line: its styled pieces, their width without spaces at the end, and where it starts in the joined text."""

    pieces: tuple[tuple[str, Style], ...]
    width: float
    start: int

    @property
    def text(self) -> str:
        """Return the line's characters without their styles."""
        return "".join(text for text, _ in self.pieces)


@cache
def is_cjk(char: str) -> bool:
    """Return whether a character is set in a square: Han, kana, Hangul, their punctuation and full-width forms."""
    return _CJK.match(char) is not None


@cache
def _is_mark(char: str) -> bool:
    """Return whether a character sits on the one before: an accent, a variation selector, a skin tone, a joiner."""
    return char == _JOINER or unicodedata.category(char)[0] == "M" or "\U0001f3fb" <= char <= "\U0001f3ff"


@cache
def _is_letter(char: str) -> bool:
    """Return whether a character is part of a Latin word, number, address or unit."""
    return not (is_cjk(char) or char in _SPACES or char in CLOSING or char in OPENING)


@lru_cache(maxsize=65_536)
def _between(before: str, after: str) -> Break:
    """Judge the place between two neighbouring characters, neither of them a space."""
    if _is_mark(after) or before == _JOINER or before in _GLUE or after in _GLUE:
        return Break.NEVER
    if before in OPENING or after in CLOSING:
        return Break.ANYWHERE
    if _is_letter(before):
        return Break.ANYWHERE if _is_letter(after) or before in _LATIN_OPENING else Break.GOOD
    inside = after in _LATIN_CLOSING or (before in _INNER and _is_letter(after))
    return Break.ANYWHERE if inside else Break.GOOD


def opportunities(text: str) -> list[Break]:
    """Return for every index how willingly a line ends before that character; line feeds are the caller's matter."""
    found = [Break.NEVER] * len(text)
    solid = ""
    for index, char in enumerate(text):
        if char in _SPACES or not index:
            solid = solid if char in _SPACES else char
            continue
        if text[index - 1] not in _SPACES:
            found[index] = _between(solid, char)
        elif solid and not (solid.isdigit() and char in _PER_CENT):
            held = solid in OPENING or char in CLOSING or char in _GLUE or solid in _GLUE
            found[index] = Break.BETWEEN_WORDS if held else Break.GOOD
        solid = char
    return found


def tokens(text: str) -> list[Token]:
    """Cut a text into the pieces that stay whole; put together again they are the text.

    Args:
        text: any text; a line feed is a token's space.
    """
    found: list[Token] = []
    for paragraph in re.split(r"(?<=\n)", text):
        good = opportunities(paragraph.removesuffix("\n"))
        cuts = [0, *(index for index, willing in enumerate(good) if willing is Break.GOOD), len(paragraph)]
        for start, end in pairwise(cuts):
            piece = paragraph[start:end]
            solid = _trimmed(piece)
            if piece:
                found.append(Token(solid, piece[len(solid) :]))
    return found


def _trimmed(text: str) -> str:
    return text.rstrip("".join(_SPACES) + "\n")


def break_lines(
    spans: Sequence[tuple[str, Style]],
    width: float,
    measure: Measure[Style],
    squeeze: Squeeze[Style] | None = None,
    room: Room[Style] | None = None,
    *,
    balanced: bool = True,
) -> list[Line[Style]]:
    r"""Break styled text into lines of at most a width.

    A line ends where the joined text allows it best: between words or Han characters, never before a closing or after
    an opening mark; only what is wider than a line by itself is broken elsewhere. ``\n`` ends a line. Spaces at the end
    of a line vanish.

    Args:
        spans: text and style, in reading order; any hashable style.
        width: of a line, in the unit of ``measure``.
        measure: width of a text in a style; widths add up character by character (no kerning).
        squeeze: what is taken from between neighbouring marks and at the ends of a line; nothing without it.
        room: what stands between Han and Latin characters; nothing without it.
        balanced: whether a Chinese paragraph takes more into its last line where only a character or two stand there.

    Returns:
        At least one line for every paragraph, an empty one too.
    """
    text, styles = joined(spans)
    reach = Reach(text, styles, measure, squeeze, room)
    lines: list[Line[Style]] = []
    start = 0
    for paragraph in text.split("\n"):
        willing = opportunities(paragraph)
        cuts = _cut(paragraph, willing, reach, start, width)
        if balanced and len(cuts) > 1:
            cuts = _balanced(paragraph, willing, reach, start, width, cuts)
        for first, last in cuts:
            begin, end = start + first, start + last
            lines.append(Line(_pieces(text, styles, begin, end), reach.width(begin, end), begin))
        start += len(paragraph) + 1
    return lines


def _cut(text: str, willing: list[Break], reach: Reach[Style], at: int, width: float) -> list[tuple[int, int]]:
    """Return begin and end, without its spaces, of every line of one paragraph, which begins ``at`` in the whole."""
    lines: list[tuple[int, int]] = []
    start, best = 0, {Break.GOOD: 0, Break.BETWEEN_WORDS: 0, Break.ANYWHERE: 0}
    index = 0
    while index < len(text):
        if index > start and willing[index]:
            best[willing[index]] = index
        # A space may hang over the edge: if the line ends here, it vanishes.
        if text[index] not in _SPACES and reach.width(at + start, at + index + 1) > width + _TOLERANCE:
            place = next((place for place in best.values() if place > start), None)
            if place is not None:
                lines.append((start, start + len(_trimmed(text[start:place]))))
                start = index = place
                continue
        index += 1
    lines.append((start, start + len(_trimmed(text[start:]))))
    return lines


def _balanced(
    text: str, willing: list[Break], reach: Reach[Style], at: int, width: float, lines: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the lines of a paragraph with more in the last one, where a Chinese character or two stand alone."""
    (before, _), (last, end) = lines[-2:]
    alone = text[last:end]
    if _letters(alone) > _LONELY or not any(map(is_cjk, text[before:end])):
        return lines
    wanted = min(_COMPANY, _letters(text[before:end]) / 2)
    for place in range(last - 1, before, -1):
        if willing[place] is Break.GOOD and _letters(text[place:end]) >= wanted:
            if reach.width(at + place, at + end) > width + _TOLERANCE:
                break
            return [*lines[:-2], (before, before + len(_trimmed(text[before:place]))), (place, end)]
    return lines


def _letters(text: str) -> float:
    """Return how many characters are read, two Latin ones for one; marks and spaces are none."""
    return sum((1.0 if is_cjk(char) else 0.5) for char in text if char.isalnum())


def _pieces(text: str, styles: list[Style], begin: int, end: int) -> tuple[tuple[str, Style], ...]:
    """Gather neighbours of one style."""
    grouped = groupby(range(begin, end), key=lambda index: styles[index])
    return tuple(("".join(text[index] for index in indices), style) for style, indices in grouped)
