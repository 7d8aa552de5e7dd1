import re
from dataclasses import replace

from making import CELLS, people

from kano_app import pipeline
from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.domain.settings import PlanSettings, ReportSettings
from kano_app.i18n import language
from kano_app.report.blocks import Card, FeatureCard, Lanes
from kano_app.report.compose import section_blocks
from kano_app.report.narrative import summary
from kano_app.roadmap import Roadmap

_EN = language("en")


def _study(rows: dict[str, str], planning: PlanSettings = PlanSettings()) -> Project:
    """Return a study of features, each with its answers as letters."""
    pairs = {name: [CELLS[letter] for letter in letters] for name, letters in rows.items()}
    return edits.choose_planning(edits.add_survey(Project(), people(pairs)), planning)


def _planned(project: Project) -> tuple[Analysis, Roadmap]:
    findings = pipeline.analyse(project)
    return findings, pipeline.judge_plan(project, findings, pipeline.plan(project, findings))


def _told(project: Project) -> str:
    return summary(*_planned(project), _EN)


def _cards(project: Project) -> dict[str, Card]:
    project = edits.choose_report(project, ReportSettings("Stay", notes=True))
    made = section_blocks(project, *_planned(project))
    lanes = [block for make in made.values() for block in make() if isinstance(block, Lanes)]
    return {card.title: card for lane in lanes[-1].lanes for card in lane.cards}


_CLEAR = {"Bed": "M" * 40, "Wi-Fi": "P" * 40, "Tips": "A" * 40, "Linen": "R" * 40}


def test_what_is_clear_is_said() -> None:
    told = _told(_study(_CLEAR))
    assert "1 feature is must-be, and without it no other effort is felt: “Bed”." in told
    assert "“Wi-Fi” pays back every improvement." in told
    assert "People would rather not have “Linen”." in told
    assert "by hand" not in told
    assert "probably" not in told


def test_what_is_likely_is_called_probable() -> None:
    told = _told(_study({"Bed": "M" * 24 + "P" * 16, "Wi-Fi": "P" * 24 + "A" * 16}))
    assert "“Bed” is probably must-be." in told
    assert "“Wi-Fi” probably pays back every improvement." in told
    assert "no other effort" not in told


def test_what_cannot_be_told_is_said_between_what_it_lies_and_how_many_more_answers_would_tell() -> None:
    told = _told(_study({"Bed": "M" * 82, "Breakfast": "P" * 27 + "A" * 22 + "I" * 21 + "M" * 12}))
    assert "pays back" not in told
    assert re.search(
        r"1 category cannot be told yet: “Breakfast”, between Performance and Attractive \(about \d+ more answers\)\. "
        r"So many would tell, if they split like those so far\.",
        told,
    )


def test_of_five_people_nothing_is_stated() -> None:
    told = _told(_study({"Bed": "MMMPP", "Wi-Fi": "AAAPI"}))
    assert "must-be" not in told
    assert "No category can be told yet: “Bed”, between Must-be and Performance (about " in told


def test_the_summary_speaks_of_the_plan_as_it_stands() -> None:
    project = _study(_CLEAR)
    bed, linen = project.survey.features[0].id, project.survey.features[3].id
    project = edits.place_by_hand(edits.place_by_hand(project, bed, Horizon.LATER, ""), linen, Horizon.NOW, "x")
    told = _told(project)
    assert "1 feature is must-be: “Bed”." in told
    assert "Without it no other effort is felt, and yet it does not stand in Now." in told
    assert "People would rather not have “Linen”. It is planned all the same." in told
    assert "2 places were set by hand: “Bed” (Later) and “Linen” (Now)." in told
    project = edits.choose_report(project, ReportSettings("Stay"))
    summary_page = section_blocks(project, *_planned(project))
    lanes = next(block for make in summary_page.values() for block in make() if isinstance(block, Lanes))
    marked = [card.title for lane in lanes.lanes for card in lane.cards if "by hand" in card.tags]
    assert sorted(marked) == ["Bed", "Linen"]


def test_a_hand_placed_card_says_no_share_of_resamples() -> None:
    project = _study(_CLEAR)
    placed = edits.place_by_hand(project, project.survey.features[1].id, Horizon.NOW, "x")
    assert not any("Now in" in tag for tag in _cards(placed)["Wi-Fi"].tags)
    assert any("Now in" in tag for tag in _cards(placed)["Bed"].tags)


def test_an_empty_now_says_why_and_what_would_change_it() -> None:
    project = _study({"Wi-Fi": "P" * 40, "Tea": "I" * 40})
    assert "Nothing stands in Now: first comes “Wi-Fi”, in Next." in _told(project)
    made = section_blocks(project, *_planned(project))
    lanes = next(block for make in made.values() for block in make() if isinstance(block, Lanes))
    assert lanes.lanes[0].empty == (
        "No feature is a must-be, so nothing has to stand here. First comes “Wi-Fi”, in Next (Better 1.00, "
        "Worse −1.00). With efforts and a capacity Now takes what fits; anything can be placed here by hand."
    )
    assert lanes.lanes[2].empty == "Nothing stands here."


def test_an_empty_now_says_that_nothing_fits() -> None:
    project = _study({"Bed": "M" * 40}, PlanSettings((2, 9), effort_unit="weeks"))
    project = edits.change_work(project, project.survey.features[0].id, effort=5.0)
    made = section_blocks(project, *_planned(project))
    lanes = next(block for make in made.values() for block in make() if isinstance(block, Lanes))
    assert lanes.lanes[0].empty.startswith("Nothing that is planned fits into 2 weeks.")
    assert [lane.note for lane in lanes.lanes] == ["0 of 2 weeks", "5 of 9 weeks", "0 weeks"]


def test_a_plain_card_says_how_many_answered_and_what_its_figure_means() -> None:
    cards = _cards(_study(_CLEAR))
    assert cards["Bed"].text == "Worse −1.00 · n = 40\nLacking it dissatisfies 100\N{NO-BREAK SPACE}%."


def test_what_people_said_stands_inside_the_card() -> None:
    project = _study(_CLEAR)
    project = edits.write_note(project, 0, project.survey.features[0].id, "Ants")
    project = replace(project, report=ReportSettings("Stay", notes=True))
    made = section_blocks(project, *_planned(project))
    cards = [block for make in made.values() for block in make() if isinstance(block, FeatureCard)]
    assert {card.title: card.said.items for card in cards if card.said} == {"Bed": ("Ants",)}
