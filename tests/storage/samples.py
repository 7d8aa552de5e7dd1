"""Projects of every kind to store, and how two of them are compared to the last byte."""

import datetime as dt
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evaluation_table import BERGER, POULIOT
from kano_app.domain.evidence import AnswerPair, Answers, CategoryCounts, CategoryShares, Evidence, PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.mapping import Layout
from kano_app.domain.plan import Horizon, Override, Plan, PlanItem
from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.domain.session import (
    DirectVote,
    FirstVote,
    Mode,
    Note,
    Part,
    Participant,
    Place,
    Session,
    Stage,
)
from kano_app.domain.settings import (
    LANGUAGES,
    AnalysisSettings,
    Camps,
    Direction,
    Paper,
    PlanSettings,
    ReportSettings,
    Rule,
    Scale,
)
from kano_app.domain.survey import Exclusion, Flag, Source, Survey, Trait
from kano_app.storage import ProjectFileError, Reason

ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
"""For a program of the tests in another process."""


def difference(one: object, other: object, where: str = "project") -> str:
    """Return where two values differ, nothing where they are equal, with arrays by type, shape and bytes."""
    found = ""
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        same = (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
        found = "" if same and not other.flags.writeable else where
    elif is_dataclass(one) and type(one) is type(other):
        parts = [(getattr(one, part.name), getattr(other, part.name), part.name) for part in fields(one)]
        found = next(filter(None, (difference(a, b, f"{where}.{name}") for a, b, name in parts)), "")
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        found = next(filter(None, (difference(a, b, f"{where}[{place}]") for place, (a, b) in pairs)), "")
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        same = list(one) == list(other)
        found = where if not same else difference(tuple(one.values()), tuple(other.values()), where)
    elif type(one) is not type(other) or (one != other and not (one != one and other != other)):  # noqa: PLR0124 - NaN
        found = f"{where}: {one!r} / {other!r}"
    return found


def people(count: int = 15, wanted: int = 4, seed: int = 1) -> Survey:
    """Return a survey of people with everything a survey can have."""
    draw = np.random.default_rng(seed)
    halves = [draw.integers(0, 7, count, dtype=np.int8) for _ in range(2 * wanted)]
    importance = draw.random(count).astype(np.float32)
    importance[0] = np.nan
    return Survey(
        tuple(Feature(f"f{place}", f"Feature {place} 安静的房间", "…") for place in range(wanted)),
        Answers(tuple(map(AnswerPair, halves[::2], halves[1::2])), count),
        importance=(importance, *(None,) * (wanted - 1)),
        traits=(Trait("country", ("Taiwan", "台灣"), draw.integers(-1, 2, count, dtype=np.int32)),),
        source=Source("hotel.csv", "", Layout.WIDE, "utf-8", count, Scale.FIVE, Direction.LIKE_FIRST),
        label="2026",
        keys=draw.integers(0, 2**63, count, dtype=np.uint64),
        excluded=(Exclusion(0, Flag.DUPLICATE.value), Exclusion(1, "tested the form")),
        notes=(Note(0, "f0", "为什么"), Note(-1, "f1", "said by all")),
        session=_session(),
    )


def _session() -> Session:
    return Session(
        Mode.ROUND,
        (Participant(0, "Ana"), Participant(2, "", here=False)),
        Stage.CONFIRMING,
        Place(0, "f1", Part.DYSFUNCTIONAL),
        ("f1", "f0"),
        shuffled=True,
        seed=7,
        importance=True,
        skipped=((0, "f0"),),
        first_votes=(FirstVote(0, "f1", 1, 5),),
        votes=(DirectVote(2, "f1", Category.ATTRACTIVE),),
        date=dt.date(2026, 3, 1),
        seconds=12.5,
        timed=4,
        revealed=True,
        language="zh_TW",
        answers=("好", "當然", "都行", "還行", "不好"),
    )


def study(count: int = 15, wanted: int = 4) -> Project:
    return Project(
        (people(count, wanted),),
        AnalysisSettings(POULIOT, Rule.BLAUTH, camps=Camps("f1", Category.MUST_BE), segments=("country",)),
        Plan((PlanItem("f0", 2.5, "Ann", ("f1",)),), (Override("f1", Horizon.LATER, "not yet"),)),
        PlanSettings((3.0, 5.5)),
        ReportSettings("Hotel", date=dt.date(2026, 3, 1), paper=Paper.LETTER),
        (Problem(Code.ANSWER_UNREAD, "hotel.csv", facts={"rows": (1, 2), "names": ("a",), "count": 2, "share": 0.5}),),
        "0123456789abcdef",
    )


def answered(project: Project, feature: int = 0, person: int = 0) -> Project:
    """Return the project with another answer to the functional half of one feature."""
    survey = project.survey
    assert isinstance(survey.evidence, Answers)
    pairs = list(survey.evidence.pairs)
    half = pairs[feature].functional.copy()
    half[person] = (half[person] + 1) % 7
    pairs[feature] = AnswerPair(half, pairs[feature].dysfunctional)
    evidence = Answers(tuple(pairs), survey.evidence.people)
    return replace(project, surveys=(*project.earlier, replace(survey, evidence=evidence)))


def typed(number: int) -> Callable[[Project], Project]:
    """Return one of a row of answers that somebody types, every one of which changes something."""
    place, code = (number % 15, number // 15 % 4), 1 + number // 60 % 5
    return lambda project: edits.answer(project, {place: (code, 6 - code)})


def cut_short(path: Path) -> None:
    """Leave a file as a computer does that loses its power while a change is written: with a hot journal."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    for number in range(40):  # more than the cache holds, so that SQLite has to begin to write
        connection.execute(
            "INSERT INTO blob (hash, data) VALUES (?, ?)", (bytes([number]) * 32, bytes([number]) * 6000)
        )
    connection.execute("UPDATE state SET manifest = x'00'")
    journal = path.with_name(f"{path.name}-journal")
    half, kept = bytearray(path.read_bytes()), journal.read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    pages = int.from_bytes(half[28:32], "big")
    half[28:32] = (pages + len(half) // 4096 + 1).to_bytes(4, "big")  # the head names pages that were not written yet
    path.write_bytes(half)
    journal.write_bytes(kept)


def reason(error: BaseException) -> Reason:
    assert isinstance(error, ProjectFileError)
    return error.reason


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


TEXT = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=8),
    st.sampled_from(["", "\x00", "\ud800", "\ud83d\ude00", "😀", '"', "\\u0000", "房間", "\r\n", "nan", "a" * 3000]),
)
_NAMES = st.lists(TEXT, max_size=3).map(tuple)
_AMOUNTS = st.floats(0, allow_infinity=False) | st.integers(0, 5)
_ITEMS = st.builds(PlanItem, TEXT, st.none() | _AMOUNTS.filter(bool), TEXT, _NAMES)
PLANS = st.builds(
    Plan,
    st.lists(_ITEMS, max_size=3).map(tuple),
    st.lists(st.builds(Override, TEXT, st.sampled_from(Horizon), TEXT), max_size=2).map(tuple),
)
SETTINGS = st.builds(AnalysisSettings, table=st.sampled_from([BERGER, POULIOT]), segments=_NAMES, wave_by=TEXT)
_QUESTIONNAIRES = st.builds(
    QuestionnaireSettings,
    st.sampled_from(["", *LANGUAGES]),
    TEXT,
    TEXT,
    TEXT,
    st.none() | st.sampled_from(Paper),
    st.booleans(),
    st.lists(st.builds(TraitQuestion, TEXT, TEXT, _NAMES), max_size=2).map(tuple),
)
_FACTS = st.one_of(
    TEXT, st.booleans(), st.integers(), st.floats(), _NAMES, st.lists(st.integers(), max_size=3).map(tuple)
)
_PROBLEMS = st.builds(
    Problem,
    st.sampled_from(Code),
    TEXT,
    TEXT,
    st.none() | st.integers(),
    TEXT,
    st.none() | TEXT,
    st.dictionaries(TEXT, _FACTS, max_size=3),
)


def _column(kind: type[np.generic], count: int, low: int, high: int) -> st.SearchStrategy[np.ndarray]:
    return npst.arrays(kind, count, elements=st.integers(low, high))


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    wanted = draw(st.integers(0, 3))
    names = draw(st.lists(TEXT, min_size=wanted, max_size=wanted, unique=True))
    listed = tuple(Feature(name, *draw(st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT))) for name in names)
    source = draw(st.builds(Source, TEXT, TEXT, columns=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)))
    kind = draw(st.sampled_from([Answers, PairTally, CategoryCounts, CategoryShares]))
    if kind is not Answers:
        return Survey(listed, _counted(draw, kind, wanted), source=source, label=draw(TEXT))
    count = draw(st.integers(0, 4))
    halves = [draw(_column(np.int8, count, 0, 6)) for _ in range(2 * wanted)]
    floats = npst.arrays(np.float32, count, elements=st.floats(width=32))
    out = draw(st.lists(st.integers(0, count - 1), unique=True, max_size=2)) if count else []
    return Survey(
        listed,
        Answers(tuple(map(AnswerPair, halves[::2], halves[1::2])), count),
        tuple(draw(st.none() | floats) for _ in range(wanted)),
        (Trait(draw(TEXT), ("a", "b"), draw(_column(np.int32, count, -1, 1))),),
        source,
        keys=draw(st.none() | _column(np.uint64, count, 0, 2**64 - 1)),
        excluded=tuple(Exclusion(person, draw(TEXT)) for person in out),
    )


def _counted(draw: st.DrawFn, kind: type, wanted: int) -> Evidence:
    if kind is PairTally:
        counts = draw(npst.arrays(np.int64, (wanted, 5, 5), elements=st.integers(0, 2**62)))
        return PairTally(counts, draw(_column(np.int64, wanted, 0, 9)))
    if kind is CategoryCounts:
        return CategoryCounts(draw(npst.arrays(np.int64, (wanted, 6), elements=st.integers(0, 99))))
    return CategoryShares(draw(npst.arrays(np.float64, (wanted, 6), elements=st.floats(0, 1))))


PROJECTS = st.builds(
    Project,
    st.lists(surveys(), min_size=1, max_size=2).map(tuple),
    SETTINGS,
    PLANS,
    st.builds(PlanSettings, st.none() | st.tuples(_AMOUNTS, _AMOUNTS)),
    st.builds(ReportSettings, TEXT, TEXT, st.none() | st.dates()),
    st.lists(_PROBLEMS, max_size=2).map(tuple),
    TEXT,
    _QUESTIONNAIRES,
)
