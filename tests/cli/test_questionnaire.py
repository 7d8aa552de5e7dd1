from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from pypdf import PdfReader

from kano_app.cli.main import commands
from kano_app.domain import edits
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.i18n import LANGUAGES
from kano_app.report.questionnaire import questionnaire_text
from kano_app.storage import ProjectFile

_SAMPLES = Path(__file__).resolve().parents[2] / "sample_surveys"
_FEATURES = _SAMPLES / "hotel-stay-features.csv"
_SURVEY = _SAMPLES / "hotel-stay.csv"
_ANSWERS = "I like it that way\nIt must be that way\nI am neutral\nI can live with it that way\nI dislike it that way"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["questionnaire", *(str(argument) for argument in arguments)])


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("source", [_FEATURES, _SURVEY])
def test_a_list_of_features_and_a_survey_are_asked_about(tmp_path: Path, source: Path) -> None:
    output = tmp_path / "form.txt"
    result = _run(source, "--output", output)
    assert result.exit_code == 0, result.output
    assert f"Wrote {output}." in result.stdout
    assert f"1. How do you feel if you have this? [Clean room on arrival]\n{_ANSWERS}\n\n2." in _text(output)
    assert _text(output).count("[") == 24


def test_a_study_is_asked_about_with_its_own_choices_unless_others_are_given(tmp_path: Path) -> None:
    source, output = tmp_path / "stay.kano", tmp_path / "form.txt"
    project = edits.add_features(edits.new_study("Guest stay"), ["Wi-Fi", "Bed"])
    project = edits.choose_questionnaire(
        project, QuestionnaireSettings(importance=True, traits=(TraitQuestion("Age", "How old are you?"),))
    )
    ProjectFile.write(source, project)
    assert _run(source, "--output", output).exit_code == 0
    assert _text(output) == questionnaire_text(project)
    assert _run(source, "-o", output, "--title", "Your stay", "--no-importance", "--trait", "City").exit_code == 0
    text = _text(output)
    assert text.startswith("Your stay\n")
    assert "How important" not in text
    assert text.endswith("\n\n5. City\n")


def test_the_pdf_has_what_was_chosen(tmp_path: Path) -> None:
    output = tmp_path / "paper.pdf"
    options = (
        "--title",
        "Your stay",
        "--organisation",
        "Harbour Hotel",
        "--introduction",
        "We ask you.",
        "--importance",
    )
    trait = ("--trait", "Age: under 30|30 to 50|over 50", "--paper", "letter", "--date", "2026-03-14")
    result = _run(_FEATURES, "--output", output, *options, *trait)
    assert result.exit_code == 0, result.output
    pages = PdfReader(output).pages
    text = "".join(page.extract_text() for page in pages)
    assert f"Wrote {output}, {len(pages)} pages." in result.stdout
    for wanted in ("Your stay", "Harbour Hotel", "We ask you.", "How important is this to you", "Age", "30 to 50"):
        assert wanted in text
    assert round(float(pages[0].mediabox[2])) == 612
    first = output.read_bytes()
    assert _run(_FEATURES, "--output", output, *options, *trait).exit_code == 0
    assert output.read_bytes() == first


def test_the_workbook_offers_the_answers_of_a_trait(tmp_path: Path) -> None:
    output = tmp_path / "sheet.xlsx"
    assert _run(_FEATURES, "-o", output, "--trait", "Age：under 30｜over 30").exit_code == 0
    sheet = load_workbook(output).worksheets[0]
    assert sheet.cell(1, sheet.max_column).value == "Age"
    assert '"under 30,over 30"' in [rule.formula1 for rule in sheet.data_validations.dataValidation]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_is_written(tmp_path: Path, code: str) -> None:
    output = tmp_path / "form.txt"
    assert _run(_FEATURES, "-o", output, "--language", code).exit_code == 0
    assert "[Clean room on arrival]" in _text(output)


def test_doubtful_questions_are_pointed_out(tmp_path: Path) -> None:
    source = tmp_path / "features.csv"
    source.write_text(
        "Feature,Functional question\nWi-Fi and breakfast,\nQuiet,If there is no noise?\n", encoding="utf-8"
    )
    result = _run(source, "-o", tmp_path / "form.txt")
    assert "Check: “Wi-Fi and breakfast”: This may ask two things at once (“and”)." in result.stdout
    assert "Check: “Quiet”: This half negates (“no”)." in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("no.csv", None, "There is no such file"),
        ("no.kano", None, "There is no such file"),
        ("other.csv", "x,y\n1,2\n", "other.csv"),
        ("empty.csv", "", "empty"),
        ("false.kano", "no study " * 99, "false.kano is not a Kano App study"),
    ],
)
def test_a_source_that_cannot_be_used_ends_with_one_sentence(
    tmp_path: Path, name: str, content: str | None, told: str
) -> None:
    output = tmp_path / "form.txt"
    output.write_text("old", encoding="utf-8")
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    result = _run(tmp_path / name, "--output", output)
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert output.read_text(encoding="utf-8") == "old"


def test_a_study_without_features_has_nothing_to_ask(tmp_path: Path) -> None:
    ProjectFile.write(tmp_path / "empty.kano", edits.new_study())
    result = _run(tmp_path / "empty.kano", "-o", tmp_path / "form.txt")
    assert (result.exit_code, result.stderr) == (1, "empty.kano has no features to ask about.\n")
    assert not (tmp_path / "form.txt").exists()


def test_a_study_that_is_open_elsewhere_is_named(tmp_path: Path) -> None:
    project = edits.add_features(edits.new_study(), ["Wi-Fi"])
    held = ProjectFile.create(tmp_path / "stay.kano", project)
    result = _run(tmp_path / "stay.kano", "-o", tmp_path / "form.txt")
    held.close()
    assert result.exit_code == 1
    assert result.stderr.startswith("stay.kano is open in another window or program.")


@pytest.mark.parametrize("output", ["form.doc", "form", "folder.pdf", "features.txt"])
def test_an_output_that_cannot_be_meant_is_wrong_usage(tmp_path: Path, output: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    source = tmp_path / "features.txt"
    source.write_text("Feature,Owner\nWi-Fi,me\n", encoding="utf-8")
    result = _run(source, "--output", tmp_path / output)
    assert result.exit_code == 2
    assert "--output" in result.stderr
    assert source.read_text(encoding="utf-8").startswith("Feature")


def test_a_trait_without_a_question_is_wrong_usage(tmp_path: Path) -> None:
    assert _run(_FEATURES, "-o", tmp_path / "form.txt", "--trait", " ").exit_code == 2


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".txt"])
def test_the_old_file_stays_and_nothing_else_is_left_if_writing_fails(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / f"form{ending}"
    output.write_bytes(b"old")

    def refuse(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    result = _run(_FEATURES, "--output", output)
    assert result.exit_code == 1
    assert "The file cannot be written (No space left on device)" in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == [output.name]
    assert output.read_bytes() == b"old"
