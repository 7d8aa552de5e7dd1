"""Surveys at the edge of what can be counted, through every part: nothing breaks, and every gap has its reason."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from making import CELLS, counted, people, shared, tallied

from kano_app import pipeline, tables
from kano_app.analysis import Analysis, Blank
from kano_app.domain import edits
from kano_app.domain.plan import Plan, PlanItem
from kano_app.domain.problem import Unusable
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings, Camps, PlanSettings, ReportSettings
from kano_app.domain.survey import Exclusion, Survey, Trait
from kano_app.i18n import LANGUAGES, language
from kano_app.report import csv_text, json_document, write_pdf
from kano_app.roadmap import Roadmap
from kano_app.wording.figures import footnote_marks
from kano_app.wording.problems import message

_NAMES = ("bed", "fax", "sauna", "wi-fi", "key")


def _room(letters: str, *, groups: str = "", stated: float | None = 5, keyed: bool = True) -> Survey:
    """Return a survey in which everybody gives one letter to five features, with traits, importance and keys."""
    cells = CELLS | {"h": (1, 0), ".": (0, 0)}
    survey = people({name: [cells[letter] for letter in letters] for name in _NAMES})
    n = len(letters)
    group = Trait("Group", ("a", "b"), np.array(["ab".find(one) for one in groups.ljust(n, "a")], dtype=np.int32))
    importance = () if stated is None else tuple(np.full(n, stated, dtype=np.float32) for _ in _NAMES)
    keys = np.arange(1, n + 1, dtype=np.uint64) if keyed else None
    return replace(survey, traits=(group,), importance=importance, keys=keys)


_ODD = replace(_room("MPAIRQ", groups="aabb"), features=_room("").features[::-1])
_SURVEYS = {
    "nobody": _room(""),
    "one person": _room("M"),
    "two people": _room("MI", groups="ab"),
    "all questionable": _room("QQQQQQ", groups="aaabbb"),
    "all reverse": _room("RRRRRR", groups="aaabbb"),
    "nothing complete": _room("hhhhh.", groups="aabbbb"),
    "one segment empty": _room("MMMPPP....", groups="aaaaaabbbb"),
    "importance constant": _room("MPAIRQ" * 4, groups="ab" * 12),
    "importance never given": _room("MPAIRQ" * 4, stated=float("nan")),
    "no importance, no keys": _room("MPAIRQ" * 4, groups="ab" * 12, stated=None, keyed=False),
    "everybody left out": replace(_room("MPA"), excluded=tuple(Exclusion(one, "my reason") for one in range(3))),
    "counts": counted({"bed": "M5", "fax": "", "sauna": "R3 Q2"}),
    "a tally of nobody": tallied({"bed": [], "fax": [(1, 5, 1)]}),
    "shares": shared({"bed": (0.5, 0.2, 0.1, 0.2, 0, 0), "fax": (0, 0, 0, 0, 1, 0), "sauna": (0, 0, 0, 0, 0, 0)}),
}
_EARLIER: dict[str, tuple[Survey, ...]] = {
    "no earlier wave": (),
    "the same people": (_room("MPAIRQ"),),
    "nothing in common": (replace(people({"lift": [CELLS["M"]] * 3}), keys=np.arange(1, 4, dtype=np.uint64)),),
    "nobody earlier": (_room(""), _room("MI")),
    "counts earlier": (counted({"bed": "A9 I3", "lift": "M3"}),),
}
_CHOICES = {
    "nothing compared": AnalysisSettings(resamples=100),
    "groups": AnalysisSettings(resamples=100, segments=("Group",)),
    "camps": AnalysisSettings(resamples=100, camps=Camps("bed")),
    "waves by group": AnalysisSettings(resamples=100, wave_by="Group"),
}


def _projects() -> Iterator[Any]:
    for name, survey in _SURVEYS.items():
        for before, earlier in _EARLIER.items():
            yield pytest.param(survey, earlier, _CHOICES["groups"], id=f"{name}, {before}")
        for chosen, method in _CHOICES.items():
            yield pytest.param(survey, (), method, id=f"{name}, {chosen}")


def _through(
    survey: Survey, earlier: tuple[Survey, ...], method: AnalysisSettings
) -> tuple[Project, Analysis, Roadmap]:
    project = edits.choose_method(Project((*earlier, survey)), method)
    project = edits.choose_planning(replace(project, plan=Plan((PlanItem("bed", 3),))), PlanSettings((2, 2), 2))
    findings = pipeline.analyse(project)
    return project, findings, pipeline.judge_plan(project, findings, pipeline.plan(project, findings))


def _tables(project: Project, findings: Analysis, planned: Roadmap) -> Iterator[tables.Table]:
    yield from (
        tables.features_table(findings),
        tables.flipped_table(findings),
        tables.sureness_table(findings),
        tables.importance_table(findings),
        tables.sensitivity_table(findings),
        tables.continuous_table(findings),
        tables.roadmap_table(planned),
        tables.every_figure(findings, planned),
        tables.alternatives_table(planned),
        tables.reading_table(project.survey, findings),
        tables.descriptions_table(findings, project.plan, language("en")),
        tables.sizes_table(0.95, tables.answers_at_hand(findings)),
    )
    for comparison in (findings.segments, findings.camps):
        if comparison is not None:
            yield from (tables.differences_table(comparison), tables.groups_table(comparison))
    if findings.waves is not None:
        yield from map(tables.waves_table, findings.waves.steps)
    if findings.flagged is not None:
        yield from (
            tables.flags_table(project.survey, findings.flagged),
            tables.people_table(project.survey, findings.flagged),
        )


@pytest.mark.parametrize(("survey", "earlier", "method"), [*_projects()])
def test_it_goes_through_every_part_and_every_gap_has_its_reason(
    survey: Survey, earlier: tuple[Survey, ...], method: AnalysisSettings
) -> None:
    project, findings, planned = _through(survey, earlier, method)
    assert len(planned.items) == len(survey.features)
    for code in LANGUAGES:
        words = language(code)
        document = json_document(project, findings, planned, words)
        assert json.loads(json.dumps(document, allow_nan=False))["version"] == 1
        assert all("{" not in message(one, words) for one in pipeline.problems(project, findings, planned))
        for table in _tables(project, findings, planned):
            marks = footnote_marks(table.blanks)
            for row in table.rows:
                texts = [
                    tables.cell_text(cell, column.kind, words, marks)
                    for cell, column in zip(row, table.columns, strict=True)
                ]
                assert not any(word in text.lower().split() for text in texts for word in ("nan", "inf", "-inf"))
                assert all(
                    marks[cell] in text for cell, text in zip(row, texts, strict=True) if isinstance(cell, Blank)
                )
            assert len(csv_text(table, words).splitlines()) > len(table.rows)


@pytest.mark.parametrize("name", list(_SURVEYS))
def test_a_report_of_it_can_be_written(name: str, tmp_path: Path) -> None:
    project, findings, planned = _through(_SURVEYS[name], _EARLIER["nothing in common"], _CHOICES["groups"])
    project = edits.choose_report(project, ReportSettings(title=name))
    written = write_pdf(project, findings, planned, tmp_path / "roadmap.pdf")
    assert written.pages > 0
    assert (tmp_path / "roadmap.pdf").stat().st_size > 1000


@pytest.mark.parametrize(
    ("name", "chosen", "can"),
    [
        ("two people", "groups", True),
        ("one person", "groups", False),
        ("counts", "groups", False),
        ("all questionable", "camps", False),
        ("two people", "camps", True),
        ("shares", "camps", False),
        ("nobody", "waves by group", False),
    ],
)
def test_a_part_that_was_asked_for_and_cannot_be_had_stops_the_command(name: str, chosen: str, can: bool) -> None:  # noqa: FBT001
    findings = _through(_SURVEYS[name], (), _CHOICES[chosen])[1]
    found = findings.waves if chosen == "waves by group" else findings.camps or findings.segments
    assert (found is not None) is can
    if can:
        pipeline.refuse_what_cannot_be_done(findings)
        return
    with pytest.raises(Unusable):
        pipeline.refuse_what_cannot_be_done(findings)


def test_features_in_another_order_are_the_same_features() -> None:
    findings = _through(_ODD, (_room("MPAIRQ"),), _CHOICES["nothing compared"])[1]
    assert findings.waves is not None
    assert [one.feature.id for one in findings.waves.whole.changes] == [*_NAMES[::-1]]
    assert findings.waves.whole.matched == 6
    # Six people are too few to resample, whatever they say.
    assert all(one.better is Blank.TOO_FEW for one in findings.waves.whole.changes)
