import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from kano_app import pipeline
from kano_app.cli.main import commands

_SAMPLES = Path(__file__).resolve().parents[2] / "sample_surveys"
_HOTEL = _SAMPLES / "hotel-stay.csv"
_HOTEL_FEATURES = _SAMPLES / "hotel-stay-features.csv"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def _json(*arguments: str | Path) -> Any:
    result = _run("analyze", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_published_results_of_the_transfers_are_reproduced_exactly(payments: Path) -> None:
    document = _json(
        payments / "transfers--all_cohorts-clean.csv",
        *("--features", payments / "features.csv", "--table", "pouliot", "--rule", "blauth"),
    )
    with (payments / "published_transfers.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    assert document["survey"] == {"respondents": 358, "features": 6}
    assert [feature["name"] for feature in document["features"]] == [row["feature"] for row in published]
    for feature, row in zip(document["features"], published, strict=True):
        assert feature["category"] == row["category_by_blauth"]
        for category, column in (
            ("must-be", "must_be"),
            ("performance", "performance"),
            ("attractive", "attractive"),
            ("indifferent", "indifferent"),
            ("reverse", "reverse"),
            ("questionable", "questionable"),
        ):
            assert feature["counts"][category] == int(row[column])
        assert feature["better"] == pytest.approx(float(row["better"]), abs=1e-6)
        assert feature["worse"] == pytest.approx(float(row["worse"]), abs=1e-6)


@pytest.mark.parametrize("cohort", [1, 2, 3, 4])
def test_each_cohort_is_read_without_help_and_its_report_opens(payments: Path, tmp_path: Path, cohort: int) -> None:
    output = tmp_path / "roadmap.pdf"
    result = _run("report", payments / f"storage--cohort{cohort}-clean.csv", "--output", output)
    assert result.exit_code == 0, result.output
    assert f"{(91, 97, 89, 86)[cohort - 1]} people, 5 features" in result.stdout
    assert any("F4" in page.extract_text() for page in PdfReader(output).pages)


def test_the_published_counts_are_read_as_they_are(vectors: Path) -> None:
    path = vectors / "published_counts.csv"
    document = _json(path, "--rule", "precedence", "--points", "6")
    with path.open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    for feature, row in zip(document["features"], published, strict=True):
        assert (feature["name"], feature["category"]) == (row["feature"], row["category_with_6_point_precedence"])


def test_a_report_prints_the_results_and_says_where_it_is(tmp_path: Path) -> None:
    output = tmp_path / "roadmap.pdf"
    result = _run("report", _HOTEL, "--features", _HOTEL_FEATURES, "--capacity", "25,25", "--output", output)
    assert result.exit_code == 0, result.output
    assert "84 people, 12 features" in result.stdout
    assert re.search(r"Clean room on arrival +Must-be +81 +44", result.stdout)
    assert f"Wrote {output}, {len(PdfReader(output).pages)} pages." in result.stdout


def test_a_report_takes_its_title_organisation_date_paper_and_language(tmp_path: Path) -> None:
    output = tmp_path / "roadmap.pdf"
    options = ("--title", "酒店 2026", "--organisation", "港湾酒店", "--date", "2026-03-14", "--paper", "letter")
    result = _run("report", _HOTEL, *options, "--language", "zh_CN", "--output", output)
    assert result.exit_code == 0, result.output
    reader = PdfReader(output)
    text = reader.pages[0].extract_text()
    assert "酒店 2026" in text
    assert "港湾酒店" in text
    assert "2026年3月14日" in text
    assert round(reader.pages[0].mediabox.width) == 612


def test_the_date_given_decides_the_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "other.pdf"):
        assert _run("report", _HOTEL, "--date", "2026-03-14", "--output", tmp_path / name).exit_code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_csv_goes_to_standard_output_alone_and_problems_to_standard_error() -> None:
    result = _run("analyze", _SAMPLES / "evening-course-awkward.csv", "--format", "csv")
    rows = list(csv.reader(result.stdout.splitlines()))
    assert len({len(row) for row in rows}) == 1
    assert "Windows-1252" in result.stderr


def test_check_says_how_a_file_was_read_and_what_was_left_out() -> None:
    result = _run("check", _SAMPLES / "evening-course-awkward.csv")
    assert result.exit_code == 0, result.output
    for part in (
        "one row a person, two columns a feature",
        "Windows-1252",
        "E-mail address",
        "maybe",
        "Parking at the door",
    ):
        assert part in result.stdout
    assert "@example.com" not in result.stdout


def _guessed(tmp_path: Path) -> Path:
    path = tmp_path / "codes.csv"
    rows = "\n".join(["1,5,1,4"] * 6 + ["2,5,2,3", "1,3,4,5"])
    path.write_text(f"Wi-Fi functional,Wi-Fi dysfunctional,Happy with,Happy without\n{rows}\n", encoding="utf-8")
    return path


def test_check_says_of_every_pair_why_it_is_one_and_how_sure_that_is(tmp_path: Path) -> None:
    told = _run("check", _guessed(tmp_path)).stdout.splitlines()
    sure = next(line for line in told if line.startswith("Wi-Fi"))
    guess = next(line for line in told if line.startswith("Happy"))
    assert sure.split()[-3:] == ["marker", "sure", "8"]
    assert guess.split()[-4:] == ["marker", "a", "guess", "8"]
    assert any("“Happy with” and “Happy without”" in line and "--map" in line for line in told)


def test_check_tells_programs_the_same_as_json(tmp_path: Path) -> None:
    result = _run("check", _guessed(tmp_path), "--format", "json", "--write-map", tmp_path / "map.json")
    document = json.loads(result.stdout)
    assert document["survey"] == {"respondents": 8, "features": 2}
    assert document["source"]["layout"] == "wide"
    assert document["source"]["sheet"] is None
    assert document["features"] == [
        {
            "name": name,
            "functional": functional,
            "dysfunctional": dysfunctional,
            "reason": "marker",
            "confidence": confidence,
            "n": 8,
        }
        for name, functional, dysfunctional, confidence in (
            ("Wi-Fi", "Wi-Fi functional", "Wi-Fi dysfunctional", "sure"),
            ("Happy", "Happy with", "Happy without", "guess"),
        )
    ]
    assert "paired-by-block" in {problem["code"] for problem in document["problems"]}
    assert "map.json" in result.stderr


def test_a_table_from_a_file_is_used_and_shown_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("Q,A,A,A,P\nR,Q,I,I,M\nR,I,I,I,M\nR,I,I,Q,M\nR,R,R,R,Q\n", encoding="utf-8")
    mine = _json(_HOTEL, "--table", path)
    pouliot = _json(_HOTEL, "--table", "pouliot")
    assert mine["settings"]["table"] == "mine"
    for document in (mine, pouliot):
        for feature in document["features"]:
            assert feature.pop("sensitivity")["robust"] in {True, False}
    assert mine["features"] == pouliot["features"] != _json(_HOTEL)["features"]


def test_every_choice_stands_in_the_settings_of_the_document() -> None:
    options = ("--rule", "precedence", "--points", "7", "--reverse-and-questionable", "beside", "--capacity", "20,30")
    draws = ("--confidence", "0.9", "--resamples", "500", "--seed", "7")
    settings = _json(_HOTEL, *options, "--delights-in-now", "2", *draws)["settings"]
    assert settings == {
        "table": "berger",
        "table_cells": ["QAAAP", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"],
        "rule": "precedence",
        "points": 7,
        "reverse_and_questionable": "beside",
        "confidence": 0.9,
        "resamples": 500,
        "seed": 7,
        "correction": "holm",
        "scale": "five",
        "direction": None,
        "dysfunctional_direction": None,
        "capacity": [20.0, 30.0],
        "delights_in_now": 2,
        "effort_unit": "days",
    }


def test_the_direction_given_turns_codes_round(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    rows = "\n".join(["1,5"] * 6 + ["2,5", "1,3", "3,3", "2,4"])
    path.write_text(f"Wi-Fi_func,Wi-Fi_dys\n{rows}\n", encoding="utf-8")
    like = _json(path, "--direction", "like-first")
    dislike = _json(path, "--direction", "dislike-first")
    assert like["features"][0]["counts"]["performance"] == 6
    assert dislike["features"][0]["counts"]["reverse"] >= 6
    assumed = _json(path)
    assert assumed["features"] == like["features"]
    assert [problem["code"] for problem in assumed["problems"]] == ["direction-assumed"]


def test_a_problem_has_every_key_of_the_contract() -> None:
    problems = _json(_SAMPLES / "evening-course-awkward.csv")["problems"]
    keys = ["code", "severity", "file", "sheet", "row", "column", "value", "message"]
    assert all(list(problem) == keys for problem in problems)
    stray = next(problem for problem in problems if problem["code"] == "answer-unread")
    assert (stray["row"], stray["value"], stray["severity"]) == (6, "maybe", "warning")


_UNUSABLE = {
    "empty.csv": (b"", "nothing in this file"),
    "heading.csv": (b"Wi-Fi_f,Wi-Fi_d\n", "Export the survey with its answers"),
    "no-pair.csv": (b"a,b\nI like it,I dislike it\n", "No two columns"),
    "strange.csv": (b"W_functional,W_dysfunctional\nzip,zap\nzop,zup\n", "--answers"),
    "document.csv": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF"),
    "broken.xlsx": (b"PK\x03\x04 and then nothing", "damaged"),
    "three.csv": (b"W_functional,W_dysfunctional\n" + b"1,3\n" * 30, "--scale three"),
}


@pytest.mark.parametrize("name", _UNUSABLE)
def test_a_file_that_cannot_be_used_ends_with_one_sentence_and_exit_code_one(tmp_path: Path, name: str) -> None:
    content, remedy = _UNUSABLE[name]
    (tmp_path / name).write_bytes(content)
    for command in (["analyze"], ["check"], ["report", "--output", tmp_path / "out.pdf"]):
        result = _run(*command, tmp_path / name)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert name in result.stderr
        assert remedy in result.stderr
        assert "Traceback" not in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_errors_speak_the_language_that_was_asked_for(tmp_path: Path, language: str) -> None:
    result = _run("check", tmp_path / "missing.csv", "--language", language)
    assert result.exit_code == 1
    assert re.search(r"[\u4e00-\u9fff]", result.stderr)


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert "folder" in _run("check", tmp_path).stderr
    assert "no such file" in _run("check", tmp_path / "missing.csv").stderr


def test_a_report_that_cannot_be_written_is_said_with_its_place(tmp_path: Path) -> None:
    result = _run("report", _HOTEL, "--output", tmp_path / "nowhere" / "roadmap.pdf")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("option", ["survey", "features", "table"])
def test_a_report_never_takes_the_place_of_what_it_is_made_from(tmp_path: Path, option: str) -> None:
    files = {"survey": tmp_path / "s.csv", "features": tmp_path / "f.csv", "table": tmp_path / "t.csv"}
    files["survey"].write_bytes(_HOTEL.read_bytes())
    files["features"].write_bytes(_HOTEL_FEATURES.read_bytes())
    files["table"].write_text("Q,A,A,A,P\n" + "R,I,I,I,M\n" * 3 + "R,R,R,R,Q\n", encoding="utf-8")
    before = files[option].read_bytes()
    output = tmp_path / "." / files[option].name
    options = ("--features", files["features"], "--table", files["table"], "--output", output)
    result = _run("report", files["survey"], *options)
    assert result.exit_code == 2
    assert "name another file" in result.stderr
    assert files[option].read_bytes() == before


@pytest.mark.parametrize("output", [".", "", "/"])
def test_an_output_that_is_a_folder_is_refused(tmp_path: Path, output: str) -> None:
    result = _run("report", _HOTEL, "--output", output or tmp_path)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_fails_half_way_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "roadmap.pdf"
    output.write_text("the old one", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    result = _run("report", _HOTEL, "--output", output)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["roadmap.pdf"]
    assert output.read_text(encoding="utf-8") == "the old one"


def test_a_fault_of_the_program_is_one_sentence_that_says_how_to_see_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(pipeline, "analyse", fail)
    result = _run("analyze", _HOTEL)
    assert result.exit_code == 1
    assert "RuntimeError: unforeseen" in result.stderr
    assert "KANO_APP_SHOW_FAULTS=1" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("form", ["json", "csv"])
def test_programs_get_utf_8_whatever_the_terminal_speaks(form: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    survey = _SAMPLES / "hotel-stay-zh_CN.xlsx"
    command = [sys.executable, "-m", "kano_app", "analyze", str(survey), "--format", form]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    assert "干净整洁的客房" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", _HOTEL),
        ("analyze", _HOTEL, "--answers", "I like it|i like it.|c|d|e"),
        ("analyze", _HOTEL, "--rule", "best"),
        ("analyze", _HOTEL, "--capacity", "20"),
        ("analyze", _HOTEL, "--capacity", "-1,2"),
        ("analyze", _HOTEL, "--points", "101"),
        ("analyze", _HOTEL, "--answers", "a|b"),
        ("analyze", _HOTEL, "--format", "xml"),
        ("analyze",),
        ("dance",),
    ],
)
def test_wrong_usage_ends_with_exit_code_two(arguments: tuple[str | Path, ...]) -> None:
    assert _run(*arguments).exit_code == 2


def test_without_arguments_the_commands_are_shown() -> None:
    result = _run()
    assert result.exit_code == 0
    for command in ("report", "analyze", "check"):
        assert command in result.output


def test_control_characters_in_a_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("\x1b[31mred\x1b[0m_f,\x1b[31mred\x1b[0m_d\nI like it,I dislike it\n", encoding="utf-8")
    result = _run("analyze", path)
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.stdout
    assert "red" in result.stdout


def test_the_help_says_how_the_window_is_opened() -> None:
    assert "kano-app FILE opens" in " ".join(_run("--help").output.split())


def test_a_file_in_place_of_a_command_is_told_to_stand_alone(tmp_path: Path) -> None:
    for name in ("sample x.csv", "other.csv"):
        (tmp_path / name).touch()
    result = _run(tmp_path / "sample x.csv", tmp_path / "other.csv")
    assert result.exit_code == 2
    assert "sample x.csv” is a file" in result.output
    assert "Did you mean" not in result.output
    assert "No such command" in _run("x" * 5000, "other.csv").output
