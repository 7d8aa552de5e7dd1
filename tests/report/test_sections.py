from pathlib import Path

import pytest
from making import CELLS, people
from pypdf import PdfReader

from kano_app import assets, pipeline
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import Paper, PlanSettings, Preset, ReportSettings, Section, preset_of
from kano_app.report.blocks import Block, Contents, Cover, Heading, Sheet, Title
from kano_app.report.compose import compose, section_blocks
from kano_app.report.pdf.chart import Chart

_HOTEL = {
    "en": ("hotel-stay.csv", "hotel-stay-features.csv"),
    "zh_CN": ("hotel-stay-zh_CN.xlsx", "hotel-stay-zh_CN-features.csv"),
}
_LEAST_MAP = 220.0
"""Points of the small map with its scales."""


def _project(*left_out: Section) -> Project:
    names = ("Wi-Fi", "Bed", "Tips", "Bar", "Linen")
    pairs = {name: [CELLS["MPAIR"[place]]] * 8 for place, name in enumerate(names)}
    project = edits.add_survey(Project(), people(pairs))
    return edits.choose_report(project, ReportSettings("Guest stay", left_out=left_out))


def _composed(*left_out: Section) -> tuple[Block, ...]:
    project = _project(*left_out)
    findings = pipeline.analyse(project)
    return compose(project, findings, pipeline.plan(project, findings)).blocks


def _headings(*left_out: Section) -> list[str]:
    return [block.text for block in _composed(*left_out) if isinstance(block, Heading)]


def test_every_section_is_in_the_report_unless_it_is_left_out() -> None:
    project = _project()
    findings = pipeline.analyse(project)
    sections = section_blocks(project, findings, pipeline.plan(project, findings))
    assert list(sections) == list(Section)
    made = [type(block) for section, make in sections.items() if section is not Section.CONTENTS for block in make()]
    composed = [type(block) for block in _composed()]
    for kind in set(made) - {Sheet}:
        assert composed.count(kind) >= made.count(kind), kind
    assert isinstance(_composed()[0], Cover)
    assert isinstance(_composed(Section.COVER)[0], Title)


def test_the_contents_lead_to_every_large_heading_that_is_in_the_report() -> None:
    blocks = _composed(Section.MAP)
    contents = next(block for block in blocks if isinstance(block, Contents))
    assert "Where each feature stands" not in dict(contents.entries)
    headings = [(one.text, one.anchor) for one in blocks if isinstance(one, Heading) and one.level == 1]
    assert list(contents.entries) == headings[1:]


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_is_known_by_what_it_leaves_out(preset: Preset) -> None:
    assert preset_of(preset.left_out) is preset
    assert preset_of(tuple(reversed(preset.left_out))) is preset
    assert preset_of((Section.MAP,)) is None


@pytest.mark.parametrize("count", [1, 12, 41, 200])
def test_the_preset_of_one_page_is_one_page(tmp_path: Path, count: int) -> None:
    names = [f"A feature of {place} words or a few more of them" for place in range(count)]
    survey = people({name: [CELLS["MPAIRQ"[place % 6]]] * 8 for place, name in enumerate(names)})
    settings = ReportSettings("Guest stay " * 8, left_out=Preset.ONE_PAGE.left_out)
    project = edits.choose_report(edits.add_survey(Project(), survey), settings)
    findings = pipeline.analyse(project)
    written = pipeline.write_report(project, findings, pipeline.plan(project, findings), tmp_path / "one.pdf")
    assert written.pages == 1


@pytest.mark.parametrize("capacity", [None, (16.0, 16.0)])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_one_page_has_its_map_beside_twelve_features(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, paper: Paper, capacity: tuple[float, float] | None
) -> None:
    heights: list[float] = []
    draw = Chart.draw

    def watched(chart: Chart) -> None:
        heights.append(chart.height)
        draw(chart)

    monkeypatch.setattr(Chart, "draw", watched)
    folder = assets.sample_surveys()
    survey, features = _HOTEL[code]
    project = pipeline.read_features(pipeline.read_survey(folder / survey), folder / features)
    if capacity is not None:
        project = edits.choose_planning(project, PlanSettings(capacity, effort_unit="days"))
    settings = ReportSettings("Guest stay", left_out=Preset.ONE_PAGE.left_out, paper=paper, language=code)
    project = edits.choose_report(project, settings)
    findings = pipeline.analyse(project)
    written = pipeline.write_report(project, findings, pipeline.plan(project, findings), tmp_path / "one.pdf")
    assert written.pages == 1
    assert len(heights) == 1
    assert heights[0] >= _LEAST_MAP


@pytest.mark.parametrize("section", Section)
def test_leaving_one_section_out_takes_its_headings_and_nothing_else(section: Section) -> None:
    project = _project()
    findings = pipeline.analyse(project)
    gone = section_blocks(project, findings, pipeline.plan(project, findings))[section]()
    every = _headings()
    for block in gone:
        if isinstance(block, Heading):
            every.remove(block.text)
    assert sorted(_headings(section)) == sorted(every)


def test_a_report_of_one_section_is_written(tmp_path: Path) -> None:
    project = _project(*(one for one in Section if one is not Section.FIGURES))
    findings = pipeline.analyse(project)
    written = pipeline.write_report(project, findings, pipeline.plan(project, findings), tmp_path / "short.pdf")
    reader = PdfReader(tmp_path / "short.pdf")
    assert written.pages == len(reader.pages) == 1
    assert [str(getattr(entry, "title", "")) for entry in reader.outline] == ["The figures"]


def test_a_report_with_every_section_left_out_is_its_title(tmp_path: Path) -> None:
    project = _project(*Section)
    findings = pipeline.analyse(project)
    written = pipeline.write_report(project, findings, pipeline.plan(project, findings), tmp_path / "bare.pdf")
    assert written.pages == 1
