"""The same people are found again by the best that a file has, and strangers are never taken for each other."""

from pathlib import Path

import pytest
from importers.exports import EXPORTS, Export

from kano_app.domain import edits
from kano_app.domain.mapping import Layout, Platform
from kano_app.domain.project import Project
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers import examine, mapping_json, mapping_of_json, read_survey

SALTED = ImportSettings(salt="0123456789abcdef")
PLATFORMS = [one for one in EXPORTS if one.platform is not Platform.OTHER and one.layout is Layout.WIDE]
SAID = ("like", "expect", "neutral", "tolerate", "dislike")


def table(path: Path, headings: str, *rows: str) -> Path:
    lines = [f"{headings},Wi-Fi functional,Wi-Fi dysfunctional"]
    lines += [f"{row},{SAID[at % 2]},{SAID[4 - at % 3]}" for at, row in enumerate(rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(path: Path) -> Survey:
    survey = read_survey(path, SALTED)[0]
    mapped = read_survey(path, SALTED, mapping=mapping_of_json(mapping_json(examine(path).mapping)))[0]
    keys = [None if one.keys is None else one.keys.tolist() for one in (survey, mapped)]
    assert keys[0] == keys[1]
    return survey


def again(first: Survey, second: Survey) -> int | None:
    return edits.what_is_appended(Project(surveys=(first,)), second, {}, ()).known


@pytest.mark.parametrize("export", PLATFORMS, ids=lambda one: one.name)
def test_an_export_that_is_appended_twice_is_found_to_be_the_same_people(export: Export, tmp_path: Path) -> None:
    path = tmp_path / export.file
    export.write(path)
    settings = ImportSettings(salt=SALTED.salt, direction=export.settings.direction)
    first, second = (read_survey(path, settings)[0] for _ in range(2))
    assert again(first, second) == export.kept


MOMENTS = [f"2026-03-0{at} 10:00:0{at}" for at in range(1, 7)]


@pytest.mark.parametrize(
    ("heading", "here", "there"),
    [
        ("E-mail", "u{}@x.example", "w{}@x.example"),
        ("Username", "user{}", "other{}"),
        ("Mobile", "0170 123450{}", "0170 123459{}"),
    ],
)
def test_numbers_that_count_the_rows_give_way_to_what_tells_people_apart(
    heading: str, here: str, there: str, tmp_path: Path
) -> None:
    first = read(table(tmp_path / "a.csv", f"Nr,{heading}", *(f"{at},{here.format(at)}" for at in range(1, 7))))
    same = read(table(tmp_path / "b.csv", f"Nr,{heading}", *(f"{7 - at},{here.format(at)}" for at in range(1, 7))))
    strangers = read(table(tmp_path / "c.csv", f"Nr,{heading}", *(f"{at},{there.format(at)}" for at in range(1, 7))))
    assert again(first, same) == 6
    assert again(first, strangers) == 0


def test_a_machine_tells_people_apart_only_together_with_the_moment(tmp_path: Path) -> None:
    rows = [f"{moment},10.0.0.7" for moment in MOMENTS]
    first = read(table(tmp_path / "a.csv", "Submitted,IP", *rows))
    assert again(first, first) == 6
    later = [f"{moment.replace('2026', '2027')},10.0.0.7" for moment in MOMENTS]
    assert again(first, read(table(tmp_path / "b.csv", "Submitted,IP", *later))) == 0
    assert read(table(tmp_path / "c.csv", "IP", *("10.0.0.7" for _ in rows))).keys is None


def test_a_moment_tells_people_apart_together_with_their_answers(tmp_path: Path) -> None:
    first = read(table(tmp_path / "a.csv", "Submitted", *MOMENTS))
    assert again(first, first) == 6
    other = read(table(tmp_path / "b.csv", "Submitted", *MOMENTS[1:], MOMENTS[0]))
    assert again(first, other) == 0


def test_two_groups_numbered_from_one_are_not_the_same_people_and_nobody_can_tell(tmp_path: Path) -> None:
    first = read(table(tmp_path / "a.csv", "Nr", *map(str, range(1, 9))))
    assert first.keys is None
    assert again(first, first) is None
    assert read(table(tmp_path / "b.csv", "Nr", "8", "7", "5", "4", "3", "2", "1")).keys is None
    given = read(table(tmp_path / "c.csv", "Nr", "4711", "4712", "4713"))
    assert again(given, given) == 3
    drawn = read(table(tmp_path / "d.csv", "Nr", "3", "1", "4", "2"))
    assert again(drawn, drawn) == 4


def test_rows_of_a_long_table_are_of_people_by_their_best_column(tmp_path: Path) -> None:
    def long(name: str, who: str) -> Survey:
        rows = [f"{at},u{at}@{who},{one},like,dislike" for at in range(1, 7) for one in ("Wi-Fi", "Pool")]
        path = tmp_path / name
        path.write_text("\n".join(["Nr,E-mail,Feature,Functional,Dysfunctional", *rows]), encoding="utf-8")
        survey = read(path)
        assert survey.source.layout is Layout.LONG
        return survey

    first = long("a.csv", "x.example")
    assert again(first, long("b.csv", "x.example")) == 6
    assert again(first, long("c.csv", "y.example")) == 0


def test_a_file_is_known_by_its_shape_when_its_ids_were_taken_away(tmp_path: Path) -> None:
    def shape(text: str) -> tuple[Platform, int | None]:
        path = tmp_path / "a.csv"
        path.write_text(text, encoding="utf-8")
        survey = read_survey(path)[0]
        return survey.source.platform, survey.respondents

    asked = "If it had a pool?,If it had no pool?"
    states = "\n".join(f"like,dislike,{state},2026-04-01 10:11:42" for state in ("completed", "partial", "completed"))
    assert shape(f"{asked},Response Type,Start Date (UTC)\n{states}") == (Platform.TYPEFORM, 2)
    answers = "like,dislike\nlike,neutral"
    assert shape(f"{asked}\nResponse,Response\n{answers}") == (Platform.SURVEYMONKEY, 2)
    coded = "Q1[SQ001]. With [Pool],Q2[SQ001]. Without [Pool]"
    assert shape(f"{coded}\n{answers}") == (Platform.LIMESURVEY, 2)
