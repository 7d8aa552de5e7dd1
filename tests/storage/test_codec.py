import datetime as dt
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from storage.samples import PROJECTS, difference, people

from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings
from kano_app.storage.arrays import Array, Known, Reference, Writing
from kano_app.storage.codec import coder
from kano_app.storage.leaves import Json, UnfamiliarError, UnreadableError
from kano_app.storage.manifest import pack, unpack


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Left:
    size: int = 1


@dataclass(frozen=True)
class Right:
    name: str
    sides: tuple[Left, ...] = ()


@dataclass(frozen=True)
class Whole:
    side: Left | Right
    colour: Colour | None = None
    pair: tuple[int, str] | None = None
    facts: Mapping[str, str | float] = field(default_factory=dict)
    day: dt.date | None = None
    moment: dt.datetime | None = None
    sure: bool = False


def _none(_value: object) -> NoReturn:
    raise AssertionError


def _there_and_back(value: object, hint: object) -> object:
    written = json.dumps(coder(hint).write(value, _none), allow_nan=False)
    return coder(hint).read(json.loads(written), _none)


def test_every_kind_of_part_comes_back() -> None:
    whole = Whole(
        Right("a", (Left(2), Left())),
        Colour.RED,
        (1, "b"),
        {"c": "d", "e": float("inf")},
        dt.date(2026, 1, 2),
        dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC),
        sure=True,
    )
    assert _there_and_back(whole, Whole) == whole


def test_fields_that_are_missing_take_their_default() -> None:
    assert coder(Whole).read({"side": {"Left": {}}}, _none) == Whole(Left())


@pytest.mark.parametrize(
    "stored",
    [{}, {"side": {}}, {"side": {"Right": {}}}, {"side": {"Left": {"size": "1"}}}, [], None, {"side": {"Left": []}}],
)
def test_what_does_not_fit_is_refused(stored: Json) -> None:
    with pytest.raises(UnreadableError):
        coder(Whole).read(stored, _none)


@pytest.mark.parametrize(
    "stored",
    [
        {"side": {"Middle": {}}},
        {"side": {"Left": {"weight": 1}}},
        {"side": {"Left": {}}, "colour": "blue"},
        {"side": {"Left": {}}, "more": 1},
    ],
)
def test_what_only_a_newer_version_knows_is_told_apart(stored: Json) -> None:
    with pytest.raises(UnfamiliarError):
        coder(Whole).read(stored, _none)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (1.5, int),
        ([1], tuple[int, ...]),
        ((1, 2), tuple[int, int, int]),
        ((1, "a"), tuple[int, ...] | tuple[str, ...]),
        ("red", Colour),
        (dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.date),
        (Left(), Right),
        ("left", Left | Right),
        ({1: "a"}, Mapping[str, str]),
        ([1], np.ndarray),
        (None, str),
    ],
)
def test_what_could_not_be_read_again_is_not_written(value: object, hint: object) -> None:
    with pytest.raises(TypeError):
        coder(hint).write(value, _none)


def test_a_type_without_a_way_is_an_error() -> None:
    with pytest.raises(TypeError):
        coder(set[str])


@pytest.mark.parametrize(
    ("value", "hint", "expected"),
    [(np.int64(3), int, 3), (np.float64(0.5), float, 0.5), (Colour.RED, str, "red"), (np.str_("a"), str, "a")],
)
def test_relatives_of_plain_values_are_stored_plain(value: object, hint: object, expected: object) -> None:
    stored = _there_and_back(value, hint)
    assert stored == expected
    assert type(stored) is type(expected)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(PROJECTS)
def test_a_project_comes_back_to_the_last_byte(project: Project) -> None:
    arrays: dict[str, Array] = {}

    def store(array: Array) -> Json:
        arrays[str(len(arrays))] = array
        return str(len(arrays) - 1)

    read = unpack(pack(project, store), lambda stored: arrays[str(stored)])
    assert difference(project, read) == ""


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"surveys":3}', b'{"analysis":{"confidence":"0.9"}}', b"null"],
)
def test_a_manifest_that_is_none_is_refused(manifest: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpack(manifest, _none)


def _holds(new: Json, old: Json) -> bool:
    """Return whether everything old stands in the new; fields may be added."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and _holds(new[key], part) for key, part in old.items())
    if isinstance(old, list):
        return isinstance(new, list) and len(new) == len(old) and all(map(_holds, new, old))
    return new == old


def test_the_format_of_version_1_does_not_change_by_accident() -> None:
    """Renaming a field or a class of the domain breaks files: it needs a migration."""
    manifest = Path(__file__).with_name("version_1.json").read_bytes()
    arrays: dict[str, Array] = {"answers": np.array([1, 5], np.int8), "tally": np.zeros((1, 5, 5), np.int64)}
    arrays |= {"incomplete": np.zeros(1, np.int64), "counts": np.ones((1, 6), np.int64)}
    arrays |= {"shares": np.zeros((1, 6)), "importance": np.zeros(2, np.float32)}
    arrays |= {"codes": np.zeros(2, np.int32), "keys": np.ones(2, np.uint64)}
    project = unpack(manifest, lambda name: arrays[str(name)])
    assert [type(one.evidence).__name__ for one in project.surveys] == [
        "Answers",
        "PairTally",
        "CategoryCounts",
        "CategoryShares",
    ]
    assert (project.analysis, project.salt) == (AnalysisSettings(), "s")
    assert project.problems[0].facts == {"rows": (1, 2), "share": math.inf}
    names = {id(array): name for name, array in arrays.items()}
    assert _holds(json.loads(pack(project, lambda array: names[id(array)])), json.loads(manifest))


def test_an_array_is_hashed_once_as_long_as_nobody_can_change_it() -> None:
    codes = people().traits[0].codes
    first = Writing(Known())
    first.store(codes)
    second = Writing(first.known)
    second.store(codes)
    assert (len(first.fresh), len(second.fresh)) == (1, 0)
    base = np.zeros(3, np.int32)
    view = base[:]
    view.flags.writeable = False
    third = Writing(Known())
    before = third.store(view)
    base[0] = 1
    fourth = Writing(third.known)
    assert fourth.store(view) != before
    assert len(fourth.fresh) == 1


@pytest.mark.parametrize("stored", [None, "x", ["zz", "<i4", [1]], ["00", 1, [1]], ["00", "<i4", [-1]], ["00", "<i4"]])
def test_a_reference_that_is_none_is_refused(stored: Json) -> None:
    with pytest.raises(UnreadableError):
        Reference.of(stored)
