import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from kano_app.cli.main import commands

_SAMPLES = Path(__file__).resolve().parents[2] / "sample_surveys"
_HOTEL = _SAMPLES / "hotel-stay.csv"
_FAST = ("--resamples", "100")


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def _analyzed(*arguments: str | Path) -> Any:
    result = _run("analyze", *arguments, *_FAST, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _refused(*arguments: str | Path) -> str:
    result = _run("analyze", *arguments, *_FAST)
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


def test_groups_of_a_trait_are_printed_with_their_tests() -> None:
    result = _run("analyze", _HOTEL, "--segment", "purpose of stay", *_FAST)
    assert result.exit_code == 0, result.output
    assert "Whether the groups differ: Purpose of stay" in result.stdout
    assert "What each group says: Purpose of stay" in result.stdout
    groups = _analyzed(_HOTEL, "--segment", "Purpose of stay")["segments"]["groups"]
    assert {"Business", "Leisure"} <= {level for group in groups for level in group["levels"] or []}
    assert sum(group["people"] for group in groups) == 84


def test_two_traits_are_combined_and_the_correction_is_chosen() -> None:
    options = ("--segment", "Purpose of stay", "--segment", "First stay with us")
    found = _analyzed(_HOTEL, *options, "--correction", "benjamini-hochberg")["segments"]
    assert found["by"] == ["Purpose of stay", "First stay with us"]
    assert found["correction"] == "benjamini-hochberg"
    holm = _analyzed(_HOTEL, *options)["segments"]
    for mild, strict in zip(found["features"], holm["features"], strict=True):
        assert mild["p"] == strict["p"]
        assert mild["adjusted_p"] is None or mild["adjusted_p"] <= strict["adjusted_p"]


def test_a_trait_that_is_not_there_is_a_sentence_that_names_what_is() -> None:
    told = _refused(_HOTEL, "--segment", "Income")
    assert "Nothing called “Income” is known of the people" in told
    assert "“Age group”" in told


def test_camps_are_compared_over_all_other_features() -> None:
    found = _analyzed(_HOTEL, "--compare", "Minibar")["camps"]
    assert found["feature"] == "Minibar"
    assert len(found["features"]) == 11
    chosen = _analyzed(_HOTEL, "--compare", "minibar:I:R")["camps"]
    assert [group["levels"] for group in chosen["groups"]] == [["indifferent"], ["reverse"]]
    result = _run("analyze", _HOTEL, "--compare", "Minibar:I:R", *_FAST)
    assert re.search(r"Whether the groups differ: [Cc]amps on “Minibar”", result.stdout)


def test_a_feature_whose_camps_are_not_there_is_a_sentence() -> None:
    assert "no feature “Jacuzzi”" in _refused(_HOTEL, "--compare", "Jacuzzi")
    assert "no feature “Minibar:I:Z”" in _refused(_HOTEL, "--compare", "Minibar:I:Z")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--compare", "Minibar:M:M"), "two different categories"),
        (("--exclude", "silly"), "'silly' is none of straight-line"),
        (("--correction", "bonferroni"), "bonferroni"),
    ],
)
def test_wrong_usage_exits_with_two(options: tuple[str, ...], told: str) -> None:
    result = _run("analyze", _HOTEL, *options)
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_earlier_survey_is_a_wave(payments: Path) -> None:
    first, last = (payments / f"storage--cohort{one}-clean.csv" for one in (1, 4))
    document = _analyzed(last, "--wave", first)
    assert [one["label"] for one in document["waves"]["waves"]] == [first.stem, last.stem]
    (step,) = document["waves"]["steps"]
    change = next(one for one in step["features"] if one["id"] == "F2")["better"]
    assert (change["difference"], change["z"]) == (pytest.approx(0.0563, abs=5e-5), pytest.approx(0.729, abs=5e-4))
    assert "wave-features" in {one["code"] for one in document["problems"]}
    result = _run("analyze", last, "--wave", first, *_FAST)
    assert f"What changed: {first.stem} › {last.stem}" in result.stdout


def test_several_earlier_surveys_are_waves_the_oldest_first(payments: Path) -> None:
    files = [payments / f"storage--cohort{one}-clean.csv" for one in (1, 2, 4)]
    document = _analyzed(files[2], "--wave", files[0], "--wave", files[1])
    assert [(one["earlier"], one["later"]) for one in document["waves"]["steps"]] == [
        (files[0].stem, files[1].stem),
        (files[1].stem, files[2].stem),
        (files[0].stem, files[2].stem),
    ]


def test_people_are_known_again_in_a_later_wave() -> None:
    document = _analyzed(_HOTEL, "--wave", _HOTEL)
    (step,) = document["waves"]["steps"]
    assert step["matched_people"] == 84
    for change in step["features"]:
        low, high = change["better"]["interval"]
        assert (change["better"]["difference"], change["better"]["p"]) == (0, 1)
        assert -0.1 < low < 0 < high < 0.1


def test_a_trait_makes_the_waves_of_one_file() -> None:
    waves = _analyzed(_HOTEL, "--wave", "First stay with us")["waves"]["waves"]
    assert [one["label"] for one in waves] == ["No", "Yes"]
    assert "Nothing called “Year” is known" in _refused(_HOTEL, "--wave", "Year")


def test_a_wave_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    assert "missing.csv" in _refused(_HOTEL, "--wave", tmp_path / "missing.csv")


def test_counts_cannot_be_grouped(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    path.write_text("feature,M,P,A,I,R,Q\nbed,9,3,2,1,0,0\nfax,1,2,3,9,2,0\n", encoding="utf-8")
    for options in (("--segment", "Age"), ("--compare", "bed"), ("--wave", "Year")):
        assert "the survey gives counts, not answers of people" in _refused(path, *options)


def test_people_who_are_flagged_are_left_out_if_it_is_asked_for() -> None:
    everybody, without = _analyzed(_HOTEL), _analyzed(_HOTEL, "--exclude", "straight-line,questionable")
    flagged = everybody["quality"]["flags"]
    out = sorted({*flagged["straight-line"], *flagged["questionable"]})
    assert everybody["quality"]["left_out"] == []
    assert [one["person"] for one in without["quality"]["left_out"]] == out
    assert without["survey"]["respondents"] == 84 - len(out) < 84
    for before, after in zip(everybody["features"], without["features"], strict=True):
        assert before["n"] - len(out) <= after["n"] <= before["n"]
    assert "people-excluded" in {one["code"] for one in without["problems"]}
    assert without["features"] == _analyzed(_HOTEL, "--exclude", " questionable , straight-line")["features"]


def test_a_report_shows_groups_camps_waves_and_who_was_left_out(tmp_path: Path) -> None:
    output = tmp_path / "roadmap.pdf"
    options = ("--segment", "Purpose of stay", "--compare", "Minibar", "--wave", "First stay with us")
    result = _run("report", _HOTEL, *options, "--exclude", "straight-line", *_FAST, "--output", output)
    assert result.exit_code == 0, result.output
    text = "\n".join(page.extract_text() for page in PdfReader(output).pages)
    for part in ("Purpose of stay", "amps on “Minibar”", "No › Yes", "2 people"):
        assert part in text


def test_the_csv_of_every_figure_stays_one_row_a_feature() -> None:
    result = _run("analyze", _HOTEL, "--segment", "Purpose of stay", *_FAST, "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert len(rows) == 13
    assert len({len(row) for row in rows}) == 1


def test_the_sample_size_is_that_of_the_methods_page() -> None:
    result = _run("sample-size")
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["0.10", "97"] in lines
    assert ["0.05", "385"] in lines
    assert any(line[:2] == ["5", "0.33"] for line in lines)


def test_a_wanted_precision_and_confidence_decide_how_many_answers_are_needed() -> None:
    lines = [
        line.split() for line in _run("sample-size", "--half-width", "0.1", "--confidence", "0.9").stdout.splitlines()
    ]
    assert ["0.10", "68"] in lines
    assert ["0.05", "271"] not in lines
    assert _run("sample-size", "--half-width", "0.9").exit_code == 2
    assert _run("sample-size", "--language", "zh_CN").stdout != _run("sample-size").stdout
