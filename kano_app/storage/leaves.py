"""The leaves of a stored value: how words, numbers, dates and choices are written in JSON and read again."""

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from types import NoneType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Store = Callable[[NDArray[np.generic]], Json]
"""Takes an array over and says what stands for it in the JSON."""
Fetch = Callable[[Json], NDArray[np.generic]]
"""Gives the array back."""

_NOT_FINITE = "float"
"""The key under which a number stands that JSON does not have."""


class UnreadableError(ValueError):
    """The JSON does not describe the value."""


class UnfamiliarError(UnreadableError):
    """The JSON names a field, a type or a choice that this version does not know: a newer one wrote it."""


@dataclass(frozen=True, slots=True)
class Coder:
    """Both ways for the values of one type; ``write`` raises ``TypeError``, ``read`` raises ``UnreadableError``."""

    write: Callable[[object, Store], Json]
    read: Callable[[Json, Fetch], object]


def refuse(value: object, wanted: object) -> TypeError:
    """Return the error to raise for a value that is not what its hint says."""
    return TypeError(f"{type(value).__name__} cannot be stored as {wanted}")


def choice(kind: type[Enum]) -> Coder:
    """Return the coder of the members of an enumeration."""

    def write(value: object, _store: Store) -> Json:
        if not isinstance(value, kind):
            raise refuse(value, kind)
        chosen: Json = value.value
        return chosen

    def read(json: Json, _fetch: Fetch) -> object:
        if not isinstance(json, str | int):
            raise UnreadableError(f"no {kind.__name__}")
        try:
            return kind(json)
        except ValueError as error:
            raise UnfamiliarError(f"no {kind.__name__}: {json}") from error

    return Coder(write, read)


def _leaf(write: Callable[[object], Json], read: Callable[[Json], object]) -> Coder:
    """Return the coder of a leaf; numpy's own numbers are stored as Python's."""
    return Coder(
        lambda value, _store: write(value.item() if isinstance(value, np.generic) else value),
        lambda json, _fetch: read(json),
    )


def _plain(kind: type) -> Coder:
    """Return the coder of a type that JSON has; a truth value is a whole number, as in Python."""

    def write(value: object) -> Json:
        if not isinstance(value, kind):
            raise refuse(value, kind)
        plain: Json = str.__str__(value) if isinstance(value, str) else value  # type: ignore[assignment]
        return plain

    def read(json: Json, _fetch: Fetch) -> object:
        if not isinstance(json, kind):
            raise UnreadableError(f"no {kind.__name__}")
        return json

    return replace(_leaf(write, lambda json: json), read=read)  # most of a file is plain: one call, not two


def _write_number(value: object) -> Json:
    if not isinstance(value, int | float):
        raise refuse(value, float)
    return value if math.isfinite(value) else {_NOT_FINITE: str(value)}


def _read_number(json: Json) -> object:
    if isinstance(json, int | float):
        return json
    if isinstance(json, dict) and json.keys() == {_NOT_FINITE} and json[_NOT_FINITE] in ("nan", "inf", "-inf"):
        return float(str(json[_NOT_FINITE]))
    raise UnreadableError("no number")


def _time(kind: type[dt.date]) -> Coder:
    def write(value: object) -> Json:
        if type(value) is not kind:
            raise refuse(value, kind)
        return value.isoformat()

    def read(json: Json) -> object:
        try:
            return kind.fromisoformat(json)  # type: ignore[arg-type]
        except (TypeError, ValueError) as error:
            raise UnreadableError(f"no {kind.__name__}") from error

    return _leaf(write, read)


LEAVES: dict[type, Coder] = {
    NoneType: _plain(NoneType),
    bool: _plain(bool),
    int: _plain(int),
    str: _plain(str),
    float: _leaf(_write_number, _read_number),
    dt.date: _time(dt.date),
    dt.datetime: _time(dt.datetime),
}
"""The types without parts."""
