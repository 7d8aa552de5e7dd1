"""Studies that reports are made of: a survey, and a workshop with notes, votes and a place set by hand."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from making import CELLS, people

from kano_app import pipeline
from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.feature import FeatureDetails
from kano_app.domain.plan import Horizon, Override, Plan
from kano_app.domain.project import Project
from kano_app.domain.session import DirectVote, FirstVote, Mode, Note, Participant, Session, Stage
from kano_app.domain.settings import PlanSettings, ReportSettings
from kano_app.report import Written
from kano_app.roadmap import Roadmap

DAY = dt.date(2026, 3, 14)
_ORDER = "MMPPAAAPMIIRMAPQIA"
_WORK = ("IT manager", "Head housekeeper", "Duty manager")

Judged = tuple[Project, Analysis, Roadmap]


def names(count: int, language: str = "en") -> list[str]:
    """Return names of features, mixed of scripts where the language is Chinese."""
    if language == "en":
        return [f"Feature {place} of the hotel, as guests know it" for place in range(1, count + 1)]
    if language == "zh_TW":
        return [f"第{place}項：（早餐）供應到上午11點，Wi-Fi免費、「快速」" for place in range(1, count + 1)]
    return [f"第{place}项：（早餐）供应到上午11点，Wi-Fi免费、“快速”" for place in range(1, count + 1)]


def survey(count: int, size: int, language: str = "en", *, effort: bool = True, **settings: Any) -> Judged:
    """Return a study of so many features and people."""
    rng = np.random.default_rng(count * 1000 + size)
    pairs = {}
    for place, name in enumerate(names(count, language)):
        weights = np.array([0.11, 0.11, 0.11, 0.11, 0.11, 0.02])
        weights["MPAIRQ".index(_ORDER[place % len(_ORDER)])] += 0.55
        pairs[name] = [CELLS["MPAIRQ"[one]] for one in rng.choice(6, size, p=weights / weights.sum())]
    project = edits.add_survey(Project(), people(pairs))
    if effort:
        project = edits.describe_features(project, _details(project))
        room = 4.0 * count / 3 + 2
        project = edits.choose_planning(project, PlanSettings((room, room)))
    return judged(project, language=language, **settings)


def workshop(count: int = 6, size: int = 8, language: str = "en", **settings: Any) -> Judged:
    """Return a workshop with notes, a second vote, direct votes, and one feature placed by hand."""
    project, _, _ = survey(count, size, language)
    held = project.survey
    first, second = held.features[0].id, held.features[1].id
    session = Session(
        Mode.ROUND,
        tuple(Participant(one, f"Secret{one}") for one in range(size)),
        Stage.DONE,
        date=dt.date(2026, 3, 2),
        first_votes=(FirstVote(0, first, 1, 5), FirstVote(1, first, 3, 3)),
        votes=(DirectVote(0, first, Category.MUST_BE), DirectVote(1, first, Category.PERFORMANCE)),
    )
    notes = (Note(0, first, "We had ants <b>last</b> week"), Note(-1, second, "=cmd() $x$"))
    project = replace(project, surveys=(replace(held, session=session, notes=notes),))
    plan = Plan(project.plan.items, (Override(second, Horizon.LATER, "promised elsewhere"),))
    return judged(replace(project, plan=plan), language=language, **settings)


def judged(project: Project, **settings: Any) -> Judged:
    """Return a project with the settings of its report, its figures and its plan."""
    report = replace(ReportSettings("Guest stay", "Harbour Hotel", DAY), **settings)
    project = edits.choose_report(project, report)
    analysis = pipeline.analyse(project)
    return project, analysis, pipeline.judge_plan(project, analysis, pipeline.plan(project, analysis))


def written(study: Judged, path: Path) -> Written:
    """Write the report of a study."""
    return pipeline.write_report(*study, path)


def _details(project: Project) -> list[FeatureDetails]:
    return [
        FeatureDetails(
            one.id,
            place + 2,
            touchpoint=("Arrival", "Stay", "Departure")[place % 3],
            effort=1.0 + place % 8,
            owner=_WORK[place % 3],
            description="What it is, in a sentence." if place % 2 else "",
        )
        for place, one in enumerate(project.survey.features)
    ]
