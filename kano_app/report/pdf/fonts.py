"""Which face of Noto Sans sets which character: the step between any text and the fonts in the PDF."""

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kano_app.assets import resource
from kano_app.report.pdf.line_breaking import is_cjk

_LATIN, _SC, _TC = "NotoSans", "NotoSansSC", "NotoSansTC"
LATIN, TC = f"{_LATIN}-", f"{_TC}-"
"""How the names of the fonts of Latin text, and of traditional Chinese, begin."""
_FOLDERS = {_LATIN: "noto-sans", _SC: "noto-sans-sc", _TC: "noto-sans-tc"}
_WEIGHTS = {"regular": "Regular", "semibold": "SemiBold"}

# Between the two faces' own values (1.07 and 0.88 up, 0.29 and 0.12 down): room for Å, 国 and g, capitals and Han
# characters in the middle of the box, and not the third of white that Noto Sans asks for.
_ASCENT, _DESCENT = 0.92, 0.24

# Marks that English and Chinese share by code but not by shape: half an em there, a full square here.
_OPENERS, _CLOSERS = {"“": "”", "‘": "’"}, {"”": "“", "’": "‘"}
_AMBIGUOUS = frozenset("“”‘’—―…‥·‧•※")

# Spaces to the eye; and Noto Sans leaves a gap for a word joiner, but none for the older character of that meaning.
_BLANKS = str.maketrans({"\t": " ", "\r": "\n", "\u2060": "\ufeff"})
# What follows an emoji and changes it: variation selectors, skin tones, tags, and a joiner with its next character.
_SELECTOR = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_FOLLOWER = f"[{_SELECTOR}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3]"
_EMOJI = re.compile(f".{_FOLLOWER}*(?:\u200d\\S{_FOLLOWER}*)*\u200d?")
_SELECTORS = re.compile(f"[{_SELECTOR}]+")

# What turns the direction of what follows: Noto Sans has empty glyphs for them, and nobody would see them.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_registering = threading.Lock()


class Run(NamedTuple):
    """Neighbouring characters of one font, by the name reportlab knows it."""

    font: str
    text: str


def visible(cluster: str) -> str:
    """Return the code of a character without a glyph, "[U+1F3E8]"; what modifies it is joined by a plus sign."""
    return "[" + "+".join(f"U+{ord(char):04X}" for char in cluster) + "]"


class FontBook:
    """The faces of one document: which of them sets a character, how wide it is, and which characters none has.

    Noto Sans sets Latin, Greek and Cyrillic, Noto Sans SC or TC Han, kana and Chinese punctuation. A font is registered
    with reportlab when the first character asks for it, once for the whole process.

    Attributes:
        missing: how often a character that no font has was to be shown, by the character and what modifies it.
    """

    def __init__(self, language_code: str) -> None:
        """Choose the Chinese face by the document's language.

        Args:
            language_code: "en", "zh_CN" or "zh_TW".
        """
        self.missing: Counter[str] = Counter()
        chinese = (_TC, _SC) if language_code == "zh_TW" else (_SC, _TC)
        self._preferred = {False: (_LATIN, *chinese), True: (*chinese, _LATIN)}
        self._faces: dict[tuple[str, bool], str | None] = {}
        self._widths: dict[str, dict[int, float]] = {}

    @property
    def initial_font(self) -> str:
        """Return the font a canvas or document must start with, or reportlab adds a Helvetica that is not embedded."""
        return self.font(_LATIN, "regular")

    def ascent(self, size: float) -> float:
        """Return how far a line of mixed faces rises above its baseline, in points."""
        return _ASCENT * size

    def descent(self, size: float) -> float:
        """Return how far a line of mixed faces hangs below its baseline, in points; positive."""
        return _DESCENT * size

    def shown(self, text: str, *, count: bool = True) -> str:
        """Return the text as it can be printed: a character that no font has becomes its visible code.

        Args:
            text: any text.
            count: whether what is missing is counted in ``missing``.
        """
        if text.isascii() and text.isprintable():
            return text
        text = text.replace("\r\n", "\n").translate(_BLANKS)
        if all(char == "\n" or self._face(char, wide=is_cjk(char)) for char in set(text)):
            return text
        return "".join(self._visible_clusters(text, count=count))

    def runs(self, text: str, weight: str = "regular", *, count: bool = True) -> list[Run]:
        """Split one line of text into runs of one font each.

        Args:
            text: any text; a line feed is set as a space.
            weight: "regular" or "semibold".
            count: whether what is missing is counted in ``missing``.
        """
        text = self.shown(text, count=count).replace("\n", " ")
        fonts = [self.font(face, weight) for face in self.faces(text)]
        grouped = groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0])
        return [Run(font, "".join(char for _, char in pairs)) for font, pairs in grouped]

    def width(self, text: str, size: float, weight: str = "regular") -> float:
        """Return the width of one line of text in points; counts nothing as missing."""
        return sum(self.run_width(run, size) for run in self.runs(text, weight, count=False))

    def run_width(self, run: Run, size: float) -> float:
        """Return the width of a run in points, the sum of its characters' widths."""
        widths = self._widths.get(run.font)
        if widths is None:
            widths = self._widths[run.font] = pdfmetrics.getFont(run.font).face.charWidths
        return sum(widths[ord(char)] for char in run.text) * size / 1000

    def faces(self, text: str) -> list[str]:
        """Return the face of every character of a text that has been ``shown``.

        Args:
            text: a whole paragraph: the faces of quotation marks and dashes depend on their neighbours.
        """
        if text.isascii():
            return [_LATIN] * len(text)
        found: list[str] = []
        for char, wide in zip(text, _wide(text), strict=True):
            # An accent of another face would not sit on its letter.
            if found and unicodedata.category(char)[0] == "M" and self._has(found[-1], char):
                found.append(found[-1])
            else:
                found.append(self._face(char, wide=wide) or _LATIN)
        return found

    @staticmethod
    def font(face: str, weight: str) -> str:
        """Return the registered name of a face in a weight, registered now if it was not yet."""
        name = f"{face}-{_WEIGHTS[weight]}"
        if name not in pdfmetrics._fonts:  # noqa: SLF001 - its public list of names is sorted anew at every call
            with _registering:
                if name not in pdfmetrics._fonts:  # noqa: SLF001 - another thread may have been first
                    pdfmetrics.registerFont(_load(name, face))
        return name

    def _visible_clusters(self, text: str, *, count: bool) -> Iterator[str]:
        start = 0
        while start < len(text):
            char = text[start]
            if char == "\n" or self._face(char, wide=is_cjk(char)):
                yield char
                # A character that is printed in its plain form loses nothing with a wish for a coloured one.
                selectors = _SELECTORS.match(text, start + 1)
                start = selectors.end() if selectors else start + 1
                continue
            emoji = _EMOJI.match(text, start) if unicodedata.category(char)[0] == "S" else None
            cluster = emoji[0] if emoji else char
            if count:
                self.missing[cluster] += 1
            yield visible(cluster)
            start += len(cluster)

    def _face(self, char: str, *, wide: bool) -> str | None:
        """Return the first face that has a character, the Chinese ones first for a wide one."""
        key = char, wide
        if key not in self._faces:
            control = unicodedata.category(char) == "Cc" or char in _TURNING
            having = (face for face in self._preferred[wide] if self._has(face, char))
            self._faces[key] = None if control else next(having, None)
        return self._faces[key]

    def _has(self, face: str, char: str) -> bool:
        return ord(char) in pdfmetrics.getFont(self.font(face, "regular")).face.charToGlyph


def _load(name: str, face: str) -> Any:  # noqa: ANN401 - reportlab is untyped
    return TTFont(name, str(resource("fonts", _FOLDERS[face], f"{name}.ttf")))


def _wide(text: str) -> list[bool]:
    """Return for every character whether it is Chinese; marks of both scripts follow their neighbours."""
    wide = [is_cjk(char) for char in text]
    open_marks: list[int] = []
    for index, char in enumerate(text):
        if char not in _AMBIGUOUS:
            continue
        before, after = _neighbour(text, index, -1), _neighbour(text, index, 1)
        apostrophe = char == "’" and before.isalpha() and after.isalpha() and not is_cjk(before) and not is_cjk(after)
        if char in _OPENERS:
            open_marks.append(index)
            wide[index] = is_cjk(after or before)
        elif char in _CLOSERS and not apostrophe:
            wide[index] = is_cjk(before or after)
            # A pair is of one face: “24 小时” would otherwise open in English and close in Chinese.
            if open_marks and text[open_marks[-1]] == _CLOSERS[char]:
                opener = open_marks.pop()
                wide[opener] = wide[index] = wide[opener] or wide[index]
        else:
            wide[index] = is_cjk(before) or is_cjk(after)
    return wide


def _neighbour(text: str, index: int, step: int) -> str:
    """Return the next character that is no shared mark, empty at a space or at the end."""
    index += step
    while 0 <= index < len(text) and text[index] in _AMBIGUOUS:
        index += step
    inside = 0 <= index < len(text) and not text[index].isspace()
    return text[index] if inside else ""
