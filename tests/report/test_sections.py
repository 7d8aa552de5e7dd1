from pathlib import Path

import pytest
from making import CELLS, people
from pypdf import PdfReader

from kano_app import pipeline
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import ReportSettings, Section
from kano_app.report.blocks import Block, Heading, Title
from kano_app.report.compose import compose, section_blocks


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
    whole = sum(len(make()) for make in sections.values())
    assert len(_composed()) == whole + 1
    assert isinstance(_composed()[0], Title)


@pytest.mark.parametrize("section", Section)
def test_leaving_one_section_out_takes_its_headings_and_nothing_else(section: Section) -> None:
    project = _project()
    findings = pipeline.analyse(project)
    gone = section_blocks(project, findings, pipeline.plan(project, findings))[section]()
    every = _headings()
    for block in gone:
        if isinstance(block, Heading):
            every.remove(block.text)
    assert _headings(section) == every


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
