"""The sample surveys: made again byte for byte, complete, believable, and nobody's."""

import csv
import io
import re
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import BERGER

SAMPLES = Path(__file__).parents[2] / "sample_surveys"
DATA = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".csv", ".xlsx"})
ENCODINGS = {"online-shop-zh_CN": "gb18030", "evening-course-awkward": "cp1252"}
CODES = {
    word: place
    for scale in (
        ("I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it"),
        ("I like it that way", "It must be that way", "", "I can live with it that way", "I dislike it that way"),
        (
            "I enjoy it that way",
            "It is a basic necessity or I expect it that way",
            "I’m neutral",
            "I dislike it, but I can live with it that way",
            "I dislike it, and I can’t accept it",
        ),
        ("很喜欢", "理所当然", "无所谓", "勉强接受", "很不喜欢"),
        ("喜歡", "應該的", "無所謂", "能忍受", "不喜歡"),
        ("1", "2", "3", "4", "5"),
    )
    for place, word in enumerate(scale, start=1)
    if word
} | {"": 0}
CRIB_SHEET = "Crib sheet with <b>, $x$ and =SUM(A1)"

Pairs = dict[str, Counter[tuple[int, int]]]
"""Feature → how often each pair was given, pairs with a half left out among them."""


@dataclass(frozen=True)
class Sample:
    """A sample survey and what is true of it."""

    file: str
    features_file: str
    people: int
    categories: str
    """The most frequent category of each feature, in the order of the features file."""


SURVEYS = (
    Sample("hotel-stay.csv", "hotel-stay-features.csv", 84, "MMMPPPAAAIIR"),
    Sample("hotel-stay-zh_CN.xlsx", "hotel-stay-zh_CN-features.csv", 84, "MMMPPPAAAIIR"),
    Sample("online-shop.xlsx", "online-shop-features.csv", 120, "MMMPPPPAAAIAIIR"),
    Sample("online-shop-zh_CN.csv", "online-shop-zh_CN-features.csv", 120, "MMMPPPPAAAIAIIR"),
    Sample("clinic-visit.csv", "clinic-visit-features.csv", 90, "MMMMPPPAAAAIIR"),
    Sample("clinic-visit-zh_TW.csv", "clinic-visit-zh_TW-features.csv", 90, "MMMMPPPAAAAIIR"),
    Sample("evening-course.csv", "evening-course-features.csv", 60, "MMMPPPAAIIIIR"),
)
each_survey = pytest.mark.parametrize("sample", SURVEYS, ids=lambda sample: sample.file)


def _text(path: Path) -> str:
    service = path.stem.removesuffix("-features")
    return path.read_bytes().decode(ENCODINGS.get(service, "utf-8-sig"))


def _rows(name: str, delimiter: str = ",") -> list[list[str]]:
    path = SAMPLES / name
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(_text(path), newline=""), delimiter=delimiter))
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return [[str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row] for row in sheet.to_python()]


def _wide(rows: list[list[str]]) -> Pairs:
    named = re.compile(r"(.+?)(?: \(functional\)|（有）|_f)$")
    heading, *people = rows
    starts = {match[1]: place for place, cell in enumerate(heading) if (match := named.match(cell))}
    return {
        feature: Counter((CODES[row[place]], CODES[row[place + 1]]) for row in people)
        for feature, place in starts.items()
    }


def _pairs(name: str) -> Pairs:
    rows = _rows(name)
    if name.startswith("hotel-stay") or name.endswith(".xlsx"):
        return _wide(rows)
    pairs: Pairs = {}
    for row in rows[1:]:
        feature, functional, dysfunctional, count = row if name == "clinic-visit.csv" else [*row[-3:], "1"]
        pairs.setdefault(feature, Counter())[CODES[functional], CODES[dysfunctional]] += int(count)
    return pairs


def _category(counts: Counter[tuple[int, int]]) -> str:
    categories = Counter(dict.fromkeys(CATEGORIES, 0))
    for pair, count in counts.items():
        if all(pair):
            categories[BERGER.category(*pair)] += count
    return categories.most_common(1)[0][0].letter


def _features(name: str) -> list[dict[str, str]]:
    heading, *rows = _rows(name)
    keys = ["key", "label"] if heading[0] == "ID" else ["key"]
    keys += ["description", "touchpoint", "dimension", "effort", "owner", "depends_on"]
    return [dict(zip(keys, row, strict=True)) for row in rows]


def _make(folder: Path) -> None:
    subprocess.run([sys.executable, SAMPLES / "make_samples.py", "--output", folder], check=True)


def _content(path: Path) -> bytes | dict[str, bytes]:
    """Return what must be alike; of a workbook the parts, for not every zlib packs them into the same bytes."""
    if path.suffix == ".csv":
        return path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        return {part: parts.read(part) for part in parts.namelist()}


def test_the_script_makes_the_committed_files_again(tmp_path: Path) -> None:
    _make(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in DATA}
    assert [path.name for path in DATA if _content(tmp_path / path.name) != _content(path)] == []


def test_two_runs_give_the_same_bytes_workbooks_included(tmp_path: Path) -> None:
    for run in ("first", "second"):
        _make(tmp_path / run)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / run).iterdir()} for run in ("first", "second")
    )
    assert first == second


def test_all_samples_together_stay_below_half_a_megabyte() -> None:
    assert sum(path.stat().st_size for path in DATA) < 500_000


@each_survey
def test_a_sample_asks_forty_to_a_hundred_and_twenty_people_about_ten_to_twenty_features(sample: Sample) -> None:
    pairs = _pairs(sample.file)
    assert 10 <= len(pairs) <= 20
    assert 40 <= sample.people <= 120
    asked = [sum(counts.values()) for counts in pairs.values()]
    assert max(asked) == sample.people
    assert min(asked) >= sample.people - 2


@each_survey
def test_the_features_file_has_one_row_for_every_feature_of_its_survey(sample: Sample) -> None:
    assert [feature["key"] for feature in _features(sample.features_file)] == list(_pairs(sample.file))


@each_survey
def test_every_feature_has_a_description_touchpoint_dimension_effort_and_owner(sample: Sample) -> None:
    for feature in _features(sample.features_file):
        assert all(feature[known] for known in ("description", "touchpoint", "dimension", "owner")), feature["key"]
        assert float(feature["effort"]) > 0


@each_survey
def test_dependencies_name_features_of_the_same_file_and_run_in_no_circle(sample: Sample) -> None:
    needs = {
        feature["key"]: [other for other in re.split("; |；", feature["depends_on"]) if other]
        for feature in _features(sample.features_file)
    }
    assert any(needs.values())
    assert {other for others in needs.values() for other in others} <= set(needs)
    assert set(TopologicalSorter(needs).static_order()) == set(needs)


@each_survey
def test_the_most_frequent_categories_are_the_believable_mix_that_was_meant(sample: Sample) -> None:
    assert "".join(map(_category, _pairs(sample.file).values())) == sample.categories


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hotel-stay.csv", "hotel-stay-zh_CN.xlsx"),
        ("online-shop.xlsx", "online-shop-zh_CN.csv"),
        ("clinic-visit.csv", "clinic-visit-zh_TW.csv"),
    ],
)
def test_both_languages_of_a_service_hold_the_same_answers(one: str, other: str) -> None:
    alike = [
        [{pair: count for pair, count in counts.items() if any(pair)} for counts in _pairs(name).values()]
        for name in (one, other)
    ]
    assert alike[0] == alike[1]


def test_business_and_leisure_guests_disagree_on_the_mobile_room_key() -> None:
    heading, *guests = _rows("hotel-stay.csv")
    purpose = heading.index("Purpose of stay")
    camps = {
        level: _wide([heading, *(guest for guest in guests if guest[purpose] == level)])["Mobile room key"]
        for level in ("Business", "Leisure")
    }
    assert {level: _category(counts) for level, counts in camps.items()} == {"Business": "A", "Leisure": "I"}


def test_the_awkward_file_has_thirteen_whole_pairs_one_half_and_two_people_twice() -> None:
    heading, *rows = _rows("evening-course-awkward.csv", delimiter=";")
    halves = Counter(re.sub(r" \((dys)?functional\) ?$", "", cell) for cell in heading if "functional)" in cell)
    assert sorted(halves.values()) == [1, *[2] * 13]
    assert halves[CRIB_SHEET] == 2
    people = Counter(row[3] for row in rows if any(row))
    assert len(people) == 48
    assert sum(people.values()) == 50


def test_the_features_file_of_the_course_serves_the_awkward_file_but_for_the_crib_sheet() -> None:
    heading = _rows("evening-course-awkward.csv", delimiter=";")[0]
    asked = {cell.removesuffix(" ").removesuffix(" (functional)") for cell in heading if " (functional)" in cell}
    assert asked - {feature["key"] for feature in _features("evening-course-features.csv")} == {CRIB_SHEET}


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_address_or_number_could_be_anybodys(path: Path) -> None:
    text = _text(path) if path.suffix == ".csv" else "\n".join(" ".join(row) for row in _rows(path.name))
    assert {host for host in re.findall(r"@([\w.-]+)", text) if host != "example.com"} == set()
    assert [ip for ip in re.findall(r"\d+\.\d+\.\d+\.\d+", text) if not ip.startswith("192.0.2.")] == []
    assert re.findall(r"\d{7,}|\+\d|https?:", text) == []


def test_the_readme_names_every_file() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    surveys = [path.name for path in DATA if "-features" not in path.name]
    assert [name for name in surveys if f"`{name}`" not in readme] == []
