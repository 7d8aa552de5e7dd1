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
from kano_app.domain.settings import ImportSettings
from kano_app.importers import examine, mapping_json, read_survey
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
