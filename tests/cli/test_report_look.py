from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from kano_app.cli.main import commands
from kano_app.domain.branding import Branding, branding_json

_HOTEL = Path(__file__).parents[2] / "sample_surveys" / "hotel-stay.csv"
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(one) for one in arguments])


def test_a_report_of_one_page_with_a_theme_dates_and_a_footer_is_written(tmp_path: Path) -> None:
    output, theme, logo = tmp_path / "one.pdf", tmp_path / "ours.json", tmp_path / "logo.svg"
    theme.write_text(branding_json(Branding("Ours", accent="#A03020", footer="Ours")), encoding="utf-8")
    logo.write_bytes(_SVG)
    options = ["--preset", "one-page", "--theme", theme, "--logo", logo, "--footer", "Confidential", "--notes"]
    options += ["--data-date", "2026-03-02", "--valid-until", "2026-09-02"]
    result = _run("report", _HOTEL, *options, "--output", output)
    assert result.exit_code == 0, result.output
    pages = PdfReader(output).pages
    assert len(pages) == 1
    assert "Confidential" in pages[0].extract_text()


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--accent", "#F0E442", "the nearest that can be is #80770A"),
        ("--accent", "yellow", "is no colour"),
        ("--logo", "nothing.png", "cannot be read"),
        ("--theme", "nothing.json", "holds no theme"),
    ],
)
def test_a_look_that_cannot_be_had_is_refused_with_the_reason(
    tmp_path: Path, option: str, value: str, told: str
) -> None:
    output = tmp_path / "out.pdf"
    result = _run("report", _HOTEL, option, value, "--output", output)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())
    assert not output.exists()
