from pathlib import Path

import pytest

from kano_app.analysis import analyse
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Trait
from kano_app.importers import read_survey


def _survey(tmp_path: Path, days: list[str]) -> tuple[tuple[Trait, ...], list[str]]:
    path = tmp_path / "guests.csv"
    rows = "".join(f'"{day}",I like it,I dislike it\n' for day in days)
    path.write_text(f"Submitted,Wi-Fi functional,Wi-Fi dysfunctional\n{rows}", encoding="utf-8")
    survey, problems = read_survey(path)
    return survey.traits, [str(one.facts.get("reason")) for one in problems]


@pytest.mark.parametrize(
    "days",
    [
        ["2026-03-14 10:22", "2026-04-02 09:00", "2026-03-30"],
        ["14.03.2026", "2.4.2026", "30.3.2026 18:05"],
        ["3/14/2026 10:22:33", "4/2/2026 9:00:00", "3/30/2026 12:00:00"],
        ["2026年3月14日", "2026年4月2日", "2026年3月30日"],
    ],
)
def test_dates_of_answers_become_months(tmp_path: Path, days: list[str]) -> None:
    (trait,), _ = _survey(tmp_path, days)
    assert trait.name == "Submitted"
    assert trait.levels == ("2026-03", "2026-04")
    assert trait.codes.tolist() == [0, 1, 0]


@pytest.mark.parametrize("days", [["2026-03-14", "2026-03-20"], ["3/4/2026", "4/4/2026"]])
def test_one_month_and_dates_that_could_be_either_make_no_trait_and_are_said(tmp_path: Path, days: list[str]) -> None:
    traits, reasons = _survey(tmp_path, days)
    assert traits == ()
    assert reasons == ["administrative"]


def test_months_are_waves(tmp_path: Path) -> None:
    path = tmp_path / "guests.csv"
    rows = [f"2026-0{month}-{day},I like it,I am neutral" for month in (2, 5) for day in range(10, 20)]
    text = "Submitted,Wi-Fi functional,Wi-Fi dysfunctional\n" + "\n".join(rows)
    path.write_text(text, encoding="utf-8")
    survey, _ = read_survey(path)
    waves = analyse(survey, AnalysisSettings(wave_by="Submitted")).waves
    assert waves is not None
    assert [(wave.label, wave.people) for wave in waves.waves] == [("2026-02", 10), ("2026-05", 10)]
