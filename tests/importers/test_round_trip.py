"""A survey written in any of the ways people write one reads back as the same survey."""

import csv
import io
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.feature import fold_name
from kano_app.domain.mapping import Layout
from kano_app.domain.problem import Code
from kano_app.domain.settings import Direction, ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers import read_survey

WORDINGS = (
    ("I like it", "I expect it", "I’m neutral", "I can tolerate it", "I dislike it"),
    (
        "I enjoy it that way",
        "It is a basic necessity or I expect it that way",
        "I am neutral",
        "I dislike it, but I can live with it that way",
        "I dislike it, and I can’t accept it",
    ),
    ("Das würde mich sehr freuen", "Das setze ich voraus", "Das ist mir egal", "Das könnte ich in Kauf nehmen",
     "Das würde mich sehr stören"),
    ("很喜欢", "理所当然", "无所谓", "勉强接受", "很不喜欢"),
    ("喜歡", "應該的", "無所謂", "能忍受", "不喜歡"),
)  # fmt: skip
CODES = ("1", "2", "3", "4", "5")
MARKERS = (
    ("{}_functional", "{}_dysfunctional"),
    ("functional: {}", "dysfunctional: {}"),
    ("{} (with)", "{} (without)"),
    ("1. If it had… [{}]", "2. If it lacked… [{}]"),
    ("{}（有）", "{}（没有）"),
    ("{} +", "{} -"),
)
NAMES = st.lists(
    st.text("abcdefghijklmnoWXYZ 房间早餐服务0123456789<>$=&é🏨,;\t\"'", min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: len(fold_name(text)) > 1 and text == text.strip(" ,;'\"") and any(map(str.isalpha, text))),
    min_size=1,
    max_size=5,
    unique_by=fold_name,
)


@dataclass(frozen=True)
class Study:
    """What a form would have gathered: per person and feature two answers from 0 (none) to 5."""

    names: list[str]
    answers: list[list[tuple[int, int]]]


@st.composite
def studies(draw: st.DrawFn) -> Study:
    names = draw(NAMES)
    pair = st.tuples(st.integers(0, 5), st.integers(0, 5))
    people = draw(st.lists(st.lists(pair, min_size=len(names), max_size=len(names)), min_size=1, max_size=8))
    # Everything was answered once: a column nobody filled in is another test's business.
    return Study(names, [[(1, 5) for _ in names], *people])


@st.composite
def manners(draw: st.DrawFn) -> tuple[str, str, str, int]:
    """Return encoding, delimiter, line end and a seed for the order of columns."""
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    delimiter = draw(st.sampled_from([",", ";", "\t", "|"]))
    return encoding, delimiter, draw(st.sampled_from(["\n", "\r\n", "\r"])), draw(st.integers(0, 99))


def as_text(rows: Sequence[Sequence[str]], delimiter: str, end: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


def read_text(text: str, encoding: str, read_settings: ImportSettings) -> tuple[Survey, set[Code]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        path.write_bytes(text.encode(encoding))
        survey, problems = read_survey(path, read_settings)
    return survey, {problem.code for problem in problems}


def answers_by_name(survey: Survey) -> dict[str, list[tuple[int, int]]]:
    assert isinstance(survey.evidence, Answers)
    return {
        feature.name: list(zip(pair.functional.tolist(), pair.dysfunctional.tolist(), strict=True))
        for feature, pair in zip(survey.features, survey.evidence.pairs, strict=True)
    }


def expected(study: Study) -> dict[str, list[tuple[int, int]]]:
    return {name: [person[at] for person in study.answers] for at, name in enumerate(study.names)}


SLOW_MACHINES = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW_MACHINES
@given(study=studies(), manner=manners(), markers=st.sampled_from(MARKERS), words=st.sampled_from([*WORDINGS, CODES]))
def test_a_wide_table_reads_back_whatever_its_order_of_columns(
    study: Study, manner: tuple[str, str, str, int], markers: tuple[str, str], words: tuple[str, ...]
) -> None:
    encoding, delimiter, end, seed = manner
    texts = ("", *words)
    columns = [
        [markers[half].format(name), *(texts[person[at][half]] for person in study.answers)]
        for at, name in enumerate(study.names)
        for half in (0, 1)
    ]
    random.Random(seed).shuffle(columns)  # noqa: S311 - an order, not a secret
    rows = [["Respondent", *(column[0] for column in columns)]]
    rows += [[f"p{at}", *(column[at] for column in columns)] for at in range(1, len(study.answers) + 1)]
    survey, _ = read_text(as_text(rows, delimiter, end), encoding, ImportSettings(direction=Direction.LIKE_FIRST))
    assert answers_by_name(survey) == expected(study)
    assert survey.source.layout is Layout.WIDE
    assert survey.source.direction is (Direction.LIKE_FIRST if words is CODES else None)


@SLOW_MACHINES
@given(study=studies(), manner=manners(), words=st.sampled_from([*WORDINGS, CODES]))
def test_a_long_table_reads_back_whatever_the_order_of_its_columns(
    study: Study, manner: tuple[str, str, str, int], words: tuple[str, ...]
) -> None:
    encoding, delimiter, end, seed = manner
    texts = ("", *words)
    order = list(range(4))
    random.Random(seed).shuffle(order)  # noqa: S311 - an order, not a secret
    records = [["respondent", "feature", "functional", "dysfunctional"]] + [
        [f"p{who}", name, texts[person[at][0]], texts[person[at][1]]]
        for who, person in enumerate(study.answers)
        for at, name in enumerate(study.names)
    ]
    rows = [[record[column] for column in order] for record in records]
    survey, problems = read_text(
        as_text(rows, delimiter, end), encoding, ImportSettings(direction=Direction.LIKE_FIRST)
    )
    assert answers_by_name(survey) == expected(study)
    assert Code.ANSWER_TWICE not in problems


@SLOW_MACHINES
@given(study=studies(), manner=manners(), words=st.sampled_from([*WORDINGS, CODES]))
def test_a_tally_reads_back_as_its_counts(
    study: Study, manner: tuple[str, str, str, int], words: tuple[str, ...]
) -> None:
    encoding, delimiter, end, _ = manner
    texts = ("", *words)
    counts = np.zeros((len(study.names), 6, 6), dtype=np.int64)
    for person in study.answers:
        for at, pair in enumerate(person):
            counts[at][pair] += 1
    rows = [["feature", "functional", "dysfunctional", "count"]] + [
        [study.names[at], texts[functional], texts[dysfunctional], str(counts[at, functional, dysfunctional])]
        for at, functional, dysfunctional in zip(*np.nonzero(counts), strict=True)
    ]
    survey, _ = read_text(as_text(rows, delimiter, end), encoding, ImportSettings(direction=Direction.LIKE_FIRST))
    assert [feature.name for feature in survey.features] == study.names
    assert isinstance(survey.evidence, PairTally)
    assert (survey.evidence.counts == counts[:, 1:, 1:]).all()
    assert survey.evidence.incomplete.tolist() == [int(one[0, 1:].sum() + one[1:, 0].sum()) for one in counts]


@pytest.mark.parametrize(
    ("encoding", "words", "name"),
    [
        ("gb18030", WORDINGS[3], "早餐和无线网络"),
        ("big5", WORDINGS[4], "早餐與無線網路"),
        ("cp1252", WORDINGS[0], "Café près de l’hôtel"),
        ("cp1252", WORDINGS[2], "Frühstück"),
        ("mac_roman", WORDINGS[1], "Café près de l’hôtel"),
        ("mac_roman", WORDINGS[2], "Frühstück für Gäste"),
    ],
)
def test_an_older_encoding_is_found_and_said_to_be_assumed(encoding: str, words: tuple[str, ...], name: str) -> None:
    rows = [[f"{name}_functional", f"{name}_dysfunctional"], [words[0], words[4]], [words[1], words[3]], [words[2]] * 2]
    survey, problems = read_text(as_text(rows, ",", "\r\n"), encoding, ImportSettings())
    assert answers_by_name(survey) == {name: [(1, 5), (2, 4), (3, 3)]}
    assert Code.ENCODING_ASSUMED in problems
