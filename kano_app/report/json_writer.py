"""The JSON contract that other programs may rely on; docs/json.md describes it, ``VERSION`` counts its changes."""

from collections.abc import Sequence
from typing import Any

from kano_app.analysis import Analysis, FeatureResult
from kano_app.analysis.coefficients import Strength
from kano_app.analysis.figure import Blank, Interval, number
from kano_app.analysis.importance import Refined
from kano_app.analysis.sensitivity import Sensitivity
from kano_app.domain.problem import Problem
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.json_comparisons import alternatives, comparison, interval_list, quality, short_result, waves
from kano_app.roadmap import Roadmap, RoadmapItem, all_problems
from kano_app.wording.problems import message
from kano_app.wording.reasons import reason_text

VERSION = 1

Json = dict[str, Any]


def json_document(project: Project, analysis: Analysis, roadmap: Roadmap, language: Language) -> Json:
    """Return the whole result as one JSON value: features in the survey's order, undefined figures ``None``."""
    ranks = {item.result.feature.id: item.rank_interval for item in roadmap.items}
    return {
        "version": VERSION,
        "survey": {"respondents": analysis.survey.respondents, "features": len(analysis.features)},
        "settings": _settings(project),
        "features": [_feature(result, ranks[result.feature.id]) for result in analysis.features],
        "flipped": [short_result(result) for result in analysis.flipped],
        "segments": comparison(analysis.segments),
        "camps": comparison(analysis.camps),
        "waves": waves(analysis.waves),
        "quality": quality(project.survey, analysis),
        "roadmap": [_item(item, language) for item in roadmap.items],
        "alternatives": alternatives(roadmap.alternatives),
        "problems": problem_list(all_problems(project, analysis, roadmap), language),
    }


def problem_list(problems: Sequence[Problem], language: Language) -> list[Json]:
    """Return problems with their messages."""
    return [
        {
            "code": problem.code.value,
            "severity": problem.severity.value,
            "file": problem.file or None,
            "sheet": problem.sheet or None,
            "row": problem.row,
            "column": problem.column or None,
            "value": problem.value,
            "message": message(problem, language),
        }
        for problem in problems
    ]


def _settings(project: Project) -> Json:
    method, source, planning = project.analysis, project.survey.source, project.planning
    return {
        "table": method.table.name,
        "table_cells": list(method.table.rows),
        "rule": method.rule.value,
        "points": method.points,
        "reverse_and_questionable": method.reverse_and_questionable.value,
        "confidence": method.confidence,
        "resamples": method.resamples,
        "seed": method.seed,
        "correction": method.correction.value,
        "scale": source.scale.value if source.scale else None,
        "direction": source.direction.value if source.direction else None,
        "dysfunctional_direction": source.dysfunctional_direction.value if source.dysfunctional_direction else None,
        "capacity": list(planning.capacity) if planning.capacity else None,
        "delights_in_now": planning.delights_in_now,
        "effort_unit": planning.effort_unit,
    }


def _feature(result: FeatureResult, ranks: Interval | Blank) -> Json:
    verdict, strength = result.verdict, result.category_strength
    return {
        "id": result.feature.id,
        "name": result.feature.name,
        "n": number(result.n),
        "counts": None if result.counts is None else {one.value: count for one, count in result.counts.items()},
        "category": None if result.category is None else result.category.value,
        "tied": [] if isinstance(verdict, Blank) else [one.value for one in verdict.tied],
        "n_coefficients": number(result.n_coefficients),
        "better": number(result.better),
        "worse": number(result.worse),
        "better_interval": interval_list(result.better_interval),
        "worse_interval": interval_list(result.worse_interval),
        "category_strength": strength.value if isinstance(strength, Strength) else None,
        "total_strength": number(result.total_strength),
        "combination": [strength.first.value, strength.second.value]
        if isinstance(strength, Strength) and result.is_combination
        else [],
        **_sureness(result),
        "rank_interval": interval_list(ranks),
        "importance": _importance(result),
        "sensitivity": _sensitivity(result.sensitivity),
    }


def _importance(result: FeatureResult) -> Json | None:
    stated = result.importance
    if isinstance(stated, Blank):
        return None
    refined = stated.refined(result.category)
    return {
        "mean": stated.mean,
        "n": stated.n,
        "weighted_better": number(stated.weighted(result.better)),
        "weighted_worse": number(stated.weighted(result.worse)),
        "refined": refined.value if isinstance(refined, Refined) else None,
        "scale_end": stated.highest,
    }


def _sensitivity(found: Sensitivity | Blank) -> Json | None:
    if isinstance(found, Blank):
        return None
    variants = [
        {
            "table": None if one.table is None else one.table.name,
            "rule": one.rule.value,
            "reverse_and_questionable": one.treatment.value,
            "category": None if one.category is None else one.category.value,
        }
        for one in found.variants
    ]
    return {"robust": found.robust, "categories": variants}


def _sureness(result: FeatureResult) -> Json:
    """Return how sure the category is: draws, Fong's test, the binomial, and the continuous means."""
    stable, lead, means = result.stability, result.lead, result.continuous
    return {
        "stability": None if isinstance(stable, Blank) else {one.value: share for one, share in stable.shares.items()},
        "evidence": None if isinstance(stable, Blank) else stable.word.value,
        "fong": None
        if isinstance(lead, Blank)
        else {
            "first": lead.first.value,
            "second": lead.second.value,
            "difference": lead.difference,
            "limit": lead.limit,
            "significant": lead.significant,
        },
        "binomial_p": None if isinstance(lead, Blank) else lead.binomial_p,
        "continuous": None
        if isinstance(means, Blank)
        else {
            "functional": means.functional,
            "dysfunctional": means.dysfunctional,
            "functional_se": number(means.functional_se),
            "dysfunctional_se": number(means.dysfunctional_se),
        },
    }


def _item(item: RoadmapItem, language: Language) -> Json:
    return {
        "rank": item.rank,
        "id": item.result.feature.id,
        "name": item.result.feature.name,
        "horizon": item.horizon.value,
        "in_now": number(item.in_now),
        "reason": reason_text(item.reasons, language),
    }
