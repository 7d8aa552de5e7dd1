"""Studies to be exported, tame and hostile, for tests of every way out."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from making import CELLS, people

from kano_app import pipeline
from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.plan import Plan, PlanItem
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings, ReportSettings
from kano_app.domain.survey import Exclusion, Flag, Survey, Trait
from kano_app.roadmap import Roadmap

DAY = dt.date(2026, 3, 14)
IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert(1)</script>"
FORMULAS = ("@SUM(A1:A9)", "=cmd|' /C calc'!A0", "+1 -2 &amp; \"quoted\" 'single'")
SHEET = "[bad]:*?/\\name"
LONG = "x" * 10_000
TURNED, TURNED_SHOWN = "right\u202eto\u200fleft", "right[U+202E]to[U+200F]left"
CONTROLS, CONTROLS_SHOWN = "bell\x07 null\x00 escape\x1b[31m", "bell[U+0007] null[U+0000] escape[U+001B][31m"
PLAIN = (IMAGE, *FORMULAS, SCRIPT, "$x^2$ and \\frac{1}{2}", "https://example.org/?a=1&b=2", SHEET, "_x0041_", LONG)
"""Names that stand everywhere as they were written."""
HOSTILE = (*PLAIN[:3], SCRIPT, PLAIN[5], FORMULAS[2], LONG, CONTROLS, TURNED, *PLAIN[6:9])
"""Names that would act if anything let them."""
Study = tuple[Project, Analysis, Roadmap]


def survey_of(names: Sequence[str], persons: int = 15) -> Survey:
    """Return a survey in which the categories take turns over the features."""
    letters = "MPAIRQ"
    pairs = {
        name: [CELLS[letters[(place + (person > 9)) % 6]] for person in range(persons)]
        for place, name in enumerate(names)
    }
    return people(pairs)


def studied(
    survey: Survey,
    method: Mapping[str, Any] | None = None,
    plan: Plan = Plan(),
    later: Survey | None = None,
    **report: Any,
) -> Study:
    """Return a study of a survey, or of two waves, with its figures."""
    settings = replace(ReportSettings("Guest stay", "Harbour Hotel", DAY), **report)
    project = replace(edits.choose_report(edits.add_survey(Project(), survey), settings), plan=plan)
    project = project if later is None else edits.add_wave(project, later)
    project = edits.choose_method(project, AnalysisSettings(**(method or {})))
    findings = pipeline.analyse(project)
    return project, findings, pipeline.judge_plan(project, findings, pipeline.plan(project, findings))


def hostile() -> Study:
    """Return a study in which everything a user can write is hostile."""
    survey = survey_of(HOSTILE)
    survey = replace(
        survey,
        features=tuple(
            replace(one, description=one.name, touchpoint=one.name, dimension=one.name) for one in survey.features
        ),
        traits=(Trait(IMAGE, (FORMULAS[1], TURNED), np.array([0, 1] * 7 + [-1], dtype=np.int32)),),
        excluded=(Exclusion(0, SCRIPT), Exclusion(1, Flag.STRAIGHT_LINE.value)),
        label=SHEET,
    )
    items = tuple(
        PlanItem(one.id, 2.0, owner=one.name, depends_on=(survey.features[0].id,) if place else ())
        for place, one in enumerate(survey.features)
    )
    title = " ".join(one for one in HOSTILE if one is not LONG)
    return studied(survey, {"segments": (IMAGE,)}, Plan(items), title=title, organisation=IMAGE)
