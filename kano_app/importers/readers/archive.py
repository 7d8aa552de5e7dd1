"""The archive that a workbook is, unpacked block by block and counted before anybody lays it out in memory."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kano_app.domain.problem import Code
from kano_app.importers.findings import Findings
from kano_app.importers.readers import limits
from kano_app.importers.readers.grid import Progress

BLOCK = 1 << 20
_LOCAL = struct.Struct("<4s22xHH")
_SIGNATURE = b"PK\x03\x04"
_NEVER_READ = ("xl/media/", "xl/embeddings/", "xl/externallinks/", "pictures/", "docprops/", "thumbnails/")


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive whose directory was found to be honest as far as a directory can be."""

    path: Path
    findings: Findings
    progress: Progress
    entries: dict[str, zipfile.ZipInfo]
    """The files in it by their names in lower case."""

    def blocks(self, name: str) -> Iterator[bytes]:
        """Yield a file of the archive block by block, and nothing for one that is not there.

        Raises:
            Unusable: if it is not as long as the directory says, or damaged.

        """
        entry = self.entries.get(name.lower())
        if entry is None:
            return
        length = 0
        inflated = _inflated(self.path, entry)
        while block := self._next(inflated):
            length += len(block)
            if length > entry.file_size:
                raise self.findings.unusable(Code.WORKBOOK_BROKEN)
            self.progress(0.0)
            yield block
        if length != entry.file_size:
            raise self.findings.unusable(Code.WORKBOOK_BROKEN)

    def _next(self, inflated: Iterator[bytes]) -> bytes:
        """Return the next block that is not empty, or nothing at the end."""
        try:
            return next(filter(None, inflated), b"")
        except (OSError, zlib.error, struct.error):
            raise self.findings.unusable(Code.WORKBOOK_BROKEN) from None

    def start(self, name: str, length: int) -> bytes:
        """Return the first bytes of a file of the archive."""
        found = bytearray()
        for block in self.blocks(name):
            found += block
            if len(found) >= length:
                break
        return bytes(found[:length])

    def count(self, name: str) -> None:
        """Unpack a file of the archive, only to see that it is as long as the directory says."""
        for _ in self.blocks(name):
            pass

    def read_by_others(self) -> list[str]:
        """Return the names of the files that are unpacked to read a workbook."""
        return [name for name in self.entries if not name.startswith(_NEVER_READ)]


def opened(path: Path, findings: Findings, progress: Progress) -> Archive:
    """Return an archive as its directory describes it.

    Raises:
        Unusable: if it is damaged, or unpacks to more than is read.

    """
    try:
        size = path.stat().st_size
        with zipfile.ZipFile(path) as file:
            listed = file.infolist()
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError, struct.error):
        raise findings.unusable(Code.WORKBOOK_BROKEN) from None
    inflated = sum(entry.file_size for entry in listed)
    squeezed = inflated > limits.SUSPECT and inflated > limits.RATIO * size
    strings = max((entry.file_size for entry in listed if "sharedstrings." in entry.filename.lower()), default=0)
    if inflated > limits.INFLATED or squeezed or strings > limits.STRINGS or len(listed) > limits.PARTS:
        raise findings.unusable(Code.FILE_TOO_LARGE, reason="inflated")
    if any(entry.flag_bits & 1 for entry in listed):
        raise findings.unusable(Code.WORKBOOK_PROTECTED)
    entries = {entry.filename.lower(): entry for entry in listed}
    # Files that share their bytes would unpack to more than the archive could ever hold.
    if len(entries) < len(listed) or sum(entry.compress_size for entry in listed) > size:
        raise findings.unusable(Code.WORKBOOK_BROKEN)
    return Archive(path, findings, progress, entries)


def _inflated(path: Path, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(entry.header_offset)
        signature, name, extra = _LOCAL.unpack(file.read(_LOCAL.size))
        if signature != _SIGNATURE or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise zlib.error
        file.seek(name + extra, 1)
        left = entry.compress_size
        if entry.compress_type == zipfile.ZIP_STORED:
            while left and (block := file.read(min(left, BLOCK))):
                left -= len(block)
                yield block
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        while not inflater.eof:
            squeezed = inflater.unconsumed_tail
            if not squeezed:
                squeezed = file.read(min(left, BLOCK >> 4))
                left -= len(squeezed)
            block = inflater.decompress(squeezed, BLOCK)
            if not block and not squeezed:
                raise zlib.error
            yield block
