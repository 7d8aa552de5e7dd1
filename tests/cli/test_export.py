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
from kano_app.domain.branding import Branding, Logo, branding_json

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


@pytest.mark.parametrize(("tool", "first"), [("jira", "Summary"), ("github", "title")])
def test_a_backlog_is_a_csv_of_the_tool(tmp_path: Path, tool: str, first: str) -> None:
    path = tmp_path / "backlog.csv"
    _export("--to", path, "--backlog", tool)
    assert next(csv.reader(io.StringIO(path.read_text("utf-8"))))[0] == first


def test_a_page_has_the_options_of_the_report(tmp_path: Path) -> None:
    page, theme, logo = tmp_path / "a.html", tmp_path / "ours.json", tmp_path / "logo.svg"
    theme.write_text(branding_json(Branding("Ours", accent="#A03020", footer="Ours")), encoding="utf-8")
    logo.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>')
    look: list[str | Path] = ["--theme", theme, "--logo", logo, "--footer", "Confidential"]
    dates = ["--data-date", "2026-03-02", "--valid-until", "2026-09-02"]
    _export("--to", page, "--notes", *look, *dates)
    text = page.read_text("utf-8")
    for told in ("--accent:#A03020", "data:image/svg+xml", "Confidential", "2 March 2026", "2 September 2026"):
        assert told in text


def test_a_page_of_one_page_is_shorter_than_the_whole(tmp_path: Path) -> None:
    short, whole = tmp_path / "short.html", tmp_path / "whole.html"
    _export("--to", short, "--preset", "one-page")
    _export("--to", whole)
    assert short.read_text("utf-8").count("<h2") < whole.read_text("utf-8").count("<h2")


def test_the_dates_of_the_data_stand_in_the_workbook_too(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    _export("--to", book, "--data-date", "2026-03-02", "--valid-until", "2026-09-02")
    about = load_workbook(book).worksheets[0]
    told = dict(about.iter_rows(max_col=2, values_only=True))
    assert (told["Data of"], told["Run again by"]) == ("2 March 2026", "2 September 2026")


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--accent", "#F0E442", "the nearest that can be is #80770A"),
        ("--logo", "nothing.png", "cannot be read"),
        ("--theme", "nothing.json", "holds no theme"),
    ],
)
def test_a_look_that_cannot_be_had_is_refused_with_the_reason(
    tmp_path: Path, option: str, value: str, told: str
) -> None:
    result = _run(_HOTEL, "--to", tmp_path / "a.html", option, value)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def test_a_logo_or_a_theme_is_never_written_over(tmp_path: Path) -> None:
    theme = tmp_path / "ours.json"
    theme.write_text(branding_json(Branding("Ours")), encoding="utf-8")
    before = theme.read_bytes()
    result = _run(_HOTEL, "--to", theme, "--theme", theme)
    assert result.exit_code == 2
    assert theme.read_bytes() == before


def test_a_page_whose_logo_cannot_be_drawn_is_written_and_that_is_said(tmp_path: Path) -> None:
    theme, page = tmp_path / "ours.json", tmp_path / "a.html"
    theme.write_text(branding_json(Branding("Ours", logo=Logo.of(b"no picture"))), encoding="utf-8")
    assert "without its logo" in _export("--to", page, "--theme", theme).stderr
    assert page.exists()


def test_the_title_of_a_file_without_one_is_its_name_as_words(tmp_path: Path) -> None:
    survey, page = tmp_path / "storage--cohort4_clean.csv", tmp_path / "a.html"
    survey.write_bytes(_HOTEL.read_bytes())
    assert _run(survey, "--to", page).exit_code == 0
    text = page.read_text("utf-8")
    assert "<h1>storage cohort4 clean</h1>" in text
    assert "storage cohort4 clean · n = 84" in text
    assert "storage--cohort4_clean.csv · n" not in text


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
