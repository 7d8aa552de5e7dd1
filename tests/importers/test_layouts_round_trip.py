"""Whatever shape a survey is written in, it reads back the same; so does what was guessed, told again as a mapping."""

import csv
import io
import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importers.exports import EXPORTS, Export
from importers.exports.study import BERGER, CHINESE, COMMON, FRENCH, GERMAN, JAPANESE, KANO, SPANISH, TRADITIONAL

from kano_app.domain.evidence import AnswerPair, Answers, CategoryCounts, CategoryShares, PairTally
from kano_app.domain.mapping import HALVES, Layout, Platform, Role
from kano_app.domain.settings import Direction, ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers import examine, mapping_json, mapping_of_json, read_survey
from kano_app.importers.answers import AnswerReader
from kano_app.importers.choosing import best
from kano_app.importers.readers.grid import HEAD_RECORDS, Grid, Row

ALL = pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.name)
LIKE_FIRST = ImportSettings(direction=Direction.LIKE_FIRST)
Rows = list[list[str]]


def told(survey: Survey) -> dict[str, object]:
    """Return everything a survey says, so that two can be compared."""
    match survey.evidence:
        case Answers(pairs=pairs):
            evidence: object = [(one.functional.tolist(), one.dysfunctional.tolist()) for one in pairs]
        case PairTally(counts=counts, incomplete=incomplete):
            evidence = counts.tolist(), incomplete.tolist()
        case CategoryCounts(counts=table):
            evidence = table.tolist()
        case CategoryShares(shares=table):
            evidence = table.tolist()
    return {
        "features": survey.features,
        "evidence": evidence,
        "importance": [None if one is None else one.tolist() for one in survey.importance],
        "traits": [(one.name, one.levels, one.codes.tolist()) for one in survey.traits],
        "source": survey.source,
        "keys": None if survey.keys is None else survey.keys.tolist(),
    }


@ALL
def test_what_was_guessed_reads_the_same_when_it_is_told_again(export: Export, tmp_path: Path) -> None:
    path = tmp_path / export.file
    export.write(path)
    guess = examine(path, export.settings).mapping
    mapping = mapping_of_json(mapping_json(guess))
    assert mapping == guess
    read_settings = replace(export.settings, salt="0123456789abcdef")
    survey, problems = read_survey(path, read_settings)
    again, same_problems = read_survey(path, read_settings, mapping=mapping)
    assert told(again) == told(survey)
    assert {one.code for one in same_problems} == {one.code for one in problems}


_KEPT_TOGETHER = {"expanded.csv", "response.csv", "markup.csv", "windows.csv", "mac.csv", "items.csv"}
"""Files in which a heading holds for the columns after it too."""
TEXTS = [
    one for one in EXPORTS if one.file.endswith(".csv") and one.layout is Layout.WIDE and one.file not in _KEPT_TOGETHER
]


@pytest.mark.parametrize("export", TEXTS, ids=lambda one: one.name)
@pytest.mark.parametrize("seed", range(2))
def test_a_remembered_mapping_fits_the_same_form_with_its_questions_in_another_order(
    export: Export, seed: int, tmp_path: Path
) -> None:
    path, other = tmp_path / export.file, tmp_path / "other.csv"
    export.write(path)
    examined = examine(path, export.settings)
    mapping = mapping_of_json(mapping_json(examined.mapping))
    encoding = examined.head.grid.encoding or "utf-8"
    text = path.read_bytes().decode(encoding).lstrip("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if text.count(";") > text.count(",") else ","))
    order = reordered(examined.head.headings, len(rows[0]), seed)
    write_csv(other, [[row[at] for at in order] for row in rows])
    survey, _ = read_survey(path, export.settings)
    remembered = examine(other, export.settings).remembered(mapping)
    assert remembered is not None
    again, _ = read_survey(other, export.settings, mapping=remembered.mapping)
    assert by_name(again) == by_name(survey)
    assert {one.name for one in again.features} == set(export.features)


def reordered(headings: Sequence[str], width: int, seed: int) -> list[int]:
    """Return another order of columns, in which the first ones stay, and those of one heading in their order."""
    free = list(range(min(17, width - 6) if width > 20 else 6 if width > 12 else 1, width))
    shuffled = free[:]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    name = {at: headings[at] if at < len(headings) else "" for at in free}
    queues = {heading: [at for at in free if name[at] == heading] for heading in name.values()}
    return [*range(free[0]), *(queues[name[at]].pop(0) for at in shuffled)]


def write_csv(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def by_name(survey: Survey) -> dict[str, tuple[list[int], list[int]]]:
    assert isinstance(survey.evidence, Answers)
    return {
        one.name: (pair.functional.tolist(), pair.dysfunctional.tolist())
        for one, pair in zip(survey.features, survey.evidence.pairs, strict=True)
    }


WORDINGS = (KANO, BERGER, COMMON, GERMAN, FRENCH, SPANISH, CHINESE, TRADITIONAL, JAPANESE, ("1", "2", "3", "4", "5"))
NAMES = (
    "Free Wi-Fi",
    "Late check-out",
    "Café, with seats",
    "Parking (covered)",
    "24-hour desk",
    "“Quiet” room",
    "Frühstück",
    "No-smoking floor",
    "Non-stop shuttle",
    "Pets; also large ones",
    "免费早餐",
    "機場接送",
    "健身房",
    "温泉",
    "Room with a view",
    "Pay without cash",
)


@dataclass(frozen=True)
class Study:
    """Names, and per person and feature two answers from 0 (none) to 5."""

    names: list[str]
    people: list[list[tuple[int, int]]]

    def half(self, feature: int, half: int, words: Sequence[str]) -> list[str]:
        return [("", *words)[person[feature][half]] for person in self.people]


Shape = Callable[[Study, Sequence[str], random.Random], Rows]


def _table(fixed: Rows, columns: Rows, chance: random.Random, last: Rows = []) -> Rows:  # noqa: B006 - never changed
    chance.shuffle(columns)
    return [list(row) for row in zip(*fixed, *columns, *last, strict=True)]


def _columns(study: Study, words: Sequence[str], functional: str, dysfunctional: str) -> Rows:
    return [
        [form.format(name, at + 1), *study.half(at, half, words)]
        for half, form in enumerate((functional, dysfunctional))
        for at, name in enumerate(study.names)
    ]


def _count(study: Study, form: str = "{}") -> list[str]:
    return [form.format(at + 1) for at in range(len(study.people))]


def _moments(study: Study) -> list[str]:
    return [f"2026-03-{1 + at % 28:02} 09:10:11" for at in range(len(study.people))]


def google_questions(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    asked = "If the hotel offered {0}, how would you feel?", "If the hotel did not offer {0}, how would you feel?"
    return _table([["Timestamp", *_moments(study)]], _columns(study, words, *asked), chance)


def google_grid(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    asked = "1. If it had… [{0}]", "2. If it lacked… [{0}]"
    return _table([["時間戳記", *_moments(study)]], _columns(study, words, *asked), chance)


def surveymonkey(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    order = list(range(len(study.names)))
    chance.shuffle(order)
    lines = [["RespondentID", "", *_count(study, "329{}")], ["CollectorID", "", *_count(study, "5")]]
    for half, stem in enumerate(("How if we had…", "How if we did not have…")):
        lines += [
            [stem if place == 0 else "", study.names[at], *study.half(at, half, words)]
            for place, at in enumerate(order)
        ]
    return [list(row) for row in zip(*lines, strict=True)]


def surveymonkey_condensed(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    asked = "How if we had it? - {0}", "How if we did not have it? - {0}"
    fixed = [["Respondent ID", *_count(study, "329{}")], ["Collector ID", *_count(study, "5")]]
    return _table(fixed, _columns(study, words, *asked), chance)


def qualtrics(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    columns = _columns(study, words, "How if we had it? - {0}", "How if we did not have it? - {0}")
    asked = [[f"Q{at}", one[0], json.dumps({"ImportId": f"QID{at}"}), *one[1:]] for at, one in enumerate(columns)]
    names = (
        ("StartDate", "Start Date"),
        ("Status", "Response Type"),
        ("Finished", "Finished"),
        ("ResponseId", "Response ID"),
    )
    cells = (_moments(study), _count(study, "IP Address"), _count(study, "True"), _count(study, "R_{}"))
    fixed = [[*name, json.dumps({"ImportId": name[0]}), *cell] for name, cell in zip(names, cells, strict=True)]
    return _table(fixed, asked, chance)


def limesurvey(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    fixed = [
        ["id. Response ID", *_count(study)],
        ["submitdate. Date submitted", *_moments(study)],
        ["lastpage. Last page", *_count(study, "3")],
        ["startlanguage. Start language", *_count(study, "en")],
    ]
    return _table(
        fixed, _columns(study, words, "Q1[SQ{1}]. If we had…  [{0}]", "Q2[SQ{1}]. If we lacked…  [{0}]"), chance
    )


def typeform(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    asked = "If you could have {0}, how would you feel?", "If you could not have {0}, how would you feel?"
    last = [
        ["Start Date (UTC)", *_moments(study)],
        ["Submit Date (UTC)", *_moments(study)],
        ["Network ID", *_count(study)],
    ]
    return _table([["#", *_count(study, "995106{}")]], _columns(study, words, *asked), chance, last)


def microsoft(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    asked = "If the hotel had {0}, how would you feel?", "If the hotel did not have {0}, how would you feel?"
    fixed = [["Id", *_count(study)], ["Start time", *_moments(study)], ["Completion time", *_moments(study)]]
    return _table(fixed, _columns(study, words, *asked), chance)


def wjx(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    asked = "{1}、{0}—如果有这个功能您的评价是：", "{1}、如果没有这个功能您的评价是："
    fixed = [["序号", *_count(study)], ["提交答卷时间", *_moments(study)], ["所用时间", *_count(study, "61秒")],
             ["来源", *_count(study, "手机")], ["来自IP", *_count(study, "198.51.100.{}(广东)")]]  # fmt: skip
    return _table(fixed, _columns(study, words, *asked), chance)


def suffixes(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    return _table(
        [["respondent", *_count(study)]], _columns(study, words, "{0}_functional", "{0}_dysfunctional"), chance
    )


def prefixes(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    return _table([["respondent", *_count(study)]], _columns(study, words, "positive: {0}", "negative: {0}"), chance)


def two_rows(study: Study, words: Sequence[str], chance: random.Random) -> Rows:
    lines = [["", "respondent", *_count(study)]]
    for at in chance.sample(range(len(study.names)), len(study.names)):
        lines.append([study.names[at], "functional", *study.half(at, 0, words)])
        lines.append(["", "dysfunctional", *study.half(at, 1, words)])
    return [list(row) for row in zip(*lines, strict=True)]


SHAPES: dict[Shape, Platform] = {
    google_questions: Platform.GOOGLE_FORMS,
    google_grid: Platform.GOOGLE_FORMS,
    surveymonkey: Platform.SURVEYMONKEY,
    surveymonkey_condensed: Platform.SURVEYMONKEY,
    qualtrics: Platform.QUALTRICS,
    limesurvey: Platform.LIMESURVEY,
    typeform: Platform.TYPEFORM,
    microsoft: Platform.MICROSOFT_FORMS,
    wjx: Platform.WJX,
    suffixes: Platform.OTHER,
    prefixes: Platform.OTHER,
    two_rows: Platform.OTHER,
}


@st.composite
def studies(draw: st.DrawFn) -> Study:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
    pair = st.tuples(st.integers(0, 5), st.integers(0, 5))
    people = draw(st.lists(st.lists(pair, min_size=len(names), max_size=len(names)), min_size=1, max_size=6))
    # Everything was answered once, in words that no other scale has.
    return Study(names, [[(1, 5) for _ in names], *people])


OLDER: dict[tuple[str, ...], str] = {
    CHINESE: "gb18030",
    TRADITIONAL: "big5",
    GERMAN: "cp1252",
    FRENCH: "cp1252",
    BERGER: "cp1252",
}
"""What a program that knows no Unicode writes each wording in."""


def as_bytes(rows: Rows, words: tuple[str, ...], delimiter: str, end: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    try:
        return text.getvalue().encode(OLDER.get(words, "utf-8") if encoding == "older" else encoding)
    except UnicodeEncodeError:
        return text.getvalue().encode()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    study=studies(),
    shape=st.sampled_from(list(SHAPES)),
    words=st.sampled_from(WORDINGS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "older"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    chance=st.randoms(use_true_random=False),
)
def test_a_survey_written_in_any_shape_reads_back_the_same(
    study: Study, shape: Shape, words: tuple[str, ...], encoding: str, delimiter: str, end: str, chance: random.Random
) -> None:
    rows = shape(study, words, chance)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        path.write_bytes(as_bytes(rows, words, delimiter, end, encoding))
        survey, _ = read_survey(path, LIKE_FIRST)
    assert survey.source.platform is SHAPES[shape]
    assert survey.source.layout is Layout.WIDE
    wanted = {
        name: ([person[at][0] for person in study.people], [person[at][1] for person in study.people])
        for at, name in enumerate(study.names)
    }
    assert by_name(survey) == wanted


class Counted(Sequence[Row]):
    """The records of a sheet, counting which of them are looked at."""

    def __init__(self, records: Sequence[Row]) -> None:
        self.records = records
        self.seen: set[int] = set()

    def __len__(self) -> int:
        return len(self.records)

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:  # type: ignore[override] # rows only
        if isinstance(at, slice):
            self.seen.update(range(*at.indices(len(self.records))))
            return tuple(self.records[at])
        self.seen.add(at % len(self.records))
        return self.records[at]

    def __iter__(self) -> Iterator[Row]:
        for at, record in enumerate(self.records):
            self.seen.add(at)
            yield record


def test_a_layout_is_recognised_from_the_first_thousand_rows(tmp_path: Path) -> None:
    people = 5 * HEAD_RECORDS
    path = tmp_path / "large.csv"
    headings = [f"F{at}_{half}" for at in range(3) for half in ("functional", "dysfunctional")]
    write_csv(path, [headings, *([*["I like it", "I dislike it"] * 3] for _ in range(people))])
    examined = examine(path)
    grid = examined.grids[0]
    assert len(grid.head) == HEAD_RECORDS
    opened: list[float] = []

    def never(progress: object) -> Iterator[object]:
        opened.append(0.0)
        yield progress

    head = Counted(grid.head)
    chosen = best(Grid(grid.file, grid.sheet, head, never, ""), AnswerReader(ImportSettings()))  # type: ignore[arg-type] # counts
    assert chosen is not None
    assert opened == []
    assert max(head.seen) < HEAD_RECORDS
    assert len(chosen.mapping.of(*HALVES)) == 6
    assert isinstance(read_survey(path)[0].evidence, Answers)
    assert np.unique([one.functional.size for one in pairs_of(read_survey(path)[0])]).tolist() == [people]


def pairs_of(survey: Survey) -> tuple[AnswerPair, ...]:
    assert isinstance(survey.evidence, Answers)
    return survey.evidence.pairs


def test_the_mapping_of_the_documentation_reads_what_could_not_be_guessed(root: Path, tmp_path: Path) -> None:
    text = (root / "docs" / "imports.md").read_text(encoding="utf-8")
    mapping = mapping_of_json(text.split("```json\n")[1].split("```")[0])
    assert mapping_of_json(mapping_json(mapping)) == mapping
    path = tmp_path / "answers.csv"
    headings = ["Guest", "Breakfast, morning one", "Breakfast, morning two", "Test?", "Weight", "Stay"]
    write_csv(path, [headings, ["p1", "great", "yuck", "", "9", "long"], ["p2", "meh", "yuck", "yes", "1", "short"],
                     ["p3", "great", "meh", "no", "5", "long"]])  # fmt: skip
    survey, _ = read_survey(path, mapping=mapping)
    assert by_name(survey) == {"Breakfast": ([1, 1], [5, 3])}
    assert [(one.name, one.levels) for one in survey.traits] == [("Stay", ("long",))]
    assert [None if one is None else one.tolist() for one in survey.importance] == [[9, 5]]
    for role in (one.value for one in Role):
        assert f"`{role}`" in text
