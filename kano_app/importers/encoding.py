"""Which encoding a text file is in: told by its mark, proved for UTF-8, otherwise weighed and said to be assumed."""

import codecs
from collections.abc import Callable
from pathlib import Path

BLOCK = 1 << 20
SAMPLE = 1 << 18

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("’‘“”–—…€«»¿¡°·ßäöüÄÖÜéèêëáàâãåæçíìîïñóòôõøúùûÿœÉÈÀÁÇÑÓÚÍ\xa0")
_PLAUSIBLE = 0.5
_WIDER = ("gb18030", "big5hkscs", "cp1252", "mac_roman", "shift_jis", "euc_jp", "euc_kr", "cp1250", "cp1251", "cp1253")


def detect(path: Path) -> tuple[str, bool]:
    """Return the encoding of a file and whether it is only an assumption.

    A byte order mark decides; then UTF-8, if every byte of the file fits; then the likeliest of GB18030, Big5,
    Windows-1252 and Mac Roman that can read the whole file.
    """
    with path.open("rb") as file:
        start = file.read(4)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name, not decodes(path, name)
    if decodes(path, "utf-8"):
        return "utf-8", False
    return _likeliest(path), True


def decodes(path: Path, encoding: str) -> bool:
    """Return whether the whole file can be read in an encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _likeliest(path: Path) -> str:
    sample = _foreign_lines(path)
    weighed = sorted(((weigh(sample), name) for name, weigh in _WEIGHTS.items()), key=lambda found: -found[0])
    for weight, name in weighed:
        if weight >= _PLAUSIBLE and decodes(path, name):
            return name
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only files in rare encodings pay for it

    guess = from_bytes(sample, cp_isolation=list(_WIDER)).best()
    if guess is not None and decodes(path, guess.encoding):
        return guess.encoding
    return next(name for name in ("cp1252", "mac_roman") if decodes(path, name))


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
