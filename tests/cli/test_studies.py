import datetime as dt
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from kano_app import pipeline
from kano_app.analysis import Analysis
from kano_app.cli.main import commands
from kano_app.domain import edits
from kano_app.domain.branding import Branding
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.domain.settings import Paper, ReportSettings, Rule, Section
from kano_app.i18n import language
from kano_app.report import json_document
from kano_app.roadmap import Roadmap
from kano_app.storage import ProjectFile

_SAMPLES = Path(__file__).resolve().parents[2] / "sample_surveys"
_HOTEL = _SAMPLES / "hotel-stay.csv"
_FEATURES = _SAMPLES / "hotel-stay-features.csv"
_REASON = "The board promised it"
_LOOK = ReportSettings(
    title="酒店调研",
    organisation="港湾酒店",
    date=dt.date(2026, 3, 14),
    paper=Paper.LETTER,
    language="zh_CN",
    left_out=(Section.GLOSSARY,),
    valid_until=dt.date(2027, 3, 1),
    notes=True,
    branding=Branding("Ours", accent="#A03020", footer="内部资料"),
)


@pytest.fixture(scope="module")
def stay() -> Project:
    project = pipeline.read_features(pipeline.read_survey(_HOTEL), _FEATURES)
    minibar = next(one for one in project.survey.features if one.name == "Minibar")
    project = edits.place_by_hand(project, minibar.id, Horizon.NOW, _REASON)
    project = edits.choose_method(project, replace(project.analysis, rule=Rule.BLAUTH, seed=7))
    project = edits.choose_planning(project, replace(project.planning, capacity=(25.0, 30.0), effort_unit="weeks"))
    return edits.choose_report(project, _LOOK)


@pytest.fixture
def study(stay: Project, tmp_path: Path) -> Path:
    path = tmp_path / "stay.kano"
    ProjectFile.write(path, stay)
    return path


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def _done(*arguments: str | Path) -> Result:
    result = _run(*arguments)
    assert result.exit_code == 0, result.output
    return result


def _json(*arguments: str | Path) -> Any:
    return json.loads(_done("analyze", *arguments, "--format", "json").stdout)


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _found(project: Project) -> tuple[Analysis, Roadmap]:
    findings = pipeline.analyse(project)
    return findings, pipeline.judge_plan(project, findings, pipeline.plan(project, findings))


def test_the_figures_of_a_study_are_those_of_the_window(stay: Project, study: Path) -> None:
    document = _json(study)
    assert document == json.loads(json.dumps(json_document(stay, *_found(stay), language("zh_CN"))))
    assert document["settings"]["rule"] == "blauth"
    assert (document["settings"]["capacity"], document["settings"]["effort_unit"]) == ([25.0, 30.0], "weeks")
    assert next(one for one in document["roadmap"] if one["name"] == "Minibar")["horizon"] == "now"


def test_what_is_said_takes_the_place_of_the_study_s_own_choice_and_of_no_other(stay: Project, study: Path) -> None:
    settings = _json(study, "--rule", "mode", "--delights-in-now", "2")["settings"]
    assert settings == _json(study)["settings"] | {"rule": "mode", "delights_in_now": 2}
    traits = [trait.name for trait in stay.survey.traits]
    assert _json(study)["segments"] is None
    assert _json(study, "--segment", traits[0])["segments"] is not None


def test_an_option_that_says_the_program_s_default_is_said_all_the_same(study: Path) -> None:
    assert _json(study, "--seed", "1")["settings"]["seed"] == 1


def test_the_report_of_a_study_is_that_of_the_window(stay: Project, study: Path, tmp_path: Path) -> None:
    output, window = tmp_path / "roadmap.pdf", tmp_path / "window.pdf"
    result = _done("report", study, "--output", output)
    pipeline.write_report(stay, *_found(stay), window)
    assert output.read_bytes() == window.read_bytes()
    text = _text(output)
    for told in ("酒店调研", "港湾酒店", "内部资料", _REASON, "2027年3月1日"):
        assert told in text
    assert "84位受访者，12项特性" in result.stdout


def test_the_report_takes_what_is_said_of_title_language_date_and_look(study: Path, tmp_path: Path) -> None:
    output = tmp_path / "roadmap.pdf"
    options = ["--title", "Guest stay", "--language", "en", "--date", "2026-04-01", "--rule", "mode"]
    options += ["--footer", "Ours", "--paper", "a4", "--no-notes"]
    result = _done("report", study, *options, "--output", output)
    text = _text(output)
    for told in ("Guest stay", "港湾酒店", "1 April 2026", "1 March 2027", _REASON, "Ours"):
        assert told in text
    assert "酒店调研" not in text
    assert "内部资料" not in text
    assert round(PdfReader(output).pages[0].mediabox.width) == 595
    assert "The most frequent category counts" in result.stdout


def test_a_preset_takes_the_place_of_the_sections_that_were_chosen(study: Path, tmp_path: Path) -> None:
    one = tmp_path / "one.pdf"
    _done("report", study, "--preset", "one-page", "--output", one)
    assert len(PdfReader(one).pages) == 1


def test_a_study_without_title_and_date_has_its_name_and_today(stay: Project, tmp_path: Path) -> None:
    path, output = tmp_path / "guest_stay.kano", tmp_path / "page.html"
    ProjectFile.write(path, edits.choose_report(stay, ReportSettings()))
    _done("export", path, "--to", output)
    text = output.read_text("utf-8")
    assert "<h1>guest stay</h1>" in text
    assert language("en").date(dt.datetime.now().astimezone().date()) in text


def test_an_export_of_a_study_has_its_title_its_places_and_its_theme(study: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "page.html", tmp_path / "data.json"
    _done("export", study, "--to", page, "--to", data)
    text = page.read_text("utf-8")
    for told in ("<h1>酒店调研</h1>", _REASON, "--accent:#A03020", '<html lang="zh-Hans">'):
        assert told in text
    assert json.loads(data.read_text("utf-8")) == _json(study)


def test_check_says_what_a_study_holds(study: Path) -> None:
    told = _done("check", study, "--language", "en").stdout
    for part in ("Title: 酒店调研", "Placed by hand: Minibar", "Blauth’s rule", "84 people", "File: hotel-stay.csv"):
        assert part in told
    assert json.loads(_done("check", study, "--format", "json").stdout)["survey"]["respondents"] == 84


def test_check_names_the_waves_of_a_study(stay: Project, tmp_path: Path) -> None:
    path = tmp_path / "waves.kano"
    ProjectFile.write(path, pipeline.read_wave(stay, _HOTEL))
    assert "Waves: hotel-stay and hotel-stay" in _done("check", path, "--language", "en").stdout


def test_a_features_file_is_taken_over_as_in_the_window(stay: Project, study: Path, tmp_path: Path) -> None:
    features = tmp_path / "more.csv"
    features.write_text("name,label,effort\nMinibar,Bar in the room,3\n", encoding="utf-8")
    told = pipeline.read_features(stay, features)
    assert _json(study, "--features", features)["roadmap"] == json.loads(
        json.dumps(json_document(told, *_found(told), language("zh_CN"))["roadmap"])
    )


def test_flagged_people_are_left_out_of_a_study(study: Path) -> None:
    assert _json(study, "--exclude", "straight-line")["survey"]["respondents"] == 82


def test_no_command_changes_a_study(study: Path, tmp_path: Path) -> None:
    before, there = study.read_bytes(), sorted(tmp_path.iterdir())
    _done("analyze", study, "--rule", "mode", "--exclude", "straight-line", "--features", _FEATURES)
    _done("check", study)
    assert study.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == there


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--sheet", "Answers"),
        ("--map", "map.json"),
        ("--scale", "five"),
        ("--direction", "like-first"),
        ("--answers", "a|b|c|d|e"),
        ("--wave", "earlier.csv"),
        ("--wave", "earlier.kano"),
    ],
)
def test_a_study_is_not_told_how_its_answers_are_read(study: Path, option: str, value: str) -> None:
    result = _run("analyze", study, option, value)
    assert result.exit_code == 2
    assert f"Invalid value for {option}: " in result.stderr
    assert "is a study" in result.stderr


def test_a_study_has_no_map_to_write(study: Path, tmp_path: Path) -> None:
    result = _run("check", study, "--write-map", tmp_path / "map.json")
    assert (result.exit_code, (tmp_path / "map.json").exists()) == (2, False)
    assert "stay.kano is a study; its answers are read already." in result.stderr


def test_a_study_is_no_earlier_wave_of_a_survey(study: Path) -> None:
    result = _run("analyze", _HOTEL, "--wave", study)
    assert result.exit_code == 2
    assert "stay.kano is a study; an earlier wave is a file of answers." in result.stderr


@pytest.mark.parametrize("command", [("report", "--output"), ("export", "--to")])
def test_nothing_is_written_over_the_study(study: Path, command: tuple[str, str]) -> None:
    named = study.with_suffix(".csv")  # a name that export can write
    study.rename(named)
    before = named.read_bytes()
    result = _run(command[0], named, command[1], named)
    assert result.exit_code == 2
    assert "is read by this command; name another file" in result.stderr
    assert named.read_bytes() == before


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def _damaged(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:200] + b"\xff" * (len(content) - 200))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_newer, "stay.kano was made by a newer version of Kano App."),
        (_damaged, "stay.kano is damaged and was left as it is."),
        (lambda path: path.write_text("no study " * 99), "stay.kano is not a Kano App study; nothing was changed."),
        (Path.unlink, "stay.kano: There is no such file."),
    ],
)
def test_a_study_that_cannot_be_read_says_why_in_one_sentence(
    study: Path, tmp_path: Path, spoil: Any, told: str
) -> None:
    spoil(study)
    before = study.read_bytes() if study.exists() else None
    for command in (["analyze"], ["check"], ["report", "-o", tmp_path / "a.pdf"], ["export", "--to", tmp_path / "a"]):
        result = _run(*command, study)
        assert (result.exit_code, result.stdout) == (1, "")
        assert told in result.stderr
        assert result.stderr.count("\n") == 1
    assert (study.read_bytes() if study.exists() else None) == before
    assert sorted(tmp_path.iterdir()) == ([study] if before else [])


def test_a_study_that_is_open_in_the_window_is_named(study: Path) -> None:
    with ProjectFile.open(study):
        result = _run("analyze", study)
        spoken = _run("analyze", study, "--language", "zh_CN")
    assert result.exit_code == spoken.exit_code == 1
    assert result.stderr.startswith("stay.kano is open in another window or program.")
    assert spoken.stderr != result.stderr
    _done("analyze", study)


def test_a_database_of_another_program_is_told_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "survey.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE answers (one)")
    result = _run("analyze", path)
    assert result.exit_code == 1
    assert "Export the survey as CSV" in result.stderr


def test_a_study_nobody_has_answered_yet_is_analysed_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "new.kano"
    ProjectFile.write(path, edits.add_features(edits.new_study("New"), ["Wi-Fi", "Bed"]))
    assert [one["category"] for one in _json(path)["features"]] == [None, None]
    _done("report", path, "--output", tmp_path / "new.pdf")
