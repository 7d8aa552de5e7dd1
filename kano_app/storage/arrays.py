"""Arrays as blobs under the hash of their bytes: one that is unchanged is neither hashed nor written again."""

import math
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kano_app.storage.leaves import Json, UnreadableError

Array = NDArray[np.generic]

_AT_ONCE = 400
"""Arrays asked for in one question; SQLite takes a thousand."""
_KINDS = "biuf"
"""The dtype kinds that are plain numbers."""
_HASHES = re.compile(rb'"([0-9a-f]{64})"')
"""Hashes in a manifest; a text that looks like one keeps at worst a blob that nobody needs."""


class Reference(NamedTuple):
    """What stands for an array in the JSON of a project."""

    hash: bytes
    dtype: str
    shape: tuple[int, ...]

    def json(self) -> Json:
        """Return the reference as JSON."""
        return [self.hash.hex(), self.dtype, list(self.shape)]

    @classmethod
    def of(cls, json: Json) -> "Reference":
        """Return the reference from its JSON."""
        digest, dtype, shape = json if isinstance(json, list) and len(json) == 3 else (None, None, None)
        # One question after another: a large study has hundreds of these, and a pattern takes three times as long.
        if isinstance(digest, str) and isinstance(dtype, str) and isinstance(shape, list):
            lengths = tuple([one for one in shape if type(one) is int and one >= 0])
            if len(lengths) == len(shape):
                try:
                    return cls(bytes.fromhex(digest), dtype, lengths)
                except ValueError as error:
                    raise UnreadableError("no hash") from error
        raise UnreadableError("no array")


@dataclass(slots=True)
class Known:
    """The arrays of one version of a project, which it keeps alive so that no other can take over their identity."""

    by_identity: dict[int, tuple[Array, Reference]] = field(default_factory=dict)
    by_reference: dict[Reference, Array] = field(default_factory=dict)

    def add(self, array: Array, reference: Reference) -> None:
        """Remember an array."""
        self.by_identity[id(array)] = (array, reference)
        self.by_reference[reference] = array


class Writing:
    """Takes the arrays of one version over, those of the version before by identity."""

    def __init__(self, before: Known) -> None:
        """Start with nothing to write."""
        self._before = before
        self.known = Known()
        self.fresh: dict[bytes, bytes] = {}

    def store(self, array: Array) -> Json:
        """Return what stands for an array, which is hashed unless it was there before."""
        entry = self._before.by_identity.get(id(array))
        if entry is not None and _settled(array):
            reference = entry[1]
        else:
            if array.dtype.kind not in _KINDS:
                raise TypeError(f"no array of numbers: {array.dtype}")
            data = array.tobytes()
            reference = Reference(_digest(data), array.dtype.str, array.shape)
            self.fresh[reference.hash] = data
        self.known.add(array, reference)
        return reference.json()

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what the file does not have yet."""
        connection.executemany("INSERT OR IGNORE INTO blob (hash, data) VALUES (?, ?)", self.fresh.items())


class Reading:
    """Gives the arrays of one version back, those that are in memory already as the same objects."""

    def __init__(self, connection: sqlite3.Connection, before: Known, manifest: bytes = b"") -> None:
        """Read from an open file; what a manifest names is asked for at once, many arrays a question."""
        self._connection = connection
        self._before = before
        self._data: dict[bytes, object] = {}
        hashes = [bytes.fromhex(digest.decode()) for digest in dict.fromkeys(_HASHES.findall(manifest))]
        (stored,) = connection.execute("SELECT count(*) FROM blob").fetchone() if hashes else (0,)
        if hashes and stored <= 2 * len(hashes):  # nearly all of them: in the order in which they lie
            self._data.update(connection.execute("SELECT hash, data FROM blob"))
            hashes = []
        for start in range(0, len(hashes), _AT_ONCE):
            some = hashes[start : start + _AT_ONCE]
            places = ",".join("?" * len(some))
            question = f"SELECT hash, data FROM blob WHERE hash IN ({places})"  # noqa: S608 - question marks only
            self._data.update(connection.execute(question, some))
        self.known = Known()

    def fetch(self, json: Json) -> Array:
        """Return the array that a reference stands for.

        Raises:
            UnreadableError: if it is not there or not what was written.

        """
        reference = Reference.of(json)
        array = self.known.by_reference.get(reference)
        if array is None:
            array = self._before.by_reference.get(reference)
        if array is None:
            data = self._data.pop(reference.hash, None)
            if data is None:
                row = self._connection.execute("SELECT data FROM blob WHERE hash = ?", (reference.hash,)).fetchone()
                data = None if row is None else row[0]
            array = _restored(reference, data)
        self.known.add(array, reference)
        return array


def remove_unused(connection: sqlite3.Connection, manifests: Iterable[bytes]) -> None:
    """Remove the blobs that no manifest names; inside a transaction of the caller."""
    used = {bytes.fromhex(digest.decode()) for one in manifests for digest in _HASHES.findall(one)}
    stored = connection.execute("SELECT hash FROM blob").fetchall()
    connection.executemany("DELETE FROM blob WHERE hash = ?", [row for row in stored if row[0] not in used])


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()


def _settled(array: Array) -> bool:
    """Return whether nobody can change the array, not even through the one it is a view of."""
    part: object = array
    while isinstance(part, np.ndarray):
        if part.flags.writeable:
            return False
        part = part.base
    return part is None or isinstance(part, bytes)


def _restored(reference: Reference, data: object) -> Array:
    if not isinstance(data, bytes) or _digest(data) != reference.hash:
        raise UnreadableError("an array is missing or was altered")
    try:
        dtype = np.dtype(reference.dtype)
    except (TypeError, ValueError, SyntaxError) as error:
        raise UnreadableError("no dtype") from error
    if dtype.kind not in _KINDS or math.prod(reference.shape) * dtype.itemsize != len(data):
        raise UnreadableError("the array has another size")
    array = np.frombuffer(data, dtype=dtype)
    return array if len(reference.shape) == 1 else array.reshape(reference.shape)
