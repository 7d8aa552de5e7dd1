"""Resampling against the plainest numpy of it, and one changed answer against a full run."""

import tracemalloc

import numpy as np

from bench.measuring import best, codes, say
from kano_app import pipeline
from kano_app.analysis.resampling import resampled_counts
from kano_app.domain import edits
from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey

_PEOPLE, _FEATURES, _RESAMPLES = 300, 30, 1000


def main() -> None:
    """Measure."""
    settings = AnalysisSettings(resamples=_RESAMPLES)
    survey = _survey(_PEOPLE)
    theirs = best(lambda: _plain(survey, settings), 9)
    say(
        "1,000 resamples of 300 × 30 ÷ a plain matrix product",
        best(lambda: resampled_counts(survey, settings), 9) / theirs,
        1.5,
    )
    project = edits.add_survey(Project(), survey)
    full = best(lambda: _full(project), 5)
    say("… with ranks, plans and Dirichlet draws", full / theirs, 10)
    say("analysis after one changed answer ÷ a full run", best(lambda: _changed(project), 5) / full, 1)
    few, many = (_peak(_survey(15_000), AnalysisSettings(resamples=resamples)) for resamples in (500, 2000))
    say("memory of 2,000 resamples of 15,000 people ÷ of 500", many / few, 1.5)


def _survey(people: int) -> Survey:
    columns = codes(people, 2 * _FEATURES)
    pairs = tuple(AnswerPair(columns[2 * one].copy(), columns[2 * one + 1].copy()) for one in range(_FEATURES))
    features = tuple(Feature(f"F{one}", f"Feature {one}") for one in range(_FEATURES))
    return Survey(features, Answers(pairs, people))


def _plain(survey: Survey, settings: AnalysisSettings) -> np.ndarray:
    """Return the resampled counts as anybody would write them: weights times memberships."""
    assert isinstance(survey.evidence, Answers)
    chosen = np.random.default_rng(1).integers(0, _PEOPLE, (_RESAMPLES, _PEOPLE))
    weights = np.stack([np.bincount(row, minlength=_PEOPLE) for row in chosen]).astype(np.float32)
    table, rows = settings.table.indices(), np.eye(6, dtype=np.float32)
    members = [rows[table[one.functional - 1, one.dysfunctional - 1]] for one in survey.evidence.pairs]
    return np.rint(weights @ np.concatenate(members, axis=1)).astype(np.int64).reshape(_RESAMPLES, _FEATURES, 6)


def _full(project: Project) -> None:
    findings = pipeline.analyse(project)
    pipeline.judge_plan(project, findings, pipeline.plan(project, findings))


def _changed(project: Project) -> None:
    """Change one answer and look at the results and the plan again."""
    survey = project.survey
    assert isinstance(survey.evidence, Answers)
    first = survey.evidence.pairs[0]
    functional = first.functional.copy()
    functional[0] = functional[0] % 5 + 1
    changed = Answers((AnswerPair(functional, first.dysfunctional), *survey.evidence.pairs[1:]), survey.evidence.people)
    after = edits.add_survey(Project(), Survey(survey.features, changed))
    pipeline.plan(after, pipeline.analyse(after))


def _peak(survey: Survey, settings: AnalysisSettings) -> int:
    resampled_counts(survey, settings)
    tracemalloc.start()
    resampled_counts(survey, settings)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
