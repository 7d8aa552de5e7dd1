"""Who answered is nobody's business: it reaches neither the survey, nor what is said of it, nor any file of ours."""

import logging
from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from importers.exports import EXPORTS, Export
from importers.exports.study import IDS, REMARKS, SECRETS

from kano_app import pipeline
from kano_app.cli.main import commands
from kano_app.domain.mapping import Role
from kano_app.domain.problem import Code
from kano_app.domain.settings import ImportSettings
from kano_app.importers import examine, mapping_json, mapping_of_json, read_survey
from kano_app.importers.headings import is_identity, is_personal, masked
from kano_app.storage import ProjectFile

ALL = pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.name)
FORBIDDEN = (*SECRETS, *REMARKS, *IDS)
PARTS = tuple(part for name in SECRETS for part in name.split() if part.isalpha() and len(part) > 2)


def written(export: Export, folder: Path) -> Path:
    path = folder / export.file
    export.write(path)
    return path


def every_text(value: object) -> str:
    """Return all texts that a value holds, however deep."""
    if isinstance(value, str):
        return f"{value}\n"
    if isinstance(value, np.ndarray):
        return ""
    if is_dataclass(value):
        return "".join(every_text(getattr(value, part.name)) for part in fields(value))
    if isinstance(value, dict) or hasattr(value, "items"):
        return "".join(every_text(one) for pair in value.items() for one in pair)
    if isinstance(value, tuple | list | set | frozenset):
        return "".join(map(every_text, value))
    return f"{value!r}\n"


def assert_nobody_is_named(text: str) -> None:
    assert [one for one in FORBIDDEN if one in text] == []
    assert [one for one in PARTS if one in text] == []


@ALL
def test_nobody_is_named_in_a_survey_or_in_what_is_said_of_it(export: Export, tmp_path: Path) -> None:
    path = written(export, tmp_path)
    survey, problems = read_survey(path, export.settings)
    assert_nobody_is_named(every_text(survey))
    assert_nobody_is_named(every_text(problems))
    examined = examine(path, export.settings)
    assert_nobody_is_named(mapping_json(examined.mapping) + examined.shape)
    assert_nobody_is_named(every_text(examined.answers(examined.mapping)))


@ALL
def test_nobody_is_named_in_the_project_file(export: Export, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path, project_file = written(export, tmp_path), tmp_path / "study.kano"
    with caplog.at_level(logging.DEBUG):
        project = pipeline.read_survey(path, export.settings)
        ProjectFile.write(project_file, project)
    # Arrays are compressed one by one: what is in them is looked at as texts of the project above.
    data = project_file.read_bytes()
    for secret in (*FORBIDDEN, *PARTS):
        assert secret.encode() not in data
        assert secret.encode("utf-16-le") not in data
    assert_nobody_is_named(every_text(project))
    assert_nobody_is_named(caplog.text)


@ALL
def test_nobody_is_named_on_the_command_line(export: Export, tmp_path: Path) -> None:
    path, map_file = written(export, tmp_path), tmp_path / "map.json"
    options = ["--direction", "like-first"] if export.settings.direction else []
    for told in (["analyze", "--format", "json"], ["check", "--write-map", str(map_file)]):
        result = CliRunner().invoke(commands, [told[0], str(path), *options, *told[1:]])
        assert result.exit_code == 0, result.output
        assert_nobody_is_named(result.output)
    assert_nobody_is_named(map_file.read_text(encoding="utf-8"))


def test_a_column_that_tells_who_somebody_is_is_kept_only_when_somebody_says_so(tmp_path: Path) -> None:
    export = next(one for one in EXPORTS if one.file == "prefixes.xls")
    path = written(export, tmp_path)
    mapping = examine(path).mapping
    position = next(one.position for one in mapping.columns if one.heading == "E-mail")
    kept, _ = read_survey(path, mapping=mapping.with_role(position, Role.RESPONDENT))
    assert_nobody_is_named(every_text(kept))
    salted, _ = read_survey(path, ImportSettings(salt="0" * 16), mapping=mapping.with_role(position, Role.RESPONDENT))
    assert salted.keys is not None
    assert len(set(salted.keys.tolist())) == salted.respondents
    other, _ = read_survey(path, ImportSettings(salt="f" * 16), mapping=mapping.with_role(position, Role.RESPONDENT))
    assert other.keys is not None
    assert set(other.keys.tolist()).isdisjoint(salted.keys.tolist())


PHONES = (
    "0170 1234567",
    "call Ada Quill 0170-1234567",
    "+49 30 123456",
    "(555) 123-4567",
    "13812345678",
    "138-1234-5678",
    "030/1234567",
    "612 345 678",
)
OTHERS = (
    "hr@corp.example",
    "ask me: cy@z.example",
    "ada at x.org",
    "@ada_q",
    "https://x.com/ada",
    "x.com/ada",
    "10.1.2.3",
)
GROUPS = (
    "2026-03-01",
    "2026-04-01 10:11:42",
    "30.04.1990",
    "1990-1995",
    "2019/2020",
    "$100,000 - $149,999",
    "100 000 – 200 000",
    "0-1000000",
    "1.000.000",
    "0.1234567",
    "3.1415926535",
    "1000000",
    "we meet at 5 pm",
    "and/or",
)


@pytest.mark.parametrize("text", [*PHONES, *OTHERS])
def test_a_text_that_tells_how_to_reach_somebody_is_personal(text: str) -> None:
    assert is_personal(text)
    assert is_identity("Comment", ["none", "ok", text])


@pytest.mark.parametrize("text", GROUPS)
def test_amounts_ranges_and_dates_are_of_nobody(text: str) -> None:
    assert not is_personal(text)


@pytest.mark.parametrize(
    "heading",
    [
        "Contact",
        "How can we reach you?",
        "Student ID",
        "student_id",
        "Matrikelnummer",
        "Badge",
        "Employee number",
        "Twitter handle",
        "User",
        "Your full name please, so that we can thank you",
        "Date of birth",
        "Geburtsdatum",
        "出生日期",
        "City",
        "Wohnort",
        "PLZ",
        "GPS",
        "您所在的城市",
        "Where do you live?",
        "工号",
    ],
)
def test_names_places_births_and_numbers_of_people_are_known_by_their_heading(heading: str) -> None:
    assert is_identity(heading, ["a", "b"])


@pytest.mark.parametrize(
    "heading", ["Age", "Year of birth", "Country", "Region", "City size", "User type", "Education", "城市规模"]
)
def test_what_makes_groups_of_people_stays_a_trait(heading: str) -> None:
    assert not is_identity(heading, ["a", "b"])


def _table(path: Path, heading: str, cells: list[str], first: str = "like") -> Path:
    rows = [f"p{at}x,{first if at == 3 else 'like'},dislike,{cell}" for at, cell in enumerate(cells)]
    path.write_text("\n".join([f"id,Wi-Fi functional,Wi-Fi dysfunctional,{heading}", *rows]), encoding="utf-8")
    return path


def test_who_somebody_is_far_down_a_column_leaves_the_column_out(tmp_path: Path) -> None:
    cells = [*["none", "ok"] * 700, "ask cy@z.example"]
    path = _table(tmp_path / "a.csv", "Comment", cells)
    for mapping in (None, mapping_of_json(mapping_json(examine(path).mapping))):
        survey, problems = read_survey(path, mapping=mapping)
        assert survey.traits == ()
        assert [(one.column, one.facts["reason"]) for one in problems if one.code is Code.COLUMN_LEFT_OUT] == [
            ("Comment", "identity")
        ]


def test_where_people_live_is_a_trait_for_whoever_wants_it(tmp_path: Path) -> None:
    path = _table(tmp_path / "a.csv", "City", ["Ulm", "Graz"] * 5)
    mapping = examine(path).mapping
    assert read_survey(path, mapping=mapping)[0].traits == ()
    survey, _ = read_survey(path, mapping=mapping.with_role(3, Role.TRAIT))
    assert [one.levels for one in survey.traits] == [("Ulm", "Graz")]


def test_an_address_in_a_heading_and_a_number_in_an_answer_are_never_shown(tmp_path: Path) -> None:
    assert masked("What did ada@corp.example tell you?") == "What did … tell you?"
    assert masked("Storage of 100000 - 200000") == "Storage of 100000 - 200000"
    heading = "What did ada@corp.example tell you?"
    path = _table(tmp_path / "a.csv", heading, ["no", "yes"] * 5, "call Ada Quill 0170-1234567")
    survey, problems = read_survey(path)
    assert [one.name for one in survey.traits] == ["What did … tell you?"]
    text = every_text(survey) + every_text(problems) + mapping_json(examine(path).mapping)
    assert "corp.example" not in text
    assert "Quill" not in text
