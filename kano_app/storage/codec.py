"""Frozen values ↔ JSON, led by the type hints of their dataclasses.

A field that the JSON lacks takes its default, so that a field added later needs no migration. A value that does not
fit its hint is refused when it is written: what was written can be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import numpy as np

from kano_app.storage.leaves import LEAVES, Coder, Fetch, Json, Store, UnfamiliarError, UnreadableError, choice, refuse


@cache
def coder(hint: object) -> Coder:
    """Return how values of a type hint are written and read.

    Raises:
        TypeError: if there is no way to store such values.

    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is Mapping:
        return _mapping(coder(arguments[1]))
    if origin is np.ndarray:
        return Coder(_write_array, lambda json, fetch: fetch(json))
    if isinstance(hint, type):
        if is_dataclass(hint):
            return _record(hint)
        if issubclass(hint, Enum):
            return choice(hint)
        if hint in LEAVES:
            return LEAVES[hint]
    raise TypeError(f"no way to store {hint}")


def _write_array(value: object, store: Store) -> Json:
    if not isinstance(value, np.ndarray):
        raise refuse(value, "an array")
    return store(value)


def _record(kind: type) -> Coder:
    hints = get_type_hints(kind)
    parts = {one.name: coder(hints[one.name]) for one in fields(kind)}
    needed = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}

    def write(value: object, store: Store) -> Json:
        if type(value) is not kind:
            raise refuse(value, kind)
        return {name: part.write(getattr(value, name), store) for name, part in parts.items()}

    def read(json: Json, fetch: Fetch) -> object:
        if not isinstance(json, dict):
            raise UnreadableError(f"no {kind.__name__}")
        if json.keys() != parts.keys():  # another version wrote it
            if not needed <= json.keys():
                raise UnreadableError(f"no {kind.__name__}")
            if not json.keys() <= parts.keys():
                raise UnfamiliarError(f"more than a {kind.__name__}")
        given = {name: parts[name].read(value, fetch) for name, value in json.items()}
        try:
            return kind(**given)
        except (TypeError, ValueError) as error:
            raise UnreadableError(f"no {kind.__name__}: {error}") from error

    return Coder(write, read)


def _union(kinds: Sequence[object]) -> Coder:
    records = [kind for kind in kinds if isinstance(kind, type) and is_dataclass(kind)]
    may_be_nothing = NoneType in kinds
    plain = [kind for kind in kinds if kind is not NoneType and (len(records) < 2 or kind not in records)]
    members = [coder(kind) for kind in plain]
    if len(records) > 1:
        members.append(_tagged({kind.__name__: coder(kind) for kind in records}))

    def write(value: object, store: Store) -> Json:
        if value is None and may_be_nothing:
            return None
        for member in members:
            try:
                return member.write(value, store)
            except TypeError:
                continue
        raise refuse(value, kinds)

    def read(json: Json, fetch: Fetch) -> object:
        if json is None and may_be_nothing:
            return None
        unfamiliar: UnfamiliarError | None = None
        for member in members:
            try:
                return member.read(json, fetch)
            except UnfamiliarError as error:
                unfamiliar = error
            except UnreadableError:
                continue
        raise unfamiliar or UnreadableError(f"none of {kinds}")

    return Coder(write, read)


def _tagged(records: Mapping[str, Coder]) -> Coder:
    """Return the coder of several dataclasses, told apart by a name around each."""

    def write(value: object, store: Store) -> Json:
        name = type(value).__name__
        if name not in records:
            raise refuse(value, sorted(records))
        return {name: records[name].write(value, store)}

    def read(json: Json, fetch: Fetch) -> object:
        if not isinstance(json, dict) or len(json) != 1:
            raise UnreadableError("not one named value")
        ((name, inner),) = json.items()
        if name not in records:
            raise UnfamiliarError(name)
        return records[name].read(inner, fetch)

    return Coder(write, read)


def _tuple(kinds: Sequence[object]) -> Coder:
    every = coder(kinds[0]) if kinds[-1] is Ellipsis else None
    each = [] if every else [coder(kind) for kind in kinds]

    def coders(count: int) -> list[Coder] | None:
        if every:
            return [every] * count
        return each if len(each) == count else None

    def write(value: object, store: Store) -> Json:
        parts = coders(len(value)) if isinstance(value, tuple) else None
        if not isinstance(value, tuple) or parts is None:
            raise refuse(value, kinds)
        return [part.write(one, store) for part, one in zip(parts, value, strict=True)]

    def read(json: Json, fetch: Fetch) -> object:
        parts = coders(len(json)) if isinstance(json, list) else None
        if not isinstance(json, list) or parts is None:
            raise UnreadableError(f"not a tuple of {kinds}")
        return tuple(part.read(one, fetch) for part, one in zip(parts, json, strict=True))

    return Coder(write, read)


def _mapping(values: Coder) -> Coder:
    def write(value: object, store: Store) -> Json:
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            raise refuse(value, "a mapping of names")
        return {str.__str__(key): values.write(one, store) for key, one in value.items()}

    def read(json: Json, fetch: Fetch) -> object:
        if not isinstance(json, dict):
            raise UnreadableError("no mapping")
        return MappingProxyType({key: values.read(one, fetch) for key, one in json.items()})

    return Coder(write, read)
