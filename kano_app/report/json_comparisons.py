"""Groups, waves, people and other choices in the JSON contract."""

from collections.abc import Sequence
from typing import Any

from kano_app.analysis import Analysis, FeatureResult
from kano_app.analysis.comparison import Comparison, Group
from kano_app.analysis.figure import Blank, Interval, number
from kano_app.analysis.waves import Change, Shift, Step, Waves
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.survey import Flag, Survey
from kano_app.roadmap import Alternative

Json = dict[str, Any]


def comparison(found: Comparison | None) -> Json | None:
    """Return groups side by side, or ``None`` where none were asked for."""
    if found is None:
        return None
    return {
        "by": list(found.names),
        "feature": None if found.split is None else found.split.id,
        "correction": found.correction.value,
        "groups": [_group(one) for one in found.groups],
        "features": [
            {
                "id": one.feature.id,
                "chi_square": None if isinstance(one.test, Blank) else one.test.chi_square,
                "df": None if isinstance(one.test, Blank) else one.test.df,
                "p": None if isinstance(one.test, Blank) else one.test.p,
                "by_permutation": None if isinstance(one.test, Blank) else one.test.permuted,
                "adjusted_p": number(one.adjusted_p),
                "cramers_v": None if isinstance(one.test, Blank) else one.test.cramers_v,
            }
            for one in found.features
        ],
    }


def _group(group: Group) -> Json:
    return {
        "levels": list(group.levels) or None,
        "people": group.people,
        "features": [short_result(result) for result in group.features],
    }


def short_result(result: FeatureResult) -> Json:
    """Return the figures of a feature that a comparison shows."""
    return {
        "id": result.feature.id,
        "n": number(result.n),
        "counts": None if result.counts is None else {one.value: count for one, count in result.counts.items()},
        "category": None if result.category is None else result.category.value,
        "evidence": None if isinstance(result.stability, Blank) else result.stability.word.value,
        "better": number(result.better),
        "worse": number(result.worse),
        "better_interval": interval_list(result.better_interval),
        "worse_interval": interval_list(result.worse_interval),
    }


def waves(found: Waves | None) -> Json | None:
    """Return all waves and the steps between them, or ``None`` where there is one only."""
    if found is None:
        return None
    return {
        "waves": [
            {"label": one.label, "people": one.people, "features": [short_result(each) for each in one.features]}
            for one in found.waves
        ],
        "steps": [_step(one) for one in found.steps],
    }


def _step(step: Step) -> Json:
    return {
        "earlier": step.earlier.label,
        "later": step.later.label,
        "matched_people": step.matched,
        "features": [_change(one) for one in step.changes],
    }


def _change(change: Change) -> Json:
    before, after = change.before, change.after
    return {
        "id": change.feature.id,
        "before": None if before is None or before.category is None else before.category.value,
        "after": None if after is None or after.category is None else after.category.value,
        "drift": change.drift,
        "better": _shift(change.better),
        "worse": _shift(change.worse),
    }


def _shift(shift: Shift | Blank) -> Json | None:
    if isinstance(shift, Blank):
        return None
    one = shift.difference
    return {
        "difference": one.value,
        "interval": [one.low, one.high],
        "z": one.z,
        "p": one.p,
        "adjusted_p": shift.adjusted_p,
    }


def quality(survey: Survey, analysis: Analysis) -> Json | None:
    """Return what speaks against single people and who was left out; ``None`` where the evidence knows none."""
    if analysis.flagged is None:
        return None
    return {
        "flags": {flag.value: [person + 1 for person in analysis.flagged.people(flag)] for flag in Flag},
        "left_out": [{"person": one.person + 1, "reason": one.reason} for one in survey.excluded],
    }


def alternatives(found: Sequence[Alternative]) -> list[Json]:
    """Return what every single other choice of method would move."""
    return [
        {
            "choice": one.choice.name if isinstance(one.choice, EvaluationTable) else one.choice.value,
            "moves": [{"name": move.name, "here": move.here.value, "there": move.there.value} for move in one.moves],
        }
        for one in found
    ]


def interval_list(interval: Interval | Blank) -> list[float] | None:
    """Return the ends of an interval, ``None`` where it is undefined."""
    return None if isinstance(interval, Blank) else list(interval)
