"""Which encoding a text file is in: told by its mark, proved for UTF-8, otherwise weighed and said to be assumed."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kano_app.importers.readers.grid import Progress

BLOCK = 1 << 20
SAMPLE = 1 << 18

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_EAST_ASIAN = {"gb18030", "big5hkscs", "shift_jis", "euc_jp", "euc_kr"}
_CHANCE = 0.1
"""The share of lines in an East Asian encoding that may look like UTF-8 by chance."""
_WESTERN = frozenset("’‘“”–—…€«»¿¡°·ßäöüÄÖÜéèêëáàâãåæçíìîïñóòôõøúùûÿœÉÈÀÁÇÑÓÚÍ\xa0")
_PLAUSIBLE = 0.5
_WIDER = ("gb18030", "big5hkscs", "cp1252", "mac_roman", "shift_jis", "euc_jp", "euc_kr", "cp1250", "cp1251", "cp1253")


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which encoding a file is in, and how sure that is."""

    name: str
    assumed: bool = False
    """Whether it was weighed, not proved."""
    damaged: bool = False
    """Whether the mark at the start of the file names it, and the rest is not in it."""
    mixed: bool = False
    """Whether some lines are in another one; they are read with a sign for what cannot be read."""
    strange_line: int | None = None
    """The first line in UTF-8 of a file that is in another encoding for the most part."""


def detect(path: Path, progress: Progress) -> Encoding:
    """Return the encoding of a file.

    A byte order mark decides; then UTF-8, if every byte of the file fits, or nearly; then UTF-16, if every other byte
    is nothing; then the likeliest of GB18030, Big5, Windows-1252 and Mac Roman that can read the whole file.

    Args:
        path: the file.
        progress: called again and again; what it raises ends the reading.

    """
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), "")
    if marked and (marked != "utf-8-sig" or decodes(path, marked, progress)):
        return Encoding(marked, damaged=not decodes(path, marked, progress))
    if (name := _wide(start)) and decodes(path, name, progress):
        return Encoding(name, assumed=True)
    if decodes(path, "utf-8", progress):
        return Encoding("utf-8")
    fitting, others, first = _lines_in_utf8(path, progress)
    if fitting >= others:
        return Encoding(marked or "utf-8", mixed=True)
    if marked:
        return Encoding(marked, damaged=True)
    name = _likeliest(path, progress)
    by_chance = max(_CHANCE * others, 1) if name in _EAST_ASIAN else 0
    return Encoding(name, assumed=True, strange_line=first if fitting > by_chance else None)


def is_wide(path: Path) -> bool:
    """Return whether the characters of a text take two bytes or four each, so that some bytes are nothing."""
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    return start.startswith(_WIDE_MARKS) or bool(_wide(start))


def _wide(start: bytes) -> str:
    """Return the UTF-16 without a mark that a text is in, or nothing."""
    if b"\x00" not in start:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    name = "utf-16-le" if even < odd else "utf-16-be"
    text = start[: len(start) // 2 * 2].decode(name, "replace")
    plain = all(letter.isprintable() or letter in "\t\r\n" for letter in text[:4096])
    return name if plain and min(even, odd) * 50 < max(even, odd) and max(even, odd) * 50 > len(text) else ""


def _lines_in_utf8(path: Path, progress: Progress) -> tuple[int, int, int | None]:
    """Return how many lines that are not plain ASCII are in UTF-8 and how many are not, and the first that is."""
    fitting = others = number = 0
    first = None
    rest = b""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            progress(0.0)
            *lines, rest = (rest + block).splitlines()
            lines += [rest] if len(block) < BLOCK else []
            for at, line in enumerate(lines, number + 1):
                if line.isascii():
                    continue
                if _fits(line):
                    fitting += 1
                    first = at if first is None else first
                else:
                    others += 1
            number += len(lines)
    return fitting, others, first


def _fits(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeError:
        return False
    return True


def decodes(path: Path, encoding: str, progress: Progress) -> bool:
    """Return whether the whole file can be read in an encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                decoder.decode(block)
                progress(0.0)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _likeliest(path: Path, progress: Progress) -> str:
    sample = _foreign_lines(path)
    weighed = sorted(((weigh(sample), name) for name, weigh in _WEIGHTS.items()), key=lambda found: -found[0])
    for weight, name in weighed:
        if weight >= _PLAUSIBLE and decodes(path, name, progress):
            return name
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only files in rare encodings pay for it

    guess = from_bytes(sample, cp_isolation=list(_WIDER)).best()
    if guess is not None and decodes(path, guess.encoding, progress):
        return guess.encoding
    return next(name for name in ("cp1252", "mac_roman") if decodes(path, name, progress))


def _foreign_lines(path: Path) -> bytes:
    """Return lines that are not plain ASCII, as they alone tell encodings apart."""
    lines = bytearray()
    with path.open("rb") as file:
        while len(lines) < SAMPLE and (block := file.read(BLOCK)):
            for line in block.replace(b"\r", b"\n").split(b"\n")[:-1] or [block]:
                if not line.isascii():
                    lines += line[:SAMPLE] + b"\n"
                if len(lines) >= SAMPLE:
                    break
            if len(block) < BLOCK:
                tail = block.replace(b"\r", b"\n").rsplit(b"\n", 1)[-1]
                lines += b"" if tail.isascii() else tail
    return bytes(lines)


def _double_byte(sample: bytes, common: Callable[[int, int], bool], trail: Callable[[int], bool]) -> float:
    """Return the share of two-byte characters that belong to the everyday part of a Chinese encoding."""
    usual = everything = at = 0
    while at < len(sample):
        lead = sample[at]
        if lead < 0x80:
            at += 1
            continue
        everything += 1
        second = sample[at + 1] if at + 1 < len(sample) else 0
        usual += common(lead, second)
        at += 2 if trail(second) else 1
    return usual / everything if everything else 0.0


def _gb18030(sample: bytes) -> float:
    def common(lead: int, second: int) -> bool:
        return second >= 0xA1 and (0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3)

    return _double_byte(sample, common, lambda second: second >= 0x40)


def _big5(sample: bytes) -> float:
    def common(lead: int, second: int) -> bool:
        return (0x40 <= second <= 0x7E or second >= 0xA1) and 0xA1 <= lead <= 0xC6

    # A GB text also has leads in this range: what tells Big5 is its second bytes below 0x80.
    low = _double_byte(sample, lambda lead, second: 0xA4 <= lead <= 0xC6 and 0x40 <= second <= 0x7E, _any_trail)
    return _double_byte(sample, common, _any_trail) if low > 0.15 else 0.0


def _any_trail(second: int) -> bool:
    return second >= 0x40


def _western(encoding: str) -> Callable[[bytes], float]:
    def weigh(sample: bytes) -> float:
        foreign = [letter for letter in sample.decode(encoding, errors="replace") if ord(letter) > 127]
        return sum(letter in _WESTERN for letter in foreign) / len(foreign) if foreign else 0.0

    return weigh


_WEIGHTS: dict[str, Callable[[bytes], float]] = {
    "gb18030": _gb18030,
    "big5hkscs": _big5,
    "cp1252": _western("cp1252"),
    "mac_roman": _western("mac_roman"),
}
