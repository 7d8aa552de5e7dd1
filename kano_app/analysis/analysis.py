"""The analysis: the figures of a survey, what speaks against them, and what it is compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_app.analysis.camps import camps
from kano_app.analysis.comparison import Comparison
from kano_app.analysis.features import FeatureResult, counted_results, feature_results
from kano_app.analysis.flags import Flagged, flagged
from kano_app.analysis.flipped import flipped
from kano_app.analysis.own_table import table_problems
from kano_app.analysis.quality import quality_problems
from kano_app.analysis.segments import segments
from kano_app.analysis.tally import category_counts, pairs_counted
from kano_app.analysis.waves import Waves, waves
from kano_app.domain.evidence import PairTally
from kano_app.domain.problem import Problem
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The results of one survey under one set of choices."""

    survey: Survey
    """As it was counted: without the people who were left out."""
    settings: AnalysisSettings
    features: tuple[FeatureResult, ...]
    """In the order of the survey."""
    tally: PairTally | None
    """The 25 counts of every feature, where the evidence carries them."""
    flagged: Flagged | None = None
    """What speaks against single people; ``None`` where the evidence knows none."""
    flipped: tuple[FeatureResult, ...] = ()
    """Reverse features, their statement read the other way round."""
    segments: Comparison | None = None
    camps: Comparison | None = None
    waves: Waves | None = None
    problems: tuple[Problem, ...] = ()
    """What the answers leave to be said."""


def analyse(survey: Survey, settings: AnalysisSettings, earlier: Sequence[Survey] = ()) -> Analysis:
    """Return every figure of every feature of a survey, and the comparisons that were asked for.

    Args:
        survey: the survey under analysis.
        settings: the choices of method.
        earlier: the waves before it, the first first.

    """
    problems = list(table_problems(settings.table))
    counted = survey.counted
    evidence = pairs_counted(counted.evidence)
    tally = evidence if isinstance(evidence, PairTally) else None
    rows = None if evidence is None else category_counts(evidence, settings.table)
    results = feature_results(counted, settings) if evidence is None else counted_results(counted, evidence, settings)
    suspects = flagged(survey, rows, settings)
    for one in earlier:
        problems += _wave_quality(one, settings)
    problems += quality_problems(survey, tally, rows, suspects)
    return Analysis(
        survey=counted,
        settings=settings,
        features=results,
        tally=tally,
        flagged=suspects,
        flipped=() if tally is None else flipped(counted, tally, results, settings),
        segments=segments(counted, settings, problems) if settings.segments else None,
        camps=camps(counted, results, settings, problems) if settings.camps else None,
        waves=waves([*(one.counted for one in earlier), counted], settings, problems),
        problems=tuple(problems),
    )


def flagged_people(survey: Survey, settings: AnalysisSettings) -> Flagged | None:
    """Return what speaks against single people of a survey; ``None`` where the evidence knows none."""
    counted = pairs_counted(survey.counted.evidence)
    rows = None if counted is None else category_counts(counted, settings.table)
    return flagged(survey, rows, settings)


def _wave_quality(survey: Survey, settings: AnalysisSettings) -> Iterator[Problem]:
    """Yield what is to be looked at in an earlier wave, and who was left out of it."""
    counted = pairs_counted(survey.counted.evidence)
    rows = None if counted is None else category_counts(counted, settings.table)
    tally = counted if isinstance(counted, PairTally) else None
    yield from quality_problems(survey, tally, rows, flagged(survey, rows, settings))
