import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from kano_app.cli.main import commands

_SAMPLES = Path(__file__).resolve().parents[2] / "sample_surveys"
_HOTEL = _SAMPLES / "hotel-stay.csv"
_FEATURES = _SAMPLES / "hotel-stay-features.csv"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["export", *map(str, arguments)])


def _export(*arguments: str | Path) -> Result:
    result = _run(_HOTEL, "--features", _FEATURES, "--date", "2026-03-14", *arguments)
    assert result.exit_code == 0, result.output
    return result


def test_the_ending_says_what_a_file_becomes(tmp_path: Path) -> None:
    book, page, data, figures = (tmp_path / name for name in ("a.xlsx", "a.html", "a.json", "a.csv"))
    result = _export("--to", book, "--to", page, "--to", data, "--to", figures)
    assert f"Wrote {book}." in result.stdout
    assert load_workbook(book)["Check"]["A1"].value.startswith("=IF(")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(data.read_text("utf-8"))["survey"] == {"respondents": 84, "features": 12}
    assert len(list(csv.reader(io.StringIO(figures.read_text("utf-8-sig"))))) == 13


def test_a_folder_and_an_archive_hold_the_same_files_by_names_of_ours(tmp_path: Path) -> None:
    folder, archive = tmp_path / "out", tmp_path / "out.zip"
    result = _export("--to", folder, "--to", archive)
    there = sorted(str(path.relative_to(folder)).replace(os.sep, "/") for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(archive) as packed:
        assert sorted(packed.namelist()) == there
        assert packed.testzip() is None
    assert {"results.json", "backlog-jira.csv", "backlog-github.csv", "tables/roadmap.csv"} <= set(there)
    assert {"charts/satisfaction-map.svg", "charts/satisfaction-map.png"} <= set(there)
    assert f"Wrote {len(there)} files to {folder}." in result.stdout


@pytest.mark.parametrize(("tool", "first"), [("jira", "Summary"), ("github", "Title")])
def test_a_backlog_is_a_csv_of_the_tool(tmp_path: Path, tool: str, first: str) -> None:
    path = tmp_path / "backlog.csv"
    _export("--to", path, "--backlog", tool)
    assert next(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))[0] == first


def test_the_same_input_and_date_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "a.zip", tmp_path / "b.zip"
    _export("--to", one, "--to", other)
    assert one.read_bytes() == other.read_bytes()


def test_the_language_is_that_of_what_is_written(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    _export("--to", page, "--language", "zh_CN")
    assert '<html lang="zh-Hans">' in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "a.docx"], "must end with .xlsx, .html, .json, .csv or .zip, or be a folder"),
        (["--to", "a.xlsx", "--backlog", "jira"], "a backlog needs --to FILE.csv"),
        (["--to", _HOTEL], "is read by this command; name another file"),
        ([], "Missing option '--to'"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_read(arguments: list[str | Path], told: str) -> None:
    before = _HOTEL.read_bytes()
    result = _run(_HOTEL, *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())
    assert _HOTEL.read_bytes() == before


def test_a_file_where_the_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text("mine")
    assert _run(_HOTEL, "--to", path).exit_code == 2
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_a_sentence_and_nothing_is_left_behind(tmp_path: Path) -> None:
    result = _run(_HOTEL, "--to", tmp_path / "none" / "a.json")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_is_untouched_if_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = _run(_HOTEL, "--to", path)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
    assert path.read_text() == "old"


def test_an_unusable_survey_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("")
    result = _run(path, "--to", tmp_path / "a.xlsx")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert not (tmp_path / "a.xlsx").exists()
