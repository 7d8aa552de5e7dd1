"""Lines and pieces of a text that are never longer than a record may be, and bytes that belong in no text."""

import io
from collections.abc import Iterator
from pathlib import Path

from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.grid import Progress

_BLOCK = 1 << 20
_WIDEST = 4
"""Bytes of a character at most."""


class TooLongError(Exception):
    """Raised where a record goes on and on."""


class Lines:
    """The lines of a text; those of the record that is being read are noted down."""

    def __init__(self, text: io.TextIOWrapper, progress: Progress) -> None:
        """Begin at the first line."""
        self.current: list[str] = []
        self.last: list[str] = []
        """The lines of the record before."""
        self._text = text
        self._progress = progress
        self._length = self._since_told = 0

    def __iter__(self) -> Iterator[str]:
        """Yield the lines.

        Raises:
            TooLongError: if a record is longer than is read.

        """
        while line := self._text.readline(limits.RECORD + 1):
            self._length += len(line)
            self.current.append(line)
            if self._length > limits.RECORD:
                raise TooLongError
            yield line

    def next_record(self) -> None:
        """Begin a record."""
        self._since_told += self._length
        if self._since_told > _BLOCK:
            self._since_told = 0
            self._progress(0.0)
        self.last, self.current, self._length = self.current, [], 0


class Flow:
    """A text as pandas reads it, which stops where too much would be kept for one chunk."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        """Begin with nothing read; ``length`` is set to 0 with each chunk that was handed over."""
        self.length = 0
        self._text = text

    def read(self, size: int = -1) -> str:
        """Return the next characters.

        Raises:
            TooLongError: if there are too many for one chunk.

        """
        piece = self._text.read(size)
        self.length += len(piece)
        if self.length > limits.CHUNK:
            raise TooLongError
        return piece

    def __iter__(self) -> Iterator[str]:
        """Yield lines; pandas asks whether this is there."""
        return iter(self._text)


def check_bytes(path: Path, findings: Findings, progress: Progress, *, wide: bool) -> None:
    """Look for bytes that belong in no text, and for a line that does not end.

    Args:
        path: the file.
        findings: names the file.
        progress: called again and again; what it raises ends the reading.
        wide: whether every character takes two bytes or more, one of which may be nothing.

    Raises:
        Unusable: if it is no text, or if a line goes on and on.

    """
    row, run = 1, 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if not wide and b"\x00" in block:
                raise _not_text(block, row, findings)
            last = max(block.rfind(b"\n"), block.rfind(b"\r"))
            run = len(block) - 1 - last if last >= 0 else run + len(block)
            # Lines of an old Mac end with a return alone.
            row += block.count(b"\n") or block.count(b"\r")
            if run > _WIDEST * limits.RECORD:
                raise findings.unusable(Code.FILE_TOO_LARGE, row=row, reason="record")
            progress(0.0)


def _not_text(block: bytes, row: int, findings: Findings) -> Unusable:
    """Return the problem of a nothing in a text, or of bytes that are not text at all."""
    if block.count(0) * 100 > len(block):
        return findings.unusable(Code.FILE_NOT_A_TABLE, what="binary")
    before = block[: block.index(0)]
    row += before.count(b"\n") or before.count(b"\r")
    return findings.unusable(Code.FILE_UNREADABLE, row=row, reason="nul")
